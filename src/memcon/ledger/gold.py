"""Decisions as gold: what persons confirmed and corrected, in the layout that `make accuracy` reads.

A folder `gold` with one JSON object a document, a folder `texts` with its text. A fact that nobody looked at is
`optional`: it costs nothing where a reader misses it; a rejected one is left out, so finding it is a false alarm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from memcon.ledger.effective import load_members
from memcon.ledger.schema import anchor, decision, document, report
from memcon.ledger.settling import Member
from memcon.record import Commitment, Engagement, Event, Statement

FAMILIES = ("engagements", "statements", "commitments", "events")


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document: the name of its files, the gold, and the text."""

    name: str
    gold: dict[str, Any]
    text: str


def gold_documents(connection: Connection) -> Iterator[GoldDocument]:
    """The documents on which a decision holds, each with its gold."""
    query = (
        select(document)
        .where(
            document.c.id.in_(
                select(report.c.document_id)
                .join(anchor, anchor.c.report_id == report.c.id)
                .join(decision, decision.c.id == anchor.c.decision_id)
                .where(decision.c.kind.in_(["confirm", "correct", "reject"]))
            )
        )
        .order_by(document.c.id)
    )
    for row in connection.execute(query).all():
        facts = {family: _facts(connection, family, row.id) for family in FAMILIES}
        face = {"id": row.input_id or row.id[7:19], "published": row.published, "outlet": row.outlet, "url": row.url}
        yield GoldDocument(row.id[7:19], face | {"readers": 1} | facts, row.text)


def _facts(connection: Connection, family: str, document_id: str) -> list[dict[str, Any]]:
    query = select(report.c.id).where(report.c.document_id == document_id, report.c.family == family)
    members = load_members(connection, family, list(connection.execute(query).scalars())).members
    ordered = sorted(members.values(), key=lambda member: (member.fact.id, member.report))
    return [_GOLD[family](member) | _standing(member) for member in ordered if not member.rejected]


def _standing(member: Member[Any]) -> dict[str, Any]:
    return {} if member.confirmed or member.corrected else {"optional": True}


def _engagement(member: Member[Engagement]) -> dict[str, Any]:
    fact = member.fact
    when = fact.when
    end = when.end if when and when.end != when.start else None
    return {
        "kind": fact.kind,
        "participants": [{"name": p.name, "country_iso3": p.country, "office": p.office} for p in fact.participants],
        "parties": list(fact.parties),
        "start": when.start if when else None,
        "end": end,
        "place": fact.place.name,
        "duration_minutes": fact.duration.minutes if fact.duration else None,
        "status": fact.status,
        "quote_evidence": fact.evidence[0].exact if fact.evidence else None,
    } | ({"background": True} if fact.background else {})


def _statement(member: Member[Statement]) -> dict[str, Any]:
    fact = member.fact
    return {
        "speaker": ", ".join(speaker.name or speaker.exact for speaker in fact.speakers) or None,
        "speaker_country": "+".join(speaker.country for speaker in fact.speakers if speaker.country) or None,
        "quote": fact.quotes[0].exact if fact.quotes else None,
        "content": fact.content.exact,
        "cue": fact.cue.exact if fact.cue else None,
        "direct": fact.kind == "direct",
        "target": fact.about[0] if fact.about else None,
        "issue": fact.issues[0] if fact.issues else None,
    } | ({"joint": True} if len(fact.speakers) > 1 else {})


def _commitment(member: Member[Commitment]) -> dict[str, Any]:
    fact = member.fact
    return {
        "by": list(fact.by),
        "to": list(fact.to),
        "kind": fact.kind,
        "what": fact.what.exact if fact.what else None,
        "due": fact.due.start if fact.due else None,
        "evidence": fact.evidence[0].exact if fact.evidence else None,
    }


def _event(member: Member[Event]) -> dict[str, Any]:
    fact = member.fact
    return {
        "actor": "+".join(fact.actor) or None,
        "recipient": "+".join(fact.recipient) or None,
        "plover": fact.type,
        "date": fact.date,
        "evidence": fact.evidence[0].exact if fact.evidence else None,
    }


_GOLD: dict[str, Any] = {
    "engagements": _engagement,
    "statements": _statement,
    "commitments": _commitment,
    "events": _event,
}
