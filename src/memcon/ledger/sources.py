"""Which documents are one source: near-copies of one story, and the versions that stood at one address."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, update

from memcon.ledger.copies import bands_of, likeness, near_copies, shingles_of
from memcon.ledger.rows import rows_in
from memcon.ledger.schema import address, band, document

LIKELY = 0.15  # share of equal MinHash values below which two texts of like length can't be near-copies


def linked_documents(connection: Connection, document_id: str) -> tuple[set[str], set[str]]:
    """(near-copies of the document, other texts that stood at one of its addresses)."""
    own = connection.execute(select(document).where(document.c.id == document_id)).one()
    shingles = shingles_of(own.text)
    keys = bands_of(own.signature)
    candidates = {row.document_id for row in rows_in(connection, select(band.c.document_id), band.c.band, keys)}
    query = select(document.c.id, document.c.text, document.c.signature)
    copies = {
        row.id
        for row in rows_in(connection, query, document.c.id, candidates - {document_id})
        if likeness(own.signature, row.signature) >= LIKELY and near_copies(shingles, shingles_of(row.text))
    }
    urls = set(connection.execute(select(address.c.url).where(address.c.document_id == document_id)).scalars()) - {None}
    same = {row.document_id for row in rows_in(connection, select(address.c.document_id), address.c.url, urls)}
    return copies, same - {document_id}


def refresh_sources(connection: Connection, documents: Collection[str]) -> None:
    """Work out anew the source of these documents and of all that are linked to them."""
    links: dict[str, set[str]] = {}
    labels = {row.source for row in rows_in(connection, select(document.c.source), document.c.id, documents)}
    everyone = {row.id for row in rows_in(connection, select(document.c.id), document.c.source, labels)} | set(documents)
    waiting = sorted(everyone)
    while waiting:
        name = waiting.pop()
        copies, versions = linked_documents(connection, name)
        links[name] = copies | versions
        waiting += sorted(links[name] - set(links) - set(waiting))
    _label(connection, links)


def join_source(connection: Connection, new: str, linked: Collection[str]) -> None:
    """A new document joins the sources of all documents that it is linked to."""
    labels = {row.source for row in rows_in(connection, select(document.c.source), document.c.id, linked)}
    members = {row.id for row in rows_in(connection, select(document.c.id), document.c.source, labels)} | {new}
    _label(connection, {name: members - {name} for name in members})


def _label(connection: Connection, links: dict[str, set[str]]) -> None:
    """Each connected set takes the name of its first published document."""
    query = select(document.c.id, document.c.published)
    published = {row.id: row.published or "9999" for row in rows_in(connection, query, document.c.id, links)}
    left = set(links)
    while left:
        group, waiting = set(), [min(left)]
        while waiting:
            name = waiting.pop()
            if name not in group:
                group.add(name)
                waiting += links[name] & left
        left -= group
        founder = min(group, key=lambda name: (published[name], name))
        connection.execute(update(document).where(document.c.id.in_(sorted(group))).values(source=founder))

