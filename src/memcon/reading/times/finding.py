"""The pass over the text: find the grammar's words, read them in order, join times of day to their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from memcon.document import Document
from memcon.lexicon.loading import BUILT_IN
from memcon.lexicon.toml_tables import read_toml
from memcon.reading.times import clock, days, durations, relative, spans
from memcon.reading.times.grammar import FUTURE, RULES, Grammar, Match, Reading, Scene, TenseHint, literals_of
from memcon.reading.times.holidays import holiday_rules
from memcon.reading.times.tense import tense_at
from memcon.reading.times.tokens import Token, Vocabulary, tokens_of
from memcon.reading.times.values import Stretch
from memcon.record import Time

_FRESH = 4  # days before publication of which a report tells "in the evening"
_PROGRAMME = 21  # days ahead for which a programme gives times of day
_NEXT = 80  # tokens within which a time is of the day named before

RULE_MODULES = (clock, days, durations, relative, spans)  # importing them registers their rules

_SURNAME = re.compile(
    r"\b(?:Theresa|Mr\.?|Mrs\.?|Ms\.?|Minister|President|Secretary|Ambassador|Senator) (May|March|April|June|August)\b"
)
_SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/\d{2,4}\b")


@dataclass(frozen=True)
class Found:
    """A reading with its tokens [start, end) and the rule that made it."""

    start: int
    end: int
    rule: str
    reading: Reading


def find_times(document: Document, *, tense_hint: TenseHint | None = None, grammar: Grammar | None = None) -> tuple[Time, ...]:
    """Every time expression of the document, in text order, with value and bounds.

    Relative ones count from `document.published.date`; where that is not known, from a full date in the dateline; else
    their values keep X's and their bounds are None. `tense_hint` may tell "past" or "future" for a span (start, end);
    `grammar` is `grammar_of(lexicon.table("times"))` where a user's own words are laid over the built-in ones."""
    grammar = grammar or built_in_grammar()
    published, anchor = _publication(document)
    tokens = tokens_of(document.shadow)
    scene = Scene(
        tokens,
        grammar.vocabulary,
        published,
        anchor,
        tense_hint,
        _day_first(document.shadow),
        surnames=frozenset(name.lower() for name in _SURNAME.findall(document.shadow)),
    )
    found = _joined(list(_readings(scene, grammar)), scene)
    return tuple(_time(document.text, tokens, item) for item in found)


def _publication(document: Document) -> tuple[date | None, str]:
    given = document.published.date
    if given:
        return date.fromisoformat(given), "published"
    for block in document.blocks:
        if block.kind == "dateline":
            line = replace(
                document,
                text=document.text[block.start : block.end],
                shadow=document.shadow[block.start : block.end],
                blocks=(),
            )
            for time in find_times(line):
                if time.type == "DATE" and time.earliest and time.earliest == time.latest:
                    return date.fromisoformat(time.earliest), "document"
    return None, "published"


def _day_first(text: str) -> bool:
    """Does a date in figures in this text show that the day comes first?"""
    return any(int(first) > 12 >= int(second) for first, second in _SLASHED.findall(text))


@cache
def built_in_grammar() -> Grammar:
    return grammar_of(read_toml(BUILT_IN / "times.toml"))


def grammar_of(words: Mapping[str, Any]) -> Grammar:
    """The grammar for a table of time words."""
    rules = [*RULES, *holiday_rules(words)]
    literals = sorted({literal for rule in rules for literal in literals_of(rule.pattern)})
    return Grammar(rules, Vocabulary.of(words, literals))


def _readings(scene: Scene, grammar: Grammar) -> Iterator[Found]:
    codes = grammar.vocabulary.string(scene.tokens)
    position = grammar.next_start(codes, 0)
    while position >= 0:
        found = _read_at(scene, grammar, codes, position)
        if found:
            scene.history.append((found.start, found.reading))
            yield found
        position = grammar.next_start(codes, found.end if found else position + 1)


def _read_at(scene: Scene, grammar: Grammar, codes: str, position: int) -> Found | None:
    for rule, expression in grammar.matches(codes, position):
        match = Match(scene, position, expression.end(), expression)
        reading = rule.build(match)
        if reading:
            return Found(position, expression.end(), rule.name, reading)
    return None


