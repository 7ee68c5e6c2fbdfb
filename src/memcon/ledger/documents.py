"""Asking for documents and people: which texts there are, in which versions, and whom they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, or_, select, tuple_
from sqlalchemy.sql.elements import ColumnElement

from memcon.document import Document
from memcon.errors import LedgerError
from memcon.ledger.adding import stored_document
from memcon.ledger.candidates import with_confirmed
from memcon.ledger.keys import UNDATED, cursor_of, place_of
from memcon.ledger.people import name_words
from memcon.ledger.queries import Filters
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import address, document, person, reading, report
from memcon.ledger.types import DocumentRow, DocumentVersion, Page, PersonRow
from memcon.ledger.wording import word_difference
from memcon.record import Record

SHORTEST_PREFIX = 6


def list_documents(connection: Connection, filters: Filters, *, after: str | None, limit: int) -> Page[DocumentRow]:
    """One page of documents, by publication and then by id; undated ones last."""
    query = select(document.c.id, func.coalesce(document.c.published, UNDATED).label("sort_day"))
    if filters.since:
        query = query.where(document.c.published >= filters.since)
    if filters.until:
        query = query.where(document.c.published <= filters.until)
    if filters.source:
        query = query.where(document.c.id.in_(_at(filters.source)))
    if filters.recorded_since:
        query = query.where(document.c.added_at >= filters.recorded_since)
    found = _in_order(connection, query, place_of(after) if after else None, limit + 1, filters.newest_first)
    following = cursor_of(found[limit - 1].sort_day, found[limit - 1].id) if len(found) > limit else None
    places = {row.id: place for place, row in enumerate(found[:limit])}
    rows = rows_in(connection, select(*_columns()), document.c.id, places)
    return Page(tuple(_rows(connection, sorted(rows, key=lambda row: places[row.id]))), following)


def _in_order(
    connection: Connection, query: Select[Any], place: tuple[str, str] | None, limit: int, newest: bool
) -> list[Row[Any]]:
    """Ids along the index over days of publication, then the undated. Texts are not touched on the way."""
    key = tuple_(document.c.published, document.c.id)
    rows: list[Row[Any]] = []
    if place is None or place[0] != UNDATED:
        dated = query.where(document.c.published.is_not(None))
        if place:
            dated = dated.where(key < place if newest else key > place)
        order = (document.c.published.desc(), document.c.id.desc()) if newest else (document.c.published, document.c.id)
        rows = list(connection.execute(dated.order_by(*order).limit(limit)).all())
        place = None
    if len(rows) < limit:
        undated = query.where(document.c.published.is_(None))
        undated = undated.where(document.c.id > place[1]) if place else undated
        rows += connection.execute(undated.order_by(document.c.id).limit(limit - len(rows))).all()
    return rows


def find_document(connection: Connection, name: str) -> str:
    """The id of a document by its id or the beginning of it, its input id, or its address.

    Raises LedgerError for none, and for several."""
    query = select(document.c.id).where(document.c.id.in_(_at(name)))
    found: set[str] = set(connection.execute(query.limit(5)).scalars())
    prefix = name if name.startswith("sha256:") else f"sha256:{name}"
    if not found and len(prefix) >= len("sha256:") + SHORTEST_PREFIX:
        query = select(document.c.id).where(document.c.id >= prefix, document.c.id < prefix + "g")
        found = set(connection.execute(query.limit(5)).scalars())
    if not found:
        raise LedgerError(f"no document {name!r} in this ledger; `memcon list documents` shows what there is")
    if len(found) > 1:
        raise LedgerError(f"{name!r} may be {', '.join(sorted(found))}: give more of it")
    return found.pop()


def document_row(connection: Connection, name: str) -> DocumentRow:
    """One document, without its text."""
    rows = connection.execute(select(*_columns()).where(document.c.id == name)).all()
    return _rows(connection, rows)[0]


def is_here(connection: Connection, name: str) -> bool:
    """Is there a document of this id?"""
    return connection.execute(select(document.c.id).where(document.c.id == name)).first() is not None


def document_text(connection: Connection, name: str) -> Document:
    """One document as intake made it, with the metadata of its best address."""
    return stored_document(connection.execute(select(document).where(document.c.id == name)).one())


def document_record(connection: Connection, name: str) -> Record:
    """The record in force of one document, with the candidates that a person confirmed."""
    record = Record.from_json(
        connection.execute(select(reading.c.record).where(reading.c.document_id == name, reading.c.in_force)).scalar_one()
    )
    record = with_confirmed(connection, name, record)
    row = document_row(connection, name)
    about = record.document.model_copy(update={"input_id": row.input_id, "url": row.url, "outlet": row.outlet})
    return record.model_copy(update={"document": about})


def items_told(connection: Connection, name: str) -> dict[str, str]:
    """The merged item that each fact of a document belongs to, by the fact's id."""
    query = select(report.c.fact_id, report.c.item).where(report.c.document_id == name)
    return {row.fact_id: row.item for row in connection.execute(query)}


