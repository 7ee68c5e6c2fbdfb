"""Words made comparable: marks, spaces, case and accents off, "don't" as "do not"; every word knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from memcon.knowledge.folding import fold
from memcon.lexicon import Lexicon

_WORD = re.compile(r"(?:\[[^\W_]\])?[^\W_]+(?:'[^\W_]+)*")  # "[W]e" is a word whose first letter the editor changed
_NEGATED = re.compile(r"^([a-z]+)n't$")
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall"}
# An ellipsis, marked or not as the editor's, or an editor's words in square brackets.
_GAP = re.compile(r"\[[^\]\n]{0,200}\](?![^\W_])|\(…\)|\(\.\.\.\)|…|\.\s?\.\s?\.(?:\s?\.)?")


@dataclass(frozen=True)
class Words:
    """The words of a text in order: their comparable forms, and [start, end) of each in code points."""

    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def part(self, first: int, last: int) -> Words:
        """The words [first, last)."""
        return Words(self.forms[first:last], self.starts[first:last], self.ends[first:last])


def words_in(shadow: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a document's shadow between two offsets."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(fold(shadow), start, len(shadow) if end is None else end):
        for form in _forms(match.group()):
            forms.append(form)
            starts.append(match.start())
            ends.append(match.end())
    return Words(tuple(forms), tuple(starts), tuple(ends))


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, ...]:
    lower = word.casefold().replace("[", "").replace("]", "")
    if lower == "cannot":
        return ("can", "not")
    negated = _NEGATED.match(lower)
    if negated:
        return (_SHORTENED.get(negated[1], negated[1]), "not")
    return (lower,)


def pieces_of(shadow: str, start: int, end: int) -> list[Words]:
    """The words of a quotation, cut where the draft marks that it left something out or put in its own."""
    pieces = []
    reached = start
    for gap in _GAP.finditer(shadow, start, end):
        pieces.append(words_in(shadow, reached, gap.start()))
        reached = gap.end()
    pieces.append(words_in(shadow, reached, end))
    return [piece for piece in pieces if len(piece)]


@dataclass(frozen=True)
class Senses:
    """The word lists of `verification.toml`."""

    lexicon: Lexicon

    def _list(self, name: str) -> frozenset[str]:
        return frozenset(str(self.lexicon.table("verification").get(name, "")).split())

    @cached_property
    def negations(self) -> frozenset[str]:
        return self._list("negations")

    @cached_property
    def negative_verbs(self) -> frozenset[str]:
        return self._list("negative_verbs")

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        return tuple(sorted(self._list("negating_prefixes")))

    @cached_property
    def light(self) -> frozenset[str]:
        return self._list("light_words") | self.negations

    @cached_property
    def titles(self) -> frozenset[str]:
        return self._list("titles")

    @cached_property
    def said_words(self) -> frozenset[str]:
        return self._list("said_words")

    @cached_property
    def calendar(self) -> frozenset[str]:
        return self._list("calendar")

    @cached_property
    def prepositions(self) -> frozenset[str]:
        return self._list("prepositions")

    @cached_property
    def ones_people(self) -> frozenset[str]:
        return self._list("ones_people")

    @cached_property
    def addressing_words(self) -> frozenset[str]:
        return self._list("addressing_words")

    @cached_property
    def pronouns(self) -> frozenset[str]:
        return self._list("pronouns")

    def weight(self, words: Sequence[str]) -> float:
        """How much words say: a light one a quarter of another."""
        return sum(0.25 if word in self.light else 1.0 for word in words)

    def opposite(self, one: str, other: str) -> bool:
        """Is one word the other with a negating prefix?"""
        shorter, longer = sorted((one, other), key=len)
        return any(longer == prefix + shorter for prefix in self.prefixes)
