"""Stance and polarity: what the cue says of the speaker's side, and what a negation makes of it."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.reading.statements.drafts import Draft
from memcon.record import Stance

# What a negation over the cue makes of its stance: "did not condemn" is no criticism, "did not welcome" is none either.
_NEGATED: Mapping[Stance, Stance] = {"supportive": "critical", "critical": "neutral", "denying": "neutral"}


def stance_of(draft: Draft) -> Stance:
    """The stance of the draft's cue, turned where the cue is negated."""
    stance: Stance = draft.cue.signal.stance if draft.cue else "neutral"
    return _NEGATED.get(stance, "neutral") if draft.negated else stance


def negated_of(draft: Draft) -> bool:
    """Whether the words are denied: by the cue itself ("denied that") or by a negation on it, not by both."""
    own = draft.cue.signal.negated if draft.cue else False
    return own != draft.negated
