"""Events that engagements stand for: CONSULT held, AGREE to come, REJECT called off, REQUEST called for."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.reading.analysis import Analysis
from memcon.reading.events.drafts import Draft
from memcon.record import Engagement, EventType

TYPES: dict[str, EventType] = {
    "held": "CONSULT", "ongoing": "CONSULT", "planned": "AGREE", "expected": "AGREE", "invited": "AGREE", "proposed": "AGREE",
    "postponed": "REJECT", "cancelled": "REJECT", "declined": "REJECT",
}  # fmt: skip
MEALS = frozenset({"breakfast", "lunch", "dinner"})
ORGANISED = frozenset({"conference", "summit"})
SIGNED = frozenset({"sign", "initial", "ink"})  # rules of meetings that a signature alone tells, which is an event itself

ENGAGED = 0.78  # type and sides can be wrong besides: .67 right on texts as first read, .83 once rules were made from them


def engaged_events(analysis: Analysis, engagements: tuple[Engagement, ...]) -> Iterator[Draft]:
    """One event for each engagement; a visit is told by its meetings, a meal by the talks of the same day, a signing by its
    pact."""
    told = {item.part_of for item in engagements if item.part_of}
    for engagement in engagements:
        kind = TYPES.get(engagement.status)
        if kind is None or len(engagement.parties) < 2 or not engagement.evidence:
            continue
        if engagement.kind == "letter" or (engagement.id in told and engagement.kind in {"visit", "other"}):
            continue
        if engagement.rule.split(".")[0] in SIGNED:
            continue
        if engagement.kind in MEALS and any(_same_day(engagement, other) for other in engagements):
            continue
        yield _draft(analysis, engagement, kind)


def _same_day(meal: Engagement, other: Engagement) -> bool:
    if other.kind in MEALS or other.parties != meal.parties or other.status != meal.status:
        return False
    return bool(meal.when and other.when and meal.when.start and meal.when.start == other.when.start)


def _draft(analysis: Analysis, engagement: Engagement, kind: EventType) -> Draft:
    sentence = analysis.sentence_at(engagement.evidence[0].start)
    actor, recipient = _sides(engagement)
    mode, cameo = _mode(engagement, kind, bool(recipient))
    return Draft(
        type=kind,
        mode=mode,
        cameo=cameo,
        actor=actor,
        recipient=recipient,
        evidence=engagement.evidence,
        start=sentence.start if sentence else 0,
        end=sentence.end if sentence else 0,
        rule=f"engagement.{engagement.kind}",
        date=engagement.when.start if engagement.when else None,
        status=engagement.status,
        background=engagement.background,
        derived_from=engagement.id,
        confidence=min(ENGAGED, engagement.confidence),
    )


def _sides(engagement: Engagement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Visitor and host where the text tells them apart, else all on one side."""
    visitors = _parties(engagement, "visitor")
    if not visitors and _hosted_by_third(engagement):
        hosts = _parties(engagement, "host")
        return tuple(party for party in engagement.parties if party not in hosts), hosts
    hosts = tuple(party for party in _parties(engagement, "host") if party not in visitors)
    rest = tuple(party for party in engagement.parties if party not in visitors and party not in hosts)
    if visitors and hosts:
        return visitors, (*hosts, *rest)
    if visitors and rest:
        return visitors, rest
    if hosts and rest:
        return rest, hosts
    return engagement.parties, ()


def _hosted_by_third(engagement: Engagement) -> bool:
    hosts = _parties(engagement, "host")
    return len(hosts) == 1 and len(engagement.parties) > 2 and engagement.kind != "visit"


def _parties(engagement: Engagement, role: str) -> tuple[str, ...]:
    named = {person.country for person in engagement.participants if person.role == role and person.country}
    return tuple(sorted(named & set(engagement.parties)))


def _mode(engagement: Engagement, kind: EventType, visited: bool) -> tuple[str | None, str]:
    if kind == "AGREE":
        return None, "036"
    if kind == "REJECT":
        return "meet", "125"
    if engagement.kind == "call" or engagement.format in {"phone", "video"}:
        return "phone", "041"
    if engagement.kind in ORGANISED and len(engagement.parties) > 2:
        return "multilateral", "046"
    if _hosted_by_third(engagement):
        return "third-party", "044"
    if visited:
        return "visit", "042"
    return None, "046" if engagement.kind in {"talks", "trilateral", "conference"} else "040"
