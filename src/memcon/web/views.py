"""From a page's function to its three addresses: the page, its tables as .json, and as .csv.

router = APIRouter()

@page(router, "/people")
def people(ask: Asked, paged: Paged) -> View:
    return View("people.html", "People", tables=(table,))
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse

from memcon.errors import MemconError
from memcon.version import __version__
from memcon.web import shown
from memcon.web.asking import Ask
from memcon.web.nav import Nav
from memcon.web.problems import BadQuestion, NotFound, Problem
from memcon.web.security import form_token
from memcon.web.tables import Table, as_csv, as_json

SO_FAR = Markup("\x00so far\x00")  # no text holds it: control characters are masked when a text is taken in


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a page that takes its time: a table, and what else its template shows."""

    table: Table
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: its template with what that needs, and its tables, which are also JSON and CSV.

    `later` has what takes its time, by the name of its table. The page is then sent piece by piece: a template says
    `{{ so_far }}` before it asks for a `part("name")`, and what stands above it is on its way meanwhile."""

    template: str
    title: str
    tables: Sequence[Table] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    later: Mapping[str, Callable[[], Part]] = field(default_factory=dict)

    def all_tables(self) -> list[Table]:
        """Every table, those that take their time too."""
        return [*self.tables, *(make().table for make in self.later.values())]

    def table(self, name: str | None) -> Table:
        """One table, the first where no name is given; the others are not made. Raises NotFound and BadQuestion."""
        known = {table.name: table for table in self.tables}
        wanted = name or next(iter((*known, *self.later)), None)
        if wanted is None:
            raise NotFound("there is no table on this page")
        if wanted not in known and wanted not in self.later:
            raise BadQuestion("table", f"there is no table {wanted!r} here; there are {', '.join((*known, *self.later))}")
        return known[wanted] if wanted in known else self.later[wanted]().table


class Renderer:
    """Templates over one environment: everything is escaped, and a name that a template misspells is an error."""

    def __init__(self, nav: Sequence[Nav]) -> None:
        self._nav = nav
        self.environment = Environment(
            loader=PackageLoader("memcon.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self.environment.globals.update(shown.GLOBALS, version=__version__)
        self.environment.filters.update(shown.FILTERS)

    def view(self, request: Request, view: View) -> HTMLResponse:
        """A view as a page."""
        return HTMLResponse(self.text(request, view), view.status)

    def text(self, request: Request, view: View) -> str:
        """A view as HTML."""
        return "".join(self.pieces(request, view))

    def pieces(self, request: Request, view: View) -> Iterator[str]:
        """A view as HTML, sent wherever the template says so. What goes wrong by then is said in the page."""
        waiting: list[str] = []
        try:
            for piece in self.environment.get_template(view.template).generate(self._given(request, view)):
                waiting.append(piece.replace(SO_FAR, ""))
                if SO_FAR in piece:
                    yield "".join(waiting)
                    waiting.clear()
        except MemconError as error:
            if not view.later:
                raise
            waiting.append(Markup('<p class="warning" role="alert">{}</p>').format(error))
        yield "".join(waiting)

    def _given(self, request: Request, view: View) -> dict[str, Any]:
        """All that a template may name."""
        ask = Ask(request, request.app.state.house)
        given: dict[str, Any] = {
            "ask": ask,
            "nav": self._nav,
            "here": request.url.path,
            "title": view.title,
            "tables": {table.name: table for table in view.tables},
            "form_token": functools.partial(form_token, ask.house),
            "part": functools.cache(lambda name: view.later[name]()),
            "so_far": SO_FAR,
        }
        return given | dict(view.context)

    def problem(self, request: Request, problem: Problem, help_text: str | None) -> HTMLResponse:
        """A problem as a page."""
        context = {"problem": problem, "help_text": help_text}
        return self.view(request, View("problem.html", problem.title, context=context, status=problem.status))


Build = Callable[..., View | Response]


def page(router: APIRouter, path: str) -> Callable[[Build], Build]:
    """Register a page under `path`, and its tables under `path.json` and `path.csv`.

    Of several tables, CSV gives the first, or the one that `?table=` names."""

    def register(build: Build) -> Build:
        stem = "/index" if path == "/" else path
        for form, answer, at in (("json", _json, f"{stem}.json"), ("csv", _csv, f"{stem}.csv"), ("html", _html, path)):
            router.add_api_route(
                at, _endpoint(build, answer), methods=["GET"], include_in_schema=False, name=f"{build.__name__}.{form}"
            )
        return build

    return register


def _endpoint(build: Build, answer: Callable[[Request, View], Response]) -> Callable[..., Response]:
    """The page's function with the request added, so that FastAPI fills in its parameters as they stand."""
    parameters = inspect.signature(build, eval_str=True).parameters

    def endpoint(request: Request, **given: Any) -> Response:
        view = build(**given)
        return answer(request, view) if isinstance(view, View) else view

    first = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    rest = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in parameters.values()]
    endpoint.__signature__ = inspect.Signature([first, *rest])  # type: ignore[attr-defined]
    endpoint.__annotations__ = {each.name: each.annotation for each in (first, *rest)}
    return endpoint


def _html(request: Request, view: View) -> Response:
    renderer: Renderer = request.app.state.renderer
    if view.later:
        return StreamingResponse(renderer.pieces(request, view), view.status, media_type="text/html; charset=utf-8")
    return renderer.view(request, view)


def _json(request: Request, view: View) -> Response:
    if wanted := request.query_params.get("table"):
        return JSONResponse(as_json([view.table(wanted)]), view.status)
    tables = view.all_tables()
    if not tables:
        raise NotFound("there is no table on this page")
    return JSONResponse(as_json(tables), view.status)


def _csv(request: Request, view: View) -> Response:
    table = view.table(request.query_params.get("table"))
    headers = {"content-disposition": f'attachment; filename="memcon-{table.name}.csv"'}
    if table.next:
        headers["link"] = f'<{Ask(request, request.app.state.house).link(after=table.next)}>; rel="next"'
    return StreamingResponse(as_csv(table), media_type="text/csv; charset=utf-8", headers=headers)


def fragment(text: str) -> HTMLResponse:
    """A piece of a page that a script puts in its place."""
    return HTMLResponse(Markup(text))
