"""Statements as the quotation scorer wants them: content, or its parts where it is split, and the outermost speaker's span."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from memcon.record import Span, Statement


def quotes_of(statements: Iterable[Statement]) -> list[dict[str, Any]]:
    """One quote for each outermost statement. What is said inside another's words is left out: those words hold it."""
    everything = list(statements)
    return [
        {"content": _stretches(statement), "speaker": _outermost(statement), "kind": statement.kind}
        for statement in everything
        if not any(_holds(other, statement) for other in everything if other is not statement)
    ]


def _stretches(statement: Statement) -> list[list[int]]:
    return [[part.start, part.end] for part in statement.content.parts or (statement.content,)]


def _outermost(statement: Statement) -> list[int] | None:
    """From the first to the last of those who speak or pass on, where several do."""
    speakers: tuple[Span, ...] = statement.relayed_by or statement.speakers
    return [min(s.start for s in speakers), max(s.end for s in speakers)] if speakers else None


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether the inner cue stands in the outer's words."""
    return inner.cue is not None and any(
        part.start <= inner.cue.start and inner.cue.end <= part.end for part in outer.content.parts or (outer.content,)
    )
