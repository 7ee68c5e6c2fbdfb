"""`memcon verify`: every quotation and attributed claim of a draft against its sources."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

import click

from memcon.cli.desk_output import print_answer
from memcon.cli.verify_inputs import one_document, source_texts
from memcon.desk.verify import verify
from memcon.desk.verify.page import verification_page
from memcon.reading.reader import Reader


@click.command()
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATH|DB",
    help="A source: a file, a folder, a glob, or a ledger; may be given again.",
)
@click.option("--published", metavar="DATE", help="ISO date of the draft, so that its “on Monday” can be checked.")
@click.option(
    "--html",
    "html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a report as one HTML file.",
)
@click.option("--strict", is_flag=True, help="Exit 1 for what is only worth a look, too.")
@click.option("--evidence", is_flag=True, help="Show the source's sentences.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(
    draft: str, against: tuple[str, ...], published: str | None, html: Path | None, strict: bool, evidence: bool, as_json: bool
) -> None:
    """Check every quotation and attributed claim of DRAFT against its sources.

    Exit code 1: something is altered, turned round, merged, misdated, given to the wrong speaker, or not found.

    \b
    Example:
      memcon verify draft.md --against sources/ --html report.html
      memcon verify draft.md --against memcon.db --strict
    """
    reader = Reader()
    document = one_document(draft, published)
    with ExitStack() as stack:
        answer = verify(document, reader.read(document), source_texts(against, reader, stack), reader.lexicon)
    print_answer(answer, verification_page, as_json=as_json, evidence=evidence)
    if not answer.passes(strict=strict):
        sys.exit(1)
