"""Dossier: a briefing on two parties before a meeting, as known on a day; made to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from memcon.desk import dossier
from memcon.desk.dossier import dossier_page
from memcon.desk.files import to_markdown
from memcon.web.asking import Asked
from memcon.web.drawing.board import draw_board
from memcon.web.nav import Nav
from memcon.web.pages.item import marked
from memcon.web.pages.pair import pair_table
from memcon.web.spans import PairOfTwo
from memcon.web.tables import Column, Table
from memcon.web.views import Part, View, page

router = APIRouter()
NAV = Nav("Dossier", "/dossier", "desk")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the dossier: its section, its mark (a day, a level, a party), what it says, and the items behind it."""

    section: str
    mark: str
    text: str
    notes: tuple[str, ...]
    items: tuple[str, ...]


@page(router, "/dossier")
def dossier_of(ask: Asked, asked: PairOfTwo) -> View:
    """The dossier of two parties, the reader's own first; without a pair, the pairs that there are."""
    if not asked.parties:
        return View("pairs.html", "Dossier", context={"asked": asked}, later={"pairs": lambda: Part(pair_table(ask))})

    def made() -> Part:
        answer = dossier(ask.ledger, asked.both, asked.on, knowledge=ask.house.knowledge)
        laid_out = dossier_page(answer)
        rows = [
            Row(section.title, line.mark, line.text, line.notes, line.items)
            for section in laid_out.sections
            for line in section.lines
        ]
        columns = tuple(Column(name, name.capitalize()) for name in ("section", "mark", "text", "notes", "items"))
        context = {"page": laid_out, "board": draw_board(answer.channels)}
        return Part(Table("dossier", laid_out.title, columns, rows), context)

    names = " – ".join(ask.name(party) for party in asked.parties)
    context = {"asked": asked, "marked": marked, "names": names}
    return View("dossier.html", f"Dossier: {names}", context=context, later={"dossier": made})


@router.get("/dossier.md", include_in_schema=False)
def dossier_as_markdown(ask: Asked, asked: PairOfTwo) -> Response:
    """The same as Markdown, for a mail or a notebook."""
    answer = dossier(ask.ledger, asked.both, asked.on, knowledge=ask.house.knowledge)
    return Response(to_markdown(dossier_page(answer)), media_type="text/markdown; charset=utf-8")
