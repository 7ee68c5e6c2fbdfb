"""What words mean, as data files that a non-programmer can edit (docs/lexicon.md)."""

from memcon.lexicon.loading import Lexicon
from memcon.lexicon.sections import CommitmentSignal, EngagementSignal, EventSignal, SpeechSignal
from memcon.lexicon.types import Predicate

__all__ = [
    "CommitmentSignal",
    "EngagementSignal",
    "EventSignal",
    "Lexicon",
    "Predicate",
    "SpeechSignal",
]
