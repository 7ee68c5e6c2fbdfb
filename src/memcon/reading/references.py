"""References: he, the secretary, both sides, the two leaders, her successor → actors."""

from __future__ import annotations

from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis


def resolve_references(analysis: Analysis) -> tuple[Mention, ...]:
    """The analysis's mentions with pronouns and definite descriptions added and resolved, sorted, not overlapping."""
    return analysis.mentions
