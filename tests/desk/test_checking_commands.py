"""verify, readouts, cite and agreement from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli import command
from memcon.examples import history_path, reports_path
from memcon.ledger import Ledger

GOOD = "“It was clear coming in that the relationship was at a point of instability,” Antony Blinken said."
BAD = "“It was clear coming in that the relationship was at a point of friendship,” Antony Blinken said."


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments], input=stdin)


@pytest.mark.parametrize(("text", "code", "mark"), [(GOOD, 0, "EXACT"), (BAD, 1, "ALTERED")])
def test_verify_ends_in_one_where_something_is_wrong(tmp_path: Path, text: str, code: int, mark: str) -> None:
    (tmp_path / "draft.md").write_text(text, encoding="utf-8")
    done = run("verify", tmp_path / "draft.md", "--against", reports_path(), "--html", tmp_path / "r.html", "--evidence")
    assert done.exit_code == code, done.output
    assert mark in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    assert mark.lower() in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_verify_reads_standard_input_and_prints_json() -> None:
    done = run("verify", "-", "--against", reports_path(), "--json", "--published", "2023-06-20", stdin=GOOD)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["findings"][0]["verdict"] == "exact"


def test_verify_against_a_ledger(tmp_path: Path, history_place: Path) -> None:
    with Ledger.open(history_place) as ledger:
        said = next(each for each in ledger.walk("statements") if each.kind == "direct")
        words = said.words.strip('“”"., ')
    (tmp_path / "draft.md").write_text(f"“{words},” {said.speakers[0].name} said.", encoding="utf-8")
    done = run("verify", tmp_path / "draft.md", "--against", history_place, "--json")
    assert json.loads(done.stdout)["findings"][0]["verdict"] == "exact", done.stdout


def test_verify_of_somebody_elses_records_keeps_what_is_supported(tmp_path: Path) -> None:
    facts = [
        {"quote": "This is very good", "speaker": "Xi Jinping"},
        {"quote": "The two presidents shook hands on the roof", "speaker": "Xi Jinping"},
    ]
    (tmp_path / "theirs.json").write_text(json.dumps(facts), encoding="utf-8")
    done = run("verify", "--records", tmp_path / "theirs.json", "--against", reports_path(), "--import", tmp_path / "c.jsonl")
    assert done.exit_code == 1, done.output
    kept = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [each["speakers"] for each in kept] == [["Xi Jinping"]]
    assert kept[0]["exact"] == "This is very good"


def test_what_is_supported_becomes_candidates_of_a_ledger(tmp_path: Path, history_place: Path) -> None:
    place = shutil.copy(history_place, tmp_path / "own.db")
    with Ledger.open(place) as ledger:
        said = next(each for each in ledger.walk("statements") if each.kind == "direct")
    words = said.words.strip('“”"., ')
    facts = [{"quote": words, "speaker": said.speakers[0].name}, {"quote": "The pears were weighed twice", "speaker": "Olin"}]
    (tmp_path / "theirs.json").write_text(json.dumps(facts), encoding="utf-8")
    (tmp_path / "pears.txt").write_text("“The pears were weighed twice,” Lena Olin said.", encoding="utf-8")
    against = ("--against", place, "--against", tmp_path / "pears.txt", "--html", tmp_path / "r.html")
    done = run("verify", "--records", tmp_path / "theirs.json", *against, "--import", "--db", place)
    assert done.exit_code == 0, done.output
    assert "1 of 2 kept as candidates" in done.stderr
    assert "1 rest on documents" in done.stderr
    assert "The pears were weighed twice" in (tmp_path / "r.html").read_text(encoding="utf-8")
    row = json.loads(run("list", "candidates", "--db", place, "--jsonl").stdout)
    assert (row["status"], row["made_by"]) == ("open", "theirs.json")
    assert row["id"] in run("list", "candidates", "--db", place).stdout
    run("decide", "confirm", row["id"], "--db", place, "--by", "ana")
    assert json.loads(run("list", "candidates", "--db", place, "--jsonl").stdout)["status"] == "confirmed"


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "--against", "x"),
        ("verify", "draft.md", "--against", "x", "--import", "y"),
        ("readouts", "a", "b", "c"),
    ],
)
def test_what_does_not_go_together_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_verify_tells_a_source_that_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(GOOD, encoding="utf-8")
    done = run("verify", tmp_path / "draft.md", "--against", tmp_path / "nothing.txt")
    assert "no such file" in done.stderr
    assert done.exit_code == 1
    assert run("verify", tmp_path / "no.md", "--against", reports_path()).exception
    assert run("verify", reports_path(), "--against", reports_path()).exception


def test_readouts_of_two_files(tmp_path: Path) -> None:
    for line in reports_path().read_text(encoding="utf-8").splitlines():
        (tmp_path / f"{json.loads(line)['id']}.jsonl").write_text(line, encoding="utf-8")
    files = (tmp_path / "beijing-2023-us-readout.jsonl", tmp_path / "beijing-2023-chinese-readout.jsonl")
    done = run("readouts", *files)
    assert done.exit_code == 0, done.output
    assert "B has A's side say it, A does not" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    told = json.loads(run("readouts", *files, "--json", "--parties", "USA", "CHN").stdout)
    assert told["comparisons"][0]["a"]["party"] == "USA"


def test_readouts_cite_and_agreement_of_a_ledger(history_place: Path, tmp_path: Path) -> None:
    place = shutil.copy(history_place, tmp_path / "own.db")
    with Ledger.open(place) as ledger:
        item = next(each for each in ledger.walk("engagements") if each.independent_sources > 1).id
        ledger.confirm(item, by="ana")
    assert "In both" in run("readouts", item, "--db", place).stdout
    assert "characters" in run("cite", item, "--db", place).stdout
    assert "@misc{" in run("cite", item, "--db", place, "--bibtex").stdout
    assert json.loads(run("cite", item, "--db", place, "--csl").stdout)[0]["type"]
    assert json.loads(run("cite", item, "--db", place, "--json").stdout)["item"] == item
    told = json.loads(run("agreement", "ana", "--db", place, "--json").stdout)
    assert (told["second"], told["units"]) == ("memcon", 1)


def test_cite_a_fact_of_a_record(tmp_path: Path) -> None:
    run("read", history_path(), "--out", tmp_path)
    file = sorted(tmp_path.glob("*.json"))[0]
    fact = json.loads(file.read_text(encoding="utf-8"))["engagements"][0]["id"]
    assert "characters" in run("cite", fact, file).stdout


def test_agreement_of_two_folders(tmp_path: Path) -> None:
    record = {"engagements": [{"kind": "call", "parties": ["FRA", "IND"], "start": "2024-01-26"}]}
    for name in ("ana", "ben"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.json").write_text(json.dumps(record), encoding="utf-8")
    done = run("agreement", tmp_path / "ana", tmp_path / "ben")
    assert done.exit_code == 0, done.output
    assert "engagements kind: 1 of 1 alike" in done.stdout