def versions(connection: Connection, url: str) -> tuple[DocumentVersion, ...]:
    """The texts that stood at an address, oldest first, each with what changed since the one before."""
    at_address = select(address.c.document_id).where(address.c.url == url)
    query = select(document.c.id, document.c.published, document.c.added_at, document.c.text)
    rows = connection.execute(query.where(document.c.id.in_(at_address))).all()
    ordered = sorted(rows, key=lambda row: (row.published or "9999", row.added_at, row.id))
    found: list[DocumentVersion] = []
    for before, row in zip([None, *ordered], ordered, strict=False):
        changes = word_difference(before.text, row.text) if before is not None else ()
        found.append(DocumentVersion(document=row.id, published=row.published, added_at=row.added_at, differences=changes))
    return tuple(found)


def list_people(connection: Connection, filters: Filters, *, after: str | None, limit: int) -> Page[PersonRow]:
    """One page of the people whom reports name, by name."""
    query = select(person.c.key).distinct()
    for condition in _of_people(filters):
        query = query.where(condition)
    if after:
        query = query.where(person.c.key > place_of(after)[1])
    keys = list(connection.execute(query.order_by(person.c.key).limit(limit + 1)).scalars())
    people = _people(connection, keys[:limit], filters)
    return Page(tuple(people), cursor_of("", keys[limit - 1]) if len(keys) > limit else None)


def person_row(connection: Connection, key: str) -> PersonRow:
    """One person by key. Raises LedgerError where no report names them."""
    found = _people(connection, [key], Filters())
    if not found:
        raise LedgerError(f"nobody in this ledger is called {key!r}; `memcon list people` shows whom reports name")
    return found[0]


def _of_people(filters: Filters) -> Iterator[ColumnElement[bool]]:
    if filters.between:
        yield person.c.country.in_([party.upper() for party in filters.between])
    for word in name_words(filters.person):
        yield (" " + person.c.key + " ").like(f"% {word} %")
    if filters.since:
        yield person.c.day >= filters.since
    if filters.until:
        yield person.c.day <= filters.until


def _people(connection: Connection, keys: Sequence[str], filters: Filters) -> list[PersonRow]:
    """These people, in the order of their keys: counted in the database, whatever the number of their reports."""
    columns = (person.c.key, person.c.name, person.c.country, person.c.office)
    counted = func.count().label("reports"), func.min(person.c.day).label("first"), func.max(person.c.day).label("last")
    own = list(_of_people(filters))
    told: dict[str, list[Row[Any]]] = {key: [] for key in keys}
    every = rows_in(connection, select(*columns, *counted).group_by(*columns), person.c.key, keys)
    kept = rows_in(connection, select(*columns, *counted).where(*own).group_by(*columns), person.c.key, keys) if own else every
    for row in every:
        told[row.key].append(row)
    spans = {key: [row for row in kept if row.key == key] for key in keys}
    return [_person_row(key, told[key], spans[key]) for key in keys if told[key]]


def _person_row(key: str, rows: Sequence[Row[Any]], counted: Sequence[Row[Any]]) -> PersonRow:
    names: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for row in rows:
        names[row.name] += row.reports
        if row.country:
            countries[row.country] += row.reports
    days = [day for row in counted for day in (row.first, row.last) if day]
    return PersonRow(
        key=key,
        name=_commonest(names) or key,
        names=tuple(sorted(names)),
        country=_commonest(countries),
        offices=tuple(sorted({row.office for row in rows if row.office})),
        reports=sum(row.reports for row in counted),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def _commonest(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _at(name: str) -> Any:
    return select(address.c.document_id).where(
        or_(address.c.document_id == name, address.c.outlet == name, address.c.input_id == name, address.c.url == name)
    )


def _columns() -> list[Any]:
    left_out = {"text", "shadow", "blocks", "signature", "shingles", "raw", "made_by"}
    return [
        *(column for column in document.columns if column.name not in left_out),
        func.length(document.c.text).label("characters"),
    ]


def _rows(connection: Connection, rows: Sequence[Any]) -> list[DocumentRow]:
    query = select(address.c.document_id, address.c.id)
    counts = Counter(row.document_id for row in rows_in(connection, query, address.c.document_id, [r.id for r in rows]))
    return [DocumentRow(**{field: getattr(row, field) for field in _ROW_FIELDS}, addresses=counts[row.id]) for row in rows]


_ROW_FIELDS = [field for field in DocumentRow.model_fields if field != "addresses"]
