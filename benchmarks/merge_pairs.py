"""The pairs of reported engagements that are closest to being merged: for a person to read, pair by pair.

    python benchmarks/merge_pairs.py ../shared/gold/readouts/foreign_dev.jsonl [--pairs 100]

Reads the documents, adds them to a ledger in memory, compares all reports of different documents that share a block, and
prints a Markdown table: merged pairs first, then the highest scores that stayed apart, the closest in time first, with
the reason.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from sqlalchemy import select

from memcon.intake import Failed, read_paths
from memcon.ledger import Ledger
from memcon.ledger.effective import load_members
from memcon.ledger.families import MATCHERS
from memcon.ledger.schema import report
from memcon.ledger.windows import Window
from memcon.reading.reader import Reader

SHOWN = 70


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and what came of comparing them."""

    merged: bool
    score: float
    one: str
    other: str
    because: str
    days: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--pairs", type=int, default=100)
    given = parser.parse_args()
    reader = Reader()
    with Ledger.open(":memory:") as ledger:
        for document in read_paths([given.path]):
            if not isinstance(document, Failed):
                ledger.add(document, reader.read(document))
        pairs = sorted(compared(ledger), key=lambda pair: (not pair.merged, -pair.score, pair.days, pair.one, pair.other))
    print("| | score | one | other | grounds, or why not |\n|---|---|---|---|---|")
    for pair in pairs[: given.pairs]:
        print(f"| {'merged' if pair.merged else 'apart'} | {pair.score:.2f} | {pair.one} | {pair.other} | {pair.because} |")


def compared(ledger: Ledger) -> Iterator[Pair]:
    """All pairs of reports of different documents that share a block."""
    matcher = MATCHERS["engagements"]
    names = {row.document: row.input_id for item in ledger.walk("engagements") for row in item.sources}
    with ledger._store.reading() as connection:
        items: dict[str, str] = {}
        for row in connection.execute(select(report.c.id, report.c.item).where(report.c.family == "engagements")):
            items[row.id] = row.item
        loaded = load_members(connection, "engagements", list(items))
    features = {name: matcher.features(member, loaded.outlets[name]) for name, member in loaded.members.items()}
    for one, other in combinations(sorted(features), 2):
        mine, its = loaded.members[one], loaded.members[other]
        if mine.document == its.document or not set(features[one].keys) & set(features[other].keys):
            continue
        verdict = matcher.compare(features[one], features[other])
        because = "; ".join(text for text, _ in verdict.grounds)
        yield Pair(
            merged=items[one] == items[other],
            score=verdict.score,
            one=f"{names[mine.document]}: {_shown(mine)}",
            other=f"{names[its.document]}: {_shown(its)}",
            because=f"**{verdict.against}**" if verdict.against else because,
            days=_days_apart(features[one].window, features[other].window),
        )


def _days_apart(one: Window | None, other: Window | None) -> int:
    if one is None or other is None:
        return 10_000
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def _shown(member: Any) -> str:
    fact = member.fact
    day = fact.when.start if fact.when and fact.when.start else "no date"
    people = ", ".join((person.name or person.office or "?").split()[-1] for person in fact.participants)
    return f"{day} {fact.status} {fact.kind}, {people}"[:SHOWN]


if __name__ == "__main__":
    main()
