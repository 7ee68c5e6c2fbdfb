"""Many phrases found at once, as whole words: one automaton, linear in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

import ahocorasick

V = TypeVar("V")


class Phrases(Generic[V]):
    """Phrases, each with what it means. Matching is of the exact characters; lower both sides for any case."""

    def __init__(self, meanings: Mapping[str, V]) -> None:
        self._automaton: Any = ahocorasick.Automaton()
        for phrase in sorted(meanings):
            self._automaton.add_word(phrase, (len(phrase), meanings[phrase]))
        self._empty = not meanings
        if meanings:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, V]]:
        """Start, end and meaning of each phrase that stands in the text as whole words; they may overlap."""
        if self._empty:
            return
        for last, (length, meaning) in self._automaton.iter(text):
            start, end = last + 1 - length, last + 1
            if not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum():
                yield start, end, meaning
