"""A document and its record as a row, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from memcon.document import Block, Document
from memcon.record import Record

__all__ = ["document_of_row", "failed_row", "record_of_row", "row_of"]


def row_of(name: str, document: Document, record: Record) -> dict[str, str | None]:
    """The row of a document that was read, in the columns of `schema.RECORDS`."""
    about = record.document
    return {
        "name": name,
        "document": about.id,
        "input_id": about.input_id,
        "url": about.url,
        "title": about.title,
        "outlet": about.outlet,
        "published": about.published.date,
        "text": document.text,
        "shadow": None if document.shadow == document.text else document.shadow,
        "blocks": json.dumps([(block.start, block.end, block.kind) for block in document.blocks], separators=(",", ":")),
        "record": record.to_json(),
        "failed": None,
    }


def failed_row(name: str, reason: str, document: Document | None = None) -> dict[str, str | None]:
    """The row of a document that could not be read."""
    id_and_text = (document.id, document.text, document.input_id) if document else (None, None, name)
    return {"name": name, "document": id_and_text[0], "text": id_and_text[1], "input_id": id_and_text[2], "failed": reason}


def record_of_row(row: Mapping[str, Any]) -> Record:
    """The record that the row holds."""
    return Record.from_json(row["record"])


def document_of_row(row: Mapping[str, Any], record: Record) -> Document:
    """The document as intake made it."""
    about = record.document
    return Document(
        text=row["text"],
        shadow=row["text"] if row["shadow"] is None else row["shadow"],
        blocks=tuple(Block(*block) for block in json.loads(row["blocks"])),
        input_id=about.input_id,
        url=about.url,
        title=about.title,
        outlet=about.outlet,
        language=about.language,
        published=about.published,
        warnings=record.warnings,
    )
