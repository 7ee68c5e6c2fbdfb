"""What a ledger costs as it grows: one pair's timeline among 10,000 and among 1,000,000 engagements, and the memory that
adding 10,000 documents takes.

    python benchmarks/ledger_scale.py timeline [--large 1000000] [--server postgresql://postgres@127.0.0.1:5432]
    python benchmarks/ledger_scale.py memory [--documents 10000]

With `--server` the same ledgers are copied into two databases of that PostgreSQL server, asked there, and dropped.
Prints one JSON object. Floors: timeline ratio at most 2, memory ratio at most 1.2.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import resource
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, select

from memcon.document import Document
from memcon.ledger import Ledger, MergedEngagement, Source
from memcon.ledger.items import write_items
from memcon.ledger.keys import digest
from memcon.ledger.schema import address, document, engagement, facet
from memcon.record import About, Engagement, Evidence, MadeBy, Participant, Published, Record, Statement, When
from memcon.record import Content as Words

SMALL = 10_000
BATCH = 5_000
PAIR = ("AAA", "AAB")  # the pair that is asked for has as many engagements in the small ledger as in the large one
ON_THE_PAIR = 200
ROUNDS = 30
FIRST_DAY = date(1995, 1, 1)
COPIED = (document, address, engagement, facet)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MADE_BY = MadeBy(memcon="0", model="none", knowledge="none", lexicon="none")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["timeline", "memory"])
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--server", help="of PostgreSQL, without a database")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = (
            timeline(Path(folder), given.large, given.server)
            if given.what == "timeline"
            else memory(Path(folder), given.documents)
        )
    print(json.dumps(report, indent=1))


def timeline(folder: Path, large: int, server: str | None = None) -> dict[str, Any]:
    """Median milliseconds of one pair's whole timeline in a small and in a large ledger, asked by turns."""
    with Ledger.open(folder / "small.db") as few, Ledger.open(folder / "large.db") as many:
        _fill(few, SMALL)
        _fill(many, large)
        report = _asked(few, many, large)
        if server:
            with _on_server(few, server) as few_there, _on_server(many, server) as many_there:
                report = {"sqlite": report, "postgresql": _asked(few_there, many_there, large)}
    return report


def _asked(few: Ledger, many: Ledger, large: int) -> dict[str, Any]:
    times: dict[int, list[float]] = {SMALL: [], large: []}
    for _ in range(ROUNDS):
        times[SMALL].append(_seconds(few))
        times[large].append(_seconds(many))
    cost = {size: round(1000 * statistics.median(each), 2) for size, each in times.items()}
    return {"milliseconds": cost, "ratio": round(cost[large] / cost[SMALL], 2)}


@contextmanager
def _on_server(ledger: Ledger, server: str) -> Iterator[Ledger]:
    """A copy of a filled ledger in a new database of a PostgreSQL server, dropped afterwards."""
    name = f"memcon_scale_{uuid.uuid4().hex[:12]}"
    _administer(server, f'CREATE DATABASE "{name}"')
    try:
        with Ledger.open(f"{server.rstrip('/')}/{name}") as copy:
            with ledger._store.engine.connect() as rows, copy._store.engine.begin() as connection:
                for table in COPIED:
                    _copy(rows, connection, table)
            _administer(f"{server.rstrip('/')}/{name}", "VACUUM ANALYZE")
            yield copy
    finally:
        _administer(server, f'DROP DATABASE "{name}"')


def _copy(rows: Connection, connection: Connection, table: Table) -> None:
    """All rows of a table, by COPY: a million by INSERT take hours."""
    columns = [column.name for column in table.columns]
    names = ", ".join(f'"{name}"' for name in columns)
    found = rows.execution_options(yield_per=BATCH).execute(select(table))
    for part in found.partitions(BATCH):
        buffer = io.StringIO()
        csv.writer(buffer).writerows([[_cell(value) for value in row] for row in part])
        buffer.seek(0)
        cursor = connection.connection.cursor()
        cursor.execute(f"COPY \"{table.name}\" ({names}) FROM STDIN WITH (FORMAT csv, NULL '<null>')", stream=buffer)


def _cell(value: object) -> object:
    return "<null>" if value is None else "\\x" if value == b"" else value


