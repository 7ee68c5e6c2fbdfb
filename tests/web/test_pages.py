"""Every page: it opens, it is whole, it fits a small screen, its tables are data too. Screenshots are kept to be looked at."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import Browser, Page

from web.addresses import PAGES, WITHOUT_TABLE
from web.conftest import SCREENSHOTS, get, visiting

LOOKS = {"light": ("light", 1280), "dark": ("dark", 1280), "small": ("light", 320)}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_and_fits(browser: Browser, server: str, item: str, name: str, look: str) -> None:
    scheme, width = LOOKS[look]
    with visiting(browser, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
        answer = page.goto(server + PAGES[name].format(item=item))
        assert answer is not None
        assert answer.status == 200
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").count() == 1
        for landmark in ("header", "nav", "main", "footer"):
            assert page.locator(landmark).count() >= 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it is wider than the screen"
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"{name}-{look}.png", full_page=True)


@pytest.mark.parametrize("name", sorted(set(PAGES) - WITHOUT_TABLE))
def test_tables_are_json_and_csv_at_the_same_address(server: str, item: str, name: str) -> None:
    path, _, query = PAGES[name].format(item=item).partition("?")
    path = path.removesuffix("/") or "/index"
    told = get(f"{server}{path}.json?{query}")
    assert told.status_code == 200, told.text
    tables = [told.json()] if "rows" in told.json() else list(told.json().values())
    listed = get(f"{server}{path}.csv?{query}")
    assert listed.status_code == 200
    assert listed.headers["content-type"] == "text/csv; charset=utf-8"
    header, *rows = csv.reader(io.StringIO(listed.text))
    assert all(len(row) == len(header) for row in rows)
    assert len(rows) == len(tables[0]["rows"])


def test_the_first_stop_of_the_keyboard_skips_to_the_content(server: str, page: Page) -> None:
    page.goto(server + "/engagements")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_entry_of_the_navigation_leads_to_its_page(server: str, page: Page) -> None:
    page.goto(server)
    ways = page.locator("nav.ways a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for way in ways:
        page.goto(server + way)
        assert page.locator("nav.ways a[aria-current=page]").get_attribute("href") == way


def test_an_unknown_address_is_told_kindly_and_in_one_shape(server: str, page: Page) -> None:
    answer = page.goto(server + "/items/e-ffff")
    assert answer is not None
    assert answer.status == 404
    assert "nothing in this ledger" in page.locator("main").inner_text()
    told = get(server + "/items/e-ffff.json")
    assert told.status_code == 404
    assert told.headers["content-type"] == "application/problem+json"
    assert set(told.json()) == {"type", "title", "status", "detail", "fields"}


@pytest.mark.parametrize(
    "query", ["since=yesterday", "limit=0", "limit=many", "pair=A+B+C", "after=nonsense", "status=" + "x" * 9000]
)
def test_a_question_that_makes_no_sense_is_the_askers_fault(server: str, query: str) -> None:
    told = get(f"{server}/engagements.json?{query}")
    assert told.status_code in (200, 422)
    assert told.status_code == 422 or told.json()["rows"] == []


def test_empty_fields_leave_the_address(server: str, page: Page) -> None:
    page.goto(server + "/engagements?pair=&person=&status=held&issue=")
    assert page.url == server + "/engagements?status=held"
