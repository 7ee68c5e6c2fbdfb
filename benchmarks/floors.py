"""Floors: figures that may not be undercut. `at_least` for what should be high, `at_most` for what should be low."""

from __future__ import annotations

import json
from pathlib import Path

Measured = dict[str, dict[str, float]]
Floors = dict[str, dict[str, dict[str, float]]]


def load(path: Path) -> Floors:
    loaded: Floors = json.loads(path.read_text(encoding="utf8")) if path.is_file() else {}
    return loaded


def below(path: Path, measured: Measured) -> list[str]:
    """One line for each figure that breaks its floor; figures that were not measured are no breach."""
    problems = []
    for name, bounds in load(path).items():
        figures = measured.get(name, {})
        for key, floor in bounds.get("at_least", {}).items():
            if key in figures and figures[key] < floor:
                problems.append(f"{name} {key} is {figures[key]:g}, under its floor of {floor:g}")
        for key, ceiling in bounds.get("at_most", {}).items():
            if key in figures and figures[key] > ceiling:
                problems.append(f"{name} {key} is {figures[key]:g}, over its ceiling of {ceiling:g}")
    return problems


def raised(path: Path, measured: Measured) -> None:
    """Tighten every floor that the measured figures beat; none is ever loosened."""
    floors = load(path)
    for name, bounds in floors.items():
        figures = measured.get(name, {})
        for key in bounds.get("at_least", {}):
            bounds["at_least"][key] = max(bounds["at_least"][key], figures.get(key, 0))
        for key in bounds.get("at_most", {}):
            bounds["at_most"][key] = min(bounds["at_most"][key], figures.get(key, float("inf")))
    path.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf8")
