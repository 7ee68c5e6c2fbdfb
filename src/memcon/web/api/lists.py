"""The ledger's lists, page by page."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from fastapi import APIRouter, Query
from pydantic import BaseModel

from memcon.ledger import (
    DocumentRow,
    MergedCommitment,
    MergedEngagement,
    MergedEvent,
    Page,
    PersonRow,
    SearchHit,
    Utterance,
)
from memcon.record import Model
from memcon.web.asking import Asked, Filtered, Order, Paged

router = APIRouter(tags=["lists"])
T = TypeVar("T", bound=Model)


class Listed(BaseModel, Generic[T]):
    """One page of a list. `next` is the `after` of the following one, null at the end."""

    rows: list[T]
    next: str | None = None


class FacetValue(BaseModel):
    """A value, and how many engagements have it."""

    value: str
    count: int


class FacetCounts(BaseModel):
    """How many engagements there are, and how many each value has, most first."""

    total: int
    facets: dict[str, list[FacetValue]]


def _listed(page: Page[T]) -> Listed[T]:
    return Listed(rows=list(page.items), next=page.next)


@router.get("/engagements")
def engagements(ask: Asked, filters: Filtered, paged: Paged, order: Order = "oldest") -> Listed[MergedEngagement]:
    """Engagements by day, those without one last."""
    return _listed(ask.ledger.engagements(filters, newest_first=order == "newest", after=paged.after, limit=paged.limit))


@router.get("/engagements/facets")
def facets(ask: Asked, filters: Filtered) -> FacetCounts:
    """How many engagements the filters leave, by status, kind, level, pair, issue, person and source."""
    found = ask.ledger.facets(filters)
    counts = {
        name: [FacetValue(value=value, count=number) for value, number in values] for name, values in found.counts.items()
    }
    return FacetCounts(total=found.total, facets=counts)


@router.get("/statements")
def statements(ask: Asked, filters: Filtered, paged: Paged, order: Order = "oldest") -> Listed[Utterance]:
    """Statements by the day they were said. They have no status."""
    return _listed(ask.ledger.statements(filters, newest_first=order == "newest", after=paged.after, limit=paged.limit))


@router.get("/commitments")
def commitments(ask: Asked, filters: Filtered, paged: Paged, order: Order = "oldest") -> Listed[MergedCommitment]:
    """Commitments by the day they were first told."""
    return _listed(ask.ledger.commitments(filters, newest_first=order == "newest", after=paged.after, limit=paged.limit))


@router.get("/events")
def events(ask: Asked, filters: Filtered, paged: Paged, order: Order = "oldest") -> Listed[MergedEvent]:
    """PLOVER events by day; `kind` is the type."""
    return _listed(ask.ledger.events(filters, newest_first=order == "newest", after=paged.after, limit=paged.limit))


@router.get("/documents")
def documents(ask: Asked, filters: Filtered, paged: Paged, order: Order = "oldest") -> Listed[DocumentRow]:
    """Documents by publication, narrowed by source and days."""
    return _listed(ask.ledger.documents(filters, newest_first=order == "newest", after=paged.after, limit=paged.limit))


@router.get("/people")
def people(ask: Asked, filters: Filtered, paged: Paged) -> Listed[PersonRow]:
    """People by name, narrowed by party, name and days."""
    return _listed(ask.ledger.people(filters, after=paged.after, limit=paged.limit))


@router.get("/search")
def search(ask: Asked, paged: Paged, q: Annotated[str, Query(min_length=1, max_length=500)]) -> Listed[SearchHit]:
    """Passages with all the words, the best first; words in quotation marks are a phrase. Found words stand in [ ]."""
    return _listed(ask.ledger.search(q, after=paged.after, limit=paged.limit))
