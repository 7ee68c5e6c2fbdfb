"""Outlets named after a place: the Jakarta Post is not Indonesia, Radio France not France, Daily News Egypt not Egypt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from memcon.knowledge import Name
from memcon.lexicon import Lexicon
from memcon.reading.sentences import Sentence

_PLACES = frozenset({"state", "former_state", "capital", "city", "region", "metonym"})
_HEADLINES = frozenset({"headline", "heading"})
_BEFORE = 40  # characters before a place in which the outlet's name begins ("Daily News", "The Voice of")


def without_outlets(shadow: str, names: Sequence[Name], sentences: Sequence[Sentence], lexicon: Lexicon) -> list[Name]:
    """The names without those of places inside an outlet's name; headlines in capitals tell none apart."""
    table = lexicon.table("actors")["outlet"]
    after, before = _patterns(tuple(table["after"]), tuple(table["before"]))
    headlines = [sentence for sentence in sentences if sentence.kind in _HEADLINES]

    def inside(name: Name) -> bool:
        if not any(entry.kind in _PLACES for entry in name.entries):
            return False
        if any(sentence.start <= name.start < sentence.end for sentence in headlines):
            return False
        opening = shadow[max(0, name.start - _BEFORE) : name.start]
        return after.match(shadow, name.end) is not None or before.search(opening) is not None

    return [name for name in names if not inside(name)]


@lru_cache(maxsize=4)
def _patterns(after: tuple[str, ...], before: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind a place in an outlet's name, a capitalised word between allowed, and what before it."""
    behind = "|".join(map(re.escape, sorted(after, key=len, reverse=True)))
    ahead = "|".join(map(re.escape, sorted(before, key=len, reverse=True)))
    return re.compile(rf" (?:[A-Z]\w+ )?(?:{behind})\b(?!['’]?s? (?:of|for)\b)"), re.compile(rf"\b(?:{ahead}) (?:the )?$")
