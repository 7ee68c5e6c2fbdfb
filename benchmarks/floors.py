"""Floors: figures that may not be undercut. `at_least` for what should be high, `at_most` for what should be low."""

from __future__ import annotations

import json
import subprocess
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


def lowered(path: Path) -> list[str]:
    """One line for each floor that is looser than it ever was in the project's history: lowering one is refused.

    Without git, or outside a checkout, there is no history to hold it against."""
    now = load(path)
    problems = []
    for version in _history(path):
        for name, bounds in version.items():
            for kind, better in (("at_least", max), ("at_most", min)):
                for key, then in bounds.get(kind, {}).items():
                    today = now.get(name, {}).get(kind, {}).get(key)
                    if today is None or better(today, then) != today:
                        problems.append(f"the floor of {name} {key} was {then:g} and is {today}: a floor is never lowered")
    return sorted(set(problems))


def _history(path: Path) -> list[Floors]:
    """Every version of the file that was ever committed."""
    folder = path.resolve().parent
    try:
        log = _git(folder, "log", "--format=%H", "--", path.name)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [json.loads(_git(folder, "show", f"{commit}:./{path.name}")) for commit in log.split()]


def _git(folder: Path, *args: str) -> str:
    return subprocess.run(["git", *args], cwd=folder, capture_output=True, text=True, check=True).stdout
