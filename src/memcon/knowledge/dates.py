"""Partial dates: a year is a year, not its first of January.

Dates are ISO strings, whole (`2023-07-25`) or not (`2023-07`, `2023`), and compare as strings once bounded.
"""

from __future__ import annotations

import re
from datetime import date

from memcon.errors import DataError

__all__ = ["day_of", "earliest", "is_partial_date", "latest"]

_PARTIAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def earliest(partial: str) -> str:
    """The first day that a partial date can mean, as an ISO string; empty for an empty one."""
    return partial + "-01-01"[len(partial) - 4 :] if partial else ""


def latest(partial: str) -> str:
    """The last day that a partial date can mean, as an ISO string (the 31st for any month: only for comparing)."""
    return partial + "-12-31"[len(partial) - 4 :] if partial else ""


def is_partial_date(text: str) -> bool:
    """Whether the text is a year, a month or a day in ISO form."""
    return _PARTIAL.fullmatch(text) is not None


def day_of(on: date | str) -> str:
    """The day asked about, as an ISO string. Raises DataError where a string is no whole day."""
    if isinstance(on, date):
        return on.isoformat()[:10]
    if len(on) != 10 or not is_partial_date(on):
        raise DataError(f"{on!r} is not a day; write it as 2023-06-19")
    return on
