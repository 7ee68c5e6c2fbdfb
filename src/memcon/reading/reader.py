"""The cascade: a Document in, a Record out.

    1. sentences     on the layout's blocks
    2. mentions      who and what is named (knowledge automaton, titles, name shortening)
    3. times         dates and durations; an undated text is dated or bounded by its own words (publication), and read again
    4. quotations    what stands between quotation marks
    5. relevance     which sentences are worth parsing
    6. parsing       only those
    7. references    he, the secretary, both sides: on the parse
    8. statements    words and their speakers
    9. engagements   who met whom; needs statements to know who reports it
    10. commitments, 11. events, 12. offices
    13. hedges       what the text itself is not sure of takes from confidence

Each stage is a pure function in a module of its name and sees what the stages before it found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

from memcon import intake
from memcon.document import Document
from memcon.knowledge import Knowledge
from memcon.lexicon import Lexicon
from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis
from memcon.reading.collecting import collected_later
from memcon.reading.commitments import find_commitments
from memcon.reading.engagements import find_engagements
from memcon.reading.events import find_events
from memcon.reading.hedges import weighed
from memcon.reading.mentions import find_mentions
from memcon.reading.offices import find_offices
from memcon.reading.parsing import (
    DEFAULT_KIND,
    DEFAULT_MODEL,
    Parse,
    Parser,
    SpacyParser,
    check_kind,
    parse_sentences,
    parse_together,
)
from memcon.reading.publication import infer_published
from memcon.reading.quotations import find_quotations
from memcon.reading.references import resolve_references
from memcon.reading.relevance import Relevance
from memcon.reading.sentences import Sentence, find_sentences
from memcon.reading.statements import find_statements
from memcon.reading.times import Grammar, find_times, grammar_of
from memcon.record import About, MadeBy, Record, Time
from memcon.version import __version__

# How many documents `pipe` takes at a time, unless fewer hold so many characters: longer texts fill the parser's batches.
TOGETHER = 8
ENOUGH = 20_000
UNDATED = "the document has no date: relative dates keep their words and get no calendar date"


def is_relative(time: Time) -> bool:
    """Whether a date depends on a day of publication that nobody knows."""
    return time.type in {"DATE", "TIME"} and time.earliest is None


class Reader:
    """Reads documents and keeps the model, the knowledge and the lexicon loaded between them.

    `model` names a spaCy English model; `knowledge` and `lexicon` default to the built-in tables. `parser` is "default", or
    "small" for the smaller parser on the model's words (docs/speed.md), or an object that replaces the model altogether.
    Raises OSError where the model is not installed, and ValueError where there is no parser of that name."""

    def __init__(
        self,
        *,
        model: str = DEFAULT_MODEL,
        knowledge: Knowledge | None = None,
        lexicon: Lexicon | None = None,
        parser: Parser | str = DEFAULT_KIND,
    ) -> None:
        self._model = model
        if isinstance(parser, str):
            check_kind(parser)
        self._parser = parser
        self._knowledge = knowledge
        self._lexicon = lexicon

    @cached_property
    def parser(self) -> Parser:
        return SpacyParser(self._model, self._parser) if isinstance(self._parser, str) else self._parser

    @cached_property
    def knowledge(self) -> Knowledge:
        return self._knowledge or Knowledge.load()

    @cached_property
    def lexicon(self) -> Lexicon:
        return self._lexicon or Lexicon.load()

    def read(
        self,
        text: str | Document,
        *,
        published: str | None = None,
        title: str | None = None,
        url: str | None = None,
        outlet: str | None = None,
        input_id: str | None = None,
    ) -> Record:
        """The record of one text, or of a Document, which knows its own metadata. `published` is an ISO date.

        Raises memcon.errors.InputError where the text is empty or over the size limit."""
        if not isinstance(text, Document):
            text = intake.document(text, published=published, title=title, url=url, outlet=outlet, input_id=input_id)
        return next(self._records([text]))

    def pipe(self, items: Iterable[tuple[str | Document, Mapping[str, Any]]]) -> Iterator[Record]:
        """Records of many texts, in order: each item is the text and its metadata ({"published": "2023-06-19"}).

        Takes some short texts ahead, since the parser is quicker with the sentences of several; the records are those of
        `read`. An item that cannot be read raises when the records before it are out."""
        waiting: list[Document] = []
        try:
            for text, metadata in items:
                waiting.append(text if isinstance(text, Document) else intake.document(text, **metadata))
                if len(waiting) == TOGETHER or sum(len(document.text) for document in waiting) >= ENOUGH:
                    documents, waiting = waiting, []
                    yield from self._records(documents)
        except Exception:
            documents, waiting = waiting, []
            yield from self._records(documents)
            raise
        yield from self._records(waiting)

    def _records(self, documents: Sequence[Document]) -> Iterator[Record]:
        with collected_later():
            begun = {number: self._begun(item) for number, item in enumerate(documents) if item.language in (None, "en")}
            worth = [(item.shadow, self._worth_parsing(item), item.times) for item in begun.values()]
            parses = dict(zip(begun, parse_together(worth, self.parser), strict=True))
        for number, document in enumerate(documents):
            if number in begun:
                with collected_later():
                    record = self._record(self._ended(begun.pop(number), parses.pop(number)))
                yield record
            else:
                reason = f"the text is in another language ({document.language}); memcon reads English"
                yield self._unread(document, reason)

    def analyse(self, document: Document) -> Analysis:
        """All that the stages before the facts find: what `memcon why` and the page show as working."""
        begun = self._begun(document)
        return self._ended(begun, parse_sentences(begun.shadow, self._worth_parsing(begun), self.parser, begun.times))

    def _begun(self, document: Document) -> Analysis:
        """What is found before the parse."""
        sentences = find_sentences(document)
        mentions, times = self._names_and_times(document, sentences)
        published = infer_published(document, sentences, times, mentions, self.knowledge)
        if published != document.published:
            document = replace(document, published=published)
            mentions, times = self._names_and_times(document, sentences)
        if published.date is None and any(is_relative(time) for time in times):
            document = replace(document, warnings=(*document.warnings, UNDATED))
        return Analysis(
            document=document,
            knowledge=self.knowledge,
            lexicon=self.lexicon,
            sentences=sentences,
            mentions=mentions,
            times=times,
            quotations=find_quotations(document),
        )

    def _worth_parsing(self, begun: Analysis) -> tuple[Sentence, ...]:
        return self._relevance.worth_parsing(begun.shadow, begun.sentences, begun.mentions, begun.quotations)

    def _ended(self, begun: Analysis, parses: dict[int, Parse]) -> Analysis:
        """The analysis with its parses and what they tell of references."""
        analysis = replace(begun, parses=parses)
        return replace(analysis, mentions=resolve_references(analysis))

    @cached_property
    def _relevance(self) -> Relevance:
        return Relevance(self.lexicon)

    @cached_property
    def _time_grammar(self) -> Grammar | None:
        words = self.lexicon.table("times")
        return grammar_of(words) if words else None

    def _names_and_times(
        self, document: Document, sentences: tuple[Sentence, ...]
    ) -> tuple[tuple[Mention, ...], tuple[Time, ...]]:
        mentions = find_mentions(document, sentences, self.knowledge, self.lexicon)
        return mentions, find_times(document, grammar=self._time_grammar)

    def _record(self, analysis: Analysis) -> Record:
        statements = find_statements(analysis)
        engagements = find_engagements(analysis, statements.facts)
        commitments = find_commitments(analysis, statements.facts, engagements.facts)
        events = find_events(analysis, statements.facts, engagements.facts, commitments.facts)
        offices = find_offices(analysis)
        held_back = [found.held_back for found in (engagements, statements, commitments, events, offices)]
        return Record(
            document=self._about(analysis.document),
            engagements=weighed(analysis, engagements.facts),
            statements=statements.facts,
            commitments=weighed(analysis, commitments.facts),
            events=weighed(analysis, events.facts),
            offices=offices.facts,
            times=analysis.times,
            held_back=tuple(item for items in held_back for item in items),
            warnings=analysis.document.warnings,
        )

    def _unread(self, document: Document, reason: str) -> Record:
        return Record(document=self._about(document), warnings=(*document.warnings, reason))

    def _about(self, document: Document) -> About:
        return About(
            id=document.id,
            input_id=document.input_id,
            url=document.url,
            title=document.title,
            outlet=document.outlet,
            language=document.language,
            published=document.published,
            made_by=MadeBy(
                memcon=__version__,
                model=self.parser.name,
                knowledge=self.knowledge.version,
                lexicon=self.lexicon.version,
            ),
        )


@lru_cache(maxsize=1)
def _default_reader() -> Reader:
    return Reader()


def read(
    text: str | Document,
    *,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    input_id: str | None = None,
) -> Record:
    """The record of one text, read with the built-in model, knowledge and lexicon.

    `published` is an ISO date that fills in where the text has none of its own.
    Raises memcon.errors.InputError where the text is empty or over the size limit."""
    reader = _default_reader()
    return reader.read(text, published=published, title=title, url=url, outlet=outlet, input_id=input_id)
