"""Lists of mentions: "X of A, Y of B, and Z of C", whatever the parse makes of them."""

from __future__ import annotations

import re
from typing import Any

from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis

_LIST_LINK = re.compile(
    r"\s*(?:,\s*)?(?:and|as well as|along with|together with|&)\s+(?:the\s+|with\s+)?(?:then\s+)?"
    r"|\s*,\s*(?:and\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
LONGEST_LIST = 12  # mentions before one that may stand in a list with it
_GENERATION = re.compile(r"^,?\s*(?:Jr|Sr)\b\.?,?\s*")


def listed_with(analysis: Analysis, mention: Mention) -> tuple[Mention, ...]:
    """The mention and those that follow it in one list ("X of A, Y of B, and Z of C"), appositions left out.

    Commas alone make no list: one of the links must be an "and", so that "with Xi, Biden said" stays two things."""
    sentence = analysis.sentence_at(mention.start)
    if sentence is None:
        return (mention,)
    following = [m for m in analysis.mentions_in(mention.end, sentence.end) if m.of is None]
    found, kept = [mention], 1
    place = mention.end
    for other in following:
        link = _link(analysis, place, other.start)
        if _LIST_LINK.fullmatch(link) is None or _opens_a_clause(analysis, mention, other):
            break
        found.append(other)
        place = other.end
        if link.strip() != ",":
            kept = len(found)
    return tuple(found[:kept])


def _opens_a_clause(analysis: Analysis, first: Mention, mention: Mention) -> bool:
    """ "met the king, and *he* leaves", "a summit of the bloc, and *Scholz* met": what is the subject of a verb of its own."""
    if mention.kind == "pronoun":
        return analysis.shadow[mention.start : mention.end].lower() in {"he", "she", "they"}
    if mention.kind not in {"name", "title"}:
        return False
    subject, other = _head(analysis, mention), _head(analysis, first)
    if subject is None or other is None or subject.dep_ not in {"nsubj", "nsubjpass"} or subject.head.i < subject.i:
        return False
    return other.dep_ not in {"nsubj", "nsubjpass"} and other.i < subject.left_edge.i


def _head(analysis: Analysis, mention: Mention) -> Any | None:
    parse = analysis.parse_at(mention.start)
    return parse.token_at(mention.head_end - 1) if parse is not None else None


def listed_up_to(analysis: Analysis, mention: Mention) -> tuple[Mention, ...]:
    """The mention and those before it in the same list: "*Xi, Lula* and *Modi* held talks"."""
    sentence = analysis.sentence_at(mention.start)
    if sentence is None:
        return (mention,)
    before = [m for m in analysis.mentions_in(sentence.start, mention.start) if m.of is None]
    for other in before[-LONGEST_LIST:]:
        listed = listed_with(analysis, other)
        if mention in listed:
            return listed[: listed.index(mention) + 1]
    return (mention,)


def _link(analysis: Analysis, start: int, end: int) -> str:
    """What stands between two mentions, without ", China's top diplomat" and ", Jr."."""
    return _GENERATION.sub(" ", _without_appositions(analysis, start, end, analysis.shadow[start:end]))


def _without_appositions(analysis: Analysis, start: int, end: int, link: str) -> str:
    """The link with ", China's top diplomat" taken out."""
    appositions = [m for m in analysis.mentions_in(start, end) if m.of is not None]
    if not appositions:
        return link
    kept = analysis.shadow[start : appositions[0].start].rstrip(", ") + analysis.shadow[appositions[-1].end : end]
    return (kept.strip() and f"{kept} ") or ", "
