"""Engagements: people of two or more parties in contact, or a trip of a known traveller."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.record import Engagement, Statement


def find_engagements(analysis: Analysis, statements: tuple[Statement, ...]) -> Found[Engagement]:
    """All engagements of the document, each once, with what is said of it anywhere in the text."""
    return Found()
