"""Offices that the text says somebody holds, held or will hold."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.record import Office


def find_offices(analysis: Analysis) -> Found[Office]:
    """All offices that the document names with their holder, once each."""
    return Found()
