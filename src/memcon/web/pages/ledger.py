"""The ledger: engagements by day, narrowed by what the address says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from markupsafe import Markup, escape

from memcon.ledger import Filters, MergedEngagement
from memcon.ledger.keys import fold
from memcon.record import EngagementKind
from memcon.web import shown
from memcon.web.asking import LEVELS, STATUSES, Ask, Asked, Filtered, Order, Paged
from memcon.web.choices import choices
from memcon.web.nav import Nav
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
NAV = Nav("Ledger", "/engagements", "record", under=("/items/",))
KINDS = choices(EngagementKind)
FACETS = ("status", "kind", "level", "pair", "person", "issue", "source")


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet, and how many engagements have it."""

    facet: str
    value: str
    engagements: int


@page(router, "/engagements")
def engagements(ask: Asked, filters: Filtered, paged: Paged, order: Order = "newest") -> View:
    """Engagements in the order of their days."""
    found = ask.ledger.engagements(filters, after=paged.after, limit=paged.limit, newest_first=order == "newest")
    table = engagement_table(ask, found.items, found.next)
    context = {
        "filters": filters, "chips": list(chips(ask, filters)), "statuses": STATUSES, "kinds": KINDS, "levels": LEVELS,
        "order": order,
    }  # fmt: skip
    return View("ledger.html", "Ledger", tables=(table,), context=context)


@page(router, "/engagements/facets")
def facets(ask: Asked, filters: Filtered) -> View:
    """How many engagements each value has, each a link to the list narrowed by it. A script sets it into the list."""
    found = ask.ledger.facets(filters)
    rows = [Facet(name, value, number) for name in FACETS for value, number in found.counts.get(name, ())]
    columns = (Column("facet", "Facet"), Column("value", "Value"), Column("engagements", "Engagements", number=True))
    table = Table("facets", "Engagements by facet", columns, rows)
    context = {"found": found, "facets": FACETS, "filters": filters, "href": partial(_narrower, ask, filters)}
    return View("facets.html", "Facets", tables=(table,), context=context)


def _narrower(ask: Ask, filters: Filters, name: str, value: str) -> tuple[str, bool]:
    """The address of the list with a facet's value taken in, or taken out again; and whether it is in force."""
    told = {"pair": "+".join(sorted(filters.between)), "person": " ".join(fold(filters.person).split())}
    given = told.get(name) if name in told else getattr(filters, name)
    on = value in given if isinstance(given, tuple) else value == given
    changed: dict[str, Any] = {name: None if on else value} | ({"party": None} if name == "pair" else {})
    return ask.link("/engagements", **changed), on


def engagement_table(
    ask: Ask, rows: Any, following: str | None = None, caption: str = "Engagements by day", name: str = "engagements"
) -> Table:
    """Engagements as a table, for any page."""
    columns = (
        Column("day", "When", lambda e: e.when.start if e.when else None, lambda e: _when(e)),
        Column("status", "Status", show=lambda e: _status(e)),
        Column("kind", "Kind", show=lambda e: e.kind),
        Column("parties", "Parties", lambda e: "+".join(e.parties), lambda e: parties(ask, e.parties)),
        Column("participants", "Who", lambda e: [p.name or p.office or p.country for p in e.participants], _who, wide=True),
        Column("place", "Where", lambda e: e.place.name or e.place.city or e.place.country),
        Column("sources", "Sources", lambda e: e.independent_sources, _sources, number=True),
        Column("id", "Id", show=_id),
    )
    return Table(name, caption, columns, rows, following)


def chips(ask: Ask, filters: Filters) -> Iterator[tuple[str, str]]:
    """What narrows the list, and the address without it."""
    asked = {
        "pair" if len(filters.between) == 2 else "party": " – ".join(filters.between),
        "person": filters.person, "level": filters.level, "issue": filters.issue, "source": filters.source,
        "since": filters.since, "until": filters.until,
    }  # fmt: skip
    yield from ((f"{name}: {text}", ask.link(**{name: None})) for name, text in asked.items() if text)
    for name, values in (("status", filters.status), ("kind", filters.kind)):
        for each in values:
            yield f"{name}: {each}", ask.link(None, **{name: [other for other in values if other != each]})


def parties(ask: Ask, codes: tuple[str, ...]) -> Markup:
    """Parties by name, each a link to what the ledger has on it."""
    return shown.lines(_party(code, ask.name(code)) for code in codes)


@lru_cache(maxsize=1000)
def _party(code: str, name: str) -> Markup:
    return shown.element("a", f'class="plain" href="/engagements?party={quote(code)}"', name)


def _when(engagement: MergedEngagement) -> Markup:
    return shown.element("a", f'href="{shown.item_path(engagement.id)}"', shown.day(engagement.when))


def _status(engagement: MergedEngagement) -> Markup:
    steps = [step.status for step in engagement.history if step.status != engagement.status]
    before = Markup("<br>") + shown.soft("was ", ", ".join(dict.fromkeys(steps))) if steps else ""
    return shown.status(engagement.status) + before


def _who(engagement: MergedEngagement) -> Markup:
    people = []
    for each in engagement.participants:
        name = escape(each.name or each.office or each.country or "somebody")
        people.append(name + " " + shown.soft(each.office) if each.name and each.office else name)
    return shown.lines(people)


def _sources(engagement: MergedEngagement) -> Markup:
    number = escape(engagement.independent_sources)
    return number + Markup("<br>") + shown.soft("differ") if engagement.disagreements else number


def _id(engagement: MergedEngagement) -> Markup:
    return shown.element("code", 'class="one soft"', engagement.id[:8])
