"""The desk's answers: what `memcon timeline`, `channels`, `promises`, … print with --json."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from memcon.desk import (
    Channels,
    Dossier,
    Positions,
    Promises,
    Timeline,
    Trajectory,
    channels,
    dossier,
    known_on,
    positions,
    promises,
    timeline,
    trajectory,
)
from memcon.desk.readouts.comparing import readouts_of
from memcon.desk.readouts.types import Readouts
from memcon.desk.verify.types import Verification
from memcon.knowledge.who import who
from memcon.ledger import Ledger
from memcon.web.asking import Ask, Asked, day, parties_in, two_parties
from memcon.web.drafts import Draft, checked
from memcon.web.problems import BadQuestion

router = APIRouter(tags=["desk"])
Pair = Annotated[str, Query(max_length=40, description="Two parties: USA,CHN.")]
On = Annotated[str | None, Query(max_length=10, description="As known on this ISO day: nothing later is used.")]
Day = Annotated[str | None, Query(max_length=10, description="An ISO day.")]


@contextmanager
def standing(ask: Ask, parties: tuple[str, ...], on: str | None) -> Iterator[tuple[Ledger, date]]:
    """The ledger and today; with `on`, the ledger as it stood that day, and that day."""
    seen = day("on", on)
    if seen is None:
        yield ask.ledger, ask.today
        return
    with known_on(ask.ledger, date.fromisoformat(seen), parties) as ledger:
        yield ledger, date.fromisoformat(seen)


@router.get("/timeline")
def timeline_of(
    ask: Asked, pair: Pair = "", person: Annotated[str | None, Query(max_length=200)] = None, on: On = None,
    since: Day = None, until: Day = None,
) -> Timeline:  # fmt: skip
    """The engagements of a pair, a party or a person: past, ahead, lapsed and undated."""
    parties = parties_in(pair)
    if not (parties or person):
        raise BadQuestion("pair", "give a pair, a party or a person")
    with standing(ask, parties, on) as (ledger, seen):
        return timeline(ledger, parties, seen, person=person, since=day("since", since), until=day("until", until))


@router.get("/channels")
def channels_of(ask: Asked, pair: Pair, on: On = None) -> Channels:
    """At which levels two parties talk: last contact, usual gap, what is silent, what is planned."""
    with standing(ask, two_parties(pair), on) as (ledger, seen):
        return channels(ledger, two_parties(pair), seen)


@router.get("/promises")
def promises_of(ask: Asked, pair: Pair, on: On = None) -> Promises:
    """What two parties promised each other, and what became of it."""
    with standing(ask, two_parties(pair), on) as (ledger, seen):
        return promises(ledger, two_parties(pair), seen)


@router.get("/positions")
def positions_of(
    ask: Asked, actor: Annotated[str, Query(max_length=20)], issue: Annotated[str, Query(max_length=200)], since: Day = None,
    until: Day = None,
) -> Positions:  # fmt: skip
    """What a party said on an issue over time, and where a set phrase changed."""
    return positions(ask.ledger, actor, issue, since=day("since", since), until=day("until", until))


@router.get("/trajectory")
def trajectory_of(
    ask: Asked, pair: Pair, by: Literal["week", "month"] = "week", since: Day = None, until: Day = None,
    sources: Literal["all", "constant"] = "all", planned: bool = True,
) -> Trajectory:  # fmt: skip
    """Cooperation and conflict between two parties over time, with the facts behind each point."""
    first, last = (date.fromisoformat(each) if each else None for each in (day("since", since), day("until", until)))
    return trajectory(ask.ledger, two_parties(pair), by=by, since=first, until=last, sources=sources, planned=planned)


@router.get("/dossier")
def dossier_of(ask: Asked, pair: Pair, on: On = None) -> Dossier:
    """A briefing on two parties, the reader's own first, as known on a day."""
    seen = day("on", on) or ask.today.isoformat()
    return dossier(ask.ledger, two_parties(pair), date.fromisoformat(seen), knowledge=ask.house.knowledge)


@router.get("/readouts/{name}")
def readouts(ask: Asked, name: str) -> Readouts:
    """The texts of one engagement side by side: in both, only here, only there."""
    return readouts_of(ask.ledger, name, ask.house.knowledge, ask.house.lexicon)


@router.get("/who")
def who_is(ask: Asked, phrase: Annotated[str, Query(min_length=1, max_length=200)], on: Day = None) -> dict[str, object]:
    """Who held an office, or whom a phrase means, on a day."""
    answer = who(phrase, date.fromisoformat(day("on", on) or ask.today.isoformat()), ask.house.knowledge)
    found = answer.resolution
    return {
        "phrase": answer.phrase, "on": answer.on.isoformat(), "status": found.status, "rule": found.rule,
        "person": {"id": found.person.id, "name": found.person.name} if found.person else None,
        "office": found.holding.office or found.holding.type if found.holding else None,
        "candidates": [{"id": person.id, "name": person.name} for person in found.candidates],
    }  # fmt: skip


@router.post("/verify")
def verify(ask: Asked, draft: Draft) -> Verification:
    """Check each quotation and attributed claim of a draft against the ledger. Nothing of it is kept."""
    return checked(ask.house, draft)
