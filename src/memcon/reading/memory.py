"""What a reader remembers of a text: the actors met so far, where, and by which words.

Of a text as long as a book that is what stands near: so a text costs its length, and no more for what came long before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.sentences import Sentence

REACH = 4  # sentences back that a pronoun looks; the readouts' "he" rarely looks further than three
STORY = 500  # mentions, some 40 KB of news: what stands further off than so many is another story

_DEALT_WITH = frozenset({"TWN", "PSE", "XKX", "VAT"})


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor met in the text: where, and whether as a subject."""

    mention: Mention
    actor: Actor
    sentence: int
    subject: str  # "main", "clause" (a clause inside another), or ""
    spoke: bool = False  # whether as the subject of a verb of speech


@dataclass
class Memory:
    """The actors met so far, the document's main parties, and who was the first subject."""

    analysis: Analysis
    seen: list[Seen] = field(default_factory=list)
    by_sentence: dict[int, list[Seen]] = field(default_factory=dict)  # the same, in the text's order
    persons: dict[Actor, int] = field(default_factory=dict)  # those seen, as first met; where in `seen` they were met last
    kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)  # the words by which the text names each actor
    states: tuple[str, ...] = ()  # the two states that the text names most
    home: str | None = None  # the state whose text it is

    def turn_to(self, story: Analysis) -> None:
        """Go on to the next stretch of a long text; what was met before the one just left is forgotten."""
        if story is self.analysis:
            return
        self.analysis, near = story, self.seen[-STORY:]
        self.seen, self.by_sentence, self.persons = [], {}, {}
        for item in near:
            self._meet(item)

    def _meet(self, item: Seen) -> None:
        if item.actor.kind == "person":
            self.persons[item.actor] = len(self.seen)
        self.seen.append(item)
        self.by_sentence.setdefault(item.sentence, []).append(item)

    def add(self, mention: Mention, sentence: Sentence, subject: str, *, spoke: bool = False) -> None:
        """Remember a settled mention's actors."""
        for actor in mention.actors:
            self._meet(Seen(mention, actor, sentence.index, subject, spoke))
            if mention.kind in {"name", "title"}:
                said = self.words.setdefault(actor.key, set())
                said.update(self.analysis.shadow[mention.start : mention.end].lower().replace("'s", "").split())

    def met_in(self, sentence: int) -> Sequence[Seen]:
        """Those met in one sentence. A text may be a whole book: what looks near must not pass over all of it."""
        return self.by_sentence.get(sentence, ())

    @property
    def named(self) -> frozenset[str]:
        """All parties that the text names."""
        return frozenset(party for mention in self.analysis.mentions for party in mention.parties)

    @property
    def host(self) -> str | None:
        """The party that receives: the text's own state, or that of the first place where one of those named is at home."""
        people = [actor.country for actor in self.persons if actor.country]
        if self.home in people:
            return self.home
        places = (mention.candidates[0] for mention in self.analysis.mentions if len(mention.candidates) == 1)
        return next((code for code in places if code in people), people[0] if people else None)

    @property
    def protagonist(self) -> str | None:
        """The party of the first person who acts in the text."""
        return next((s.actor.country for s in self.seen if s.subject and s.actor.kind == "person" and s.actor.country), None)

    def is_country(self, code: str) -> bool:
        """Whether a party is a state that others deal with, and no dependent territory."""
        state = self.analysis.knowledge.state(code)
        return state is not None and (state.status == "un_member" or code in _DEALT_WITH)

    def people(self, sentence: int, reach: int = REACH) -> Iterator[Seen]:
        """Persons and single office-holders met within reach, the latest first."""
        for item in reversed(self.seen):
            if sentence - item.sentence > reach:
                return
            if item.actor.kind in {"person", "office"} and not item.actor.plural:
                yield item

    def office_types(self, actor: Actor, country: str | None = None) -> frozenset[str]:
        """The kinds of office that the actor holds on the day or bears in the text; `country` where it may be of that one."""
        key = f"{actor.key}:{actor.office}:{country}"
        if key not in self.kinds:
            self.kinds[key] = self._office_types(actor, country)
        return self.kinds[key]

    def _office_types(self, actor: Actor, country: str | None) -> frozenset[str]:
        knowledge, day = self.analysis.knowledge, self.analysis.document.published.date
        found = {h.type for h in knowledge.offices_of(actor.id, day)} if actor.id and day else set()
        office = (actor.office or "").lower()
        named = [t for t in self.analysis.lexicon.titles if office and (office in t.forms or t.canonical == actor.office)]
        theirs = [title for title in named if country in title.parties] or [title for title in named if not title.parties]
        return frozenset(found | {title.office_type for title in (theirs if country else named)})


def stories(analysis: Analysis) -> Iterator[tuple[Analysis, Sequence[Sentence]]]:
    """A text in stretches of STORY mentions: the sentences of each, and the analysis with the mentions there and around.

    A text that is not twice as long, as reports are, is one stretch."""
    mentions, sentences = analysis.mentions, analysis.sentences
    if len(mentions) <= 2 * STORY:
        yield analysis, sentences
        return
    firsts = range(0, len(mentions), STORY)
    starts = [0, *(bisect_left(sentences, mentions[first].start, key=lambda s: s.start) for first in firsts[1:])]
    for first, (start, end) in zip(firsts, pairwise([*starts, len(sentences)]), strict=True):
        yield _around(analysis, max(0, first - STORY), first + 2 * STORY), sentences[start:end]


def _around(analysis: Analysis, first: int, last: int) -> Analysis:
    """The analysis with a stretch of its mentions; appositions point into that."""
    return replace(analysis, mentions=tuple(_moved(mention, first) for mention in analysis.mentions[first:last]))


def _moved(mention: Mention, first: int) -> Mention:
    if mention.of is None or not first:
        return mention
    return replace(mention, of=mention.of - first if mention.of >= first else None)
