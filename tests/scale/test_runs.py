"""A run's folder: the same bytes every time, going on where it stopped, and taken in by a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli import command
from memcon.errors import RunError
from memcon.intake.sources import Failed
from memcon.ledger import Ledger
from memcon.scale import Reading, open_folder, run
from memcon.scale.runs import is_run
from scale.archive import write_lines

SPLIT = 1500


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_lines(tmp_path_factory.mktemp("archive") / "week.jsonl", 20, broken=True)


@pytest.fixture(scope="module")
def finished(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("run")
    run([str(archive)], str(out), split_bytes=SPLIT)
    return out


def test_parts_and_manifest(finished: Path) -> None:
    folder = open_folder(str(finished))
    assert (folder.documents, folder.failed) == (20, 1)
    assert len(folder.parts) > 2
    assert sorted(path.name for path in finished.iterdir()) == ["manifest.json", *[part["part"] for part in folder.parts]]
    rows = list(folder.records())
    assert [row.name.rpartition("/")[2] for row in rows if isinstance(row, Failed)] == ["week.jsonl:11"]


def test_the_same_again_is_the_same_bytes(archive: Path, finished: Path, tmp_path: Path) -> None:
    run([str(archive)], str(tmp_path / "again"), split_bytes=SPLIT)
    assert {path.name: path.read_bytes() for path in finished.iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()
    }


def test_it_goes_on_where_it_stopped(archive: Path, tmp_path: Path) -> None:
    whole = run([str(archive)], str(tmp_path), split_bytes=SPLIT)
    first, second = (tmp_path / part["part"] for part in whole.parts[:2])
    (tmp_path / "manifest.json").unlink()
    second.unlink()
    (tmp_path / f".{second.name}.half").write_bytes(b"PAR1 half of it")
    before = first.stat().st_mtime_ns
    told: list[tuple[int, int]] = []
    again = run([str(archive)], str(tmp_path), split_bytes=SPLIT, progress=lambda done, of: told.append((done, of)))
    assert again == whole
    assert first.stat().st_mtime_ns == before
    assert told[-1] == (len(whole.parts), len(whole.parts))


def test_another_reading_makes_other_parts(archive: Path, tmp_path: Path) -> None:
    one = run([str(archive)], str(tmp_path), split_bytes=SPLIT)
    other = run([str(archive)], str(tmp_path), split_bytes=SPLIT, reading=Reading(published="2020-01-01"))
    assert not {part["part"] for part in one.parts} & {part["part"] for part in other.parts}


def test_a_part_that_is_missing_or_changed_is_said(archive: Path, tmp_path: Path) -> None:
    folder = run([str(archive)], str(tmp_path), split_bytes=SPLIT)
    part = tmp_path / folder.parts[0]["part"]
    kept = part.read_bytes()
    part.write_bytes(kept + b" ")
    with pytest.raises(RunError, match="has changed"):
        list(folder.rows())
    part.unlink()
    with pytest.raises(RunError, match="is missing"):
        list(folder.rows())


def test_a_folder_that_is_no_run(tmp_path: Path) -> None:
    assert not is_run(str(tmp_path))
    with pytest.raises(RunError, match="was not finished"):
        open_folder(str(tmp_path))
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(RunError, match="no manifest"):
        open_folder(str(tmp_path))


def test_an_engine_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="there are local, ray, spark"):
        run([str(tmp_path)], str(tmp_path), engine="abacus")


def test_a_ledger_takes_the_folder_as_it_takes_the_archive(archive: Path, finished: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    for source, database in ((archive, "one.db"), (finished, "other.db")):
        done = runner.invoke(command, ["add", str(source), "--db", str(tmp_path / database)])
        assert done.exit_code == 3, done.output  # one line is no JSON
    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "other.db") as other:
        assert one.hash() == other.hash()


def test_the_command(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = CliRunner().invoke(command, ["run", str(archive), "--out", str(out), "--split-size", "2K", "--json"])
    assert done.exit_code == 3, done.output
    told = json.loads(done.stdout)
    assert (told["documents"], told["failed"]) == (20, 1)
    assert told["parts"] == len(list(out.glob("part-*.parquet")))


def test_a_split_size_that_is_none(archive: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["run", str(archive), "--out", str(tmp_path), "--split-size", "few"])
    assert done.exit_code == 2
    assert "is not like 16M" in done.output
