"""CSV: a folder with one file for each tidy table, and the data dictionary.

UTF-8, comma, RFC 4180 quoting, LF; missing values are empty; dates ISO; flags true and false. Text stands as it is, so a
spreadsheet may take a cell that starts with "=" for a formula: open the .xlsx there, where text is text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.export.tables import DICTIONARY_HEADER, dictionary_rows
from memcon.export.tidy import TABLES
from memcon.export.written import Written, written


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the tables into the folder `out`, making it where there is none. Row by row: any size needs no memory."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for table in TABLES:
        path = out / f"{table.name}.csv"
        files.append(written(path, write_csv(path, table.header, table.rows(contents)), table.name))
    path = out / "dictionary.csv"
    return [*files, written(path, write_csv(path, DICTIONARY_HEADER, dictionary_rows(TABLES)), "columns")]


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Write one CSV file; returns how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in rows:
            writer.writerow([_cell(value) for value in row])
            count += 1
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
