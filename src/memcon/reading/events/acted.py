"""Events that the predicates themselves say: who did what to whom, on the main line of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.lexicon import EventSignal
from memcon.reading import syntax
from memcon.reading.acts import Act, Clause, Side, acts_of, clauses_of, side_of
from memcon.reading.acts.matching import expanded, phrase_lemmas
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
WHERE = ("in", "at", "near", "around", "on")
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
    coding = _diplomatic(analysis, act, coding)
    actor = _actor(analysis, act, signal)
    recipient = _recipient(analysis, act, signal, actor)
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


def _diplomatic(analysis: Analysis, act: Act, coding: Coding) -> Coding:
    """A government does not demonstrate: its protest is a complaint."""
    if coding.type != "PROTEST" or act.found.entry.pos == "noun":
        return coding
    crowd = expanded(analysis.lexicon, ("@people", "@crowd"))
    heads = [argument.token for argument in act.found.at("subject")]
    if any(lemma in crowd for head in heads for lemma in phrase_lemmas(head)):
        return coding
    mentions = act.found.mentions_at("subject")
    official = {"state", "metonym", "body", "name", "title", "organisation"}
    if act.found.entry.lemma == "protest" and any(mention.kind in official for mention in mentions):
        return Coding("ACCUSE", "disapprove", "114", coding.status)
    return coding


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


# Who


def _actor(analysis: Analysis, act: Act, signal: EventSignal) -> Side:
    parse = act.parse
    for place in signal.actor:
        side = side_of(analysis, parse, *(argument.token for argument in act.found.at(place)))
        if side:
            return side
    tokens = [argument.token for argument in act.found.at(*signal.actor)]
    if act.clause.reporter is not None and all(token.pos_ == "PRON" for token in tokens):
        return side_of(analysis, parse, *syntax.subjects(act.clause.reporter))
    if act.clause.governor is not None and not tokens:
        return side_of(analysis, parse, *syntax.subjects(act.clause.governor))
    if signal.type in {"PROTEST", "ASSAULT", "COERCE", "MOBILIZE"}:
        return side_of(analysis, parse, *_located(act))
    return Side()


def _located(act: Act) -> list[Any]:
    """Where it happened: people without a party act in the state they are in."""
    verb = act.clause.token
    found = syntax.under(verb, *WHERE)
    for item in [*syntax.direct_objects(verb), *syntax.subjects(verb)]:
        found.extend(syntax.under(item, *WHERE))
    return found


# To whom


def _recipient(analysis: Analysis, act: Act, signal: EventSignal, actor: Side) -> Side:
    if signal.reciprocal:
        return Side()
    parse = act.parse
    used = {mention.start for mention in actor.mentions}
    home: Side | None = None
    for place in signal.recipient:
        side = side_of(analysis, parse, *_at(act, place))
        side = _unused(side, used)
        if any(party not in actor.parties for party in side.parties):
            return side
        home = home or (side if side else None)
    other = _anywhere(analysis, act, actor, used)
    return other or home or Side()


def _unused(side: Side, used: set[int]) -> Side:
    mentions = tuple(mention for mention in side.mentions if mention.start not in used)
    return Side(tuple(dict.fromkeys(party for mention in mentions for party in mention.parties)), mentions)


def _at(act: Act, place: str) -> list[Any]:
    if place in {"clause", "infinitive"}:
        verbs = [argument.token for argument in act.found.at(place)]
        return [item for verb in verbs for item in _clause_sides(act, verb)]
    return [argument.token for argument in act.found.at(place)]


def _clause_sides(act: Act, verb: Any) -> list[Any]:
    """Who does what is asked or alleged, or to whom it is offered."""
    own = [child for child in verb.children if child.dep_ in syntax.NOMINAL_SUBJECTS and child.dep_ != "expl"]
    if own:
        return [item for subject in own for item in syntax.conjuncts(subject)]
    return [
        *syntax.direct_objects(verb),
        *syntax.under(verb, "to", "with", "against", "from", "for", "on", "in", "into", "at"),
    ]


def _anywhere(analysis: Analysis, act: Act, actor: Side, used: set[int]) -> Side:
    """The nearest other party right of the verb in its own clause, where no argument names one."""
    verb = act.clause.token
    last = verb.right_edge.i
    reporter = act.clause.reporter
    for token in act.parse.doc[verb.i + 1 : last + 1]:
        if reporter is not None and token.i >= reporter.i > verb.i:
            break
        if token.dep_ in {"relcl"} or (token.dep_ == "advcl" and token.i > verb.i):
            break
        mention = analysis.mention_at(act.parse.begins(token))
        if mention is None or mention.start in used:
            continue
        foreign = tuple(party for party in mention.parties if party not in actor.parties)
        if foreign:
            side = side_of(analysis, act.parse, *syntax.conjuncts(token))
            return _unused(side, used) or Side(foreign, (mention,))
    return Side()


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
    for mention in side.mentions:
        yield analysis.evidence(mention.start, mention.end, field)


def _statement_of(act: Act, statements: tuple[Statement, ...]) -> str | None:
    """The statement whose cue this is."""
    for statement in statements:
        if statement.cue is not None and statement.cue.start < act.end and act.start < statement.cue.end:
            return statement.id
    return None
