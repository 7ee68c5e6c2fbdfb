"""Events that the predicates themselves say: who did what to whom, on the main line of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.reading import syntax
from memcon.reading.acts import Act, Clause, Side, acts_of, affected, clauses_of, doers, side_of
from memcon.reading.analysis import Analysis
from memcon.reading.events.boundary import Coding, coded
from memcon.reading.events.drafts import Draft
from memcon.reading.parsing import Parse
from memcon.record import EventType, Evidence, Statement

# Events that a state and its own people have with each other; the others need two parties.
DOMESTIC: frozenset[EventType] = frozenset(
    {"PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "ACCUSE", "REQUEST", "REJECT", "CONCEDE", "RETREAT", "THREATEN", "SANCTION"}
)
WORDS: frozenset[EventType] = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
# Done by people whom nothing names, in the state where they are.
LOCATED: frozenset[EventType] = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"})
# Done to people and things in a place.
PLACED: frozenset[EventType] = LOCATED | {"RETREAT", "AID", "SANCTION", "CONCEDE"}
BOTH_SIDES = 0.75
ONE_SIDE = 0.55


def acted_events(analysis: Analysis, statements: tuple[Statement, ...]) -> Iterator[Draft]:
    """The events of all predicates on all main lines."""
    for parse in analysis.parsed:
        clauses = clauses_of(parse, analysis.lexicon)
        done: set[int] = set()
        for act in acts_of(analysis, parse, clauses, "event"):
            if any(governor.i in done for governor in syntax.governors(act.clause.token)) and not _free(act, done):
                continue
            draft = _draft(analysis, act, statements)
            if draft is not None:
                done.add(act.clause.token.i)
                yield draft
        yield from _obliged(analysis, parse, clauses)


def _free(act: Act, done: set[int]) -> bool:
    """Whether the act stands beside what is coded already, not inside it."""
    token = act.clause.token
    while token.head.i != token.i:
        if token.head.i in done and token.dep_ in {"ccomp", "xcomp", "acl", "pcomp", "acomp"}:
            return False
        token = token.head
    return True


def _draft(analysis: Analysis, act: Act, statements: tuple[Statement, ...]) -> Draft | None:
    signal = act.found.entry.event
    assert signal is not None
    if act.clause.minor and signal.type not in WORDS:
        return None
    coding = coded(signal, act.clause.mood, declared=act.clause.declared)
    if coding is None:
        return None
    located = signal.type in LOCATED
    actor = doers(analysis, act, signal.actor, located=located)
    recipient = Side()
    if actor and not signal.reciprocal:
        recipient = affected(
            analysis, act, signal.recipient, actor, domestic=coding.type in DOMESTIC, located=signal.type in PLACED
        )
    sides = _checked(coding, actor, recipient)
    if sides is None:
        return None
    return Draft(
        type=coding.type,
        mode=coding.mode,
        cameo=coding.cameo,
        status=coding.status,
        actor=sides[0],
        recipient=sides[1],
        evidence=_evidence(analysis, act, actor, recipient),
        start=act.parse.start,
        end=act.parse.end,
        rule=f"act.{act.found.entry.lemma.replace(' ', '_')}",
        derived_from=_statement_of(act, statements),
        confidence=BOTH_SIDES if sides[1] else ONE_SIDE,
    )


def _checked(coding: Coding, actor: Side, recipient: Side) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Actor and recipient as lists, None where they make no event."""
    if not actor:
        return None
    foreign = tuple(party for party in recipient.parties if party not in actor.parties)
    if foreign:
        return actor.parties, foreign
    if coding.type in DOMESTIC and recipient:
        return actor.parties, recipient.parties
    return actor.parties, ()


# "Libya must hand over the suspects, Britain said": a demand without a verb of demanding


def _obliged(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    for clause in clauses:
        if clause.mood != "obliged" or clause.reporter is None:
            continue
        actor = side_of(analysis, parse, *syntax.subjects(clause.reporter))
        asked = side_of(analysis, parse, *syntax.subjects(clause.token))
        foreign = tuple(party for party in asked.parties if party not in actor.parties)
        if actor and foreign:
            evidence = analysis.evidence(*_clause_bounds(parse, clause), "type", "recipient")
            yield Draft(
                type="REQUEST",
                cameo="100",
                actor=actor.parties,
                recipient=foreign,
                evidence=(evidence, *_named(analysis, actor, "actor")),
                start=parse.start,
                end=parse.end,
                rule="act.obliged",
                confidence=BOTH_SIDES,
            )


def _clause_bounds(parse: Parse, clause: Clause) -> tuple[int, int]:
    subjects = [*syntax.subjects(clause.token), clause.token]
    return min(parse.begins(token.left_edge) for token in subjects), parse.ends(clause.token)


# Evidence


def _evidence(analysis: Analysis, act: Act, actor: Side, recipient: Side) -> tuple[Evidence, ...]:
    return (
        analysis.evidence(act.start, act.end, "type"),
        *_named(analysis, actor, "actor"),
        *_named(analysis, recipient, "recipient"),
    )


def _named(analysis: Analysis, side: Side, field: str) -> Iterator[Evidence]:
    for start, end in side.spans:
        yield analysis.evidence(start, end, field)


def _statement_of(act: Act, statements: tuple[Statement, ...]) -> str | None:
    """The statement whose cue this is."""
    for statement in statements:
        if statement.cue is not None and statement.cue.start < act.end and act.start < statement.cue.end:
            return statement.id
    return None
