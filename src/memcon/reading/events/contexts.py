"""PLOVER's contexts: what an event is about, by the words of its sentence and by the issues that they show."""

from __future__ import annotations

import re
from functools import lru_cache

from memcon.lexicon import Lexicon
from memcon.reading.issues import issues_in


def contexts_in(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """Ids of the contexts whose terms or issues stand in the text, in the lexicon's order."""
    lowered = text.lower()
    issues = set(issues_in(text, lexicon))
    return tuple(
        name for name, pattern, implied in _contexts(lexicon) if pattern.search(lowered) or not issues.isdisjoint(implied)
    )


@lru_cache(maxsize=4)
def _contexts(lexicon: Lexicon) -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((context.id, _pattern(context.terms), context.issues) for context in lexicon.contexts)


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms, singular or plural; with none, what stands nowhere."""
    return re.compile(r"\b(?:" + "|".join(re.escape(term) for term in terms) + r")s?\b" if terms else r"(?!)")
