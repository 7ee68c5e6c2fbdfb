"""Where a series changes, and whether the sources changed with it.

Change points: PELT (Killick, Fearnhead and Eckley 2012) as in `ruptures`, least squares on the sums of cooperation and of
conflict together, each divided by its noise (from the differences of neighbouring points), penalty PENALTY × log n a series.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from memcon.desk.series import Dated, Point, bins_of
from memcon.record import Model

PENALTY = 3.0  # of log n for each of the two series: a step must gain this much to count
SHORTEST = 3  # points: no stretch between changes is shorter
NEW_SHARE = 0.2  # of reports: an outlet that goes from none to this much (or back) is named
SHIFT = 0.3  # total variation distance between the outlets' shares from which the mix has changed
QUARTERS = 4  # an outlet is there throughout if it reports in each of this many parts of the window
NEAR = 2  # points: two series change at the same time if no further apart


class SourceMix(Model):
    """The outlets' shares of reports before and after a change. `distance`: total variation, 0 (same) to 1 (none shared)."""

    before: dict[str, float]
    after: dict[str, float]
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    distance: float

    @property
    def changed(self) -> bool:
        """Did the mix of sources change enough to explain a change in the series?"""
        return bool(self.came or self.went or self.distance >= SHIFT)


@dataclass(frozen=True, slots=True)
class Break:
    """A change before step `at`; the stretches on its two sides run from `since` and up to `until` (not in)."""

    at: int
    since: int
    until: int


def breaks_of(points: Sequence[Point]) -> tuple[Break, ...]:
    """The changes in a series, in order."""
    import numpy
    import ruptures

    if len(points) < 2 * SHORTEST:
        return ()
    signal = numpy.array([[each.cooperation, each.conflict] for each in points], dtype=float)
    noise = numpy.array([_noise(column) for column in signal.T])
    if not noise.any():
        return ()
    scaled = signal / numpy.where(noise > 0, noise, 1.0)
    model = ruptures.Pelt(model="l2", min_size=SHORTEST, jump=1).fit(scaled)
    ends = model.predict(pen=PENALTY * signal.shape[1] * float(numpy.log(len(points))))
    edges = [0, *ends]
    return tuple(Break(at, edges[place], edges[place + 2]) for place, at in enumerate(edges[1:-1]))


def _noise(column: Sequence[float]) -> float:
    """The standard deviation of a series without its steps: from the differences of neighbours."""
    import numpy

    return float(numpy.std(numpy.diff(numpy.asarray(column))) / numpy.sqrt(2))


def mix_around(events: Sequence[Dated], steps: Sequence[tuple[date, date]], change: Break) -> SourceMix:
    """Which outlets reported before and after a change, within the stretches on its two sides."""
    places = bins_of(events, steps)
    sides: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for each, place in zip(events, places, strict=True):
        if place is not None and change.since <= place < change.until:
            sides[place >= change.at].update(each.outlets)
    before, after = (_shares(side) for side in sides)
    outlets = sorted({*before, *after})
    return SourceMix(
        before=before,
        after=after,
        came=tuple(each for each in outlets if each not in before and after[each] >= NEW_SHARE and before),
        went=tuple(each for each in outlets if each not in after and before[each] >= NEW_SHARE and after),
        distance=_distance(before, after),
    )


def _distance(one: dict[str, float], other: dict[str, float]) -> float:
    """Total variation; 0 where a side has no reports to compare."""
    if not one or not other:
        return 0.0
    return round(sum(abs(one.get(each, 0.0) - other.get(each, 0.0)) for each in sorted({*one, *other})) / 2, 3)


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values())
    return {outlet: round(counts[outlet] / total, 3) for outlet in sorted(counts)}


def constant_outlets(events: Sequence[Dated], first: date, last: date) -> tuple[str, ...]:
    """The outlets that report in each quarter of the window, sorted."""
    length = max((last - first).days + 1, 1)
    seen: dict[str, set[int]] = {}
    for each in events:
        if first <= each.day <= last:
            quarter = min((each.day - first).days * QUARTERS // length, QUARTERS - 1)
            for outlet in each.outlets:
                seen.setdefault(outlet, set()).add(quarter)
    return tuple(sorted(outlet for outlet, quarters in seen.items() if len(quarters) == QUARTERS))


def near(one: int, others: Sequence[Break]) -> bool:
    """Does another series change at about the same step?"""
    return any(abs(other.at - one) <= NEAR for other in others)
