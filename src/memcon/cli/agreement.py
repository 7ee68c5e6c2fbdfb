"""`memcon agreement`: how far reviewers agree, with each other and with memcon."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.desk_output import print_answer
from memcon.cli.ledger_options import database_option, opened
from memcon.desk.agreement import agreement_of_folders, agreement_of_reviewers
from memcon.desk.agreement.page import agreement_page


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B", default="memcon")
@database_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(first: str, second: str, database: str, as_json: bool) -> None:
    """Krippendorff's alpha and F1 for each field, between A and B.

    A and B are people who made decisions in the ledger (B may be memcon: what the machine read), or two folders with a
    JSON record a document, as `memcon decide export` writes them.

    \b
    Example:
      memcon agreement ana memcon
      memcon agreement gold-ana/ gold-ben/
    """
    if Path(first).is_dir() and Path(second).is_dir():
        answer = agreement_of_folders(Path(first), Path(second))
    else:
        with opened(database) as ledger:
            answer = agreement_of_reviewers(ledger, first, second)
    print_answer(answer, agreement_page, as_json=as_json, evidence=False)
