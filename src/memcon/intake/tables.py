"""Tables: CSV, TSV and Parquet with a document a row, in the columns `id text published title url outlet`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import IO, Any

import pyarrow.parquet

from memcon.errors import InputError
from memcon.intake.decoding import decode
from memcon.intake.documents import MAX_CHARACTERS
from memcon.intake.jsonl import FIELDS, document_of_fields
from memcon.intake.sources import Context, Source, attempt, parsing, stem_of

__all__ = ["our_columns", "read_csv", "read_parquet", "read_rows", "read_tsv"]

BATCH_ROWS = 256

_SNIFFED = 65_536  # bytes


def read_csv(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """A document a row; the first row names the columns, in any case, parted by commas, semicolons or tabs.

    Raises InputError where there is no column of texts (`columns` maps other names)."""
    yield from read_rows(_csv_rows(stream, _delimiter(stream)), name, context)


def read_tsv(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """The same, parted by tabs."""
    yield from read_rows(_csv_rows(stream, "\t"), name, context)


def read_parquet(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """A document a row, read in batches: the file may be larger than memory."""
    yield from read_rows(_parquet_rows(stream, context), name, context)


def read_rows(rows: Iterable[Mapping[str, Any]], name: str, context: Context) -> Iterator[Source]:
    """A document a row; the rows may be a part of their file (`context.before` of them stand before it)."""
    for number, row in enumerate(rows, start=context.before + 1):
        fields = _with_our_names(row, context)
        make = partial(document_of_fields, fields, f"{stem_of(name)}-{number}", context)
        yield attempt(f"{name}:{number}", make)


def _with_our_names(row: Mapping[str, Any], context: Context) -> dict[str, Any]:
    """The row under the names that `document_of_fields` asks for, whatever their case in the table."""
    lowered = {str(key).strip().lower(): value for key, value in row.items() if key is not None}
    asked = {field: context.columns.get(field, field) for field in FIELDS}
    return dict(row) | {column: lowered[column.lower()] for column in asked.values() if column.lower() in lowered}


def _csv_rows(stream: IO[bytes], delimiter: str) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(6 * MAX_CHARACTERS)
    encoding = "utf-8-sig" if _is_utf8(stream) else "cp1252"
    text = io.TextIOWrapper(stream, encoding=encoding, errors="memcon-cp1252", newline="")
    rows = csv.DictReader(text, delimiter=delimiter)
    try:
        while True:
            with parsing("table"):
                row = next(rows, None)
            if row is None:
                return
            yield row
    finally:
        text.detach()


def _is_utf8(stream: IO[bytes]) -> bool:
    sample = stream.read(_SNIFFED)
    stream.seek(0)
    return not any("cp1252" in warning for warning in decode(sample).warnings)


def _delimiter(stream: IO[bytes]) -> str:
    head = stream.readline(_SNIFFED)
    stream.seek(0)
    return max(",;\t", key=lambda mark: head.count(mark.encode()))


def _parquet_rows(stream: IO[bytes], context: Context) -> Iterator[Mapping[str, Any]]:
    with parsing("Parquet file"):
        table = pyarrow.parquet.ParquetFile(stream)
    columns = our_columns(table.schema_arrow.names, context)
    batches = table.iter_batches(batch_size=BATCH_ROWS, columns=columns)
    while True:
        with parsing("Parquet file"):
            batch = next(batches, None)
        if batch is None:
            return
        yield from batch.to_pylist()


def our_columns(names: list[str], context: Context) -> list[str]:
    """Those of a table's columns that are read. Raises InputError where there is none."""
    wanted = {context.columns.get(field, field).lower() for field in FIELDS}
    columns = [column for column in names if column.lower() in wanted]
    if not columns:
        raise InputError(f"none of the columns {', '.join(names[:12])} is one of {', '.join(FIELDS)}; map them with columns")
    return columns
