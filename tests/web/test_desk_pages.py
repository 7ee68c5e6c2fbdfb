"""The desk's pages: what they show, where it leads, and what the address says."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from memcon.ledger import Ledger
from web.conftest import get, post, served

PAIR = "/pair?pair=USA%2BCHN"
DRAFT = """Wang Yi said China had "no room for compromise" on Taiwan.

Qin Gang said relations were "at their highest point since diplomatic ties were established"."""


def test_the_drawings_have_names_and_the_tables_say_the_same(server: str, page: Page) -> None:
    page.goto(server + PAIR)
    for name in ("board", "timeline", "trajectory", "network", "world"):
        assert page.locator(f"#{name}-t").inner_html()
        assert page.locator(f"#{name}-d").inner_html()
    told = page.locator("#board-d").inner_html()
    rows = get(f"{server}/pair.json?pair=USA%2BCHN&table=channels").json()["rows"]
    assert all(f"{row['level']}: " in told for row in rows)


def test_a_mark_of_the_timeline_leads_to_its_engagement_and_on_to_the_words(server: str, page: Page) -> None:
    page.goto(server + PAIR)
    page.locator("#timeline svg a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/e-*")
    page.locator("blockquote cite a").first.click()
    page.wait_for_url("**/documents/*#e*")
    assert page.locator("section.fact:target").count() == 1


def test_each_point_of_the_trajectory_has_its_reasons(server: str, page: Page) -> None:
    page.goto(server + PAIR)
    bar = page.locator("#trajectory svg a").first
    anchor = bar.get_attribute("href")
    assert anchor
    row = page.locator(f'[id="{anchor[1:]}"]')
    assert row.locator("a[href^='/items/v-']").count() >= 1
    assert row.locator("a[href^='/documents/'][href*='#']").count() >= 1


def test_the_pair_is_read_without_a_script(server: str, plain_page: Page) -> None:
    plain_page.goto(server + PAIR)
    assert plain_page.locator("section").count() >= 6
    assert plain_page.locator("#world-t").count() == 1
    plain_page.get_by_role("link", name="Promises").last.click()
    expect(plain_page.locator("h1")).to_contain_text("Promises")


def test_as_known_on_a_day_nothing_later_is_there(server: str) -> None:
    then = get(f"{server}/pair.json?pair=USA%2BCHN&on=2023-03-01&table=timeline").json()["rows"]
    now = get(f"{server}/pair.json?pair=USA%2BCHN&table=timeline").json()["rows"]
    assert 0 < len(then) < len(now)
    assert all(quote["published"] <= "2023-03-01" for row in then for quote in row["quotes"])


def test_days_narrow_the_pair_and_stay_in_the_address(server: str, page: Page) -> None:
    page.goto(server + PAIR)
    page.get_by_label("From").fill("2023-06-01")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**since=2023-06-01**")
    rows = get(f"{server}/pair.json?pair=USA%2BCHN&since=2023-06-01&table=timeline").json()["rows"]
    assert rows
    assert all(row["when"]["start"] >= "2023-06-01" for row in rows)
    page.go_back()
    assert "since" not in page.url
    page.go_forward()
    assert page.get_by_label("From").input_value() == "2023-06-01"


def test_of_several_tables_one_is_given_by_name(server: str) -> None:
    named = get(f"{server}/pair.csv?pair=USA%2BCHN&table=ties").text.splitlines()
    assert named[0] == "one,other,times,last,engagements"
    wrong = get(f"{server}/pair.csv?pair=USA%2BCHN&table=nothing")
    assert wrong.status_code == 422
    assert "channels" in wrong.json()["detail"]


@pytest.mark.parametrize(
    "path",
    ["/pair?pair=USA", "/pair?pair=USA%2BUSA", "/promises?pair=A%2BB%2BC", "/dossier?pair=USA%2BCHN&on=yesterday",
     "/positions?other=USA", "/positions?actor=%3Cb%3E", "/promises?pair=USA%2BCHN&status=nice", "/pair?pair=USA%2BCHN&by=day"],
)  # fmt: skip
def test_what_cannot_be_answered_is_said_before_anything_is_sent(server: str, path: str) -> None:
    assert get(server + path).status_code == 422


def test_kept_promises_quote_both_ends(server: str) -> None:
    rows = get(f"{server}/promises.json?pair=USA%2BCHN&status=kept").json()["rows"]
    assert rows
    assert all(row["quotes"] and row["kept_by"]["quotes"] for row in rows)
    shown = get(f"{server}/promises?pair=USA%2BCHN&status=kept").text
    assert all(f"/items/{row['kept_by']['id']}" in shown for row in rows)


def test_two_actors_stand_beside_each_other(server: str, page: Page) -> None:
    page.goto(server + "/positions?actor=CHN&other=USA&issue=taiwan")
    sides = [page.locator(f".t-{name}") for name in ("one", "other")]
    boxes = [side.bounding_box() for side in sides]
    assert all(boxes)
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 80  # type: ignore[index]
    assert boxes[0]["x"] < boxes[1]["x"]  # type: ignore[index]


def test_readouts_are_laid_side_by_side_from_the_list(server: str, page: Page) -> None:
    page.goto(server + "/readouts")
    page.get_by_role("link", name="side by side").first.click()
    page.wait_for_url("**engagement=e-*")
    assert page.locator(".sides .head").count() == 2
    assert page.locator(".sides .cell").count() >= 2
    page.locator(".sides .cell a[href*='#s']").first.click()
    page.wait_for_url("**/documents/*#s*")
    assert page.locator("section.fact:target").count() == 1


def test_the_versions_of_a_page_are_told_with_their_differences(fresh_server: str) -> None:
    url = "https://example.org/readout"
    for text in (
        "The two ministers met in Vienna and had a frank exchange.",
        "The two ministers met in Vienna and had an exchange.",
    ):
        given = {"text": text, "url": url, "published": "2023-05-11"}
        assert post(f"{fresh_server}/api/documents", json=given).status_code == 201
    rows = get(f"{fresh_server}/readouts.json", params={"url": url}).json()["rows"]
    assert len(rows) == 2
    shown = get(f"{fresh_server}/readouts", params={"url": url}).text
    assert "<del>" in shown
    assert "<ins>" in shown


def test_a_pasted_draft_is_verified_and_kept_nowhere(server: str, place: Path, page: Page) -> None:
    page.goto(server + "/verify")
    page.get_by_label("The draft").fill(DRAFT)
    page.get_by_role("button", name="Verify", exact=True).click()
    page.wait_for_selector(".finding", timeout=60_000)
    told = page.locator(".finding h3").all_inner_texts()
    assert any("altered" in each for each in told), told
    assert page.locator(".finding del").count() >= 1
    assert page.locator(".finding ins").count() >= 1
    assert page.locator(".draft a.fails").count() >= 1
    assert page.locator(".finding cite a[href^='/documents/']").count() >= 1
    assert "undated" not in " ".join(page.locator(".finding cite").all_inner_texts())
    with Ledger.open(place) as ledger:
        assert not ledger.search('"highest point"').items


def test_a_draft_without_our_own_form_is_refused(server: str) -> None:
    assert post(f"{server}/verify", data={"draft": DRAFT}).status_code == 403


def test_the_dossier_prints_without_the_ways_through_the_house(server: str, page: Page) -> None:
    page.goto(server + "/dossier?pair=USA%2BCHN&on=2024-01-31")
    page.emulate_media(media="print")
    for gone in ("header.top", ".filters", ".tabs"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".dossier h2").first).to_be_visible()
    assert page.locator(".dossier blockquote cite a").count() >= 3
    answer = get(f"{server}/dossier.md?pair=USA%2BCHN&on=2024-01-31")
    assert answer.headers["content-type"].startswith("text/markdown")
    assert answer.text.startswith("# Dossier")


def test_the_head_of_a_page_is_sent_before_what_takes_long(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_given: object, **_more: object) -> None:
        from memcon.errors import LedgerError

        raise LedgerError("the answer went wrong <on the way>")

    monkeypatch.setattr("memcon.web.pages.promises.promises", failing)
    with served(place) as address:
        text = get(address + "/promises?pair=USA%2BCHN").text
        assert "<h1>" in text
        assert "the answer went wrong &lt;on the way&gt;" in text
        assert get(address + "/promises.json?pair=USA%2BCHN").status_code == 422


def test_script_in_a_draft_is_shown_as_text(server: str, page: Page) -> None:
    page.goto(server + "/verify")
    page.get_by_label("The draft").fill(
        "Wang Yi said \"<script>document.title='owned'</script> no room for compromise\".</textarea><b>"
    )
    page.get_by_role("button", name="Verify", exact=True).click()
    page.wait_for_selector(".draft", timeout=60_000)
    assert page.title() != "owned"
    assert "<script>" in page.locator(".draft").inner_text()
    assert "</textarea><b>" in page.locator("main textarea").input_value()
    assert page.locator("main b").count() == 0


@pytest.mark.parametrize(
    "path",
    [
        "/positions?actor=CHN&issue={}",
        "/readouts?url=javascript:{}",
        "/readouts?engagement={}",
        "/pair?pair={}",
        "/promises?pair={}+USA",
        "/dossier?pair={}+USA",
    ],
)
def test_script_in_an_address_is_shown_as_text(server: str, path: str) -> None:
    answer = get(server + path.format("%3Cscript%3Ealert(1)%3C/script%3E"))
    assert answer.status_code in (200, 404, 422)
    assert "<script>alert" not in answer.text
    assert 'href="javascript:' not in answer.text
