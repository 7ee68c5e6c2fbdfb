"""One merged item: an engagement, a statement, a commitment or an event, with all that is known of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.desk.evidence import Quoted, Shelf
from memcon.ledger import MergedEngagement, Source
from memcon.ledger.types import Merged
from memcon.web import shown
from memcon.web.asking import Asked
from memcon.web.fields import fields_of, says
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
FAMILIES = {"e": "Engagement", "s": "Statement", "c": "Commitment", "v": "Event"}
QUOTED_SOURCES = 12  # of an item that a hundred reports tell, these are quoted; the table names all


@page(router, "/items/{name}")
def item(ask: Asked, name: str, why: Annotated[bool, Query(description="Why its reports are one.")] = False) -> View:
    """An item by its id, the id of any of its reports, or the beginning of either."""
    found: Any = ask.ledger.get(name)
    quotes = Shelf(ask.ledger).quotes(found.model_copy(update={"sources": found.sources[:QUOTED_SOURCES]}))
    context = {
        "item": found, "family": FAMILIES[found.id[0]], "fields": fields_of(found, ask.name), "quotes": _by_source(quotes),
        "parts_of": ask.ledger.parts(found.id).items if isinstance(found, MergedEngagement) else (),
        "says": says, "sources_quoted": QUOTED_SOURCES, "outlets": {s.report: s for s in found.sources},
        "why": ask.ledger.why(found.id) if why and found.id[0] != "v" else None, "marked": marked,
    }  # fmt: skip
    return View("item.html", says(found), tables=(source_table(found),), context=context)


def source_table(found: Merged) -> Table:
    """Who reports the item, and what each says differently."""
    columns = (
        Column("published", "Published", show=lambda s: s.published or "undated"),
        Column("outlet", "Source", shown.source_name),
        Column("title", "Title", show=lambda s: shown.outside(s.url, s.title or s.url or s.input_id), wide=True),
        Column("fact", "In its text", lambda s: s.fact, _fact_link),
        Column("differs", "Says differently", lambda s: {k: shown.value(v) for k, v in s.differs.items()}, _differs),
    )
    return Table("sources", "Sources, and what each says differently", columns, found.sources)


def _fact_link(source: Source) -> Markup:
    path = shown.document_path(source.document, source.fact)
    return Markup('<a href="{}">{}</a>').format(path, source.fact)


def _differs(source: Source) -> str:
    return "; ".join(f"{shown.spoken(field)}: {shown.value(each)}" for field, each in source.differs.items())


def _by_source(quotes: tuple[Quoted, ...]) -> list[tuple[Quoted, list[Quoted]]]:
    """For each report its first quotation, and one for each sentence that shows the item."""
    found: dict[str, dict[str, Quoted]] = {}
    for quote in quotes:
        found.setdefault(quote.report, {}).setdefault(quote.sentence, quote)
    return [(next(iter(sentences.values())), list(sentences.values())) for sentences in found.values()]


def marked(quote: Quoted) -> Markup:
    """The sentence with the very words lit."""
    exact = " ".join(quote.exact.split())
    before, words, after = quote.sentence.partition(exact)
    return Markup("{}<mark>{}</mark>{}").format(before, words, after) if words else Markup("{}").format(quote.sentence)
