"""Cooperation and conflict over time: a pair's events put into weeks or months, summed, decayed, and with bands.

Scale: the scores of PLOVER 2.0's types and modes, from -10 (most conflictual) to +10 (most cooperative), as coded in each
event. Bands: Poisson bootstrap (each event counts 0, 1, 2, ... times by a Poisson draw of mean 1), fixed seed, 5th and 95th
percentiles: what the series could have been had a few events more or fewer been reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from memcon.ledger import Ledger, MergedEvent, Source
from memcon.record import Model

if TYPE_CHECKING:
    import numpy

Step = Literal["week", "month"]
REPLICATES = 400
SEED = 20230619
BAND = (5, 95)
UNNAMED = "(no outlet)"


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with the day it is counted on, its weight, and the outlets that report it. `told`: dated by publication."""

    event: MergedEvent
    day: date
    told: bool
    weight: float
    outlets: tuple[str, ...]


class Point(Model):
    """One week or month. Sums are of scores times weights; `decayed` carries earlier points over, halved every half-life.

    `low` and `high` bound `decayed`; `net_low` and `net_high` bound `net`."""

    start: str
    end: str
    cooperation: float
    conflict: float
    net: float
    net_low: float
    net_high: float
    decayed: float
    low: float
    high: float
    cooperative: int
    conflictual: int
    events: tuple[str, ...] = ()


def outlet_of(source: Source) -> str:
    """The outlet's name, or the host of the address."""
    return source.outlet or (urlsplit(source.url).hostname if source.url else None) or UNNAMED


def dated_events(
    ledger: Ledger, parties: Sequence[str], weights: Mapping[str, float], *, planned: bool = True
) -> tuple[list[Dated], int]:
    """A pair's events in the order of their days, and how many were left out.

    Left out: what reports deny, what only background tells without a day, what has no day at all, what outlets of weight 0
    alone report, and with `planned` off what was not held."""
    found, left_out = [], 0
    for event in ledger.walk("events", between=tuple(parties)):
        dated = _dated(event, weights) if planned or event.status in ("held", "ongoing") else None
        if dated is None:
            left_out += 1
        else:
            found.append(dated)
    return sorted(found, key=lambda each: (each.day, each.event.id)), left_out


def _dated(event: MergedEvent, weights: Mapping[str, float]) -> Dated | None:
    outlets = tuple(sorted({outlet_of(source) for source in event.sources}))
    weight = max((weights.get(outlet, 1.0) for outlet in outlets), default=1.0)
    told = min((source.published for source in event.sources if source.published), default=None)
    day = event.date or (None if event.background else told)
    if day is None or weight <= 0 or event.status == "denied":
        return None
    return Dated(event, date.fromisoformat(day), event.date is None, weight, outlets)


def steps_between(first: date, last: date, step: Step) -> list[tuple[date, date]]:
    """The weeks (from Monday) or months that cover the days from first to last."""
    start = first - timedelta(days=first.weekday()) if step == "week" else first.replace(day=1)
    found = []
    while start <= last:
        following = start + timedelta(days=7) if step == "week" else (start + timedelta(days=32)).replace(day=1)
        found.append((start, following - timedelta(days=1)))
        start = following
    return found


def points_of(events: Sequence[Dated], steps: Sequence[tuple[date, date]], half_life: float) -> tuple[Point, ...]:
    """The events summed over the steps; those outside them are not counted."""
    import numpy

    bins = bins_of(events, steps)
    inside = [(each, place) for each, place in zip(events, bins, strict=True) if place is not None]
    scores = numpy.array([each.event.score * each.weight for each, _ in inside], dtype=float)
    places = numpy.array([place for _, place in inside], dtype=int)
    net, decayed = _bands(scores, places, steps, half_life)
    return tuple(
        _point(step, [each for each, place in inside if place == number], net[:, number], decayed[:, number])
        for number, step in enumerate(steps)
    )


def bins_of(events: Iterable[Dated], steps: Sequence[tuple[date, date]]) -> list[int | None]:
    """The number of the step that each event falls into, None outside all."""
    from bisect import bisect_right

    starts = [start for start, _ in steps]
    last = steps[-1][1] if steps else date.min
    places = [bisect_right(starts, each.day) - 1 for each in events]
    return [place if place >= 0 and each.day <= last else None for each, place in zip(events, places, strict=True)]


def _bands(
    scores: numpy.ndarray[Any, Any], places: numpy.ndarray[Any, Any], steps: Sequence[tuple[date, date]], half_life: float
) -> tuple[numpy.ndarray[Any, Any], numpy.ndarray[Any, Any]]:
    """(net, decayed): rows are the series itself, then its low and its high band."""
    import numpy

    draw = numpy.random.default_rng(SEED)
    rows = numpy.empty((REPLICATES + 1, len(steps)))
    for row in range(REPLICATES + 1):
        times = draw.poisson(1.0, len(scores)) if row else numpy.ones(len(scores))
        rows[row] = numpy.bincount(places, weights=scores * times, minlength=len(steps))
    faded = _faded(rows, steps, half_life)
    return tuple(numpy.vstack([each[0], numpy.percentile(each[1:], BAND, axis=0)]) for each in (rows, faded))  # type: ignore[return-value]


def _faded(rows: numpy.ndarray[Any, Any], steps: Sequence[tuple[date, date]], half_life: float) -> numpy.ndarray[Any, Any]:
    """Each series with what came before carried over, halved every `half_life` days."""
    faded = rows.copy()
    for number in range(1, len(steps)):
        keep = 0.5 ** ((steps[number][0] - steps[number - 1][0]).days / half_life)
        faded[:, number] += faded[:, number - 1] * keep
    return faded


def _point(
    step: tuple[date, date], events: Sequence[Dated], net: numpy.ndarray[Any, Any], decayed: numpy.ndarray[Any, Any]
) -> Point:
    weighted = [each.event.score * each.weight for each in events]
    return Point(
        start=step[0].isoformat(),
        end=step[1].isoformat(),
        cooperation=round(sum(score for score in weighted if score > 0), 3),
        conflict=round(sum(score for score in weighted if score < 0), 3),
        net=round(float(net[0]), 3),
        net_low=round(float(net[1]), 3),
        net_high=round(float(net[2]), 3),
        decayed=round(float(decayed[0]), 3),
        low=round(float(decayed[1]), 3),
        high=round(float(decayed[2]), 3),
        cooperative=sum(score > 0 for score in weighted),
        conflictual=sum(score < 0 for score in weighted),
        events=tuple(each.event.id for each in events),
    )
