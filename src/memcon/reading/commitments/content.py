"""What is promised, asked or refused: the words, and when it is due."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading.acts import Act
from memcon.reading.acts.matching import purposes
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.record import Precision, When

LONGEST = 320  # characters of content; more is a list or a whole paragraph


def content_of(act: Act, places: Iterable[str]) -> tuple[int, int] | None:
    """[start, end) of what stands in the first of these places."""
    parse = act.parse
    for place in places:
        heads = [argument.token for argument in act.found.at(place) if not _is_time(act, argument.token)]
        if place == "infinitive":
            heads = heads or list(purposes(act.found))
            heads = [head for head in heads if head.i > act.found.token.i]  # not "To end it, we agree"
        if len(heads) > 1 and place == "object" and heads[1].head.i == heads[0].head.i:
            heads = heads[1:]  # "promised *Moldova* a loan"
        if heads:
            return bounds(act, parse, heads[0], place)
    return None


def _is_time(act: Act, token: Any) -> bool:
    """ "agreed on *Monday* to a truce"."""
    place = act.parse.begins(token)
    return any(time.start <= place < time.end for time in act.found.analysis.times_in(act.parse.start, act.parse.end))


def bounds(act: Act, parse: Parse, head: Any, place: str) -> tuple[int, int]:
    """The head with its own words right of the predicate, without a leading "to" or "that" and without who reports it."""
    first = parse.begins(head) if place == "infinitive" and _bare(head) else parse.begins(_opening(head, act))
    closing = _closing(head, act)
    if place != "clause":
        closing = _with_phrases(act, closing)
    return first, min(parse.ends(closing), first + LONGEST)


def _with_phrases(act: Act, closing: Any) -> Any:
    """The last word of the phrases right behind it that the parser hangs on the verb ("signed a treaty *on water*")."""
    for child in sorted(act.found.token.rights, key=lambda token: int(token.i)):
        if child.i == closing.i + 1 and child.dep_ in {"prep", "npadvmod"} and not _tells_when(act, child):
            closing = child.right_edge
        elif child.left_edge.i == closing.i + 1 and _is_invited_to(act, child):
            purposes_of = [clause for clause in child.rights if clause.dep_ == "advcl"]
            ends = [child.right_edge.i, *(clause.left_edge.i - 1 for clause in purposes_of)]
            closing = child.doc[min(ends)]
            closing = closing.nbor(-1) if closing.is_punct else closing
    return closing


def _is_invited_to(act: Act, clause: Any) -> bool:
    """ "accepted invitations from X *to come to Oslo*", where the model hangs what one is invited to on the verb."""
    invitations = act.found.analysis.lexicon.table("commitments")["invitations"]
    asked = any(argument.token.lemma_.lower() in invitations for argument in act.found.at("object"))
    asked = asked or any(word.lemma_.lower() in invitations for word in act.found.words)
    return asked and clause.dep_ == "advcl" and clause.left_edge.tag_ == "TO"


def _tells_when(act: Act, phrase: Any) -> bool:
    """ "signed the accord *on Monday*": when it was done, not what was agreed."""
    analysis, parse = act.found.analysis, act.parse
    published = analysis.document.published.date
    times = analysis.times_in(parse.begins(phrase.left_edge), parse.ends(phrase.right_edge))
    return any(time.latest is not None and published is not None and time.latest <= published for time in times)


def _bare(head: Any) -> bool:
    """Whether the infinitive has no subject of its own."""
    return not any(child.dep_ in {"nsubj", "nsubjpass"} for child in head.children)


def _opening(head: Any, act: Act) -> Any:
    taken = {word.i for word in act.found.words}
    tokens = [t for t in head.subtree if t.i not in taken and not t.is_punct and t.i > min(taken)] or [head]
    while len(tokens) > 1 and (tokens[0].lower_ == "that" and tokens[0].dep_ == "mark"):
        tokens = tokens[1:]
    return tokens[0]


def _closing(head: Any, act: Act) -> Any:
    reporter = act.clause.reporter
    limit = len(head.doc)
    if reporter is not None and reporter.i > head.i:
        limit = min([reporter.i, *(c.left_edge.i for c in reporter.children if c.dep_ == "nsubj" and c.i > head.i)])
    further = {item.i for token in head.subtree if _is_further(head, token) for item in token.subtree}
    tokens = [t for t in head.subtree if t.i < limit and t.i not in further and not t.is_punct and not t.is_space]
    while len(tokens) > 1 and tokens[-1].dep_ == "cc":
        tokens.pop()
    return tokens[-1] if tokens else head


def _is_further(head: Any, token: Any) -> bool:
    """Not in the content: "asked him to leave *and recalled its envoy*", "accepted the offer *and the envoys will …*"."""
    if token.dep_ != "conj" or token.i <= head.i:
        return False
    if token.tag_ in {"VBD", "VBZ"} and token.head.tag_ == "VB":
        return True
    return token.head.i == head.i and head.pos_ in {"NOUN", "PROPN"} and token.i + 1 < len(token.doc) and _runs_into_verb(token)


def _runs_into_verb(noun: Any) -> bool:
    """Whether the noun, taken for one of a list, has a finite verb right behind its phrase."""
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and noun.doc[after].tag_ in {"MD", "VBD", "VBZ", "VBP"}


def due_in(analysis: Analysis, start: int, end: int) -> tuple[When | None, str | None]:
    """When it is due: the first time to come in [start, end), and the words that say when."""
    published = analysis.document.published.date
    words = _due_pattern(analysis.lexicon).search(analysis.shadow, start, end)
    due_text = analysis.text[words.start() : words.end()] if words else None
    for time in analysis.times_in(start, end):
        if time.type in {"DATE", "TIME"} and time.earliest and time.latest and (published is None or time.latest > published):
            when = When(
                start=time.earliest,
                end=time.latest,
                precision=_grain(time.earliest, time.latest),
                text=time.exact,
                anchor=time.anchor,
            )
            return when, due_text or time.exact
    return None, due_text


def _grain(earliest: str, latest: str) -> Precision:
    if earliest == latest:
        return "day"
    return "month" if earliest[:7] == latest[:7] else "range"


@lru_cache(maxsize=4)
def _due_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    phrases = sorted(lexicon.table("commitments")["due"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)
