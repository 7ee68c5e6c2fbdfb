"""Hold decisions to the reports they are about, also after a document was read anew or came in a new version."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from memcon.ledger.effective import FACT_TYPES
from memcon.ledger.keys import canonical, plain
from memcon.ledger.rows import delete_in, insert_rows, rows_in
from memcon.ledger.schema import address, anchor, decision, document, report, target
from memcon.ledger.selectors import Found, find_selected, selectors_of

CLOSE_ENOUGH = 0.5  # share of the target's own fields that a fact on the same words must keep to be the one meant


def target_of(connection: Connection, name: str, side: int = 0) -> dict[str, Any]:
    """Where a report stands, for a decision to hold on to: document, address, selectors, and what the fact said."""
    row = connection.execute(select(report).where(report.c.id == name)).one()
    text = connection.execute(select(document.c.text, document.c.url).where(document.c.id == row.document_id)).one()
    start, end = (row.start, row.end) if row.start is not None else (0, 0)
    return {
        "side": side,
        "report": name,
        "family": row.family,
        "source": row.document_id,
        "url": text.url,
        "selector": selectors_of(text.text, start, end),
        "fact": json.loads(row.data),
    }


def anchor_decisions(connection: Connection, document_id: str) -> set[str]:
    """Hold all decisions on this document, or on another text of its addresses, to its reports; returns those."""
    urls = set(connection.execute(select(address.c.url).where(address.c.document_id == document_id)).scalars()) - {None}
    places = target.c.document_id == document_id
    if urls:
        places = or_(places, target.c.url.in_(sorted(urls)))
    wanted = connection.execute(
        select(target.c.decision_id, target.c.number, decision.c.targets)
        .join(decision, decision.c.id == target.c.decision_id)
        .where(places)
        .order_by(target.c.decision_id, target.c.number)
    ).all()
    if not wanted:
        return set()
    text = connection.execute(select(document.c.text).where(document.c.id == document_id)).scalar_one()
    rows = connection.execute(select(report).where(report.c.document_id == document_id)).all()
    delete_in(connection, anchor, anchor.c.report_id, {row.id for row in rows})
    anchors: dict[tuple[str, str, int], dict[str, Any]] = {}
    for each in wanted:
        aim = json.loads(each.targets)[each.number]
        found = _find_report(text, rows, aim, document_id)
        if found:
            name, how = found
            key = (each.decision_id, name, aim["side"])
            anchors.setdefault(
                key,
                {
                    "decision_id": each.decision_id,
                    "report_id": name,
                    "side": aim["side"],
                    "target": each.number,
                    "how": how,
                },
            )
    insert_rows(connection, anchor, [anchors[key] for key in sorted(anchors)])
    return {name for _, name, _ in anchors}


def documents_of(connection: Connection, targets: Collection[dict[str, Any]]) -> set[str]:
    """The documents that targets may hold on to: those they were made on, and other texts of the address."""
    own = {aim["source"] for aim in targets}
    present = {row.id for row in rows_in(connection, select(document.c.id), document.c.id, own)}
    urls = {aim["url"] for aim in targets if aim["url"]}
    return present | {row.document_id for row in rows_in(connection, select(address.c.document_id), address.c.url, urls)}


def _find_report(text: str, rows: Collection[Row[Any]], aim: dict[str, Any], document_id: str) -> tuple[str, str] | None:
    """The report of the aim's family that overlaps its words best, and says the most of what it said."""
    family = [row for row in rows if row.family == aim["family"] and row.start is not None]
    position = aim["selector"][0]
    if document_id == aim["source"]:
        found: Found | None = Found(position["start"], position["end"], "position")
    else:
        found = find_selected(text, aim["selector"])
    if found is None:
        return None
    near = [row for row in family if row.start < found.end and found.start < row.end]
    ranked = sorted(near, key=lambda row: (-_kept(aim, row), -_overlap(found, row), row.id))
    if not ranked or _kept(aim, ranked[0]) < CLOSE_ENOUGH:
        return None
    return ranked[0].id, found.how


def _overlap(found: Found, row: Row[Any]) -> float:
    shared = min(found.end, row.end) - max(found.start, row.start)
    whole = max(found.end, row.end) - min(found.start, row.start)
    return float(shared / whole)


def _kept(aim: dict[str, Any], row: Row[Any]) -> float:
    """How much of what makes the fact this fact and no other still holds: kind and parties, speakers, sides."""
    kind = FACT_TYPES[aim["family"]]
    before, after = (core_of(plain(kind.model_validate(data))) for data in (aim["fact"], json.loads(row.data)))
    same = sum(canonical(before[field]) == canonical(after[field]) for field in before)
    return same / len(before)


def core_of(fact: dict[str, Any]) -> dict[str, Any]:
    """The fields by which one fact is told from another on the same words."""
    if "parties" in fact:
        return {
            "parties": fact["parties"],
            "people": sorted(p["name"] or "" for p in fact["participants"]),
            "kind": fact["kind"],
        }
    if "speakers" in fact:
        return {
            "cue": (fact["cue"] or {}).get("lemma"),
            "speakers": sorted(s["name"] or "" for s in fact["speakers"]),
            "negated": fact["negated"],
        }
    if "by" in fact:
        return {"kind": fact["kind"], "by": fact["by"]}
    if "actor" in fact:
        return {"type": fact["type"], "actor": fact["actor"], "recipient": fact["recipient"]}
    return {"person": fact["person"], "office": fact["office"]}
