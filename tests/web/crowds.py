"""Ledgers of any size, written straight into the tables: documents of five engagements each, over two hundred parties."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, insert

from memcon.document import Document
from memcon.ledger import Ledger, MergedEngagement, Source
from memcon.ledger.items import write_items
from memcon.ledger.keys import named_facts
from memcon.ledger.people import name_words
from memcon.ledger.schema import address, document, passage, person, reading, report
from memcon.record import About, Engagement, Evidence, MadeBy, Participant, Published, Record, When

EACH = 5  # engagements of a document
BATCH = 400  # documents
FIRST_DAY = date(1995, 1, 1)
MADE_BY = MadeBy(memcon="0", model="none", knowledge="none", lexicon="none")
PARTIES = ["".join(letters) for letters in combinations("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3)][:200]
PAIRS = list(combinations(PARTIES, 2))
GIVEN = ["".join(letters).title() for letters in combinations("aeilnor", 3)]
STATUSES = ("held", "held", "held", "planned", "postponed", "cancelled")
KINDS = ("meeting", "talks", "call", "visit")


def fill(ledger: Ledger, engagements: int) -> None:
    """Write that many engagements, the same ones each time."""
    chance = random.Random(5)
    numbers = iter(range(engagements // EACH))
    while batch := [_told(number, chance) for number, _ in zip(numbers, range(BATCH), strict=False)]:
        ledger._store.write(lambda connection, batch=batch: _write(connection, batch))


def _told(number: int, chance: random.Random) -> tuple[Document, Record]:
    lines, facts, at = [], [], 0
    day = (FIRST_DAY + timedelta(days=chance.randrange(10_000))).isoformat()
    for place in range(1, EACH + 1):
        one, other = chance.choice(PAIRS)
        line = f"Minister {one.title()}son {number % 977} met Minister {other.title()}son in report {number}, item {place}."
        people = tuple(
            Participant(
                name=f"{chance.choice(GIVEN)} {side.title()}son", country=side, level="minister", office="Foreign Minister"
            )
            for side in (one, other)
        )
        evidence = (Evidence(start=at, end=at + len(line), exact=line, of=("kind", "participants")),)
        facts.append(
            Engagement(
                id=f"e{place}", kind=chance.choice(KINDS), status=chance.choice(STATUSES), participants=people,
                parties=(one, other), when=When(start=day, end=day, precision="day"), evidence=evidence, rule="made",
                confidence=round(chance.random(), 3), issues=("trade",) if chance.random() < 0.1 else (),
            )
        )  # fmt: skip
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    made = Document(text, text, input_id=f"d{number}", title=f"Report {number}", outlet=f"Wire {number % 40}")
    published = Published(date=day, basis="given")
    return made, Record(document=About(id=made.id, published=published, made_by=MADE_BY), engagements=tuple(facts))


def _write(connection: Connection, batch: list[tuple[Document, Record]]) -> None:
    rows: dict[Any, list[dict[str, Any]]] = {table: [] for table in (document, address, reading, passage, report, person)}
    items = []
    for made, record in batch:
        for table, row in _rows(made, record):
            rows[table].append(row)
        items += _items(made, record)
    for table, some in rows.items():
        connection.execute(insert(table), some)
    write_items(connection, "engagements", items, ())


def _rows(made: Document, record: Record) -> Iterator[tuple[Any, dict[str, Any]]]:
    day = record.document.published.date
    face = {"title": made.title, "outlet": made.outlet, "url": None, "input_id": made.input_id, "published": day}
    own = {"id": made.id, "text": made.text, "blocks": "[]", "source": made.id, "signature": b"", "shingles": 0}
    yield document, face | own | {"made_by": MADE_BY.model_dump_json(), "added_at": "2024-01-01", "language": "en"}
    yield address, face | {"id": made.id[7:], "document_id": made.id, "basis": "given", "added_at": "2024-01-01"}
    told = {"id": made.id[7:], "document_id": made.id, "published": day, "basis": "given", "in_force": True}
    yield reading, told | {"record": record.to_json()}
    yield passage, {"document_id": made.id, "start": 0, "text": made.text}
    for name, family, fact in named_facts(made.id, record):
        common = {"id": name, "document_id": made.id, "family": family, "fact_id": fact.id, "component": name, "item": name}
        yield report, common | {"data": fact.model_dump_json(), "start": fact.evidence[0].start, "end": fact.evidence[0].end}
        for each in fact.participants:  # type: ignore[attr-defined]
            key = " ".join(name_words(each.name))
            row = {"key": key, "report_id": name, "name": each.name, "country": each.country, "office": each.office}
            yield person, row | {"day": day}


def _items(made: Document, record: Record) -> Iterator[MergedEngagement]:
    for name, _, fact in named_facts(made.id, record):
        told = fact.model_dump(exclude={"id", "rule", "evidence", "history", "reported_by"})
        sources = (Source(document=made.id, source=made.id, report=name, fact=fact.id),)
        yield MergedEngagement(id=name, reports=(name,), sources=sources, **told)
