"""An archive cut in pieces gives the documents of the archive read whole."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from memcon.document import Document
from memcon.errors import RunError
from memcon.intake import read_paths
from memcon.intake.sources import Context, Failed, Source
from memcon.scale.splits import Split, documents_of, plan
from scale.archive import write_lines, write_parquet


def told(source: Source) -> tuple[str, str]:
    return (source.name, str(source.error)) if isinstance(source, Failed) else (source.input_id or "", source.text)


def in_pieces(path: Path, split_bytes: int) -> tuple[list[Split], list[tuple[str, str]]]:
    splits = plan([str(path)], split_bytes)
    return splits, [told(source) for split in splits for source in documents_of(split, Context())]


def test_pieces_of_lines_are_the_whole_file(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "week.jsonl", 30, named=False, broken=True)
    splits, found = in_pieces(file, 1500)
    assert len(splits) > 3
    assert found == [told(source) for source in read_paths([file])]
    assert found[3][0] == "week-4"  # a text without an id is called by its line in the whole file


def test_a_last_line_without_an_end_is_read(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "week.jsonl", 12)
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    splits, found = in_pieces(file, 700)
    assert len(splits) > 1
    assert len(found) == 12


@pytest.mark.parametrize("split_bytes", [1, 3000, 10**9])
def test_pieces_of_row_groups_are_the_whole_file(tmp_path: Path, split_bytes: int) -> None:
    file = write_parquet(tmp_path / "week.parquet", 30, group=7)
    splits, found = in_pieces(file, split_bytes)
    assert len(splits) == {1: 5, 10**9: 1}.get(split_bytes, len(splits))
    assert found == [told(source) for source in read_paths([file])]


def test_a_small_or_packed_file_is_one_piece(tmp_path: Path) -> None:
    small = write_lines(tmp_path / "a.jsonl", 3)
    packed = tmp_path / "b.jsonl.gz"
    packed.write_bytes(gzip.compress(write_lines(tmp_path / ".c.jsonl", 40).read_bytes()))
    assert [split.start for split in plan([str(small)])] == [None]
    splits, found = in_pieces(packed, 100)
    assert [split.start for split in splits] == [None]
    assert len(found) == 40


def test_a_folder_gives_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "_temporary/part.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The envoys met in Quito.")
    names = [Path(split.path).name for split in plan([str(tmp_path)])]
    assert names == ["a.txt", "b.txt", "c.txt"]
    assert [Path(split.path).name for split in plan([str(tmp_path / "*.txt")])] == ["a.txt", "b.txt"]


def test_an_archive_in_a_hidden_place_is_read(tmp_path: Path) -> None:
    (tmp_path / ".cache" / "week").mkdir(parents=True)
    write_lines(tmp_path / ".cache" / "week" / "a.jsonl", 2)
    assert len(plan([str(tmp_path / ".cache" / "week")])) == 1


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="nothing to read at"):
        plan([str(tmp_path / "none.jsonl")])


def test_an_address_that_is_no_local_path(tmp_path: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    memory.pipe("/week/a.txt", b"The envoys met in Quito on Monday.")
    (split,) = plan(["memory://week"])
    (document,) = documents_of(split, Context(published="2024-03-05"))
    assert isinstance(document, Document)
    assert document.input_id == "a"


@pytest.mark.parametrize("split", [Split("week.parquet"), Split("week.parquet", 0, 1)])
def test_a_damaged_table_is_one_failure(tmp_path: Path, split: Split) -> None:
    (tmp_path / "week.parquet").write_bytes(b"PAR1 and then nothing")
    (planned,) = plan([str(tmp_path)])
    (failed,) = documents_of(Split(planned.path, split.start, split.end), Context())
    assert isinstance(failed, Failed)
    assert "damaged Parquet" in str(failed.error)
