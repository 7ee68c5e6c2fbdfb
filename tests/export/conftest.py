"""A small ledger of invented diplomacy: a planned visit that was held, told twice; words, a promise, events; awkward text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ledger.builders import commitment, document, engagement, event, statement
from memcon.desk.contents import Contents, contents_of
from memcon.document import Document
from memcon.ledger import Ledger
from memcon.record import DescribedAs, Place, Record, When

PLAN = "Estonia's Tomas Ilves will visit Zagreb next week, and Vesna Korda invited him to the coast in May."
NEWS = (
    "Foreign Minister Vesna Korda met Tomas Ilves in Zagreb on Tuesday for “frank” talks of two hours.\n"
    "Korda said Croatia backs Estonia & <friends> \U0001f54a on the border. She condemned the raid by Senegal."
)
COPY = "Vesna Korda and Tomas Ilves met in Zagreb on Tuesday, Example Daily reports; it lasted 90 minutes."
ORDER = "=1+1 is no formula here. Kenji Morita told Rosa Almeida that the summit was cancelled. NATO and Kosovo agreed to talk."


def told() -> list[tuple[Document, Record]]:
    """The documents and what a reader would find in them."""
    return [
        document(
            PLAN, "2024-03-01",
            engagement(PLAN, "will visit Zagreb", ["Tomas", "Vesna"], kind="visit", status="planned", place="Zagreb",
                       day=When(start="2024-03-04", end="2024-03-10", precision="range", text="next week"),
                       visitors=("Tomas",)),
            commitment(PLAN, "invited him to the coast", "invitation", "HRV", "EST", due_text="in May",
                       due=When(start="2024-05-01", end="2024-05-31", precision="month", text="in May")),
            event(PLAN, "will visit", ("EST", "HRV"), type="AGREE", status="planned", derived_from="e1", cameo="036"),
            url="https://example.org/plan", outlet="Example Wire", input_id="plan", title="Ilves to visit Zagreb",
        ),
        document(
            NEWS, "2024-03-06",
            engagement(NEWS, "met Tomas Ilves", ["Vesna", "Tomas"], kind="visit", day="2024-03-05", visitors=("Tomas",),
                       place=Place(name="Zagreb", city="Zagreb", country="HRV"), minutes=120,
                       described_as=(DescribedAs(text="frank", by=("HRV",)),), issues=("border",)),
            statement(NEWS, "Croatia backs Estonia & <friends> \U0001f54a on the border", "Vesna", about=("EST",),
                      issues=("border",), stance="supportive"),
            event(NEWS, "met", ("EST",), recipient=("HRV",), type="CONSULT", mode="visit", date="2024-03-05",
                  contexts=("diplomatic",), derived_from="e1", cameo="042"),
            event(NEWS, "condemned the raid", ("HRV",), recipient=("SEN",), number=2, type="ACCUSE", mode="disapprove",
                  date="2024-03-06", cameo="111"),
            url="https://example.org/news?a=1&b=2", outlet="Example Wire", input_id="news", title="Two <hours> in Zagreb",
        ),
        document(
            COPY, "2024-03-07",
            engagement(COPY, "met in Zagreb", ["Vesna", "Tomas"], kind="visit", day="2024-03-05", place="Zagreb", minutes=90),
            url="javascript:alert(1)", outlet="Example Daily",
        ),
        document(
            ORDER, None,
            engagement(ORDER, "summit was cancelled", ["Kenji", "Rosa"], kind="summit", status="cancelled"),
            statement(ORDER, "=1+1 is no formula here", "Kenji"),
            event(ORDER, "NATO and Kosovo agreed", ("NATO", "XKX"), type="AGREE", cameo="030"),
            outlet="Example Post",
        ),
    ]  # fmt: skip


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """The documents added to a ledger in memory."""
    with Ledger.open(":memory:", clock=lambda: "2024-04-01T00:00:00+00:00") as opened:
        for text, record in told():
            opened.add(text, record)
        yield opened


@pytest.fixture
def contents(ledger: Ledger) -> Contents:
    """All that it holds."""
    return contents_of(ledger)
