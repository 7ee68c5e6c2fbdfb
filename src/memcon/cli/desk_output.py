"""How the desk's answers are printed: JSON for programs, a page of 80 columns for people."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

import click

from memcon.cli.ledger_options import database_option, day_from, opened
from memcon.desk.known import known_on
from memcon.desk.pages import Line, Page
from memcon.ledger import Ledger
from memcon.record import Model

F = TypeVar("F", bound=Callable[..., Any])
WIDTH = 80


def desk_options(function: F) -> F:
    """Add --db, --json and --evidence; the command gets `database`, `as_json` and `evidence`."""
    function = click.option("--evidence", is_flag=True, help="Show the sentences behind each line.")(function)
    function = click.option("--json", "as_json", is_flag=True, help="As JSON.")(function)
    return database_option(function)


on_option = click.option("--on", metavar="DAY", help="As known on this day: nothing published later is used.")


@contextmanager
def standing(database: str, parties: tuple[str, ...], on: str | None) -> Iterator[tuple[Ledger, date]]:
    """The ledger and today; with `on`, the ledger as it stood that day, and that day."""
    day = day_from(on)
    with opened(database) as ledger:
        if day is None:
            yield ledger, date.today()
            return
        with known_on(ledger, date.fromisoformat(day), parties) as seen:
            yield seen, date.fromisoformat(day)


def two_parties(parties: tuple[str, ...]) -> tuple[str, ...]:
    """One or two party codes in capitals. Raises click.UsageError for more, or for none."""
    if not 1 <= len(parties) <= 2:
        raise click.UsageError("give one party or two, as alpha-3 codes or acronyms: USA CHN")
    return tuple(party.upper() for party in parties)


def print_answer(answer: Model, page: Callable[[Any], Page], *, as_json: bool, evidence: bool) -> None:
    """The answer as JSON, or as a page."""
    click.echo(answer.model_dump_json(indent=1) if as_json else "\n".join(page_lines(page(answer), evidence=evidence)))


def page_lines(page: Page, *, evidence: bool = False, width: int | None = None) -> Iterator[str]:
    """A page as lines of text, wrapped."""
    columns = width or (min(click_width(), 110) if sys.stdout.isatty() else WIDTH)
    yield page.title
    yield "=" * min(len(page.title), columns)
    for line in page.about:
        yield from wrapped(line, columns)
    for section in page.sections:
        yield ""
        yield section.title
        yield "-" * min(len(section.title), columns)
        if not section.lines:
            yield section.nothing
        for entry in section.lines:
            yield from _entry(entry, columns, evidence)


def click_width() -> int:
    """The width of the terminal."""
    import shutil

    return shutil.get_terminal_size((WIDTH, 24)).columns


def _entry(line: Line, width: int, evidence: bool) -> Iterator[str]:
    mark = f"{line.mark}  " if line.mark else ""
    yield from wrapped(mark + line.text, width, hanging=4)
    for note in line.notes:
        yield from wrapped(note, width, indent=4, hanging=6)
    if line.items:
        yield from wrapped(" ".join(line.items), width, indent=4, hanging=4)
    for quote in line.quotes if evidence else ():
        yield from wrapped(f"“{quote.sentence}”", width, indent=4, hanging=4)
        yield from wrapped(f"— {quote.source} ({quote.document[:15]} {quote.start}–{quote.end})", width, indent=6, hanging=8)


def wrapped(text: str, width: int, *, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """The text in lines of at most `width` columns where its words allow."""
    import textwrap

    yield from textwrap.wrap(
        text, width, initial_indent=" " * indent, subsequent_indent=" " * hanging, break_on_hyphens=False
    ) or [""]
