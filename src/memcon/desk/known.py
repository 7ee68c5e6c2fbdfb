"""What was known on a day: a view of the ledger in which nothing published later exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta

from memcon.ledger import Ledger
from memcon.ledger.types import Merged

FAMILIES = ("engagements", "statements", "commitments", "events")
MEMORY = 3 * 365  # days: what either side said longer ago, and not about the other, is not looked through


@contextmanager
def known_on(ledger: Ledger, day: date, parties: Sequence[str]) -> Iterator[Ledger]:
    """The ledger itself where it holds nothing later; else a copy of what these parties' documents told by that day.

    The copy is merged anew, so that statuses, preferred values and sources are those of that day."""
    if not ledger.holds_later(day.isoformat()):
        yield ledger
        return
    with ledger.as_of(day.isoformat(), documents_on(ledger, day, parties)) as seen:
        yield seen


def documents_on(ledger: Ledger, day: date, parties: Sequence[str]) -> list[str]:
    """Documents on the pair, and what either side said or took on of late; without parties, all."""
    since = (day - timedelta(days=MEMORY)).isoformat()
    found: set[str] = set()
    if not parties:
        return sorted(row.id for row in ledger.walk("documents", until=day.isoformat()))
    for family in FAMILIES:
        found |= sources_until(ledger.walk(family, between=tuple(parties)), day)
    for party in parties:
        for family in ("statements", "commitments"):
            found |= sources_until(ledger.walk(family, between=(party,), since=since, until=day.isoformat()), day)
    return sorted(found)


def sources_until(items: Iterable[Merged], day: date) -> set[str]:
    """The documents that tell of these items and were published by a day."""
    return {source.document for item in items for source in item.sources if (source.published or "9999") <= day.isoformat()}
