"""Small helpers for asking and writing many rows at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, Select, Table, delete, insert

T = TypeVar("T")
AT_ONCE = 500  # values in one IN list: far below SQLite's limit of 32,766


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists of at most AT_ONCE."""
    ordered = list(values)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


def rows_in(connection: Connection, query: Select[Any], column: Column[Any] | Any, values: Collection[Any]) -> list[Row[Any]]:
    """The rows of `query` whose `column` is one of `values`, which may be many."""
    found: list[Row[Any]] = []
    for part in chunks(sorted(set(values))):
        found += connection.execute(query.where(column.in_(part))).all()
    return found


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows, if any."""
    for part in chunks(rows):
        connection.execute(insert(table), part)


def delete_in(connection: Connection, table: Table, column: Column[Any] | Any, values: Collection[Any]) -> None:
    """Delete the rows whose `column` is one of `values`."""
    for part in chunks(sorted(set(values))):
        connection.execute(delete(table).where(column.in_(part)))
