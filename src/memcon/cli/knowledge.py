"""`memcon knowledge`: a user's own office-holders, which go before the built-in ones."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from memcon.knowledge import Knowledge
from memcon.knowledge.folder import default_folder
from memcon.knowledge.importers import Change, Claim, add_claims, check_folder, end_holding, read_claims
from memcon.knowledge.importers.claims import checked

TO = click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Your knowledge folder, where it is not the default one.",
)


@click.group()
def command() -> None:
    """Look at, import, add to and mend the knowledge of who held which office when.

    Your own rows lie in a folder of their own and go before the built-in ones: the one that --to or MEMCON_KNOWLEDGE names,
    else your user data folder.

    \b
    Example:
      memcon knowledge import holders.csv
    """


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@TO
@click.option(
    "--as-of", default="", help="The last day the source looked, for open rows that don't say. Today where it is not given."
)
def import_(file: Path, folder: Path | None, as_of: str) -> None:
    """Import office-holders from CSV, Wikidata SPARQL JSON or FollowTheMoney JSON lines.

    \b
    Example:
      memcon knowledge import ministers.csv --as-of 2026-01-31
    """
    target = folder or default_folder()
    claims, skipped = read_claims(file, _load(target), as_of=as_of or date.today().isoformat())
    for entry in skipped:
        click.echo(f"{file}:{entry.line}: passed over: {entry.reason}", err=True)
    _report(add_claims(target, claims), target)


@command.command()
@click.argument("person")
@click.argument("country")
@click.argument("office_type")
@click.option("--office", default="", help="The office's own title.")
@click.option("--start", default="", help="First day, month or year.")
@click.option("--end", default="", help="Last day, month or year.")
@click.option("--target", default="", help="The party an envoy is sent to.")
@click.option("--alias", "aliases", multiple=True, help="Another full name. May be given several times.")
@click.option("--source", default="user", help="Where you know it from.")
@TO
def add(
    person: str, country: str, office_type: str, office: str, start: str, end: str, target: str,
    aliases: tuple[str, ...], source: str, folder: Path | None,
) -> None:  # fmt: skip
    """Add one office-holder.

    \b
    Example:
      memcon knowledge add "Wang Yi" CHN foreign_minister --start 2023-07-25
    """
    place = folder or default_folder()
    knowledge = _load(place)
    title = office or knowledge.offices.names.get(office_type, "")
    looked = "" if end else date.today().isoformat()
    claim = Claim(1, person, None, aliases, country, office_type, title, target, start, end, looked, source, "")
    _report(add_claims(place, [checked(claim, Path("command line"), knowledge)]), place)


@command.command()
@click.argument("person")
@click.argument("country")
@click.argument("office_type")
@click.argument("end")
@TO
def end(person: str, country: str, office_type: str, end: str, folder: Path | None) -> None:
    """End one office-holder's term.

    \b
    Example:
      memcon knowledge end "Qin Gang" CHN foreign_minister 2023-07-25
    """
    place = folder or default_folder()
    holding = end_holding(place, person, country, office_type, end)
    click.echo(f"{person}: {holding.office}, {holding.start} to {holding.end}, in {place}", err=True)


@command.command()
@TO
def check(folder: Path | None) -> None:
    """Check your own tables; every problem is named with its file and line.

    \b
    Example:
      memcon knowledge check
    """
    place = folder or default_folder()
    if not place.is_dir():
        click.echo(f"no knowledge folder {place}: nothing to check", err=True)
        return
    problems = check_folder(place)
    for problem in problems:
        click.echo(problem)
    if problems:
        sys.exit(1)
    click.echo(f"{place}: all tables hold", err=True)


def _load(folder: Path) -> Knowledge:
    return Knowledge.load(folder if folder.is_dir() else None)


def _report(change: Change, folder: Path) -> None:
    parts = [f"{change.added} added", f"{change.replaced} replaced", f"{change.known} already known more exactly"]
    click.echo(f"{', '.join(parts)}; {len(change.people)} new persons; in {folder}", err=True)
