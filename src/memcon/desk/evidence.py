"""From a line of an answer back to the words: every source of an item, with the exact words and where they stand."""

from __future__ import annotations

from memcon.document import Document
from memcon.ledger import Ledger, Source
from memcon.ledger.types import Merged
from memcon.reading.sentences import Sentence, find_sentences
from memcon.record import Commitment, Fact, Model, Record, Span, Statement


class Quoted(Model):
    """Words of one document that show an item, and the sentence that they stand in. Offsets are code points of its text."""

    item: str
    report: str
    document: str
    input_id: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    fact: str
    of: tuple[str, ...] = ()
    start: int
    end: int
    exact: str
    sentence: str

    @property
    def source(self) -> str:
        """The document in a few words: outlet and day, or what else names it."""
        name = self.outlet or self.url or self.input_id or self.document[:19]
        return f"{name}, {self.published or 'undated'}"


class Shelf:
    """The documents and records behind a ledger's items, each fetched once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._records: dict[str, Record] = {}
        self._texts: dict[str, tuple[Document, tuple[Sentence, ...]]] = {}

    def record(self, document: str) -> Record:
        """The record of a document."""
        if document not in self._records:
            self._records[document] = self._ledger.record(document)
        return self._records[document]

    def fact(self, source: Source) -> Fact:
        """The fact of a source, as its document alone tells it."""
        return self.record(source.document).fact(source.fact)

    def quotes(self, item: Merged) -> tuple[Quoted, ...]:
        """The words of every source of an item, earliest published first; of each source the telling words first."""
        sources = sorted(item.sources, key=lambda source: (source.published or "9999", source.document, source.report))
        return tuple(quote for source in sources for quote in self._of(item.id, source))

    def sentence(self, document: str, span: Span) -> str:
        """The sentence (or the run of sentences) that a span of a document stands in, on one line."""
        text, sentences = self._text(document)
        over = [each for each in sentences if each.start < span.end and each.end > span.start]
        start, end = (over[0].start, over[-1].end) if over else (span.start, span.end)
        return " ".join(text.text[start:end].split())

    def _of(self, item: str, source: Source) -> tuple[Quoted, ...]:
        shared = source.model_dump(include={"document", "input_id", "outlet", "title", "url", "published", "report", "fact"})
        return tuple(
            Quoted(
                item=item, of=of, start=span.start, end=span.end, exact=span.exact,
                sentence=self.sentence(source.document, span), **shared,
            )
            for of, span in _spans(self.fact(source))
        )  # fmt: skip

    def _text(self, document: str) -> tuple[Document, tuple[Sentence, ...]]:
        if document not in self._texts:
            text = self._ledger.text(document)
            self._texts[document] = text, find_sentences(text)
        return self._texts[document]


def _spans(fact: Fact) -> list[tuple[tuple[str, ...], Span]]:
    """What a statement says or a commitment is about, then the fact's evidence."""
    told: list[tuple[tuple[str, ...], Span]] = []
    if isinstance(fact, Statement):
        told.append((("content",), fact.content))
    if isinstance(fact, Commitment) and fact.what:
        told.append((("what",), fact.what))
    seen = {(span.start, span.end) for _, span in told}
    return told + [(each.of, each) for each in fact.evidence if (each.start, each.end) not in seen]


def first_of_each(quotes: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """One quotation of each report: the telling words."""
    return tuple({quote.report: quote for quote in reversed(quotes)}.values())[::-1]
