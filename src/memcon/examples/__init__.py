"""Example reports that come with memcon: real public events of 2023 and 2024, retold in our own words (CC0).

`reports.jsonl` shows what one report gives; `history.jsonl` follows four relationships over a year. One report a line:
id, published, title, outlet, url, text.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path


def reports_path() -> Path:
    """Nine single reports of seven pairs of countries, two of them with both governments' readouts."""
    return _path("reports.jsonl")


def history_path() -> Path:
    """Four relationships through 2023: USA–China, Japan–South Korea, Saudi Arabia–Iran, Turkey–Egypt."""
    return _path("history.jsonl")


def _path(name: str) -> Path:
    with as_file(files(__name__) / name) as path:
        return path
