"""`memcon add`: documents into the ledger."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sized
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import click

from memcon.cli.ledger_options import database_option, opened
from memcon.cli.reading_options import (
    columns_option,
    jobs_option,
    knowledge_option,
    lexicon_option,
    named_column,
    parser_option,
    published_option,
)
from memcon.errors import InputError, MemconError
from memcon.ledger import Added
from memcon.reading.parsing import DEFAULT_KIND

if TYPE_CHECKING:
    from memcon.document import Document
    from memcon.intake import Failed
    from memcon.ledger import Ledger
    from memcon.record import Record

_Source = TypeVar("_Source")

# What needs no reading: a document with its record, or None where the ledger has it; or what could not be opened.
Ready: TypeAlias = "tuple[Document, Record | None] | Failed"

OUTCOMES = ("new", "same", "new version", "near-copy", "failed")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@database_option
@published_option
@click.option("--outlet", help="The outlet, for documents that name none.")
@columns_option
@click.option("--allow-private", is_flag=True, help="Fetch addresses in your own network too.")
@click.option("--jsonl", "as_lines", is_flag=True, help="What became of each document, a JSON object a line.")
@knowledge_option
@lexicon_option
@parser_option
@jobs_option
def command(
    paths: tuple[str, ...],
    database: str,
    published: str | None,
    outlet: str | None,
    columns: tuple[str, ...],
    allow_private: bool,
    as_lines: bool,
    knowledge_folder: Path | None,
    lexicon_folder: Path | None,
    kind: str,
    jobs: int,
) -> None:
    """Read documents and add what they say to the ledger.

    PATHS are all that `memcon read` takes, addresses of pages and feeds, and folders that `memcon run` made, whose records are
    taken as they are. Adding something twice changes nothing, and an interrupted batch goes on where it stopped when it is
    given again. Exit code 3: some could not be read.

    \b
    Example:
      memcon add reports/ --published 2023-06-19
      memcon add reports.jsonl --db team.db
      memcon add https://example.org/news.rss table.csv --column text=body
    """
    from memcon.intake import read_paths
    from memcon.intake.fetch import Fetcher
    from memcon.scale.runs import is_run, open_folder

    stdin = sys.stdin.buffer.read() if "-" in paths else None
    with opened(database) as ledger, Fetcher(allow_private=allow_private) as fetcher:
        mapping = dict(named_column(pair) for pair in columns)
        runs = [path for path in paths if path != "-" and not path.startswith(("http://", "https://")) and is_run(path)]
        plain = [path for path in paths if path not in runs]
        sources = chain(
            read_paths(plain, published=published, columns=mapping, stdin=stdin, fetch=fetcher.read),
            (source for path in runs for source in open_folder(path).records()),
        )
        added = add_all(ledger, sources, knowledge_folder, lexicon_folder, outlet, kind=kind, jobs=jobs)
        counts = Counter(_told(done, as_lines) for done in added)
    click.echo("memcon: " + ", ".join(f"{counts[outcome]} {outcome}" for outcome in OUTCOMES), err=True)
    if counts["failed"]:
        sys.exit(3)


def add_all(
    ledger: Ledger,
    sources: Iterable[Document | tuple[Document, Record] | Failed],
    knowledge_folder: Path | None = None,
    lexicon_folder: Path | None = None,
    outlet: str | None = None,
    *,
    kind: str = DEFAULT_KIND,
    jobs: int = 1,
) -> Iterator[tuple[str, Added]]:
    """(name, what became of it) for each source: a document, a document with its record, or what could not be read.

    What the ledger has is not read again; the model loads when needed, in `jobs` processes."""
    from memcon.reading.processes import Setup, read_all

    setup = Setup(knowledge=knowledge_folder, lexicon=lexicon_folder, parser=kind)
    unread: Iterator[Document | Ready] = (_unread(ledger, source, outlet) for source in _progressing(sources))
    done: Iterator[tuple[Document | Ready, Record | InputError | None]] = read_all(unread, setup, jobs)
    for item, outcome in done:
        yield _added(ledger, item, outcome)


def _unread(ledger: Ledger, source: Document | tuple[Document, Record] | Failed, outlet: str | None) -> Document | Ready:
    """A document where it must be read; else what there is of it: with its record, or with None where the ledger has it."""
    from memcon.intake import Failed

    if isinstance(source, Failed):
        return source
    document, record = source if isinstance(source, tuple) else (source, None)
    if outlet and not document.outlet:
        document, record = _of_outlet(outlet, document, record)
    return document if record is None and not ledger.knows(document) else (document, record)


def _added(ledger: Ledger, item: Document | Ready, outcome: Record | InputError | None) -> tuple[str, Added]:
    from memcon.intake import Failed

    if isinstance(item, Failed):
        return item.name, Added("failed", None, reason=str(item.error))
    document, record = item if isinstance(item, tuple) else (item, outcome)
    name = document.input_id or document.url or document.id
    if isinstance(record, InputError):
        return name, Added("failed", document.id, reason=str(record))
    if record is None or ledger.knows(document):  # one before it may have been the same
        return name, Added("same", document.id)
    try:
        return name, ledger.add(document, record)
    except MemconError as error:
        return name, Added("failed", document.id, reason=str(error))


def _of_outlet(outlet: str, document: Document, record: Record | None) -> tuple[Document, Record | None]:
    from dataclasses import replace

    if record:
        record = record.model_copy(update={"document": record.document.model_copy(update={"outlet": outlet})})
    return replace(document, outlet=outlet), record


def _progressing(sources: Iterable[_Source]) -> Iterator[_Source]:
    """On a terminal: how many are done, how many a second, and how long the rest takes where its number is known."""
    if not sys.stderr.isatty():
        yield from sources
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    total = len(sources) if isinstance(sources, Sized) else None
    columns = (MofNCompleteColumn(), TextColumn("{task.speed:.1f}/s"), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("adding", total=total)
        for source in sources:
            yield source
            progress.advance(task)


def _told(done: tuple[str, Added], as_lines: bool) -> str:
    name, added = done
    if as_lines:
        row = {"name": name, "outcome": added.outcome, "document": added.document, "of": added.of, "reason": added.reason}
        click.echo(json.dumps(row, ensure_ascii=False))
    elif added.outcome == "failed":
        click.echo(f"memcon: {name}: {added.reason}", err=True)
    elif added.outcome in ("near-copy", "new version"):
        click.echo(f"memcon: {name}: {added.outcome} of {added.of}", err=True)
    return added.outcome
