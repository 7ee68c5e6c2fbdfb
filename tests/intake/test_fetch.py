"""Fetching: polite, limited, and never to a private address unless that is allowed."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from memcon.document import Document
from memcon.errors import InputError, TooLarge
from memcon.intake import Failed
from memcon.intake.fetch import Fetcher, _is_public

STORY = "Sand met Bello in Oslo on Monday, and the two ministers spoke of fish."
PAGE = f"<html><head><title>Talks</title></head><body><p>{STORY}</p><p>They ate.</p></body></html>"
FEED = f"<rss version='2.0'><channel><item><title>T</title><description>{STORY}</description></item></channel></rss>"


@dataclass
class Site:
    """A server on loopback: path → status, headers, body; and the paths asked for."""

    port: int
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            status, headers, body = made.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(allow_private=True, pause=0) as made:
        yield made


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page(site: Site, fetcher: Fetcher) -> None:
    site.pages["/a"] = (200, HTML, PAGE.encode())
    (made,) = fetcher.read(site.url("/a#part"))
    assert isinstance(made, Document)
    assert (made.text, made.title, made.url) == (f"{STORY}\n\nThey ate.", "Talks", site.url("/a"))
    assert site.asked == ["/robots.txt", "/a"]


def test_feeds_and_texts(site: Site, fetcher: Fetcher) -> None:
    site.pages["/feed"] = (200, {"Content-Type": "application/rss+xml"}, FEED.encode())
    site.pages["/a.txt"] = (200, {"Content-Type": "text/plain"}, STORY.encode())
    site.pages["/"] = (200, {}, STORY.encode())
    for path in ("/feed", "/a.txt", "/"):
        (made,) = fetcher.read(site.url(path))
        assert isinstance(made, Document)
        assert made.text == STORY


def test_redirects_are_followed_and_counted(site: Site, fetcher: Fetcher) -> None:
    site.pages["/old"] = (301, {"Location": "/new"}, b"")
    site.pages["/new"] = (200, HTML, PAGE.encode())
    assert fetcher.fetch(site.url("/old")).url == site.url("/new")
    site.pages["/loop"] = (302, {"Location": "/loop"}, b"")
    with pytest.raises(InputError, match="redirects"):
        fetcher.fetch(site.url("/loop"))


@pytest.mark.parametrize("location", ["file:///etc/hostname", "http://user:word@127.0.0.1/", "http://[::bad"])
def test_redirects_are_checked(site: Site, fetcher: Fetcher, location: str) -> None:
    site.pages["/out"] = (302, {"Location": location}, b"")
    with pytest.raises(InputError):
        fetcher.fetch(site.url("/out"))


def test_a_redirect_to_a_private_address_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for public; where its redirect leads does not."""
    site.pages["/out"] = (302, {"Location": "http://inside.example/secret"}, b"")
    monkeypatch.setattr("memcon.intake.fetch._is_public", lambda address: address == "127.0.0.1")
    real = socket.getaddrinfo

    def look_up(host: str, *further: int, **options: int) -> list[tuple[object, ...]]:
        return list(real("10.0.0.7" if host == "inside.example" else host, *further, **options))

    monkeypatch.setattr("memcon.intake.fetch.socket.getaddrinfo", look_up)
    with Fetcher(pause=0) as careful, pytest.raises(InputError, match=r"10\.0\.0\.7 is a private address"):
        careful.fetch(site.url("/out"))


def test_robots(site: Site, fetcher: Fetcher) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    site.pages["/private/a"] = site.pages["/a"] = (200, HTML, PAGE.encode())
    assert fetcher.fetch(site.url("/a")).data == PAGE.encode()
    (failure,) = fetcher.read(site.url("/private/a"))
    assert isinstance(failure, Failed)
    assert "robots.txt" in str(failure.error)
    assert site.asked == ["/robots.txt", "/a"]


def test_robots_elsewhere_or_out_of_order(site: Site) -> None:
    site.pages["/a"] = (200, HTML, PAGE.encode())
    site.pages["/robots.txt"] = (301, {"Location": "/robots2.txt"}, b"")
    with Fetcher(allow_private=True, pause=0) as first:
        assert first.fetch(site.url("/a")).media_type == "text/html"
    for answer in [(500, {}, b""), (301, {"Location": "/robots.txt"}, b"")]:
        site.pages["/robots.txt"] = answer
        with Fetcher(allow_private=True, pause=0) as second, pytest.raises(InputError, match=r"robots\.txt"):
            second.fetch(site.url("/a"))


def test_hosts_are_given_a_pause(site: Site) -> None:
    site.pages["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 0.3\n")
    site.pages["/a"] = (200, HTML, PAGE.encode())
    with Fetcher(allow_private=True, pause=0) as polite:
        polite.fetch(site.url("/a"))
        started = time.monotonic()
        polite.fetch(site.url("/a"))
    assert time.monotonic() - started >= 0.25


def test_limits(site: Site) -> None:
    site.pages["/a"] = (200, HTML, b"x" * 200_000)
    with Fetcher(allow_private=True, pause=0, most_bytes=1_000) as small, pytest.raises(TooLarge):
        small.fetch(site.url("/a"))
    with Fetcher(allow_private=True, pause=0, seconds=0) as hurried, pytest.raises(InputError):
        hurried.fetch(site.url("/a"))
    with Fetcher(allow_private=True, pause=0) as usual, pytest.raises(InputError, match="404"):
        usual.fetch(site.url("/gone"))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
        "http://192.168.0.1:8080/a",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "gopher://127.0.0.1/",
        "http:///nohost",
        "https://name:word@example.org/",
        "no address",
        "http://[bad",
    ],
)
def test_refused_without_a_connection(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr("httpx.Client.send", connect)
    with Fetcher(pause=0) as careful, pytest.raises(InputError):
        careful.fetch(url)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("172.16.0.1", False),
        ("100.64.0.1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
    ],
)
def test_addresses(address: str, public: bool) -> None:
    assert _is_public(address) is public


def test_no_host_and_no_server(fetcher: Fetcher) -> None:
    with pytest.raises(InputError, match="no such host"):
        fetcher.fetch("http://nowhere.invalid/")
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(InputError):
            fetcher.fetch(f"http://127.0.0.1:{port}/")
