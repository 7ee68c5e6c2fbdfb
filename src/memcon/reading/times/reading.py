"""From a time expression to the record's fields: `When` for a date, `Duration` for a length."""

from __future__ import annotations

import re

from memcon.record import Duration, Precision, Time, When

_PART = re.compile(r"(\d+(?:\.\d+)?)([A-Z])")
_LENGTH = re.compile(r"P(?=.)(?:\d+(?:\.\d+)?[YQMWD])*(?:T(?:\d+(?:\.\d+)?[HMS])+)?")
_MINUTES = {"TS": 1 / 60, "TM": 1, "TH": 60, "D": 1440, "W": 10080, "M": 43200, "Q": 129600, "Y": 525600}
_VALUES: tuple[tuple[str, Precision], ...] = (
    (r".*/.*", "range"),
    (r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI)", "season"),
    (r"(?:[\dX]{4}-[\dX]{2}-[\dX]{2}|XXXX-WXX-\d)(?:T.*)?", "day"),
    (r"(?:\d{4}|XXXX)-(?:W|Q|H).*", "range"),
    (r"[\dX]{4}-[\dX]{2}", "month"),
    (r"[\dX]{4}", "year"),
    (r"[\dX]{2,3}", "range"),
)


def when_of(time: Time) -> When:
    """The record's `When` of a time expression: full first and last day, grain, words and anchor.

    Start and end are None where the calendar does not tell (an undated text's "Tuesday", a plain duration)."""
    return When(start=time.earliest, end=time.latest, precision=_precision(time), text=time.exact, anchor=time.anchor)


def _precision(time: Time) -> Precision:
    if time.type == "DURATION":
        return "range" if time.earliest else "unknown"
    if time.exact.lower().startswith(("earlier ", "later ")):
        return "range"
    return next((precision for pattern, precision in _VALUES if re.fullmatch(pattern, time.value)), "unknown")


def minutes(value: str) -> int | None:
    """Minutes of a TIMEX3 length ("PT1H45M" is 105, "P1D" 1440); None for a vague one ("PXM") or what is none."""
    if not _LENGTH.fullmatch(value):
        return None
    dated, _, timed = value[1:].partition("T")
    parts = [(number, unit) for number, unit in _PART.findall(dated)]
    parts += [(number, "T" + unit) for number, unit in _PART.findall(timed)]
    return round(sum(float(number) * _MINUTES[unit] for number, unit in parts))


def duration_of(time: Time) -> Duration | None:
    """The record's `Duration` of a time expression; None where it is no length or a vague one ("for weeks").

    `approximate` where the words loosen it ("nearly six hours") or the unit has no fixed length (months, years)."""
    length = minutes(time.value) if time.type == "DURATION" else None
    if length is None:
        return None
    return Duration(
        minutes=length,
        approximate=time.mod is not None or (time.value[-1] in "MYQ" and "T" not in time.value),
        text=time.exact,
    )


def _no_fixed_length(value: str) -> bool:
    return "T" not in value and value[-1] in "MYQ"
