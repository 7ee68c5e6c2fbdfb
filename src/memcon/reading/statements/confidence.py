"""How sure a statement is: a base for its construction, less for each weak joint. Measured in docs/accuracy/statements.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from memcon.reading.statements.drafts import Draft
from memcon.record import Speaker

# Share right, in hundredths, as measured on the development sets and rounded down: words found by a construction.
_BASE: Mapping[str, float] = {
    "turn": 0.95,
    "around": 0.92,
    "signature": 0.95,
    "quote.before": 0.92,
    "quote.after": 0.92,
    "quote.alone": 0.7,
    "clause": 0.92,
    "according_to": 0.92,
    "label": 0.85,
    "colon": 0.6,
}
_SENSE: Mapping[str, float] = {"speech": 0.0, "act": -0.04, "attitude": -0.42}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
UNKNOWN_SPEAKER = -0.1  # no mention says who it is
BORROWED_SUBJECT = -0.05  # the cue has no subject of its own
UNKNOWN_TURN = -0.2  # nor whose transcript it is: half of such turns are greetings and questions
NOUN_CUE = -0.25
RELAYED = -0.1
LOWEST = 0.3


def confidence_of(draft: Draft, speakers: Sequence[Speaker]) -> float:
    """Between 0.3 and 0.95; at 0.9 and over at least nine in ten are right."""
    sure = next(value for rule, value in _BASE.items() if draft.rule == rule or draft.rule.startswith(f"{rule}."))
    if draft.cue is not None:
        sure += _SENSE[draft.cue.signal.sense]
        if draft.cue.token.pos_ == "NOUN":
            sure += NOUN_CUE
        elif not any(child.dep_ in _SUBJECTS for child in draft.cue.token.children):
            sure += BORROWED_SUBJECT
    if not any(speaker.country or speaker.id or speaker.anonymous for speaker in speakers):
        sure += UNKNOWN_SPEAKER + (UNKNOWN_TURN if draft.rule == "turn" else 0.0)
    if draft.relayed_by:
        sure += RELAYED
    return round(max(sure, LOWEST), 2)
