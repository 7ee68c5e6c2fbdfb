"""Summits everybody knows by place and date: "in Bali last November" is the G20 of 2022."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from memcon.knowledge.tables import read_table, split

__all__ = ["Summit", "known_summits"]


@dataclass(frozen=True, slots=True)
class Summit:
    """One summit. `series` is the organisation's acronym or the two parties ("CHN-USA"); dates are whole ISO days."""

    series: str
    places: tuple[str, ...]
    country: str
    start: str
    end: str
    source: str

    @property
    def name(self) -> str:
        """ "G20 in Bali"."""
        return f"{self.series} in {self.places[0]}"


@cache
def known_summits() -> tuple[Summit, ...]:
    """The built-in table, in its order. Raises DataError, naming file and line, where it is malformed."""
    return tuple(Summit(row[0], split(row[1]), *row[2:]) for row in read_table("summits"))
