"""`memcon demo`: the bundled reports, read before your eyes."""

from __future__ import annotations

import click

from memcon.examples import reports_path
from memcon.intake import Failed, read_paths
from memcon.reading.reader import Reader

NEXT = """
Type next:
  memcon read REPORT.txt --published 2023-06-19 --evidence    read your own report; show the words behind each fact
  memcon read REPORT.txt --json > record.json                 the record, for programs
  memcon why e1 record.json                                   which rule, cue and knowledge decided a fact
  memcon who "the Chinese foreign minister" --on 2023-06-19   who held an office on a day
  memcon --help                                               all commands

memcon is at .venv/bin/memcon"""


@click.command()
@click.option("--evidence", is_flag=True, help="Show the words behind each fact.")
@click.option("--only", metavar="ID", help="This report only.")
def command(evidence: bool, only: str | None) -> None:
    """Read the bundled reports and print their record.

    \b
    Example:
      memcon demo --only beijing-2023-wire --evidence
    """
    from rich.console import Console

    from memcon.cli.paper import print_record

    console, reader = Console(), Reader()
    for source in read_paths([reports_path()]):
        if isinstance(source, Failed):
            raise source.error
        if only in (None, source.input_id):
            print_record(reader.read(source), console, evidence=evidence)
    click.echo(NEXT)
