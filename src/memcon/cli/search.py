"""`memcon search`: passages that have the words."""

from __future__ import annotations

import click

from memcon.cli.ledger_options import database_option, opened
from memcon.cli.output import next_page, output_options, print_rows


@click.command()
@click.argument("words", nargs=-1, required=True)
@database_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Passages of one page.")
@click.option("--after", metavar="PLACE", help="The page after this place.")
@output_options
def command(words: tuple[str, ...], database: str, limit: int, after: str | None, form: str | None) -> None:
    """Search the text of all documents; the words are stemmed, and marked in what is found.

    \b
    Example:
      memcon search export controls
      memcon search '"one China" policy' --jsonl
    """
    with opened(database) as ledger:
        page = ledger.search(" ".join(words), after=after, limit=limit)
    if form not in (None, "table"):
        rows = [hit.model_dump(mode="json") for hit in page]
        print_rows(rows, form, ("document", "published", "outlet", "title", "start", "text"))
    for hit in page if form in (None, "table") else ():
        where = hit.title or hit.outlet or hit.url or ""
        click.echo(click.style(f"{hit.document[:19]}  {hit.published or ''}  {where}".rstrip(), bold=True))
        click.echo(f"  {hit.text}")
    if not len(page):
        click.echo("memcon: nothing found", err=True)
    next_page(page.next)
