"""Quotations: stretches between quotation marks, found on the shadow text where all marks are “ and ”.

A quotation that the paragraph does not close runs to the paragraph's end, as when a speech goes on in the next one; but
where the paragraph ends in ", X said.", the closing mark was forgotten and the quotation ends before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.document import Document

_PARAGRAPH = re.compile(r"[^\n]+")
_SPEAKERS = 60  # characters that the forgotten mark's speaker and verb may have
# ", General Tomas Rey said." or ", said the minister on Monday." at the end of a line.
_ATTRIBUTION = re.compile(
    r",\s(?=[^,“”]{1,60}$)(?:[^\s,]+\s){0,6}(?:said|says|added|told|wrote|stated|insisted|warned|explained)\b[^“”,]*$"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """[start, end) with the marks, [inner_start, inner_end) without. `closed` is False where no mark closes it."""

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
            end = _forgotten_end(document.shadow, opened, paragraph.end())
            found.append(Quotation(opened, end, opened + 1, end, closed=False))
    return tuple(found)


def _forgotten_end(shadow: str, start: int, end: int) -> int:
    """Where an unclosed quotation ends: after the comma before a speaker and a verb of saying, else with its line."""
    tail = max(start + 2, end - 2 * _SPEAKERS)
    for comma in range(end - 1, tail, -1):
        if shadow[comma] == "," and _ATTRIBUTION.match(shadow, comma, end):
            return comma + 1
    return end
