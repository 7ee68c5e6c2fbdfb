"""Options that the commands which read documents share: whose tables and words, which columns, which model and parser."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.reading.parsing import DEFAULT_KIND, DEFAULT_MODEL, KINDS

_folder = click.Path(path_type=Path, exists=True, file_okay=False)

published_option = click.option("--published", metavar="DATE", help="ISO date, for documents that have none of their own.")
columns_option = click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=COLUMN",
    help="Where a table keeps id, text, published, title, url or outlet under another name. May be repeated.",
)
knowledge_option = click.option("--knowledge", "knowledge_folder", type=_folder, help="Your own tables of who is who.")
lexicon_option = click.option("--lexicon", "lexicon_folder", type=_folder, help="Your own words.")
model_option = click.option(
    "--model", default=DEFAULT_MODEL, show_default=True, help="A spaCy English model that is installed."
)
parser_option = click.option(
    "--parser",
    "kind",
    type=click.Choice(KINDS),
    default=DEFAULT_KIND,
    show_default=True,
    help="The model's own parser, or a smaller one: sooner, and somewhat less is found (docs/speed.md).",
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(1, 256), default=1, show_default=True, help="Read in so many processes."
)


def named_column(pair: str) -> tuple[str, str]:
    """`text=body` as a pair. Raises click.BadParameter for what is not like that."""
    name, parted, column = pair.partition("=")
    if not parted or name not in ("id", "text", "published", "title", "url", "outlet"):
        raise click.BadParameter(f"{pair!r} is not like text=body", param_hint="--column")
    return name, column
