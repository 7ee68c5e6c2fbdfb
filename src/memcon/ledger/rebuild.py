"""Work out anew what the reports that were touched amount to, and nothing else.

Merged items are a function of all reports and decisions. Links between reports depend on the two alone, and only linked
reports influence each other, so it is enough to cluster the components that the touched reports belong to, or now join.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select, update

from memcon.ledger.clustering import Clustering, Item
from memcon.ledger.effective import Loaded, constraints_on, load_members
from memcon.ledger.families import MATCHERS, REACH, Matcher, block_rows, shifted
from memcon.ledger.fold_commitments import fold_commitment
from memcon.ledger.fold_engagements import fold_engagement
from memcon.ledger.fold_events import event_key, fold_event
from memcon.ledger.fold_statements import fold_statement
from memcon.ledger.items import stored_engagements, write_items
from memcon.ledger.parents import assign_parents
from memcon.ledger.rows import chunks, delete_in, insert_rows, rows_in
from memcon.ledger.schema import block, report
from memcon.ledger.settling import Member
from memcon.ledger.types import Merged


def refresh(connection: Connection, touched: Collection[str]) -> None:
    """Bring all merged items up to date after reports were added or changed, or lost a neighbour of their component."""
    families: dict[str, set[str]] = defaultdict(set)
    for row in rows_in(connection, select(report.c.id, report.c.family), report.c.id, touched):
        families[row.family].add(row.id)
    changed_engagements = _recluster(connection, "engagements", families["engagements"])
    _recluster(connection, "statements", families["statements"])
    about = _referring(connection, "commitments", changed_engagements)
    _recluster(connection, "commitments", families["commitments"] | about)
    _regroup_events(connection, families["events"] | _referring(connection, "events", changed_engagements))


def _recluster(connection: Connection, family: str, touched: set[str]) -> set[str]:
    """Cluster the components around `touched`. Returns the reports whose merged item changed."""
    if not touched:
        return set()
    matcher = MATCHERS[family]
    constraints = constraints_on(connection)
    loaded = load_members(connection, family, touched)
    _write_blocks(connection, matcher, loaded)
    neighbours = neighbours_of(connection, touched) | constraints.partners(touched) | touched
    everyone = _whole_components(connection, family, neighbours)
    loaded = loaded.with_more(load_members(connection, family, everyone - touched))
    items = [
        Item(name, member.document, matcher.features(member, loaded.outlets[name])) for name, member in loaded.members.items()
    ]
    joins = [pair for pair in constraints.joins if set(pair) <= everyone]
    bars = [pair for pair in constraints.bars if set(pair) <= everyone]
    clustering: Clustering[Any] = Clustering(items, matcher.compare, matcher.threshold, joins, bars)
    components = {name: ids[0] for ids in clustering.components() for name in ids}
    merged = _fold(connection, family, clustering.clusters(), loaded)
    return _write(connection, family, everyone, components, merged)


def _write_blocks(connection: Connection, matcher: Matcher, loaded: Loaded) -> None:
    delete_in(connection, block, block.c.report_id, loaded.members)
    rows = [
        row
        for name, member in sorted(loaded.members.items())
        for row in block_rows(matcher, name, matcher.features(member, loaded.outlets[name]))
    ]
    insert_rows(connection, block, rows)


def neighbours_of(connection: Connection, touched: set[str]) -> set[str]:
    """The reports that share a block with a touched one, and days in it, give or take one."""
    found: set[str] = set()
    own = rows_in(connection, select(block.c.block, block.c.first, block.c.last), block.c.report_id, touched)
    for part in chunks(sorted({tuple(row) for row in own})):
        for few in [part[start : start + 50] for start in range(0, len(part), 50)]:
            wanted = or_(*(_shares(name, first, last) for name, first, last in few))
            found |= set(connection.execute(select(block.c.report_id).where(wanted)).scalars())
    return found


def _shares(name: str, first: str, last: str) -> Any:
    return and_(
        block.c.block == name,
        block.c.first >= shifted(first, -REACH - 1),
        block.c.first <= shifted(last, 1),
        block.c.last >= shifted(first, -1),
    )


def _whole_components(connection: Connection, family: str, reports: set[str]) -> set[str]:
    labels = {row[0] for row in rows_in(connection, select(report.c.component), report.c.id, reports)}
    query = select(report.c.id).where(report.c.family == family)
    return {row[0] for row in rows_in(connection, query, report.c.component, labels)}


def _fold(connection: Connection, family: str, clusters: list[list[str]], loaded: Loaded) -> list[Merged]:
    groups = [[loaded.members[name] for name in cluster] for cluster in clusters]
    if family == "engagements":
        return [fold_engagement(group) for group in groups]
    if family == "statements":
        return [fold_statement(group) for group in groups]
    about = _engagements_of(connection, loaded.members)
    return [fold_commitment(group, about) for group in groups]


def _engagements_of(connection: Connection, reports: Iterable[str]) -> dict[str, Any]:
    """By report: the merged engagement that it refers to."""
    referred = {
        row.id: row.refers_to
        for row in rows_in(connection, select(report.c.id, report.c.refers_to), report.c.id, set(reports))
        if row.refers_to
    }
    items = dict(
        tuple(row) for row in rows_in(connection, select(report.c.id, report.c.item), report.c.id, set(referred.values()))
    )
    engagements = stored_engagements(connection, set(items.values()))
    return {name: engagements[items[to]] for name, to in referred.items() if items.get(to) in engagements}


def _write(
    connection: Connection, family: str, everyone: set[str], components: dict[str, str], merged: list[Merged]
) -> set[str]:
    items = {name: each.id for each in merged for name in each.reports}
    query = select(report.c.id, report.c.component, report.c.item)
    before = {row.id: row for row in rows_in(connection, query, report.c.id, everyone)}
    moved = [
        {"which": name, "to_component": components[name], "to_item": items[name]}
        for name, row in sorted(before.items())
        if (row.component, row.item) != (components[name], items[name])
    ]
    _move(connection, moved)
    old_items = {row.item for row in before.values()}
    changed = write_items(connection, family, merged, old_items)
    if family == "engagements":
        assign_parents(connection, changed, old_items - set(items.values()))
    return {row["which"] for row in moved} | {name for name, item in items.items() if item in changed}


def _move(connection: Connection, moved: list[dict[str, str]]) -> None:
    if moved:
        statement = (
            update(report)
            .where(report.c.id == bindparam("which"))
            .values(component=bindparam("to_component"), item=bindparam("to_item"))
        )
        connection.execute(statement, moved)


def _referring(connection: Connection, family: str, reports: set[str]) -> set[str]:
    query = select(report.c.id).where(report.c.family == family)
    return {row[0] for row in rows_in(connection, query, report.c.refers_to, reports)}


def _regroup_events(connection: Connection, touched: set[str]) -> None:
    """Events are one by key, not by likeness; the key is kept where other families keep their component."""
    if not touched:
        return
    loaded = load_members(connection, "events", touched)
    about = _engagements_of(connection, touched)
    query = select(report.c.id, report.c.component, report.c.item)
    before = {row.id: row for row in rows_in(connection, query, report.c.id, touched)}
    keys = {name: event_key(m.fact, _id(about.get(name)), m.published) for name, m in loaded.members.items()}
    _move(connection, [{"which": n, "to_component": key, "to_item": before[n].item} for n, key in sorted(keys.items())])
    affected = {row.component for row in before.values()} | set(keys.values())
    everyone = _whole_groups(connection, affected)
    loaded = load_members(connection, "events", set(everyone))
    about = _engagements_of(connection, everyone)
    groups: dict[str, list[Member[Any]]] = defaultdict(list)
    for name, key in everyone.items():
        groups[key].append(loaded.members[name])
    merged: list[Merged] = [
        fold_event(group, _id(next((about[m.report] for m in group if m.report in about), None)))
        for _, group in sorted(groups.items())
    ]
    _write(connection, "events", set(everyone), everyone, merged)


def _whole_groups(connection: Connection, keys: set[str]) -> dict[str, str]:
    query = select(report.c.id, report.c.component).where(report.c.family == "events")
    return dict(tuple(row) for row in rows_in(connection, query, report.c.component, keys))


def _id(merged: Merged | None) -> str | None:
    return merged.id if merged else None
