"""The desk's commands: thin, with --json, and a page of 80 columns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli import command

ANSWERS = {
    "timeline": ("timeline", "USA", "CHN"),
    "channels": ("channels", "USA", "CHN"),
    "promises": ("promises", "USA", "CHN"),
    "positions": ("positions", "--actor", "CHN", "--issue", "taiwan", "--against", "USA"),
    "trajectory": ("trajectory", "USA", "CHN", "--by", "month"),
    "dossier": ("dossier", "USA", "CHN"),
}


def run(history_place: Path, *arguments: str) -> Result:
    """A command on the bundled history."""
    return CliRunner().invoke(command, [*arguments, "--db", str(history_place)])


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_json_and_a_page_that_fits(history_place: Path, name: str) -> None:
    told = run(history_place, *ANSWERS[name], "--on", "2023-07-30", "--json")
    assert told.exit_code == 0, told.output
    assert isinstance(json.loads(told.output), dict)
    page = run(history_place, *ANSWERS[name], "--on", "2023-07-30", "--evidence")
    assert page.exit_code == 0, page.output
    assert all(len(line) <= 80 for line in page.output.splitlines())
    assert "“" in page.output
    assert "2023-11" not in page.output


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_help_ends_in_an_example_and_there_is_a_page(name: str) -> None:
    text = CliRunner().invoke(command, [name, "--help"]).output
    assert "Example:" in text
    assert f"memcon {name}" in text.split("Example:")[1]
    assert "--json" in text
    docs = Path(__file__).parents[2] / "docs" / "desk" / f"{name}.md"
    assert f"memcon {name}" in docs.read_text(encoding="utf-8")


def test_drawings(history_place: Path, tmp_path: Path) -> None:
    for name in ("timeline", "trajectory"):
        path = tmp_path / f"{name}.svg"
        assert run(history_place, *ANSWERS[name], "--plot", str(path)).exit_code == 0
        assert path.read_text(encoding="utf-8").startswith("<?xml")


def test_promises_of_one_status(history_place: Path) -> None:
    told = json.loads(run(history_place, "promises", "USA", "CHN", "--status", "kept", "--json").output)
    assert {each["status"] for each in told["promises"]} == {"kept"}


def test_all_channels(history_place: Path) -> None:
    told = json.loads(run(history_place, "channels", "--all", "--json").output)
    assert ["JPN", "KOR"] in [each["parties"] for each in told]
    page = run(history_place, "channels", "--all", "--on", "2023-12-31").output
    assert "JPN – KOR: open are none" in page
    assert "silent longer than usual: JPN – KOR (leader)" in page


def test_one_side_s_positions(history_place: Path) -> None:
    told = json.loads(run(history_place, "positions", "--actor", "usa", "--issue", "taiwan", "--json").output)
    assert told["actor"] == "USA"


def test_dossier_in_each_form(history_place: Path, tmp_path: Path) -> None:
    for form, beginning in (("--md", b"# Dossier"), ("--html", b"<!DOCTYPE html>"), ("--docx", b"PK")):
        path = tmp_path / form
        done = run(history_place, "dossier", "USA", "CHN", "--on", "2023-06-17", form, "--out", str(path))
        assert done.exit_code == 0, done.output
        assert path.read_bytes().startswith(beginning)


def test_weights_and_windows_of_days(history_place: Path) -> None:
    arguments = ("--weight", "Example Wire=0", "--since", "2023-06-01", "--until", "2023-12-31", "--json")
    told = json.loads(run(history_place, "trajectory", "USA", "CHN", *arguments).output)
    assert told["weights"] == {"Example Wire": 0.0}
    assert told["left_out"] > 10


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("channels",), "two parties, or --all"),
        (("channels", "USA"), "two parties"),
        (("timeline", "USA", "CHN", "FRA"), "one party or two"),
        (("dossier", "USA", "CHN", "--docx"), "--out"),
        (("trajectory", "USA", "CHN", "--weight", "Example Wire"), "no weight"),
        (("trajectory", "USA", "CHN", "--weight", "Example Wire=much"), "no weight"),
        (("promises", "USA", "CHN", "--on", "someday"), "no day like"),
    ],
)
def test_what_is_wrong_is_said(history_place: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run(history_place, *arguments)
    assert done.exit_code == 2
    assert words in done.output
