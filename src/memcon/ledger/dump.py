"""The ledger written out in one order: two ledgers of the same documents and decisions give the same bytes.

When something was added, by which process and in which order is no part of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from memcon.ledger.keys import canonical
from memcon.ledger.schema import ITEM_TABLES, address, anchor, candidate, decision, document, engagement, reading, report

LEFT_OUT = {"added_at", "signature", "shingles", "raw", "digest", "data", "component"}


def dump(connection: Connection) -> Iterator[str]:
    """The lines of the dump, JSON each."""
    plain_tables = (document, address, reading, report, candidate, decision, anchor)
    for table in plain_tables:
        columns = [column for column in table.columns if column.name not in LEFT_OUT]
        order = list(table.primary_key.columns)
        for row in connection.execute(select(*columns).order_by(*order)):
            yield canonical({"table": table.name, **_jsonable(row._mapping)})
    for family, table in ITEM_TABLES.items():
        extra = [engagement.c.part_of] if family == "engagements" else []
        for row in connection.execute(select(table.c.data, *extra).order_by(table.c.id)):
            yield canonical({"family": family, "item": row.data, "part_of": row.part_of if extra else None})


def ledger_hash(connection: Connection) -> str:
    """SHA-256 of the dump."""
    whole = hashlib.sha256()
    for line in dump(connection):
        whole.update(line.encode("utf-8") + b"\n")
    return whole.hexdigest()


def _jsonable(row: Any) -> dict[str, Any]:
    return {key: bool(value) if key == "in_force" else value for key, value in row.items()}
