"""What persons decide: confirm, correct, reject, note, split, join, and undo any of them. Nothing is ever deleted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from memcon.errors import LedgerError
from memcon.ledger.adding import replace_reports
from memcon.ledger.anchoring import anchor_decisions, documents_of, target_of
from memcon.ledger.candidates import FIELD, STATUS, document_of, find_candidate
from memcon.ledger.effective import FACT_TYPES, corrected_fact, undone_decisions
from memcon.ledger.families import MATCHERS
from memcon.ledger.keys import FAMILY_OF_LETTER, canonical, digest
from memcon.ledger.rebuild import refresh
from memcon.ledger.rows import insert_rows, rows_in
from memcon.ledger.schema import anchor, decision, report, target
from memcon.ledger.types import Decision, DecisionKind


def resolve(connection: Connection, name: str) -> tuple[str, str]:
    """(family, item) of a merged item by its id, the id of any of its reports, or the beginning of either.

    Raises LedgerError for none, and for several."""
    family = FAMILY_OF_LETTER.get(name[:1]) if name[1:2] == "-" else None
    if family is None:
        raise LedgerError(f"{name!r} is no id of this ledger; ids look like e-1f3a… and `memcon list` shows them")
    exact = connection.execute(select(report.c.family, report.c.item).where(report.c.id == name)).first()
    if exact:
        return exact.family, exact.item
    begins = (report.c.id >= name, report.c.id < name + "g", report.c.family == family)
    items = sorted(set(connection.execute(select(report.c.item).where(*begins).limit(20)).scalars()))
    if not items:
        raise LedgerError(f"nothing in this ledger is called {name!r}")
    if len(items) > 1:
        raise LedgerError(f"{name!r} may be {', '.join(items[:5])}: give more of it")
    return family, items[0]


def reports_of(connection: Connection, item: str) -> list[str]:
    """The reports of a merged item."""
    return list(connection.execute(select(report.c.id).where(report.c.item == item).order_by(report.c.id)).scalars())


def decide(
    connection: Connection,
    kind: DecisionKind,
    sides: Sequence[Sequence[str]],
    *,
    by: str,
    at: str,
    field: str | None = None,
    value: Any = None,
    note: str | None = None,
) -> str:
    """Write a decision on reports, and let it take effect. `sides` has two lists of reports for a split, else one."""
    targets = [target_of(connection, name, side) for side, names in enumerate(sides) for name in sorted(set(names))]
    if not targets:
        raise LedgerError("a decision needs something to be about")
    if kind == "correct":
        _try_correction(targets, field, value)
    at = _after_all(connection, at)
    given = {"kind": kind, "made_by": by, "made_at": at, "field": field, "note": note, "undoes": None}
    row = given | {"value": canonical(value) if kind == "correct" else None, "targets": canonical(targets)}
    return put_decision(connection, row)


def put_decision(connection: Connection, row: dict[str, Any]) -> str:
    """Add a decision, made here or in another ledger, hold it to its reports, and bring what it touches up to date."""
    name = "d-" + digest(canonical({key: row[key] for key in sorted(row) if key != "id"}))
    if connection.execute(select(decision.c.id).where(decision.c.id == name)).first():
        return name
    connection.execute(insert(decision), row | {"id": name})
    targets = json.loads(row["targets"])
    insert_rows(
        connection,
        target,
        [
            {"decision_id": name, "number": number, "document_id": aim["source"], "url": aim["url"]}
            for number, aim in enumerate(targets)
        ],
    )
    for each in sorted(documents_of(connection, targets)):
        anchor_decisions(connection, each)
    refresh(connection, _touched_by(connection, row["undoes"] or name))
    about = _candidate_of(connection, name)
    owner = document_of(connection, about) if about else None
    if owner:
        replace_reports(connection, owner)
    return name


def decide_on_candidate(connection: Connection, kind: DecisionKind, name: str, *, by: str, at: str) -> str:
    """Confirm or reject what another program proposed. Raises LedgerError for any other decision."""
    if kind not in STATUS:
        raise LedgerError("a candidate is confirmed or rejected; once confirmed it is a statement, and can be corrected")
    given = {"kind": kind, "made_by": by, "made_at": _after_all(connection, at), "field": FIELD, "note": None, "undoes": None}
    return put_decision(connection, given | {"value": canonical(find_candidate(connection, name)), "targets": "[]"})


def split(connection: Connection, reports: Sequence[str], *, by: str, at: str) -> str:
    """Take these reports out of the item that they share."""
    items = {resolve(connection, name)[1] for name in reports}
    if len(items) != 1:
        raise LedgerError("the reports to split off must belong to one item; `memcon why` lists them")
    own = set(reports_of(connection, items.pop()))
    named = {_exact(own, name) for name in reports}
    if named == own:
        raise LedgerError("these are all its reports: name fewer, the rest stays together")
    return decide(connection, "split", [sorted(named), sorted(own - named)], by=by, at=at)


def join(connection: Connection, names: Sequence[str], *, by: str, at: str) -> str:
    """Make these items one."""
    found = {resolve(connection, name) for name in names}
    families = {family for family, _ in found}
    if len(found) < 2 or len(families) != 1 or not families <= set(MATCHERS):
        raise LedgerError("a join takes two or more different engagements, or statements, or commitments")
    reports = [name for _, item in sorted(found) for name in reports_of(connection, item)]
    return decide(connection, "join", [reports], by=by, at=at)


def _exact(own: set[str], name: str) -> str:
    """The one of these reports that is meant, by its id or the beginning of it."""
    return next(each for each in sorted(own) if each.startswith(name))


def undo(connection: Connection, name: str, *, by: str, at: str) -> str:
    """Take a decision back, by another decision. Undoing an undo brings the first one back."""
    row = connection.execute(select(decision).where(decision.c.id == name)).first()
    if row is None:
        raise LedgerError(f"no decision {name!r}; `memcon decide --list` shows them")
    if name in undone_decisions(connection):
        raise LedgerError(f"{name} is undone already")
    at = _after_all(connection, at)
    given = {"kind": "undo", "made_by": by, "made_at": at, "field": None, "note": None, "value": None}
    return put_decision(connection, given | {"targets": "[]", "undoes": name})


def decisions(connection: Connection) -> tuple[Decision, ...]:
    """All decisions, oldest first, with what they hold on to now."""
    return _told(connection, connection.execute(select(decision).order_by(decision.c.made_at, decision.c.id)).all())


def last_decisions(connection: Connection, *, by: str | None, limit: int) -> tuple[Decision, ...]:
    """The latest decisions, the last first."""
    query = select(decision).order_by(decision.c.made_at.desc(), decision.c.id.desc()).limit(limit)
    return _told(connection, connection.execute(query.where(decision.c.made_by == by) if by else query).all())


def reviewers(connection: Connection) -> tuple[str, ...]:
    """Who has decided anything."""
    return tuple(connection.execute(select(decision.c.made_by).distinct().order_by(decision.c.made_by)).scalars())


def _told(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Decision, ...]:
    undone = undone_decisions(connection)
    names = [row.id for row in rows]
    count = func.count(func.distinct(anchor.c.target))
    counted = select(anchor.c.decision_id, count.label("held")).group_by(anchor.c.decision_id)
    counts = {row.decision_id: row.held for row in rows_in(connection, counted, anchor.c.decision_id, names)}
    held = _items_held(connection, names)
    for row in rows:
        about = json.loads(row.value) if row.field == FIELD else None
        if about and document_of(connection, about):
            held[row.id], counts[row.id] = {about}, 1
    return tuple(
        Decision(
            id=row.id,
            kind=row.kind,
            by=row.made_by,
            at=row.made_at,
            field=row.field,
            value=json.loads(row.value) if row.value is not None else None,
            note=row.note,
            items=tuple(sorted(held.get(row.id, ()))),
            anchored=counts.get(row.id, 0),
            targets=1 if row.field == FIELD else len(json.loads(row.targets)),
            undone=row.id in undone,
            undoes=row.undoes,
        )
        for row in rows
    )


def unanchored(connection: Connection) -> tuple[Decision, ...]:
    """Decisions that hold on to nothing any more: kept, and told, until their words come back."""
    return tuple(made for made in decisions(connection) if made.kind != "undo" and not made.undone and not _holds(made))


def _holds(made: Decision) -> bool:
    return made.anchored >= (2 if made.kind in ("split", "join") else 1)


def _items_held(connection: Connection, names: list[str]) -> dict[str, set[str]]:
    query = select(anchor.c.decision_id, report.c.item).join(report, report.c.id == anchor.c.report_id)
    held: dict[str, set[str]] = {}
    for row in rows_in(connection, query, anchor.c.decision_id, names):
        held.setdefault(row.decision_id, set()).add(row.item)
    return held


def _after_all(connection: Connection, at: str) -> str:
    """The moment, or the first one after the last decision: which of two came later must never be in doubt."""
    last = connection.execute(select(func.max(decision.c.made_at))).scalar()
    if last is None or last < at:
        return at
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")


def _touched_by(connection: Connection, name: str) -> set[str]:
    """The reports that a decision holds, through any chain of undoing."""
    row = connection.execute(select(decision.c.undoes).where(decision.c.id == name)).first()
    if row and row.undoes:
        return _touched_by(connection, row.undoes)
    return set(connection.execute(select(anchor.c.report_id).where(anchor.c.decision_id == name)).scalars())


def _candidate_of(connection: Connection, name: str) -> str | None:
    """The candidate that a decision is about, through any chain of undoing."""
    row = connection.execute(select(decision.c.undoes, decision.c.field, decision.c.value).where(decision.c.id == name)).first()
    if row and row.undoes:
        return _candidate_of(connection, row.undoes)
    return json.loads(row.value) if row and row.field == FIELD else None


def _try_correction(targets: list[dict[str, Any]], field: str | None, value: Any) -> None:
    if not field:
        raise LedgerError("a correction names a field: memcon decide correct ID field=value")
    if field.split(".")[0] in ("id", "evidence", "rule", "confidence", "part_of", "from", "engagement"):
        raise LedgerError(f"{field} is memcon's own; correct what the fact says, or split and join")
    for aim in targets:
        corrected_fact(FACT_TYPES[aim["family"]], aim["fact"], field, value)
