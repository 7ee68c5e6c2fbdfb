"""Statements: words attributed to a speaker."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.record import Statement


def find_statements(analysis: Analysis) -> Found[Statement]:
    """All statements of the document, one for each cue."""
    return Found()
