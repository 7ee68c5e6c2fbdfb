"""PLOVER events of many documents folded: those of one engagement follow it, others agree in type, sides and day."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.ledger.keys import digest
from memcon.ledger.settling import Member, decision_of, first_by_order, settle, union
from memcon.ledger.types import MergedEvent, Source
from memcon.record import Event


def event_key(fact: Event, engagement: str | None, published: str | None) -> str:
    """Events with one key are one event."""
    if engagement:
        return digest("event", engagement, fact.type, "+".join(sorted(fact.actor)), "+".join(sorted(fact.recipient)))
    day = fact.date or f"told {published}"
    sides = "+".join(sorted(fact.actor)) + ">" + "+".join(sorted(fact.recipient))
    return digest("event", fact.type, fact.mode or "", sides, day, fact.status)


def fold_event(members: Sequence[Member[Event]], engagement: str | None) -> MergedEvent:
    """The event of these reports."""
    members = sorted(members, key=lambda member: member.order)
    date = settle("date", members, lambda f: f.date)
    mode = settle("mode", members, lambda f: f.mode, compatible=lambda one, other: True)
    status = settle("status", members, lambda f: f.status, lambda status: int(status == "held"))
    lead = members[0].fact
    return MergedEvent(
        id=first_by_order(members).report,
        reports=tuple(sorted(member.report for member in members)),
        sources=tuple(
            Source(
                document=m.document,
                source="",
                report=m.report,
                fact=m.fact.id,
                differs={"date": date.by_report[m.report]} if m.report in date.by_report else {},
            )
            for m in members
        ),
        disagreements=tuple(each.disagreement for each in (date, status) if each.disagreement),
        decision=decision_of(members),
        notes=union(note for member in members for note in member.notes),
        confidence=1.0 if any(m.confirmed for m in members) else max(m.fact.confidence for m in members),
        actor=tuple(sorted(lead.actor)),
        recipient=tuple(sorted(lead.recipient)),
        type=lead.type,
        mode=mode.value,
        contexts=union(context for member in members for context in member.fact.contexts),
        cameo=settle("cameo", members, lambda f: f.cameo).value,
        date=date.value,
        quad=lead.quad,
        score=settle("score", members, lambda f: f.score).value,
        status=status.value,
        background=all(member.fact.background for member in members),
        engagement=engagement,
    )
