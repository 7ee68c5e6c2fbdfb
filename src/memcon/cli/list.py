"""`memcon list`: what the ledger holds, narrowed and in pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import click

from memcon.cli.ledger_options import database_option, filter_options, filters_from, opened
from memcon.cli.output import next_page, output_options, print_rows
from memcon.record import Model

COLUMNS = {
    "candidates": ("id", "status", "kind", "speakers", "exact", "fields", "document", "made_by"),
    "engagements": ("id", "day", "status", "kind", "parties", "participants", "place", "duration", "reports", "decision"),
    "statements": ("id", "day", "speakers", "stance", "words", "about", "reports"),
    "commitments": ("id", "day", "status", "kind", "by", "to", "what", "due", "reports"),
    "events": ("id", "date", "type", "mode", "actor", "recipient", "status", "score"),
    "documents": ("id", "published", "outlet", "title", "input_id", "url", "addresses"),
    "people": ("name", "country", "offices", "reports", "first", "last"),
}


@click.command()
@click.argument("what", type=click.Choice(sorted(COLUMNS)))
@database_option
@filter_options
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="Rows of one page.")
@click.option("--after", metavar="PLACE", help="The page after this place, as the page before told it.")
@click.option("--all", "everything", is_flag=True, help="All pages.")
@output_options
def command(what: str, database: str, limit: int, after: str | None, everything: bool, form: str | None, **given: Any) -> None:
    """List engagements, statements, commitments, events, documents, people or candidates.

    Candidates are facts that another program proposes (`memcon verify --records … --import`); `memcon decide confirm k-…`
    makes one a fact.

    \b
    Example:
      memcon list engagements --between USA CHN --since 2023-06-01 --table
      memcon list statements --person "Wang Yi" --issue taiwan --jsonl
    """
    filters = filters_from(given)
    with opened(database) as ledger:
        if everything:
            print_rows(_rows(ledger.walk(what, filters), form), form, COLUMNS[what])
            return
        page = getattr(ledger, what)(filters, after=after, limit=limit)
        print_rows(_rows(page, form), form, COLUMNS[what])
        next_page(page.next)


def _rows(items: Iterable[Model], form: str | None) -> Iterator[Mapping[str, Any]]:
    for item in items:
        data = item.model_dump(mode="json")
        yield data if form in ("json", "jsonl") else flat(data)


def flat(data: dict[str, Any]) -> dict[str, Any]:
    """An item for a table: its day, its people's names, its reports counted."""
    row = dict(data)
    if isinstance(row.get("when"), dict):
        row["day"] = row["when"]["start"]
    if isinstance(row.get("duration"), dict):
        row["duration"] = row["duration"]["text"]
    if isinstance(row.get("place"), dict):
        row["place"] = row["place"]["name"] or row["place"]["city"] or row["place"]["country"]
    for field in ("parties", "by", "to", "actor", "recipient", "about"):
        if isinstance(row.get(field), list):
            row[field] = "+".join(row[field])
    for field in ("participants", "speakers"):
        row[field] = [_called(each) for each in row.get(field, ())]
    if isinstance(row.get("reports"), list):
        row["reports"] = len(row["reports"])
    row["due"] = row.get("due_text") or (row["due"]["start"] if isinstance(row.get("due"), dict) else None)
    if isinstance(row.get("fields"), dict):
        row["fields"] = [f"{name}: {value}" for name, value in row["fields"].items()]
    for field in ("id", "document"):
        if str(row.get(field, "")).startswith("sha256:"):
            row[field] = "".join(islice(row[field], 19))
    return row


def _called(person: str | Mapping[str, Any]) -> str:
    return person if isinstance(person, str) else person["name"] or person.get("office") or person["country"]
