"""Records that are in no ledger, as the contents of one: every fact an item of its own, nothing merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from memcon.desk.contents import Contents
from memcon.ledger import DocumentRow
from memcon.ledger.fold_commitments import fold_commitment
from memcon.ledger.fold_engagements import fold_engagement
from memcon.ledger.fold_events import fold_event
from memcon.ledger.fold_statements import fold_statement
from memcon.ledger.keys import UNDATED, named_facts
from memcon.ledger.settling import Member
from memcon.ledger.types import Merged, MergedEngagement
from memcon.record import About, Commitment, Engagement, Event, Fact, Record, Statement

M = TypeVar("M", bound=Merged)


def contents_of_records(records: Iterable[Record]) -> Contents:
    """The facts of records as items with one source each. Ids are those that a ledger gives to the same facts.

    A document that comes twice counts once. Texts are not in records, so `Contents.text` gives None."""
    kept = {record.document.id: record for record in records}
    items = [item for record in kept.values() for item in _items(record)]
    rows = sorted((_row(record.document) for record in kept.values()), key=lambda row: (row.published or "9999", row.id))
    return Contents(
        engagements=_ordered(items, MergedEngagement, lambda item: item.when.start if item.when else None),
        statements=_ordered(items, _type_of("statements"), lambda item: item.day),
        commitments=_ordered(items, _type_of("commitments"), lambda item: item.day),
        events=_ordered(items, _type_of("events"), lambda item: item.date),
        documents=rows,
        record=kept.__getitem__,
        text=lambda document: None,
    )


def _type_of(family: str) -> Any:
    from memcon.ledger.queries import ITEM_TYPES

    return ITEM_TYPES[family]


def _ordered(items: Sequence[Merged], kind: type[M], day: Callable[[M], str | None]) -> tuple[M, ...]:
    found = [item for item in items if isinstance(item, kind)]
    return tuple(sorted(found, key=lambda item: (day(item) or UNDATED, item.id)))


def _items(record: Record) -> Iterator[Merged]:
    about = record.document
    named = [(name, fact) for name, _, fact in named_facts(about.id, record)]
    names = {fact.id: name for name, fact in named}
    engagements: dict[str, MergedEngagement] = {}
    for name, fact in named:
        item = _folded(Member(name, about.id, about.published.date, fact), names, engagements)
        if item is None:
            continue
        if isinstance(item, MergedEngagement):
            engagements[name] = item
        sources = tuple(
            source.model_copy(
                update={
                    "source": about.id, "input_id": about.input_id, "url": about.url, "outlet": about.outlet,
                    "title": about.title, "published": about.published.date,
                }
            )
            for source in item.sources
        )  # fmt: skip
        yield item.model_copy(update={"sources": sources})


def _folded(member: Member[Any], names: dict[str, str], engagements: dict[str, MergedEngagement]) -> Merged | None:
    """The item of one fact; None for an office, which ledgers don't list. Engagements come before what refers to them."""
    fact: Fact = member.fact
    if isinstance(fact, Engagement):
        return fold_engagement([member]).model_copy(update={"part_of": names.get(fact.part_of or "")})
    if isinstance(fact, Statement):
        return fold_statement([member])
    if isinstance(fact, Commitment):
        about = engagements.get(names.get(fact.engagement or "", ""))
        return fold_commitment([member], {member.report: about} if about else {})
    if isinstance(fact, Event):
        name = names.get(fact.derived_from or "", "")
        return fold_event([member], name if name in engagements else None)
    return None


def _row(about: About) -> DocumentRow:
    return DocumentRow(
        id=about.id, input_id=about.input_id, url=about.url, title=about.title, outlet=about.outlet,
        language=about.language, published=about.published.date, source=about.id, added_at="",
    )  # fmt: skip
