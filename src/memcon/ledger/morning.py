"""What is new since a moment, on the pairs, people, issues and feeds that a user watches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select

from memcon.errors import LedgerError
from memcon.ledger.queries import Filters, list_items
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import document, watch
from memcon.ledger.types import Merged, MergedCommitment, MergedEngagement, Utterance
from memcon.record import Model

WatchKind = Literal["pair", "person", "issue", "feed"]
KINDS = ("pair", "person", "issue", "feed")
MOST = 500  # items of one family under one watch; a morning has fewer


class Watch(Model):
    """Something a user wants to hear of: a pair ("CHN+USA"), a person, an issue, or a feed to fetch."""

    kind: WatchKind
    value: str


class Section(Model):
    """What is new under one watch; `watch` is None where nothing is watched, and all is told."""

    watch: Watch | None = None
    engagements: tuple[MergedEngagement, ...] = ()
    statements: tuple[Utterance, ...] = ()
    commitments: tuple[MergedCommitment, ...] = ()
    updated: tuple[str, ...] = ()  # the ids of items that were known before, and are told of anew


class News(Model):
    """What is new since a moment."""

    since: str
    documents: int
    sections: tuple[Section, ...]


def add_watch(connection: Connection, kind: str, value: str, now: str) -> None:
    """Watch something; watching it twice changes nothing. Raises LedgerError for another kind of thing."""
    if kind not in KINDS:
        raise LedgerError(f"{kind!r} can't be watched; {', '.join(KINDS)} can")
    if kind == "pair":
        parties = sorted(part.upper() for part in value.replace("+", " ").split())
        if len(parties) != 2:
            raise LedgerError("a pair is two parties: USA CHN")
        value = "+".join(parties)
    if not _present(connection, kind, value):
        connection.execute(insert(watch), {"kind": kind, "value": value, "added_at": now})


def drop_watch(connection: Connection, kind: str, value: str) -> None:
    """Watch something no more. Raises LedgerError where it was not watched."""
    if kind == "pair":
        value = "+".join(sorted(part.upper() for part in value.replace("+", " ").split()))
    if not _present(connection, kind, value):
        raise LedgerError(f"the {kind} {value!r} is not watched; `memcon watch list` shows what is")
    connection.execute(delete(watch).where(watch.c.kind == kind, watch.c.value == value))


def watches(connection: Connection) -> tuple[Watch, ...]:
    """All that is watched."""
    rows = connection.execute(select(watch.c.kind, watch.c.value).order_by(watch.c.kind, watch.c.value))
    return tuple(Watch(kind=row.kind, value=row.value) for row in rows)


def news(connection: Connection, since: str) -> News:
    """What documents added since then (ISO time, UTC) tell, watch by watch; all of it where nothing is watched."""
    added = set(connection.execute(select(document.c.id).where(document.c.added_at >= since)).scalars())
    asked = [each for each in watches(connection) if each.kind != "feed"]
    sections = [_section(connection, each, since) for each in asked] or [_section(connection, None, since)]
    return News(since=since, documents=len(added), sections=tuple(sections))


def _present(connection: Connection, kind: str, value: str) -> bool:
    query = select(watch.c.kind).where(watch.c.kind == kind, watch.c.value == value)
    return connection.execute(query).first() is not None


def _section(connection: Connection, watched: Watch | None, since: str) -> Section:
    filters = _filters(watched, since)
    found: dict[str, Any] = {
        family: list_items(connection, family, filters, after=None, limit=MOST).items
        for family in ("engagements", "statements", "commitments")
        if not (family == "commitments" and watched and watched.kind == "person")
    }
    items = [item for each in found.values() for item in each]
    return Section(watch=watched, updated=_known_before(connection, items, since), **found)


def _filters(watched: Watch | None, since: str) -> Filters:
    if watched is None:
        return Filters(recorded_since=since)
    if watched.kind == "pair":
        return Filters(recorded_since=since, between=tuple(watched.value.split("+")))
    if watched.kind == "person":
        return Filters(recorded_since=since, person=watched.value)
    return Filters(recorded_since=since, issue=watched.value)


def _known_before(connection: Connection, items: Sequence[Merged], since: str) -> tuple[str, ...]:
    documents = {source.document for item in items for source in item.sources}
    query = select(document.c.id).where(document.c.added_at < since)
    older = {row.id for row in rows_in(connection, query, document.c.id, documents)}
    return tuple(sorted(item.id for item in items if any(source.document in older for source in item.sources)))
