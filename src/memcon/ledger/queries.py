"""Asking the ledger: lists by pair, person, time, status, issue and source, page by page.

Every list walks an index in order (`facet` for a pair, a party, a person or an issue), and starts a page where the one
before ended, so what a page costs does not grow with the ledger.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, Table, and_, exists, func, or_, select, tuple_
from sqlalchemy.sql.elements import ColumnElement

from memcon.errors import LedgerError
from memcon.ledger.keys import UNDATED, cursor_of, fold, place_of
from memcon.ledger.people import name_words
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import ITEM_TABLES, address, anchor, decision, document, facet, report
from memcon.ledger.types import (
    Merged,
    MergedCommitment,
    MergedEngagement,
    MergedEvent,
    Page,
    Source,
    Utterance,
)

M = TypeVar("M", bound=Merged)
ITEM_TYPES: dict[str, type[Merged]] = {
    "engagements": MergedEngagement,
    "statements": Utterance,
    "commitments": MergedCommitment,
    "events": MergedEvent,
}
LAST_DAY = "9999-12-30"  # before UNDATED: a list until a day leaves out what has no day


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; all that is given must hold.

    `between`: one or two parties. `since` and `until`: ISO days, both in, of when an item begins. `level`: of any
    participant. `source`: a document, an input id, an outlet or an address. `recorded_since`: ISO time from which a report
    of it was added. `newest_first` turns the order of the days round; what has none stays last."""

    between: tuple[str, ...] = ()
    person: str | None = None
    since: str | None = None
    until: str | None = None
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    issue: str | None = None
    level: str | None = None
    source: str | None = None
    part_of: str | None = None
    recorded_since: str | None = None
    rejected: bool = False
    newest_first: bool = False

    def facets(self) -> list[tuple[str, str]]:
        """The facets asked for, the narrowest first."""
        if len(self.between) > 2:
            raise LedgerError("`between` takes one party or two; ask once for each pair")
        parties = sorted(party.upper() for party in self.between)
        asked = [("pair" if len(parties) == 2 else "party", "+".join(parties))] if parties else []
        words = name_words(self.person) or tuple(fold(self.person).split())
        asked += [("person", word) for word in sorted(words, key=lambda word: (-len(word), word))]
        asked += [("issue", self.issue)] if self.issue else []
        return asked + ([("level", self.level)] if self.level else [])


def list_items(connection: Connection, family: str, filters: Filters, *, after: str | None, limit: int) -> Page[Any]:
    """One page of merged items, by the day they begin and then by id; those without a day come last."""
    table = ITEM_TABLES[family]
    query, day, item = _driven(table, family, filters.facets())
    query = query.where(*_conditions(table, family, filters, day))
    place = place_of(after) if after else None
    if filters.newest_first:
        rows = _newest_first(connection, query, tuple_(day, item), place, limit + 1)
    else:
        query = query.where(tuple_(day, item) > place) if place else query
        rows = list(connection.execute(query.order_by(day, item).limit(limit + 1)).all())
    items = completed(connection, family, rows[:limit])
    following = cursor_of(rows[limit - 1].sort_day, rows[limit - 1].id) if len(rows) > limit else None
    return Page(tuple(items), following)


def _newest_first(
    connection: Connection, query: Select[Any], key: Any, place: tuple[str, str] | None, limit: int
) -> list[Row[Any]]:
    """The rows by day from the last to the first, then those without a day."""
    day, item = key.clauses
    rows: list[Row[Any]] = []
    if place is None or place[0] != UNDATED:
        dated = query.where(day <= LAST_DAY)
        dated = dated.where(key < place) if place else dated
        rows = list(connection.execute(dated.order_by(day.desc(), item.desc()).limit(limit)).all())
        place = None
    if len(rows) < limit:
        undated = query.where(day == UNDATED)
        undated = undated.where(item > place[1]) if place else undated
        rows += connection.execute(undated.order_by(item).limit(limit - len(rows))).all()
    return rows


def narrowed(family: str, filters: Filters) -> Select[Any]:
    """The ids of the items that filters leave, in no order."""
    table = ITEM_TABLES[family]
    query, day, _ = _driven(table, family, filters.facets())
    return query.where(*_conditions(table, family, filters, day)).with_only_columns(table.c.id, maintain_column_froms=True)


def least_certain(
    connection: Connection, family: str, filters: Filters, *, after: str | None, limit: int, not_by: str | None = None
) -> Page[Any]:
    """One page of the items that nobody decided on, or not the one person `not_by`, the least certain first."""
    table = ITEM_TABLES[family]
    query, day, _ = _driven(table, family, filters.facets())
    query = query.where(*_conditions(table, family, filters, day))
    query = query.where(~_decided_by(table, not_by) if not_by else table.c.decision.is_(None))
    query = query.add_columns(table.c.confidence)
    if after:
        sure, item = place_of(after)
        query = query.where(tuple_(table.c.confidence, table.c.id) > (_number(sure, after), item))
    rows = connection.execute(query.order_by(table.c.confidence, table.c.id).limit(limit + 1)).all()
    following = cursor_of(repr(rows[limit - 1].confidence), rows[limit - 1].id) if len(rows) > limit else None
    return Page(tuple(completed(connection, family, rows[:limit])), following)


