"""One merged item: an engagement, a statement, a commitment or an event, with all that is known of it."""

from __future__ import annotations

from fastapi import APIRouter
from markupsafe import Markup

from memcon.desk.evidence import Shelf
from memcon.ledger import MergedEngagement, Source
from memcon.ledger.types import Merged
from memcon.web import shown
from memcon.web.asking import Ask, Asked
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
FAMILIES = {"e": "engagement", "s": "statement", "c": "commitment", "v": "event"}


@page(router, "/items/{name}")
def item(ask: Asked, name: str) -> View:
    """An item by its id, or the beginning of it."""
    found = ask.ledger.get(name)
    quotes = Shelf(ask.ledger).quotes(found)
    parts = ask.ledger.parts(found.id).items if isinstance(found, MergedEngagement) else ()
    context = {
        "item": found, "family": FAMILIES[found.id[0]], "quotes": quotes, "parts": parts,
        "parties_named": {code: ask.name(code) for code in getattr(found, "parties", ())},
    }  # fmt: skip
    return View("item.html", _title(ask, found), tables=(source_table(found),), context=context)


def source_table(found: Merged) -> Table:
    """Who reports the item, and what each says differently."""
    columns = (
        Column("published", "Published", show=lambda s: s.published or "undated"),
        Column("outlet", "Outlet", lambda s: shown.source_name(s)),
        Column("title", "Title", show=lambda s: shown.outside(s.url, s.title or s.url or s.input_id), wide=True),
        Column("fact", "Fact", lambda s: s.fact, lambda s: _fact_link(s)),
        Column("differs", "Says differently", lambda s: {k: shown.value(v) for k, v in s.differs.items()}, _differs),
    )
    return Table("sources", "Sources, and what each says differently", columns, found.sources)


def _fact_link(source: Source) -> Markup:
    path = shown.document_path(source.document, source.fact)
    return Markup('<a href="{}">{} in its text</a>').format(path, source.fact)


def _differs(source: Source) -> str:
    return "; ".join(f"{shown.spoken(field)}: {shown.value(each)}" for field, each in source.differs.items())


def _title(ask: Ask, found: Merged) -> str:
    family = FAMILIES[found.id[0]]
    return f"{family.capitalize()} {found.id}"
