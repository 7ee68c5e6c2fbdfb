"""The panel of pairs and years."""

from __future__ import annotations

from pathlib import Path

from memcon.desk.contents import Contents
from memcon.export.panels import write_panel
from memcon.export.written import Written


def write(contents: Contents, out: Path) -> list[Written]:
    """Write `dyad-year.csv` and its codebook into the folder `out`."""
    return write_panel(contents, out, monthly=False)
