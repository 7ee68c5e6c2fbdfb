"""What every format reports of what it wrote."""

from __future__ import annotations

from pathlib import Path

from memcon.record import Model


class Written(Model):
    """One file: how many entries it has, of what, and how many items had no place in it and why."""

    path: str
    entries: int
    of: str
    left_out: int = 0
    why: str | None = None


def written(path: Path, entries: int, of: str, left_out: int = 0, why: str | None = None) -> Written:
    """The report of one file; a reason is kept only where something was left out."""
    return Written(path=str(path), entries=entries, of=of, left_out=left_out, why=why if left_out else None)
