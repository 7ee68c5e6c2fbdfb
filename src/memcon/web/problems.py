"""What went wrong, in one shape: a page for people, a problem (RFC 9457) for programs."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from memcon.errors import LedgerError, MemconError

if TYPE_CHECKING:
    from memcon.web.views import Renderer

MEDIA_TYPE = "application/problem+json"
HELP = {
    404: "It may have been merged into another item, or never have been in this ledger. Search finds what is there.",
    413: "Split the file, or add it with the command `memcon add`, which has no such limit.",
    422: "Change what is marked in the address and try again.",
}


class WrongField(BaseModel):
    """One thing that was given and can't be used."""

    where: str
    message: str


class Problem(BaseModel):
    """The one shape of an error. `type` is a word for programs, `detail` a sentence for people."""

    type: str
    title: str
    status: int
    detail: str
    fields: list[WrongField] = Field(default_factory=list)


RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {}}}
    for status in (400, 401, 403, 404, 405, 413, 422)
}


class NotFound(MemconError):
    """There is no such thing to show."""


class Forbidden(MemconError):
    """This visitor may not do that."""


class BadQuestion(MemconError):
    """What was asked can't be answered as it stands. `where` names the field."""

    def __init__(self, where: str, message: str) -> None:
        super().__init__(message)
        self.where = where


def problem_of(error: Exception) -> Problem:
    """Any error as a problem."""
    if isinstance(error, RequestValidationError):
        fields = [WrongField(where=_place(each["loc"]), message=str(each["msg"])) for each in error.errors()]
        return _problem(422, "; ".join(f"{each.where}: {each.message}" for each in fields), fields)
    if isinstance(error, HTTPException):
        return _problem(error.status_code, str(error.detail))
    if isinstance(error, BadQuestion):
        return _problem(422, f"{error.where}: {error}", [WrongField(where=error.where, message=str(error))])
    if isinstance(error, Forbidden):
        return _problem(403, str(error))
    if isinstance(error, NotFound):
        return _problem(404, str(error))
    if isinstance(error, LedgerError):
        return _problem(404 if _missing(str(error)) else 422, str(error))
    return _problem(400, str(error))


def problem_response(problem: Problem) -> JSONResponse:
    """A problem for programs."""
    return JSONResponse(problem.model_dump(), problem.status, media_type=MEDIA_TYPE)


def wants_data(request: Request) -> bool:
    """Does a program ask, not a person?"""
    path = request.url.path
    return path.startswith("/api/") or path.endswith((".json", ".csv"))


def answer_problems(app: FastAPI, renderer: Renderer) -> None:
    """Let the app answer every error in its one shape."""

    def answer(request: Request, error: Exception) -> Response:
        problem = problem_of(error)
        headers = dict(getattr(error, "headers", None) or {})
        if wants_data(request):
            response: Response = problem_response(problem)
        else:
            response = renderer.problem(request, problem, HELP.get(problem.status))
        response.headers.update(headers)
        return response

    for kind in (MemconError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, answer)


def _problem(status: int, detail: str, fields: list[WrongField] | None = None) -> Problem:
    phrase = HTTPStatus(status).phrase
    return Problem(type=phrase.lower().replace(" ", "-"), title=phrase, status=status, detail=detail, fields=fields or [])


def _place(location: tuple[Any, ...] | list[Any]) -> str:
    return ".".join(str(part) for part in location if part not in ("query", "path", "body")) or "request"


def _missing(message: str) -> bool:
    """Is this the ledger saying that it has no such thing?"""
    beginnings = ("nothing in this ledger", "nobody in this ledger", "no document", "no decision")
    return message.startswith(beginnings) or "is no id of this ledger" in message
