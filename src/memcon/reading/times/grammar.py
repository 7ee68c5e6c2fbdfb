"""The grammar's machinery: patterns over token classes, rules with their reading, and what a rule sees of the text.

A pattern is a regular expression whose letters are token classes (upper case: MONTH, DAY, UNIT) and literal words
(lower case), with blanks between them; `name:ITEM` or `name:(?: ... )` names a part; `{fragment}` puts a named fragment
in. Patterns are compiled to expressions over the class string, one character a token, so no rule looks at letters; none
holds an open repetition, so none can run away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from memcon.reading.times.beginnings import Beginning
from memcon.reading.times.tokens import Token, Vocabulary
from memcon.reading.times.values import Stretch
from memcon.record import TimexType

PAST, FUTURE = "past", "future"
_FRESH = 4  # days before publication of which a story tells
_SHORTLY = 60  # tokens
TenseHint = Callable[[int, int], str | None]

FRAGMENTS = {
    "month": "(?: MONTH | MON DOT? )",
    "week_day": "(?: WEEKDAY | WD DOT? )",
    "date_day": "(?: DAY | DAYTH )",
    "edge": "(?: the? very? edge:(?: end | beginning | start | middle | close | turn | outset ) of )",
    "grade": "(?: the? grade:(?: early | mid | late | earlier | later ) HY? )",
    # Bounded by hand: an open repetition of numbers could make a list of them quadratic.
    "number": "(?: NUM (?: HY? NUM )? (?: HY? NUM )? (?: HY? and HY? a HY? half )? )",
    "amount": (
        "(?: {number} (?: (?: to | or ) {number} )? | a few dozen? | few | a couple of? | several dozen? | a dozen"
        " | many | half an? | a half | a | an | another {number}? | the entire | a number of | countless )"
    ),
    "quantifier": (
        "(?: nearly | almost | about | around | approximately | roughly | some | close to | just (?: under | over )"
        " | (?: less | fewer | more | no more | no less ) than | under | up to | at (?: most | least ) | well over"
        " | over )"
    ),
    "filler": (
        "(?: trading | consecutive | straight | business | working | calendar | full | successive | solid | whole"
        " | more | short | long | intense )"
    ),
    "through": "(?: HY | to | through | until | till )",
}
# What every time expression has at least one of; the search looks no further than _REACH tokens before one.
TRIGGERS = (
    "ISO SLASH DOTTED CLOCK MILITARY ZONE AMPM MONTH MON WEEKDAY WD ORD UNIT SEASON PART CLOCKWORD SET REF DECADE DAYTH"
    " FISCAL YEAR QUARTER HALF HOLIDAY today tomorrow yesterday tonight overnight weekend future past term time moment"
    " present clock"
)
_REACH = 16
_ITEM = re.compile(r"(?:(\w+):)?(?:([A-Za-z]\w*)|(\())")
_WORDS = re.compile(r"\w+:(?=[\w(])|[A-Za-z]\w*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its words. `bare` is a time of day that waits for its date, or is dropped without one."""

    type: TimexType
    stretch: Stretch
    mod: str | None = None
    anchor: str | None = None
    bare: bool = False


@dataclass(frozen=True)
class Scene:
    """What rules may look at besides their own words."""

    tokens: Sequence[Token]
    vocabulary: Vocabulary
    published: date | None
    anchor: str  # what `published` is: "published", or "document" for a date found in the text
    tense_hint: TenseHint | None = None
    day_first: bool = False
    history: list[tuple[int, Reading]] = field(default_factory=list)  # token index, what was read before, in text order
    surnames: frozenset[str] = frozenset()  # month names that are somebody's surname in this text

    def word(self, index: int) -> str:
        """The lower-case word at a token index, or "" outside the text."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def token(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def listed(self, name: str, index: int) -> bool:
        """Is the word at `index` in a word list of the lexicon?"""
        return self.word(index) in self.vocabulary.lists[name]

    def cue(self, name: str, index: int) -> bool:
        """Is the word at `index` among the lexicon's cues of tense under this name?"""
        return self.word(index) in self.vocabulary.tense[name]

    def previous(self, *, day: bool = False) -> Reading | None:
        """The last date with a place in the calendar; with `day`, the last that is one day."""
        for _, reading in reversed(self.history[-12:]):
            stretch = reading.stretch
            if reading.type in {"DATE", "TIME"} and stretch.first and (stretch.first == stretch.last or not day):
                return reading
        return None

    def story_day(self, index: int) -> Reading | None:
        """At the head of a paragraph, the day that the story is at: a date of the last few days, before any looked back to."""
        if self.published is None or index < 1 or self.tokens[index - 1].kind != "gap":
            return None
        for _, reading in reversed(self.history[-12:]):
            first = reading.stretch.first
            if first is not None and first == reading.stretch.last and 0 <= (self.published - first).days <= _FRESH:
                return reading
        return None

    def dated(self, index: int) -> Reading | None:
        """The day or month with its own year that stands shortly before a token: what an undated text counts from."""
        for place, reading in reversed(self.history[-3:]):
            own_year = reading.anchor is None and reading.type == "DATE" and len(reading.stretch.value) in {7, 10}
            if own_year and reading.stretch.first and index - place <= _SHORTLY:
                return reading
        return None


