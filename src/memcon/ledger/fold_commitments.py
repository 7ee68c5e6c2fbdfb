"""Many reports of one commitment folded into one, through its life: open, kept, broken, overdue, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from memcon.ledger.settling import Member, decision_of, first_by_order, settle, union
from memcon.ledger.types import LifeStep, MergedCommitment, MergedEngagement, Source
from memcon.record import Commitment, When

MEETING_KINDS = frozenset({"invitation", "acceptance", "agreement", "pledge", "expectation"})


def fold_commitment(members: Sequence[Member[Commitment]], engagements: Mapping[str, MergedEngagement]) -> MergedCommitment:
    """The commitment of these reports. `engagements` gives, by report, the merged engagement that it is about."""
    members = sorted(members, key=lambda member: member.order)
    due = settle("due", members, lambda f: f.due, _precision)
    what = settle("what", members, lambda f: f.what.exact if f.what else None, len, lambda one, other: True)
    amount = settle("amount", members, lambda f: f.amount, compatible=_amounts_agree)
    about = _engagement(members, engagements)
    life = _life(members, about)
    return MergedCommitment(
        id=first_by_order(members).report,
        reports=tuple(sorted(member.report for member in members)),
        sources=tuple(_source(m, what.value, due.by_report.get(m.report)) for m in members),
        disagreements=tuple(each.disagreement for each in (amount, due) if each.disagreement),
        decision=decision_of(members),
        notes=union(note for member in members for note in member.notes),
        confidence=1.0 if any(m.confirmed for m in members) else max(m.fact.confidence for m in members),
        kind=members[0].fact.kind,
        by=union(party for member in members for party in member.fact.by),
        to=union(party for member in members for party in member.fact.to),
        what=what.value,
        amount=amount.value,
        due=due.value,
        due_text=next((m.fact.due_text for m in members if m.fact.due_text), None),
        status=_status(members, life),
        negated=members[0].fact.negated,
        issues=union(issue for member in members for issue in member.fact.issues),
        engagement=about.id if about else None,
        life=life,
        day=members[0].published,
    )


def _precision(due: When | None) -> int:
    return 0 if due is None or due.start is None else {"day": 4, "range": 3, "month": 3}.get(due.precision, 1)


def _amounts_agree(one: object, other: object) -> bool:
    return (getattr(one, "value", None), getattr(one, "unit", None)) == (
        getattr(other, "value", None),
        getattr(other, "unit", None),
    )


def _engagement(members: Sequence[Member[Commitment]], engagements: Mapping[str, MergedEngagement]) -> MergedEngagement | None:
    linked = [engagements[m.report] for m in members if m.report in engagements]
    return min(linked, key=lambda engagement: (engagement.status != "held", engagement.id)) if linked else None


def _life(members: Sequence[Member[Commitment]], about: MergedEngagement | None) -> tuple[LifeStep, ...]:
    """Each status when it was first told, and the engagement that kept it."""
    steps: dict[str, LifeStep] = {}
    for member in members:
        seen = steps.get(member.fact.status)
        steps[member.fact.status] = LifeStep(
            status=member.fact.status,
            told=seen.told if seen else member.published,
            reports=tuple(sorted({*(seen.reports if seen else ()), member.report})),
        )
    if about and _keeps(members, about):
        held = next((step for step in about.history if step.status == "held"), None)
        steps["kept"] = LifeStep(
            status="kept",
            told=about.when.start if about.when else None,
            reports=held.reports if held else about.reports,
            engagement=about.id,
        )
    return tuple(sorted(steps.values(), key=lambda step: (step.status != "open", step.told or "9999", step.status)))


def _keeps(members: Sequence[Member[Commitment]], about: MergedEngagement) -> bool:
    """Held, for a promise to meet, and after the promise was first told."""
    told, held = members[0].published, about.when.start if about.when else None
    return (
        members[0].fact.kind in MEETING_KINDS
        and not members[0].fact.negated
        and about.status == "held"
        and bool(held and (told is None or held >= told))
    )


def _status(members: Sequence[Member[Commitment]], life: Sequence[LifeStep]) -> str:
    """A person's word; else kept once it came about; else what was told last."""
    corrected = [m for m in members if "status" in m.corrected]
    if corrected:
        return corrected[-1].fact.status
    if any(step.status == "kept" for step in life):
        return "kept"
    return max(members, key=lambda m: (m.published or "", m.fact.status != "open", m.report)).fact.status


def _source(member: Member[Commitment], what: str | None, due: object) -> Source:
    differs: dict[str, object] = {}
    if member.fact.what and member.fact.what.exact != what:
        differs["what"] = member.fact.what.exact
    if due is not None:
        differs["due"] = due
    return Source(document=member.document, source="", report=member.report, fact=member.fact.id, differs=differs)
