"""Many reports of one engagement folded into one, with its status history and its disagreements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memcon.ledger.keys import fold
from memcon.ledger.people import PersonKey, person_key, same_person
from memcon.ledger.settling import Member, Settled, decision_of, first_by_order, settle, union
from memcon.ledger.types import MergedEngagement, Source, Step
from memcon.ledger.windows import day_of
from memcon.record import DescribedAs, Engagement, Participant, Place, StatusChange, When

KIND_PRECISION = {"other": 0, "meeting": 1, "conference": 2, "talks": 2}  # all else says more
GRAIN_PRECISION = {"day": 5, "range": 4, "month": 3, "season": 2, "year": 1, "unknown": 0}
FINALITY = {
    "invited": 0,
    "proposed": 1,
    "expected": 2,
    "planned": 3,
    "postponed": 4,
    "declined": 5,
    "cancelled": 6,
    "denied": 7,
}
HAPPENED = ("held", "ongoing")


def fold_engagement(members: Sequence[Member[Engagement]]) -> MergedEngagement:
    """The merged engagement of these reports. `part_of` is filled in by the ledger, which knows the others."""
    members = sorted(members, key=lambda member: member.order)
    told = _settle_all(members)
    status = _status(members)
    differs = _differences(members, told)
    everyone = _participants(members)
    return MergedEngagement(
        id=first_by_order(members).report,
        reports=tuple(sorted(member.report for member in members)),
        sources=tuple(_source(member, differs) for member in members),
        disagreements=tuple(each.disagreement for _, each in sorted(told.items()) if each.disagreement),
        decision=decision_of(members),
        notes=union(note for member in members for note in member.notes),
        confidence=_confidence(members),
        kind=told["kind"].value,
        format=told["format"].value,
        status=status,
        background=all(member.fact.background for member in members),
        participants=everyone,
        parties=_parties(members),
        when=told["when"].value,
        duration=told["duration"].value,
        place=told["place"].value or Place(),
        described_as=_described(members),
        issues=union(issue for member in members for issue in member.fact.issues),
        reason=told["reason"].value,
        history=_history(members),
        reported_by=union(reporter for member in members for reporter in member.fact.reported_by),
    )


def _settle_all(members: Sequence[Member[Engagement]]) -> dict[str, Settled]:
    return {
        "kind": settle("kind", members, lambda f: f.kind, lambda kind: KIND_PRECISION.get(kind, 3), _kinds_agree),
        "format": settle("format", members, lambda f: f.format),
        "when": settle("when", _timed(members), lambda f: f.when, _when_precision, _whens_agree),
        "duration": settle("duration", members, lambda f: f.duration, _length_precision, _lengths_agree),
        "place": settle("place", members, _place, _place_precision, _places_agree),
        "reason": settle("reason", members, lambda f: f.reason, compatible=lambda one, other: fold(one) == fold(other)),
    }


def _timed(members: Sequence[Member[Engagement]]) -> Sequence[Member[Engagement]]:
    """Once it is held, the day it was held counts, not the days it was planned for."""
    if any("when" in member.corrected for member in members):
        return members
    held = [m for m in members if m.fact.status in HAPPENED and m.fact.when and m.fact.when.start]
    to_the_day = any(_when_precision(m.fact.when) >= GRAIN_PRECISION["range"] for m in held)
    return held if to_the_day else members


def _kinds_agree(one: str, other: str) -> bool:
    return one == other or KIND_PRECISION.get(one, 3) < 3


def _when_precision(when: When | None) -> int:
    return GRAIN_PRECISION[when.precision] if when and when.start else -1


def _whens_agree(one: When, best: When) -> bool:
    """The same days in other words, or a coarser telling of them."""
    first, last = day_of(one.start), day_of(one.end or one.start)
    best_first, best_last = day_of(best.start), day_of(best.end or best.start)
    if not (first and last and best_first and best_last):
        return True
    return first <= best_first and best_last <= last


def _length_precision(duration: Any) -> int:
    return 0 if duration is None or duration.approximate else 1


def _lengths_agree(one: Any, best: Any) -> bool:
    return bool(one.minutes == best.minutes)


def _place(fact: Engagement) -> Place | None:
    return fact.place if fact.place != Place() else None


def _place_precision(place: Place | None) -> int:
    return 0 if place is None else (place.name is not None) + (place.city is not None) + (place.country is not None)


def _places_agree(one: Place, best: Place) -> bool:
    if one.country and best.country and one.country != best.country:
        return False
    if one.city and best.city and fold(one.city) != fold(best.city):
        return False
    names = {fold(place.name) for place in (one, best) if place.name}
    return len(names) < 2 or bool(names & {fold(one.city), fold(best.city)})


def _status(members: Sequence[Member[Engagement]]) -> Any:
    """Held once anyone reports it held; else what was told last, the more final on one day."""
    corrected = [member for member in members if "status" in member.corrected]
    if corrected:
        return corrected[-1].fact.status
    happened = [member.fact.status for member in members if member.fact.status in HAPPENED]
    if happened:
        return "held" if "held" in happened else "ongoing"
    return max(members, key=lambda m: (m.published or "", FINALITY[m.fact.status], m.report)).fact.status


def _history(members: Sequence[Member[Engagement]]) -> tuple[Step, ...]:
    """Each status in the order it was told; a status with the same days told twice is one step."""
    steps: dict[tuple[Any, ...], Step] = {}
    for member in members:
        for change, told in [*((c, None) for c in member.fact.history), (_own_step(member.fact), member.published)]:
            days = (change.when.start, change.when.end) if change.when else (None, None)
            key = (change.status, *days)
            seen = steps.get(key)
            steps[key] = Step(
                status=change.status,
                told=seen.told if seen and seen.told else told,
                when=seen.when if seen else change.when,
                reason=(seen.reason if seen else None) or change.reason,
                reports=tuple(sorted({*(seen.reports if seen else ()), member.report})),
            )
    return tuple(sorted(steps.values(), key=_step_order))


def _own_step(fact: Engagement) -> StatusChange:
    return StatusChange(status=fact.status, when=fact.when, reason=fact.reason)


def _step_order(step: Step) -> tuple[int, str, int, str]:
    final = FINALITY.get(step.status, 9)
    return (
        final >= 9,
        step.told or (step.when.start if step.when else None) or "",
        final,
        (step.when.start if step.when else None) or "",
    )


def _participants(members: Sequence[Member[Engagement]]) -> tuple[Participant, ...]:
    """Everyone that any report names, each once, under the fullest name; groups only where a side has nobody named."""
    corrected = [member for member in members if "participants" in member.corrected]
    if corrected:
        return corrected[-1].fact.participants
    kept: list[tuple[PersonKey, Participant]] = []
    for participant in (each for member in members for each in member.fact.participants):
        key = person_key(participant)
        known = next((n for n, (other, _) in enumerate(kept) if _same_participant(other, key)), None)
        if known is None:
            kept.append((key, participant))
        else:
            fuller = _fuller(kept[known][1], participant)
            kept[known] = (person_key(fuller), fuller)
    named_sides = {key.country for key, _ in kept if key.named}
    return tuple(participant for key, participant in kept if key.named or key.country not in named_sides)


def _same_participant(one: PersonKey, other: PersonKey) -> bool:
    if one.country != other.country:
        return False
    return same_person(one, other) or (not one.named and not other.named and fold(one.shown) == fold(other.shown))


def _fuller(one: Participant, other: Participant) -> Participant:
    """Two tellings of one person as one: the longer name, and what either adds."""
    named = max((one, other), key=lambda p: (bool(p.id), len(p.name or "")))
    rest = other if named is one else one
    filled = {field: getattr(named, field) or getattr(rest, field) for field in ("name", "country", "office", "level", "id")}
    return Participant(**filled, role=named.role if named.role != "participant" else rest.role)


def _parties(members: Sequence[Member[Engagement]]) -> tuple[str, ...]:
    corrected = [member for member in members if "parties" in member.corrected]
    if corrected:
        return corrected[-1].fact.parties
    return tuple(sorted({party for member in members for party in member.fact.parties}))


def _described(members: Sequence[Member[Engagement]]) -> tuple[DescribedAs, ...]:
    by: dict[str, set[str]] = {}
    for described in (each for member in members for each in member.fact.described_as):
        by.setdefault(described.text, set()).update(described.by)
    return tuple(DescribedAs(text=text, by=tuple(sorted(parties))) for text, parties in sorted(by.items()))


def _differences(members: Sequence[Member[Engagement]], told: dict[str, Settled]) -> dict[str, dict[str, Any]]:
    """For each report, the fields in which it differs from the preferred value, and whom it leaves out."""
    differs: dict[str, dict[str, Any]] = {member.report: {} for member in members}
    for field, settled in told.items():
        for report, value in settled.by_report.items():
            differs[report][field] = value
    status = _status(members)
    named = {key.shown: key for p in _participants(members) if (key := person_key(p)).named}
    for member in members:
        if member.fact.status != status:
            differs[member.report]["status"] = member.fact.status
        own = [person_key(participant) for participant in member.fact.participants]
        absent = sorted(shown for shown, key in named.items() if not any(same_person(key, each) for each in own))
        if absent and any(key.named for key in own):
            differs[member.report]["does_not_name"] = absent
    return differs


def _source(member: Member[Engagement], differs: dict[str, dict[str, Any]]) -> Source:
    return Source(
        document=member.document, source="", report=member.report, fact=member.fact.id, differs=differs[member.report]
    )


def _confidence(members: Sequence[Member[Engagement]]) -> float:
    """One sure report is as good as several; a person's word is certain."""
    if any(member.confirmed for member in members):
        return 1.0
    return max(member.fact.confidence for member in members)
