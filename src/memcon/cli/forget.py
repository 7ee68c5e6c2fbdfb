"""`memcon forget`: a document removed."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import database_option, opened


@click.command()
@click.argument("name", metavar="DOC")
@database_option
def command(name: str, database: str) -> None:
    """Remove a document, by its id, input id or address, and all that only it says. Decisions on it are kept.

    \b
    Example:
      memcon forget sha256:3b96c2ba
    """
    with opened(database) as ledger:
        found = ledger.forget(name)
        lost = len(ledger.unanchored())
    click.echo(f"memcon: forgot {found}", err=True)
    if lost:
        click.echo(f"memcon: {lost} decisions hold on to nothing now; `memcon decide list --unanchored`", err=True)
