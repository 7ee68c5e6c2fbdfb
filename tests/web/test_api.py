"""The API: typed lists with an opaque next, one shape of error, and what changes the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.ledger import Ledger
from memcon.record import Record
from web.conftest import get, post

LISTS = ("engagements", "statements", "commitments", "events", "documents", "people")
DESK = {
    "timeline": "pair=USA,CHN",
    "channels": "pair=USA,CHN&on=2023-06-30",
    "promises": "pair=USA,CHN",
    "positions": "actor=CHN&issue=taiwan",
    "trajectory": "pair=USA,CHN&by=month",
    "dossier": "pair=USA,CHN&on=2023-06-30",
    "who": "phrase=the+Chinese+foreign+minister&on=2023-06-19",
}
PROBLEM = {"type", "title", "status", "detail", "fields"}


@pytest.mark.parametrize("name", LISTS)
def test_lists_come_in_pages(server: str, name: str) -> None:
    whole = get(f"{server}/api/{name}?limit=1000").json()
    assert whole["next"] is None
    rows, after = [], ""
    while after is not None:
        page = get(f"{server}/api/{name}?limit=3" + (f"&after={after}" if after else "")).json()
        assert len(page["rows"]) <= 3
        rows += page["rows"]
        after = page["next"]
    assert rows == whole["rows"]
    assert rows


@pytest.mark.parametrize("name", DESK)
def test_the_desk_answers(server: str, name: str) -> None:
    told = get(f"{server}/api/{name}?{DESK[name]}")
    assert told.status_code == 200, told.text
    assert isinstance(told.json(), dict)


def test_an_item_leads_to_its_words(server: str, item: str, place: Path) -> None:
    assert get(f"{server}/api/items/{item[:8]}").json()["id"] == item
    words = get(f"{server}/api/items/{item}/words").json()
    for each in words:
        text = get(f"{server}/api/documents/{each['document']}/text").json()["text"]
        assert text[each["start"] : each["end"]] == each["exact"]
    assert get(f"{server}/api/items/{item}/citations").json()["citations"][0]["document"] == words[0]["document"]
    assert get(f"{server}/api/items/{item}/why").json()["id"] == item
    with Ledger.open(place) as ledger:
        assert Record.from_json(get(f"{server}/api/documents/us-china-01/record").content) == ledger.record("us-china-01")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/items/e-ffffff", 404),
        ("/api/items/nonsense", 404),
        ("/api/documents/none", 404),
        ("/api/nothing", 404),
        ("/api/engagements?limit=0", 422),
        ("/api/engagements?since=monday", 422),
        ("/api/engagements?after=nonsense", 422),
        ("/api/statements?status=held", 422),
        ("/api/channels?pair=USA", 422),
        ("/api/timeline", 422),
        ("/api/search?q=%20", 422),
    ],
)
def test_errors_have_one_shape(server: str, path: str, status: int) -> None:
    told = get(server + path)
    assert told.status_code == status
    assert told.headers["content-type"] == "application/problem+json"
    assert set(told.json()) == PROBLEM
    assert told.json()["status"] == status
    assert told.json()["detail"]


def test_what_is_added_decided_and_undone(fresh_server: str) -> None:
    text = "Indian Foreign Minister S. Jaishankar met Japanese Foreign Minister Hayashi Yoshimasa in New Delhi on Thursday."
    given = {"text": text, "published": "2023-07-28", "outlet": "A Ministry"}
    made = post(fresh_server + "/api/documents", json=given)
    assert made.status_code == 201
    assert made.json()["outcome"] == "new"
    assert made.json()["found"]["engagements"] == 1
    assert post(fresh_server + "/api/documents", json=given).json()["outcome"] == "same"
    (met,) = get(fresh_server + "/api/engagements?source=A+Ministry").json()["rows"]
    url = f"{fresh_server}/api/items/{met['id']}/decisions"
    decision = post(url, json={"kind": "correct", "field": "place.city", "value": "Delhi", "by": "ben"})
    assert decision.status_code == 201
    assert get(f"{fresh_server}/api/items/{met['id']}").json()["place"]["city"] == "Delhi"
    undone = post(f"{fresh_server}/api/decisions/{decision.json()['id']}/undo?by=ben")
    assert undone.status_code == 201
    assert get(f"{fresh_server}/api/items/{met['id']}").json()["place"]["city"] != "Delhi"
    assert [each["kind"] for each in get(fresh_server + "/api/decisions?by=ben").json()] == ["undo", "correct"]
    for wrong in ({"kind": "correct"}, {"kind": "note", "note": " "}, {"kind": "forget"}, {"kind": "confirm", "more": 1}):
        assert post(url, json=wrong).status_code == 422


def test_a_draft_is_checked_and_not_kept(fresh_server: str) -> None:
    before = len(get(fresh_server + "/api/documents?limit=1000").json()["rows"])
    told = post(fresh_server + "/api/verify", json={"text": "Blinken called the flight “an irresponsible act”, he said."})
    assert told.status_code == 200
    assert told.json()["findings"][0]["verdict"] == "exact"
    assert len(get(fresh_server + "/api/documents?limit=1000").json()["rows"]) == before


def test_the_description_names_every_address_and_its_errors(server: str) -> None:
    described = get(server + "/api/openapi.json").json()
    assert {f"/api/{name}" for name in (*LISTS, *DESK)} <= set(described["paths"])
    for methods in described["paths"].values():
        for told in methods.values():
            assert told["description"]
            assert "422" in told["responses"]
            assert "Problem" in str(told["responses"]["422"])
