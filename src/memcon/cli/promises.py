"""`memcon promises`: what two parties promised each other, and what became of it."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.desk_output import desk_options, on_option, print_answer, standing, two_parties
from memcon.desk.due import Windows
from memcon.desk.promises import ORDER, promises, promises_page


@click.command()
@click.argument("parties", nargs=2, metavar="PARTY PARTY")
@desk_options
@on_option
@click.option(
    "--windows", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
    help="Your own meaning, in days, of phrases such as “in the coming months” (TOML).",
)  # fmt: skip
@click.option("--status", multiple=True, type=click.Choice(ORDER), help="Only these; may be given again.")
def command(
    parties: tuple[str, ...],
    database: str,
    as_json: bool,
    evidence: bool,
    on: str | None,
    windows: Path | None,
    status: tuple[str, ...],
) -> None:
    """List what two parties promised each other: kept (by what), open, overdue, withdrawn or broken.

    \b
    Example:
      memcon promises USA CHN --evidence
      memcon promises USA CHN --on 2023-10-01 --status open --status overdue
    """
    pair = two_parties(parties)
    with standing(database, pair, on) as (ledger, day):
        answer = promises(ledger, pair, day, windows=Windows.load(windows))
    if status:
        answer = answer.model_copy(update={"promises": tuple(each for each in answer.promises if each.status in status)})
    print_answer(answer, promises_page, as_json=as_json, evidence=evidence)
