"""`memcon read` as a person uses it: forms of output, exit codes, failures that cost only themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli import command
from memcon.record import Record

TEXT = "Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara on Tuesday. “We agreed on grain,” Lavrov said.\n"


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(command, ["read", *map(str, args)], input=stdin)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "ankara.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_one_document_is_one_object(report: Path) -> None:
    done = run(report, "--published", "2024-03-07", "--json")
    assert done.exit_code == 0, done.output
    record = Record.from_json(done.stdout)
    assert record.document.input_id == "ankara"
    (engagement,) = record.engagements
    assert engagement.when is not None
    assert (engagement.parties, engagement.when.start) == (("RUS", "TUR"), "2024-03-05")


def test_several_are_a_line_each(report: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("It rained in Oslo.", encoding="utf-8")
    done = run(tmp_path, "--published", "2024-03-07", "--json")
    assert [json.loads(line)["document"]["input_id"] for line in done.stdout.splitlines()] == ["ankara", "other"]


def test_standard_input_and_json_lines() -> None:
    line = json.dumps({"id": "a1", "text": TEXT, "published": "2024-03-07"}).encode()
    done = run("-", "--json", stdin=line + b"\n")
    assert json.loads(done.stdout)["document"]["input_id"] == "a1"


def test_the_memorandum_shows_facts_and_on_request_their_words(report: Path) -> None:
    plain = run(report, "--published", "2024-03-07").stdout
    assert "Sergei Lavrov" in plain
    assert "Meeting · held" in plain
    assert "“met”" not in plain
    shown = run(report, "--published", "2024-03-07", "--evidence").stdout
    assert "Lavrov met Turkish Foreign Minister" in " ".join(shown.split())


def test_markdown_and_table(report: Path) -> None:
    assert "## Engagements" in run(report, "--published", "2024-03-07", "--md").stdout
    assert "2024-03-05" in run(report, "--published", "2024-03-07", "--table").stdout
    assert run(report, "--text").stdout == TEXT + "\n"


def test_out_writes_a_file_a_document(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(report, "--published", "2024-03-07", "--out", out).exit_code == 0
    assert Record.from_json((out / "ankara.json").read_text(encoding="utf-8")).engagements
    assert run(report, "--md", "--out", out).exit_code == 0
    assert (out / "ankara.md").read_text(encoding="utf-8").startswith("# ankara")


def test_an_input_id_never_leaves_the_folder(tmp_path: Path) -> None:
    line = json.dumps({"id": "../../evil/name", "text": "It rained."})
    (tmp_path / "in.jsonl").write_text(line + "\n" + line + "\n", encoding="utf-8")
    assert run(tmp_path / "in.jsonl", "--out", tmp_path / "out").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["_.._evil_name-2.json", "_.._evil_name.json"]


HOSTILE = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "long.txt": b"a" * 20_000_001,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_costs_only_itself(name: str, report: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    done = run(tmp_path / name, report, "--json")
    assert done.exit_code == 3
    assert "Traceback" not in done.output
    assert name in done.stderr
    assert "1 of 2 could not be read" in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("latin.txt", "Le ministre a rencontré".encode("latin-1") + b" Lavrov met Fidan on Tuesday."),
        ("nested.html", b"<div>" * 10_000 + b"Lavrov met Fidan on Tuesday." + b"</div>" * 10_000),
        ("weather.txt", b"It rained all day, and the harvest was late."),
    ],
)
def test_what_is_odd_is_read_all_the_same(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(tmp_path / name, "--published", "2024-03-07", "--json")
    assert done.exit_code == 0, done.output
    record = Record.from_json(done.stdout)
    assert bool(record.engagements) == (name == "nested.html" or name == "latin.txt")


def test_another_language_gives_an_empty_record_with_the_reason(tmp_path: Path) -> None:
    text = "Le ministre des Affaires étrangères a rencontré son homologue allemand à Paris lundi. Ils ont parlé de paix. "
    (tmp_path / "fr.txt").write_text(text * 5, encoding="utf-8")
    record = Record.from_json(run(tmp_path / "fr.txt", "--json").stdout)
    assert not list(record.facts())
    assert "another language (fr)" in record.warnings[0]


def test_a_wrong_date_is_a_usage_error(report: Path) -> None:
    done = run(report, "--published", "June 2023")
    assert done.exit_code == 2
    assert "2023-06-19" in done.stderr


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    done = run(tmp_path / "none.txt")
    assert done.exit_code == 3
    assert "no such file" in done.stderr
