"""The parse of one sentence as plain values: what the rules read of spaCy's Doc and Token, under the same names.

A spaCy Token is made anew by each access and looks its strings up in a store; the rules ask some forty times a word. Here
each word is made once and holds what it is asked for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, overload


class Word:
    """One token. The names are spaCy's: `text`, `lower_`, `lemma_`, `tag_`, `pos_`, `dep_`, `head`, `children`, ….

    `idx` counts code points from the start of the line, `i` words."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "head",
        "i",
        "idx",
        "left_edge",
        "lefts",
        "lemma_",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Line
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    whitespace_: str
    head: Word
    lefts: Sequence[Word]  # dependents left of the word, in text order
    rights: Sequence[Word]
    children: Sequence[Word]
    left_edge: Word
    right_edge: Word

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    def nbor(self, step: int = 1) -> Word:
        """The word `step` further on; raises IndexError beyond either end."""
        place = self.i + step
        if place < 0:
            raise IndexError(place)
        return self.doc.words[place]

    @property
    def subtree(self) -> Iterator[Word]:
        """The word and all that hangs on it, as spaCy orders it."""
        found: list[Word] = []
        _gather(self, found)
        return iter(found)

    @property
    def ancestors(self) -> Iterator[Word]:
        """The heads above, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def is_punct(self) -> bool:
        return is_punctuation(self.text)

    @property
    def is_space(self) -> bool:
        return self.text.isspace()


def _gather(word: Word, found: list[Word]) -> None:
    """Adds the word's subtree."""
    for left in word.lefts:
        _gather(left, found)
    found.append(word)
    for right in word.rights:
        _gather(right, found)


@lru_cache(maxsize=4096)
def is_punctuation(text: str) -> bool:
    """Whether every character is punctuation to Unicode, as spaCy's `is_punct` has it."""
    return all(unicodedata.category(letter)[0] == "P" for letter in text)


class Stretch(Sequence[Word]):
    """Neighbouring words of a line: `line[2:5]`."""

    __slots__ = ("_line", "_words", "end", "start")

    def __init__(self, line: Line, start: int, end: int) -> None:
        self._line = line
        self.start = start
        self.end = max(start, end)
        self._words = line.words[start : self.end]

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Word | Stretch:
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self._words))
            return Stretch(self._line, self.start + first, self.start + last)
        return self._words[place]

    def __len__(self) -> int:
        return len(self._words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self._words)

    @property
    def text(self) -> str:
        """The words as written, without the space after the last."""
        if not self._words:
            return ""
        last = self._words[-1]
        return self._line.text[self._words[0].idx : last.idx + len(last.text)]


class Line(Sequence[Word]):
    """One parsed sentence: a sequence of words, `text` as written."""

    __slots__ = ("text", "words")

    def __init__(
        self,
        *,
        texts: Sequence[str],
        spaces: Sequence[bool],
        tags: Sequence[str],
        parts: Sequence[str],
        lemmas: Sequence[str],
        labels: Sequence[str],
        heads: Sequence[int],
    ) -> None:
        """Columns of one length; `heads` are places of words in the line, a root's its own."""
        self.words: list[Word] = []
        place = 0
        words = self.words
        for number, (text, space, tag, part, lemma, label) in enumerate(
            zip(texts, spaces, tags, parts, lemmas, labels, strict=True)
        ):
            word = Word()
            word.doc = self
            word.i = number
            word.idx = place
            word.text = text
            word.lower_ = text.lower()
            word.lemma_ = lemma
            word.tag_ = tag
            word.pos_ = part
            word.dep_ = label
            word.whitespace_ = " " if space else ""
            words.append(word)
            place += len(text) + space
        self.text = "".join([text + " " if space else text for text, space in zip(texts, spaces, strict=True)])
        _join(words, heads)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Stretch: ...
    def __getitem__(self, place: int | slice) -> Word | Stretch:
        if isinstance(place, slice):
            first, last, _ = place.indices(len(self.words))
            return Stretch(self, first, last)
        return self.words[place]

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def columns(self) -> dict[str, list[Any]]:
        """The arguments that make this line again."""
        return {
            "texts": [word.text for word in self.words],
            "spaces": [bool(word.whitespace_) for word in self.words],
            "tags": [word.tag_ for word in self.words],
            "parts": [word.pos_ for word in self.words],
            "lemmas": [word.lemma_ for word in self.words],
            "labels": [word.dep_ for word in self.words],
            "heads": [word.head.i for word in self.words],
        }


def _join(words: list[Word], heads: Sequence[int]) -> None:
    """Set each word's head, dependents and edges."""
    none: tuple[Word, ...] = ()
    for word in words:
        word.lefts = word.rights = none
        word.left_edge = word.right_edge = word
    for word, place in zip(words, heads, strict=True):
        head = word.head = words[place]
        if head.i > word.i:
            head.lefts = (*head.lefts, word)
        elif head is not word:
            head.rights = (*head.rights, word)
    for word in words:
        word.children = (*word.lefts, *word.rights) if word.rights else word.lefts
    _find_edges(words)


def _find_edges(words: list[Word]) -> None:
    """The outermost words of each subtree: once in text order and once against it, as spaCy has it."""
    for word in (*words, *reversed(words)):
        head = word.head
        if word.left_edge.i < head.left_edge.i:
            head.left_edge = word.left_edge
        if word.right_edge.i > head.right_edge.i:
            head.right_edge = word.right_edge


def line_of(doc: Iterable[Any]) -> Line:
    """A spaCy Doc as a line; a line as it is."""
    if isinstance(doc, Line):
        return doc
    tokens = list(doc)
    return Line(
        texts=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        tags=[token.tag_ for token in tokens],
        parts=[token.pos_ for token in tokens],
        lemmas=[token.lemma_ for token in tokens],
        labels=[token.dep_ for token in tokens],
        heads=[token.head.i for token in tokens],
    )
