"""Commitments: invitations, acceptances, refusals, agreements, pledges, expectations, demands."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.commitments.drafts import Draft, numbered
from memcon.reading.commitments.spoken import spoken_commitments
from memcon.reading.found import Found
from memcon.record import Commitment, Engagement, HeldBack, Statement

__all__ = ["find_commitments"]


def find_commitments(
    analysis: Analysis, statements: tuple[Statement, ...], engagements: tuple[Engagement, ...]
) -> Found[Commitment]:
    """All commitments of the document."""
    spoken = list(spoken_commitments(analysis, statements, engagements))
    drafts = [item for item in spoken if isinstance(item, Draft)]
    return Found(numbered(drafts), tuple(item for item in spoken if isinstance(item, HeldBack)))
