"""When a reported engagement may have been: a window of days, and how fine it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from memcon.record import When

Grain = Literal["day", "about", "days", "month", "wide"]
FUTURE_STATUS = frozenset({"planned", "expected", "proposed", "invited"})
SEVERAL_DAYS = 10  # a visit, a week: longer is no better than a month
A_MONTH = 45
LONGEST = 400  # days: "between 2019 and 2023" places nothing better than its last year does
OPEN_PLAN = 365  # days in which a plan without a date may still come about


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `first` to `last`, both in."""

    first: date
    last: date
    grain: Grain

    def meets(self, other: Window, slack: int = 0) -> bool:
        """Do the two share a day, give or take `slack` days?"""
        return (self.first - other.last).days <= slack and (other.first - self.last).days <= slack

    def within(self, other: Window) -> bool:
        """Does this one lie inside the other?"""
        return other.first <= self.first and self.last <= other.last


def day_of(text: str | None) -> date | None:
    """A full ISO date, or None for nothing or for a date that no calendar has."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def window_of(when: When | None, published: str | None, status: str, background: bool) -> Window | None:
    """The days that a report allows for, or None where it can't be placed in time."""
    first = day_of(when.start) if when else None
    if when is None or first is None:
        return _undated(day_of(published), status, background)
    last = max(day_of(when.end) or first, first)
    length = (last - first).days + 1
    if length == 1:
        return Window(first, last, "about" if when.precision == "unknown" else "day")
    return Window(max(first, last - timedelta(days=LONGEST)), last, _grain(length))


def _grain(length: int) -> Grain:
    if length <= SEVERAL_DAYS:
        return "days"
    return "month" if length <= A_MONTH else "wide"


def _undated(published: date | None, status: str, background: bool) -> Window | None:
    if published is None:
        return None
    if status in FUTURE_STATUS:
        return Window(published, published + timedelta(days=OPEN_PLAN), "wide")
    return None if background else Window(published, published, "about")
