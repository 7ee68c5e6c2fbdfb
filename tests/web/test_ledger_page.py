"""The ledger's page: each filter, facets, paging, back and forward, an engagement's own page, and all of it without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from web.conftest import get

FILTERS = {
    "pair=USA%2BCHN": lambda e: {"USA", "CHN"} <= set(e["parties"]),
    "party=IRN": lambda e: "IRN" in e["parties"],
    "person=Wang+Yi": lambda e: any(p["name"] == "Wang Yi" for p in e["participants"]),
    "level=leader": lambda e: any(p["level"] == "leader" for p in e["participants"]),
    "status=postponed": lambda e: e["status"] == "postponed",
    "kind=talks": lambda e: e["kind"] == "talks",
    "issue=espionage": lambda e: "espionage" in e["issues"],
    "source=us-china-06": lambda e: any(s["input_id"] == "us-china-06" for s in e["sources"]),
    "since=2023-06-01": lambda e: e["when"]["start"] >= "2023-06-01",
    "until=2023-05-31": lambda e: e["when"]["start"] <= "2023-05-31",
}

@pytest.mark.parametrize("query", FILTERS)
def test_a_filter_leaves_what_fits_and_nothing_else(server: str, query: str) -> None:
    everything = get(f"{server}/engagements.json?limit=1000").json()["rows"]
    left = get(f"{server}/engagements.json?limit=1000&{query}").json()["rows"]
    dated = [
        each for each in everything if ("since" not in query and "until" not in query) or (each["when"] or {}).get("start")
    ]
    wanted = {each["id"] for each in dated if FILTERS[query](each)}
    assert {each["id"] for each in left} == wanted
    assert 0 < len(wanted) < len(everything)


def test_filters_are_filled_in_and_can_be_taken_out(server: str, page: Page) -> None:
    page.goto(server + "/engagements")
    whole = page.locator("tbody tr").count()
    page.get_by_label("Pair").fill("USA+CHN")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**pair=USA%2BCHN**")  # the script of the new page is there, not that of the old
    page.locator("select[name=status]").select_option("held")
    page.wait_for_url("**status=held**")
    assert page.get_by_label("Pair").input_value() == "USA+CHN"
    assert 0 < page.locator("tbody tr").count() < whole
    page.get_by_role("link", name="pair: USA – CHN").click()
    assert "pair" not in page.url
    page.go_back()
    assert "pair=USA%2BCHN" in page.url
    page.go_back()
    page.go_back()
    assert page.url == server + "/engagements"
    page.go_forward()
    assert "pair=USA%2BCHN" in page.url


def test_facets_count_and_narrow(server: str, page: Page) -> None:
    page.goto(server + "/engagements")
    page.wait_for_selector(".facets")
    number = int(page.locator(".facet li", has_text="postponed").locator(".number").inner_text())
    page.locator(".facet a", has_text="postponed").click()
    assert page.locator("tbody tr").count() == number
    assert page.url.endswith("status=postponed")


def test_facets_need_no_script(server: str, plain_page: Page) -> None:
    plain_page.goto(server + "/engagements")
    plain_page.get_by_role("link", name="Count by").click()
    plain_page.locator(".facet a", has_text="postponed").click()
    wanted = get(f"{server}/engagements.json?status=postponed").json()["rows"]
    assert plain_page.locator("tbody tr").count() == len(wanted)


def test_pages_follow_each_other_by_an_opaque_next(server: str, plain_page: Page) -> None:
    whole = get(f"{server}/engagements.json?limit=1000").json()["rows"]
    plain_page.goto(server + "/engagements?limit=4")
    seen = []
    while True:
        seen += plain_page.locator("tbody th a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        if not plain_page.get_by_role("link", name="Next page").count():
            break
        plain_page.get_by_role("link", name="Next page").click()
    assert seen == [f"/items/{each['id']}" for each in whole]


def test_newest_first_unless_asked(server: str) -> None:
    rows = get(f"{server}/engagements.json?since=2000-01-01").json()["rows"]
    turned = get(f"{server}/engagements.json?since=2000-01-01&order=oldest").json()["rows"]
    days = [each["when"]["start"] for each in rows]
    assert days == sorted(days, reverse=True)
    assert [each["id"] for each in turned] == [each["id"] for each in rows][::-1]


def test_a_status_is_told_by_shape_and_word(server: str, page: Page) -> None:
    page.goto(server + "/engagements")
    shapes = page.locator("td .status").evaluate_all(
        "all => all.map(each => [each.textContent.trim(), each.querySelector('svg').innerHTML])"
    )
    by_word = dict(shapes)
    assert {"held", "postponed", "planned"} <= set(by_word)
    assert len({by_word[word] for word in ("held", "postponed", "planned")}) == 3


def test_an_engagement_has_its_history_its_words_and_its_sources(server: str, item: str, plain_page: Page) -> None:
    plain_page.goto(f"{server}/items/{item}")
    text = plain_page.locator("main").inner_text()
    assert "Status history" in text
    assert "postponed a trip" in plain_page.locator("mark").first.inner_text()
    rows = get(f"{server}/engagements.json?limit=1000").json()["rows"]
    told_twice = next(each for each in rows if len(each["sources"]) > 1)
    plain_page.goto(f"{server}/items/{told_twice['id']}")
    assert plain_page.locator(".t-sources tbody tr").count() == len(told_twice["sources"])
    plain_page.get_by_role("link", name="Why these reports are one").click()
    assert "same parties" in plain_page.locator("main").inner_text()
    plain_page.locator("td a[href^='/documents/']").first.click()
    assert plain_page.locator("section.fact:target").count() == 1
    plain_page.get_by_role("link", name="in the ledger").first.click()
    assert "/items/" in plain_page.url
