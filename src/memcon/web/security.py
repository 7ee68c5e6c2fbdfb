"""Who may ask, and what a browser may do with the answer.

A page of the web can make a browser ask a server on this machine: under a name that leads here (DNS rebinding), or by a
form (CSRF). The first is met by `hosts`, the second by the browser's own word on where a request comes from and by a
token in every form. Scripts in a text are met by escaping, and by a policy that runs none but our own files.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from memcon.web.problems import Problem, problem_response, wants_data
from memcon.web.settings import House, login

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with no-referrer a browser calls the origin of our own forms null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "private, no-cache",
}
COOKIE = "memcon"
OPEN = ("/static/", "/sign-in")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
Next = Callable[[Request], Awaitable[Response]]


class Guard:
    """The ASGI layer around the app: hosts, visitors, the origin of what changes something, sizes, and headers."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        refused = self._refused(request)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        limited = _limited(receive, self._house.settings.largest_upload)
        await self._app(scope, limited, _with_headers(send))

    def _refused(self, request: Request) -> Response | None:
        """What to answer where the request may not pass; None where it may."""
        settings = self._house.settings
        if not _known_host(request.headers.get("host", ""), settings.hosts):
            return _refusal(421, "Misdirected request", "this server is not asked for under that name; see --host-name")
        length = request.headers.get("content-length", "0")
        if not length.isdigit() or int(length) > settings.largest_upload:
            return _refusal(413, "Too large", f"more than {settings.largest_upload:,} bytes")
        if request.method not in SAFE and not _from_here(request):
            return _refusal(403, "Forbidden", "this was sent from another site")
        if request.url.path.startswith(OPEN) or self._let_in(request):
            return None
        if settings.token and not wants_data(request) and request.method in SAFE:
            return RedirectResponse("/sign-in", 303)
        return _refusal(401, "Unauthorized", "show the token: Authorization: Bearer …")

    def _let_in(self, request: Request) -> bool:
        settings = self._house.settings
        if settings.user_header:
            return bool(request.headers.get(settings.user_header))
        if not settings.token:
            return True
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        by_header = scheme.lower() == "bearer" and same(shown.strip(), settings.token)
        return by_header or same(request.cookies.get(COOKIE, ""), pass_of(self._house))


def same(one: str, other: str) -> bool:
    """Equal, found out in the same time however much is."""
    return hmac.compare_digest(one.encode(), other.encode())


def pass_of(house: House) -> str:
    """What the cookie of a visitor holds who has shown the token."""
    return _signed(house, f"visitor {house.settings.token}")


def form_token(house: House) -> str:
    """What every form that changes something carries. A page of another site can't read it."""
    return _signed(house, "form")


def check_form(house: House, given: Any) -> bool:
    """Was the form one of ours?"""
    return isinstance(given, str) and same(given, form_token(house))


def _signed(house: House, what: str) -> str:
    return hmac.new(house.secret, what.encode(), hashlib.sha256).hexdigest()


def _known_host(host: str, hosts: tuple[str, ...]) -> bool:
    name = host.rsplit(":", 1)[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
    return "*" in hosts or name.lower() in hosts


def _from_here(request: Request) -> bool:
    """Does the browser say that this site sent it? What is no browser says nothing of the kind, and holds no cookie."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def _limited(receive: Receive, most: int) -> Receive:
    """Stop reading a body that is longer than it said."""
    seen = 0

    async def receive_some() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > most:
            return {"type": "http.disconnect"}
        return message

    return receive_some


def _with_headers(send: Send) -> Send:
    async def send_more(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return send_more


def _refusal(status: int, title: str, detail: str) -> Response:
    return problem_response(Problem(type=title.lower().replace(" ", "-"), title=title, status=status, detail=detail))


def visitor(request: Request, house: House) -> str:
    """Who decides: the proxy's user, else the one that the server was started for."""
    headers = Headers(scope=request.scope)
    name = headers.get(house.settings.user_header) if house.settings.user_header else None
    return name or house.settings.reviewer or login()
