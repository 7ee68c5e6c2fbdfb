"""Reading stored documents anew, with a newer memcon or another lexicon: what changes first, then the change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from memcon.document import Document
from memcon.ledger.adding import address_id, choose_face, reading_row, stored_document
from memcon.ledger.anchoring import core_of
from memcon.ledger.keys import FAMILIES, anchor_span, canonical, plain
from memcon.ledger.rows import chunks
from memcon.ledger.schema import address, document, reading
from memcon.ledger.types import Change
from memcon.record import Fact, Published, Record

Read = Callable[[Document], Record]
# What a fact does not say itself: its name in the record, how it was found, and names of other facts.
NOT_SAID = frozenset({"id", "rule", "confidence", "evidence", "part_of", "engagement", "from"})
SHOWN = 160


@dataclass(frozen=True, slots=True)
class Reread:
    """One reading of a document, made anew."""

    document: str
    reading: str
    before: Record
    after: Record

    @property
    def changes(self) -> tuple[Change, ...]:
        """The facts gained, lost and changed."""
        return tuple(change for family in FAMILIES for change in _family_changes(self, family))


def readings(connection: Connection, document_id: str) -> list[tuple[Row[Any], Document]]:
    """Each reading of a document, and the document as it has to be given to a reader for it."""
    row = connection.execute(select(document).where(document.c.id == document_id)).one()
    text = stored_document(row)
    rows = connection.execute(select(reading).where(reading.c.document_id == document_id).order_by(reading.c.id)).all()
    found = []
    for each in rows:
        title = Record.from_json(each.record).document.title
        known = each.basis not in ("inferred", "unknown")
        published = Published(date=each.published, basis=each.basis) if known else Published()
        found.append((each, replace(text, title=title, published=published)))
    return found


def document_ids(connection: Connection) -> list[str]:
    """All documents, by id."""
    return list(connection.execute(select(document.c.id).order_by(document.c.id)).scalars())


def replace_readings(connection: Connection, rereads: list[Reread]) -> None:
    """Put new records in the place of old ones, and bring the history up to date."""
    for each in rereads:
        before, after = each.before.document.published, each.after.document.published
        connection.execute(delete(reading).where(reading.c.id == each.reading))
        row = reading_row(each.after, in_force=False)
        connection.execute(delete(reading).where(reading.c.id == row["id"]))
        connection.execute(insert(reading), row)
        if (before.date, before.basis) != (after.date, after.basis):
            _move_addresses(connection, each.document, before, after)
    for part in chunks({each.document: each for each in rereads}.values()):
        for each in part:
            made_by = canonical(plain(each.after.document.made_by))
            connection.execute(update(document).where(document.c.id == each.document).values(made_by=made_by))
            choose_face(connection, each.document, anew=True)


def _move_addresses(connection: Connection, document_id: str, before: Published, after: Published) -> None:
    """A date that was inferred may be inferred otherwise; the addresses that had it follow."""
    rows = connection.execute(
        select(address).where(
            address.c.document_id == document_id, address.c.basis == before.basis, address.c.published == before.date
            if before.date is not None
            else address.c.published.is_(None),
        )
    ).all()  # fmt: skip
    for row in rows:
        changed = dict(row._mapping) | {"published": after.date, "basis": after.basis}
        connection.execute(delete(address).where(address.c.id == row.id))
        connection.execute(insert(address), changed | {"id": address_id(changed)})


def _family_changes(reread: Reread, family: str) -> Iterator[Change]:
    """Facts are matched by what they say, then by the words they stand on."""
    before: list[Fact] = list(getattr(reread.before, family))
    after: list[Fact] = list(getattr(reread.after, family))
    said = [canonical(_said(fact)) for fact in after]
    left = []
    for fact in before:
        words = canonical(_said(fact))
        if words in said:
            at = said.index(words)
            del said[at], after[at]
        else:
            left.append(fact)
    for fact in left:
        same = max((other for other in after if _alike(fact, other) > 0), key=lambda o: _alike(fact, o), default=None)
        if same is None:
            yield _change("lost", reread, family, fact)
        else:
            after.remove(same)
            yield _change("changed", reread, family, same, _differing(fact, same))
    for fact in after:
        yield _change("gained", reread, family, fact)


def _said(fact: Fact) -> dict[str, Any]:
    return {field: value for field, value in plain(fact).items() if field not in NOT_SAID}


def _differing(before: Fact, after: Fact) -> dict[str, tuple[Any, Any]]:
    old, new = _said(before), _said(after)
    return {field: (old[field], new[field]) for field in old if old[field] != new[field]}


def _alike(one: Fact, other: Fact) -> float:
    """0 where the two stand on different words; else more, the more of their core they share."""
    first, second = anchor_span(one), anchor_span(other)
    if not (first and second and first[0] < second[1] and second[0] < first[1]):
        return 0.0
    before, after = core_of(plain(one)), core_of(plain(other))
    return 0.1 + sum(bool(before[field] == after[field]) for field in before) / len(before)


def _change(kind: Any, reread: Reread, family: str, fact: Fact, fields: dict[str, Any] | None = None) -> Change:
    words = " ".join((fact.evidence[0].exact if fact.evidence else "").split())
    return Change(change=kind, document=reread.document, family=family, fact=fact.id, says=words[:SHOWN], fields=fields or {})
