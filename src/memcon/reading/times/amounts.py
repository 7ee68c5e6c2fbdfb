"""How many: the number before a unit, and the word before the number that loosens it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.reading.times.grammar import Match
from memcon.reading.times.tokens import Token, Vocabulary

QUANTIFIED = "q:{quantifier}? n:{amount} HY?"


def amount_of(match: Match, name: str = "n") -> float | None:
    """The number that a part means: 4.5 for "four and a half", 2 for "a couple of"; None for "several"."""
    return count(match.part(name), match.scene.vocabulary)


def count(tokens: Sequence[Token], vocabulary: Vocabulary) -> float | None:
    """The number that words and figures mean. Of "two or three" the larger; None where it is vague."""
    words = [token.lower for token in tokens]
    if not vocabulary.lists["vague"].isdisjoint(words):
        return None
    if "couple" in words:
        return 2.0
    half = 0.5 if "half" in words else 0.0
    total = 0.0
    for token in tokens:
        number = vocabulary.number(token)
        if number:
            total = _joined(total, number, token.lower)
    return total + half if total else half or 1.0


def _joined(total: float, number: float, word: str) -> float:
    """ "Two hundred" multiplies, "twenty-one" adds; else a new number takes the place of the last."""
    if word in {"hundred", "dozen"}:
        return (total or 1) * number
    hundreds = total >= 100 and number < 100
    tens = total % 10 == 0 and 20 <= total <= 90 and number < 10
    return total + number if word.isalpha() and (hundreds or tens) else number


def quantified_mod(match: Match) -> str | None:
    """The TIMEX mod of "nearly", "more than", …, None without one."""
    words = " ".join(token.lower for token in match.part("q"))
    mods = match.scene.vocabulary.words["quantifiers"]
    return str(mods[words]) if words in mods else None
