"""Add: a pasted text, dropped files, or addresses; then how far it is, and what came of each."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from memcon.desk.wording import count
from memcon.errors import InputError
from memcon.intake.dates import parse_date
from memcon.web import shown
from memcon.web.adding import Given, Job, Metadata, Result, address_given, file_given, text_given
from memcon.web.asking import Asked
from memcon.web.nav import Nav
from memcon.web.problems import BadQuestion, Forbidden, NotFound
from memcon.web.security import check_form
from memcon.web.settings import MEGABYTE, House
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()
NAV = Nav("Add", "/add", "work")
MOST_FILES = 500
MOST_ADDRESSES = 50


@page(router, "/add")
def add(ask: Asked) -> View:
    """The form."""
    return View("add.html", "Add", context={"largest": ask.house.settings.largest_upload // MEGABYTE})


@router.post("/add", include_in_schema=False)
async def added(request: Request) -> Response:
    """Take what is given, and show how far it is."""
    house: House = request.app.state.house
    async with request.form(max_files=MOST_FILES, max_part_size=house.settings.largest_upload) as form:
        if not check_form(house, form.get("csrf")):
            raise Forbidden("this form is out of date: go back, reload the page and try again")
        given = await _given(form, house)
    return RedirectResponse(f"/add/{house.adder.start(given).id}", 303)


async def _given(form: FormData, house: House) -> list[Given]:
    told = _metadata(form)
    given: list[Given] = []
    if text := _text(form, "text"):
        given.append(text_given(str(form["text"]).replace("\r\n", "\n"), told))
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            given.append(file_given(upload.filename, await upload.read(), told))
    addresses = (_text(form, "addresses") or "").split()
    for address in addresses[:MOST_ADDRESSES]:
        if not address.startswith(("http://", "https://")):
            raise BadQuestion("addresses", f"{address!r} does not begin with http:// or https://")
        given.append(address_given(address, told, allow_private=house.settings.allow_private))
    if not given:
        raise BadQuestion("text", "paste a text, choose files, or give an address" + (" — the text is empty" if text else ""))
    return given


def _metadata(form: FormData) -> Metadata:
    published = _text(form, "published")
    try:
        day = parse_date(published) if published else None
    except InputError as error:
        raise BadQuestion("published", str(error)) from error
    if published and day is None:
        raise BadQuestion("published", f"{published!r} is no date; write it like 2023-06-19")
    return Metadata(published=day, title=_text(form, "title"), outlet=_text(form, "outlet"), url=_text(form, "url"))


def _text(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


@page(router, "/add/{job}")
def progress(ask: Asked, job: str) -> View:
    """How far an adding is, and what came of each document."""
    found = ask.house.adder.job(job)
    if found is None:
        raise NotFound("this server knows of no such adding; what was added is in the ledger")
    seen = found.now()
    return View("added.html", "Added" if seen.finished else "Adding", tables=(result_table(seen),), context={"job": seen})


def result_table(job: Job) -> Table:
    """What became of each document."""
    columns = (
        Column("name", "Document", show=_name),
        Column("outcome", "Outcome"),
        Column("found", "Found", lambda r: dict(r.found), _found, wide=True),
        Column("reason", "Remarks", wide=True),
        Column(
            "document", "Id", show=lambda r: Markup('<code class="soft">{}</code>').format(shown.short(r.document or "")[:8])
        ),
    )
    return Table("added", "What became of each document", columns, job.results, nothing="Nothing yet.")


def _name(result: Result) -> Any:
    name = result.title or result.name
    if result.document is None or result.outcome == "failed":
        return name
    return Markup('<a href="{}">{}</a>').format(shown.document_path(result.document), name)


def _found(result: Result) -> str:
    return ", ".join(count(number, family[:-1]) for family, number in result.found if number and family != "events")
