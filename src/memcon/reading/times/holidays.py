"""Holidays with a fixed or computable date, from the lexicon: Christmas Eve, Good Friday, Thanksgiving."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from memcon.reading.times.choice import yearless
from memcon.reading.times.grammar import Builder, Match, Reading, Rule
from memcon.reading.times.names import is_capital_word
from memcon.reading.times.tokens import tokens_of
from memcon.reading.times.values import Stretch, day_of, easter, make_date, nth_weekday, orthodox_easter

_MOVABLE = re.compile(r"(easter|orthodox)([+-]\d+)")


def holiday_rules(words: Mapping[str, Any]) -> Iterator[Rule]:
    """A rule for each holiday of the table."""
    for name, day in words["holidays"].items():
        yield Rule("date.holiday", f"{_pattern(name)} y:YEAR?", _builder(day))


def _pattern(name: str) -> str:
    items = {"possessive": "POSSESSIVE", "sign": "(?: APOS | DOT )"}
    return " ".join(items.get(token.kind, token.lower) for token in tokens_of(name))


def _builder(day: str) -> Builder:
    def build(match: Match) -> Reading | None:
        if _is_no_date(match):
            return None
        unplaced = f"XXXX-{day}" if re.fullmatch(r"\d\d-\d\d", day) else "XXXX-XX-XX"
        if match.has("y"):
            return Reading("DATE", _stretch(day, match.number("y")) or Stretch(unplaced))
        return yearless(match, lambda year: _stretch(day, year), unplaced, exact=True)

    return build


def _is_no_date(match: Match) -> bool:
    """ "Good Friday Agreement", "Easter Island", "Christmas trees", "easter" in small letters."""
    words = [token for token in match.scene.tokens[match.start : match.end] if token.kind == "word"]
    named = is_capital_word(match.scene, match.end) or match.scene.listed("holiday_things", match.end)
    return named or not all(token.capital for token in words)


def _stretch(day: str, year: int) -> Stretch | None:
    made = holiday_on(day, year)
    return day_of(made) if made else None


def holiday_on(day: str, year: int) -> date | None:
    """The date of a holiday given as the lexicon writes it: "12-25", "easter-2", "orthodox+0", "nth 4 4 11"."""
    movable = _MOVABLE.fullmatch(day)
    if movable:
        base = easter(year) if movable.group(1) == "easter" else orthodox_easter(year)
        return base + timedelta(days=int(movable.group(2)))
    if day.startswith("nth "):
        nth, weekday, month = (int(part) for part in day.split()[1:])
        return nth_weekday(year, month, weekday, nth)
    month, number = (int(part) for part in day.split("-"))
    return make_date(year, month, number)
