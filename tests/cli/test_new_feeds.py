"""`memcon new` fetches the feeds that are watched, from a server of our own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.cli import command

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title><item>
<title>Korda meets Ilves</title><link>https://example.org/korda</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>
<description>Croatian Foreign Minister Vesna Korda met Estonian Foreign Minister Tomas Ilves in Tallinn on Tuesday.</description>
</item></channel></rss>"""


@pytest.fixture
def feed() -> Iterator[str]:
    """The address of a feed on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = self.path == "/feed.xml"
            body = FEED.encode() if found else b""
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed.xml"
    server.shutdown()
    thread.join()
    server.server_close()


def run(database: Path, *args: str) -> Result:
    return CliRunner().invoke(command, list(args), env={"MEMCON_DB": str(database)})


def test_a_watched_feed_is_fetched_first(feed: str, tmp_path: Path) -> None:
    place = tmp_path / "memcon.db"
    run(place, "watch", "add", "feed", feed)
    done = run(place, "new", "--since", "7d", "--allow-private")
    assert done.exit_code == 0, done.output
    assert "New since" in done.stdout
    assert "1 document" in done.stdout
    assert "CRO" in done.stdout or "HRV" in done.stdout


def test_a_private_address_is_fetched_only_where_that_is_allowed(feed: str, tmp_path: Path) -> None:
    place = tmp_path / "memcon.db"
    run(place, "watch", "add", "feed", feed)
    done = run(place, "new", "--since", "7d")
    assert done.exit_code == 0, done.output
    assert feed in done.stderr
    assert "0 documents" in done.stdout
