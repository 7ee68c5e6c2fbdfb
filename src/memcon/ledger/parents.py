"""Meetings, talks and meals hang under the visit they were held on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection, select, update

from memcon.ledger.families import shifted
from memcon.ledger.items import stored_engagements
from memcon.ledger.keys import fold
from memcon.ledger.people import person_key, same_person
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import engagement, facet, report
from memcon.ledger.types import MergedEngagement
from memcon.ledger.windows import day_of

LONGEST_VISIT = 14  # days: beyond this a "visit" is a stay, or a date that was not understood
NOT_ON_A_VISIT = frozenset({"visit", "call", "letter"})


def assign_parents(connection: Connection, changed: set[str], gone: set[str]) -> None:
    """Set `part_of` anew for the engagements that changed, and for all that hang, or could hang, under one of them."""
    affected = changed | _children_of(connection, changed | gone)
    changed_visits = [e for e in stored_engagements(connection, changed).values() if e.kind == "visit"]
    for visit in changed_visits:
        affected |= _during(connection, visit)
    affected |= _told_as_part_of(connection, changed)
    engagements = stored_engagements(connection, affected)
    current = dict(
        tuple(row) for row in rows_in(connection, select(engagement.c.id, engagement.c.part_of), engagement.c.id, affected)
    )
    for item in sorted(engagements):
        parent = _told_parent(connection, engagements[item]) or _visit_of(connection, engagements[item])
        if current[item] != parent:
            connection.execute(update(engagement).where(engagement.c.id == item).values(part_of=parent))


def is_during(part: MergedEngagement, visit: MergedEngagement) -> bool:
    """May the engagement have been held on this visit? On its days, in its country, with its visitor."""
    if not (part.when and part.when.start and visit.when and visit.when.start):
        return False
    visit_end, part_end = visit.when.end or visit.when.start, part.when.end or part.when.start
    if shifted(visit.when.start, LONGEST_VISIT) < visit_end:
        return False
    if not (visit.when.start <= part.when.start and part_end <= visit_end):
        return False
    if part.place.country and visit.place.country and part.place.country != visit.place.country:
        return False
    return part.status == visit.status and _shares_visitor(part, visit)


def _shares_visitor(part: MergedEngagement, visit: MergedEngagement) -> bool:
    visitors = [person_key(p) for p in visit.participants if p.role == "visitor"]
    visitors = visitors or [person_key(p) for p in visit.participants if p.country != visit.place.country]
    people = [person_key(p) for p in part.participants]
    return any(v.named and same_person(v, p) and v.country == p.country for v in visitors for p in people)


def _children_of(connection: Connection, parents: Collection[str]) -> set[str]:
    return {row[0] for row in rows_in(connection, select(engagement.c.id), engagement.c.part_of, parents)}


def _told_as_part_of(connection: Connection, items: Collection[str]) -> set[str]:
    """The engagements that a report says are part of one of these."""
    members = {row[0] for row in rows_in(connection, select(report.c.id), report.c.item, items)}
    query = select(report.c.item).where(report.c.family == "engagements")
    return {row[0] for row in rows_in(connection, query, report.c.refers_to, members)}


def _told_parent(connection: Connection, part: MergedEngagement) -> str | None:
    """The engagement that most reports call the whole, where any does."""
    own = rows_in(connection, select(report.c.refers_to), report.c.id, part.reports)
    wholes = rows_in(connection, select(report.c.item), report.c.id, {row.refers_to for row in own if row.refers_to})
    votes = Counter(row.item for row in wholes if row.item != part.id)
    return min(votes, key=lambda item: (-votes[item], item)) if votes else None


def _visit_of(connection: Connection, part: MergedEngagement) -> str | None:
    """The visit whose days hold the engagement, the shortest where several do."""
    if part.kind in NOT_ON_A_VISIT or not (part.when and part.when.start):
        return None
    near = _in_days(connection, part, shifted(part.when.start, -LONGEST_VISIT), part.when.start)
    visits = [v for v in stored_engagements(connection, near).values() if v.kind == "visit" and is_during(part, v)]
    return min(visits, key=_tightest).id if visits else None


def _tightest(visit: MergedEngagement) -> tuple[int, str]:
    first, last = (day_of(visit.when.start), day_of(visit.when.end)) if visit.when else (None, None)
    return ((last - first).days if first and last else 0), visit.id


def _during(connection: Connection, visit: MergedEngagement) -> set[str]:
    if not (visit.when and visit.when.start):
        return set()
    return _in_days(connection, visit, visit.when.start, visit.when.end or visit.when.start)


def _in_days(connection: Connection, around: MergedEngagement, first: str, last: str) -> set[str]:
    """The engagements that begin in these days and name one of the same people."""
    words = {word for p in around.participants for word in fold(p.name).split()}
    query = select(facet.c.item).where(
        facet.c.family == "engagements", facet.c.name == "person", facet.c.sort_day.between(first, last)
    )
    return {row.item for row in rows_in(connection, query, facet.c.value, words)}
