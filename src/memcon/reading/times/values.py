"""Stretches of the calendar: the TIMEX3 value of a day, week, month, season, …, and its first and last day.

Weeks are ISO weeks. A stretch whose place in the calendar is not known (an undated document's "last Tuesday") has a
value with X's and no days.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAYS_IN = {"D": 1, "N": 1, "W": 7, "F": 14}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A TIMEX3 value with its first and last day, both inclusive; None where they are not known."""

    value: str
    first: date | None = None
    last: date | None = None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def day_of(day: date) -> Stretch:
    return Stretch(day.isoformat(), day, day)


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month_of(year: int, month: int) -> Stretch:
    return Stretch(f"{year:04d}-{month:02d}", *month_span(year, month))


def year_of(year: int) -> Stretch:
    return Stretch(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def week_of(day: date) -> Stretch:
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Stretch(f"{year:04d}-W{week:02d}", monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Stretch:
    """The Saturday and Sunday of the ISO week that holds `day`."""
    week = week_of(day)
    assert week.last is not None
    return Stretch(f"{week.value}-WE", week.last - timedelta(days=1), week.last)


def quarter_of(year: int, quarter: int) -> Stretch:
    return Stretch(f"{year:04d}-Q{quarter}", date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1])


def half_of(year: int, half: int) -> Stretch:
    return Stretch(f"{year:04d}-H{half}", date(year, 6 * half - 5, 1), month_span(year, 6 * half)[1])


def season_of(year: int, season: str) -> Stretch:
    """A season by the northern year; winter is named after the year in which it starts."""
    start = _SEASON_STARTS[season]
    end = (year + 1, 2) if season == "WI" else (year, start + 2)
    return Stretch(f"{year:04d}-{season}", date(year, start, 1), month_span(*end)[1])


def decade_of(year: int) -> Stretch:
    first = year - year % 10
    return Stretch(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31))


def century_of(century: int) -> Stretch:
    """The nth century: the 19th has the value 18."""
    first = 100 * (century - 1)
    return Stretch(f"{century - 1:02d}", date(max(first, 1), 1, 1), date(first + 99, 12, 31))


def from_to(start: Stretch, end: Stretch) -> Stretch:
    """One stretch from the first day of `start` to the last of `end`."""
    return Stretch(f"{start.value}/{end.value}", start.first, end.last)


def shift_months(day: date, months: int) -> date | None:
    """The same day of another month, or that month's last; None beyond the calendar."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, count: int, unit: str) -> date | None:
    """`day` moved by `count` of a unit (TIMEX letter: D W F M Q Y E C); None beyond the calendar."""
    if unit in MONTHS_IN:
        return shift_months(day, count * MONTHS_IN[unit])
    try:
        return day + timedelta(days=count * DAYS_IN[unit])
    except OverflowError:
        return None


def grain_of(day: date, unit: str) -> Stretch:
    """The day, week, month, … that holds `day`."""
    if unit in {"W", "F"}:
        return week_of(day)
    if unit == "M":
        return month_of(day.year, day.month)
    if unit == "Q":
        return quarter_of(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return year_of(day.year)
    if unit == "E":
        return decade_of(day.year)
    if unit == "C":
        return century_of(day.year // 100 + 1)
    return day_of(day)


def unplaced(unit: str) -> Stretch:
    """A day, week, month, … of which nothing is known."""
    return Stretch(
        {"W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX"}.get(
            unit, "XXXX-XX-XX"
        )
    )


def easter(year: int) -> date:
    """Western Easter (Anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter as a Gregorian date, 1900 to 2099 (Meeus's Julian algorithm)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth ISO weekday of a month; -1 is the last."""
    first, last = month_span(year, month)
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
