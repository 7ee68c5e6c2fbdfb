"""Amounts promised: sums of money and numbers of things."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.lexicon import Lexicon
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.record import Amount

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SMALL = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip


def amount_in(analysis: Analysis, parse: Parse, start: int, end: int) -> Amount | None:
    """The first sum of money in [start, end), else the first number of things there."""
    return _money(analysis, start, end) or _count(analysis, parse, start, end)


def _money(analysis: Analysis, start: int, end: int) -> Amount | None:
    table = analysis.lexicon.table("commitments")
    for pattern in _patterns(analysis.lexicon):
        found = pattern.search(analysis.shadow, start, end)
        if found:
            span = analysis.span(found.start(), found.end())
            value = float(found["number"].replace(",", "")) * table["magnitudes"].get((found["size"] or "").lower(), 1)
            unit = table["currencies"].get(found["sign"]) or table["currencies"].get(found["sign"].lower().removesuffix("s"))
            return Amount(**span.model_dump(), value=value, unit=unit)
    return None


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    table = lexicon.table("commitments")
    sizes = "|".join(sorted(table["magnitudes"], key=len, reverse=True))
    signs = [sign for sign in table["currencies"] if not sign.isalpha()]
    words = [sign for sign in table["currencies"] if sign.isalpha()]
    before = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    after = "|".join(words)
    return (
        re.compile(rf"(?P<sign>{before})\s?(?P<number>{NUMBER})(?:[\s-]?(?P<size>{sizes})\b)?", re.IGNORECASE),
        re.compile(
            rf"(?P<number>{NUMBER})(?:[\s-](?P<size>{sizes}))?\s(?:[A-Za-z]+\s)?(?P<sign>(?:{after})s?)\b", re.IGNORECASE
        ),
    )


def _count(analysis: Analysis, parse: Parse, start: int, end: int) -> Amount | None:
    uncounted = analysis.lexicon.table("commitments")["uncounted"]
    for token in parse.tokens_in(start, end):
        if token.dep_ == "nummod" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i:
            if token.head.lemma_.lower() in uncounted:
                continue
            first = parse.begins(token)
            if any(time.start <= first < time.end for time in analysis.times_in(parse.start, parse.end)):
                continue
            value = _value(analysis.shadow[first : parse.ends(token)])
            if value is not None and parse.ends(token.head) <= end:
                span = analysis.span(first, parse.ends(token.head))
                return Amount(**span.model_dump(), value=value, unit=str(token.head.lemma_.lower()))
    return None


def _value(words: str) -> float | None:
    lowered = words.lower().replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", lowered):
        return float(lowered)
    return float(SMALL[lowered]) if lowered in SMALL else None
