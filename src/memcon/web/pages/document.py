"""Documents: the list, and one text as published with its evidence lit, each stretch linked to its fact and back."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.ledger import DocumentRow
from memcon.record import Fact
from memcon.web import lit, shown
from memcon.web.asking import Ask, Asked, Filtered, Many, Order, Paged
from memcon.web.fields import fields_of, says
from memcon.web.nav import Nav
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
NAV = Nav("Documents", "/documents", "record")
FAMILIES = {
    "engagements": "Engagements", "statements": "Statements", "commitments": "Commitments", "events": "Events",
    "offices": "Offices",
}  # fmt: skip
SHOWN = ("engagements", "statements", "commitments", "offices")  # events tell the same again, in codes


@page(router, "/documents")
def documents(ask: Asked, filters: Filtered, paged: Paged, order: Order = "newest") -> View:
    """Documents by publication."""
    found = ask.ledger.documents(filters, newest_first=order != "oldest", after=paged.after, limit=paged.limit)
    table = document_table(found.items, found.next)
    return View("documents.html", "Documents", tables=(table,), context={"filters": filters, "order": order})


def document_table(rows: Any, following: str | None = None, caption: str = "Documents by publication") -> Table:
    """Documents as a table, for any page."""
    columns = (
        Column("published", "Published", show=lambda d: d.published or "undated"),
        Column("title", "Title", show=_title, wide=True),
        Column("outlet", "Outlet"),
        Column("characters", "Length", show=lambda d: f"{d.characters:,}", number=True),
        Column("addresses", "Addresses", number=True),
        Column("id", "Id", show=lambda d: Markup('<code class="one soft">{}</code>').format(shown.short(d.id)[:8])),
    )
    return Table("documents", caption, columns, rows, following)


def _title(row: DocumentRow) -> Markup:
    name = row.title or row.input_id or row.url or shown.short(row.id)
    return Markup('<a href="{}">{}</a>').format(shown.document_path(row.id), name)


@page(router, "/documents/{name}")
def document(
    ask: Asked, name: str, show: Many, held: Annotated[bool, Query(description="What was held back, too.")] = False
) -> View:  # fmt: skip
    """A text with the facts it tells."""
    row = ask.ledger.document(name)
    text, record = ask.ledger.text(row.id), ask.ledger.record(row.id)
    families = [family for family in FAMILIES if family in (show or SHOWN)]
    paragraphs = list(lit.paragraphs(text, lit.marks(record, families, held=held)))
    items = ask.ledger.items_told(row.id)
    facts = [(family, fact) for family in families for fact in getattr(record, family)]
    context = {
        "row": row, "paragraphs": paragraphs, "places": lit.places_of(paragraphs), "items": items, "greyed": lit.GREYED,
        "facts": [(family, fact, fields_of(fact, ask.name)) for family, fact in facts],
        "families": FAMILIES, "families_shown": families, "held_back": record.held_back, "held": held, "says": says,
        "warnings": record.warnings, "counts": {family: len(getattr(record, family)) for family in FAMILIES},
        "published": record.document.published, "versions": _versions(ask, row),
    }  # fmt: skip
    title = row.title or row.input_id or f"Document {shown.short(row.id)}"
    return View("document.html", title, tables=(fact_table(facts, items),), context=context)


def _versions(ask: Ask, row: DocumentRow) -> tuple[Any, ...]:
    """The other texts that stood at this one's address."""
    return tuple(each for each in ask.ledger.versions(row.url) if each.document != row.id) if row.url else ()


def fact_table(facts: list[tuple[str, Fact]], items: dict[str, str]) -> Table:
    """The facts of a document."""
    columns = (
        Column("id", "Fact"),
        Column("family", "Family"),
        Column("says", "Says", wide=True),
        Column("words", "Words"),
        Column("confidence", "Confidence", number=True),
        Column("rule", "Rule"),
        Column("item", "In the ledger"),
    )
    rows = [
        {
            "id": fact.id, "family": family, "says": says(fact), "confidence": fact.confidence, "rule": fact.rule,
            "words": " … ".join(lit.span_text(each) for each in fact.evidence), "item": items.get(fact.id),
        }
        for family, fact in facts
    ]  # fmt: skip
    return Table("facts", "What this document tells", columns, rows)
