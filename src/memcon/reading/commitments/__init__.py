"""Commitments: invitations, acceptances, refusals, agreements, pledges, expectations, demands."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.commitments.drafts import numbered
from memcon.reading.commitments.spoken import spoken_commitments
from memcon.reading.found import Found
from memcon.record import Commitment, Engagement, Statement

__all__ = ["find_commitments"]


def find_commitments(
    analysis: Analysis, statements: tuple[Statement, ...], engagements: tuple[Engagement, ...]
) -> Found[Commitment]:
    """All commitments of the document."""
    return Found(numbered(spoken_commitments(analysis, statements, engagements)))
