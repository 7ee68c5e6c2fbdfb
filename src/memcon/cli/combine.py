"""`memcon combine`: two people's ledgers made one."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.ledger_options import database_option, opened


@click.command()
@click.argument("other", metavar="OTHER")
@database_option
def command(other: str, database: str) -> None:
    """Take in all documents and decisions of the ledger OTHER, a file or a URL, which stays as it is.

    \b
    Example:
      memcon combine colleague.db
    """
    if "://" not in other and not Path(other).exists():
        raise click.BadParameter(f"there is no ledger {other}", param_hint="OTHER")
    with opened(database) as ledger, opened(other) as taken:
        counts = ledger.combine(taken)
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
    click.echo(f"memcon: {told or 'nothing there'}", err=True)
