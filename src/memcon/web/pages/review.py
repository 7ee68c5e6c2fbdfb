"""Review: one fact at a time or a list, the least certain first; each decision goes to the ledger at once."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import APIRouter, Form, Query
from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from memcon.desk.agreement import agreement_of_reviewers
from memcon.desk.evidence import Shelf
from memcon.errors import LedgerError
from memcon.ledger import Decision, Page
from memcon.ledger.types import Merged
from memcon.web import shown
from memcon.web.asking import Ask, Asked, Filtered, Paged, address
from memcon.web.fields import fields_of, says
from memcon.web.nav import Nav
from memcon.web.pages.item import FAMILIES, marked, source_table
from memcon.web.problems import BadQuestion, Forbidden
from memcon.web.security import check_form
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
NAV = Nav("Review", "/review", "work")
Family = Literal["engagements", "statements", "commitments", "events"]
LETTERS = {"e": "engagements", "s": "statements", "c": "commitments", "v": "events"}
LAST = 10  # decisions shown
# What a person may set, as `memcon decide correct` names it.
FIELDS = {
    "engagements": (
        "kind", "status", "when", "place.name", "place.city", "place.country", "duration", "reason", "parties", "format",
    ),
    "statements": ("kind", "stance", "negated", "about", "issues"),
    "commitments": ("kind", "status", "by", "to", "due", "due_text", "negated"),
    "events": ("type", "mode", "status", "actor", "recipient", "date"),
}  # fmt: skip
Text = Annotated[str, Form(max_length=2000)]
Optional = Annotated[str | None, Query(max_length=200)]


@page(router, "/review")
def review(
    ask: Asked, filters: Filtered, paged: Paged, family: Family = "engagements", item: Optional = None, by: Optional = None,
    mode: Literal["one", "list"] = "one", again: bool = False,
) -> View:  # fmt: skip
    """The fact to decide on, or the list of them."""
    reviewer = _reviewer(ask, by)
    if item:
        chosen: Any = ask.ledger.get(item)
        family = LETTERS[chosen.id[0]]  # type: ignore[assignment]
        found: Page[Any] = Page((chosen,))
    else:
        limit = paged.limit if mode == "list" else 1
        asked = replace(filters, rejected=again)
        not_by = reviewer if again else None
        found = ask.ledger.least_certain(family, asked, after=paged.after, limit=limit, not_by=not_by)
    last = ask.ledger.last_decisions(limit=LAST)
    context = {
        "family": family, "families": LETTERS.values(), "filters": filters, "mode": mode, "again": again, "item": item,
        "found": found, "by": by, "reviewer": reviewer, "last": last, "undoable": _undoable(ask, reviewer),
        "fields": FIELDS[family], "one": _one(ask, found.items[0]) if mode == "one" and found.items else None,
        "back": _back(ask), "says": says, "told": told, "reviewers": ask.ledger.reviewers(), "names": FAMILIES,
        "locked": bool(ask.house.settings.user_header),
    }  # fmt: skip
    return View("review.html", "Review", tables=(review_table(found), decision_table(last)), context=context)


def review_table(found: Page[Any]) -> Table:
    """What waits for a decision."""
    columns = (
        Column("id", "Id", show=lambda e: Markup('<a href="/review?item={0}">{1}</a>').format(e.id, e.id[:8])),
        Column("says", "Says", says, wide=True),
        Column("confidence", "Confidence", show=lambda e: f"{e.confidence:.2f}", number=True),
    )
    return Table("items", "Undecided, the least certain first", columns, found.items, found.next)


def decision_table(decisions: tuple[Decision, ...]) -> Table:
    """Decisions, the last first."""
    columns = (
        Column("at", "At", show=lambda d: d.at[:16].replace("T", " ")),
        Column("by", "By"),
        Column("kind", "Decision", told),
        Column("items", "On", show=lambda d: shown.lines(shown.item_link(each, each[:8]) for each in d.items)),
    )
    return Table("decisions", "Last decisions", columns, decisions, nothing="Nobody has decided anything.")


def told(decision: Decision) -> str:
    """A decision in words."""
    if decision.kind == "correct":
        return f"{decision.field} is {shown.value(decision.value)}"
    return f"{decision.kind}{f': {decision.note}' if decision.note else ''}"


def _one(ask: Ask, found: Merged) -> dict[str, Any]:
    """All that is shown of the fact in hand."""
    quotes = Shelf(ask.ledger).quotes(found.model_copy(update={"sources": found.sources[:3]}))
    sentences = {(quoted.document, quoted.sentence): quoted for quoted in reversed(quotes)}
    return {
        "item": found, "fields": fields_of(found, ask.name), "says": says(found), "sources": source_table(found),
        "quotes": [(quoted, marked(quoted)) for quoted in reversed(sentences.values())],
    }  # fmt: skip


def _reviewer(ask: Ask, by: str | None) -> str:
    """Whose decisions these are: the proxy's user, whatever the address says; else the name in the address."""
    return ask.visitor if ask.house.settings.user_header or not by else by