@dataclass(frozen=True)
class Match:
    """A rule's words: tokens [start, end) of the scene, and its named parts."""

    scene: Scene
    start: int
    end: int
    found: re.Match[str]

    def has(self, name: str) -> bool:
        return name in self.found.re.groupindex and self.found.group(name) is not None

    def part(self, name: str) -> Sequence[Token]:
        """The tokens of a named part; empty where it is absent."""
        if not self.has(name):
            return ()
        start, end = self.found.span(name)
        return self.scene.tokens[start:end]

    def word(self, name: str) -> str:
        """The first word of a part in lower case, "" where it is absent."""
        part = self.part(name)
        return part[0].lower if part else ""

    def number(self, name: str) -> int:
        return int(self.scene.vocabulary.number(self.part(name)[0]))

    def look(self, table: str, name: str) -> str:
        """The value of a part's first word in a table of the lexicon."""
        return str(self.scene.vocabulary.words[table][self.word(name)])

    def month(self, name: str) -> int:
        months = self.scene.vocabulary.words
        return int(months["months"].get(self.word(name)) or months["months_short"][self.word(name)])

    def weekday(self, name: str) -> int:
        days = self.scene.vocabulary.words
        return int(days["weekdays"].get(self.word(name)) or days["weekdays_short"][self.word(name)])

    @cached_property
    def before(self) -> str:
        """The word before the match."""
        return self.scene.word(self.start - 1)

    @cached_property
    def after(self) -> str:
        """The word after the match."""
        return self.scene.word(self.end)


Builder = Callable[[Match], Reading | None]


@dataclass(frozen=True)
class Rule:
    """A pattern, and what to make of its words: a Reading, or None to leave them alone."""

    name: str
    pattern: str
    build: Builder


RULES: list[Rule] = []


def rule(name: str, *patterns: str) -> Callable[[Builder], Builder]:
    """Register a builder for one or more patterns, under the rule's name."""

    def register(build: Builder) -> Builder:
        RULES.extend(Rule(name, pattern, build) for pattern in patterns)
        return build

    return register


def expand(pattern: str) -> str:
    """The pattern with all fragments put in."""
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda m: FRAGMENTS[m.group(1)], pattern)
    return pattern


def literals_of(pattern: str) -> Iterator[str]:
    """The literal words of a pattern: all its lower-case items."""
    for item in _WORDS.findall(expand(pattern)):
        if item.isalpha() and item.islower():
            yield item


def compile_pattern(pattern: str, vocabulary: Vocabulary) -> str:
    """The expression over class characters. Raises KeyError for an item that no token can be."""

    def replace(found: re.Match[str]) -> str:
        name, item, opened = found.groups()
        inner = "(?:" if opened else f"[{vocabulary.classes[item]}]"
        if not name:
            return "(" if opened else inner
        return f"(?P<{name}>" if opened else f"(?P<{name}>{inner})"

    plain = re.sub(r"(\w+):\(\?:", r"\1:(", expand(pattern))
    parts = re.split(r"(\(\?[:!=])", plain)
    return "".join(part if part.startswith("(?") else _ITEM.sub(replace, part) for part in parts).replace(" ", "")


class Grammar:
    """All rules for one vocabulary, looked up by the first two tokens: most places in a text begin none."""

    def __init__(self, rules: Sequence[Rule], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._rules = [(rule, Beginning(compile_pattern(rule.pattern, vocabulary))) for rule in rules]
        self._opening = re.compile("[" + "".join({c for _, pattern in self._rules for c in pattern.openings}) + "]")
        self._trigger = re.compile("[" + "".join(vocabulary.classes[name] for name in TRIGGERS.split()) + "]")
        self._by_pair: dict[str, list[tuple[Rule, Beginning]]] = {}

    def next_start(self, codes: str, position: int) -> int:
        """The first place at or after `position` where some rule matches; -1 where none does."""
        for trigger in self._trigger.finditer(codes, position):
            for opening in self._opening.finditer(codes, max(position, trigger.start() - _REACH), trigger.end()):
                place = opening.start()
                if any(found.regex.match(codes, place, trigger.end() + _REACH) for _, found in self._rules_at(codes, place)):
                    return place
        return -1

    def matches(self, codes: str, position: int) -> list[tuple[Rule, re.Match[str]]]:
        """Every rule that matches at `position`, the longest first, then in the rules' order."""
        rules = self._rules_at(codes, position)
        found = [(rule, match) for rule, pattern in rules if (match := pattern.regex.match(codes, position))]
        return sorted(found, key=lambda pair: -pair[1].end())

    def _rules_at(self, codes: str, place: int) -> list[tuple[Rule, Beginning]]:
        """The rules that the two tokens from `place` may begin."""
        pair = codes[place : place + 2]
        known = self._by_pair.get(pair)
        if known is None:
            known = [(rule, pattern) for rule, pattern in self._rules if pattern.allows(pair[0], pair[1:])]
            self._by_pair[pair] = known
        return known
