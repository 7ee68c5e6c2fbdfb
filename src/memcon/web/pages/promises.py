"""Promises between two parties, and what became of each: what needs attention first, both ends quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, get_args

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.desk import Promise, promises
from memcon.desk.evidence import first_of_each
from memcon.desk.promises import ORDER, PromiseStatus
from memcon.web import shown
from memcon.web.api.desk import standing
from memcon.web.asking import Asked
from memcon.web.nav import Nav
from memcon.web.pages.pair import pair_table
from memcon.web.spans import PairOfTwo
from memcon.web.tables import Column, Table
from memcon.web.telling import evidence, places, words
from memcon.web.views import Part, View, page

router = APIRouter()
NAV = Nav("Promises", "/promises", "desk")
STATUSES: tuple[str, ...] = get_args(PromiseStatus)
Status = Annotated[PromiseStatus | None, Query(description="What became of it.")]


@page(router, "/promises")
def promises_of(ask: Asked, asked: PairOfTwo, status: Status = None) -> View:
    """The promises of a pair as seen from a day; without a pair, the pairs that there are."""
    if not asked.parties:
        return View("pairs.html", "Promises", context={"asked": asked}, later={"pairs": lambda: Part(pair_table(ask))})

    def found() -> Part:
        with standing(ask, asked.both, asked.known_on) as (ledger, on):
            answer = promises(ledger, asked.both, on, since=asked.span.since)
        shown_now = [each for name in ORDER for each in answer.with_status(name) if status in (None, name)]
        counts = {name: len(answer.with_status(name)) for name in ORDER}
        return Part(promise_table(shown_now), {"answer": answer, "counts": counts})

    names = [ask.name(party) for party in asked.parties]
    context = {"asked": asked, "names": names, "status": status, "statuses": STATUSES}
    return View("promises.html", f"Promises: {' – '.join(names)}", context=context, later={"promises": found})


def promise_table(rows: list[Promise]) -> Table:
    """Promises as a table."""
    columns = (
        Column("told", "Told", show=lambda p: p.told or "undated"),
        Column("status", "Status", show=lambda p: shown.status(p.status)),
        Column("what", "Promise", show=_what, wide=True),
        Column("why", "Why it stands so", show=_why, wide=True),
        Column("due", "Due", lambda p: p.due.last if p.due else None, _due),
        Column("evidence", "Told in", lambda p: places(p.quotes), lambda p: evidence(first_of_each(p.quotes), p.id)),
        Column("kept_by", "Kept by", lambda p: p.kept_by.id if p.kept_by else None, _kept),
    )
    return Table("promises", "Promises, what needs attention first", columns, rows)


def _what(promise: Promise) -> Markup:
    sides = "+".join(promise.by) + (f" to {'+'.join(promise.to)}" if promise.to else "")
    head = Markup('<span class="soft">{} by {}</span><br>').format(promise.kind, sides)
    return head + shown.item_link(promise.id, words(promise.what) or promise.kind)


def _why(promise: Promise) -> Markup:
    return shown.lines((promise.why, *promise.notes, *_answer(promise)))


def _answer(promise: Promise) -> Iterator[Markup]:
    if promise.answer:
        told = promise.answer.day or "on an unknown day"
        yield Markup("{} {} {}").format(promise.answer.answer, told, evidence(first_of_each(promise.answer.quotes)[:1]))


def _due(promise: Promise) -> Markup | str:
    if promise.due is None:
        return "—"
    basis = Markup('<br><span class="soft">{}</span>').format(promise.due.basis)
    return Markup('<span class="one">{}</span>{}').format(promise.due.last, basis)


def _kept(promise: Promise) -> Markup | str:
    if promise.kept_by is None:
        return "—"
    kept = promise.kept_by
    late = ", late" if kept.late else ""
    part = "in part: " if kept.partial else ""
    head = Markup("{}{}{}").format(part, shown.item_link(kept.id, kept.day or "undated"), late)
    return shown.lines((head, evidence(first_of_each(kept.quotes), kept.id)))
