"""Are two commitments one? Same kind, same sides, the same thing, told within weeks of each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from memcon.ledger.clustering import Verdict
from memcon.ledger.match_engagements import NO_DAY
from memcon.ledger.windows import day_of
from memcon.ledger.wording import Wording, likeness, wording_of
from memcon.record import Commitment

THRESHOLD = 0.65
DAYS_APART = 45
DAYS_SAME_WORDS = 365  # the very same words may be recalled a year later


@dataclass(frozen=True, slots=True)
class CommitmentFeatures:
    """What comparing looks at."""

    kind: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: Wording
    amount: tuple[float | None, str | None]
    negated: bool
    day: date | None


def commitment_features(fact: Commitment, published: str | None) -> CommitmentFeatures:
    """The features of one reported commitment."""
    amount = (fact.amount.value, fact.amount.unit) if fact.amount else (None, None)
    return CommitmentFeatures(
        kind=fact.kind,
        by=tuple(sorted(fact.by)),
        to=tuple(sorted(fact.to)),
        what=wording_of(fact.what.exact if fact.what else ""),
        amount=amount,
        negated=fact.negated,
        day=day_of(published),
    )


def commitment_blocks(features: CommitmentFeatures) -> list[tuple[str, str, str]]:
    """By kind and who made it, over the months in which it may be told again."""
    key = f"{features.kind}:{'+'.join(features.by)}"
    if features.day is None:
        return [(key, NO_DAY, NO_DAY)]
    first = features.day - timedelta(days=DAYS_SAME_WORDS)
    return [(key, first.isoformat(), features.day.isoformat())]


def compare_commitments(one: CommitmentFeatures, other: CommitmentFeatures) -> Verdict:
    """How alike what was promised is, or why the two can't be one."""
    against = _against(one, other)
    if against:
        return Verdict(0.0, against=against)
    if (one.day is None) != (other.day is None):
        return Verdict(0.0)
    score, ground = likeness(one.what, other.what)
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    if apart > (DAYS_SAME_WORDS if score == 1.0 and len(one.what.content) > 1 else DAYS_APART):
        return Verdict(0.0)
    return Verdict(score, ((ground, round(score, 2)),), strong=True)


def _against(one: CommitmentFeatures, other: CommitmentFeatures) -> str | None:
    if (one.kind, one.by) != (other.kind, other.by):
        return "another kind or another side"
    if one.to and other.to and not set(one.to) & set(other.to):
        return f"to {'+'.join(one.to)} against {'+'.join(other.to)}"
    if one.amount != (None, None) and other.amount != (None, None) and one.amount != other.amount:
        return "another amount"
    return "one says yes, the other no" if one.negated != other.negated else None