def _administer(place: str, statement: str) -> None:
    database = place if place.rstrip("/").count("/") > 2 else f"{place.rstrip('/')}/postgres"
    engine = create_engine(database.replace("postgresql:", "postgresql+pg8000:", 1), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _seconds(ledger: Ledger) -> float:
    started = time.perf_counter()
    found = list(ledger.walk("engagements", between=PAIR))
    assert len(found) == ON_THE_PAIR
    return time.perf_counter() - started


def _fill(ledger: Ledger, size: int) -> None:
    parties = ["".join(letters) for letters in combinations(LETTERS, 3)][:200]
    pairs = [pair for pair in combinations(parties, 2) if not set(pair) & set(PAIR)]
    chance = random.Random(1)
    ledger._store.write(_one_document)
    for start in range(0, size, BATCH):
        numbers = range(start, min(start + BATCH, size))
        items = [_merged(n, PAIR if n < ON_THE_PAIR else chance.choice(pairs), chance) for n in numbers]
        ledger._store.write(lambda connection, items=items: write_items(connection, "engagements", items, ()))


def _one_document(connection: Any) -> None:
    face = {"title": None, "outlet": "Wire", "url": None, "input_id": "one", "published": "2024-01-01"}
    row = face | {"id": "sha256:one", "text": "", "blocks": "[]", "source": "sha256:one", "signature": b"", "shingles": 0}
    connection.execute(insert(document), row | {"made_by": "{}", "added_at": "2024-01-01"})
    connection.execute(insert(address), face | {"id": "a", "document_id": "sha256:one", "basis": "given", "added_at": "2024"})


def _merged(number: int, pair: tuple[str, str], chance: random.Random) -> MergedEngagement:
    name = f"e-{digest(str(number))}"
    day = (FIRST_DAY + timedelta(days=chance.randrange(10_000))).isoformat()
    return MergedEngagement(
        id=name,
        reports=(name,),
        sources=(Source(document="sha256:one", source="", report=name, fact="e1"),),
        kind="meeting",
        status="held",
        parties=tuple(sorted(pair)),
        participants=tuple(Participant(name=f"Person {side} {chance.randrange(40)}", country=side) for side in pair),
        when=When(start=day, end=day, precision="day"),
    )


def memory(folder: Path, documents: int) -> dict[str, Any]:
    """Peak resident memory, in MB, after a tenth of the documents and at the end."""
    peaks, started = {}, time.perf_counter()
    with Ledger.open(folder / "memory.db") as ledger:
        for number, (text, record) in enumerate(_stories(documents), start=1):
            ledger.add(text, record)
            if number in (documents // 10, documents):
                peaks[number] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - started
    first, last = peaks.values()
    return {"megabytes": peaks, "ratio": round(last / first, 3), "documents_per_second": round(documents / seconds, 1)}


def _stories(documents: int) -> Iterator[tuple[Document, Record]]:
    chance = random.Random(2)
    words = ["".join(chance.choices("aeioulmnrst", k=chance.randint(4, 9))) for _ in range(3000)]
    for number in range(documents):
        yield _story(number, " ".join(chance.choices(words, k=250)), chance)


def _story(number: int, filler: str, chance: random.Random) -> tuple[Document, Record]:
    sides = chance.sample(LETTERS, 2)
    day = (FIRST_DAY + timedelta(days=number // 8)).isoformat()
    text = f"Leader {sides[0]} met Leader {sides[1]}. Leader {sides[0]} said {filler[:80]}. {filler}"
    people = tuple(Participant(name=f"Person {side}son", country=side * 3) for side in sides)
    said = Words(start=40, end=100, exact=text[40:100])
    evidence = (Evidence(start=9, end=12, exact=text[9:12]),)
    about = About(id=Document(text=text, shadow=text).id, published=Published(date=day, basis="given"), made_by=MADE_BY)
    record = Record(
        document=about,
        engagements=(
            Engagement(
                id="e1",
                kind="meeting",
                participants=people,
                parties=tuple(sorted(person.country or "" for person in people)),
                when=When(start=day, end=day, precision="day"),
                evidence=evidence,
            ),
        ),
        statements=(Statement(id="s1", kind="indirect", content=said, evidence=evidence),),
    )
    return Document(text=text, shadow=text), record


if __name__ == "__main__":
    main()