def _decided_by(table: Table, person: str) -> ColumnElement[bool]:
    undoing = decision.alias()
    stands = ~exists().where(undoing.c.undoes == decision.c.id)
    held = and_(report.c.item == table.c.id, anchor.c.report_id == report.c.id, decision.c.id == anchor.c.decision_id)
    return exists().where(held, decision.c.made_by == person, decision.c.kind.in_(["confirm", "correct", "reject"]), stands)


def _number(text: str, cursor: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise LedgerError(f"{cursor!r} is no page of this list; take the `next` of an earlier answer") from error


def get_item(connection: Connection, family: str, name: str) -> Any:
    """One merged item."""
    return get_items(connection, family, [name])[0]


def get_items(connection: Connection, family: str, names: Collection[str]) -> list[Any]:
    """The merged items of these ids, in the order of their days."""
    table = ITEM_TABLES[family]
    rows = rows_in(connection, select(*_columns(table)), table.c.id, names)
    return completed(connection, family, sorted(rows, key=lambda row: (row.sort_day, row.id)))


def completed(connection: Connection, family: str, rows: Iterable[Row[Any]]) -> list[Any]:
    """The items of these rows, with the addresses of their sources."""
    kind = ITEM_TYPES[family]
    parsed = [(row, kind.model_validate_json(row.data)) for row in rows]
    faces = _faces(connection, {source.document for _, item in parsed for source in item.sources})
    found = []
    for row, item in parsed:
        more: dict[str, Any] = {"sources": tuple(_shown(source, faces) for source in item.sources)}
        if family == "engagements":
            more["part_of"] = row.part_of
        found.append(item.model_copy(update=more))
    return found


def _driven(table: Table, family: str, asked: list[tuple[str, str]]) -> tuple[Select[Any], Any, Any]:
    """The query along the first facet, the others as conditions; along the table's own days where there is none."""
    if not asked:
        return select(*_columns(table)), table.c.sort_day, table.c.id
    first, *rest = asked
    query = select(*_columns(table)).select_from(facet).join(table, table.c.id == facet.c.item)
    query = query.where(facet.c.family == family, facet.c.name == first[0], facet.c.value == first[1])
    for name, value in rest:
        other = facet.alias()
        query = query.where(
            exists().where(
                other.c.family == family,
                other.c.name == name,
                other.c.value == value,
                other.c.sort_day == facet.c.sort_day,
                other.c.item == facet.c.item,
            )
        )
    return query, facet.c.sort_day, facet.c.item


def _conditions(table: Table, family: str, filters: Filters, day: Any) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if filters.since:
        conditions.append(day >= filters.since)
    if filters.since or filters.until:
        conditions.append(day <= (filters.until or LAST_DAY))
    if filters.status:
        conditions.append(_column(table, "status", family).in_(filters.status))
    if filters.kind:
        conditions.append(table.c.kind.in_(filters.kind))
    if filters.part_of:
        conditions.append(_column(table, "part_of", family) == filters.part_of)
    if filters.source:
        conditions.append(_told_by(table, filters.source))
    if filters.recorded_since:
        conditions.append(_recorded(table, filters.recorded_since))
    if not filters.rejected:
        conditions.append(or_(table.c.decision.is_(None), table.c.decision != "rejected"))
    return conditions


def _column(table: Table, name: str, family: str) -> Any:
    if name not in table.c:
        raise LedgerError(f"{family} have no {name}")
    return table.c[name]


def _told_by(table: Table, source: str) -> ColumnElement[bool]:
    named = or_(
        address.c.document_id == source,
        address.c.outlet == source,
        address.c.input_id == source,
        address.c.url == source,
    )
    return exists().where(and_(report.c.item == table.c.id, address.c.document_id == report.c.document_id, named))


def _recorded(table: Table, since: str) -> ColumnElement[bool]:
    return exists().where(
        and_(report.c.item == table.c.id, document.c.id == report.c.document_id, document.c.added_at >= since)
    )


def _columns(table: Table) -> list[Any]:
    extra = [table.c.part_of] if "part_of" in table.c else []
    return [table.c.id, table.c.sort_day, table.c.data, *extra]


@dataclass(frozen=True, slots=True)
class _Face:
    row: Row[Any]
    also_at: tuple[str, ...]


def _faces(connection: Connection, documents: Collection[str]) -> dict[str, _Face]:
    query = select(
        document.c.id,
        document.c.input_id,
        document.c.url,
        document.c.outlet,
        document.c.title,
        document.c.published,
        document.c.source,
    )
    others: dict[str, set[str]] = {}
    for row in rows_in(connection, select(address.c.document_id, address.c.url), address.c.document_id, documents):
        if row.url:
            others.setdefault(row.document_id, set()).add(row.url)
    return {
        row.id: _Face(row, tuple(sorted(others.get(row.id, set()) - {row.url})))
        for row in rows_in(connection, query, document.c.id, documents)
    }


def _shown(source: Source, faces: dict[str, _Face]) -> Source:
    face = faces[source.document]
    return source.model_copy(
        update={
            "input_id": face.row.input_id,
            "url": face.row.url,
            "outlet": face.row.outlet,
            "title": face.row.title,
            "published": face.row.published,
            "source": face.row.source,
            "also_at": face.also_at,
        }
    )


def count_items(connection: Connection, family: str) -> int:
    """How many merged items of a family there are, rejected ones left out."""
    table = ITEM_TABLES[family]
    kept = or_(table.c.decision.is_(None), table.c.decision != "rejected")
    return connection.execute(select(func.count()).select_from(table).where(kept)).scalar_one()
