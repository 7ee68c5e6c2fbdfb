"""People whom reports name, with the offices that memcon knows them to have held, and who held office on a day."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.knowledge.tables import Holding
from memcon.knowledge.who import who
from memcon.ledger import PersonRow
from memcon.ledger.people import name_words
from memcon.web import shown
from memcon.web.asking import Ask, Asked, Filtered, Paged, day
from memcon.web.nav import Nav
from memcon.web.pages.ledger import engagement_table
from memcon.web.tables import Column, Table
from memcon.web.views import Part, View, page

router = APIRouter()
NAV = Nav("People", "/people", "record")
OF_A_PERSON = 15  # engagements and statements on a person's own page
On = Annotated[str | None, Query(max_length=10, description="An ISO day.")]


@dataclass(frozen=True, slots=True)
class Held:
    """An office of a person, as the knowledge tables have it."""

    office: str
    country: str
    start: str | None
    end: str | None
    standing: str
    source: str


@page(router, "/people")
def people(ask: Asked, filters: Filtered, paged: Paged, on: On = None) -> View:
    """People by name; on a day, with the office that each held then."""
    seen = day("on", on)

    def listed() -> Part:
        found = ask.ledger.people(filters, after=paged.after, limit=paged.limit)
        return Part(person_table(ask, found.items, found.next, seen))

    context = {"filters": filters, "on": seen, "party": filters.between[0] if filters.between else ""}
    return View("people.html", "People", context=context, later={"people": listed})


def person_table(ask: Ask, rows: Any, following: str | None, on: str | None) -> Table:
    """People as a table; the office on a day where one is asked for."""
    columns = [
        Column("name", "Name", show=lambda p: Markup('<a href="{}">{}</a>').format(shown.person_path(p.key), p.name)),
        Column("country", "Party", show=lambda p: ask.name(p.country) if p.country else "—"),
        Column("offices", "Offices, as reported", show=lambda p: shown.lines(p.offices), wide=True),
    ]
    if on:
        columns.append(Column("on", f"Held on {on}", lambda p: offices_on(ask, p, on), wide=True))
    columns += [
        Column("reports", "Reports", number=True),
        Column("first", "First"),
        Column("last", "Last"),
    ]
    rows = rows if not on else [_OnDay(row, offices_on(ask, row, on)) for row in rows]
    return Table("people", "People whom reports name", columns, rows, following)


class _OnDay:
    """A person's row with the offices of a day; JSON is made of its columns."""

    def __init__(self, row: PersonRow, offices: list[str]) -> None:
        self._row = row
        self.on = offices

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name)


def known_person(ask: Ask, row: PersonRow) -> str | None:
    """The id of a person in the knowledge tables; None where it can't be decided who is meant."""
    found = ask.house.knowledge.resolve(row.name, country=row.country, on=row.last or ask.today.isoformat())
    return found.person.id if found.person else None


def offices_on(ask: Ask, row: PersonRow, on: str) -> list[str]:
    """What a person held on a day, in words."""
    known = known_person(ask, row)
    held = ask.house.knowledge.offices_of(known, on) if known else ()
    return [f"{each.office or each.type}, {ask.name(each.country)}" for each in held]


@page(router, "/people/{key}")
def person(ask: Asked, key: str, on: On = None) -> View:
    """One person: offices by date, and what the ledger has."""
    words = " ".join(name_words(key)) or key
    row = ask.ledger.person(words)
    known = known_person(ask, row)
    seen = day("on", on) or ask.today.isoformat()
    met = ask.ledger.engagements(person=row.name, limit=OF_A_PERSON, newest_first=True)
    said = ask.ledger.statements(person=row.name, limit=OF_A_PERSON, newest_first=True)
    tables = (
        engagement_table(ask, met.items, None, "Engagements, latest first"),
        office_table(ask, known),
        statement_table(ask, said.items),
    )
    context = {
        "row": row, "known": known, "on": seen, "asked": on, "offices": offices_on(ask, row, seen), "more": met.next,
        "more_said": said.next,
    }  # fmt: skip
    return View("person.html", row.name, tables=tables, context=context)


def office_table(ask: Ask, known: str | None) -> Table:
    """Offices of a person from the tables, by start."""
    held = ask.house.knowledge.offices_of(known) if known else ()
    rows = [asdict(_held(ask, each)) for each in held]
    columns = (
        Column("office", "Office"),
        Column("country", "Of"),
        Column("start", "From", show=lambda r: r["start"] or "unknown"),
        Column("end", "To", show=lambda r: r["end"] or "unknown"),
        Column("standing", "Standing"),
        Column("source", "Source", wide=True),
    )
    return Table(
        "offices", "Offices, as memcon's tables know them", columns, rows, nothing="Nobody of that name is in the tables."
    )


def _held(ask: Ask, holding: Holding) -> Held:
    end = holding.end or (f"before {holding.end_before}" if holding.end_before else "")
    open_until = holding.as_of or holding.end_after
    return Held(
        office=holding.office or holding.type,
        country=ask.name(holding.country) + (f", to {ask.name(holding.target)}" if holding.target else ""),
        start=holding.start or None,
        end=end or (f"open as of {open_until}" if open_until else None),
        standing=holding.status or "full",
        source=ask.house.knowledge.source_of(holding.source),
    )


def statement_table(ask: Ask, rows: Any, following: str | None = None) -> Table:
    """Statements as a table, for any page."""
    columns = (
        Column("day", "Day", show=lambda s: Markup('<a href="{}">{}</a>').format(shown.item_path(s.id), s.day or "undated")),
        Column("speakers", "Speaker", lambda s: [each.name or each.office or each.country for each in s.speakers]),
        Column("words", "Words", show=lambda s: " ".join(s.words.split()), wide=True),
        Column("about", "About", lambda s: "+".join(s.about)),
        Column("stance", "Stance"),
    )
    return Table("statements", "Statements, latest first", columns, rows, following)


@page(router, "/who")
def who_held(ask: Asked, phrase: Annotated[str, Query(max_length=200)] = "", on: On = None) -> View:
    """Who held an office on a day: "the Chinese foreign minister"."""
    seen = day("on", on) or ask.today.isoformat()
    answer = who(phrase, date.fromisoformat(seen), ask.house.knowledge) if phrase.strip() else None
    holding = answer.resolution.holding if answer else None
    context = {
        "phrase": phrase, "on": seen, "answer": answer, "held": _held(ask, holding) if holding else None,
    }  # fmt: skip
    return View("who.html", "Who held it", context=context)
