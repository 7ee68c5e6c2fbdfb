"""What changes the ledger: adding a text, deciding on an item, undoing a decision."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from memcon.intake.documents import MAX_CHARACTERS
from memcon.ledger import Decision
from memcon.web.adding import Metadata, Result, text_given
from memcon.web.asking import Ask, Asked, day
from memcon.web.problems import BadQuestion

router = APIRouter(tags=["work"])
Short = Annotated[str | None, Field(max_length=500)]


class Closed(BaseModel):
    """A body: what it doesn't know it refuses."""

    model_config = ConfigDict(extra="forbid")


class NewDocument(Closed):
    """A text to read and add; `published` fills in where it has no date of its own."""

    text: Annotated[str, Field(min_length=1, max_length=MAX_CHARACTERS)]
    title: Short = None
    outlet: Short = None
    url: Annotated[str | None, Field(max_length=2000)] = None
    published: Short = None


class AddedDocument(BaseModel):
    """What became of it, and how many facts of each family it tells."""

    outcome: str
    document: str | None
    reason: str | None
    found: dict[str, int]


class NewDecision(Closed):
    """What a person says of an item. `field` and `value` go with `correct`, `note` with `note`."""

    kind: Literal["confirm", "correct", "reject", "note"]
    field: Annotated[str | None, Field(max_length=100)] = None
    value: Any = None
    note: Annotated[str | None, Field(max_length=2000)] = None
    by: Annotated[str | None, Field(max_length=200)] = None


class Made(BaseModel):
    """The id of a decision."""

    id: str


@router.post("/documents", status_code=201)
def add(ask: Asked, given: NewDocument) -> AddedDocument:
    """Read a text and add it. The same text twice changes nothing."""
    told = Metadata(day("published", given.published), given.title, given.outlet, given.url)
    (source,) = text_given(given.text, told)()
    result: Result = ask.house.adder.add(source)
    if result.outcome == "failed":
        raise BadQuestion("text", result.reason or "it could not be read")
    return AddedDocument(outcome=result.outcome, document=result.document, reason=result.reason, found=dict(result.found))


@router.post("/items/{name}/decisions", status_code=201)
def decide(ask: Asked, name: str, given: NewDecision) -> Made:
    """Confirm, correct, reject or note an item."""
    return Made(id=_decided(ask, name, given))


@router.get("/decisions")
def decisions(
    ask: Asked,
    by: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 30,
) -> list[Decision]:
    """The latest decisions, the last first."""
    return list(ask.ledger.last_decisions(by=by, limit=limit))


@router.post("/decisions/{name}/undo", status_code=201)
def undo(ask: Asked, name: str, by: Annotated[str | None, Query(max_length=200)] = None) -> Made:
    """Take a decision back; undoing the undo brings it back."""
    return Made(id=ask.ledger.undo(name, by=_person(ask, by)))


def _decided(ask: Ask, name: str, given: NewDecision) -> str:
    by = _person(ask, given.by)
    if given.kind == "confirm":
        return ask.ledger.confirm(name, by=by)
    if given.kind == "reject":
        return ask.ledger.reject(name, by=by)
    if given.kind == "note":
        if not (given.note or "").strip():
            raise BadQuestion("note", "a note has words")
        return ask.ledger.note(name, given.note or "", by=by)
    if not given.field:
        raise BadQuestion("field", "a correction names a field")
    return ask.ledger.correct(name, given.field, given.value, by=by)


def _person(ask: Ask, by: str | None) -> str:
    """Who decides: the proxy's user, whatever the body says."""
    return ask.visitor if ask.house.settings.user_header or not by else by
