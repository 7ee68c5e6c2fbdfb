"""Two ledgers made one, and a ledger copied whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from memcon.document import Document
from memcon.errors import LedgerError
from memcon.ledger import deciding
from memcon.ledger.adding import add, prepare, reading_id, replace_reports, stored_document
from memcon.ledger.candidates import put_candidates
from memcon.ledger.rebuild import refresh
from memcon.ledger.rereading import Reread, replace_readings
from memcon.ledger.rows import insert_rows, rows_in
from memcon.ledger.schema import address, decision, document, reading, report, watch
from memcon.ledger.store import Store
from memcon.ledger.types import NewCandidate
from memcon.record import Record


def tellings(connection: Connection, document_id: str) -> list[tuple[Document, Record, str, bytes | None]]:
    """A document under each of its addresses: (document, record, when it was added, its raw bytes)."""
    row = connection.execute(select(document).where(document.c.id == document_id)).one()
    text = stored_document(row)
    rows = connection.execute(select(reading).where(reading.c.document_id == document_id)).all()
    records = {each.id: Record.from_json(each.record) for each in rows}
    found = []
    for place in connection.execute(select(address).where(address.c.document_id == document_id)).all():
        record = records[reading_id(document_id, place.published, place.basis, place.title)]
        face = {"input_id": place.input_id, "url": place.url, "outlet": place.outlet}
        about = record.document.model_copy(update=face)
        found.append((text, record.model_copy(update={"document": about}), place.added_at, row.raw))
    return found


def take_in(
    connection: Connection, told: list[tuple[Document, Record, str, bytes | None]], waiting: set[str] | None = None
) -> str:
    """Add a document of another ledger. Where both have it, read by different versions, the newer reading stays."""
    outcome = "same"
    for text, record, added_at, raw in told:
        added = add(connection, text, record, prepare(text, record), added_at, raw, waiting)
        outcome = added.outcome if outcome == "same" else outcome
        _keep_newer(connection, text.id, record)
    return outcome


def take_all(connection: Connection, told: Iterable[list[tuple[Document, Record, str, bytes | None]]]) -> None:
    """Add many documents and bring the history up to date once: merging them one by one is most of the work."""
    waiting: set[str] = set()
    for each in told:
        take_in(connection, each, waiting)
    here = rows_in(connection, select(report.c.id), report.c.id, waiting)  # a better address may have replaced some
    refresh(connection, {row.id for row in here})


def take_candidates(connection: Connection, given: list[tuple[NewCandidate, str]]) -> int:
    """Add what another ledger has of candidates, on the documents that are here. Returns how many were new."""
    names = {each.document for each, _ in given}
    here = {row.id for row in rows_in(connection, select(document.c.id), document.c.id, names)}
    return sum(put(connection, [each], added_at) for each, added_at in given if each.document in here)


def put(connection: Connection, given: Iterable[NewCandidate], now: str) -> int:
    """Add candidates, and let those count that a person has confirmed before. Returns how many were new."""
    new, confirmed = put_candidates(connection, given, now)
    for each in sorted(confirmed):
        replace_reports(connection, each)
    return new


def take_decisions(connection: Connection, rows: list[dict[str, Any]], watches: list[dict[str, Any]]) -> int:
    """Add another ledger's decisions and watches. Returns how many decisions were new."""
    known = set(connection.execute(select(decision.c.id)).scalars())
    new = [row for row in rows if row["id"] not in known]
    for row in sorted(new, key=lambda row: (row["undoes"] is not None, row["made_at"], row["id"])):
        deciding.put_decision(connection, {key: value for key, value in row.items() if key != "id"})
    present = {(row.kind, row.value) for row in connection.execute(select(watch.c.kind, watch.c.value))}
    insert_rows(connection, watch, [row for row in watches if (row["kind"], row["value"]) not in present])
    return len(new)


def decisions_in(connection: Connection) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """All decisions and watches, as rows."""
    return (
        [dict(row._mapping) for row in connection.execute(select(decision))],
        [dict(row._mapping) for row in connection.execute(select(watch))],
    )


def copy_sqlite(store: Store, path: Path) -> None:
    """Copy a SQLite ledger while others may write to it."""
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        target = sqlite3.connect(path)
        try:
            assert isinstance(raw, sqlite3.Connection)
            raw.backup(target)
        finally:
            target.close()


def refuse_existing(path: Path) -> None:
    """Raise LedgerError where the file is there."""
    if path.exists():
        raise LedgerError(f"{path} exists; a backup never overwrites")


def _keep_newer(connection: Connection, document_id: str, record: Record) -> None:
    about = record.document
    name = reading_id(document_id, about.published.date, about.published.basis, about.title)
    own = Record.from_json(connection.execute(select(reading.c.record).where(reading.c.id == name)).scalar_one())
    if _age(record) > _age(own):
        replace_readings(connection, [Reread(document_id, name, own, record)])


def _age(record: Record) -> tuple[list[int], str]:
    """Later versions are greater; within one version the order is arbitrary but the same everywhere."""
    made = record.document.made_by
    numbers = [int(part) for part in made.memcon.split(".") if part.isdigit()]
    return numbers, json.dumps(made.model_dump(mode="json"), sort_keys=True)
