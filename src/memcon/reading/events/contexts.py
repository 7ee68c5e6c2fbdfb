"""PLOVER's contexts: what an event is about, by the words of its sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.lexicon import Lexicon


def contexts_in(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """Ids of the contexts whose terms stand in the text, in the lexicon's order."""
    lowered = text.lower()
    return tuple(name for name, pattern in _patterns(lexicon) if pattern.search(lowered))


@lru_cache(maxsize=4)
def _patterns(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (context.id, re.compile(r"\b(?:" + "|".join(re.escape(term.lower()) for term in context.terms) + r")s?\b"))
        for context in lexicon.contexts
        if context.terms
    )
