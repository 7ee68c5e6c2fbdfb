"""`memcon watch`: what `memcon new` tells of."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import database_option, opened
from memcon.cli.output import output_options, print_rows
from memcon.ledger.morning import KINDS


@click.group()
def command() -> None:
    """Watch pairs, people, issues and feeds; `memcon new` tells what is new on them.

    \b
    Example:
      memcon watch add pair USA CHN
      memcon watch add person "Wang Yi"
    """


@command.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("value", nargs=-1, required=True)
@database_option
def add(kind: str, value: tuple[str, ...], database: str) -> None:
    """Watch something.

    \b
    Example:
      memcon watch add person "Wang Yi"
    """
    with opened(database) as ledger:
        ledger.watch(kind, " ".join(value))


@command.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("value", nargs=-1, required=True)
@database_option
def remove(kind: str, value: tuple[str, ...], database: str) -> None:
    """Watch something no more.

    \b
    Example:
      memcon watch remove pair USA CHN
    """
    with opened(database) as ledger:
        ledger.unwatch(kind, " ".join(value))


@command.command(name="list")
@database_option
@output_options
def list_watches(database: str, form: str | None) -> None:
    """List what is watched.

    \b
    Example:
      memcon watch list
    """
    with opened(database) as ledger:
        rows = [watch.model_dump() for watch in ledger.watches()]
    print_rows(rows, form, ("kind", "value"), nothing="nothing is watched")
