"""The tense around a time expression that has been read, for those who judge what it says of the document."""

from __future__ import annotations

from memcon.document import Document
from memcon.reading.times.finding import built_in_grammar
from memcon.reading.times.grammar import Scene
from memcon.reading.times.tense import tense_at
from memcon.reading.times.tokens import tokens_of
from memcon.record import Time

_BEFORE, _AFTER = 500, 250  # characters: more than the tense looks at


def tense_around(document: Document, time: Time) -> str | None:
    """ "past" or "future" for the words around a time expression, None where nothing tells."""
    opened = max(0, time.start - _BEFORE)
    tokens = tokens_of(document.shadow[opened : time.end + _AFTER])
    inside = [
        index for index, token in enumerate(tokens) if time.start <= opened + token.start and opened + token.end <= time.end
    ]
    if not inside:
        return None
    scene = Scene(tokens, built_in_grammar().vocabulary, None, "published")
    return tense_at(scene, inside[0], inside[-1] + 1)
