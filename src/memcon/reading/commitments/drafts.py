"""Drafts of commitments, before doubles are removed and ids given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from memcon.record import Amount, Commitment, CommitmentKind, Evidence, Span, When


@dataclass(frozen=True, slots=True)
class Draft:
    """A commitment as read; [start, end) are the words from its predicate to the end of what is promised."""

    kind: CommitmentKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    start: int
    end: int
    rule: str
    evidence: tuple[Evidence, ...]
    what: Span | None = None
    amount: Amount | None = None
    due: When | None = None
    due_text: str | None = None
    negated: bool = False
    engagement: str | None = None
    issues: tuple[str, ...] = ()
    confidence: float = 0.75
    official: bool = False  # a state or a body speaks, not one person alone


NEAR = 8  # commitments of one sentence at most: those before cannot hold the words of this one


def numbered(drafts: Iterable[Draft]) -> tuple[Commitment, ...]:
    """The commitments in text order with ids c1, c2, …; of two of one kind over the same words the longer stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda item: (item.start, -item.end, item.kind, item.rule)):
        if not any(other.kind == draft.kind and draft.end <= other.end for other in kept[-NEAR:]):
            kept.append(draft)
    return tuple(_commitment(f"c{number}", draft) for number, draft in enumerate(kept, start=1))


def _commitment(commitment_id: str, draft: Draft) -> Commitment:
    return Commitment(
        id=commitment_id,
        confidence=draft.confidence,
        rule=draft.rule,
        evidence=draft.evidence,
        kind=draft.kind,
        by=draft.by,
        to=draft.to,
        what=draft.what,
        amount=draft.amount,
        due=draft.due,
        due_text=draft.due_text,
        negated=draft.negated,
        engagement=draft.engagement,
        issues=draft.issues,
    )
