"""Review: the keys, undo, edit, auto-advance, the list, and two reviewers who differ. All of it goes to the ledger at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from memcon.ledger import Decision, Ledger
from web.conftest import get, post


@pytest.fixture
def decided(fresh: Path) -> Iterator[Ledger]:
    """The ledger that the fresh server writes to."""
    with Ledger.open(fresh) as ledger:
        yield ledger


def in_hand(page: Page) -> str:
    """The fact on the table."""
    return page.locator(".deciding .crumb code").inner_text()


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page, once the script of this one is there to hear it."""
    page.wait_for_load_state()
    with page.expect_navigation():
        page.keyboard.press(key)


def follow(page: Page, button: Locator) -> None:
    """Click what leads to another page, and wait for it."""
    with page.expect_navigation():
        button.click()


def last(ledger: Ledger) -> Decision:
    """The last decision."""
    return ledger.last_decisions(limit=1)[0]


def test_the_least_certain_comes_first(fresh_server: str) -> None:
    rows = get(fresh_server + "/review.json?mode=list&limit=1000").json()["items"]["rows"]
    sure = [each["confidence"] for each in rows]
    assert len(sure) > 5
    assert sure == sorted(sure)


def test_accept_reject_skip_and_undo_by_key(fresh_server: str, decided: Ledger, page: Page) -> None:
    page.goto(fresh_server + "/review")
    first = in_hand(page)
    press(page, "a")
    second = in_hand(page)
    assert second != first
    assert (last(decided).kind, last(decided).items, last(decided).by) == ("confirm", (first,), "anna")
    press(page, " ")
    third = in_hand(page)
    assert third not in (first, second)
    assert len(decided.decisions()) == 1
    press(page, "x")
    assert (last(decided).kind, last(decided).items) == ("reject", (third,))
    assert decided.get(third).decision == "rejected"
    press(page, "u")
    assert decided.get(third).decision is None
    assert in_hand(page) == third
    assert page.locator(".last .undone").count() == 1


def test_edit_by_key(fresh_server: str, decided: Ledger, page: Page) -> None:
    page.goto(fresh_server + "/review")
    name = in_hand(page)
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.id") == "field"
    page.locator("#field").select_option("when")
    page.get_by_label("Is", exact=True).fill("2023-06-18/2023-06-19")
    follow(page, page.get_by_role("button", name="Set"))
    assert in_hand(page) == name
    found = decided.get(name)
    assert found.decision == "corrected"
    assert (found.when.start, found.when.end) == ("2023-06-18", "2023-06-19")
    assert page.locator("dl.sheet", has_text="2023-06-18 to 2023-06-19").count() == 1
    press(page, " ")
    assert in_hand(page) != name


def test_letters_typed_into_a_field_decide_nothing(fresh_server: str, decided: Ledger, page: Page) -> None:
    page.goto(fresh_server + "/review")
    page.get_by_label("Note").press_sequentially("a xu?")
    assert page.get_by_label("Note").input_value() == "a xu?"
    assert decided.decisions() == ()
    follow(page, page.get_by_role("button", name="Write"))
    assert last(decided).note == "a xu?"


def test_a_value_that_does_not_fit_is_told(fresh_server: str, decided: Ledger, page: Page) -> None:
    page.goto(fresh_server + "/review")
    page.locator("#field").select_option("status")
    page.get_by_label("Is", exact=True).fill("perhaps")
    follow(page, page.get_by_role("button", name="Set"))
    assert "can't be 'perhaps'" in page.locator("main").inner_text()
    assert decided.decisions() == ()


def test_help_and_keys_stand_on_the_screen(fresh_server: str, page: Page) -> None:
    page.goto(fresh_server + "/review")
    assert page.locator("#help kbd").all_inner_texts() == ["?", "a", "x", "e", "space", "u", "?"]
    page.keyboard.press("?")
    assert page.locator("#help[open]").count() == 0


def test_the_list_by_keys(fresh_server: str, decided: Ledger, page: Page) -> None:
    page.goto(fresh_server + "/review?mode=list")
    links = page.locator("tr.waiting a").evaluate_all("all => all.map(a => new URL(a.href).searchParams.get('item'))")
    page.keyboard.press("j")
    press(page, "a")
    assert last(decided).items == (links[1],)
    assert "mode=list" in page.url
    press(page, "x")
    assert last(decided).items == (links[2],)


def test_all_is_done_without_script(fresh_server: str, decided: Ledger, plain_page: Page) -> None:
    plain_page.goto(fresh_server + "/review?family=statements")
    name = in_hand(plain_page)
    follow(plain_page, plain_page.locator("#accept"))
    assert last(decided).items == (name,)
    follow(plain_page, plain_page.locator("#skip"))
    follow(plain_page, plain_page.locator("#undo button"))
    assert decided.get(name).decision is None


def test_ten_last_decisions_are_shown(fresh_server: str, page: Page) -> None:
    page.goto(fresh_server + "/review?family=statements")
    for _ in range(11):
        press(page, "a")
    assert page.locator(".last li").count() == 10


def test_two_reviewers_who_differ(fresh_server: str, decided: Ledger, page: Page) -> None:
    page.goto(fresh_server + "/review")
    first = in_hand(page)
    press(page, "a")
    undecided = get(fresh_server + "/review.json?mode=list&limit=1000").json()["items"]["rows"]
    by_ben = get(fresh_server + "/review.json?mode=list&limit=1000&by=ben&again=true").json()["items"]["rows"]
    assert {each["id"] for each in by_ben} - {each["id"] for each in undecided} == {first}
    page.goto(f"{fresh_server}/review?by=ben&again=true&item={first}")
    press(page, "x")
    assert in_hand(page) != first
    page.goto(fresh_server + "/review/disagreements")
    page.locator("select[name=first]").select_option("anna")
    page.locator("select[name=second]").select_option("ben")
    follow(page, page.get_by_role("button", name="Compare"))
    row = page.locator(".t-disagreements tbody tr")
    assert row.count() == 1
    assert {"right", "wrong"} <= set(row.inner_text().split())


def test_nothing_is_decided_without_the_forms_token(fresh_server: str, decided: Ledger, item: str) -> None:
    told = post(fresh_server + "/review", data={"confirm": item})
    assert told.status_code == 403
    assert decided.decisions() == ()
