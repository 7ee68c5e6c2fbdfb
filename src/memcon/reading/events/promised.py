"""Events that commitments without a predicate of their own stand for: a future told of oneself, an answer to an invitation."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.reading.analysis import Analysis
from memcon.reading.events.drafts import Draft
from memcon.record import Commitment, EngagementStatus, EventType

TYPES: dict[str, tuple[EventType, str]] = {
    "agreement": ("AGREE", "030"), "pledge": ("AGREE", "030"), "acceptance": ("AGREE", "030"), "refusal": ("REJECT", "120"),
}  # fmt: skip
WITHOUT_PREDICATE = frozenset({"future", "answer", "noun"})
PROMISED = 0.55


def promised_events(analysis: Analysis, commitments: tuple[Commitment, ...], told: tuple[Draft, ...]) -> Iterator[Draft]:
    """One event for each commitment between parties that no event of its sentence has told."""
    for commitment in commitments:
        kind = TYPES.get(commitment.kind)
        if kind is None or commitment.rule not in WITHOUT_PREDICATE or commitment.engagement is not None:
            continue
        if commitment.negated or (not commitment.to and len(commitment.by) < 2):
            continue
        draft = _draft(analysis, commitment, *kind)
        if not any(_tells(other, draft) for other in told):
            yield draft


def _tells(other: Draft, draft: Draft) -> bool:
    """Whether an event is made of the same words, or says the same of the same parties in the same sentence."""
    if other.derived_from == draft.derived_from:
        return True
    words, own = other.evidence[0], draft.evidence[0]
    if words.start < own.end and own.start < words.end:
        return True
    return other.start == draft.start and other.type == draft.type and bool(other.parties & draft.parties)


def _draft(analysis: Analysis, commitment: Commitment, kind: EventType, cameo: str) -> Draft:
    sentence = analysis.sentence_at(commitment.evidence[0].start)
    status: EngagementStatus = "planned" if commitment.rule == "future" else "held"
    return Draft(
        type=kind,
        cameo=cameo,
        status=status,
        actor=commitment.by,
        recipient=tuple(party for party in commitment.to if party not in commitment.by),
        evidence=commitment.evidence,
        start=sentence.start if sentence else 0,
        end=sentence.end if sentence else 0,
        rule=f"commitment.{commitment.kind}",
        derived_from=commitment.id,
        confidence=min(PROMISED, commitment.confidence),
    )
