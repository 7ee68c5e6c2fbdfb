"""Tables that are a page, JSON and CSV at one address: each column says what it holds, and how it is shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

Value = Callable[[Any], Any]


def field(name: str) -> Value:
    """A column's value: the row's field, or key, of that name."""
    return lambda row: row[name] if isinstance(row, Mapping) else getattr(row, name)


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `value` gives plain JSON values from a row, `show` what a page shows (the value itself where None):
    text, which is escaped, or Markup. `wide` columns hold running text."""

    name: str
    title: str
    value: Value | None = None
    show: Callable[[Any], str | Markup | None] | None = None
    wide: bool = False
    number: bool = False

    def of(self, row: Any) -> Any:
        """The value in a row."""
        return (self.value or field(self.name))(row)

    def shown(self, row: Any) -> str | Markup:
        """The cell of a page."""
        if self.show is None:
            return flat(self.of(row))
        shown = self.show(row)
        return "" if shown is None else shown


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. The first column heads its row. `next` is the place of the following page; `nothing` is said
    where there are no rows; `anchor` gives the id of a row in the page; `data` what JSON holds of a row: all of it."""

    name: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    next: str | None = None
    nothing: str = "Nothing in the ledger fits."
    anchor: Callable[[Any], str] | None = None

    def json_rows(self) -> list[Any]:
        """The rows for JSON: a model whole, anything else by its columns."""
        return [_data(row, self.columns) for row in self.rows]


def _data(row: Any, columns: Sequence[Column]) -> Any:
    if isinstance(row, BaseModel):
        return row.model_dump(mode="json", by_alias=True)
    return {column.name: column.of(row) for column in columns}


def as_json(tables: Sequence[Table]) -> dict[str, Any]:
    """{"rows": […], "next": …} of one table; of several, that under each name."""
    told = {table.name: {"rows": table.json_rows(), "next": table.next} for table in tables}
    return told[tables[0].name] if len(tables) == 1 else told


def as_csv(table: Table) -> Iterator[str]:
    """The table line by line: comma, LF, lists joined by "; "."""
    yield _line([column.name for column in table.columns])
    for row in table.rows:
        yield _line([flat(column.of(row)) for column in table.columns])


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(cells)
    return buffer.getvalue()


def flat(value: Any) -> str:
    """A value as one line of text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(flat(each) for each in value)
    if isinstance(value, Mapping):
        return flat(value.get("name") or value.get("text") or value.get("start") or json.dumps(value, ensure_ascii=False))
    return " ".join(str(value).split())
