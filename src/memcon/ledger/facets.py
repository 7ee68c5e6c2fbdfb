"""How many items each value of a facet has, among those that filters leave: what a list could be narrowed to next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Select, distinct, func, select

from memcon.ledger.queries import Filters, narrowed
from memcon.ledger.schema import ITEM_TABLES, document, facet, person, report

MOST_VALUES = 12
BY_NAME = ("pair", "level", "issue")


@dataclass(frozen=True, slots=True)
class Facets:
    """The number of items, and for each facet its values with most items, each with their number.

    Facets: status, kind, pair, level, issue, person (a key of `people`), source (an outlet)."""

    total: int
    counts: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # how a person of `counts` is called


def count_facets(connection: Connection, family: str, filters: Filters, *, most: int = MOST_VALUES) -> Facets:
    """The facets of one family. The values of `status`, `kind` and `level` are counted as if it were not narrowed by them."""
    counts: dict[str, tuple[tuple[str, int], ...]] = {}
    table = ITEM_TABLES[family]
    wider = {"status": replace(filters, status=()), "kind": replace(filters, kind=())}
    for name in (each for each in wider if each in table.c):
        items = narrowed(family, wider[name]).subquery()
        value = table.c[name]
        counts[name] = _counted(connection, select(value, func.count()).join(items, items.c.id == table.c.id), value, most)
    for name in BY_NAME:
        items = narrowed(family, replace(filters, level=None) if name == "level" else filters).subquery()
        query = select(facet.c.value, func.count()).join(items, items.c.id == facet.c.item)
        query = query.where(facet.c.family == family, facet.c.name == name)
        counts[name] = _counted(connection, query, facet.c.value, most)
    items = narrowed(family, filters).subquery()
    told = select(document.c.outlet, func.count(distinct(report.c.item))).join(report, report.c.document_id == document.c.id)
    told = told.join(items, items.c.id == report.c.item).where(document.c.outlet.is_not(None))
    counts["source"] = _counted(connection, told, document.c.outlet, most)
    who = select(person.c.key, func.count(distinct(report.c.item))).join(report, report.c.id == person.c.report_id)
    counts["person"] = _counted(connection, who.join(items, items.c.id == report.c.item), person.c.key, most)
    total = connection.execute(select(func.count()).select_from(items)).scalar_one()
    return Facets(total, counts, _names(connection, [key for key, _ in counts["person"]]))


def _counted(connection: Connection, query: Select[Any], value: Any, most: int) -> tuple[tuple[str, int], ...]:
    number = query.selected_columns[1]
    rows = connection.execute(query.group_by(value).order_by(number.desc(), value).limit(most)).all()
    return tuple((row[0], row[1]) for row in rows)


def _names(connection: Connection, keys: list[str]) -> dict[str, str]:
    query = select(person.c.key, person.c.name, func.count().label("times")).where(person.c.key.in_(keys))
    rows = connection.execute(query.group_by(person.c.key, person.c.name)).all()
    best = sorted(rows, key=lambda row: (row.times, row.name))
    return {row.key: row.name for row in best}
