"""Events that no verb of theirs says: obligations laid on others, threats left open, and whom a demand in talks is put to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, side_of
from memcon.reading.acts.obligations import obligations
from memcon.reading.analysis import Analysis
from memcon.reading.events.drafts import Draft
from memcon.reading.parsing import Parse
from memcon.record import Engagement, EventType, Evidence, Statement

OBLIGED = 0.6
OPEN_THREAT = 0.6
CONDITIONAL_PHRASES = ("in the event of", "in case of", "should ", "if ", "unless ")


def obliged(
    analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], statements: tuple[Statement, ...]
) -> Iterator[Draft]:
    """ "Libya must hand over the suspects, Britain said": a demand without a verb of demanding."""
    for clause, actor, asked in obligations(analysis, parse, clauses, statements):
        first = min(parse.begins(item.left_edge) for item in [*syntax.subjects(clause.token), clause.token])
        words = (first, parse.ends(clause.token))
        yield _draft(analysis, parse, "REQUEST", "100", actor, asked, words, "implied.obliged", OBLIGED)


def threatened(
    analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], done: set[int], talking: frozenset[str]
) -> Iterator[Draft]:
    """ "will respond decisively if Russia invades": a threat that leaves open what it threatens."""
    verbs = analysis.lexicon.table("governors")["retaliating"]
    for clause in clauses:
        if clause.mood not in {"planned", "conditional"} or clause.token.i in done or clause.token.lemma_.lower() not in verbs:
            continue
        condition = _condition(analysis, parse, clause.token)
        if condition is None:
            continue
        actor = side_of(analysis, parse, *syntax.subjects(clause.token))
        target = _first_other(analysis, condition, actor) or counterpart(talking, actor)
        if actor and target:
            words = (parse.begins(clause.token), condition[1])
            yield _draft(analysis, parse, "THREATEN", "130", actor, target, words, "implied.if", OPEN_THREAT)


def _condition(analysis: Analysis, parse: Parse, verb: Any) -> tuple[int, int] | None:
    """[start, end) of the words that say in which case."""
    lowered = analysis.shadow[parse.ends(verb) : parse.ends(verb.right_edge)].lower()
    starts = [lowered.find(f" {phrase}") for phrase in CONDITIONAL_PHRASES if f" {phrase}" in lowered]
    if not starts:
        return None
    return parse.ends(verb) + min(starts), parse.ends(verb.right_edge)


def _first_other(analysis: Analysis, words: tuple[int, int], actor: Side) -> Side:
    for mention in analysis.mentions_in(*words):
        if mention.parties and not set(mention.parties) & set(actor.parties):
            return Side(mention.parties, ((mention.start, mention.end),))
    return Side()


def counterparts(engagements: tuple[Engagement, ...]) -> frozenset[str]:
    """The parties of all talks of two that the document tells."""
    talks = (item for item in engagements if item.status == "held" and not item.background and len(item.parties) == 2)
    return frozenset(party for engagement in talks for party in engagement.parties)


def counterpart(talking: frozenset[str], actor: Side) -> Side:
    """Whom the actor talks with, where all talks that the document tells are with one other party."""
    others = talking.difference(actor.parties)
    return Side(tuple(others)) if len(others) == 1 and actor else Side()


def _draft(
    analysis: Analysis,
    parse: Parse,
    kind: EventType,
    cameo: str,
    actor: Side,
    recipient: Side,
    words: tuple[int, int],
    rule: str,
    confidence: float,
) -> Draft:
    foreign = tuple(party for party in recipient.parties if party not in actor.parties)
    return Draft(
        type=kind,
        cameo=cameo,
        actor=actor.parties,
        recipient=foreign or recipient.parties,
        evidence=(
            analysis.evidence(*words, "type"),
            *named(analysis, actor, "actor"),
            *named(analysis, recipient, "recipient"),
        ),
        start=parse.start,
        end=parse.end,
        rule=rule,
        confidence=confidence,
    )


def named(analysis: Analysis, side: Side, field: str) -> Iterator[Evidence]:
    """The words that name a side."""
    for start, end in side.spans:
        yield analysis.evidence(start, end, field)
