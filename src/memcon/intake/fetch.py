"""Fetch pages and feeds: politely (robots.txt, a pause for each host) and safely (no private addresses, limits on all).

    with Fetcher() as fetcher:
        page = fetcher.fetch("https://example.org/readout")
        sources = list(fetcher.read("https://example.org/feed.xml"))

Every address that a name stands for is checked, and the connection goes to an address that was checked, after each
redirect again: a name that changes its address between check and connection gains nothing. The environment's proxies
are not used.
"""

from __future__ import annotations

import io
import ipaddress
import re
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

import httpx
from protego import Protego

from memcon.document import Document
from memcon.errors import InputError, TooLarge
from memcon.intake.documents import MAX_CHARACTERS
from memcon.intake.formats import read_stream
from memcon.intake.html import html_document
from memcon.intake.sources import Context, Failed, Source, attempt
from memcon.version import __version__

__all__ = ["AGENT", "Fetched", "Fetcher"]

AGENT = f"memcon/{__version__}"
SECONDS = 30.0  # for one address, from the name's look-up to the last byte
PAUSE = 1.0  # seconds between two requests to one host, unless its robots.txt asks for more
LONGEST_PAUSE = 30.0  # seconds: what is asked for beyond that is not waited for
MOST_REDIRECTS = 5
LONGEST_ROBOTS = 512_000  # bytes, as RFC 9309 asks

_CHARSET = re.compile(r"charset=[\"']?([\w\-]{2,20})", re.IGNORECASE)
_ENDINGS = {
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "text/markdown": ".md",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came from an address: the bytes, the address after redirects, what the server called it."""

    url: str
    data: bytes
    media_type: str
    charset: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Fetches addresses one after another. `seconds` and `most_bytes` limit each; `allow_private` lets private and
    loopback addresses through, for tests and for servers in one's own house."""

    allow_private: bool = False
    seconds: float = SECONDS
    most_bytes: int = MAX_CHARACTERS
    pause: float = PAUSE
    agent: str = AGENT
    _client: httpx.Client = field(init=False)
    _robots: dict[str, Protego | None] = field(default_factory=dict, init=False)
    _next_request: dict[str, float] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        headers = {"User-Agent": self.agent, "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"}
        # No connection is kept: requests go to addresses, and two hosts at one address must not share a TLS session.
        limits = httpx.Limits(max_keepalive_connections=0)
        self._client = httpx.Client(
            headers=headers, follow_redirects=False, trust_env=False, timeout=self.seconds, limits=limits
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """The bytes at an address, redirects followed and checked.

        Raises InputError where the address may not or can not be fetched, TooLarge beyond `most_bytes`."""
        for _ in range(MOST_REDIRECTS + 1):
            target = _checked_url(url)
            if not self._allowed(target):
                raise InputError(f"{url}: the site's robots.txt asks programs to stay away from it")
            answer = self._get(target, self.most_bytes)
            if isinstance(answer, Fetched):
                return answer
            url = answer
        raise InputError(f"{url}: more than {MOST_REDIRECTS} redirects")

    def read(self, url: str, context: Context | None = None) -> Iterator[Source]:
        """The documents at an address: a page, a feed's entries, a PDF. A failure is named and costs only itself."""
        context = context or Context()
        try:
            fetched = self.fetch(url)
        except InputError as error:
            yield Failed(url, error)
            return
        if fetched.media_type in ("text/html", "application/xhtml+xml"):
            yield attempt(url, lambda: _page(fetched, context))
            return
        name = fetched.url.rsplit("/", 1)[-1].split("?")[0] or "page"
        yield from read_stream(io.BytesIO(fetched.data), name + _ENDINGS.get(fetched.media_type, ""), context)

    def _allowed(self, url: httpx.URL) -> bool:
        origin = f"{url.scheme}://{url.netloc.decode()}"
        if origin not in self._robots:
            self._robots[origin] = self._fetch_robots(httpx.URL(f"{origin}/robots.txt"))
        rules = self._robots[origin]
        return rules is None or bool(rules.can_fetch(str(url), self.agent))

    def _fetch_robots(self, url: httpx.URL) -> Protego | None:
        """The site's rules; None where it has none. Where it fails to answer, as RFC 9309 says, nothing is allowed."""
        try:
            for _ in range(MOST_REDIRECTS):
                answer = self._get(url, LONGEST_ROBOTS)
                if isinstance(answer, Fetched):
                    return Protego.parse(answer.data.decode("utf-8", errors="replace"))
                url = _checked_url(answer)
        except _Refused as refusal:
            if refusal.status < 500:
                return None
        return Protego.parse("User-agent: *\nDisallow: /")

    def _get(self, url: httpx.URL, most_bytes: int) -> Fetched | str:
        """One request: what came, or where the redirect leads."""
        self._wait(url)
        deadline = time.monotonic() + self.seconds
        request = self._request(url)
        try:
            response = self._client.send(request, stream=True)
            try:
                return _received(response, url, most_bytes, deadline)
            finally:
                response.close()
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise InputError(f"{url}: {str(error) or type(error).__name__}") from error

    def _request(self, url: httpx.URL) -> httpx.Request:
        """A request to a checked address of the host, in the host's own name."""
        address = self._address(url)
        return self._client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode()},
            extensions={"sni_hostname": url.host, "timeout": httpx.Timeout(self.seconds).as_dict()},
        )

    def _address(self, url: httpx.URL) -> str:
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise InputError(f"{url}: no such host") from error
        addresses = [str(entry[4][0]).split("%")[0] for entry in found]
        for address in addresses:
            if not self.allow_private and not _is_public(address):
                raise InputError(f"{url}: {address} is a private address; allow private addresses to fetch it")
        return addresses[0]

    def _wait(self, url: httpx.URL) -> None:
        """The pause that the host is owed."""
        now = time.monotonic()
        begin = max(now, self._next_request.get(url.host, now))
        self._next_request[url.host] = begin + self._pause_for(url)
        time.sleep(begin - now)

    def _pause_for(self, url: httpx.URL) -> float:
        rules = self._robots.get(f"{url.scheme}://{url.netloc.decode()}")
        asked = rules.crawl_delay(self.agent) if rules else None
        return max(self.pause, min(float(asked or 0), LONGEST_PAUSE))


