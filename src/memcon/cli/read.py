"""`memcon read`: documents in, records out."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from memcon.cli.reading_options import (
    jobs_option,
    knowledge_option,
    lexicon_option,
    model_option,
    parser_option,
    published_option,
)
from memcon.document import Document
from memcon.intake import Failed, read_paths
from memcon.reading.processes import Outcome, Setup, read_all
from memcon.record import Record

T = TypeVar("T")

PROGRESS_AFTER = 1.0  # seconds; quicker work needs no bar


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@published_option
@click.option("--json", "form", flag_value="json", help="The record as JSON (several documents: JSON Lines).")
@click.option("--md", "form", flag_value="md", help="The record as Markdown.")
@click.option("--table", "form", flag_value="table", help="Engagements only, a row each.")
@click.option("--text", "form", flag_value="text", help="The text that the record's offsets point into.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write ID.json (or .md, .txt) for each document here.",
)
@click.option("--evidence", is_flag=True, help="Show the words behind each fact.")
@knowledge_option
@lexicon_option
@model_option
@parser_option
@jobs_option
def command(
    paths: tuple[str, ...],
    published: str | None,
    form: str | None,
    out: Path | None,
    evidence: bool,
    knowledge_folder: Path | None,
    lexicon_folder: Path | None,
    model: str,
    kind: str,
    jobs: int,
) -> None:
    """Read reports and print their record.

    PATHS are files (text, HTML, Markdown, JSON Lines), folders, globs, or - for standard input. Exit code 3: some could
    not be read, each with its reason on standard error; the others were. With --jobs the output is the same, sooner.

    \b
    Example:
      memcon read report.txt --published 2023-06-19 --evidence
      memcon read reports/ --json --jobs 2 > records.jsonl
    """
    if published is not None:
        _checked_date(published)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    failures: list[Failed] = []
    documents = _documents(read_paths(paths, published=published, stdin=stdin), failures)
    done: Iterable[tuple[Document, Record | None]]
    if form == "text":
        done = ((document, None) for document in _with_progress(documents))
    else:
        done = _records(documents, Setup(model, knowledge_folder, lexicon_folder, kind), jobs, failures)
    count = (
        _write(done, out, form, evidence) if out else _print(done, form, evidence, several=len(paths) > 1 or _many(paths[0]))
    )
    if failures:
        click.echo(f"memcon: {len(failures)} of {len(failures) + count} could not be read", err=True)
        sys.exit(3)


def _checked_date(text: str) -> None:
    try:
        datetime.strptime(text, "%Y-%m-%d")
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no date like 2023-06-19", param_hint="--published") from error


def _many(path: str) -> bool:
    return path.endswith((".jsonl", ".ndjson")) or Path(path).is_dir() or any(mark in path for mark in "*?[")


def _documents(sources: Iterable[Document | Failed], failures: list[Failed]) -> Iterator[Document]:
    """The documents; failures are told at once and kept for the count."""
    for source in sources:
        if isinstance(source, Failed):
            failures.append(source)
            click.echo(f"memcon: {source.name}: {source.error}", err=True)
        else:
            yield source


def _records(
    documents: Iterable[Document], setup: Setup, jobs: int, failures: list[Failed]
) -> Iterator[tuple[Document, Record]]:
    done: Iterable[tuple[Document, Outcome | None]] = read_all(documents, setup, jobs)
    for document, outcome in _with_progress(done):
        if isinstance(outcome, Record):
            yield document, outcome
        elif outcome is not None:
            failures.append(Failed(document.input_id or "-", outcome))
            click.echo(f"memcon: {document.input_id}: {outcome}", err=True)


def _with_progress(done: Iterable[T]) -> Iterator[T]:
    """A count with its rate on a terminal, once the work has taken longer than PROGRESS_AFTER."""
    started, number = time.monotonic(), 0
    for number, item in enumerate(done, start=1):
        yield item
        elapsed = time.monotonic() - started
        if sys.stderr.isatty() and elapsed > PROGRESS_AFTER:
            click.echo(f"\r{number} read, {number / elapsed:.1f} a second ", err=True, nl=False)
    if sys.stderr.isatty() and number and time.monotonic() - started > PROGRESS_AFTER:
        click.echo("\r" + " " * 40 + "\r", err=True, nl=False)


def _print(done: Iterable[tuple[Document, Record | None]], form: str | None, evidence: bool, *, several: bool) -> int:
    if form == "table":
        return _print_table(done)
    count = 0
    for document, record in done:
        count += 1
        if record is None:
            click.echo(document.text)
        elif form == "json":
            click.echo(record.to_json(indent=None if several else 1))
        elif form == "md":
            from memcon.export.markdown import to_markdown

            click.echo(to_markdown(record, evidence=evidence))
        else:
            _print_paper(record, evidence)
    return count


def _print_paper(record: Record, evidence: bool) -> None:
    from rich.console import Console

    from memcon.cli.paper import print_record

    print_record(record, Console(), evidence=evidence)


def _print_table(done: Iterable[tuple[Document, Record | None]]) -> int:
    from rich.console import Console

    from memcon.cli.paper import engagements_table

    records = [record for _, record in done if record is not None]
    Console().print(engagements_table(records))
    return len(records)


def _write(done: Iterable[tuple[Document, Record | None]], out: Path, form: str | None, evidence: bool) -> int:
    """One file a document, named by the input's id; a name met twice gets a number."""
    out.mkdir(parents=True, exist_ok=True)
    taken: dict[str, int] = {}
    count = 0
    for document, record in done:
        count += 1
        name = _file_name(document, taken)
        if record is None:
            (out / f"{name}.txt").write_text(document.text, encoding="utf-8", errors="surrogatepass", newline="")
        elif form == "md":
            from memcon.export.markdown import to_markdown

            (out / f"{name}.md").write_text(to_markdown(record, evidence=evidence), encoding="utf-8")
        else:
            (out / f"{name}.json").write_text(record.to_json(indent=1) + "\n", encoding="utf-8")
    return count


def _file_name(document: Document, taken: dict[str, int]) -> str:
    """The input's id with what no file name may hold replaced."""
    raw = document.input_id or document.id.removeprefix("sha256:")[:16]
    name = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in raw).lstrip(".")[:150] or "document"
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"
