"""`memcon schema`: the contract."""

from __future__ import annotations

import json

import click

from memcon.record import json_schema


@click.command()
def command() -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      memcon schema > record.schema.json
    """
    click.echo(json.dumps(json_schema(), indent=2))
