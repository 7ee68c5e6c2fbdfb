"""Demands without a verb of demanding: "Libya must hand over the suspects, Britain said"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts.mainline import Clause
from memcon.reading.acts.matching import expanded, phrase_lemmas
from memcon.reading.acts.roles import Side, side_of
from memcon.reading.analysis import Analysis
from memcon.reading.covering import statements_over
from memcon.reading.parsing import Parse
from memcon.record import Statement

MODALS = frozenset({"must", "should", "ought"})


def obligations(
    analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], statements: tuple[Statement, ...]
) -> Iterator[tuple[Clause, Side, Side]]:
    """(clause, who says so, who must) for each duty that one party lays on another, in reported or in quoted words."""
    for clause in clauses:
        if clause.mood != "obliged" or not _has_modal(clause.token):
            continue
        actor = _speaker(analysis, parse, clause, statements)
        asked = side_of(analysis, parse, *syntax.subjects(clause.token), without=actor)
        if actor and asked and not _together(asked, actor) and _is_serious(analysis, asked, actor, clause):
            yield clause, actor, asked


def _speaker(analysis: Analysis, parse: Parse, clause: Clause, statements: tuple[Statement, ...]) -> Side:
    if clause.reporter is not None:
        return side_of(analysis, parse, *syntax.subjects(clause.reporter))
    place = parse.begins(clause.token)
    for statement in statements_over(analysis, statements, place):
        named = [speaker for speaker in statement.speakers if speaker.country]
        spans = tuple((speaker.start, speaker.end) for speaker in named)
        return Side(tuple(dict.fromkeys(str(speaker.country) for speaker in named)), spans)
    return Side()


def _is_serious(analysis: Analysis, asked: Side, actor: Side, clause: Clause) -> bool:
    """Another party is asked, or rebels and the like ask their own state."""
    if not set(asked.parties) <= set(actor.parties):
        return True
    unruly = expanded(analysis.lexicon, ("@unruly",))
    heads = syntax.subjects(clause.reporter) if clause.reporter is not None else []
    return not unruly.isdisjoint(lemma for head in heads for lemma in phrase_lemmas(head))


def _together(asked: Side, actor: Side) -> bool:
    """ "The two countries must work together", said by one of them, asks nothing."""
    return len(asked.parties) > 1 and bool(set(asked.parties) & set(actor.parties))


def _has_modal(verb: Any) -> bool:
    return any(child.lower_ in MODALS for child in syntax.auxiliaries(verb))
