"""Levels as a facet, and how sure an item is as a column: to narrow by who met, and to review the least certain first."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

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
    _add_levels(op.get_bind())


def _add_levels(connection: sa.Connection) -> None:
    facet = sa.table("facet", *(sa.column(name) for name in ("family", "name", "value", "sort_day", "item")))
    rows = connection.execute(sa.text("SELECT id, sort_day, data FROM engagement ORDER BY id"))
    for batch in rows.partitions(BATCH):
        found = [
            {"family": "engagements", "name": "level", "value": level, "sort_day": row.sort_day, "item": row.id}
            for row in batch
            for level in sorted({each["level"] for each in json.loads(row.data)["participants"] if each["level"]})
        ]
        if found:
            connection.execute(sa.insert(facet), found)
