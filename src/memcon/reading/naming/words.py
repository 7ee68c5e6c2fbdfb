"""Titles, honorifics, qualifiers and actor nouns of the lexicon, found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import ahocorasick

from memcon.lexicon import Lexicon
from memcon.lexicon.inflection import plural
from memcon.lexicon.tables import Honorific, Qualifier, Title
from memcon.reading.actors import Gender
from memcon.record import Level, OfficeStatus

WordKind = Literal[
    "title",
    "titles",
    "honorific",
    "qualifier",
    "suffix",
    "group",
    "groups",
    "body",
    "nickname",
    "combining",
    "modifier",
    "sides",
    "people",
    "document",
    "domain",
    "portfolio",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A lexicon word at [start, end). Several kinds may stand for one stretch; `senses` keeps them in the table's order."""

    start: int
    end: int
    senses: tuple[Sense, ...]

    def sense(self, *kinds: WordKind) -> Sense | None:
        """The first sense of one of these kinds."""
        return next((sense for sense in self.senses if sense.kind in kinds), None)

    def titles(self) -> tuple[Title, ...]:
        """All titles that this form can be."""
        return tuple(sense.title for sense in self.senses if sense.title is not None)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word can be. Fields not belonging to its kind are empty."""

    kind: WordKind
    form: str
    title: Title | None = None
    level: Level | None = None
    office: str | None = None
    gender: Gender | None = None
    status: OfficeStatus = "current"
    parties: tuple[str, ...] = ()


# Titles of these levels count persons of the text ("the two *ambassadors*"); officials are many.
_COUNTED_LEVELS = frozenset({"leader", "minister", "envoy", "legislator"})


def lowered(text: str) -> str:
    """Lower case at the same length (a letter whose lower case is two characters stays)."""
    simple = text.lower()
    return simple if len(simple) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find_words(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """All lexicon words in the text, longest first at each place, not overlapping, in text order.

    White space counts once, however much of it stands between two words."""
    return _found(text, _Holder(lexicon))


@lru_cache(maxsize=2)  # mentions and offices ask for those of one text
def _found(text: str, holder: _Holder) -> tuple[Word, ...]:
    automaton = _automaton(holder)
    low, places = _single_spaced(lowered(text))
    matches = []
    for last, senses in automaton.iter(low):
        start, end = last + 1 - len(senses[0].form), last + 1
        if _bounded(low, start, end):
            begun, ended = (places[start], places[end - 1] + 1) if places else (start, end)
            kept = tuple(sense for sense in senses if sense.kind != "honorific" or _cased(text[begun:ended]))
            if kept:
                matches.append(Word(begun, ended, kept))
    return tuple(_longest(matches))


def _single_spaced(text: str) -> tuple[str, list[int]]:
    """The text with one space for each run of them, and where each of its characters stands; [] where nothing moves."""
    if "  " not in text:
        return text, []
    kept = [index for index, char in enumerate(text) if char != " " or not text.startswith(" ", index - 1) or not index]
    return "".join(text[index] for index in kept), kept


def _cased(exact: str) -> bool:
    """An honorific begins with a capital ("Father Rossi", not "his father")."""
    return exact[0].isupper()


def _bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum() or not text[start].isalnum()
    after = end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum()
    return before and after


def _longest(matches: list[Word]) -> Iterator[Word]:
    reached = 0
    for word in sorted(matches, key=lambda word: (word.start, -word.end)):
        if word.start >= reached:
            yield word
            reached = word.end


@dataclass(frozen=True, eq=False)
class _Holder:
    """A lexicon by identity: it holds dictionaries and has no hash of its own."""

    lexicon: Lexicon

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder) and other.lexicon is self.lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)


@lru_cache(maxsize=4)
def _automaton(holder: _Holder) -> Any:
    senses: dict[str, list[Sense]] = {}
    for sense in _senses(holder.lexicon):
        senses.setdefault(sense.form, []).append(sense)
    automaton = ahocorasick.Automaton()
    for form, same in senses.items():
        automaton.add_word(form, tuple(same))
    automaton.make_automaton()
    return automaton


def _senses(lexicon: Lexicon) -> Iterator[Sense]:
    counts = lexicon.table("actors")["plural"]["counts"]
    for title in lexicon.titles:
        yield from _title_senses(title)
        if title.level in _COUNTED_LEVELS:
            yield from (Sense("people", f"{count} {form}") for count in counts for form in title.plurals)
    for honorific in lexicon.honorifics:
        yield from _honorific_senses(honorific)
    for qualifier in lexicon.qualifiers:
        yield from _qualifier_senses(qualifier)
    yield from _noun_senses(lexicon.table("actors"))


def _title_senses(title: Title) -> Iterator[Sense]:
    for form in title.forms:
        yield Sense("title", lowered(form), title=title, level=title.level, gender=title.gender)
    for form in title.plurals:
        yield Sense("titles", lowered(form), title=title, level=title.level)


def _honorific_senses(honorific: Honorific) -> Iterator[Sense]:
    for form in honorific.forms:
        yield Sense("honorific", lowered(form), gender=honorific.gender)


def _qualifier_senses(qualifier: Qualifier) -> Iterator[Sense]:
    status: OfficeStatus = "current" if qualifier.status == "deputy" else qualifier.status
    for form in qualifier.forms:
        yield Sense("suffix" if qualifier.side == "after" else "qualifier", lowered(form), status=status)


def _noun_senses(table: Mapping[str, Any]) -> Iterator[Sense]:
    for group in table["group"]:
        for form in group["forms"]:
            yield Sense("group", form, level=group["level"])
            yield Sense("groups", plural(form), level=group["level"])
    for body in table["body"]:
        for form in body["forms"]:
            yield Sense("body", form, level=body["level"], office=body["office"])
    for domain in table["domain"]:
        for form in domain["forms"]:
            yield Sense("domain", form, office=domain["office"])
    for form in table["portfolio"]["titles"]:
        yield Sense("portfolio", form)
    for nickname in table["nickname"]:
        for form in nickname["forms"]:
            yield Sense("nickname", form, parties=tuple(nickname["parties"]))
    for form, party in table["combining"].items():
        yield Sense("combining", form, parties=(party,))
    for form in table["modifiers"]["words"]:
        yield Sense("modifier", form)
    for form in table["plural"]["sides"]:
        yield Sense("sides", form)
    for form in table["plural"]["people"]:
        yield Sense("people", form)
    for form in table["document"]["words"]:
        yield Sense("document", form)
