"""Verify: a draft that is pasted, each of its quotations and attributed claims held against the ledger's texts."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from memcon.desk.verify.types import Finding, SourceWords, Verification, WordChange
from memcon.web import shown
from memcon.web.asking import Ask, Asked, day
from memcon.web.drafts import LONGEST, Draft, checked
from memcon.web.nav import Nav
from memcon.web.problems import BadQuestion, Forbidden
from memcon.web.security import check_form
from memcon.web.settings import House
from memcon.web.telling import words
from memcon.web.views import Renderer, View, page

router = APIRouter()
NAV = Nav("Verify", "/verify", "desk")


@page(router, "/verify")
def form(ask: Asked) -> View:
    """The form. What is checked is not kept."""
    return View("verify.html", "Verify", context=_shown("", ask.today.isoformat(), None))


@router.post("/verify", include_in_schema=False)
async def result(request: Request) -> Response:
    """The findings on a draft."""
    house: House = request.app.state.house
    async with request.form(max_part_size=house.settings.largest_upload) as given:
        if not check_form(house, given.get("csrf")):
            raise Forbidden("this form is out of date: go back, reload the page and try again")
        text = str(given.get("draft") or "").replace("\r\n", "\n")
        published = day("published", str(given.get("published") or "").strip() or None)
    if not text.strip():
        raise BadQuestion("draft", "paste the text that is to be checked")
    if len(text) > LONGEST:
        raise BadQuestion("draft", f"{len(text):,} characters; {LONGEST:,} are checked at a time")
    found = await run_in_threadpool(checked, house, Draft(text=text, published=published))
    renderer: Renderer = request.app.state.renderer
    today = Ask(request, house).today.isoformat()
    return renderer.view(request, View("verify.html", "Verify", context=_shown(text, published or today, found)))


def _shown(text: str, published: str, found: Verification | None) -> dict[str, Any]:
    findings = sorted(found.findings, key=lambda each: (not each.fails, not each.caution, each.start)) if found else []
    return {
        "draft": text, "published": published, "found": found, "findings": findings, "longest": LONGEST, "words": words,
        "marked": marked_draft(text, found.findings) if found else Markup(""), "difference": difference, "in_source": in_source,
        "standing": standing,
    }  # fmt: skip


def standing(finding: Finding) -> str:
    """How a finding is shown: "fails", "caution" or "holds"."""
    return "fails" if finding.fails else "caution" if finding.caution else "holds"


def marked_draft(text: str, findings: tuple[Finding, ...]) -> Markup:
    """The draft with each quotation and claim marked, a link to what was found. Of those within another the outer is marked."""
    parts, reached = [], 0
    for each in sorted(findings, key=lambda one: (one.start, -one.end)):
        if each.start >= reached:
            link = Markup('<a href="#{0}" class="{1}">{2}<sup>{0}</sup></a>')
            parts += [
                Markup("{}").format(text[reached : each.start]),
                link.format(each.id, standing(each), text[each.start : each.end]),
            ]
            reached = each.end
    return Markup("").join((*parts, Markup("{}").format(text[reached:])))


def difference(changes: tuple[WordChange, ...]) -> Markup:
    """The words that differ: struck out those of the draft, beside them the source's."""
    told = Markup('<li><del>{}</del> <span class="soft">the source has</span> <ins>{}</ins></li>')
    return Markup("").join(told.format(each.draft or "∅", each.source or "∅") for each in changes)


def in_source(source: SourceWords) -> Markup:
    """The source's sentence with the words lit."""
    exact = words(source.exact)
    before, found, after = source.sentence.partition(exact)
    link = Markup('<a href="{}">{}</a>').format(shown.document_path(source.document), source.source)
    lit = Markup("{}<mark>{}</mark>{}").format(before, found, after) if found else Markup("{}").format(source.sentence)
    who = Markup('<span class="soft">{}: </span>').format(", ".join(source.speakers)) if source.speakers else Markup("")
    return Markup("<blockquote><p>{}{}</p><cite>{}</cite></blockquote>").format(who, lit, link)
