"""Removing a document and all that only it says."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from memcon.ledger.adding import take_reports
from memcon.ledger.rebuild import refresh
from memcon.ledger.schema import document, passage
from memcon.ledger.sources import refresh_sources


def forget(connection: Connection, document_id: str) -> None:
    """Remove a document. Decisions on it are kept: they hold again when it comes back."""
    source = connection.execute(select(document.c.source).where(document.c.id == document_id)).scalar_one()
    neighbours = take_reports(connection, document_id)
    connection.execute(delete(passage).where(passage.c.document_id == document_id))
    connection.execute(delete(document).where(document.c.id == document_id))
    refresh(connection, neighbours)
    rest = set(connection.execute(select(document.c.id).where(document.c.source == source)).scalars())
    if rest:
        refresh_sources(connection, rest)
