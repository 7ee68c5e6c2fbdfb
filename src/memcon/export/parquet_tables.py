"""Parquet: a folder with one typed file for each tidy table; each column carries its meaning as field metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from memcon.desk.contents import Contents
from memcon.export.csv_tables import write_csv
from memcon.export.tables import DICTIONARY_HEADER, Kind, Table, dictionary_rows
from memcon.export.tidy import TABLES
from memcon.export.written import Written, written

ROW_GROUP = 10_000  # rows held in memory at a time
_TYPES: dict[Kind, Any] = {
    "text": pyarrow.string(),
    "date": pyarrow.date32(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "flag": pyarrow.bool_(),
}


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the tables into the folder `out`, with the data dictionary as CSV beside them."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for table in TABLES:
        path = out / f"{table.name}.parquet"
        files.append(written(path, _write_table(path, table, contents), table.name))
    path = out / "dictionary.csv"
    return [*files, written(path, write_csv(path, DICTIONARY_HEADER, dictionary_rows(TABLES)), "columns")]


def _write_table(path: Path, table: Table[Any], contents: Contents) -> int:
    fields = [
        pyarrow.field(column.name, _TYPES[column.kind], metadata={"description": column.what}) for column in table.columns
    ]
    schema = pyarrow.schema(fields, metadata={"description": table.what})
    count = 0
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _chunks(table.rows(contents)):
            columns = zip(*(map(_clean, row) for row in rows), strict=True)
            arrays = [pyarrow.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))
            count += len(rows)
    return count


def _chunks(rows: Iterable[tuple[Any, ...]]) -> Iterator[list[tuple[Any, ...]]]:
    walk = iter(rows)
    while chunk := list(islice(walk, ROW_GROUP)):
        yield chunk


def _clean(value: Any) -> Any:
    """Half surrogates have no UTF-8."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
