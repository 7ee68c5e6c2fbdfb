"""`memcon demo`: the bundled reports, read before your eyes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

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
  memcon add FOLDER; memcon promises USA CHN                  a ledger of many reports; what was promised, what was kept
  {serve}the four relationships in your browser
  memcon --help                                               all commands

memcon is at .venv/bin/memcon"""


@click.command()
@click.option("--evidence", is_flag=True, help="Show the words behind each fact.")
@click.option("--only", metavar="ID", help="This report only.")
@click.option("--db", "database", type=click.Path(path_type=Path), help="Keep the ledger of the bundled history in this file.")
def command(evidence: bool, only: str | None, database: Path | None) -> None:
    """Read the bundled reports and print their record.

    \b
    Example:
      memcon demo --only beijing-2023-wire --evidence
      memcon demo --db demo.db
    """
    from rich.console import Console

    from memcon.cli.paper import print_record

    console, reader = Console(), Reader()
    for source in read_paths([reports_path()]):
        if isinstance(source, Failed):
            raise source.error
        if only in (None, source.input_id):
            print_record(reader.read(source), console, evidence=evidence)
    if only is None:
        _show_history(reader, database)
    serve = f"memcon serve --db {database}" if database else "memcon demo --db demo.db; memcon serve --db demo.db"
    click.echo(NEXT.format(serve=f"{serve:<60}"))


def _show_history(reader: Reader, database: Path | None) -> None:
    """A ledger of the bundled history, in a folder that is gone afterwards, or in the file that it is to be kept in."""
    from memcon.cli.desk_output import page_lines
    from memcon.desk.history import add_history, history_page
    from memcon.ledger import Ledger

    if database:
        database.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, Ledger.open(database or Path(folder) / "history.db") as ledger:
        number = add_history(ledger, reader.read)
        click.echo(f"\n{number} reports of four relationships, put into one ledger:\n")
        click.echo("\n".join(page_lines(history_page(ledger), evidence=True)))
