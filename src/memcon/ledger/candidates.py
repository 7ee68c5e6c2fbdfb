"""Candidates: facts that somebody else's program proposes. They are no part of the history until a person confirms one.

A confirmed one with a speaker becomes a statement of its document, unless reading found one on the same words. Confirming
and rejecting are decisions like others: only ever added, undone by another, combined with the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, select

from memcon.errors import LedgerError
from memcon.ledger.effective import undone_decisions
from memcon.ledger.keys import canonical, cursor_of, digest, fold, place_of
from memcon.ledger.queries import Filters
from memcon.ledger.rows import insert_rows, rows_in
from memcon.ledger.schema import candidate, decision, document
from memcon.ledger.types import Candidate, CandidateStatus, NewCandidate, Page
from memcon.record import Content, Evidence, Record, Span, Speaker, Statement

LETTER = "k"
FIELD = "candidate"  # of a decision that is about one
STATUS: dict[str, CandidateStatus] = {"confirm": "confirmed", "reject": "rejected"}
ANSWERS = ("status", "kind", "source")  # the filters that candidates have


def put_candidates(connection: Connection, given: Iterable[NewCandidate], now: str) -> tuple[int, set[str]]:
    """Add candidates; how many were new, and the documents of those that a person has confirmed before.

    Raises LedgerError where a document is not in the ledger, or has other words there."""
    rows = {row["id"]: row for row in (_row(connection, each, now) for each in given)}
    known = {row.id for row in rows_in(connection, select(candidate.c.id), candidate.c.id, rows)}
    new = [row for name, row in rows.items() if name not in known]
    insert_rows(connection, candidate, new)
    settled = statuses(connection)
    return len(new), {row["document_id"] for row in new if settled.get(row["id"]) == "confirmed"}


def _row(connection: Connection, given: NewCandidate, now: str) -> dict[str, Any]:
    text = connection.execute(select(document.c.text).where(document.c.id == given.document)).scalar()
    if text is None:
        raise LedgerError(f"{given.document} is not in this ledger; add it before what is said of it")
    if text[given.start : given.end] != given.exact:
        raise LedgerError(f"{given.document} has other words at {given.start}–{given.end}; verify against this ledger")
    said = {"speakers": list(given.speakers), "fields": dict(given.fields), "in_quotation_marks": given.in_quotation_marks}
    name = digest(given.document, given.kind, f"{given.start}-{given.end}", canonical(said))
    return {
        "id": f"{LETTER}-{name}",
        "document_id": given.document,
        "kind": given.kind,
        "start": given.start,
        "end": given.end,
        "exact": given.exact,
        "said": canonical(said),
        "made_by": given.made_by,
        "added_at": now,
    }


def candidates_of(connection: Connection, documents: Sequence[str]) -> list[tuple[NewCandidate, str]]:
    """The candidates on these documents as they were given, and when."""
    rows = rows_in(connection, select(candidate), candidate.c.document_id, documents)
    return [(NewCandidate(**_given(row)), row.added_at) for row in sorted(rows, key=lambda row: str(row.id))]


def list_candidates(connection: Connection, filters: Filters, *, after: str | None, limit: int) -> Page[Candidate]:
    """One page of candidates, by document and place. Raises LedgerError for a filter that they don't have."""
    wrong = [each.name for each in fields(filters) if getattr(filters, each.name) and each.name not in (*ANSWERS, "rejected")]
    if wrong:
        raise LedgerError(f"candidates can be narrowed by {', '.join(ANSWERS)}, not by {', '.join(wrong)}")
    settled = statuses(connection)
    query = select(candidate).order_by(candidate.c.document_id, candidate.c.start, candidate.c.id)
    found = [row for row in connection.execute(query) if _is_asked(connection, row, settled, filters)]
    start = 0
    if after:
        start = next((number + 1 for number, row in enumerate(found) if row.id == place_of(after)[1]), len(found))
    shown = found[start : start + limit]
    following = cursor_of("", shown[-1].id) if len(found) > start + limit else None
    return Page(tuple(_told(row, settled) for row in shown), following)


def _is_asked(connection: Connection, row: Row[Any], settled: dict[str, CandidateStatus], filters: Filters) -> bool:
    status = settled.get(row.id, "open")
    if filters.kind and row.kind not in filters.kind:
        return False
    if filters.source and not _is_of(connection, row.document_id, filters.source):
        return False
    return status in filters.status if filters.status else status != "rejected" or filters.rejected


def _is_of(connection: Connection, name: str, source: str) -> bool:
    if name.startswith(source):
        return True
    columns = (document.c.input_id, document.c.outlet, document.c.url)
    return source in connection.execute(select(*columns).where(document.c.id == name)).one()


