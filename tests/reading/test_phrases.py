"""Phrases are found as whole words, all of them, overlapping ones too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.reading.phrases import Phrases


def test_whole_words_only() -> None:
    phrases = Phrases({"aid": 1, "aid convoy": 2})
    assert list(phrases.find("an aid convoy, the maid, aids")) == [(3, 6, 1), (3, 13, 2)]


def test_no_phrases_find_nothing() -> None:
    assert list(Phrases[int]({}).find("anything")) == []


@given(st.text(alphabet="ab c.", max_size=30), st.sets(st.sampled_from(["a", "ab", "b c", "c"]), max_size=4))
def test_what_is_found_stands_there(text: str, phrases: set[str]) -> None:
    for start, end, phrase in Phrases({phrase: phrase for phrase in phrases}).find(text):
        assert text[start:end] == phrase
        assert not text[:start][-1:].isalnum()
        assert not text[end:][:1].isalnum()
