"""Adding a document: all of it in one transaction, or nothing of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from memcon.document import Block, Document
from memcon.errors import InputError, LedgerError
from memcon.ledger.anchoring import anchor_decisions
from memcon.ledger.candidates import with_confirmed
from memcon.ledger.copies import bands_of, shingles_of, signature_of
from memcon.ledger.items import drop_items
from memcon.ledger.keys import anchor_span, canonical, digest, named_facts, plain
from memcon.ledger.parents import assign_parents
from memcon.ledger.people import name_words
from memcon.ledger.rebuild import refresh
from memcon.ledger.rows import insert_rows, rows_in
from memcon.ledger.schema import ITEM_TABLES, address, band, document, passage, person, reading, report
from memcon.ledger.sources import join_source, linked_documents, refresh_sources
from memcon.ledger.types import Added
from memcon.record import About, Commitment, Engagement, Event, Fact, Office, Record, Statement

# A document's own date beats one that was given from outside.
FACE = ("title", "outlet", "url", "input_id", "published")  # what an address says of a document
BASIS_ORDER = {"metadata": 0, "dateline": 1, "given": 2, "inferred": 3, "unknown": 4}
PASSAGE = 3000  # characters: what a search shows the best of


def prepare(text: Document, record: Record) -> dict[str, Any]:
    """What can be worked out before the database is locked. Raises InputError for a text that no database can hold."""
    if record.document.id != text.id:
        raise LedgerError(f"the record is of {record.document.id}, not of {text.id}; read the document again")
    if "\x00" in text.text or any("\ud800" <= letter <= "\udfff" for letter in text.text):
        raise InputError("the text holds NUL characters or half surrogates, which no database keeps")
    shingles = shingles_of(text.text)
    return {"signature": signature_of(shingles), "shingles": len(shingles)}


def add(
    connection: Connection,
    text: Document,
    record: Record,
    prepared: dict[str, Any],
    now: str,
    raw: bytes | None,
    waiting: set[str] | None = None,
) -> Added:
    """Add one document and its record, or one more address of a text that is there already.

    With `waiting` the history is not brought up to date: the reports to refresh are put there, for one refresh of many."""
    if connection.execute(select(document.c.id).where(document.c.id == text.id)).first():
        return _add_address(connection, text.id, record, now)
    row = _document_row(text, record.document, now) | prepared | {"raw": raw}
    connection.execute(insert(document), row)
    insert_rows(connection, passage, [{"document_id": text.id, "start": at, "text": part} for at, part in passages(text.text)])
    insert_rows(connection, band, [{"band": key, "document_id": text.id} for key in bands_of(prepared["signature"])])
    connection.execute(insert(address), _address_row(record.document, now))
    connection.execute(insert(reading), reading_row(record, in_force=True))
    copies, versions = linked_documents(connection, text.id)
    join_source(connection, text.id, copies | versions)
    touched = put_reports(connection, text.id, record)
    if waiting is None:
        refresh(connection, touched)
    else:
        waiting |= touched
    if versions:
        return Added("new version", text.id, of=_founder(connection, versions))
    return Added("near-copy", text.id, of=_founder(connection, copies)) if copies else Added("new", text.id)


def knows(connection: Connection, text: Document) -> bool:
    """Is this text here, under this address and with this date?"""
    given = (text.url, text.input_id, text.title, text.outlet)
    columns = (address.c.url, address.c.input_id, address.c.title, address.c.outlet)
    query = select(address.c.id).where(address.c.document_id == text.id)
    for column, value in zip(columns, given, strict=True):
        query = query.where(column.is_(None) if value is None else column == value)
    if text.published.date is not None:
        query = query.where(address.c.published == text.published.date)
    return connection.execute(query.limit(1)).first() is not None


def put_reports(connection: Connection, document_id: str, record: Record) -> set[str]:
    """Write the reports of one document, and hold decisions to them. Returns the reports to refresh."""
    named = list(named_facts(document_id, record))
    names = {fact.id: name for name, _, fact in named}
    insert_rows(connection, report, [_report_row(document_id, name, family, fact, names) for name, family, fact in named])
    insert_rows(connection, person, [row for name, _, fact in named for row in _person_rows(name, fact, record.document)])
    held = anchor_decisions(connection, document_id)
    return {name for name, _, _ in named} | held


def take_reports(connection: Connection, document_id: str) -> set[str]:
    """Remove the reports of one document. Returns the reports that were their neighbours, to refresh."""
    own = connection.execute(select(report).where(report.c.document_id == document_id)).all()
    labels = {row.component for row in own}
    query = select(report.c.id).where(report.c.document_id != document_id)
    neighbours = {row.id for row in rows_in(connection, query, report.c.component, labels)}
    connection.execute(delete(report).where(report.c.document_id == document_id))
    for family in ITEM_TABLES:
        items = {row.item for row in own if row.family == family}
        held = {row.item for row in rows_in(connection, select(report.c.item), report.c.item, items)}
        drop_items(connection, family, items - held)
        if family == "engagements":
            assign_parents(connection, set(), items - held)
    return neighbours


def stored_document(row: Row[Any]) -> Document:
    """The document as intake made it."""
    return Document(
        text=row.text,
        shadow=row.text if row.shadow is None else row.shadow,
        blocks=tuple(Block(**block) for block in json.loads(row.blocks)),
        input_id=row.input_id,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        language=row.language,
    )


def passages(text: str) -> Iterator[tuple[int, str]]:
    """(start, passage) for the whole text. Passages end with a paragraph or, where none does, a sentence or a word."""
    start = 0
    while start < len(text):
        end = _passage_end(text, start)
        if text[start:end].strip():
            yield start, text[start:end]
        start = end


def _passage_end(text: str, start: int) -> int:
    limit = start + PASSAGE
    if limit >= len(text):
        return len(text)
    for mark in ("\n", ". ", " "):
        at = text.rfind(mark, start + PASSAGE // 3, limit)
        if at > start:
            return at + len(mark)
    return limit


def _founder(connection: Connection, linked: set[str]) -> str:
    return min(str(row.source) for row in rows_in(connection, select(document.c.source), document.c.id, linked))


def _document_row(text: Document, about: About, now: str) -> dict[str, Any]:
    return {
        "id": text.id,
        "text": text.text,
        "shadow": None if text.shadow == text.text else text.shadow,
        "blocks": canonical([asdict(block) for block in text.blocks]),
        "language": about.language or text.language,
        "source": text.id,
        "made_by": canonical(plain(about.made_by)),
        "added_at": now,
        **_face(about),
    }


def _face(about: About) -> dict[str, Any]:
    return {
        "title": about.title,
        "outlet": about.outlet,
        "url": about.url,
        "input_id": about.input_id,
        "published": about.published.date,
    }


def _address_row(about: About, now: str) -> dict[str, Any]:
    row = _face(about) | {"basis": about.published.basis, "document_id": about.id, "added_at": now}
    return row | {"id": address_id(row)}


def address_id(row: dict[str, Any]) -> str:
    """An address is named by all that it says."""
    return digest(canonical({key: row[key] for key in (*FACE, "basis", "document_id")}), length=32)


def reading_row(record: Record, in_force: bool) -> dict[str, Any]:
    """The row of a record."""
    about = record.document
    bare = about.model_copy(update={"input_id": None, "url": None, "outlet": None})  # the addresses have these
    return {
        "id": reading_id(about.id, about.published.date, about.published.basis, about.title),
        "document_id": about.id,
        "published": about.published.date,
        "basis": about.published.basis,
        "record": record.model_copy(update={"document": bare}).to_json(),
        "in_force": in_force,
    }


def reading_id(document_id: str, published: str | None, basis: str, title: str | None) -> str:
    """One text published on two days is read twice, for relative dates differ; so it is under two titles."""
    return digest(document_id, published or "", basis, title or "", length=32)


def _add_address(connection: Connection, document_id: str, record: Record, now: str) -> Added:
    """The text is known. Its own date, and the best of its addresses, may come with this one."""
    row = _address_row(record.document, now)
    if connection.execute(select(address.c.id).where(address.c.id == row["id"])).first():
        return Added("same", document_id)
    connection.execute(insert(address), row)
    new_reading = reading_row(record, in_force=False)
    if not connection.execute(select(reading.c.id).where(reading.c.id == new_reading["id"])).first():
        connection.execute(insert(reading), new_reading)
    choose_face(connection, document_id)
    refresh(connection, anchor_decisions(connection, document_id))
    refresh_sources(connection, [document_id])
    source = connection.execute(select(document.c.source).where(document.c.id == document_id)).scalar_one()
    return Added("near-copy", document_id, of=source)


def choose_face(connection: Connection, document_id: str, *, anew: bool = False) -> None:
    """Show the document by the best of its addresses, and read it as of that one's day; `anew` also where it is so."""
    rows = connection.execute(select(address).where(address.c.document_id == document_id)).all()
    best = min(rows, key=_face_order)
    before = connection.execute(select(document).where(document.c.id == document_id)).one()
    face = {field: getattr(best, field) for field in FACE}
    chosen = reading_id(document_id, best.published, best.basis, best.title)
    in_force = connection.execute(select(reading.c.id).where(reading.c.document_id == document_id, reading.c.in_force)).scalar()
    if not anew and face == {field: getattr(before, field) for field in face} and chosen == in_force:
        return
    connection.execute(update(document).where(document.c.id == document_id).values(**face))
    connection.execute(update(reading).where(reading.c.document_id == document_id).values(in_force=reading.c.id == chosen))
    replace_reports(connection, document_id)


