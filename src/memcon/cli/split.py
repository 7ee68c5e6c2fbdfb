"""`memcon split`: reports taken apart by a person."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import by_option, database_option, opened


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@database_option
@by_option
def command(reports: tuple[str, ...], database: str, by: str) -> None:
    """Take reports out of the item that they share; `memcon why ID` lists them. It holds from then on.

    \b
    Example:
      memcon split e-64702b05
    """
    with opened(database) as ledger:
        click.echo(ledger.split(reports, by=by))
        click.echo(f"memcon: now {ledger.get(reports[0]).id}", err=True)
