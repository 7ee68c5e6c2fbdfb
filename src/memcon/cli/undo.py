"""`memcon undo`: a decision taken back."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import by_option, database_option, opened


@click.command()
@click.argument("decision", metavar="DECISION")
@database_option
@by_option
def command(decision: str, database: str, by: str) -> None:
    """Take a decision back; `memcon decide list` shows them. The decision and its undoing both stay in the ledger.

    \b
    Example:
      memcon undo d-0a1b2c3d4e5f6071
    """
    with opened(database) as ledger:
        click.echo(ledger.undo(decision, by=by))
