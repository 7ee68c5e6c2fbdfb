"""`memcon decide`: what a person says of an item."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from memcon.cli.ledger_options import by_option, database_option, opened
from memcon.cli.output import output_options, print_rows

COLUMNS = ("id", "at", "by", "kind", "field", "value", "note", "items", "anchored", "undone")


@click.group()
def command() -> None:
    """Confirm, correct, reject or note what the ledger holds; the decision is kept, by whom and when, and can be undone.

    \b
    Example:
      memcon decide confirm e-1f3a
      memcon decide correct e-1f3a when=2023-06-18 place.city=Beijing
    """


@command.command()
@click.argument("name", metavar="ID")
@database_option
@by_option
def confirm(name: str, database: str, by: str) -> None:
    """Say that an item is right.

    \b
    Example:
      memcon decide confirm e-1f3a
    """
    with opened(database) as ledger:
        click.echo(ledger.confirm(name, by=by))


@command.command()
@click.argument("name", metavar="ID")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@database_option
@by_option
def correct(name: str, changes: tuple[str, ...], database: str, by: str) -> None:
    """Set fields of an item: kind=talks, when=2023-06-18, when=2023-06-18/2023-06-19, place.city=Beijing.

    A VALUE that is JSON is taken as such: parties='["CHN", "USA"]', duration=null.

    \b
    Example:
      memcon decide correct e-1f3a when=2023-06-18 place.city=Beijing
    """
    pairs = [_parsed(change) for change in changes]
    with opened(database) as ledger:
        for field, value in pairs:
            click.echo(ledger.correct(name, field, value, by=by))


@command.command()
@click.argument("name", metavar="ID")
@database_option
@by_option
def reject(name: str, database: str, by: str) -> None:
    """Say that an item is wrong: lists leave it out.

    \b
    Example:
      memcon decide reject e-1f3a
    """
    with opened(database) as ledger:
        click.echo(ledger.reject(name, by=by))


@command.command()
@click.argument("name", metavar="ID")
@click.argument("text")
@database_option
@by_option
def note(name: str, text: str, database: str, by: str) -> None:
    """Write something beside an item.

    \b
    Example:
      memcon decide note e-1f3a "ask the embassy"
    """
    with opened(database) as ledger:
        click.echo(ledger.note(name, text, by=by))


@command.command(name="list")
@database_option
@click.option("--unanchored", is_flag=True, help="Only those whose words are in no document any more.")
@output_options
def list_decisions(database: str, unanchored: bool, form: str | None) -> None:
    """List the decisions, oldest first, and what they hold on to.

    \b
    Example:
      memcon decide list --unanchored
    """
    with opened(database) as ledger:
        made = ledger.unanchored() if unanchored else ledger.decisions()
        lost = ledger.unanchored()
    print_rows((decision.model_dump(mode="json") for decision in made), form, COLUMNS, nothing="no decisions")
    if lost and not unanchored:
        click.echo(f"memcon: {len(lost)} of them hold on to nothing now; --unanchored lists them", err=True)


@command.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@database_option
def export(folder: Path, database: str) -> None:
    """Write decided facts as gold: FOLDER/records/gold/*.json and FOLDER/records/texts/*.txt, for `make accuracy`.

    \b
    Example:
      memcon decide export my-gold/
    """
    gold, texts = folder / "records" / "gold", folder / "records" / "texts"
    for each in (gold, texts):
        each.mkdir(parents=True, exist_ok=True)
    with opened(database) as ledger:
        documents = ledger.gold()
    for document in documents:
        (gold / f"{document.name}.json").write_text(json.dumps(document.gold, ensure_ascii=False, indent=1), "utf-8")
        (texts / f"{document.name}.txt").write_text(document.text, "utf-8", newline="")
    click.echo(f"memcon: {len(documents)} documents in {folder}", err=True)


def _parsed(change: str) -> tuple[str, Any]:
    field, equals, text = change.partition("=")
    if not (field and equals):
        raise click.BadParameter(f"{change!r} is not FIELD=VALUE")
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return field, text
    return field, text if isinstance(value, (int, float)) and field.endswith("name") else value