class _Refused(InputError):
    """The server answered with an error."""

    def __init__(self, url: httpx.URL, status: int) -> None:
        super().__init__(f"{url}: the server answered {status}")
        self.status = status


def _checked_url(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError) as error:
        raise InputError(f"{url[:200]}: no address") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise InputError(f"{url[:200]}: only http and https addresses are fetched")
    if parsed.userinfo:
        raise InputError(f"{parsed.host}: an address with a user name or password in it is not fetched")
    return parsed.copy_with(fragment=None)


def _is_public(address: str) -> bool:
    """Whether an IP address lies on the public internet; of one that wraps another, the inner one too."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if inner or parsed in _NAT64:
            return _is_public(str(inner or ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)))
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def _received(response: httpx.Response, url: httpx.URL, most_bytes: int, deadline: float) -> Fetched | str:
    if response.has_redirect_location:
        return str(url.join(response.headers["Location"]))
    if response.status_code != 200:
        raise _Refused(url, response.status_code)
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_bytes(65_536):
        size += len(chunk)
        if size > most_bytes:
            raise TooLarge(f"{url}: more than {most_bytes:,} bytes")
        if time.monotonic() > deadline:
            raise InputError(f"{url}: took too long")
        chunks.append(chunk)
    kind = response.headers.get("Content-Type", "")
    charset = _CHARSET.search(kind)
    return Fetched(str(url), b"".join(chunks), kind.split(";")[0].strip().lower(), charset[1] if charset else None)


def _page(fetched: Fetched, context: Context) -> Document:
    return html_document(fetched.data, context, url=fetched.url, charset=fetched.charset)
