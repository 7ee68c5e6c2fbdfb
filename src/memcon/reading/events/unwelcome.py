"""Diplomats told to go in words that no lexicon entry holds together: "declared him *persona non grata*"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, side_of
from memcon.reading.acts.sides import far_agents
from memcon.reading.analysis import Analysis
from memcon.reading.events.drafts import Draft
from memcon.reading.events.implied import named
from memcon.reading.parsing import Parse
from memcon.record import Evidence

UNWELCOME = re.compile(r"\bperson(?:a|ae|as)\s+non[\s-]grat(?:a|ae|as)\b", re.IGNORECASE)
DECLARING = frozenset({"declare", "name", "pronounce", "deem", "make", "designate", "proclaim", "announce", "be"})
ORDERING = frozenset({"order", "instruct", "tell", "direct", "ask"})
ORDERED = 0.75


def unwelcome(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...]) -> Iterator[Draft]:
    """SANCTION expel for whoever is declared unwelcome on the main line, by the party that says so."""
    for found in UNWELCOME.finditer(analysis.shadow, parse.start, parse.end):
        clause = _declaring(parse, clauses, found.start())
        if clause is None or clause.mood not in {"held", "planned"}:
            continue
        actor, whom = _sides(analysis, parse, clause, found.start())
        foreign = tuple(party for party in whom.parties if party not in actor.parties)
        if actor and foreign:
            words = (parse.begins(clause.token), found.end())
            yield _draft(analysis, parse, clause, actor, Side(foreign, whom.spans), words)


def _declaring(parse: Parse, clauses: tuple[Clause, ...], place: int) -> Clause | None:
    """The nearest clause before the words whose verb declares."""
    ordered = [_ordered(clause, child) for clause in clauses for child in clause.token.children if child.dep_ == "xcomp"]
    told = [*clauses, *(clause for clause in ordered if clause is not None)]
    before = [clause for clause in told if parse.begins(clause.token) < place and clause.token.lemma_.lower() in DECLARING]
    return max(before, key=lambda clause: int(clause.token.i), default=None)


def _ordered(clause: Clause, deed: Any) -> Clause | None:
    """ "*ordered* the ministry *to declare* them unwelcome": what is ordered is still to come, and who orders it does it."""
    if clause.token.lemma_.lower() not in ORDERING or clause.mood not in {"held", "planned"}:
        return None
    return replace(clause, token=deed, mood="planned", governor=clause.token)


def _sides(analysis: Analysis, parse: Parse, clause: Clause, place: int) -> tuple[Side, Side]:
    """Who declares, and who is declared; in a passive the subject is, and "by" says who does."""
    verb = clause.token
    if syntax.is_passive(verb) or any(child.dep_ == "auxpass" for child in verb.children):
        actor = side_of(analysis, parse, *(syntax.agents(verb) or far_agents(verb)))
        if not actor and clause.reporter is not None:  # "Two envoys will be declared …, *the minister* said"
            actor = side_of(analysis, parse, *syntax.subjects(clause.reporter))
        return actor, side_of(analysis, parse, *_passive(verb))
    teller = clause.governor if clause.governor is not None and clause.governor.lemma_.lower() in ORDERING else verb
    actor = side_of(analysis, parse, *syntax.subjects(teller))
    if not actor and clause.reporter is not None:
        actor = side_of(analysis, parse, *syntax.subjects(clause.reporter))
    between = [m for m in analysis.mentions_in(parse.ends(verb), place) if m.parties]
    behind = [m for m in analysis.mentions_in(place, parse.end) if m.parties and m.kind in {"title", "name", "group"}]
    for mention in (*between, *behind):
        if not set(mention.parties) & set(actor.parties):
            return actor, Side(mention.parties, ((mention.start, mention.end),))
    return actor, Side()


def _passive(verb: Any) -> list[Any]:
    return [item for child in verb.children if child.dep_ == "nsubjpass" for item in syntax.conjuncts(child)]


def _draft(analysis: Analysis, parse: Parse, clause: Clause, actor: Side, whom: Side, words: tuple[int, int]) -> Draft:
    evidence: tuple[Evidence, ...] = (
        analysis.evidence(*words, "type"),
        *named(analysis, actor, "actor"),
        *named(analysis, whom, "recipient"),
    )
    return Draft(
        type="SANCTION" if clause.mood == "held" else "THREATEN",
        mode="expel",
        cameo="166" if clause.mood == "held" else "131",
        status="held" if clause.mood == "held" else "planned",
        actor=actor.parties,
        recipient=whom.parties,
        evidence=evidence,
        start=parse.start,
        end=parse.end,
        rule="unwelcome",
        confidence=ORDERED,
    )
