"""Contexts: what an event is about, by the words of its sentence."""

from __future__ import annotations

import pytest

from memcon.lexicon import Lexicon
from memcon.reading.events.contexts import contexts_in

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Kenya held Elections under a new law", "election"),
        ("the army moved its troops", "military"),
        ("a coup in the capital", "pro_autocracy"),
        ("the parliament voted", "legislative"),
    ],
)
def test_terms_name_contexts(text: str, context: str) -> None:
    assert context in contexts_in(LEXICON, text)


def test_no_term_no_context() -> None:
    assert contexts_in(LEXICON, "He walked home.") == ()


def test_parts_of_words_do_not_count() -> None:
    assert "pro_autocracy" not in contexts_in(LEXICON, "recoupling")
