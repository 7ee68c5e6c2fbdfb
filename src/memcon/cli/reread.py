"""`memcon reread`: all documents read anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from memcon.cli.ledger_options import database_option, opened
from memcon.cli.output import output_options, print_rows
from memcon.cli.reading_options import knowledge_option, lexicon_option, parser_option
from memcon.ledger import Change
from memcon.reading.processes import Setup

COLUMNS = ("change", "family", "fact", "says", "fields", "document")


@click.command()
@database_option
@click.option("--apply", "applies", is_flag=True, help="Write the change; without it, only show it.")
@knowledge_option
@lexicon_option
@parser_option
@output_options
def command(
    database: str,
    applies: bool,
    knowledge_folder: Path | None,
    lexicon_folder: Path | None,
    kind: str,
    form: str | None,
) -> None:
    """Read all documents anew, with this memcon and lexicon: the facts gained, lost and changed.

    Nothing is written unless --apply is given. Decisions hold on to their words.

    \b
    Example:
      memcon reread --lexicon mine/
      memcon reread --lexicon mine/ --apply
    """
    reader = Setup(knowledge=knowledge_folder, lexicon=lexicon_folder, parser=kind).reader()
    counts: Counter[str] = Counter()
    with opened(database) as ledger:
        changes = ledger.reread(reader.read, apply=applies)
        print_rows(_rows(changes, counts, form), form, COLUMNS, nothing="nothing changes")
        lost = ledger.unanchored()
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("gained", "lost", "changed"))
    click.echo(f"memcon: {told}; {'applied' if applies else 'nothing written, --apply writes it'}", err=True)
    if lost:
        click.echo(f"memcon: {len(lost)} decisions hold on to nothing now; `memcon decide list --unanchored`", err=True)


def _rows(changes: Iterator[Change], counts: Counter[str], form: str | None) -> Iterator[dict[str, Any]]:
    for change in changes:
        counts[change.change] += 1
        row = change.model_dump(mode="json")
        if form not in ("json", "jsonl"):
            row["fields"] = sorted(row["fields"])
            row["document"] = row["document"][:19]
        yield row
