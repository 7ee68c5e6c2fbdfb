"""One item or one document, whole."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from memcon.desk.citing import Citations, cite_item
from memcon.desk.evidence import Quoted, Shelf
from memcon.ledger import (
    DocumentRow,
    DocumentVersion,
    MergedCommitment,
    MergedEngagement,
    MergedEvent,
    Utterance,
    Why,
)
from memcon.record import Record
from memcon.web.asking import Asked

router = APIRouter(tags=["items and documents"])


class Block(BaseModel):
    """A stretch of a text, of one kind of layout. Offsets are code points."""

    start: int
    end: int
    kind: str


class Text(BaseModel):
    """A document's text, as published, to which all offsets belong."""

    id: str
    text: str
    blocks: list[Block]


@router.get("/items/{name}")
def item(ask: Asked, name: str) -> MergedEngagement | Utterance | MergedCommitment | MergedEvent:
    """A merged item by its id, the id of any of its reports, or the beginning of either."""
    return ask.ledger.get(name)


@router.get("/items/{name}/words")
def words(ask: Asked, name: str) -> list[Quoted]:
    """The words of every source of an item, with the sentences that they stand in."""
    return list(Shelf(ask.ledger).quotes(ask.ledger.get(name)))


@router.get("/items/{name}/citations")
def citations(ask: Asked, name: str) -> Citations:
    """References of an item, one a source."""
    return cite_item(ask.ledger, name)


@router.get("/items/{name}/why")
def why(ask: Asked, name: str) -> Why:
    """Why the reports of an item are one, and why its likest neighbours are not of it."""
    return ask.ledger.why(name)


@router.get("/items/{name}/parts")
def parts(ask: Asked, name: str) -> list[MergedEngagement]:
    """The engagements that hang under an engagement."""
    return list(ask.ledger.parts(name))


@router.get("/documents/{name}")
def document(ask: Asked, name: str) -> DocumentRow:
    """A document by its id or the beginning of it, its input id, or its outlet where that has one document."""
    return ask.ledger.document(name)


@router.get("/documents/{name}/record")
def record(ask: Asked, name: str) -> Record:
    """All that a document says: its record, as `memcon read --json` prints it."""
    return ask.ledger.record(name)


@router.get("/documents/{name}/text")
def text(ask: Asked, name: str) -> Text:
    """The text of a document, and its layout."""
    found = ask.ledger.text(name)
    blocks = [Block(start=each.start, end=each.end, kind=each.kind) for each in found.blocks]
    return Text(id=found.id, text=found.text, blocks=blocks)


@router.get("/documents/{name}/versions")
def versions(ask: Asked, name: str) -> list[DocumentVersion]:
    """The texts that stood at a document's address, and what changed from one to the next."""
    url = ask.ledger.document(name).url
    return list(ask.ledger.versions(url)) if url else []
