"""Who travels to whom, and who met above or below their own level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from memcon.desk.levels import level_names, level_of, side_level, tables
from memcon.desk.wording import first_day, last_day
from memcon.ledger import MergedEngagement
from memcon.record import Model


class Trip(Model):
    """Somebody of one party in the other's country: one journey, however many meetings it had."""

    visitor: str
    host: str
    people: tuple[str, ...]
    level: str | None = None
    first: str
    last: str
    engagements: tuple[str, ...]


class Unequal(Model):
    """Somebody who met the other side's people of another level. `steps` above zero: met that many levels higher."""

    person: str
    party: str
    level: str
    met: str
    met_party: str
    met_level: str
    steps: int
    day: str | None = None
    engagement: str


def trips(engagements: Iterable[MergedEngagement], parties: tuple[str, ...]) -> tuple[Trip, ...]:
    """The journeys between two parties, in the order of their days; meetings of the same people close together are one."""
    found: list[Trip] = []
    for engagement in sorted(engagements, key=lambda each: (first_day(each) or date.max, each.id)):
        trip = _trip(engagement, parties)
        if trip is None:
            continue
        earlier = next((each for each in found if _same_journey(each, trip)), None)
        if earlier is None:
            found.append(trip)
        else:
            found[found.index(earlier)] = _joined(earlier, trip)
    return tuple(found)


def _trip(engagement: MergedEngagement, parties: tuple[str, ...]) -> Trip | None:
    """A held engagement in one party's country, or one that says who was host and who visitor, seen as a journey."""
    first, last = first_day(engagement), last_day(engagement)
    took_place = engagement.status in ("held", "ongoing") and engagement.format in (None, "in_person")
    if first is None or last is None or not took_place or len(parties) != 2:
        return None
    for visitor, host in (parties, parties[::-1]):
        came = [each for each in engagement.participants if each.country == visitor and each.name]
        if came and _received(engagement, visitor, host):
            return Trip(
                visitor=visitor, host=host, people=tuple(sorted({each.name or "" for each in came})),
                level=side_level(engagement, visitor), first=first.isoformat(), last=last.isoformat(),
                engagements=(engagement.id,),
            )  # fmt: skip
    return None


def _received(engagement: MergedEngagement, visitor: str, host: str) -> bool:
    if engagement.place.country:
        return engagement.place.country == host
    roles = {(each.country, each.role) for each in engagement.participants}
    return (host, "host") in roles and (visitor, "host") not in roles


def _same_journey(one: Trip, other: Trip) -> bool:
    apart = (date.fromisoformat(other.first) - date.fromisoformat(one.last)).days
    same = (one.visitor, one.host) == (other.visitor, other.host) and bool(set(one.people) & set(other.people))
    return same and apart <= tables()[1].same_round


def _joined(one: Trip, other: Trip) -> Trip:
    people = tuple(sorted({*one.people, *other.people}))
    levels = [level for level in (one.level, other.level) if level]
    return one.model_copy(
        update={
            "people": people,
            "level": min(levels, key=level_names().index, default=None),
            "last": max(one.last, other.last),
            "engagements": (*one.engagements, *other.engagements),
        }
    )


def unequal(engagements: Iterable[MergedEngagement], parties: Sequence[str]) -> tuple[Unequal, ...]:
    """Who met above or below their level, in the order of days: each side's highest beside the other's highest."""
    found = [each for engagement in engagements for each in _unequal(engagement, tuple(parties))]
    return tuple(sorted(found, key=lambda each: (each.day or "9999", each.engagement, each.person)))


def _unequal(engagement: MergedEngagement, parties: tuple[str, ...]) -> Iterator[Unequal]:
    if len(parties) != 2 or engagement.status not in ("held", "ongoing"):
        return
    names = level_names()
    tops = [_top(engagement, party) for party in parties]
    for (one, other), (own, others) in ((parties, tops), (parties[::-1], tops[::-1])):
        if own is None or others is None or own[1] == others[1]:
            continue
        day = first_day(engagement)
        yield Unequal(
            person=own[0], party=one, level=own[1], met=others[0], met_party=other, met_level=others[1],
            steps=names.index(own[1]) - names.index(others[1]), day=day.isoformat() if day else None,
            engagement=engagement.id,
        )  # fmt: skip


def _top(engagement: MergedEngagement, party: str) -> tuple[str, str] | None:
    """The highest named person of a party, and the level."""
    names = level_names()
    ranked = [
        (names.index(level), each.name, level)
        for each in engagement.participants
        if each.country == party and each.name and (level := level_of(each))
    ]
    return min(ranked)[1:] if ranked else None