def _joined(items: Sequence[Found], scene: Scene) -> list[Found]:
    """Times of day joined to the date beside them: "10 a.m. on Tuesday", "the evening of June 5"."""
    joined: list[Found] = []
    for item in items:
        both = _pair(joined[-1], item, scene) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(item)
    told: list[Found] = []
    for item in joined:
        if _stands(item, scene):
            told.append(_alone(item, told[-3:], scene))
    return told


def _pair(first: Found, second: Found, scene: Scene) -> Found | None:
    between = [token.lower for token in scene.tokens[first.end : second.start]]
    links: list[list[str]] = [
        [],
        ["on"],
        [","],
        ["of"],
        ["at"],
        ["at", "about"],
        ["at", "around"],
        ["in", "the"],
        ["around"],
        ["local", "time"],
        ["local", "time", "on"],
        ["by"],
        ["from"],
    ]
    if between not in links or first.reading.bare == second.reading.bare:
        return None
    time, day = (first, second) if first.reading.bare else (second, first)
    if day.reading.type == "TIME" and time.rule == "time.clock":
        day = replace(day, reading=_whole_day(day.reading))
    if not _is_day(day.reading) or (time is second and between == ["of"]):
        return None
    return Found(first.start, second.end, f"{time.rule}+{day.rule}", _on(time.reading, day.reading))


def _whole_day(reading: Reading) -> Reading:
    """The day of a part of a day: "10 a.m. this morning"."""
    return replace(reading, type="DATE", stretch=replace(reading.stretch, value=reading.stretch.value.partition("T")[0]))


def _is_day(reading: Reading) -> bool:
    stretch = reading.stretch
    return (
        reading.type == "DATE"
        and stretch.first == stretch.last
        and (stretch.first is not None or (stretch.value.count("X") >= 2 and len(stretch.value) == 10))
    )


def _on(time: Reading, day: Reading) -> Reading:
    value = day.stretch.value + time.stretch.value[time.stretch.value.index("T") :]
    return replace(
        time, stretch=Stretch(value, day.stretch.first, day.stretch.last), mod=day.mod, anchor=day.anchor, bare=False
    )


def _stands(item: Found, scene: Scene) -> bool:
    """A part of the day without a date is a time only as "in the morning", "the evening"; not in "late-night talks"."""
    if not item.reading.bare or item.rule != "time.part":
        return True
    return scene.tokens[item.start].lower == "the" and item.end - item.start > 1


def _alone(item: Found, before: Sequence[Found], scene: Scene) -> Found:
    """A time of day by itself takes the day named before it in its sentence; "in the evening" takes that of a fresh story."""
    if not item.reading.bare or item.reading.stretch.value.endswith("Z"):
        return item
    for other in reversed([other for other in before if not other.reading.bare]):
        ended = any(token.text in ".!?" or token.kind == "gap" for token in scene.tokens[other.end : item.start])
        if ended and not _goes_on(item, other, scene):
            return item
        if _is_day(other.reading) or other.reading.type == "TIME":
            return replace(item, reading=_on(item.reading, _whole_day(other.reading)))
    return item


def _goes_on(item: Found, other: Found, scene: Scene) -> bool:
    """Whether a time of a later sentence is of the day named before: the last days of a report, the next of a programme."""
    day = other.reading.stretch.first
    if scene.published is None or day is None or item.start - other.end > _NEXT:
        return False
    ahead = (day - scene.published).days
    if tense_at(scene, item.start, item.end) == FUTURE:  # "On Friday she arrives. In the evening she will see the emir"
        return 0 <= ahead <= _PROGRAMME
    return -_FRESH <= ahead <= 0


def _time(text: str, tokens: Sequence[Token], item: Found) -> Time:
    start, end = tokens[item.start].start, tokens[item.end - 1].end
    stretch, reading = item.reading.stretch, item.reading
    return Time(
        start=start,
        end=end,
        exact=text[start:end],
        type=reading.type,
        value=stretch.value,
        mod=reading.mod,
        earliest=stretch.first.isoformat() if stretch.first else None,
        latest=stretch.last.isoformat() if stretch.last else None,
        anchor=reading.anchor,
        rule=item.rule,
    )
