"""Example reports that come with memcon: real public events of 2023 and 2024, retold in our own words (CC0).

`reports.jsonl` has one report a line: id, published, title, outlet, text."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path


def reports_path() -> Path:
    """The example reports' file."""
    with as_file(files(__name__) / "reports.jsonl") as path:
        return path
