"""The tables, one schema for SQLite and PostgreSQL. docs/ledger.md says what each is for.

`document`, `address`, `reading`, `candidate` and `decision` are what was given; all else is worked out from them and can be
rebuilt.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _owner(column: str) -> Column[str]:
    return Column(column, Text, ForeignKey("document.id", ondelete="CASCADE"), nullable=False)


document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("shadow", Text),  # null where it equals the text
    Column("blocks", Text, nullable=False),
    Column("language", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("input_id", Text),
    Column("published", Text),
    Column("source", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("shingles", Integer, nullable=False),
    Column("raw", LargeBinary),
    Column("made_by", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Index("document_by_source", "source"),
    Index("document_by_published", "published", "id"),
    Index("document_by_added", "added_at"),
)

address = Table(
    "address",
    metadata,
    Column("id", Text, primary_key=True),
    _owner("document_id"),
    Column("url", Text),
    Column("input_id", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("basis", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Index("address_by_document", "document_id"),
    Index("address_by_url", "url"),
    Index("address_by_outlet", "outlet"),
    Index("address_by_input", "input_id"),
)

reading = Table(
    "reading",
    metadata,
    Column("id", Text, primary_key=True),
    _owner("document_id"),
    Column("published", Text),
    Column("basis", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("in_force", Boolean, nullable=False),
    Index("reading_by_document", "document_id"),
)

band = Table(
    "band",
    metadata,
    Column("band", Text, primary_key=True),
    Column("document_id", Text, ForeignKey("document.id", ondelete="CASCADE"), primary_key=True),
    Index("band_by_document", "document_id"),
)

passage = Table(
    "passage",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _owner("document_id"),
    Column("start", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("passage_by_document", "document_id"),
)

report = Table(
    "report",
    metadata,
    Column("id", Text, primary_key=True),
    _owner("document_id"),
    Column("family", Text, nullable=False),
    Column("fact_id", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("refers_to", Text),  # the report, of the same document, that this one is part of or about
    Column("data", Text, nullable=False),
    Column("component", Text, nullable=False),  # reports that only make sense to cluster together
    Column("item", Text, nullable=False),  # the merged item that it belongs to
    Index("report_by_document", "document_id", "family"),
    Index("report_by_component", "component"),
    Index("report_by_item", "item", "document_id"),
    Index("report_by_reference", "refers_to"),
)

block = Table(
    "block",
    metadata,
    Column("block", Text, primary_key=True),
    Column("first", Text, primary_key=True),
    Column("report_id", Text, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("last", Text, nullable=False),
    Index("block_by_report", "report_id"),
)


def _confidence() -> Column[float]:
    return Column("confidence", Float, nullable=False, server_default="0.5")


def _merged(name: str, *columns: Column[Any]) -> Table:
    """A table of merged items: its own columns for reading, the whole item as JSON, and where it stands in time."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        *columns,
        Column("sort_day", Text, nullable=False),
        Column("reports", Integer, nullable=False),
        Column("decision", Text),
        Column("data", Text, nullable=False),
        Column("digest", Text, nullable=False),
        Index(f"{name}_by_day", "sort_day", "id"),
        Index(f"{name}_by_confidence", "decision", "confidence", "id"),  # for review, the least certain first
    )


engagement = _merged(
    "engagement",
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("precision", Text),
    Column("parties", Text, nullable=False),
    Column("people", Text, nullable=False),
    Column("place", Text),
    Column("country", Text),
    Column("confidence", Float, nullable=False),
    Column("part_of", Text),
)
Index("engagement_by_parent", engagement.c.part_of)

statement = _merged(
    "statement",
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("country", Text),
    Column("words", Text, nullable=False),
    _confidence(),
)

commitment = _merged(
    "commitment",
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("what", Text),
    Column("due", Text),
    _confidence(),
)

event = _merged(
    "event",
    Column("kind", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("date", Text),
    Column("quad", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("engagement", Text),
    _confidence(),
)

ITEM_TABLES = {"engagements": engagement, "statements": statement, "commitments": commitment, "events": event}

facet = Table(
    "facet",
    metadata,
    Column("family", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("sort_day", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Index("facet_by_item", "item"),
    sqlite_with_rowid=False,
)

person = Table(
    "person",
    metadata,
    Column("key", Text, primary_key=True),
    Column("report_id", Text, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("office", Text),
    Column("day", Text),
    Index("person_by_report", "report_id"),
    Index("person_by_name", "key", "name", "country", "office", "day"),  # holds all that a list of people shows
)

decision = Table(
    "decision",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("note", Text),
    Column("targets", Text, nullable=False),
    Column("undoes", Text),
)

anchor = Table(
    "anchor",
    metadata,
    Column("decision_id", Text, ForeignKey("decision.id"), primary_key=True),
    Column("report_id", Text, ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("side", Integer, primary_key=True),
    Column("target", Integer, nullable=False),
    Column("how", Text, nullable=False),
    Index("anchor_by_report", "report_id"),
)

target = Table(
    "target",
    metadata,
    Column("decision_id", Text, ForeignKey("decision.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document_id", Text, nullable=False),
    Column("url", Text),
    Index("target_by_document", "document_id"),
    Index("target_by_url", "url"),
)

candidate = Table(
    "candidate",
    metadata,
    Column("id", Text, primary_key=True),
    _owner("document_id"),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("said", Text, nullable=False),  # speakers and fields, as JSON
    Column("made_by", Text, nullable=False),  # the file or program that proposes it
    Column("added_at", Text, nullable=False),
    Index("candidate_by_document", "document_id", "start", "id"),
)

watch = Table(
    "watch",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("added_at", Text, nullable=False),
)
