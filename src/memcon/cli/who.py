"""`memcon who`: who held an office, or whom a phrase means, on a day."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from memcon.knowledge import Knowledge
from memcon.knowledge.folder import user_folder
from memcon.knowledge.who import Answer, who


@click.command()
@click.argument("phrase")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day asked about. Today where it is not given.")
@click.option("--knowledge", "folder", type=click.Path(path_type=Path, file_okay=False), help="Your own knowledge folder.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(phrase: str, day: datetime | None, folder: Path | None, as_json: bool) -> None:
    """Say who held an office, or whom a phrase means, on a day.

    \b
    Examples:
      memcon who "the Chinese foreign minister" --on 2023-06-19
      memcon who "Secretary Blinken" --on 2023-06-19
      memcon who "King Felipe VI of Spain"
    """
    knowledge = Knowledge.load(user_folder(folder))
    answer = who(phrase, day.date() if day else date.today(), knowledge)
    click.echo(json.dumps(as_data(answer), ensure_ascii=False) if as_json else as_text(answer, knowledge))


def as_data(answer: Answer) -> dict[str, object]:
    """The answer as plain values."""
    found = answer.resolution
    return {
        "phrase": answer.phrase,
        "on": answer.on.isoformat(),
        "person": asdict(found.person) if found.person else None,
        "holding": asdict(found.holding) if found.holding else None,
        "status": found.status,
        "rule": found.rule,
        "candidates": [{"id": person.id, "name": person.name} for person in found.candidates],
    }


def as_text(answer: Answer, knowledge: Knowledge) -> str:
    """The answer as a person reads it."""
    found = answer.resolution
    if found.person is None:
        names = ", ".join(person.name for person in found.candidates)
        return f"Undecided on {answer.on}: it may be {names}." if names else f"Nobody known on {answer.on}."
    lines = [f"{found.person.name} ({found.person.id})"]
    if holding := found.holding:
        lines.append(f"  {_standing(answer)}: {holding.office or holding.type}, {knowledge.party_name(holding.country)}")
        lines.append(f"  from {holding.start or 'unknown'} to {holding.end or _open_end(answer)}")
        lines.append(f"  source: {knowledge.source_of(holding.source)}")
    lines.append(f"  found by: {found.rule}")
    return "\n".join(lines)


def _standing(answer: Answer) -> str:
    holding = answer.resolution.holding
    looked = max(holding.end_after, holding.as_of) if holding else ""
    if answer.resolution.status == "last known":
        return f"last known as of {looked}"
    return {"is": f"in office on {answer.on}", "may be": f"may be in office on {answer.on}"}.get(
        answer.resolution.status, answer.resolution.status
    )


def _open_end(answer: Answer) -> str:
    holding = answer.resolution.holding
    if holding and holding.end_before:
        return f"some day until {holding.end_before}"
    return (
        f"unknown (open as of {holding.as_of or holding.end_after})"
        if holding and (holding.as_of or holding.end_after)
        else "unknown"
    )
