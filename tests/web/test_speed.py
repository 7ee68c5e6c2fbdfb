"""A ledger of 100,000 engagements answers as fast as an empty one: time to the first byte of each page, three times at most."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from memcon.ledger import Ledger
from web.addresses import PAGES
from web.conftest import served
from web.crowds import EACH, fill

MOST_TIMES = 3.0
ROUNDS = 15
OF_ONE = ("item", "document", "document-held-back", "person", "people-on-a-day", "who", "readouts")  # against a ledger of one document


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory, share: int) -> Iterator[dict[str, str]]:
    """Three servers: over nothing, over one document, and over many."""
    folder: Path = tmp_path_factory.mktemp("speed")
    for name, size in (("none", 0), ("one", EACH), ("many", 100_000 // share)):
        with Ledger.open(folder / f"{name}.db") as ledger:
            fill(ledger, size)
    with (
        served(folder / "none.db") as none,
        served(folder / "one.db") as one,
        served(folder / "many.db") as many,
    ):
        yield {"none": none, "one": one, "many": many}


def first_byte(client: httpx.Client, address: str) -> float:
    """Seconds until the first byte of an answer."""
    started = time.perf_counter()
    with client.stream("GET", address) as answer:
        next(answer.iter_raw(1), b"")
        taken = time.perf_counter() - started
        assert answer.status_code < 500, address
    return taken


@pytest.mark.long
def test_first_byte_of_each_page(ledgers: dict[str, str]) -> None:
    with httpx.Client(timeout=60) as client:
        told = client.get(ledgers["one"] + "/engagements.json").json()["rows"]
        item, person = told[0]["id"], told[0]["participants"][0]["name"].lower()
        slow: dict[str, float] = {}
        for name, path in PAGES.items():
            if "facets" in name or ("us-china" in path and name != "document"):
                continue
            path = path.format(item=item).replace("us-china-01", "d0").replace("wang%20yi", person)
            path = path.replace("USA%2BCHN", "%2B".join(told[0]["parties"]))
            base = ledgers["one" if name in OF_ONE else "none"]
            times: dict[str, list[float]] = {"base": [], "many": []}
            for _ in range(ROUNDS):
                times["base"].append(first_byte(client, base + path))
                times["many"].append(first_byte(client, ledgers["many"] + path))
            slow[name] = statistics.median(times["many"]) / statistics.median(times["base"])
        print({name: round(ratio, 2) for name, ratio in slow.items()})
        assert {name: ratio for name, ratio in slow.items() if ratio > MOST_TIMES} == {}
