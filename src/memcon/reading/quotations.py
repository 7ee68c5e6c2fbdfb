"""Quotations: stretches between quotation marks, found on the shadow text where all marks are “ and ”.

First shape; the statements owner refines it (paragraph continuation, titles in marks, scare quotes)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.document import Document

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """[start, end) with the marks, [inner_start, inner_end) without. `closed` is False where the paragraph ends first."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations, in text order, not overlapping, none crossing a line."""
    found = []
    for paragraph in _PARAGRAPH.finditer(document.shadow):
        opened = None
        for place in range(paragraph.start(), paragraph.end()):
            mark = document.shadow[place]
            if mark == "“" and opened is None:
                opened = place
            elif mark == "”" and opened is not None:
                found.append(Quotation(opened, place + 1, opened + 1, place))
                opened = None
        if opened is not None and paragraph.end() > opened + 1:
            found.append(Quotation(opened, paragraph.end(), opened + 1, paragraph.end(), closed=False))
    return tuple(found)
