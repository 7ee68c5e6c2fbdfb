"""How every list is printed: one set of flags, one place that knows what they mean."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
WIDEST = 60  # characters of a cell in a table


def output_options(function: F) -> F:
    """Add --json, --jsonl, --csv and --table; the command gets `form`, a table where none is given."""
    for name, words in (
        ("table", "A table to look at (the default)."),
        ("csv", "Comma-separated values, lists joined by “; ”."),
        ("jsonl", "A JSON object a line."),
        ("json", "One JSON array."),
    ):
        function = click.option(f"--{name}", "form", flag_value=name, help=words)(function)
    return function


def print_rows(
    rows: Iterable[Mapping[str, Any]], form: str | None, columns: Sequence[str], *, nothing: str = "nothing found"
) -> int:
    """Print rows in the form asked for; `columns` are those of a table and of CSV. Returns how many there were.

    JSON Lines and CSV are printed as they come, so a list of a million rows needs no memory."""
    if form == "jsonl":
        return _print_each(rows, lambda row: json.dumps(row, ensure_ascii=False))
    if form == "csv":
        click.echo(_csv_line(columns))
        return _print_each(rows, lambda row: _csv_line([cell(row.get(column)) for column in columns]))
    found = list(rows)
    if form == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif found:
        _print_table(found, columns)
    else:
        click.echo(f"memcon: {nothing}", err=True)
    return len(found)


def cell(value: Any) -> str:
    """A value as one line of text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(cell(each) for each in value)
    if isinstance(value, Mapping):
        return cell(value.get("name") or value.get("text") or value.get("start") or json.dumps(value, ensure_ascii=False))
    return " ".join(str(value).split())


def next_page(following: str | None) -> None:
    """Tell on standard error how to get the next page."""
    if following:
        click.echo(f"memcon: there is more: --after {following}", err=True)


def _print_each(rows: Iterable[Mapping[str, Any]], line: Callable[[Mapping[str, Any]], str]) -> int:
    count = 0
    for row in rows:
        click.echo(line(row))
        count += 1
    return count


def _csv_line(cells: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(cells)
    return buffer.getvalue()


def _print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=column == "id")
    for row in rows:
        table.add_row(*(Text(_short(cell(row.get(column)))) for column in columns))
    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 200)
    console.print(table)


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
