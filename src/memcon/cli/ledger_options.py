"""Options that the ledger's commands share: which database, whose decision, which part of a list."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

import click

from memcon.ledger import Filters, Ledger

F = TypeVar("F", bound=Callable[..., Any])
DEFAULT_DATABASE = "memcon.db"

database_option = click.option(
    "--db",
    "database",
    envvar="MEMCON_DB",
    default=DEFAULT_DATABASE,
    show_default=True,
    metavar="PATH|URL",
    help="The ledger: a file, or postgresql://…; MEMCON_DB sets it too.",
)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user database
        return "unknown"


by_option = click.option("--by", default=_login, show_default="your login", help="Whose decision it is.")


@contextmanager
def opened(database: str) -> Iterator[Ledger]:
    """The ledger, open."""
    with Ledger.open(database) as ledger:
        yield ledger


def filter_options(function: F) -> F:
    """Add what narrows a list; the command gets `filters`, a `Filters`, through `filters_from`."""
    options = [
        click.option("--between", nargs=2, metavar="PARTY PARTY", help="Two parties, as alpha-3 codes or acronyms."),
        click.option("--party", metavar="PARTY", help="One party."),
        click.option("--person", metavar="NAME", help="A person, by any of the name's words."),
        click.option("--since", metavar="DAY", help="From this day on: 2023-06-19, yesterday, 7d."),
        click.option("--until", metavar="DAY", help="Up to this day."),
        click.option("--status", multiple=True, help="Only this status; may be given again for another."),
        click.option("--kind", multiple=True, help="Only this kind; may be given again for another."),
        click.option("--issue", help="Only what is about this issue."),
        click.option("--source", help="Only what this document, input id, outlet or address reports."),
        click.option("--rejected", is_flag=True, help="Show what a person rejected, too."),
    ]
    for option in reversed(options):
        function = option(function)
    return function


def filters_from(given: dict[str, Any]) -> Filters:
    """The filters of a command's options."""
    between, party = given["between"], given["party"]
    if between and party:
        raise click.UsageError("--between and --party exclude each other")
    return Filters(
        between=tuple(between) if between else (party,) if party else (),
        person=given["person"],
        since=day_from(given["since"]),
        until=day_from(given["until"]),
        status=given["status"],
        kind=given["kind"],
        issue=given["issue"],
        source=given["source"],
        rejected=given["rejected"],
    )


def day_from(text: str | None, today: date | None = None) -> str | None:
    """An ISO day from 2023-06-19, today, yesterday or 7d (seven days ago). Raises click.BadParameter for anything else."""
    if text is None:
        return None
    now = today or date.today()
    words = {"today": 0, "yesterday": 1}
    if text in words or (text.endswith("d") and text[:-1].isdigit()):
        back = words[text] if text in words else int(text[:-1])
        return (now - timedelta(days=back)).isoformat()
    try:
        return datetime.strptime(text, "%Y-%m-%d").date().isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no day like 2023-06-19, yesterday or 7d") from error
