"""Dates and durations: what a text says of when and how long, with TIMEX3 values and bounds in full dates.

An own grammar over token classes, in one pass that is linear in the text: `tokens` give each word its class, `grammar`
compiles patterns over classes, `days`, `spans`, `holidays`, `relative`, `clock` and `durations` hold the rules, `names`
what only looks like a date, `choice` and `tense` decide the year or week that is not said, `finding` runs it all, and
`reading` turns an expression into the record's `When` and `Duration`.

Value F1: MEANTIME (60 news texts) .83, diplomacy (75 sentences) 1.0, own sentences (132, 14 dates) .99 and more;
docs/accuracy/times.md.
"""

from memcon.reading.times.finding import find_times, grammar_of
from memcon.reading.times.grammar import FUTURE, PAST, Grammar, TenseHint
from memcon.reading.times.reading import duration_of, minutes, when_of
from memcon.reading.times.values import month_span, shift, shift_months

__all__ = [
    "FUTURE",
    "PAST",
    "Grammar",
    "TenseHint",
    "duration_of",
    "find_times",
    "grammar_of",
    "minutes",
    "month_span",
    "shift",
    "shift_months",
    "when_of",
]
