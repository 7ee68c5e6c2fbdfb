"""`memcon export`: the ledger, or records, in the format of another program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from memcon.cli.ledger_options import database_option, filter_options, filters_from, opened
from memcon.desk.contents import contents_of
from memcon.desk.loose import contents_of_records
from memcon.errors import InputError
from memcon.export.formats import FORMATS, export
from memcon.export.written import Written
from memcon.ledger import Filters
from memcon.record import Record


@click.command(epilog="\b\nFormats:\n" + "\n".join(f"  {name:<12} {each.what}" for name, each in sorted(FORMATS.items())))
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@click.argument("records", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[RECORDS]...")
@database_option
@filter_options
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file, or the folder for several.")
@click.option("--json", "as_json", is_flag=True, help="Tell what was written as JSON.")
def command(form: str, records: tuple[Path, ...], database: str, out: Path, as_json: bool, **given: Any) -> None:
    """Write the ledger, or RECORDS of `memcon read --json`, in the format of another program.

    Records come as they are, nothing merged; a ledger may be narrowed by its filters.

    \b
    Example:
      memcon export xlsx --between USA CHN --since 2023-01-01 --out usa-china.xlsx
      memcon export plover records.jsonl --out events.jsonl
    """
    filters = filters_from(given)
    if records:
        if filters != Filters():
            raise click.UsageError("filters narrow a ledger, not RECORDS; add them to a ledger first: memcon add")
        _tell(export(form, contents_of_records(_read(records)), out), as_json)
        return
    with opened(database) as ledger:
        _tell(export(form, contents_of(ledger, filters), out), as_json)


def _read(paths: tuple[Path, ...]) -> Iterator[Record]:
    """The records of JSON and JSON Lines files."""
    for path in paths:
        text = path.read_text(encoding="utf-8-sig")
        whole = text.lstrip().startswith("{") and path.suffix != ".jsonl"
        try:
            yield from [Record.from_json(text)] if whole else map(Record.from_json, filter(str.strip, text.splitlines()))
        except ValidationError as error:
            what = f"{error.errors()[0]['msg']} at {'.'.join(map(str, error.errors()[0]['loc']))}"
            raise InputError(f"{path}: no record of memcon ({what}); make one with memcon read --json") from error


def _tell(files: list[Written], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([each.model_dump() for each in files], ensure_ascii=False, indent=1))
        return
    for each in files:
        click.echo(f"{each.path}: {each.entries} {each.of}")
        if each.left_out:
            click.echo(f"memcon: {each.left_out} left out: {each.why}", err=True)
