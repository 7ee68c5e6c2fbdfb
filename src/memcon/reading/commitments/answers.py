"""Answers that do not name the invitation: "invited him to Oslo; he *accepted*", "said he would *gladly come*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, clauses_of, side_of
from memcon.reading.analysis import Analysis
from memcon.reading.commitments.drafts import Draft
from memcon.reading.parsing import Parse
from memcon.record import CommitmentKind, Engagement, Span

NEAR = 2  # sentences after the invitation in which it is answered
ANAPHORS = frozenset(
    "latter guest former counterpart leader minister president premier prince king emir chancellor visitor side".split()
)


@dataclass(frozen=True, slots=True)
class Invited:
    """Who was invited by whom, and where the text says so."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    start: int
    end: int
    what: Span | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The clause that answers, whose it is, and how."""

    clause: Clause
    parse: Parse
    kind: CommitmentKind
    side: Side
    invited: Invited


def invitations(drafts: Iterable[Draft], engagements: tuple[Engagement, ...]) -> tuple[Invited, ...]:
    """All invitations of the document: those that a verb says, and visits that somebody is invited for."""
    said = [Invited(d.by, d.to, d.start, d.end, d.what) for d in drafts if d.kind == "invitation" and d.by and d.to]
    for item in engagements:
        hosts = {p.country for p in item.participants if p.role == "host" and p.country}
        guests = tuple(party for party in item.parties if party not in hosts)
        if item.status == "invited" and hosts and guests and item.evidence:
            said.append(Invited(tuple(sorted(hosts)), guests, item.evidence[0].start, item.evidence[0].end))
    return tuple(sorted(said, key=lambda one: (one.start, one.end)))


def answers(analysis: Analysis, invited: tuple[Invited, ...]) -> Iterator[Answer]:
    """The first answer to each invitation in its own sentence or the ones after."""
    done: set[tuple[int, int]] = set()
    for one in invited:
        parses = [parse for parse in analysis.parsed if parse.end > one.start][: NEAR + 1]
        for answer in (found for parse in parses for found in _answers_in(analysis, parse, one)):
            key = (answer.parse.start, answer.clause.token.i)
            if key not in done:
                done.add(key)
                yield answer
                break


def _answers_in(analysis: Analysis, parse: Parse, one: Invited) -> Iterator[Answer]:
    table = analysis.lexicon.table("commitments")
    for clause in clauses_of(parse, analysis.lexicon):
        if parse.begins(clause.token) < one.end or clause.mood in {"conditional", "obliged"}:
            continue
        kind = _kind(table, clause)
        side = _answerer(analysis, parse, clause, one) if kind else Side()
        if kind and side:
            yield Answer(clause, parse, kind, side, one)


def _kind(table: dict[str, Any], clause: Clause) -> CommitmentKind | None:
    """What the verb answers, where it names nothing else that is accepted or declined."""
    lemma = clause.token.lemma_.lower()
    objects = {child.lemma_.lower() for child in clause.token.children if child.dep_ in syntax.OBJECTS}
    if lemma in table["accepting"] and objects <= set(table["invitations"]):
        return "refusal" if clause.mood in {"negated", "refused"} else "acceptance"
    if lemma in table["declining"] and objects <= set(table["invitations"]) and clause.mood == "held":
        return None if any(child.dep_ == "xcomp" for child in clause.token.children) else "refusal"
    if lemma in table["coming"] and clause.mood == "planned" and clause.reporter is not None:
        willing = any(child.lower_ in table["gladly"] for child in clause.token.children)
        return "acceptance" if willing or not objects else None
    return None


def _answerer(analysis: Analysis, parse: Parse, clause: Clause, one: Invited) -> Side:
    """The invited party as the subject, named or as "the latter", "she"."""
    subjects = syntax.subjects(clause.token)
    side = side_of(analysis, parse, *subjects)
    if side and set(side.parties) <= set(one.to):
        return side
    loose = [item for item in subjects if item.lemma_.lower() in ANAPHORS or item.pos_ == "PRON"]
    if not subjects or (side and not loose) or len(loose) != len(subjects):
        return Side()
    return Side(one.to, tuple((parse.begins(item.left_edge), parse.ends(item)) for item in loose))
