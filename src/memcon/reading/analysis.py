"""What the stages before the facts found, in one frozen value with look-ups by span.

Every later stage reads an `Analysis` and returns facts. Offsets are code points of the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from memcon.document import Document
from memcon.knowledge import Knowledge
from memcon.lexicon import Lexicon
from memcon.reading.actors import Mention
from memcon.reading.parsing import Parse
from memcon.reading.quotations import Quotation
from memcon.reading.sentences import Sentence
from memcon.record import Evidence, Span, Time


class Spanned(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)
_START, _END = attrgetter("start"), attrgetter("end")


def within(items: Sequence[S], start: int, end: int) -> tuple[S, ...]:
    """Those of `items` (sorted, not overlapping) that lie wholly in [start, end)."""
    first = bisect_left(items, start, key=_START)
    last = bisect_right(items, end, key=_END)
    return tuple(items[first:last])


def at(items: Sequence[S], offset: int) -> S | None:
    """The one of `items` (sorted, not overlapping) that covers `offset`."""
    place = bisect_right(items, offset, key=_START) - 1
    return items[place] if place >= 0 and items[place].end > offset else None


@dataclass(frozen=True)
class Analysis:
    """One document with all that the cheap stages and the parser found in it."""

    document: Document
    knowledge: Knowledge
    lexicon: Lexicon
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    parses: dict[int, Parse] = field(default_factory=dict)  # by sentence index; only sentences worth parsing
    # What a stage found once and the next ones ask for again; never part of the value, and new in every `replace`.
    memo: dict[tuple[str, int], Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def text(self) -> str:
        """The text as published; `exact` comes from here."""
        return self.document.text

    @property
    def shadow(self) -> str:
        """The clean text of the same length; reading looks here."""
        return self.document.shadow

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers `offset`."""
        return at(self.sentences, offset)

    def sentences_in(self, start: int, end: int) -> tuple[Sentence, ...]:
        """Sentences wholly in [start, end)."""
        return within(self.sentences, start, end)

    def paragraph_before(self, sentence: Sentence) -> Sentence | None:
        """The last sentence of a paragraph that stands before this one."""
        before = (self.sentences[index] for index in range(sentence.index - 1, -1, -1))
        return next((other for other in before if other.kind == "paragraph"), None)

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions wholly in [start, end)."""
        return within(self.mentions, start, end)

    def mention_at(self, offset: int) -> Mention | None:
        """The mention that covers `offset`."""
        return at(self.mentions, offset)

    def times_in(self, start: int, end: int) -> tuple[Time, ...]:
        """Time expressions wholly in [start, end)."""
        return within(self.times, start, end)

    def quotations_in(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Quotations wholly in [start, end)."""
        return within(self.quotations, start, end)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that covers `offset`."""
        return at(self.quotations, offset)

    def parse_of(self, sentence: Sentence) -> Parse | None:
        """The parse of this sentence, where it was worth one."""
        return self.parses.get(sentence.index)

    def parse_at(self, offset: int) -> Parse | None:
        """The parse of the sentence that covers `offset`."""
        sentence = self.sentence_at(offset)
        return self.parse_of(sentence) if sentence else None

    @cached_property
    def parsed(self) -> tuple[Parse, ...]:
        """All parses in text order."""
        return tuple(self.parses[index] for index in sorted(self.parses))

    def span(self, start: int, end: int) -> Span:
        """The record's span for [start, end)."""
        start, end = self.document.stretch(start, end)
        return Span(start=start, end=end, exact=self.text[start:end])

    def evidence(self, start: int, end: int, *of: str) -> Evidence:
        """The record's evidence for [start, end), showing the fields `of`."""
        start, end = self.document.stretch(start, end)
        return Evidence(of=of, start=start, end=end, exact=self.text[start:end])
