"""`memcon backup`: the ledger, copied."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.ledger_options import database_option, opened


@click.command()
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@database_option
def command(path: Path, database: str) -> None:
    """Copy the ledger into a new SQLite file while others may use it, and prove the copy by its hash.

    \b
    Example:
      memcon backup ledger-2024-06-01.db
    """
    with opened(database) as ledger:
        click.echo(f"memcon: {ledger.backup(path)} holds the same as {ledger.place}", err=True)
