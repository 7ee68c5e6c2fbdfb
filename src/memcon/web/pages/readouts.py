"""Readouts: the texts of one engagement laid side by side, and the versions of one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.desk.readouts import Comparison, Point, readouts_of
from memcon.ledger import DocumentVersion, MergedEngagement
from memcon.web import shown
from memcon.web.asking import Ask, Asked, Paged, address
from memcon.web.nav import Nav
from memcon.web.pages.ledger import engagement_table
from memcon.web.problems import NotFound
from memcon.web.tables import Column, Table
from memcon.web.telling import words
from memcon.web.views import Part, View, page

router = APIRouter()
NAV = Nav("Readouts", "/readouts", "desk")
LOOKED_THROUGH = 300  # engagements of one page of the list
Texts = Annotated[int | None, Query(ge=0, le=10_000, description="Which two of the texts, counted from 0.")]
Given = Annotated[str | None, Query(max_length=200, description="An engagement.")]
Url = Annotated[str | None, Query(max_length=2000, description="An address of which several texts were added.")]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that one text tells, or both: `where` is "both", "only A", "only B", "A of B's side", "B of A's side"."""

    where: str
    a: Point | None
    b: Point | None
    likeness: float | None = None
    changes: tuple[tuple[str, str], ...] = ()


@page(router, "/readouts")
def readouts(ask: Asked, paged: Paged, engagement: Given = None, url: Url = None, texts: Texts = None) -> View:
    """The texts of an engagement side by side; the versions of an address; or the engagements that several sources tell."""
    if url:
        return View(
            "versions.html", "Versions of a page", later={"versions": lambda: _versions(ask, url)}, context={"url": url}
        )
    if engagement is None:
        return View("readouts_list.html", "Readouts", later={"engagements": lambda: Part(_several(ask, paged.after))})
    item = ask.ledger.get(engagement)
    if not isinstance(item, MergedEngagement):
        raise NotFound(f"{engagement} is no engagement; readouts are of one")
    context = {"item": item, "says": shown_item(item), "words": words, "lit": lit}
    return View("readouts.html", f"Readouts: {shown_item(item)}", context=context,
                later={"points": lambda: _compared(ask, item, texts)})  # fmt: skip


def shown_item(item: MergedEngagement) -> str:
    """An engagement in a few words."""
    day = item.when.start if item.when and item.when.start else "undated"
    people = [each.name or each.country for each in item.participants] or list(item.parties)
    return f"{item.kind} of {', '.join(filter(None, people))}, {day}"


def _several(ask: Ask, after: str | None) -> Table:
    """Those engagements, among a stretch of the newest, that more than one source tells."""
    found = ask.ledger.engagements(after=after, limit=LOOKED_THROUGH, newest_first=True)
    rows = [each for each in found.items if each.independent_sources > 1]
    listed = engagement_table(ask, rows, found.next, caption="Engagements that several sources tell, the newest first")
    beside = Column("readouts", "Readouts", lambda e: e.independent_sources, _beside)
    return Table(
        "engagements", listed.caption, (*listed.columns[:5], beside), rows, found.next,
        nothing="None of these engagements is told by more than one source.",
    )  # fmt: skip


def _beside(engagement: MergedEngagement) -> Markup:
    href = address("/readouts", [("engagement", engagement.id)])
    return Markup('<a href="{}">lay {} side by side</a>').format(href, engagement.independent_sources)


