"""Rows of spans sorted by their start: which of them touch a stretch, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Row = tuple[int, int, str]  # start, end, the id of a fact


def rows_of(spans: Iterable[Row]) -> list[Row]:
    """The spans in text order."""
    return sorted(spans)


def touching(rows: list[Row], start: int, end: int, *, within: tuple[int, int]) -> str | None:
    """The id of the first row that overlaps [start, end), of those that begin in `within` (a sentence)."""
    first = bisect_left(rows, (within[0],))
    for row_start, row_end, fact in rows[first : bisect_left(rows, (within[1],))]:
        if row_start < end and start < row_end:
            return fact
    return None
