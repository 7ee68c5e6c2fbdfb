"""The shape of every table that is written: its columns with type and meaning, and how its rows are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Literal, TypeVar

from memcon.desk.contents import Contents

R = TypeVar("R")
Kind = Literal["text", "date", "integer", "number", "flag"]
JOINER = "; "


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its name, the type of its values, what they mean, and how a row's value is found."""

    name: str
    kind: Kind
    what: str
    value: Callable[[R], Any]


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """One table. `units` gives what its rows are made of; there is one row for each."""

    name: str
    what: str
    columns: tuple[Column[R], ...]
    units: Callable[[Contents], Iterator[R]]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def rows(self, contents: Contents) -> Iterator[tuple[Any, ...]]:
        """The rows in order: text as str, dates as datetime.date, missing values as None."""
        for unit in self.units(contents):
            yield tuple(_typed(column.kind, column.value(unit)) for column in self.columns)


def _typed(kind: Kind, value: Any) -> Any:
    """The value as its column's type. Lists become one text."""
    if value is None or value == ():
        return None
    if kind == "date":
        return date.fromisoformat(value[:10])
    if isinstance(value, (tuple, list)):
        return joined(value)
    return value


def joined(values: Any) -> str | None:
    """Several values as one text, parted by "; ". None where there are none."""
    return JOINER.join(str(value) for value in values if value is not None) or None


DICTIONARY_HEADER = ("table", "column", "type", "meaning")


def dictionary_rows(tables: tuple[Table[Any], ...]) -> Iterator[tuple[str, str, str, str]]:
    """The data dictionary: a row for each table, with an empty column, and one for each of its columns."""
    for table in tables:
        yield table.name, "", "table", table.what
        for column in table.columns:
            yield table.name, column.name, column.kind, column.what


def dictionary_markdown(tables: tuple[Table[Any], ...]) -> str:
    """The data dictionary as Markdown, for the documentation."""
    lines: list[str] = []
    for table in tables:
        lines += ["", f"### {table.name}", "", table.what, "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{column.name}` | {column.kind} | {column.what} |" for column in table.columns]
    return "\n".join(lines).strip() + "\n"
