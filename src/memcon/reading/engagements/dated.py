"""Lists in which everyone has a day of his own: "will meet Xi on Monday and Li on Tuesday"."""

from __future__ import annotations

import re
from itertools import pairwise

from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.attributes import with_next_day
from memcon.reading.lists import listed_with
from memcon.reading.predicates import FoundPredicate
from memcon.record import Time

_WITH = re.compile(r"\s+(?:with|to)\s+(?:the\s+)?", re.IGNORECASE)
Group = tuple[tuple[Mention, ...], Time]
_AGAIN = re.compile(r"(?:, for [^,.;]{3,30})?,? (?:and|then|and then) again,? (?:on |in |at )?", re.IGNORECASE)
_LINK = re.compile(r"\s*,?\s*(?:and|then|before|followed by)?\s*(?:then\s+)?(?:with\s+|in\s+|to\s+)?(?:the\s+)?", re.IGNORECASE)


def dated_groups(analysis: Analysis, found: FoundPredicate, first: Mention) -> tuple[Group, ...]:
    """Those who stand in a list from `first` on, with the day after each; empty unless there are two days at least."""
    sentence = found.parse.sentence
    times = [t for t in analysis.times_in(first.end, sentence.end) if t.type in {"DATE", "TIME"}]
    groups: list[Group] = []
    mention: Mention | None = first
    while mention is not None and times:
        listed = listed_with(analysis, mention)
        time = next((t for t in times if t.start >= listed[-1].end), None)
        if time is None or not _one_clause(found, listed[-1].end, time.start):
            break
        time = with_next_day(analysis, time)
        groups.append((listed, time))
        mention = _next_in_list(analysis, time, sentence.end)
    return tuple(groups) if len(groups) > 1 else _again(analysis, found, first, times) or _days_first(analysis, found)


def _again(analysis: Analysis, found: FoundPredicate, first: Mention, times: list[Time]) -> tuple[Group, ...]:
    """ "met Wang on Sunday *and again on Monday*", "…, for two hours, and again a day later": the same people, twice."""
    listed = listed_with(analysis, first)
    for one, other in pairwise(times):
        between = analysis.shadow[one.end : other.start]
        if _AGAIN.fullmatch(between) and _one_clause(found, first.end, other.start):
            return ((listed, with_next_day(analysis, one)), (listed, with_next_day(analysis, other)))
    return ()


def _days_first(analysis: Analysis, found: FoundPredicate) -> tuple[Group, ...]:
    """ "met *this morning* with X and *this afternoon* with Y": the day stands before each."""
    groups: list[Group] = []
    for mention in sorted(set(found.mentions_at("with", "to", "in")), key=lambda m: m.start):
        time = next((t for t in reversed(analysis.times_in(found.parse.start, mention.start))), None)
        if time is None or time.type not in {"DATE", "TIME"} or not _WITH.fullmatch(analysis.shadow[time.end : mention.start]):
            return ()
        groups.append((listed_with(analysis, mention), time))
    return tuple(groups) if len(groups) > 1 else ()


def _one_clause(found: FoundPredicate, start: int, end: int) -> bool:
    return all(token.pos_ not in {"VERB", "AUX"} for token in found.parse.tokens_in(start, end))


def _next_in_list(analysis: Analysis, time: Time, end: int) -> Mention | None:
    following = next(iter(analysis.mentions_in(time.end, end)), None)
    if following is None or following.kind == "pronoun":
        return None
    link = analysis.shadow[time.end : following.start]
    return following if _LINK.fullmatch(link) and link.strip() else None
