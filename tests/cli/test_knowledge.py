"""`memcon knowledge`: importing, adding, ending and checking one's own office-holders."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from memcon.cli.knowledge import command
from memcon.errors import DataError
from memcon.knowledge import Knowledge


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_add_end_and_check(tmp_path: Path) -> None:
    own = str(tmp_path / "own")
    added = run(
        "add", "Kari Nordmann", "NOR", "foreign_minister", "--start", "2030-01-01", "--alias", "K. Nordmann", "--to", own
    )
    assert added.exit_code == 0, added.output
    assert "1 added" in added.stderr
    ended = run("end", "Kari Nordmann", "NOR", "foreign_minister", "2031-02", "--to", own)
    assert "2030-01-01 to 2031-02" in ended.stderr
    found = Knowledge.load(Path(own)).resolve(title="foreign minister", country="NOR", on="2030-05-01")
    assert found.person is not None
    assert found.person.name == "Kari Nordmann"
    assert run("check", "--to", own).exit_code == 0


def test_import_says_what_it_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "w.json"
    file.write_text(
        '{"head": {}, "results": {"bindings": [{"person": {"value": "http://x/Q1"}, "personLabel": {"value": "Q1"}}]}}',
        encoding="utf-8",
    )
    result = run("import", str(file), "--to", str(tmp_path / "own"), "--as-of", "2030-01-01")
    assert result.exit_code == 0, result.output
    assert "w.json:1: passed over: Q1 has no label" in result.stderr
    assert "0 added" in result.stderr


def test_check_names_what_is_wrong(tmp_path: Path) -> None:
    assert "nothing to check" in run("check", "--to", str(tmp_path / "none")).stderr
    (tmp_path / "people.csv").write_text("no\n", encoding="utf-8")
    result = run("check", "--to", str(tmp_path))
    assert result.exit_code == 1
    assert "people.csv:1" in result.stdout


def test_a_mistake_ends_in_a_data_error(tmp_path: Path) -> None:
    result = run("end", "Nobody Known", "NOR", "foreign_minister", "2031", "--to", str(tmp_path))
    assert isinstance(result.exception, DataError)
