"""Dates as mastheads, headers, datelines and metadata write them: day, month and year in full or nearly so.

Relative and partial dates in running text are the business of `memcon.reading`."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["WrittenDate", "find_dates", "parse_date"]

EARLIEST_YEAR, LATEST_YEAR = 1800, 2199

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:18|19|20|21)[0-9]{2})\b"
_YEAR_ISO = r"(?<![0-9])(?P<year>(?:18|19|20|21)[0-9]{2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR_ISO}([-/.])(?P<month_number>1[0-2]|0?[1-9])\2(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9])",
        rf"{_YEAR_ISO}(?P<month_number>1[0-2]|0[1-9])(?P<day>3[01]|[12][0-9]|0[1-9])(?![0-9])",
        rf"\b{_MONTH} ?{_DAY}(?:[ ,]{{1,2}}{_YEAR})?",
        rf"\b{_DAY}(?: of)?[ -]{_MONTH}(?:,?[ -]{_YEAR})?",
        rf"(?<![0-9/.])(?P<first>[0-3]?[0-9])[/.](?P<second>[0-3]?[0-9])[/.]{_YEAR}",
    )
)
_FIGURE = re.compile(r"[0-9]")
_AMERICAN_CLOCK = re.compile(r",? \d{1,2}:\d{2}(?::\d{2})? ?(?:[AaPp]\.?[Mm]\b|[ECMP][DS]?T\b)")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at [start, end). `year` is None where it is not written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def iso(self, year: int | None = None) -> str | None:
        """The full date, with this year where none is written; None without a year or where there is no such day."""
        chosen = self.year or year
        if chosen is None:
            return None
        try:
            return datetime.date(chosen, self.month, self.day).isoformat()
        except ValueError:
            return None


def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """All written dates, in text order; of two that overlap, the longer."""
    if not _FIGURE.search(text):
        return ()
    found = sorted(_matches(text), key=lambda date: (date.start, -date.end))
    kept: list[WrittenDate] = []
    for date in found:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return tuple(kept)


def parse_date(text: str) -> str | None:
    """The first full date in a metadata field ("2023-06-19T08:00Z", "Mon, 19 Jun 2023 08:00 GMT") as ISO, or None."""
    return next((iso for date in find_dates(text[:200]) if (iso := date.iso())), None)


def _matches(text: str) -> Iterator[WrittenDate]:
    for form in _FORMS:
        for match in form.finditer(text):
            if date := _from_match(match):
                yield date


def _from_match(match: re.Match[str]) -> WrittenDate | None:
    fields = match.groupdict()
    year = int(fields["year"]) if fields["year"] else None
    if "first" in fields:
        american = _AMERICAN_CLOCK.match(match.string, match.end()) is not None
        month, day = _order(int(fields["first"]), int(fields["second"]), dotted="." in match.group(), american=american)
    else:
        month = int(fields.get("month_number") or 0) or 1 + _MONTHS.index(fields["month"][:3].lower())
        day = int(fields["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31) or (year and not EARLIEST_YEAR <= year <= LATEST_YEAR):
        return None
    return WrittenDate(match.start(), match.end(), year, month, day)


def _order(first: int, second: int, *, dotted: bool, american: bool) -> tuple[int, int]:
    """Month and day of 10/26/2023, 26/10/2023 or 05.06.2023; zeros for 05/06/2023, which may be either.

    Dots put the day first; a time with AM or PM, or of an American zone, puts the month first."""
    if first > 12 or dotted:
        return second, first
    if second > 12 or american or first == second:
        return first, second
    return 0, 0
