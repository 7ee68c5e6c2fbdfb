"""More facets of engagements, how sure an item is as a column, and indexes: to count, and to review the least certain first."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from memcon.ledger.people import name_words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WITHOUT_CONFIDENCE = ("statement", "commitment", "event")
BATCH = 1000


def upgrade() -> None:
    """Add the column and its indexes, and work out both from the items that are there."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    told = "json_extract(data, '$.confidence')" if sqlite else "(data::json->>'confidence')::float"
    for name in WITHOUT_CONFIDENCE:
        op.add_column(name, sa.Column("confidence", sa.Float(), nullable=False, server_default="0.5"))
        op.execute(f"UPDATE {name} SET confidence = {told}")
    for name in ("engagement", *WITHOUT_CONFIDENCE):
        op.create_index(f"{name}_by_confidence", name, ["decision", "confidence", "id"], unique=False)
    op.drop_index("report_by_item", "report")
    op.create_index("report_by_item", "report", ["item", "document_id"], unique=False)
    op.create_index("person_by_name", "person", ["key", "name", "country", "office", "day"], unique=False)
    _add_facets(op.get_bind())


def _add_facets(connection: sa.Connection) -> None:
    facet = sa.table("facet", *(sa.column(name) for name in ("family", "name", "value", "sort_day", "item")))
    rows = connection.execute(sa.text("SELECT id, sort_day, data FROM engagement ORDER BY id"))
    for batch in rows.partitions(BATCH):
        found = [
            {"family": "engagements", "name": name, "value": value, "sort_day": row.sort_day, "item": row.id}
            for row in batch
            for name, value in sorted(_facets(json.loads(row.data)))
        ]
        if found:
            connection.execute(sa.insert(facet), found)


def _facets(item: dict[str, Any]) -> set[tuple[str, str]]:
    people = item["participants"]
    found = {("status", item["status"]), ("kind", item["kind"])}
    found |= {("level", each["level"]) for each in people if each["level"]}
    return found | {("who", " ".join(words)) for each in people if (words := name_words(each["name"]))}
