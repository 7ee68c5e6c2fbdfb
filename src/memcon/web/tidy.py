"""Addresses without what a form left empty: one thing has one address, and an empty field is no wrong value."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from memcon.web.asking import address


class Tidy:
    """The ASGI layer that leads an address with empty fields to the one without them. The API takes what it is given."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and not scope["path"].startswith("/api/"):
            request = Request(scope)
            if clean := without_empty(request):
                await RedirectResponse(clean, 303)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def without_empty(request: Request) -> str | None:
    """The address without the keys that a form sent empty; None where there are none."""
    pairs = request.query_params.multi_items()
    kept = [(key, value) for key, value in pairs if value.strip()]
    return address(request.url.path, kept) if len(kept) < len(pairs) else None
