"""Facts as a person's decisions leave them, and the joins and splits that hold between reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Row, select

from memcon.errors import LedgerError
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import anchor, decision, document, report
from memcon.ledger.settling import Member
from memcon.record import Commitment, Engagement, Event, Fact, Office, Statement

FACT_TYPES: dict[str, type[Fact]] = {
    "engagements": Engagement,
    "statements": Statement,
    "commitments": Commitment,
    "events": Event,
    "offices": Office,
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """Reports as members, with the outlet of their document."""

    members: dict[str, Member[Any]]
    outlets: dict[str, str | None]

    def with_more(self, other: Loaded) -> Loaded:
        """Both together."""
        return Loaded(self.members | other.members, self.outlets | other.outlets)


def load_members(connection: Connection, family: str, reports: Collection[str]) -> Loaded:
    """The reports of one family, corrected, with their decisions."""
    query = select(report.c.id, report.c.document_id, report.c.data, document.c.published, document.c.outlet).join(
        document, document.c.id == report.c.document_id
    )
    decided = _decisions_on(connection, reports)
    members: dict[str, Member[Any]] = {}
    outlets: dict[str, str | None] = {}
    for row in rows_in(connection, query, report.c.id, reports):
        members[row.id] = _member(FACT_TYPES[family], row, decided.get(row.id, ()))
        outlets[row.id] = row.outlet
    return Loaded(members, outlets)


def undone_decisions(connection: Connection) -> set[str]:
    """The decisions that do not count: undone by one that counts itself."""
    chain = connection.execute(select(decision.c.id, decision.c.undoes).where(decision.c.undoes.is_not(None))).all()
    undoing: dict[str, list[str]] = defaultdict(list)
    for each, undoes in chain:
        undoing[undoes].append(each)

    def undone(each: str) -> bool:
        return any(not undone(by) for by in undoing.get(each, ()))

    return {each for each in [*undoing, *(row.id for row in chain)] if undone(each)}


def _decisions_on(connection: Connection, reports: Collection[str]) -> dict[str, list[Row[Any]]]:
    query = select(anchor.c.report_id, decision).join(decision, decision.c.id == anchor.c.decision_id)
    said = query.where(decision.c.kind.in_(["confirm", "correct", "reject", "note"]))
    rows = rows_in(connection, said, anchor.c.report_id, reports)
    undone = undone_decisions(connection) if rows else set()
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.made_at, row.id)):
        if row.id not in undone:
            found[row.report_id].append(row)
    return found


def _member(kind: type[Fact], row: Row[Any], decisions: Iterable[Row[Any]]) -> Member[Any]:
    data = json.loads(row.data)
    corrected, verdict, notes = set(), None, []
    for made in decisions:
        if made.kind == "correct":
            data = corrected_fact(kind, data, made.field, json.loads(made.value))
            corrected.add(made.field.split(".")[0])
        elif made.kind == "note":
            notes.append(made.note)
        else:
            verdict = made.kind
    return Member(
        report=row.id,
        document=row.document_id,
        published=row.published,
        fact=kind.model_validate(data),
        corrected=frozenset(corrected),
        rejected=verdict == "reject",
        confirmed=verdict == "confirm",
        notes=tuple(notes),
    )


def corrected_fact(kind: type[Fact], data: dict[str, Any], field: str, value: Any) -> dict[str, Any]:
    """The fact's JSON with one field set. `field` may go into a nested value: "when.start". Returns a new dict.

    Raises LedgerError where the field does not exist or the value does not fit it."""
    changed: dict[str, Any] = json.loads(json.dumps(data))
    *path, last = field.split(".")
    inner = changed
    for step in path:
        if not isinstance(inner.get(step), dict):
            inner[step] = {}
        inner = inner[step]
    inner[last] = _friendly(field, value)
    try:
        return kind.model_validate(changed).model_dump(mode="json", by_alias=True)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        raise LedgerError(f"{field} can't be {value!r}: {place}: {problem['msg']}") from error


def _friendly(field: str, value: Any) -> Any:
    """A day, a place or a length as a person types it."""
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        return value
    if field in ("when", "due"):
        first, _, last = str(value).partition("/")
        return {"start": first, "end": last or first, "precision": "range" if last else "day"}
    if field == "place":
        return {"name": value}
    if field == "duration":
        return {"minutes": int(value), "text": f"{value} minutes"}
    return value


@dataclass(frozen=True, slots=True)
class Constraints:
    """What persons decided about belonging together: pairs of report ids."""

    joins: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, str], ...]

    def partners(self, reports: Collection[str]) -> set[str]:
        """The reports joined to any of these."""
        return {each for pair in self.joins if set(pair) & set(reports) for each in pair}


def constraints_on(connection: Connection) -> Constraints:
    """All joins and splits that hold. Where two contradict each other, the later one wins."""
    query = (
        select(decision.c.id, decision.c.kind, anchor.c.report_id, anchor.c.side)
        .join(anchor, anchor.c.decision_id == decision.c.id)
        .where(decision.c.kind.in_(["split", "join"]))
        .order_by(decision.c.made_at, decision.c.id)
    )
    sides: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for row in connection.execute(query):
        sides.setdefault((row.id, row.kind), (set(), set()))[row.side].add(row.report_id)
    undone = undone_decisions(connection) if sides else set()
    joins: set[frozenset[str]] = set()
    bars: set[frozenset[str]] = set()
    for (made, kind), (one, other) in sides.items():
        if made in undone:
            continue
        if kind == "join":
            pairs = {frozenset(pair) for pair in combinations(sorted(one | other), 2)}
            joins, bars = joins | pairs, bars - pairs
        else:
            pairs = {frozenset(pair) for pair in product(one, other) if pair[0] != pair[1]}
            joins, bars = joins - pairs, bars | pairs
    return Constraints(_sorted_pairs(joins), _sorted_pairs(bars))


def _sorted_pairs(pairs: set[frozenset[str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((min(pair), max(pair)) for pair in pairs))
