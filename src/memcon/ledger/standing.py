"""The ledger as it stood on a day: what had been published by then, merged as if nothing had come after."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, or_, select

from memcon.document import Document
from memcon.ledger.combining import tellings
from memcon.ledger.schema import document
from memcon.record import Record

Telling = tuple[Document, Record, str, bytes | None]


def holds_later(connection: Connection, day: str) -> bool:
    """Is there a document that was published after the day, or whose day is unknown?"""
    later = select(document.c.id).where(or_(document.c.published.is_(None), document.c.published > day))
    return connection.execute(later.limit(1)).first() is not None


def tellings_until(connection: Connection, document_id: str, day: str) -> list[Telling]:
    """A document under those of its addresses where it stood by that day."""
    return [told for told in tellings(connection, document_id) if (told[1].document.published.date or "9999") <= day]


def decisions_until(rows: list[dict[str, Any]], day: str) -> list[dict[str, Any]]:
    """What persons decided, as far as it says how a text is to be read; notes written after the day tell more than that."""
    dropped = {row["id"] for row in rows if row["kind"] == "note" and row["made_at"][:10] > day}
    return [row for row in rows if row["id"] not in dropped and row["undoes"] not in dropped]
