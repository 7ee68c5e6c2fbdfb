"""`memcon join`: items made one by a person."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import by_option, database_option, opened


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ID ID...")
@database_option
@by_option
def command(names: tuple[str, ...], database: str, by: str) -> None:
    """Make several engagements, statements or commitments one. It holds from then on; `memcon undo` takes it back.

    \b
    Example:
      memcon join e-1f3a e-77b0
    """
    with opened(database) as ledger:
        click.echo(ledger.join(names, by=by))
        click.echo(f"memcon: now {ledger.get(names[0]).id}", err=True)
