"""Where a server with a token asks for it: shown once, kept in a cookie that scripts and other sites can't use."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from memcon.web.asking import Asked
from memcon.web.problems import Forbidden
from memcon.web.security import COOKIE, pass_of, same
from memcon.web.views import View, page

router = APIRouter()
A_MONTH = 30 * 24 * 3600  # seconds


@page(router, "/sign-in")
def sign_in(ask: Asked) -> View:
    """The form."""
    return View("sign_in.html", "Sign in")


@router.post("/sign-in", include_in_schema=False)
def signed_in(ask: Asked, token: Annotated[str, Form(max_length=1000)]) -> Response:
    """Take the token, give the cookie."""
    wanted = ask.house.settings.token
    if not wanted or not same(token.strip(), wanted):
        raise Forbidden("that is not the token of this server")
    response = RedirectResponse("/", 303)
    secure = ask.request.url.scheme == "https"
    response.set_cookie(COOKIE, pass_of(ask.house), max_age=A_MONTH, httponly=True, samesite="strict", secure=secure)
    return response
