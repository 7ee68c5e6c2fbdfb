"""Did a plan come about? A planned engagement beside the ones that were held.

The ledger merges a plan with what was held where both give the same days. A plan for "later this year" stays apart there;
here it is matched by its people and its window of days, and the match is shown with its grounds, never merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from memcon.desk.wording import PLANNED, first_day, last_day
from memcon.ledger import MergedEngagement

TOGETHER = frozenset({"meeting", "talks", "summit", "breakfast", "lunch", "dinner", "trilateral", "conference"})
LATE = timedelta(days=45)  # a plan kept a little after its window is the same plan kept late
LONGEST = timedelta(days=365)  # a plan without a window may come about within a year of its telling


@dataclass(frozen=True, slots=True)
class Match:
    """The engagement that a plan came about as, and why it is taken for it."""

    held: MergedEngagement
    grounds: tuple[str, ...]
    late: bool


@dataclass(frozen=True, slots=True)
class Window:
    """Days in which something may come about: due from `first` to `last`, and late until `latest`, all in."""

    first: date
    last: date
    latest: date

    def holds(self, day: date) -> bool:
        """Is the day in time, or late but not too late?"""
        return self.first <= day <= self.latest


def plan_window(plan: MergedEngagement, told: date | None) -> Window | None:
    """The days in which a plan may come about: its own, or a year from when it was told."""
    first, last = first_day(plan), last_day(plan)
    if plan.status in ("invited", "proposed") and last == told:
        first = last = None  # the day of the asking, not of the visit
    if first and last:
        return Window(max(first, told) if told and told <= last else first, last, last + LATE)
    return Window(told, told + LONGEST, told + LONGEST) if told else None


def told_day(plan: MergedEngagement) -> date | None:
    """When a plan was first told."""
    told = [source.published for source in plan.sources if source.published]
    return date.fromisoformat(min(told)) if told else None


def came_about(plan: MergedEngagement, held: Sequence[MergedEngagement]) -> Match | None:
    """The earliest held engagement that has all the plan's people (or, where it names none, its parties) and its days."""
    window = plan_window(plan, told_day(plan))
    if window is None:
        return None
    found = first_match(held, sides=people_of(plan), parties=plan.parties, kind=plan.kind, place=plan, window=window)
    return found or _by_successor(plan, held, window)


def _by_successor(plan: MergedEngagement, held: Sequence[MergedEngagement], window: Window) -> Match | None:
    """A visit planned by a minister who has since been replaced: the first by who holds the office now."""
    offices = {(each.country, each.office) for each in plan.participants if each.office and each.country}
    if plan.kind != "visit" or len(offices) != 1:
        return None
    inherited = [each for each in held if offices <= {(person.country, person.office) for person in each.participants}]
    match = first_match(inherited, sides=(), parties=plan.parties, kind=plan.kind, place=plan, window=window)
    return replace(match, grounds=("the same office", *match.grounds[1:])) if match else None


def first_match(
    held: Iterable[MergedEngagement],
    *,
    sides: Sequence[str],
    parties: Sequence[str],
    kind: str,
    place: MergedEngagement | None,
    window: Window,
) -> Match | None:
    """The earliest of `held` that fits people, kind, country and window; one in time goes before a late one."""
    fitting = []
    for each in held:
        if each.status != "held" or not _kinds_fit(kind, each.kind):
            continue
        day = first_day(each)
        if day and window.holds(day) and _people_fit(sides, parties, each) and _countries_fit(place, each):
            fitting.append((day > window.last, day, each.id, each))
    if not fitting:
        return None
    late, _, _, found = min(fitting, key=lambda entry: entry[:3])
    return Match(found, _grounds(sides, found, late), late)


def people_of(engagement: MergedEngagement) -> tuple[str, ...]:
    """The names of those who have one and a party."""
    return tuple(each.name for each in engagement.participants if each.name and each.country)


def is_plan(engagement: MergedEngagement) -> bool:
    """Is it still ahead, as far as any report says?"""
    return engagement.status in PLANNED


def still_ahead(plan: MergedEngagement, on: date) -> bool:
    """Are its days not over? A plan without days is ahead for a year from when it was told."""
    window = plan_window(plan, told_day(plan))
    return window is not None and window.last >= on


def _kinds_fit(planned: str, held: str) -> bool:
    """People who planned to meet have met in any form but by phone or letter; a visit also shows in its meetings."""
    return planned == held or (planned in TOGETHER and held in TOGETHER) or (planned == "visit" and held in TOGETHER)


def _people_fit(names: Sequence[str], parties: Sequence[str], held: MergedEngagement) -> bool:
    if names:
        return set(names) <= {each.name for each in held.participants}
    return bool(parties) and set(parties) <= set(held.parties)


def _countries_fit(plan: MergedEngagement | None, held: MergedEngagement) -> bool:
    """The country must not differ. A visit must be seen in the country it was to go to."""
    wanted = plan.place.country if plan else None
    if plan is not None and plan.kind == "visit" and wanted:
        return held.place.country == wanted
    return wanted is None or held.place.country in (None, wanted)


def _grounds(names: Sequence[str], held: MergedEngagement, late: bool) -> tuple[str, ...]:
    who = f"the same people ({', '.join(names)})" if names else "the same parties"
    return (who, "after its window" if late else "within its window", f"{held.kind} reported as held")
