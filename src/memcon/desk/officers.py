"""Who is who: the people whom reports name, and who held the posts that matter, on a day, with since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from memcon.knowledge import Knowledge
from memcon.knowledge.holdings import Tenure, tenure_on
from memcon.knowledge.tables import Holding
from memcon.ledger import Ledger, MergedEngagement
from memcon.record import Model, Participant

POSTS = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister", "national_security_adviser")
STANDING = {"is": "", "last known": "last known", "maybe": "uncertain"}


class OfficeHeld(Model):
    """An office on a day, from the tables. `since` may be a year or a month; `until` is told of one that is over;
    `standing` is empty where it is sure."""

    office: str
    since: str | None = None
    until: str | None = None
    standing: str = ""
    source: str


class Officer(Model):
    """A person: the office as reports last named it, and the offices that the tables give. `engagements`: where named."""

    name: str
    party: str
    id: str | None = None
    said_office: str | None = None
    named: str | None = None
    offices: tuple[OfficeHeld, ...] = ()
    engagements: tuple[str, ...] = ()


def officers(ledger: Ledger, parties: Sequence[str], on: date, knowledge: Knowledge) -> tuple[Officer, ...]:
    """The people of two parties whom their engagements name, and the holders of the main posts, by party and name.

    The tables are asked for that day alone: neither an end of office nor a later one is told."""
    named = _named(ledger, parties)
    known = {officer.id for officer in named if officer.id}
    posts = [officer for party in parties for officer in _holders(party, on, knowledge) if officer.id not in known]
    told = [_with_offices(officer, on, knowledge) for officer in (*named, *posts)]
    return tuple(sorted(told, key=lambda each: (list(parties).index(each.party), each.engagements == (), each.name)))


def _named(ledger: Ledger, parties: Sequence[str]) -> list[Officer]:
    found: dict[tuple[str, str], Officer] = {}
    for engagement in ledger.walk("engagements", between=tuple(parties)):
        for person in engagement.participants:
            if person.name and person.country in parties and (person.id or person.office):
                key = person.country or "", person.name
                found[key] = _seen(found.get(key), person, engagement)
    return list(found.values())


def _seen(officer: Officer | None, person: Participant, engagement: MergedEngagement) -> Officer:
    """The officer with one more engagement; the office is that of the report published last."""
    told = max((source.published for source in engagement.sources if source.published), default=None)
    newer = officer is None or (told or "") >= (officer.named or "")
    return Officer(
        name=person.name or "",
        party=person.country or "",
        id=person.id or (officer.id if officer else None),
        said_office=person.office if newer or officer is None else officer.said_office,
        named=max(filter(None, (told, officer.named if officer else None)), default=None),
        engagements=(*(officer.engagements if officer else ()), engagement.id),
    )


def _holders(party: str, on: date, knowledge: Knowledge) -> list[Officer]:
    """Those whom the tables have in a main post on the day."""
    tenures = [tenure for post in POSTS for tenure in knowledge.holders_on(party, post, on) if tenure.standing != "maybe"]
    people = dict.fromkeys(tenure.holding.person for tenure in tenures)
    return [Officer(name=knowledge.display_name(person), party=party, id=person) for person in people]


def _with_offices(officer: Officer, on: date, knowledge: Knowledge) -> Officer:
    if officer.id is None:
        return officer
    held = [tenure_on(holding, on.isoformat()) for holding in knowledge.offices_of(officer.id, on)]
    offices = [_office(tenure, knowledge) for tenure in held if tenure.holding.country == officer.party]
    once = {(each.office, each.since): each for each in reversed(offices)}
    return officer.model_copy(update={"offices": tuple(once.values())[::-1]})


def _office(tenure: Tenure, knowledge: Knowledge) -> OfficeHeld:
    holding: Holding = tenure.holding
    return OfficeHeld(
        office=holding.office,
        since=holding.start or None,
        standing=STANDING.get(tenure.standing, tenure.standing),
        source=knowledge.source_of(holding.source),
    )
