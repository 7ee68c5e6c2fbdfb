"""Dates and durations: what a text says of when and how long, with TIMEX3 values and bounds in full dates.

An own grammar over token classes (`grammar.py` is the machinery; `absolute.py`, `relative.py`, `clock.py`, `durations.py` are
the rules), in one pass that is linear in the text. Scores: docs/accuracy/times.md.
"""

from memcon.reading.times.finding import find_times
from memcon.reading.times.grammar import FUTURE, PAST, TenseHint
from memcon.reading.times.reading import duration_of, minutes, when_of
from memcon.reading.times.values import month_span, shift, shift_months

__all__ = [
    "FUTURE",
    "PAST",
    "TenseHint",
    "duration_of",
    "find_times",
    "minutes",
    "month_span",
    "shift",
    "shift_months",
    "when_of",
]
