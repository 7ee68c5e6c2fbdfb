"""Hedges: "reportedly", "is said to have", "appears to": what the text itself is not sure of.

A fact whose sentence is hedged keeps its status and loses confidence. A hedge in a statement is its speaker's business,
so statements are not weighed. The words stand in `lexicon/data/status.toml`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from memcon.lexicon import Lexicon
from memcon.reading.analysis import Analysis
from memcon.reading.phrases import Phrases
from memcon.record import Fact

F = TypeVar("F", bound=Fact)
HEDGED = 0.75  # of the confidence is left


def weighed(analysis: Analysis, facts: tuple[F, ...]) -> tuple[F, ...]:
    """The facts, those in a hedged sentence with less confidence."""
    return tuple(_weighed(analysis, fact) for fact in facts)


def is_hedged(text: str, lexicon: Lexicon) -> bool:
    """Whether a hedge stands in the text, and not in a phrase that means something else."""
    found = list(_hedges(lexicon).find(text.lower()))
    others = [(start, end) for start, end, hedges in found if not hedges]
    return any(hedges and not any(first <= start < last for first, last in others) for start, _, hedges in found)


def _weighed(analysis: Analysis, fact: F) -> F:
    sentence = analysis.sentence_at(fact.evidence[0].start) if fact.evidence else None
    if sentence is None or not is_hedged(analysis.shadow[sentence.start : sentence.end], analysis.lexicon):
        return fact
    return fact.model_copy(update={"confidence": round(fact.confidence * HEDGED, 2)})


@lru_cache(maxsize=4)
def _hedges(lexicon: Lexicon) -> Phrases[bool]:
    """Phrase → whether it hedges."""
    cues = [cue for cue in lexicon.cues if cue.sense == "hedge"]
    return Phrases(
        {
            **dict.fromkeys((term for cue in cues for term in cue.terms), True),
            **dict.fromkeys((term for cue in cues for term in cue.not_in), False),
        }
    )
