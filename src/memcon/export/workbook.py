"""Excel: one .xlsx with a sheet for each tidy table and one for the data dictionary. Text is never taken for a formula.

Excel's own limits hold: 1,048,575 rows of a sheet (more are refused) and 32,767 characters of a cell (longer words are cut,
and end in "…").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.errors import InputError
from memcon.export.needed import needed
from memcon.export.tables import DICTIONARY_HEADER, dictionary_rows
from memcon.export.tidy import TABLES
from memcon.export.written import Written, written

MOST_ROWS = 1_048_575  # below the header
LONGEST = 32_767  # characters of a cell
MADE = datetime(2000, 1, 1)  # a fixed day, for equal bytes
_WIDTHS = {"text": 24, "date": 12, "integer": 10, "number": 10, "flag": 10}


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the workbook to the file `out`. Raises InputError for a table of more rows than a sheet holds."""
    xlsxwriter = needed("xlsxwriter")
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    files = []
    with xlsxwriter.Workbook(str(out), options) as book:
        book.set_properties({"title": "memcon", "created": MADE})
        sheets = _Sheets(book)
        for table in TABLES:
            widths = [_WIDTHS[column.kind] for column in table.columns]
            files.append(written(out, sheets.write(table.name, table.header, table.rows(contents), widths), table.name))
        rows = dictionary_rows(TABLES)
        files.append(written(out, sheets.write("dictionary", DICTIONARY_HEADER, rows, [16, 20, 10, 90]), "columns"))
    return files


class _Sheets:
    """Sheets of one book, with its formats."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})

    def write(self, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]) -> int:
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, header[column], self._bold)
        number = 0
        for number, row in enumerate(rows, start=1):
            if number > MOST_ROWS:
                raise InputError(f"{name}: a sheet holds no more than {MOST_ROWS:,} rows; narrow it, or use parquet")
            for column, value in enumerate(row):
                self._cell(sheet, number, column, value)
        return number

    def _cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if isinstance(value, str):
            sheet.write_string(row, column, _fitting(value))
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value)
        elif isinstance(value, date):
            if value.year < 1900:
                sheet.write_string(row, column, value.isoformat())
            else:
                sheet.write_datetime(row, column, value, self._day)
        elif value is not None:
            sheet.write_number(row, column, value)


def _fitting(text: str) -> str:
    clean = text.encode("utf-8", "replace").decode()
    return clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"
