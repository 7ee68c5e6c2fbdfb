"""Which statements hold a place of the text, without asking all of them each time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading.analysis import Analysis
from memcon.record import Statement

_STRETCH = 1_000  # characters


def statements_over(analysis: Analysis, statements: tuple[Statement, ...], offset: int) -> Iterator[Statement]:
    """Those whose content holds the offset, in their order."""
    key = ("statements over", id(statements))
    if key not in analysis.memo:
        analysis.memo[key] = statements, _by_stretch(statements)  # with the statements, so that their id stays theirs
    stretches: dict[int, list[Any]] = analysis.memo[key][1]
    return (s for s in stretches.get(offset // _STRETCH, ()) if s.content.start <= offset < s.content.end)


def _by_stretch(statements: tuple[Statement, ...]) -> dict[int, list[Statement]]:
    stretches: dict[int, list[Statement]] = {}
    for statement in statements:
        for stretch in range(statement.content.start // _STRETCH, statement.content.end // _STRETCH + 1):
            stretches.setdefault(stretch, []).append(statement)
    return stretches
