"""Which sentences are worth the parser's time."""

from __future__ import annotations

from memcon.reading.sentences import Sentence

# Layout whose sentences are read: the story itself, and captions, which report engagements.
READ = frozenset({"paragraph", "headline", "heading", "question", "caption"})


def worth_parsing(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences that can carry a fact."""
    return tuple(sentence for sentence in sentences if sentence.kind in READ)
