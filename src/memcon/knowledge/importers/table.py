"""Office-holders from a CSV.

Columns: person, aliases, country, office_type, office_title, target, start, end, as_of, source, licence.
Only person, country and office_type are needed.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import DataError
from memcon.knowledge.importers.claims import Claim, Skipped

if TYPE_CHECKING:
    from memcon.knowledge.knowledge import Knowledge

__all__ = ["read_csv"]

_NEEDED = ("person", "country", "office_type")


def read_csv(path: Path, text: str, knowledge: Knowledge, as_of: str) -> tuple[list[Claim], list[Skipped]]:
    """The claims of a CSV. Only person, country and office_type are needed; a `person_id` column is taken where there is one.

    `NA` is Namibia's two-letter code, and a surname, never a missing value."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [column for column in _NEEDED if column not in (reader.fieldnames or ())]
    if missing:
        raise DataError(f"{path}:1: no column {', '.join(missing)}; a holders' CSV needs {', '.join(_NEEDED)}")
    claims = []
    for row in reader:
        if None in row or None in row.values():
            raise DataError(f"{path}:{reader.line_num}: the number of cells is not that of the header")
        claims.append(_claim(row, reader.line_num, as_of, knowledge))
    return claims, []


def _claim(row: dict[str, str], line: int, as_of: str, knowledge: Knowledge) -> Claim:
    def cell(column: str) -> str:
        return row.get(column, "").strip()

    return Claim(
        line=line,
        person=cell("person"),
        person_id=cell("person_id") or None,
        aliases=tuple(filter(None, cell("aliases").split("|"))),
        country=cell("country"),
        type=cell("office_type"),
        office=cell("office_title") or knowledge.offices.names.get(cell("office_type"), ""),
        target=cell("target"),
        start=cell("start"),
        end=cell("end"),
        as_of=cell("as_of") or ("" if cell("end") else as_of),
        source=cell("source") or "user",
        licence=cell("licence"),
    )
