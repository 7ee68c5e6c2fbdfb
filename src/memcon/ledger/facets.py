"""How many items each value of a facet has, among those that filters leave: what a list could be narrowed to next.

Without filters the facet table alone is counted, along its key; with them, the facets of the items that are left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, distinct, func, select

from memcon.ledger.queries import Filters, narrowed
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import ITEM_TABLES, address, facet, person, report

MOST_VALUES = 12
SHOWN_AS = {"who": "person"}  # the facet's own name → how it is called outside
COUNTED = ("status", "kind", "pair", "level", "issue", "who")
EVERYTHING = Filters()
FEW = 2000
_ENGAGEMENT = ITEM_TABLES["engagements"]

Counts = dict[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Facets:
    """The number of items, and for each facet its values with most items, each with their number.

    Facets: status, kind, pair, level, issue, person (a key of `people`), source (an outlet)."""

    total: int
    counts: Counts = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # how a person of `counts` is called


def count_facets(connection: Connection, filters: Filters, *, most: int = MOST_VALUES) -> Facets:
    """The facets of engagements. `status`, `kind` and `level` are counted as if the list were not narrowed by them."""
    found = _counted(connection, filters, COUNTED)
    wider = {"status": replace(filters, status=()), "kind": replace(filters, kind=()), "level": replace(filters, level=None)}
    for name, asked in wider.items():
        if asked != filters:
            found[name] = _counted(connection, asked, [name])[name]
    found["source"] = _sources(connection, filters)
    counts = {SHOWN_AS.get(name, name): _first(found[name], most) for name in (*COUNTED, "source")}
    return Facets(_total(connection, filters), counts, _names(connection, [key for key, _ in counts["person"]]))


def _counted(connection: Connection, filters: Filters, names: Iterable[str]) -> dict[str, Counter[str]]:
    query = select(facet.c.name, facet.c.value, func.count())
    query = query.where(facet.c.family == "engagements", facet.c.name.in_(list(names)))
    found: dict[str, Counter[str]] = defaultdict(Counter)
    few = _few(connection, filters)
    if few is not None:
        rows = rows_in(connection, query.group_by(facet.c.name, facet.c.value), facet.c.item, few)
    elif filters == EVERYTHING:
        rows = list(connection.execute(query.group_by(facet.c.name, facet.c.value)).all())
        rejected = query.join(_ENGAGEMENT, _ENGAGEMENT.c.id == facet.c.item).where(_ENGAGEMENT.c.decision == "rejected")
        for row in connection.execute(rejected.group_by(facet.c.name, facet.c.value)):
            found[row[0]][row[1]] -= row[2]
    else:
        items = narrowed("engagements", filters).cte("items")
        joined = query.select_from(items.join(facet, facet.c.item == items.c.id))
        rows = list(connection.execute(joined.group_by(facet.c.name, facet.c.value)).all())
    for row in rows:
        found[row[0]][row[1]] += row[2]
    return found


def _few(connection: Connection, filters: Filters) -> list[str] | None:
    """The items that filters leave, where these are few: then they are looked up one by one."""
    found = list(connection.execute(narrowed("engagements", filters).limit(FEW + 1)).scalars())
    return found if len(found) <= FEW else None


def _sources(connection: Connection, filters: Filters) -> Counter[str]:
    told = select(address.c.outlet, func.count(distinct(report.c.item))).join(
        report, report.c.document_id == address.c.document_id
    )
    told = told.where(address.c.outlet.is_not(None)).group_by(address.c.outlet)
    few = _few(connection, filters)
    if few is not None:
        rows = rows_in(connection, told, report.c.item, few)
    else:
        items = narrowed("engagements", filters).cte("items")
        rows = list(connection.execute(told.join(items, items.c.id == report.c.item)).all())
    counted: Counter[str] = Counter()
    for outlet, number in map(tuple[Any, ...], rows):
        counted[outlet] += number
    return counted


def _first(counted: Counter[str], most: int) -> tuple[tuple[str, int], ...]:
    some = [(value, number) for value, number in counted.items() if number > 0]
    return tuple(sorted(some, key=lambda pair: (-pair[1], pair[0]))[:most])


def _total(connection: Connection, filters: Filters) -> int:
    items = narrowed("engagements", filters).subquery()
    return connection.execute(select(func.count()).select_from(items)).scalar_one()


def _names(connection: Connection, keys: list[str]) -> dict[str, str]:
    query: Any = select(person.c.key, person.c.name, func.count().label("times")).where(person.c.key.in_(keys))
    rows = connection.execute(query.group_by(person.c.key, person.c.name)).all()
    return {row.key: row.name for row in sorted(rows, key=lambda row: (row.times, row.name))}
