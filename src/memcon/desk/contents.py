"""What a ledger holds, handed on to be written elsewhere: every family as an iterable that can be walked again.

Exports ask nothing of a database: they are given these items, and the records and texts behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar

from memcon.document import Document
from memcon.ledger import DocumentRow, Filters, Ledger, MergedCommitment, MergedEngagement, MergedEvent, Source, Utterance
from memcon.ledger.types import Merged
from memcon.record import Fact, Record

T = TypeVar("T")
ITEM_FAMILIES = ("engagements", "statements", "commitments", "events")
WITHOUT_STATUS = "statements"
KEPT = 64  # records and texts held at a time: the items of one document stand close together


class Again(Generic[T]):
    """An iterable that starts anew each time, so that a million items need no memory.

    >>> twice = Again(lambda: iter("ab"))
    >>> [*twice, *twice]
    ['a', 'b', 'a', 'b']
    """

    def __init__(self, make: Callable[[], Iterator[T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[T]:
        return self._make()


@dataclass(frozen=True, slots=True)
class Contents:
    """All that is to be written. Items come in the ledger's order: by day, then by id.

    `record` and `text` give what stands behind a document's id; `text` is None where the text was not kept."""

    engagements: Iterable[MergedEngagement]
    statements: Iterable[Utterance]
    commitments: Iterable[MergedCommitment]
    events: Iterable[MergedEvent]
    documents: Iterable[DocumentRow]
    record: Callable[[str], Record]
    text: Callable[[str], Document | None]

    def fact(self, source: Source) -> Fact:
        """The fact of a source, as its document alone tells it."""
        return self.record(source.document).fact(source.fact)

    def items(self) -> Iterator[Merged]:
        """All items of all families."""
        yield from self.engagements
        yield from self.statements
        yield from self.commitments
        yield from self.events

    def by_document(self) -> dict[str, list[tuple[str, Merged]]]:
        """For each document the facts that count: their id in its record, and the item they belong to."""
        found: dict[str, list[tuple[str, Merged]]] = {}
        for item in self.items():
            for source in item.sources:
                found.setdefault(source.document, []).append((source.fact, item))
        return found


def contents_of(ledger: Ledger, filters: Filters | None = None) -> Contents:
    """What a ledger holds, or the part of it that filters leave.

    A family that has no such field (statements have no status) is left out. With filters, the documents are those that
    report what is left."""
    asked = filters or Filters()
    families: dict[str, Again[Any]] = {family: Again(partial(_walk, ledger, family, asked)) for family in ITEM_FAMILIES}
    return Contents(
        engagements=families["engagements"],
        statements=families["statements"],
        commitments=families["commitments"],
        events=families["events"],
        documents=Again(partial(_documents, ledger, families, narrowed=_narrows(asked))),
        record=lru_cache(KEPT)(ledger.record),
        text=lru_cache(KEPT)(ledger.text),
    )


def _walk(ledger: Ledger, family: str, filters: Filters) -> Iterator[Merged]:
    if family == WITHOUT_STATUS and filters.status:
        return
    yield from ledger.walk(family, filters)


def _narrows(filters: Filters) -> bool:
    return replace(filters, rejected=False) != Filters()


def _documents(ledger: Ledger, families: dict[str, Again[Any]], *, narrowed: bool) -> Iterator[DocumentRow]:
    told: set[str] | None = None
    if narrowed:
        told = {source.document for family in families.values() for item in family for source in item.sources}
    for row in ledger.walk("documents"):
        if told is None or row.id in told:
            yield row
