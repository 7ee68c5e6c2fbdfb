"""Floors hold figures up, are raised only, and can't be lowered unseen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from floors import below, lowered, raised

FLOORS = {"dates": {"at_least": {"f1": 0.8}, "at_most": {"extra": 2}}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(FLOORS), encoding="utf8")
    return path


def test_a_figure_under_its_floor_or_over_its_ceiling_is_named(path: Path) -> None:
    assert below(path, {"dates": {"f1": 0.8, "extra": 2}}) == []
    assert below(path, {"dates": {"f1": 0.79, "extra": 3}}) == [
        "dates f1 is 0.79, under its floor of 0.8",
        "dates extra is 3, over its ceiling of 2",
    ]
    assert below(path, {}) == []


def test_floors_follow_figures_up_and_never_down(path: Path) -> None:
    raised(path, {"dates": {"f1": 0.9, "extra": 5}})
    assert json.loads(path.read_text(encoding="utf8")) == {"dates": {"at_least": {"f1": 0.9}, "at_most": {"extra": 2}}}


def test_lowering_a_floor_is_refused(path: Path) -> None:
    def git(*args: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *args], cwd=path.parent, check=True, capture_output=True)

    assert lowered(path) == []  # no history yet
    git("init", "-q")
    git("add", "floors.json")
    git("commit", "-qm", "Pin")
    assert lowered(path) == []
    path.write_text(json.dumps({"dates": {"at_least": {"f1": 0.7}, "at_most": {}}}), encoding="utf8")
    assert lowered(path) == [
        "the floor of dates extra was 2 and is None: a floor is never lowered",
        "the floor of dates f1 was 0.8 and is 0.7: a floor is never lowered",
    ]


def test_the_project_has_not_lowered_its_own() -> None:
    assert lowered(Path(__file__).parents[2] / "benchmarks" / "floors.json") == []
