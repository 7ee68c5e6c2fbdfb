"""Every command has help with an example, and the small ones do what they say."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from memcon.cli import COMMANDS, command, main
from memcon.record import Record
from memcon.version import __version__


def commands() -> list[tuple[str, ...]]:
    """Every command and subcommand by its words."""
    found: list[tuple[str, ...]] = []
    with click.Context(command) as context:
        for name in COMMANDS:
            inner = command.get_command(context, name)
            assert inner is not None, name
            found.append((name,))
            if isinstance(inner, click.Group):
                found += [(name, sub) for sub in inner.list_commands(context)]
    return found


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_help_ends_in_an_example(words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(command, [*words, "--help"])
    assert done.exit_code == 0
    assert "Example" in done.output
    assert f"memcon {' '.join(words)}" in done.output


def test_version_and_unknown_command() -> None:
    assert __version__ in CliRunner().invoke(command, ["--version"]).output
    assert CliRunner().invoke(command, ["frobnicate"]).exit_code == 2


def test_schema_is_the_contract() -> None:
    schema = json.loads(CliRunner().invoke(command, ["schema"]).stdout)
    assert set(Record.model_fields) == set(schema["properties"])


def test_why_explains_a_fact(tmp_path: Path) -> None:
    runner = CliRunner()
    (tmp_path / "a.txt").write_text("Lavrov met Turkish Foreign Minister Hakan Fidan on Tuesday.", encoding="utf-8")
    runner.invoke(command, ["read", str(tmp_path / "a.txt"), "--published", "2024-03-07", "--out", str(tmp_path)])
    done = runner.invoke(command, ["why", "e1", str(tmp_path / "a.json")])
    assert done.exit_code == 0, done.output
    assert "rule " in done.stdout
    assert "Hakan Fidan" in done.stdout
    coded = runner.invoke(command, ["why", "v1", str(tmp_path / "a.json")]).stdout
    assert "coded from e1" in coded
    assert json.loads(runner.invoke(command, ["why", "e1", str(tmp_path / "a.json"), "--json"]).stdout)["id"] == "e1"


def test_errors_are_one_line_and_exit_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "no.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["memcon", "why", "e1", str(tmp_path / "no.json")])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 1
    assert capsys.readouterr().err.startswith("memcon: ")


def test_demo_reads_a_bundled_report_and_says_what_to_type_next() -> None:
    done = CliRunner().invoke(command, ["demo", "--only", "beijing-2023-wire"])
    assert done.exit_code == 0, done.output
    assert "Antony Blinken" in done.stdout
    assert "Type next:" in done.stdout
