"""Merged items in the database: the row that people look at, the item as JSON, and the facets it is found by."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

from memcon.ledger.keys import UNDATED, canonical, digest, fold
from memcon.ledger.people import name_words
from memcon.ledger.rows import delete_in, insert_rows, rows_in
from memcon.ledger.schema import ITEM_TABLES, engagement, facet
from memcon.ledger.types import Merged, MergedCommitment, MergedEngagement, MergedEvent, Utterance

MANY_PARTIES = 12  # a conference of more is found by party, not by pair


def write_items(connection: Connection, family: str, merged: Sequence[Merged], old: Collection[str]) -> set[str]:
    """Replace the items `old` by `merged`; items that did not change are left alone. Returns the ids that changed."""
    table = ITEM_TABLES[family]
    rows = {each.id: _row(each) for each in merged}
    known = {*old, *rows}
    digests = {row.id: row.digest for row in rows_in(connection, select(table.c.id, table.c.digest), table.c.id, known)}
    changed = {item for item, row in rows.items() if digests.get(item) != row["digest"]}
    gone = (set(digests) - set(rows)) | (changed & set(digests))
    parents = _parents(connection, gone) if family == "engagements" else {}
    drop_items(connection, family, gone)
    fresh = [each for each in merged if each.id in changed]
    if family == "engagements":
        for each in fresh:
            rows[each.id]["part_of"] = parents.get(each.id)
    insert_rows(connection, table, [rows[each.id] for each in fresh])
    insert_rows(connection, facet, [row for each in fresh for row in _facets(family, each, rows[each.id]["sort_day"])])
    return changed


def drop_items(connection: Connection, family: str, items: Collection[str]) -> None:
    """Delete the items and their facets."""
    delete_in(connection, ITEM_TABLES[family], ITEM_TABLES[family].c.id, items)
    delete_in(connection, facet, facet.c.item, items)


def stored_engagements(connection: Connection, items: Collection[str]) -> dict[str, MergedEngagement]:
    """The merged engagements of these ids."""
    query = select(engagement.c.id, engagement.c.data)
    return {
        row.id: MergedEngagement.model_validate_json(row.data) for row in rows_in(connection, query, engagement.c.id, items)
    }


def _parents(connection: Connection, items: Collection[str]) -> dict[str, str | None]:
    query = select(engagement.c.id, engagement.c.part_of)
    return {row.id: row.part_of for row in rows_in(connection, query, engagement.c.id, items)}


def _row(item: Merged) -> dict[str, Any]:
    data = canonical(item.model_dump(mode="json"))
    common = {
        "id": item.id,
        "reports": len(item.reports),
        "decision": item.decision,
        "confidence": item.confidence,
        "data": data,
        "digest": digest(data, length=32),
    }
    if isinstance(item, MergedEngagement):
        return common | _engagement_row(item)
    if isinstance(item, Utterance):
        return common | _statement_row(item)
    if isinstance(item, MergedCommitment):
        return common | _commitment_row(item)
    assert isinstance(item, MergedEvent)
    return common | _event_row(item)


def _engagement_row(item: MergedEngagement) -> dict[str, Any]:
    when = item.when
    return {
        "kind": item.kind,
        "status": item.status,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "precision": when.precision if when else None,
        "parties": "+".join(item.parties),
        "people": "; ".join(p.name or p.office or p.country or "" for p in item.participants),
        "place": item.place.name or item.place.city,
        "country": item.place.country,
        "part_of": None,
        "sort_day": (when.start if when else None) or UNDATED,
    }


def _statement_row(item: Utterance) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "stance": item.stance,
        "speaker": "; ".join(speaker.name or "" for speaker in item.speakers),
        "country": next((speaker.country for speaker in item.speakers if speaker.country), None),
        "words": item.words,
        "sort_day": item.day or UNDATED,
    }


def _commitment_row(item: MergedCommitment) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "status": item.status,
        "by": "+".join(item.by),
        "to": "+".join(item.to),
        "what": item.what,
        "due": (item.due.start if item.due else None) or item.due_text,
        "sort_day": item.day or UNDATED,
    }


def _event_row(item: MergedEvent) -> dict[str, Any]:
    return {
        "kind": item.type,
        "mode": item.mode,
        "status": item.status,
        "actor": "+".join(item.actor),
        "recipient": "+".join(item.recipient),
        "date": item.date,
        "quad": item.quad,
        "score": item.score,
        "engagement": item.engagement,
        "sort_day": item.date or UNDATED,
    }


def _facets(family: str, item: Merged, sort_day: str) -> list[dict[str, str]]:
    """The rows by which queries find the item: pairs, parties, words of people's names, issues; an engagement's also by
    what is only counted."""
    parties, names = _parties_and_names(item)
    values = [("party", party) for party in parties]
    if len(parties) <= MANY_PARTIES:
        values += [("pair", "+".join(pair)) for pair in combinations(parties, 2)]
    values += [("person", word) for name in names for word in name_words(name) or tuple(fold(name).split())]
    values += [("issue", issue) for issue in getattr(item, "issues", ())]
    if isinstance(item, MergedEngagement):
        values += [("status", item.status), ("kind", item.kind)]
        values += [("level", each.level) for each in item.participants if each.level]
        values += [("who", " ".join(words)) for name in names if (words := name_words(name))]
    return [
        {"family": family, "name": name, "value": value, "sort_day": sort_day, "item": item.id}
        for name, value in sorted(set(values))
    ]


def _parties_and_names(item: Merged) -> tuple[list[str], list[str]]:
    if isinstance(item, MergedEngagement):
        return sorted(set(item.parties)), [p.name for p in item.participants if p.name]
    if isinstance(item, Utterance):
        sides = {speaker.country for speaker in item.speakers if speaker.country} | set(item.about)
        sides |= {addressee.country for addressee in item.addressees if addressee.country}
        return sorted(sides), [speaker.name for speaker in item.speakers if speaker.name]
    if isinstance(item, MergedCommitment):
        return sorted({*item.by, *item.to}), []
    assert isinstance(item, MergedEvent)
    return sorted({*item.actor, *item.recipient}), []
