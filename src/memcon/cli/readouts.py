"""`memcon readouts`: two texts on one engagement, side by side."""

from __future__ import annotations

import click

from memcon.cli.desk_output import print_answer
from memcon.cli.ledger_options import database_option, opened
from memcon.cli.verify_inputs import one_document
from memcon.desk.readouts import Readouts, compare, readouts_of
from memcon.desk.readouts.page import readouts_page
from memcon.reading.reader import Reader


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ID | FILE FILE")
@database_option
@click.option("--published", metavar="DATE", help="ISO date, for files that have none of their own.")
@click.option("--parties", nargs=2, metavar="PARTY PARTY", help="Whose the two files are; else who speaks most in each.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    names: tuple[str, ...], database: str, published: str | None, parties: tuple[str, str] | None, as_json: bool
) -> None:
    """Lay the texts of one engagement side by side: what both tell, what only one does, in which words.

    ID is an engagement of the ledger: all its independent texts are compared, and what was changed after posting is shown.
    Two FILEs are compared without a ledger.

    \b
    Example:
      memcon readouts e-1f3a
      memcon readouts washington.html beijing.html --published 2023-06-19
    """
    if len(names) > 2:
        raise click.UsageError("give the id of one engagement, or two files")
    reader = Reader()
    if len(names) == 1:
        with opened(database) as ledger:
            answer = readouts_of(ledger, names[0], reader.knowledge, reader.lexicon)
    else:
        first, second = ((text, reader.read(text)) for text in (one_document(name, published) for name in names))
        answer = Readouts(comparisons=(compare(first, second, reader.knowledge, reader.lexicon, parties=parties),))
    print_answer(answer, readouts_page, as_json=as_json, evidence=False)
