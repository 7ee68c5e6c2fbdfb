"""Adding by paste, by file, by drop and by address; progress, results, and what can't be read."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from memcon.ledger import Ledger
from memcon.reading.reader import Reader
from memcon.web.adding import Job, Result
from web.conftest import get, post, served, visiting

TEXT = "Foreign Minister Hayashi Yoshimasa met Indian Foreign Minister S. Jaishankar in New Delhi on Thursday."
STORY = b"""<html><head><title>Talks in Vienna</title><meta property="article:published_time" content="2023-05-12"></head><body>
<article><p>National security adviser Jake Sullivan met China's top diplomat Wang Yi in Vienna on Thursday, the White House said.
They discussed the war in Ukraine for eight hours, officials said.</p></article></body></html>"""


def done(page: Page) -> None:
    """Wait until everything is read."""
    page.wait_for_selector("[role=status]:text-matches('^Done')", timeout=60_000)


def outcomes(page: Page) -> list[str]:
    """What became of each document."""
    return page.locator(".t-added tbody tr td:nth-child(2)").all_inner_texts()


def test_by_paste(fresh_server: str, page: Page) -> None:
    page.goto(fresh_server + "/add")
    page.get_by_label("Text", exact=True).fill(TEXT)
    page.get_by_label("Title").fill("Talks in New Delhi")
    page.get_by_label("Published").fill("2023-07-28")
    page.get_by_label("Outlet").fill("A Ministry")
    page.get_by_role("button", name="Add", exact=True).click()
    done(page)
    assert outcomes(page) == ["new"]
    assert "1 engagement" in page.locator(".t-added").inner_text()
    page.get_by_role("link", name="Talks in New Delhi").click()
    assert page.locator("h1").inner_text() == "Talks in New Delhi"
    assert page.locator("dd[data-w='e1:when']").inner_text().startswith("2023-07-27")
    assert "A Ministry" in page.locator("main").inner_text()


def test_by_file_twice_and_without_script(fresh_server: str, plain_page: Page, tmp_path: Path) -> None:
    file = tmp_path / "vienna.html"
    file.write_bytes(STORY)
    for outcome in ("new", "same"):
        plain_page.goto(fresh_server + "/add")
        plain_page.locator("input[type=file]").set_input_files(file)
        plain_page.get_by_role("button", name="Add", exact=True).click()
        done(plain_page)
        assert outcomes(plain_page) == [outcome]
    assert "Talks in Vienna" in plain_page.locator(".t-added").inner_text()


def test_dropped_files_are_taken(fresh_server: str, page: Page) -> None:
    page.goto(fresh_server + "/add")
    page.evaluate(
        """text => {
          const given = new DataTransfer();
          given.items.add(new File([text], "one.txt"));
          given.items.add(new File(["  "], "empty.txt"));
          document.querySelector("main").dispatchEvent(new DragEvent("drop", {dataTransfer: given, bubbles: true, cancelable: true}));
        }""",
        TEXT,
    )
    page.get_by_role("button", name="Add", exact=True).click()
    done(page)
    assert outcomes(page) == ["new", "failed"]


class _Site(BaseHTTPRequestHandler):
    """A site with one story."""

    def do_GET(self) -> None:
        found = self.path == "/story"
        self.send_response(200 if found else 404)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(STORY if found else b"no")

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    """The site's address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_by_address(fresh: Path, reader: Reader, site: str, browser: Browser) -> None:
    with served(fresh, read_with=lambda: reader, allow_private=True) as address, visiting(browser) as page:
        page.goto(address + "/add")
        page.get_by_label("Addresses").fill(f"{site}/story\n{site}/gone")
        page.get_by_role("button", name="Add", exact=True).click()
        done(page)
        assert outcomes(page) == ["new", "failed"]
    with Ledger.open(fresh) as ledger:
        assert ledger.document(f"{site}/story").published == "2023-05-12"


def test_an_address_of_ones_own_network_is_not_fetched(fresh_server: str, site: str, page: Page) -> None:
    page.goto(fresh_server + "/add")
    page.get_by_label("Addresses").fill(f"{site}/story")
    page.get_by_role("button", name="Add", exact=True).click()
    done(page)
    assert outcomes(page) == ["failed"]


@pytest.mark.parametrize(
    "given", [{}, {"text": "  "}, {"addresses": "file:///etc/passwd"}, {"text": TEXT, "published": "soon"}]
)
def test_what_can_not_be_added_is_told(fresh_server: str, given: dict[str, str]) -> None:
    form = get(fresh_server + "/add").text
    token = form.partition('name="csrf" value="')[2].partition('"')[0]
    told = post(fresh_server + "/add", data={"csrf": token, **given})
    assert told.status_code == 422
    assert "<h1>" in told.text


def test_an_unknown_adding_is_not_there(fresh_server: str) -> None:
    assert get(fresh_server + "/add/none").status_code == 404


def test_what_is_read_while_a_page_is_drawn_waits_for_the_next() -> None:
    job = Job("one", 1)
    seen = job.now()
    job.results.append(Result("a.txt", "new"))
    job.finished = True
    assert (seen.finished, seen.results) == (False, [])
    assert (job.now().finished, len(job.now().results)) == (True, 1)
