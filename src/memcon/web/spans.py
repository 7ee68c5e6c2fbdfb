"""From which day to which a page looks: what the address says, else the last years in which there is something.

A pair of a big ledger has more than a page can hold; the newest of it is what people come for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import Depends, Query

from memcon.web.asking import Ask, Asked, day, two_parties
from memcon.web.problems import BadQuestion

YEARS = 3
BEGINNING = "0001-01-01"  # what the address says for "all of it"
Day = Annotated[str | None, Query(max_length=10, description="An ISO day.")]


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both in. `given`: the address says the first one."""

    since: str
    until: str | None
    given: bool

    @property
    def is_all(self) -> bool:
        """Does it begin where everything does?"""
        return self.since == BEGINNING

    @property
    def first(self) -> date | None:
        """The first day; None for all."""
        return None if self.is_all else date.fromisoformat(self.since)

    @property
    def last(self) -> date | None:
        """The last day; None for all."""
        return date.fromisoformat(self.until) if self.until else None


@dataclass(frozen=True, slots=True)
class PairAsked:
    """Two parties, the day they are seen from, and the days that are looked at. `parties` is empty where none are asked for."""

    parties: tuple[str, ...]
    on: date
    known_on: str | None
    span: Span

    @property
    def both(self) -> tuple[str, str]:
        """The two parties. Raises BadQuestion where there are none."""
        if len(self.parties) != 2:
            raise BadQuestion("pair", "give two parties, as in USA+CHN")
        return self.parties[0], self.parties[1]


def _pair(
    ask: Asked,
    pair: Annotated[str | None, Query(max_length=40, description="Two parties: USA+CHN.")] = None,
    on: Day = None,
    since: Day = None,
    until: Day = None,
) -> PairAsked:
    parties = two_parties(pair) if pair else ()
    seen = day("on", on)
    today = date.fromisoformat(seen) if seen else ask.today
    return PairAsked(parties, today, seen, span_of(ask, parties, today, day("since", since), day("until", until)))


PairOfTwo = Annotated[PairAsked, Depends(_pair)]


def span_of(ask: Ask, parties: Sequence[str], today: date, since: str | None, until: str | None) -> Span:
    """What was asked for; else YEARS up to the last day on which the parties had to do with each other."""
    if since or not parties:
        return Span(since or BEGINNING, until, given=bool(since))
    newest = ask.ledger.engagements(between=tuple(parties), until=until or today.isoformat(), limit=1, newest_first=True)
    end = next((each.when.start for each in newest.items if each.when and each.when.start), None)
    if end is None:
        return Span(BEGINNING, until, given=False)
    return Span((date.fromisoformat(end) - timedelta(days=365 * YEARS)).isoformat(), until, given=False)
