"""`memcon cite`: a reference for any fact."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.ledger_options import database_option, opened
from memcon.cli.why import record_in
from memcon.desk.citing import cite_fact, cite_item, to_bibtex, to_csl


@click.command()
@click.argument("name", metavar="ID")
@click.argument(
    "record_file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[RECORD.json]", required=False
)
@database_option
@click.option("--bibtex", "form", flag_value="bibtex", help="As BibTeX.")
@click.option("--csl", "form", flag_value="csl", help="As CSL-JSON.")
@click.option("--json", "form", flag_value="json", help="As JSON.")
def command(name: str, record_file: Path | None, database: str, form: str | None) -> None:
    """Cite a fact: outlet, title, date, address and the words, ready for a footnote.

    ID is an item of the ledger, or with RECORD.json a fact of that record.

    \b
    Example:
      memcon cite e-1f3a
      memcon cite s2 beijing-2023.json --bibtex
    """
    if record_file:
        found = cite_fact(record_in(record_file), name)
    else:
        with opened(database) as ledger:
            found = cite_item(ledger, name)
    if form == "json":
        click.echo(found.model_dump_json(indent=1))
    elif form == "bibtex":
        click.echo(to_bibtex(found.citations))
    elif form == "csl":
        click.echo(to_csl(found.citations))
    else:
        click.echo("\n".join(citation.note for citation in found.citations))
