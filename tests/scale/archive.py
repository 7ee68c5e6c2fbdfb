"""Archives to read: short reports in our own words, as many as asked for, no two alike."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

REPORTS = (
    "OSLO, March {day} (Fjord Wire) — Norwegian Foreign Minister Espen Barth Eide met his Kenyan counterpart Musalia Mudavadi in Oslo "
    "on Tuesday. Eide said that Norway would open file {number}.",
    "Chinese Foreign Minister Wang Yi will visit Jakarta next week, the Indonesian foreign ministry said. \"We look forward to round "
    "{number},\" its spokesman told reporters.",
    "President Emmanuel Macron spoke by phone with Indian Prime Minister Narendra Modi on Monday. The two leaders agreed to meet in "
    "May to settle item {number}.",
    "The harvest in valley {number} came in early, and the cooperative sold its pears at a fair.",
)  # fmt: skip


def rows(count: int, *, named: bool = True) -> list[dict[str, str]]:
    """Texts of March 2024."""
    made = []
    for number in range(count):
        text = REPORTS[number % len(REPORTS)].format(day=number % 28 + 1, number=number)
        row = {"text": text, "published": f"2024-03-{number % 28 + 1:02d}", "outlet": f"Outlet {number % 5}"}
        made.append({"id": f"report-{number}", **row} if named else row)
    return made


def write_lines(path: Path, count: int, *, named: bool = True, broken: bool = False) -> Path:
    """JSON Lines; `broken` puts one bad line and one blank one in the middle."""
    lines = [json.dumps(row) for row in rows(count, named=named)]
    if broken:
        lines[count // 2 : count // 2] = ["{no json", ""]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_parquet(path: Path, count: int, group: int) -> Path:
    """The same as Parquet, `group` rows in each row group."""
    pyarrow.parquet.write_table(pa.Table.from_pylist(rows(count, named=False)), path, row_group_size=group)
    return path