def find_candidate(connection: Connection, name: str) -> str:
    """The candidate of this id, or of one that begins so. Raises LedgerError for none, and for several."""
    begins = (candidate.c.id >= name, candidate.c.id < name + "g")
    found = list(connection.execute(select(candidate.c.id).where(*begins).order_by(candidate.c.id).limit(6)).scalars())
    if not found:
        raise LedgerError(f"no candidate {name!r}; `memcon list candidates` shows them")
    if len(found) > 1 and name not in found:
        raise LedgerError(f"{name!r} may be {', '.join(found[:5])}: give more of it")
    return name if name in found else found[0]


def get_candidate(connection: Connection, name: str) -> Candidate:
    """One candidate. Raises LedgerError for none."""
    row = connection.execute(select(candidate).where(candidate.c.id == find_candidate(connection, name))).one()
    return _told(row, statuses(connection))


def document_of(connection: Connection, name: str) -> str | None:
    """The document that a candidate is about, where it is here."""
    return connection.execute(select(candidate.c.document_id).where(candidate.c.id == name)).scalar()


def statuses(connection: Connection) -> dict[str, CandidateStatus]:
    """What persons last decided on candidates, by their ids; also on such as are not here now."""
    undone = undone_decisions(connection)
    query = select(decision.c.id, decision.c.kind, decision.c.value).where(decision.c.field == FIELD)
    rows = connection.execute(query.order_by(decision.c.made_at, decision.c.id)).all()
    return {json.loads(row.value): STATUS[row.kind] for row in rows if row.id not in undone and row.kind in STATUS}


def with_confirmed(connection: Connection, document_id: str, record: Record) -> Record:
    """The record with the confirmed candidates on its document as statements."""
    rows = connection.execute(select(candidate).where(candidate.c.document_id == document_id).order_by(candidate.c.id)).all()
    settled = statuses(connection) if rows else {}
    text = connection.execute(select(document.c.text).where(document.c.id == document_id)).scalar_one() if rows else ""
    added: list[Statement] = []
    for row in rows:
        statement = _statement(row, record, text) if settled.get(row.id) == "confirmed" else None
        if statement and not any(_overlap(statement, each) for each in (*record.statements, *added)):
            added.append(statement)
    return record.model_copy(update={"statements": (*record.statements, *added)}) if added else record


def _statement(row: Row[Any], record: Record, text: str) -> Statement | None:
    """The statement that a candidate proposes; None where it names no speaker, or none whom the text names."""
    given = _given(row)
    speakers = [_speaker(name, record, text, row.start) for name in given["speakers"]]
    if not speakers or None in speakers:
        return None
    span = Span(start=row.start, end=row.end, exact=row.exact)
    return Statement(
        id=row.id,
        rule="candidate",
        confidence=1.0,  # a person confirmed it
        kind="direct" if given["in_quotation_marks"] else "indirect",
        speakers=tuple(speaker for speaker in speakers if speaker),
        content=Content(**span.model_dump()),
        quotes=(span,) if given["in_quotation_marks"] else (),
        evidence=(Evidence(of=("content",), **span.model_dump()),),
    )


def _speaker(name: str, record: Record, text: str, near: int) -> Speaker | None:
    """The name where the text has it nearest to the words, with what the record knows of that person."""
    last = re.findall(r"[^\W_]+", name)[-1:] or [name]
    for words in (name, last[0]):
        places = [found.start() for found in re.finditer(rf"\b{re.escape(words)}\b", text)]
        if places:
            start = min(places, key=lambda at: abs(at - near))
            known = next(
                (each for each in _people(record) if each.name and fold(each.name).split()[-1:] == [fold(last[0])]), None
            )
            exact = text[start : start + len(words)]
            if known is None:
                return Speaker(start=start, end=start + len(words), exact=exact, name=name)
            return Speaker(
                start=start,
                end=start + len(words),
                exact=exact,
                name=known.name,
                country=known.country,
                office=known.office,
                id=known.id,
            )
    return None


def _people(record: Record) -> Iterable[Any]:
    yield from (speaker for each in record.statements for speaker in each.speakers)
    yield from (person for each in record.engagements for person in each.participants)


def _overlap(one: Statement, other: Statement) -> bool:
    return one.content.start < other.content.end and other.content.start < one.content.end


def _given(row: Row[Any]) -> dict[str, Any]:
    columns = {name: getattr(row, name) for name in ("kind", "start", "end", "exact", "made_by")}
    return {"document": row.document_id, **columns, **json.loads(row.said)}


def _told(row: Row[Any], settled: dict[str, CandidateStatus]) -> Candidate:
    return Candidate(id=row.id, status=settled.get(row.id, "open"), **_given(row))
