"""Fixed lists of the record, for forms."""

from __future__ import annotations

from typing import Any, get_args


def choices(literal: Any) -> tuple[str, ...]:
    """The words of a Literal of `memcon.record`."""
    return get_args(literal)
