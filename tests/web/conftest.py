"""A real server on a random port over a small ledger, and Debian's Chromium that may ask nobody else."""

from __future__ import annotations

import json
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, sync_playwright

from memcon import intake
from memcon.examples import history_path
from memcon.ledger import Ledger
from memcon.reading.reader import Reader
from memcon.web.app import create_app
from memcon.web.settings import Settings

CLOCK = "2024-06-01T08:00:00+00:00"
TODAY = "2024-01-31"
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SCREENSHOTS = Path(__file__).parents[2] / "build" / "screenshots"
# Enough of the bundled history for every page: a visit put off, held, an expectation, and another pair.
READ = (
    "us-china-01",
    "us-china-02",
    "us-china-04",
    "us-china-05",
    "us-china-06",
    "us-china-10",
    "us-china-13",
    "us-china-14",
    "saudi-iran-01",
    "japan-korea-01",
)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all that is read here."""
    return Reader()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """A small ledger. Don't write to it: `fresh` gives a copy."""
    path = tmp_path_factory.mktemp("web") / "web.db"
    with Ledger.open(path, clock=lambda: CLOCK) as ledger:
        for line in history_path().read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            if told["id"] in READ:
                text = intake.document(
                    told["text"], published=told["published"], title=told["title"], outlet=told["outlet"], url=told["url"],
                    input_id=told["id"],
                )  # fmt: skip
                ledger.add(text, reader.read(text))
    return path


def get(address: str, **more: Any) -> httpx.Response:
    """An answer, waited for as long as a busy machine may take."""
    return httpx.get(address, timeout=60, **more)


def post(address: str, **more: Any) -> httpx.Response:
    """The answer to what is sent."""
    return httpx.post(address, timeout=60, **more)


@contextmanager
def served(place: Path, **settings: Any) -> Iterator[str]:
    """A server over the ledger while the block runs; gives its address."""
    read_with: Callable[[], Reader] | None = settings.pop("read_with", None)
    app = create_app(place, settings=Settings(**({"today": TODAY, "reviewer": "anna"} | settings)), read_with=read_with)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(128)
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", server_header=False, timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{taken.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def server(place: Path, reader: Reader) -> Iterator[str]:
    """The address of a server over the small ledger, for tests that only look."""
    with served(place, read_with=lambda: reader) as address:
        yield address


@pytest.fixture
def fresh(place: Path, tmp_path: Path) -> Path:
    """A copy of the small ledger, to write to."""
    copied: Path = Path(shutil.copy(place, tmp_path / "fresh.db"))
    return copied


@pytest.fixture
def fresh_server(fresh: Path, reader: Reader) -> Iterator[str]:
    """A server over a copy of the small ledger."""
    with served(fresh, read_with=lambda: reader) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


def click_and_wait(locator: Locator, **options: Any) -> None:
    """Click, and where that leads to another page, wait until it is there with its script: a test reads what a click shows."""
    page, asked, come = locator.page, [], []

    def ask(request: Request) -> None:
        if request.is_navigation_request() and request.frame == page.main_frame:
            asked.append(request.url)

    def arrive(_: Page) -> None:
        come.append(page.url)

    page.on("request", ask)
    page.on("load", arrive)
    try:
        CLICK(locator, **options)
        page.wait_for_timeout(SETTLING)
        until = time.monotonic() + 10
        while asked and not come and time.monotonic() < until:
            page.wait_for_timeout(SETTLING)
    finally:
        page.remove_listener("request", ask)
        page.remove_listener("load", arrive)


CLICK = Locator.click
SETTLING = 100  # milliseconds within which a click asks for another page


@pytest.fixture(autouse=True)
def clicks_that_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright's own click returns before the page it leads to is there."""
    monkeypatch.setattr(Locator, "click", click_and_wait)


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page of a new visitor. Fails where anything but 127.0.0.1 is asked, or the browser complains of the page."""
    context: BrowserContext = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
    elsewhere: list[str] = []
    complaints: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
            elsewhere.append(request.url)

    context.on("request", asked)
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda told: complaints.append(told.text) if told.type in ("error", "warning") else None)
    try:
        yield page
    finally:
        context.close()
    assert not elsewhere, f"asked elsewhere: {elsewhere}"
    assert not [each for each in complaints if "status of 4" not in each], complaints


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a new visitor, with script."""
    with visiting(browser) as opened:
        yield opened


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page of a new visitor without JavaScript."""
    with visiting(browser, java_script_enabled=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def item(place: Path) -> str:
    """The trip that was put off: an engagement with a history and disagreements."""
    with Ledger.open(place) as ledger:
        return ledger.engagements(status="postponed", source="us-china-01")[0].id
