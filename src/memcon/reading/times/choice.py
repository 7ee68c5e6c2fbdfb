"""Which year, month or week a date means that does not say: by tense, else by nearness to the publication date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from memcon.reading.times.grammar import FUTURE, Match, Reading
from memcon.reading.times.tense import tense_at, was_planned
from memcon.reading.times.values import Stretch, day_of

# A day that the tense would put more than this many days off is taken on the other side where it is within _NEAR there:
# a report in the past tense of "the June 17 launch" a week ahead does not mean last year's.
_FAR, _NEAR = 240, 75


def reference(match: Match) -> tuple[date | None, str | None]:
    """The day that relative words count from, and its name as an anchor; None in an undated text."""
    scene = match.scene
    return (scene.published, scene.anchor) if scene.published else (None, None)


def relative_year(match: Match, which: str) -> int | None:
    """This, last, next or that year as a number; "that" is the year of the date before in the text."""
    if which in {"that", "same"}:
        previous = match.scene.previous()
        return previous.stretch.first.year if previous and previous.stretch.first else None
    today, _ = reference(match)
    return today.year + {"this": 0, "last": -1, "next": 1}[which] if today else None


def mod_of(match: Match) -> str | None:
    """The TIMEX mod that "early", "mid-", "the end of" put on a date."""
    mods = match.scene.vocabulary.words["mods"]
    word = match.word("grade") or match.word("edge")
    return str(mods[word]) if word else None


def with_mod(reading: Reading | None, match: Match) -> Reading | None:
    """The reading with the mod of the rule's words."""
    return replace(reading, mod=mod_of(match)) if reading else None


def tense_of(match: Match) -> str | None:
    return tense_at(match.scene, match.start, match.end)


def nearest_weekday(match: Match, weekday: int) -> Reading:
    """A bare weekday: today or before in the past tense (and where nothing tells), today or after in the future."""
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-WXX-{weekday}"))
    beside = _weekday_before(match)
    if beside:
        return Reading("DATE", day_of(beside + timedelta(days=(weekday - beside.isoweekday()) % 7)), anchor=anchor)
    ahead = (weekday - today.isoweekday()) % 7
    days = ahead if tense_of(match) == FUTURE else ahead - 7 if ahead else 0
    return Reading("DATE", day_of(today + timedelta(days=days)), anchor=anchor)


def _weekday_before(match: Match) -> date | None:
    """The day of the weekday that this one is joined to: "Wednesday and Thursday"."""
    scene = match.scene
    if match.before not in {"and", "or"} or not scene.history or scene.history[-1][0] != match.start - 2:
        return None
    reading = scene.history[-1][1]
    named = scene.word(match.start - 2) in scene.vocabulary.words["weekdays"]
    return reading.stretch.first if named and reading.type == "DATE" else None


def yearless(match: Match, make: Callable[[int], Stretch | None], unplaced: str, *, exact: bool) -> Reading | None:
    """A month, a day of a month, a season without its year: `make` gives it for a year.

    `exact` days may go against the tense where that is far nearer; months and seasons follow it."""
    today, anchor = reference(match)
    if today is None:
        previous = match.scene.dated(match.start)
        if previous is None or previous.stretch.first is None:
            return Reading("DATE", Stretch(unplaced))
        today, anchor = previous.stretch.first, previous.stretch.value
        return _reading(_closest(_candidates(make, today), today), anchor)
    tense = None if _is_planned_for(match) else tense_of(match)
    return _reading(_chosen(_candidates(make, today), today, tense, exact), anchor)


def _is_planned_for(match: Match) -> bool:
    """ "called off a visit that he had *planned for* early December": the nearest one, whatever the tense of planning."""
    scene = match.scene
    if match.before in {"for", "in", "on"} and scene.cue("planned", match.start - 2):
        return True
    return was_planned(scene, match.start)  # "*was scheduled* to meet X in May", printed in August: of this year


def _reading(stretch: Stretch | None, anchor: str | None) -> Reading | None:
    return Reading("DATE", stretch, anchor=anchor) if stretch else None


def _candidates(make: Callable[[int], Stretch | None], today: date) -> list[Stretch]:
    # Four years either way so that 29 February finds one.
    made = [make(year) for year in range(max(1, today.year - 4), min(9998, today.year + 4) + 1)]
    return [stretch for stretch in made if stretch and stretch.first and stretch.last]


def _distance(stretch: Stretch, today: date) -> int:
    """Days from today, negative in the past, 0 where it holds today."""
    assert stretch.first is not None
    assert stretch.last is not None
    if stretch.first <= today <= stretch.last:
        return 0
    return (stretch.first - today).days if stretch.first > today else (stretch.last - today).days


def _closest(stretches: list[Stretch], today: date) -> Stretch | None:
    return min(stretches, key=lambda s: (abs(_distance(s, today)), _distance(s, today)), default=None)


def _chosen(stretches: list[Stretch], today: date, tense: str | None, exact: bool) -> Stretch | None:
    closest = _closest(stretches, today)
    if tense is None or closest is None:
        return closest
    sign = 1 if tense == FUTURE else -1
    fitting = _closest([s for s in stretches if _distance(s, today) * sign >= 0], today)
    if fitting is None:
        return closest
    against = exact and abs(_distance(fitting, today)) > _FAR and abs(_distance(closest, today)) <= _NEAR
    return closest if against else fitting
