"""Rules for days of the calendar: 2024-05-15, 7/5/2011, Monday, June 19, 19 June 2023, June 30-July 2."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from memcon.reading.times.choice import nearest_weekday, relative_year, with_mod, yearless
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.names import is_weekday_name
from memcon.reading.times.tense import defers
from memcon.reading.times.values import Stretch, day_of, from_to, make_date

Made = Callable[[int], Stretch | None]
_YEARS = range(1000, 2200)
_NAMED_DAY = "(?: {week_day} COMMA? LP? the? )?"
_YEAR = "(?: (?: COMMA | of )? y:YEAR )?"
_DAY_IN_BRACKETS = "(?: LP {week_day} RP )?"
_LATE_YEAR = f"(?: COMMA? y:YEAR )? {_DAY_IN_BRACKETS}"
_BY = "by:(?: {through} | and | AMP )"
_WHICH_YEAR = "COMMA? of? which:(?: this | last | next | that ) year"


@rule("date.iso", "d:ISO")
def iso(match: Match) -> Reading | None:
    text = match.part("d")[0].text
    made = _date(*(int(part) for part in text[:10].split("-")))
    if made is None:
        return None
    return Reading("TIME", Stretch(text, made, made)) if "T" in text else Reading("DATE", day_of(made))


@rule("date.numeric", "d:(?: SLASH | DOTTED )")
def numeric(match: Match) -> Reading | None:
    """ "12/05/2011" in the order the calendar allows; else day first with dots or where the text shows it."""
    token = match.part("d")[0]
    first, second, third = (int(part) for part in re.split(r"[/.]", token.text))
    if first > 31:
        return _day_reading(_date(first, second, third))
    year = third if third > 99 else third + (2000 if third < 70 else 1900)
    orders = [(first, second), (second, first)]  # (month, day)
    if token.kind == "dotted" or match.scene.day_first:
        orders.reverse()
    made = [day for month, number in orders if (day := _date(year, month, number))]
    return _day_reading(made[0] if made else None)


def _date(year: int, month: int, day: int) -> date | None:
    return make_date(year, month, day) if year in _YEARS else None


def _day_reading(made: date | None) -> Reading | None:
    return Reading("DATE", day_of(made)) if made else None


def _day(year: int, month: int, number: int) -> Stretch | None:
    made = make_date(year, month, number)
    return day_of(made) if made else None


@rule(
    "date.day",
    f"{_NAMED_DAY} m:{{month}} d:{{date_day}} {_YEAR} {_DAY_IN_BRACKETS}",
    f"{_NAMED_DAY} d:{{date_day}} of? m:{{month}} {_YEAR} {_DAY_IN_BRACKETS}",
    f"the? d:ORD day? of m:MONTH {_LATE_YEAR}",
)
def day(match: Match) -> Reading | None:
    month, number = match.month("m"), match.number("d")
    if match.has("y"):
        return _day_reading(make_date(match.number("y"), month, number))
    return yearless(match, lambda year: _day(year, month, number), f"XXXX-{month:02d}-{number:02d}", exact=True)


@rule(
    "date.day.relative_year",
    f"m:{{month}} d:{{date_day}} {_WHICH_YEAR}",
    f"d:{{date_day}} of? m:{{month}} {_WHICH_YEAR}",
)
def day_of_relative_year(match: Match) -> Reading | None:
    """ "June 16 of last year"."""
    month, number = match.month("m"), match.number("d")
    year = relative_year(match, match.word("which"))
    stretch = _day(year, month, number) if year else Stretch(f"XXXX-{month:02d}-{number:02d}")
    return Reading("DATE", stretch, anchor=match.scene.anchor if year else None) if stretch else None


@rule(
    "range.days.relative_year",
    f"m:{{month}} a:{{date_day}} {_BY} b:{{date_day}} {_WHICH_YEAR}",
    f"the? a:{{date_day}} {_BY} the? b:{{date_day}} of? m:{{month}} {_WHICH_YEAR}",
)
def days_of_relative_year(match: Match) -> Reading | None:
    """ "13 to 14 July last year"."""
    month, first, last = match.month("m"), match.number("a"), match.number("b")
    year = relative_year(match, match.word("which"))
    if first >= last or year is None:
        return None
    stretch = spanning(_day(year, month, first), _day(year, month, last))
    return Reading("DATE", stretch, anchor=match.scene.anchor) if stretch else None


@rule(
    "range.days",
    f"m:{{month}} a:{{date_day}} {_DAY_IN_BRACKETS} {_BY} b:{{date_day}} {_LATE_YEAR}",
    f"the? a:{{date_day}} (?: COMMA {{date_day}} )? {_BY} the? b:{{date_day}} of? m:{{month}} {_LATE_YEAR}",
)
def days_of_one_month(match: Match) -> Reading | None:
    """ "June 18-19", "from 3 to 5 May", "6 and 7 October"."""
    month, first, last = match.month("m"), match.number("a"), match.number("b")
    if first >= last or (match.before == "from" and defers(match.scene, match.start)):
        return None
    unplaced = f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}"
    return ranged(match, lambda year: spanning(_day(year, month, first), _day(year, month, last)), unplaced)


@rule(
    "range.days.months",
    f"m:{{month}} a:{{date_day}} {_DAY_IN_BRACKETS} {_BY} n:{{month}} b:{{date_day}} {_LATE_YEAR}",
    f"a:{{date_day}} m:{{month}} {_DAY_IN_BRACKETS} {_BY} b:{{date_day}} n:{{month}} {_LATE_YEAR}",
)
def days_of_two_months(match: Match) -> Reading | None:
    """ "June 30-July 2", "between April 22 and May 3"."""
    if stand_apart(match):
        return None
    start, end = (match.month("m"), match.number("a")), (match.month("n"), match.number("b"))
    unplaced = "XXXX-{:02d}-{:02d}/XXXX-{:02d}-{:02d}".format(*start, *end)
    return ranged(match, lambda year: spanning(_day(year - (end < start), *start), _day(year, *end)), unplaced)


@rule(
    "range.days.years",
    f"m:{{month}} a:{{date_day}} COMMA? x:YEAR COMMA? {_BY} n:{{month}} b:{{date_day}} COMMA? y:YEAR",
    f"a:{{date_day}} m:{{month}} x:YEAR {_BY} b:{{date_day}} n:{{month}} y:YEAR",
)
def days_of_two_years(match: Match) -> Reading | None:
    if stand_apart(match):
        return None
    start = _day(match.number("x"), match.month("m"), match.number("a"))
    end = _day(match.number("y"), match.month("n"), match.number("b"))
    stretch = spanning(start, end)
    return Reading("DATE", stretch) if stretch else None


def stand_apart(match: Match) -> bool:
    """ "May 3 and June 5" are two dates, unless they stand after "between"; so are those of "moved from May 3 to June 5"."""
    if match.before == "from" and defers(match.scene, match.start):
        return True
    return match.word("by") in {"and", "&"} and match.before != "between"


def spanning(start: Stretch | None, end: Stretch | None) -> Stretch | None:
    """From one to the other, where they stand in that order."""
    if start is None or end is None or not (start.first and end.last and start.first < end.last):
        return None
    return from_to(start, end)


def ranged(match: Match, make: Made, unplaced: str) -> Reading | None:
    """A range in the year that the words give, else in the one that tense and nearness choose."""
    if not match.has("y"):
        return yearless(match, make, unplaced, exact=True)
    stretch = make(match.number("y"))
    return Reading("DATE", stretch) if stretch else None


@rule("date.weekday", "{grade}? w:WEEKDAY")
def weekday(match: Match) -> Reading | None:
    return None if is_weekday_name(match) else with_mod(nearest_weekday(match, match.weekday("w")), match)