def _undoable(ask: Ask, reviewer: str) -> Decision | None:
    """The reviewer's last decision that stands."""
    made = ask.ledger.last_decisions(by=reviewer, limit=50)
    return next((each for each in made if each.kind != "undo" and not each.undone), None)


def _back(ask: Ask) -> str:
    """The query to come back to: this one, without the item in hand."""
    pairs = [(key, value) for key, value in ask.request.query_params.multi_items() if key != "item"]
    return address("", pairs).removeprefix("?")


@router.post("/review", include_in_schema=False)
def decide(
    ask: Asked, csrf: Text = "", item: Text = "", confirm: Text = "", reject: Text = "", undo: Text = "", field: Text = "",
    value: Text = "", note: Text = "", back: Text = "", by: Text = "",
) -> Response:  # fmt: skip
    """Take a decision to the ledger, and show what comes next."""
    if not check_form(ask.house, csrf):
        raise Forbidden("this form is out of date: go back, reload the page and try again")
    reviewer = _reviewer(ask, by.strip() or None)
    in_hand = _decide(ask, reviewer, item=item, confirm=confirm, reject=reject, undo=undo, field=field, value=value, note=note)
    query = "&".join(filter(None, (back, f"item={quote(in_hand)}" if in_hand else "")))
    return RedirectResponse("/review" + (f"?{query}" if query else ""), 303)


def _decide(ask: Ask, reviewer: str, **given: str) -> str | None:
    """Decide; returns the item that stays in hand: what was corrected, noted or undone."""
    ledger = ask.ledger
    if given["undo"]:
        last = next((each for each in ledger.last_decisions(limit=50) if each.id == given["undo"]), None)
        ledger.undo(given["undo"], by=reviewer)
        return last.items[0] if last and last.items else None
    if given["confirm"]:
        ledger.confirm(given["confirm"], by=reviewer)
    elif given["reject"]:
        ledger.reject(given["reject"], by=reviewer)
    elif given["field"] and given["item"]:
        _correct(ask, reviewer, given["item"], given["field"], given["value"])
    elif given["note"].strip() and given["item"]:
        ledger.note(given["item"], given["note"].strip(), by=reviewer)
    else:
        raise BadQuestion("decision", "nothing was decided")
    return given["item"] or None


def _correct(ask: Ask, reviewer: str, item: str, field: str, text: str) -> None:
    try:
        ask.ledger.correct(item, field, typed(field, text.strip()), by=reviewer)
    except LedgerError as error:
        raise BadQuestion(field, f"{error} — go back and set it otherwise") from error


def typed(field: str, text: str) -> Any:
    """A value as a person types it: JSON where it is that, several parties or issues by comma, nothing for null."""
    if not text:
        return None
    if field in ("parties", "about", "issues", "by", "to", "actor", "recipient") and not text.startswith("["):
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return sorted(part.upper() for part in parts) if field != "issues" else parts
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return text
    return text if isinstance(value, (int, float)) and not isinstance(value, bool) and field != "duration" else value


@page(router, "/review/disagreements")
def disagreements(ask: Asked, first: Optional = None, second: Optional = None) -> View:
    """Where two reviewers differ, and how far they agree."""
    found = agreement_of_reviewers(ask.ledger, first, second) if first and second else None
    columns = (
        Column("where", "Item", show=lambda d: shown.item_link(d.where, d.where[:8])),
        Column("family", "Family"),
        Column("field", "Field"),
        Column("first", first or "First"),
        Column("second", second or "Second"),
    )
    rows = found.disagreements if found else ()
    nothing = "They agree on all that both decided on." if found else "Choose two reviewers."
    table = Table("disagreements", "Where they differ", columns, rows, nothing=nothing)
    agreed = (
        Column("family", "Family"),
        Column("field", "Field"),
        Column("units", "Both rated", number=True),
        Column("alike", "Alike", number=True),
        Column("alpha", "Krippendorff's alpha", show=lambda f: "—" if f.alpha is None else f"{f.alpha:.2f}", number=True),
    )
    fields = Table("agreement", "How far they agree", agreed, found.fields if found else (), nothing="Nothing to compare.")
    context = {"first": first, "second": second, "reviewers": ask.ledger.reviewers(), "found": found}
    return View("disagreements.html", "Two reviewers", tables=(table, fields), context=context)
