"""Tidy tables: CSV, Parquet and Excel say the same, as much as the ledger holds, and read back as they were."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet
import pytest

from memcon.desk.contents import Contents
from memcon.errors import InputError, MemconError
from memcon.export import csv_tables, parquet_tables, workbook
from memcon.export.needed import needed
from memcon.export.tidy import TABLES
from memcon.ledger import Ledger

DOCS = Path(__file__).parents[2] / "docs"


def counts(ledger: Ledger) -> dict[str, int]:
    """Rows that each table must have, counted from the ledger."""
    families = {name: list(ledger.walk(name)) for name in ("engagements", "statements", "commitments", "events", "documents")}
    items = [item for name in list(families)[:4] for item in families[name]]
    return {name: len(found) for name, found in families.items()} | {
        "participants": sum(len(each.participants) for each in families["engagements"]),
        "sources": sum(len(item.sources) for item in items),
    }


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_sheet(path: Path, name: str) -> list[dict[str, Any]]:
    sheet = openpyxl.load_workbook(path)[name]  # read-only workbooks keep their file open
    rows = sheet.iter_rows(values_only=True)
    header = [str(cell) for cell in next(rows)]
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_every_format_has_as_many_rows_as_the_ledger(contents: Contents, ledger: Ledger, tmp_path: Path) -> None:
    csv_tables.write(contents, tmp_path / "csv")
    parquet_tables.write(contents, tmp_path / "parquet")
    files = workbook.write(contents, tmp_path / "all.xlsx")
    expected = counts(ledger)
    assert expected["engagements"] == 2
    assert expected["statements"] == 2
    for name, number in expected.items():
        assert len(read_csv(tmp_path / "csv" / f"{name}.csv")) == number
        assert pyarrow.parquet.read_table(tmp_path / "parquet" / f"{name}.parquet").num_rows == number
        assert len(read_sheet(tmp_path / "all.xlsx", name)) == number
        assert [each.entries for each in files if each.of == name] == [number]


def test_values_keep_type_and_text(contents: Contents, tmp_path: Path) -> None:
    csv_tables.write(contents, tmp_path)
    parquet_tables.write(contents, tmp_path)
    workbook.write(contents, tmp_path / "all.xlsx")
    plain = read_csv(tmp_path / "engagements.csv")[0]
    assert (plain["status"], plain["start"], plain["parties"], plain["reports"]) == ("held", "2024-03-05", "EST; HRV", "3")
    assert plain["history"] == "planned@2024-03-01; held@2024-03-06"
    typed = pyarrow.parquet.read_table(tmp_path / "engagements.parquet")
    assert typed.column("start")[0].as_py() == date(2024, 3, 5)
    assert typed.column("background")[0].as_py() is False
    assert b"First day" in typed.schema.field("start").metadata[b"description"]
    words = {row["words"] for row in read_sheet(tmp_path / "all.xlsx", "statements")}
    assert words == {"=1+1 is no formula here", "Croatia backs Estonia & <friends> \U0001f54a on the border"}
    assert read_sheet(tmp_path / "all.xlsx", "engagements")[0]["start"].date() == date(2024, 3, 5)


def test_tables_link_up(contents: Contents, tmp_path: Path) -> None:
    csv_tables.write(contents, tmp_path)
    ids = {
        row["id"]
        for name in ("engagements", "statements", "commitments", "events")
        for row in read_csv(tmp_path / f"{name}.csv")
    }
    assert {row["item"] for row in read_csv(tmp_path / "sources.csv")} == ids
    documents = {row["id"] for row in read_csv(tmp_path / "documents.csv")}
    assert {row["document"] for row in read_csv(tmp_path / "sources.csv")} == documents
    assert {row["engagement"] for row in read_csv(tmp_path / "participants.csv")} <= ids


def test_the_dictionary_names_every_column(contents: Contents, tmp_path: Path) -> None:
    csv_tables.write(contents, tmp_path)
    named = {(row["table"], row["column"]) for row in read_csv(tmp_path / "dictionary.csv") if row["column"]}
    for table in TABLES:
        header = read_csv_header(tmp_path / f"{table.name}.csv")
        assert {(table.name, column) for column in header} <= named
        assert all(column.what.endswith(".") for column in table.columns)


def read_csv_header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def test_what_excel_cannot_hold_is_cut_or_refused(contents: Contents, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LONGEST", 10)
    workbook.write(contents, tmp_path / "cut.xlsx")
    assert {"=1+1 is n…", "Croatia b…"} == {row["words"] for row in read_sheet(tmp_path / "cut.xlsx", "statements")}
    monkeypatch.setattr(workbook, "MOST_ROWS", 1)
    with pytest.raises(InputError, match="a sheet holds no more"):
        workbook.write(contents, tmp_path / "refused.xlsx")


def test_a_missing_library_is_named_with_its_extra() -> None:
    with pytest.raises(MemconError, match=r"memcon\[export\]"):
        needed("memcon_no_such_library")
