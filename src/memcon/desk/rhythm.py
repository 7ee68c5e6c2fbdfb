"""The rhythm of contacts: rounds, the gaps between them, and when a silence is longer than usual."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median, quantiles
from typing import Literal

from memcon.desk.levels import Silence


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Rounds of contact up to a day, in days. `longest_usual` is the gap above which a silence is longer than usual;
    `basis` says whether it was worked out from the gaps or is assumed."""

    rounds: tuple[tuple[date, date], ...]
    gaps: tuple[int, ...]
    usual: float | None
    spread: tuple[float, float] | None
    longest_usual: int
    basis: Literal["gaps", "assumed"]
    silent: int | None
    silent_since: date | None

    @property
    def is_silent(self) -> bool:
        """Has it been silent for longer than usual?"""
        return self.silent_since is not None


def rhythm_of(contacts: Iterable[tuple[date, date]], on: date, silence: Silence) -> Rhythm:
    """The rhythm of contacts, each from a first to a last day, up to a day.

    `silent_since` is the day from which the silence was longer than usual: one day past the longest usual gap."""
    rounds = _rounds([each for each in sorted(contacts) if each[0] <= on], silence.same_round)
    gaps = tuple((later[0] - earlier[1]).days for earlier, later in pairwise(rounds))
    known = len(gaps) >= silence.fewest_gaps
    spread = _quartiles(gaps) if known else None
    longest = int(spread[1] + silence.fence * (spread[1] - spread[0])) if spread else silence.assumed_gap
    last = min(rounds[-1][1], on) if rounds else None
    silent = (on - last).days if last else None
    since = last + timedelta(days=longest + 1) if last and silent is not None and silent > longest else None
    usual = float(median(gaps)) if gaps else None
    return Rhythm(tuple(rounds), gaps, usual, spread, longest, "gaps" if known else "assumed", silent, since)


def _rounds(contacts: Sequence[tuple[date, date]], same_round: int) -> list[tuple[date, date]]:
    """Contacts no further apart than `same_round` days are one round."""
    rounds: list[tuple[date, date]] = []
    for first, last in contacts:
        if rounds and (first - rounds[-1][1]).days <= same_round:
            rounds[-1] = rounds[-1][0], max(rounds[-1][1], last)
        else:
            rounds.append((first, last))
    return rounds


def _quartiles(gaps: Sequence[int]) -> tuple[float, float]:
    first, _, third = quantiles(gaps, n=4, method="inclusive")
    return first, third
