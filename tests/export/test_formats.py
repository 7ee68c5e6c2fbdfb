"""Every format by name: the same bytes twice, the command that writes it, its page in the documentation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli import command
from memcon.desk.contents import Contents, contents_of
from memcon.errors import MemconError
from memcon.export.dictionary import dictionary_page
from memcon.export.formats import FORMATS, export
from memcon.export.panels import columns
from memcon.export.tidy import TABLES
from memcon.ledger import Filters, Ledger

DOCS = Path(__file__).parents[2] / "docs" / "export.md"


def digests(place: Path) -> dict[str, str]:
    """What a file or folder holds, by name."""
    paths = sorted(place.rglob("*")) if place.is_dir() else [place]
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in paths}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_equal_contents_are_equal_bytes(contents: Contents, tmp_path: Path, name: str) -> None:
    one, two = tmp_path / "one" / "out", tmp_path / "two" / "out"
    files = export(name, contents, one)
    assert files
    assert sum(each.entries for each in files) > 0
    export(name, contents, two)
    assert digests(one) == digests(two)
    export(name, contents, two)
    assert digests(one) == digests(two)


def test_the_seed_of_hashes_does_not_matter(ledger: Ledger, tmp_path: Path) -> None:
    ledger.backup(tmp_path / "ledger.db")
    script = (
        "import sys; from pathlib import Path; from memcon.export.formats import FORMATS, export\n"
        "from memcon.desk.contents import contents_of; from memcon.ledger import Ledger\n"
        "with Ledger.open(sys.argv[1]) as ledger:\n"
        "    for name in sorted(FORMATS): export(name, contents_of(ledger), Path(sys.argv[2]) / name)"
    )
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", script, str(tmp_path / "ledger.db"), str(tmp_path / seed)]
        subprocess.run(arguments, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
    for name in FORMATS:
        assert digests(tmp_path / "1" / name) == digests(tmp_path / "2" / name), name


def test_where_to_write_is_checked(contents: Contents, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(MemconError, match="is a folder"):
        export("ics", contents, tmp_path)
    with pytest.raises(MemconError, match="is a file"):
        export("csv", contents, tmp_path / "file")
    with pytest.raises(MemconError, match="can't be written"):
        export("plover", contents, tmp_path / "file" / "below")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_filters_narrow_items_and_documents(ledger: Ledger) -> None:
    all_of_it, narrowed = contents_of(ledger), contents_of(ledger, Filters(between=("HRV", "EST")))
    assert len(list(all_of_it.documents)) == 4
    assert len(list(narrowed.documents)) == 3
    assert {item.parties for item in narrowed.engagements} == {("EST", "HRV")}
    held = contents_of(ledger, Filters(status=("held",)))
    assert list(held.statements) == []  # statements have no status
    assert [item.status for item in held.engagements] == ["held"]
    assert len(list(held.items())) == len({item.id for item in held.items()})


def test_what_a_person_rejected_is_left_out(ledger: Ledger) -> None:
    everything = list(contents_of(ledger).events)
    ledger.reject(everything[0].id, by="a reader")
    assert [item.id for item in contents_of(ledger).events] == [item.id for item in everything[1:]]


@pytest.fixture
def database(ledger: Ledger, tmp_path: Path) -> str:
    return str(ledger.backup(tmp_path / "ledger.db"))


def test_the_command_writes_and_tells(database: str, tmp_path: Path) -> None:
    runner = CliRunner()
    done = runner.invoke(command, ["export", "ics", "--db", database, "--out", str(tmp_path / "a.ics")])
    assert done.exit_code == 0, done.output
    assert done.stdout == f"{tmp_path / 'a.ics'}: 1 engagements\n"
    assert done.stderr == "memcon: 1 left out: no day is known\n"
    told = runner.invoke(
        command, ["export", "csv", "--db", database, "--party", "JPN", "--out", str(tmp_path / "new" / "csv"), "--json"]
    )
    rows = {each["of"]: each["entries"] for each in json.loads(told.stdout)}
    assert (rows["engagements"], rows["documents"], rows["commitments"]) == (1, 1, 0)
    assert runner.invoke(command, ["export", "fax", "--db", database, "--out", "x"]).exit_code == 2
    assert runner.invoke(command, ["export", "csv", "--db", database]).exit_code == 2


def test_records_are_written_as_the_ledger_writes_them(ledger: Ledger, tmp_path: Path) -> None:
    records = [ledger.record(row.id) for row in ledger.walk("documents")]
    (tmp_path / "one.json").write_text(records[0].to_json(indent=1), encoding="utf-8")
    (tmp_path / "rest.jsonl").write_text("\n".join(each.to_json() for each in records[1:]) + "\n", encoding="utf-8")
    given = [str(tmp_path / "one.json"), str(tmp_path / "rest.jsonl")]
    runner = CliRunner()
    done = runner.invoke(command, ["export", "csv", *given, "--out", str(tmp_path / "csv"), "--json"])
    assert done.exit_code == 0, done.output
    rows = {each["of"]: each["entries"] for each in json.loads(done.stdout)}
    assert rows["engagements"] == sum(len(each.engagements) for each in records) == 4  # nothing is merged
    assert rows["documents"] == 4
    ids = {report for item in ledger.walk("engagements") for report in item.reports}
    assert all(name in (tmp_path / "csv" / "engagements.csv").read_text(encoding="utf-8") for name in ids)
    refused = runner.invoke(command, ["export", "csv", *given, "--party", "JPN", "--out", str(tmp_path / "csv")])
    assert refused.exit_code == 2
    assert "filters narrow a ledger" in refused.stderr


def test_a_file_that_is_no_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"memcon": "1"}', encoding="utf-8")
    done = CliRunner().invoke(command, ["export", "csv", str(tmp_path / "other.json"), "--out", str(tmp_path / "csv")])
    assert isinstance(done.exception, MemconError)
    assert "other.json: no record of memcon (Field required at document)" in str(done.exception)


def test_the_page_tells_of_every_format() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for name, each in FORMATS.items():
        assert f"`{name}`" in page
        assert each.what in page


def test_the_dictionary_has_every_column() -> None:
    page = dictionary_page()
    for table in TABLES:
        assert f"### {table.name}\n" in page
        assert all(f"| `{name}` |" in page for name in table.header)
    assert all(f"| `{column.name}` | {column.kind} |" in page for column in columns(monthly=True))
