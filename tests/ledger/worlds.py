"""Small worlds of documents for the invariants: few people, days and sentences, so that reports meet, clash and repeat."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ledger.builders import PEOPLE, commitment, document, engagement, event, person, statement, when
from memcon.document import Document
from memcon.record import Record

NAMES = sorted(PEOPLE)
DAYS = [f"2024-03-{day:02d}" for day in (4, 5, 6, 7)]
WINDOWS = [
    *(when(day) for day in DAYS),
    when("2024-03-05", precision="unknown"),
    when("2024-03-04", "2024-03-08"),
    when("2024-03-01", "2024-03-31", "month"),
    when("2024-01-01", "2024-12-31", "year"),
    None,
]
KINDS = ["meeting", "talks", "call", "visit", "dinner"]
STATUSES = ["held", "held", "held", "planned", "postponed", "cancelled"]
SAYINGS = [
    "the border will stay open to all travellers this winter",
    "the border would remain open to all travellers in winter",
    "talks on grain shipments must resume before the harvest ends",
    "nobody wants another winter without a grain agreement",
]
OUTLETS = [None, "Harbour Post", "Northern Wire"]
URLS = [None, None, "https://example.org/a", "https://example.org/b"]


@st.composite
def documents(draw: Any) -> tuple[Document, Record]:
    """A document whose text is decided by its facts, so that equal texts have equal records."""
    number = draw(st.integers(0, 40))
    choose = st.sampled_from
    facts: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(1, 3))):
        people = draw(st.lists(choose(NAMES), min_size=2, max_size=3, unique=True))
        window, status = draw(choose(WINDOWS)), draw(choose(STATUSES))
        facts.append({"people": people, "kind": draw(choose(KINDS)), "day": window, "status": status})
    saying, speaker = draw(choose(SAYINGS)), draw(choose(NAMES))
    published = draw(choose(["2024-03-05", "2024-03-06", "2024-03-20"]))
    lines = [f"{n}: {f['kind']} {f['people']} {f['day']} {f['status']}" for n, f in enumerate(facts)]
    text = f"Report {number} of {published}. {speaker} said that {saying}. " + " ".join(lines)
    made: list[Any] = [
        engagement(text, line, f["people"], kind=f["kind"], day=f["day"], status=f["status"], number=n + 1)
        for n, (line, f) in enumerate(zip(lines, facts, strict=True))
    ]
    if len(made) > 1 and draw(st.booleans()):
        made[1] = made[1].model_copy(update={"part_of": "e1"})
    made.append(statement(text, saying, speaker))
    made.append(event(text, lines[0], made[0].parties, derived_from="e1", date=made[0].when and made[0].when.start))
    made.append(commitment(text, saying, "pledge", person(speaker).country or "", engagement="e1"))
    return document(text, published, *made, outlet=draw(choose(OUTLETS)), url=draw(choose(URLS)))