def replace_reports(connection: Connection, document_id: str) -> None:
    """Make the reports of a document anew from its reading in force and the candidates that a person confirmed."""
    text = connection.execute(
        select(reading.c.record).where(reading.c.document_id == document_id, reading.c.in_force)
    ).scalar_one()
    neighbours = take_reports(connection, document_id)
    record = with_confirmed(connection, document_id, Record.from_json(text))
    refresh(connection, neighbours | put_reports(connection, document_id, record))


def _face_order(row: Row[Any]) -> tuple[Any, ...]:
    return (
        BASIS_ORDER[row.basis],
        row.published or "9999",
        row.url is None,
        row.outlet is None,
        row.title is None,
        *(getattr(row, field) or "" for field in ("url", "outlet", "title", "input_id")),
    )


def _report_row(document_id: str, name: str, family: str, fact: Fact, names: dict[str, str]) -> dict[str, Any]:
    span = anchor_span(fact)
    return {
        "id": name,
        "document_id": document_id,
        "family": family,
        "fact_id": fact.id,
        "start": span[0] if span else None,
        "end": span[1] if span else None,
        "refers_to": names.get(_reference(fact) or ""),
        "data": canonical(plain(fact)),
        "component": name,
        "item": name,
    }


def _reference(fact: Fact) -> str | None:
    if isinstance(fact, Engagement):
        return fact.part_of
    if isinstance(fact, Commitment):
        return fact.engagement
    return fact.derived_from if isinstance(fact, Event) else None


def _person_rows(name: str, fact: Fact, about: About) -> list[dict[str, Any]]:
    day = about.published.date
    if isinstance(fact, Engagement):
        people = [(p.name, p.country, p.office) for p in fact.participants]
        day = (fact.when.start if fact.when else None) or day
    elif isinstance(fact, Statement):
        people = [(s.name, s.country, s.office) for s in (*fact.speakers, *fact.relayed_by) if not s.anonymous]
    elif isinstance(fact, Office):
        people = [(fact.person, fact.country, fact.office)]
    else:
        people = []
    rows = {
        key: {"key": key, "report_id": name, "name": shown, "country": country, "office": office, "day": day}
        for shown, country, office in people
        if shown and (key := " ".join(name_words(shown)))
    }
    return [rows[key] for key in sorted(rows)]
