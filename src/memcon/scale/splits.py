"""An archive in pieces that can be read apart: a stretch of JSON Lines, some row groups of a Parquet file, or a whole file.

Paths are local or any address that fsspec knows (`s3://…`, `gs://…`, `hdfs://…`): a file, a folder, or a glob."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO, Any

import fsspec
import pyarrow.parquet

from memcon.errors import InputError, RunError
from memcon.intake.formats import read_stream
from memcon.intake.sources import Context, Failed, Source
from memcon.intake.tables import BATCH_ROWS, our_columns, read_rows

__all__ = ["SPLIT_BYTES", "Split", "documents_of", "plan"]

SPLIT_BYTES = 16 * 2**20  # some five thousand articles: minutes of work, so that a lost worker costs little
_LINES = (".jsonl", ".ndjson")
_MAGIC = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Split:
    """One piece. `start` and `end` are bytes (JSON Lines) or row groups (Parquet); None: the whole file."""

    path: str
    start: int | None = None
    end: int | None = None
    before: int = 0


def plan(paths: Iterable[str], split_bytes: int = SPLIT_BYTES) -> list[Split]:
    """All pieces of these paths, in order. Raises RunError for a path where nothing is."""
    return [split for path in paths for file in _files(path) for split in _pieces(file, split_bytes)]


def documents_of(split: Split, context: Context) -> Iterator[Source]:
    """The documents of one piece; a document that can't be read is a Failed in its place."""
    context = replace(context, before=split.before)
    with fsspec.open(split.path, "rb") as stream:
        if split.start is None or split.end is None:
            yield from read_stream(stream, _name(split.path), context)
        elif split.path.lower().endswith(_LINES):
            stream.seek(split.start)
            piece = io.BytesIO(stream.read(split.end - split.start))
            yield from read_stream(piece, _name(split.path), context)
        else:
            yield from _rows(stream, split.start, split.end, _name(split.path), context)


def _files(path: str) -> list[str]:
    filesystem, found = fsspec.core.url_to_fs(path)
    root = _MAGIC.split(found)[0].rpartition("/")[0] if _MAGIC.search(found) else found
    if root != found:
        files = [name for name in filesystem.glob(found) if filesystem.isfile(name)]
    elif filesystem.isdir(found):
        files = filesystem.find(found)
    else:
        files = [found] if filesystem.exists(found) else []
    visible = sorted(name for name in files if not any(part.startswith((".", "_")) for part in _below(name, root)))
    if not visible:
        raise RunError(f"nothing to read at {path}")
    return [filesystem.unstrip_protocol(name) for name in visible]


def _below(name: str, folder: str) -> list[str]:
    """The parts of a file's path under the folder that was named: hidden ones are passed over, the folder's own are not."""
    return name.removeprefix(folder).strip("/").split("/") if name.startswith(folder) and name != folder else []


def _name(path: str) -> str:
    """The file's name as one reading of the file alone would give it."""
    return path.removeprefix("file://")


def _pieces(file: str, split_bytes: int) -> Iterator[Split]:
    ending = file.lower()
    if ending.endswith(_LINES):
        yield from _line_pieces(file, split_bytes)
    elif ending.endswith(".parquet"):
        yield from _row_pieces(file, split_bytes)
    else:
        yield Split(file)


def _line_pieces(file: str, split_bytes: int) -> Iterator[Split]:
    """Cut after the line that passes the size. The file is passed through once, to count the lines before each piece."""
    start = at = lines = before = 0
    with fsspec.open(file, "rb") as stream:
        if stream.seek(0, io.SEEK_END) <= split_bytes:
            yield Split(file)
            return
        stream.seek(0)
        for line in stream:
            at += len(line)
            lines += 1
            if at - start >= split_bytes:
                yield Split(file, start, at, before)
                start, before = at, lines
    if at > start:
        yield Split(file, start, at, before)


def _row_pieces(file: str, split_bytes: int) -> Iterator[Split]:
    """Row groups until they pass the size. A file that is no Parquet is one piece: whoever reads it says what is wrong."""
    with fsspec.open(file, "rb") as stream:
        try:
            metadata = pyarrow.parquet.ParquetFile(stream).metadata
        except (OSError, ValueError):
            yield Split(file)
            return
        groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    if len(groups) < 2:
        yield Split(file)
        return
    start = size = rows = before = 0
    for number, group in enumerate(groups, start=1):
        size += group.total_byte_size
        rows += group.num_rows
        if size >= split_bytes or number == len(groups):
            yield Split(file, start, number, before)
            start, size, before = number, 0, rows


def _rows(stream: IO[bytes], start: int, end: int, name: str, context: Context) -> Iterator[Source]:
    try:
        table = pyarrow.parquet.ParquetFile(stream)
        columns = our_columns(table.schema_arrow.names, context)
    except (OSError, ValueError, InputError) as error:
        yield Failed(name, error if isinstance(error, InputError) else InputError(f"damaged Parquet file: {error}"))
        return
    batches = table.iter_batches(batch_size=BATCH_ROWS, row_groups=list(range(start, end)), columns=columns)
    yield from read_rows(_each_row(batches), name, context)


def _each_row(batches: Iterable[Any]) -> Iterator[dict[str, Any]]:
    for batch in batches:
        yield from batch.to_pylist()
