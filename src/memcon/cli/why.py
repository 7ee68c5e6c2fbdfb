"""`memcon why`: what decided a fact."""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.ledger_options import database_option, opened
from memcon.errors import RecordError
from memcon.export.memorandum import evidence_of
from memcon.record import Engagement, Event, Fact, Record, Statement


@click.command()
@click.argument("fact_id", metavar="ID")
@click.argument(
    "record_file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[RECORD.json]", required=False
)
@database_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(fact_id: str, record_file: Path | None, database: str, as_json: bool) -> None:
    """Say which rule, cue and knowledge decided a fact of a record, or why reports are one item of the ledger.

    \b
    Example:
      memcon why e1 beijing-2023.json
      memcon why e-1f3a --db memcon.db
    """
    if record_file is None:
        from memcon.cli.why_merged import why_merged

        with opened(database) as ledger:
            click.echo(why_merged(ledger, fact_id, as_json=as_json))
        return
    record = record_in(record_file)
    fact = record.fact(fact_id)
    click.echo(fact.model_dump_json(by_alias=True, indent=1) if as_json else "\n".join(explanation(fact, record)))


def record_in(path: Path) -> Record:
    """The record in a file. Raises RecordError naming the file where it holds none."""
    from pydantic import ValidationError

    try:
        return Record.from_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise RecordError(f"{path} holds no record of memcon: {place}: {first['msg']}") from error


def explanation(fact: Fact, record: Record) -> list[str]:
    """The lines that explain a fact: rule, confidence, cue, evidence by field, and the knowledge behind names."""
    lines = [f"{fact.id}  rule {fact.rule}  confidence {fact.confidence:g}"]
    if isinstance(fact, Statement) and fact.cue:
        lines.append(f"cue       “{fact.cue.exact}” ({fact.cue.lemma}, {fact.cue.sense})")
    if isinstance(fact, Event) and fact.derived_from:
        source = record.fact(fact.derived_from)
        lines.append(f"coded from {source.id}: {evidence_of(source)}")
    for item in fact.evidence:
        lines.append(f"{', '.join(item.of) or 'evidence'}: “{' '.join(item.exact.split())}” ({item.start}–{item.end})")
    lines += _people(fact)
    made = record.document.made_by
    lines.append(f"read by memcon {made.memcon} with {made.model}, knowledge {made.knowledge}, lexicon {made.lexicon}")
    return lines


def _people(fact: Fact) -> list[str]:
    people = fact.participants if isinstance(fact, Engagement) else fact.speakers if isinstance(fact, Statement) else ()
    lines = []
    for person in people:
        known = f"known as {person.id}" if person.id else "not in the tables; the text's own words"
        who = f"{person.name or person.office or '?'} [{person.country or '?'}]"
        lines.append(f"who       {who}: {person.office or 'no office'}; {known}")
    return lines
