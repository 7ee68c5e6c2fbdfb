"""How many: the number before a unit, and the word before the number that loosens it."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.reading.times.grammar import Match
from memcon.reading.times.tokens import Token, Vocabulary

QUANTIFIED = "q:{quantifier}? n:{amount} HY?"
_VAGUE = frozenset({"few", "several", "many", "number", "countless"})


def amount_of(match: Match, name: str = "n") -> float | None:
    """The number that a part means: 4.5 for "four and a half", 2 for "a couple of"; None for "several"."""
    return count(match.part(name), match.scene.vocabulary)


def count(tokens: Sequence[Token], vocabulary: Vocabulary) -> float | None:
    """The number that words and figures mean. Of a span ("two or three", "10-12") the larger; None where it is vague."""
    words = [token.lower for token in tokens]
    if _VAGUE.intersection(words):
        return None
    if "couple" in words:
        return 2.0
    half = 0.5 if "half" in words else 0.0
    total, seen = 0.0, False
    for token, word in zip(tokens, words, strict=True):
        number = vocabulary.number(token)
        if not number:
            continue
        total, seen = _joined(total, number, word), True
    if seen:
        return total + half
    return half or 1.0


def _joined(total: float, number: float, word: str) -> float:
    if word in {"hundred", "dozen"}:
        return (total or 1) * number
    if total >= 100 and number < 100 and word.isalpha():
        return total + number
    if total % 10 == 0 and 20 <= total <= 90 and number < 10 and word.isalpha():
        return total + number
    return number


def quantified_mod(match: Match) -> str | None:
    """The TIMEX mod of "nearly", "more than", …, None without one."""
    words = " ".join(token.lower for token in match.part("q"))
    mods = match.scene.vocabulary.words["quantifiers"]
    return str(mods[words]) if words in mods else None
