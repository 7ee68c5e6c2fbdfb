"""Nine documents of one week: merges, near-copies, a version, plans and statements, for tests that add them all."""

from __future__ import annotations

import random
from typing import Any

from ledger.builders import PEOPLE, commitment, document, engagement, event, statement
from memcon.document import Document
from memcon.ledger import Ledger
from memcon.record import Record

FILLER = (
    "The ministers reviewed trade across the strait, the ferry line and the fishing quotas of the coming season. "
    "Both delegations praised the work of the joint commission, which has met four times since the spring. "
    "Officials said the next round would look at rail links, student exchanges and the price of winter gas. "
    "A short walk along the old harbour followed, and the guests left for the airport before nightfall."
)


def corpus() -> list[tuple[Document, Record]]:
    """The documents, always the same."""
    chance = random.Random(7)
    names = sorted(PEOPLE)
    made: list[tuple[Document, Record]] = []
    for number in range(6):
        pair = chance.sample(names, 2)
        day = f"2024-03-{chance.randint(4, 8):02d}"
        status = chance.choice(["held", "held", "planned", "cancelled"])
        opening = f"Story {number}. {pair[0]} and {pair[1]} met. {pair[0]} said that rail links come first this year."
        made.append(story(opening + " " + FILLER[number * 7 :], pair, day, status, url=f"https://example.org/{number % 5}"))
    original = made[0][0].text
    for change in ("Story 0 again. ", "From our partner: "):
        pair = [name for name in names if name in original[:60]]
        made.append(story(change + original, pair, "2024-03-05", "held"))
    made.append(made[3])
    return made


def story(text: str, pair: list[str], day: str, status: Any, url: str | None = None) -> tuple[Document, Record]:
    """One story of one meeting, what was said there and what was promised."""
    parties = tuple(sorted(PEOPLE[name][1] for name in pair))
    return document(
        text,
        "2024-03-08",
        engagement(text, "met", pair, day=day, status=status),
        statement(text, "rail links come first this year", pair[0]),
        event(text, "met", parties, date=day, derived_from="e1"),
        commitment(text, "rail links", "pledge", parties[0], parties[1], engagement="e1"),
        url=url,
    )


def add_corpus(place: str, shuffle: int | None = None) -> None:
    """Add the whole corpus to a ledger: what a process does that may be killed, or has company."""
    documents = corpus()
    if shuffle is not None:
        random.Random(shuffle).shuffle(documents)
    with Ledger.open(place) as ledger:
        list(ledger.add_many(documents))
