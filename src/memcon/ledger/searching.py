"""Full-text search over all passages, stemmed, with the words marked: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, text

from memcon.errors import LedgerError
from memcon.ledger.keys import cursor_of, place_of
from memcon.ledger.types import Page, SearchHit

MARKS = ("[", "]")
SNIPPET_WORDS = 40

_SQLITE = text("""
    SELECT passage.document_id, passage.start, hit.shown, round(hit.rank, 12) AS rank,
           document.title, document.outlet, document.url, document.published
    FROM (SELECT rowid AS number, bm25(passage_words) AS rank,
                 snippet(passage_words, 0, :opening, :closing, '…', :words) AS shown
          FROM passage_words WHERE passage_words MATCH :query) AS hit
    JOIN passage ON passage.number = hit.number
    JOIN document ON document.id = passage.document_id
    WHERE (round(hit.rank, 12), passage.document_id, passage.start) > (:rank, :document, :start)
    ORDER BY round(hit.rank, 12), passage.document_id, passage.start
    LIMIT :limit
""")
_POSTGRES = text("""
    SELECT found.*, ts_headline('english', passage.text, to_tsquery('english', :query), :options) AS shown
    FROM (SELECT passage.number, passage.document_id, passage.start, document.title, document.outlet, document.url,
                 document.published,
                 round(-ts_rank(to_tsvector('english', passage.text), asked)::numeric, 6) AS rank
          FROM to_tsquery('english', :query) AS asked, passage JOIN document ON document.id = passage.document_id
          WHERE to_tsvector('english', passage.text) @@ asked) AS found
    JOIN passage ON passage.number = found.number
    WHERE (found.rank, found.document_id, found.start) > (:rank, :document, :start)
    ORDER BY found.rank, found.document_id, found.start
    LIMIT :limit
""")


def search(
    connection: Connection, words: str, *, after: str | None, limit: int, marks: tuple[str, str] = MARKS
) -> Page[SearchHit]:
    """One page of passages that have all the words (in "quotation marks": that phrase), the best first."""
    sqlite = connection.dialect.name == "sqlite"
    terms = _terms(words)
    if not terms:
        raise LedgerError("a search needs at least one word")
    rank, document, start = _place(after)
    given: dict[str, Any] = {"rank": rank, "document": document, "start": start, "limit": limit + 1}
    if sqlite:
        given |= {"query": " ".join(f'"{term}"' for term in terms), "words": SNIPPET_WORDS}
        rows = connection.execute(_SQLITE, given | {"opening": marks[0], "closing": marks[1]}).all()
    else:
        options = f'StartSel="{marks[0]}", StopSel="{marks[1]}", MaxWords={SNIPPET_WORDS}, MinWords=20'
        query = " & ".join("(" + " <-> ".join(term.split()) + ")" for term in terms)
        rows = connection.execute(_POSTGRES, given | {"query": query, "options": options}).all()
    hits = tuple(_hit(row) for row in rows[:limit])
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(hits, cursor_of(f"{float(last.rank)}", f"{last.document_id},{last.start}") if last else None)


def _terms(words: str) -> list[str]:
    """Words and phrases, with nothing in them that a query language could mistake for its own."""
    found = re.findall(r'"([^"]*)"|(\S+)', words)
    folded = (" ".join(re.findall(r"[^\W_]+", phrase or word)) for phrase, word in found)
    return [term for term in folded if term]


def _place(after: str | None) -> tuple[float, str, int]:
    if after is None:
        return -1e9, "", -1
    rank, place = place_of(after)
    document, _, start = place.rpartition(",")
    return float(rank), document, int(start)


def _hit(row: Any) -> SearchHit:
    return SearchHit(
        document=row.document_id,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        start=row.start,
        text=" ".join(row.shown.split()),
    )
