"""What every answer of the desk must hold: its words stand where it says they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from memcon.desk.evidence import Quoted
from memcon.ledger import Ledger


def quotes_in(node: Any) -> Iterator[Quoted]:
    """Every quotation at or below an answer."""
    if isinstance(node, Quoted):
        yield node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from quotes_in(getattr(node, name))
    elif isinstance(node, tuple):
        for each in node:
            yield from quotes_in(each)
    elif isinstance(node, dict):
        for each in node.values():
            yield from quotes_in(each)


def assert_quoted(answer: Any, ledger: Ledger) -> None:
    """The answer has evidence, and every word of it stands in its document at its place."""
    found = list(quotes_in(answer))
    assert found
    for quote in found:
        assert ledger.text(quote.document).text[quote.start : quote.end] == quote.exact
        assert ledger.get(quote.item).id == quote.item
