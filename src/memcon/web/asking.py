"""What an address asks for: the filters of a list, its place, the day it is seen from. Every page reads them alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlencode

from fastapi import Depends, Query, Request

from memcon.ledger import Filters, Ledger
from memcon.record import EngagementStatus, Level
from memcon.web.problems import BadQuestion
from memcon.web.security import visitor
from memcon.web.settings import House

ROWS = 30  # of one page
MOST_ROWS = 1000
STATUSES: tuple[str, ...] = get_args(EngagementStatus)
LEVELS: tuple[str, ...] = get_args(Level)
Text = Annotated[str | None, Query(max_length=500)]
Order = Literal["newest", "oldest"]
Many = Annotated[list[str], Query(default_factory=list, max_length=30)]


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: the house that answers, and what the address says."""

    request: Request
    house: House

    @property
    def ledger(self) -> Ledger:
        """The ledger."""
        return self.house.ledger

    @property
    def visitor(self) -> str:
        """Whose decisions are made here."""
        return visitor(self.request, self.house)

    @property
    def today(self) -> date:
        """The day that answers are seen from where no other is asked for."""
        return date.fromisoformat(self.house.settings.today) if self.house.settings.today else date.today()

    def name(self, party: str) -> str:
        """A party's plain name."""
        return self.house.parties.name(party)

    def link(self, path: str | None = None, **changed: Any) -> str:
        """This address with some of its query changed: None drops a key, a list repeats it. Paging starts anew."""
        kept = [(key, value) for key, value in self.request.query_params.multi_items() if key not in (*changed, "after")]
        return address(path or self.request.url.path, [*kept, *_pairs(changed)])

    def form_link(self, form: str, **changed: Any) -> str:
        """This address as .json or .csv, at the same place of the list."""
        pairs = [pair for pair in self.request.query_params.multi_items() if pair[0] not in changed]
        path = self.request.url.path.removesuffix("/") or "/index"
        return address(f"{path}.{form}", [*pairs, *_pairs(changed)])


def address(path: str, pairs: Iterable[tuple[str, Any]]) -> str:
    """A path with a query."""
    query = urlencode(list(pairs))
    return f"{path}?{query}" if query else path


def _pairs(given: dict[str, Any]) -> list[tuple[str, Any]]:
    lists = {key: value if isinstance(value, (list, tuple)) else [value] for key, value in given.items()}
    return [(key, each) for key, values in lists.items() for each in values if each not in (None, "")]


def _ask(request: Request) -> Ask:
    return Ask(request, request.app.state.house)


Asked = Annotated[Ask, Depends(_ask)]


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a list a page starts, and how long it is."""

    after: str | None
    limit: int


def _paging(
    after: Annotated[str | None, Query(max_length=400, description="The `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_ROWS, description="Rows of one page.")] = ROWS,
) -> Paging:
    return Paging(after or None, limit)


Paged = Annotated[Paging, Depends(_paging)]


def _filters(
    status: Many,
    kind: Many,
    pair: Annotated[str | None, Query(max_length=40, description="Two parties: USA+CHN, or USA CHN.")] = None,
    party: Annotated[str | None, Query(max_length=20, description="One party: USA, EU.")] = None,
    person: Text = None,
    since: Annotated[str | None, Query(max_length=10, description="From this ISO day on.")] = None,
    until: Annotated[str | None, Query(max_length=10, description="Up to this ISO day.")] = None,
    issue: Text = None,
    level: Annotated[str | None, Query(max_length=40, description="The level of any participant.")] = None,
    source: Annotated[str | None, Query(max_length=2000, description="A document, an outlet or an address.")] = None,
    rejected: Annotated[bool, Query(description="What a person rejected, too.")] = False,
) -> Filters:
    return Filters(
        between=parties_in(pair) if pair else parties_in(party) if party else (),
        person=person or None,
        since=day("since", since),
        until=day("until", until),
        status=tuple(filter(None, status)),
        kind=tuple(filter(None, kind)),
        issue=issue or None,
        level=level or None,
        source=source or None,
        rejected=rejected,
    )


Filtered = Annotated[Filters, Depends(_filters)]


def parties_in(text: str) -> tuple[str, ...]:
    """The parties of "USA+CHN", "usa chn" or "USA,CHN", in capitals."""
    return tuple(part.upper() for part in text.replace("+", " ").replace(",", " ").split())


def two_parties(text: str) -> tuple[str, str]:
    """Exactly two parties. Raises BadQuestion for any other number."""
    found = parties_in(text)
    if len(found) != 2 or found[0] == found[1]:
        raise BadQuestion("pair", "give two parties, as in USA+CHN")
    return found[0], found[1]


def day(where: str, text: str | None) -> str | None:
    """An ISO day. Raises BadQuestion for what is none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise BadQuestion(where, f"{text!r} is no day like 2023-06-19") from error
