"""Who may ask, from where, how much, and what a browser may do with the answer."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page

from web.addresses import PAGES
from web.conftest import get, post, served, visiting


def test_another_name_for_this_machine_is_turned_away(server: str) -> None:
    assert get(server + "/engagements", headers={"host": "evil.example"}).status_code == 421
    assert get(server + "/engagements", headers={"host": "localhost:1"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)
def test_what_another_site_sends_is_turned_away(fresh_server: str, item: str, headers: dict[str, str]) -> None:
    body = {"kind": "confirm"}
    assert post(f"{fresh_server}/api/items/{item}/decisions", json=body, headers=headers).status_code == 403
    assert post(f"{fresh_server}/api/items/{item}/decisions", json=body).status_code == 201


def test_a_form_of_another_site_decides_nothing(fresh_server: str, item: str, page: Page) -> None:
    form = f'<form method=post action="{fresh_server}/review"><input name=confirm value="{item}"></form>'
    evil = "http://127.0.0.1:8999/evil"  # nobody is asked: the browser is given this answer
    page.route(evil, lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto(evil)
    with page.expect_navigation() as told:
        page.evaluate("document.forms[0].submit()")
    assert told.value is not None
    assert told.value.status == 403


def test_a_token_is_asked_for_and_kept(fresh: Path, browser: Browser) -> None:
    with served(fresh, token="open sesame") as address:
        assert get(address + "/engagements.json").status_code == 401
        assert get(address + "/api/engagements").status_code == 401
        assert get(address + "/engagements", headers={"authorization": "Bearer wrong"}).status_code == 303
        assert get(address + "/engagements", headers={"authorization": "Bearer open sesame"}).status_code == 200
        assert post(address + "/review", data={"confirm": "e-1"}).status_code == 401
        with visiting(browser) as page:
            page.goto(address + "/engagements")
            assert page.url.endswith("/sign-in")
            page.get_by_label("Token").fill("wrong")
            page.get_by_role("button", name="Sign in").click()
            assert "not the token" in page.locator("main").inner_text()
            page.goto(address + "/sign-in")
            page.get_by_label("Token").fill("open sesame")
            page.get_by_role("button", name="Sign in").click()
            assert page.url == address + "/"
            cookie = page.context.cookies()[0]
            assert cookie["httpOnly"]
            assert cookie["sameSite"] == "Strict"
            assert "sesame" not in cookie["value"]


def test_a_proxy_says_who_it_is(fresh: Path, item: str) -> None:
    with served(fresh, user_header="X-Remote-User") as address:
        assert get(address + "/engagements").status_code == 401
        carla = {"x-remote-user": "carla"}
        body = {"kind": "confirm", "by": "somebody else"}
        assert post(f"{address}/api/items/{item}/decisions", json=body, headers=carla).status_code == 201
        assert get(address + "/api/decisions", headers=carla).json()[0]["by"] == "carla"


def test_more_than_the_limit_is_not_taken(fresh: Path) -> None:
    with served(fresh, largest_upload=10_000) as address:
        told = post(address + "/api/documents", json={"text": "a" * 20_000})
        assert told.status_code == 413
        assert told.json()["status"] == 413

        def endless() -> object:
            for _ in range(100):
                yield b"a" * 1_000

        with pytest.raises(httpx.HTTPError):
            post(address + "/api/documents", content=endless(), headers={"content-type": "application/json"}).raise_for_status()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_no_script_and_no_style_but_our_files(server: str, item: str, name: str) -> None:
    told = get(server + PAGES[name].format(item=item))
    policy = told.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert told.headers["x-content-type-options"] == "nosniff"
    assert " style=" not in told.text
    assert "<style" not in told.text
    assert all("src=" in each.partition(">")[0] for each in told.text.split("<script")[1:])
    assert not any(each in told.text for each in (" onclick=", " onload=", " onerror=", "javascript:"))