def _compared(ask: Ask, item: MergedEngagement, texts: int | None) -> Part:
    """One of the comparisons of an engagement's texts, as rows, and what was changed after posting.

    Where none is chosen, it is the one of the two texts that have most in common."""
    answer = readouts_of(ask.ledger, item.id, ask.house.knowledge, ask.house.lexicon)
    likest = max(range(len(answer.comparisons)), key=lambda n: len(answer.comparisons[n].both), default=0)
    number = likest if texts is None else texts
    chosen = answer.comparisons[number] if number < len(answer.comparisons) else None
    rows = list(_rows(chosen)) if chosen else []
    columns = (
        Column("where", "Where"),
        Column("a", "A", lambda t: t.a.exact if t.a else None),
        Column("a_at", "In A", lambda t: _at(t.a)),
        Column("b", "B", lambda t: t.b.exact if t.b else None),
        Column("b_at", "In B", lambda t: _at(t.b)),
        Column("likeness", "Likeness"),
        Column("changes", "Differences", lambda t: [f"{gone or '∅'} → {come or '∅'}" for gone, come in t.changes]),
    )
    table = Table("points", "What the two texts tell", columns, rows, nothing="Only one text tells of it.")
    pairs = [(place, f"{each.a.name} – {each.b.name}") for place, each in enumerate(answer.comparisons)]
    groups = [(title, [row for row in rows if row.where == where]) for where, title in _titles(chosen)] if chosen else []
    context = {
        "chosen": chosen, "number": number, "pairs": pairs, "groups": groups, "edits": answer.edits,
        "point_link": partial(_point_link, _facts(ask, chosen)),
    }  # fmt: skip
    return Part(table, context)


def _titles(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    a, b = comparison.a.name, comparison.b.name
    return (
        ("both", "In both"), ("only A", f"Only in A: {a}"), ("only B", f"Only in B: {b}"),
        ("A of B's side", f"A has {comparison.b.party or 'the other side'} say it; B does not have it"),
        ("B of A's side", f"B has {comparison.a.party or 'the other side'} say it; A does not have it"),
    )  # fmt: skip


def _rows(comparison: Comparison) -> Iterator[Told]:
    for pair in comparison.both:
        yield Told("both", pair.a, pair.b, pair.likeness, pair.changes)
    yield from (Told("only A", each, None) for each in comparison.only_a if each not in comparison.unconfirmed_a)
    yield from (Told("only B", None, each) for each in comparison.only_b if each not in comparison.unconfirmed_b)
    yield from (Told("A of B's side", each, None) for each in comparison.unconfirmed_a)
    yield from (Told("B of A's side", None, each) for each in comparison.unconfirmed_b)


def lit(point: Point, changes: tuple[tuple[str, str], ...], side: int) -> Markup:
    """A point's words with those marked that the other text has otherwise."""
    rest, parts = words(point.exact), []
    for change in changes:
        mine = words(change[side])
        before, found, after = rest.partition(mine) if mine else (rest, "", "")
        if found:
            tag = Markup("<del>{}</del>") if side == 0 else Markup("<ins>{}</ins>")
            parts += [Markup("{}").format(before), tag.format(found)]
            rest = after
    return Markup("").join((*parts, Markup("{}").format(rest)))


def _at(point: Point | None) -> str | None:
    return f"{shown.short(point.document)}:{point.start}-{point.end}" if point else None


def _facts(ask: Ask, comparison: Comparison | None) -> dict[tuple[str, int], str]:
    """(document, start) of each statement of the two texts → its id there."""
    documents = (comparison.a.document, comparison.b.document) if comparison else ()
    statements = ((document, each) for document in documents for each in ask.ledger.record(document).statements)
    return {(document, each.content.start): each.id for document, each in statements}


def _point_link(facts: dict[tuple[str, int], str], point: Point) -> str:
    """Where a point stands: at its statement; a passage that is none, in its document."""
    return shown.document_path(point.document, facts.get((point.document, point.start)))


def _versions(ask: Ask, url: str) -> Part:
    """The texts that stood at an address, the newest first."""
    versions = ask.ledger.versions(url)
    columns = (
        Column("added_at", "Seen", show=lambda v: v.added_at[:16].replace("T", " ")),
        Column("published", "Published", show=lambda v: v.published or "undated"),
        Column("document", "Text", show=_version_link),
        Column(
            "differences", "Changed since the one before", lambda v: [list(each) for each in v.differences], _changes, wide=True
        ),
    )
    table = Table("versions", "Texts that stood at this address, the newest first", columns, versions[::-1],
                  nothing="No text of this address is in the ledger.")  # fmt: skip
    return Part(table)


def _version_link(version: DocumentVersion) -> Markup:
    return Markup('<a href="{}"><code>{}</code></a>').format(
        shown.document_path(version.document), shown.short(version.document)[:8]
    )


def _changes(version: DocumentVersion) -> Markup:
    told = (Markup("<del>{}</del> <ins>{}</ins>").format(gone or "∅", come or "∅") for gone, come in version.differences)
    return shown.lines(told)
