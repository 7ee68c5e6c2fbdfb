"""`memcon dossier`: a briefing on two parties before a meeting, as known on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from memcon.cli.desk_output import desk_options, page_lines, two_parties
from memcon.cli.ledger_options import day_from, opened
from memcon.desk.dossier import dossier, dossier_page
from memcon.desk.pages import Page
from memcon.desk.person import person_dossier, person_page
from memcon.ledger import Ledger
from memcon.record import Model


@click.command()
@click.argument("about", nargs=-1, required=True, metavar="OWN OTHER|PERSON")
@desk_options
@click.option("--on", metavar="DAY", help="As known on this day: nothing published later is used.  [default: today]")
@click.option("--md", "form", flag_value="md", help="As Markdown.")
@click.option("--html", "form", flag_value="html", help="As one HTML file that needs no network.")
@click.option("--docx", "form", flag_value="docx", help="As a Word document; needs --out.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to this file.")
def command(
    about: tuple[str, ...],
    database: str,
    as_json: bool,
    evidence: bool,
    on: str | None,
    form: str | None,
    out: Path | None,
) -> None:
    """Brief on two parties: last contacts, open promises, positions with quotes, who is who, what is planned; or on a
    person: offices, engagements, what they said and promised.

    \b
    Example:
      memcon dossier USA CHN --on 2023-06-17 --html --out dossier.html
      memcon dossier "Wang Yi" --on 2023-06-17
    """
    from memcon.desk.files import to_html, to_markdown, write_docx

    if form == "docx" and out is None:
        raise click.UsageError("--docx needs --out FILE")
    day = date.fromisoformat(day_from(on or "today") or "")
    with opened(database) as ledger:
        answer, page = _of_person(ledger, about[0], day) if len(about) == 1 else _of_pair(ledger, about, day)
    if form == "docx" and out:
        write_docx(page, out)
        return
    if as_json:
        text = answer.model_dump_json(indent=1) + "\n"
    elif form:
        text = to_html(page) if form == "html" else to_markdown(page)
    else:
        text = "\n".join(page_lines(page, evidence=evidence)) + "\n"
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


def _of_pair(ledger: Ledger, parties: tuple[str, ...], day: date) -> tuple[Model, Page]:
    answer = dossier(ledger, two_parties(parties), day)
    return answer, dossier_page(answer)


def _of_person(ledger: Ledger, name: str, day: date) -> tuple[Model, Page]:
    answer = person_dossier(ledger, name, day)
    return answer, person_page(answer)
