"""`memcon dump`: the ledger written out."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import database_option, opened


@click.command()
@database_option
@click.option("--hash", "only_hash", is_flag=True, help="One SHA-256 of it all.")
def command(database: str, only_hash: bool) -> None:
    """Print all that the ledger holds, JSON Lines in one fixed order.

    Two ledgers of the same documents and decisions print the same, whatever the order of adding.

    \b
    Example:
      memcon dump --hash --db memcon.db
    """
    with opened(database) as ledger:
        if only_hash:
            click.echo(ledger.hash())
            return
        for line in ledger.dump():
            click.echo(line)
