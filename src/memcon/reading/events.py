"""Events: the same facts coded in PLOVER 2.0 and CAMEO."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.record import Commitment, Engagement, Event, Statement


def find_events(
    analysis: Analysis,
    statements: tuple[Statement, ...],
    engagements: tuple[Engagement, ...],
    commitments: tuple[Commitment, ...],
) -> Found[Event]:
    """All events of the document: those that facts stand for, and those that only the predicates say."""
    return Found()
