"""Search in all texts: passages with the words, each leading to its document."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from markupsafe import Markup, escape

from memcon.ledger import SearchHit
from memcon.web import shown
from memcon.web.asking import Asked, Paged
from memcon.web.nav import Nav
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
NAV = Nav("Search", "/search", "record")
MARKS = ("\x02", "\x03")  # no text holds them where a word could be: control characters are masked before


@page(router, "/search")
def search(ask: Asked, paged: Paged, q: Annotated[str, Query(max_length=500)] = "") -> View:
    """Passages that have all the words, the best first; words in quotation marks are a phrase."""
    found = ask.ledger.search(q, after=paged.after, limit=paged.limit, marks=MARKS) if _words(q) else None
    table = hit_table(found.items if found else (), found.next if found else None, asked=bool(q.strip()))
    return View("search.html", f"Search: {q}" if q.strip() else "Search", tables=(table,), context={"q": q})


def _words(q: str) -> bool:
    return any(letter.isalnum() for letter in q)


def hit_table(rows: tuple[SearchHit, ...], following: str | None, *, asked: bool) -> Table:
    """Passages as a table."""
    columns = (
        Column("published", "Published", show=lambda h: h.published or "undated"),
        Column("title", "Document", show=_title, wide=True),
        Column("outlet", "Source"),
        Column("text", "Passage", lambda h: _plain(h.text), lambda h: lit(h.text), wide=True),
    )
    nothing = "No passage has all these words." if asked else "Type words; in quotation marks they are a phrase."
    hits = [hit.model_copy(update={"text": hit.text}) for hit in rows]
    return Table("passages", "Passages, the best first", columns, hits, following, nothing=nothing)


def _title(hit: SearchHit) -> Markup:
    return Markup('<a href="{}">{}</a>').format(
        shown.document_path(hit.document), hit.title or hit.url or shown.short(hit.document)
    )


def _plain(text: str) -> str:
    return text.replace(MARKS[0], "").replace(MARKS[1], "")


def lit(text: str) -> Markup:
    """The passage with the words lit."""
    safe = escape(text)
    return Markup(safe.replace(MARKS[0], Markup("<mark>")).replace(MARKS[1], Markup("</mark>")))
