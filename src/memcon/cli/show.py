"""`memcon show`: one item of the ledger, or one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from memcon.cli.desk_output import WIDTH, wrapped
from memcon.cli.ledger_options import database_option, opened
from memcon.desk.wording import count
from memcon.desk.wording import days as days_of
from memcon.ledger import Ledger, MergedEngagement, Source
from memcon.ledger.types import Merged, Utterance


@click.command()
@click.argument("name", metavar="ID")
@database_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--text", "as_text", is_flag=True, help="A document's text, whole.")
def command(name: str, database: str, as_json: bool, as_text: bool) -> None:
    """Show an engagement, a statement, a commitment, an event or a document with all that is known of it.

    ID may be shortened. An address shows the versions of the text that stood there.

    \b
    Example:
      memcon show e-1f3a
      memcon show https://example.org/readout --text
    """
    with opened(database) as ledger:
        if as_text:
            click.echo(ledger.text(name).text)
        elif name.startswith("k-"):
            click.echo(ledger.candidate(name).model_dump_json(indent=1))
        elif name[1:2] == "-" and name[:1] in "escv":
            item = ledger.get(name)
            click.echo(item.model_dump_json(indent=1) if as_json else "\n".join(_item_lines(ledger, item)))
        else:
            _show_document(ledger, name, as_json)


def _show_document(ledger: Ledger, name: str, as_json: bool) -> None:
    row = ledger.document(name)
    if as_json:
        click.echo(row.model_dump_json(indent=1))
        return
    for field, value in row.model_dump().items():
        if value is not None:
            click.echo(f"{field:<12}{value}")
    if row.url:
        for version in ledger.versions(row.url)[1:]:
            click.echo(f"version     {version.document[:19]} {version.published or ''}")
            for gone, come in version.differences:
                click.echo(f"            - {gone or '∅'}  + {come or '∅'}")


def _item_lines(ledger: Ledger, item: Any) -> Iterator[str]:
    yield from _head(item)
    for step in getattr(item, "history", ()):
        days = f" for {days_of(step.when)}" if step.when and step.when.start else ""
        yield f"  {step.told or '—':<12}{step.status}{days}{f' ({step.reason})' if step.reason else ''}"
    for life in getattr(item, "life", ()):
        yield f"  {life.told or '—':<12}{life.status}{f' by {life.engagement}' if life.engagement else ''}"
    for disagreement in item.disagreements:
        yield f"  disagree on {disagreement.field} (preferred: {disagreement.rule}):"
        for version in disagreement.versions:
            yield f"    {_value(version.value)}  — {', '.join(version.reports)}"
    if isinstance(item, Utterance):
        yield from _wordings(item)
    yield f"  told by {count(item.independent_sources, 'source')}:"
    for source in item.sources:
        yield f"    {_source(source)}"
    if isinstance(item, MergedEngagement):
        for part in ledger.parts(item.id):
            yield f"  part: {part.id} {part.kind} {'; '.join(p.name or '' for p in part.participants)}"
    for note in item.notes:
        yield f"  note: {note}"


def _head(item: Merged) -> Iterator[str]:
    data = item.model_dump(mode="json")
    left_out = {"id", "reports", "sources", "disagreements", "notes", "history", "life", "wordings", "confidence"}
    yield f"{item.id}{f'  [{item.decision}]' if item.decision else ''}"
    for field, value in data.items():
        if field not in left_out and value not in (None, [], {}, False) and field != "decision":
            told = SHOWN[field](getattr(item, field)) if field in SHOWN else _value(value)
            yield from wrapped(f"{field.replace('_', ' '):<13}{told}", WIDTH, indent=2, hanging=15)


def _people(people: Iterable[Any]) -> str:
    return "; ".join(map(_person, people))


def _person(person: Any) -> str:
    office = getattr(person, "office", None)
    about = [person.country, office if person.name else None, getattr(person, "role", None)]
    known = ", ".join(each for each in about if each)
    return f"{person.name or office or 'somebody unnamed'}{f' ({known})' if known else ''}"


def _described(words: Iterable[Any]) -> str:
    return "; ".join(f"“{each.text}”{' by ' + '+'.join(each.by) if each.by else ''}" for each in words)


def _lasting(duration: Any) -> str:
    return f"{duration.text} ({'about ' if duration.approximate else ''}{duration.minutes} minutes)"


def _day(when: Any) -> str:
    return f"{days_of(when)}{f' (“{when.text}”)' if when.text else ''}"


SHOWN: dict[str, Callable[[Any], str]] = {
    "participants": _people,
    "speakers": _people,
    "reported_by": _people,
    "described_as": _described,
    "duration": _lasting,
    "when": _day,
    "due": _day,
}


def _value(value: Any) -> str:
    if isinstance(value, dict):
        kept = [str(each) for each in value.values() if each not in (None, [], False)]
        return ", ".join(dict.fromkeys(kept)) or "—"
    if isinstance(value, list):
        return "; ".join(_value(each) for each in value)
    return " ".join(str(value).split())


def _wordings(item: Utterance) -> Iterator[str]:
    for wording in item.wordings[1:]:
        yield f"  also worded: “{' '.join(wording.text.split())}”"
        for gone, come in wording.differences:
            yield f"    - {gone or '∅'}  + {come or '∅'}"


def _source(source: Source) -> str:
    where = source.outlet or source.url or source.input_id or source.document[:19]
    differs = "; ".join(f"{field}: {_value(value)}" for field, value in source.differs.items())
    return f"{source.published or '—':<12}{where}  {source.report}{f'  differs: {differs}' if differs else ''}"
