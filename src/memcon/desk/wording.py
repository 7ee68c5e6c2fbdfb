"""Short wordings that several answers share: who, when, where, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from memcon.ledger import MergedEngagement
from memcon.record import Participant, When

PLANNED = frozenset({"planned", "expected", "proposed", "invited"})
OFF = frozenset({"postponed", "cancelled", "declined"})


def day_of(text: str | None) -> date | None:
    """A full ISO date as a date; None for nothing."""
    return date.fromisoformat(text) if text else None


def first_day(engagement: MergedEngagement) -> date | None:
    """The first day that an engagement may have been on."""
    return day_of(engagement.when.start) if engagement.when else None


def last_day(engagement: MergedEngagement) -> date | None:
    """The last day that an engagement may have been on."""
    return day_of(engagement.when.end or engagement.when.start) if engagement.when else None


def days(when: When | None) -> str:
    """A day, a range, a month or a year, as short as its precision allows."""
    if when is None or when.start is None:
        return "undated"
    end = when.end or when.start
    if when.precision == "month" and when.start[:7] == end[:7] and when.start[8:] == "01":
        return when.start[:7]
    if when.precision == "year" and when.start[:4] == end[:4]:
        return when.start[:4]
    return when.start if end == when.start else f"{when.start} to {end}"


def people(engagement: MergedEngagement) -> str:
    """The participants by party: "Antony Blinken (USA), Qin Gang (CHN)"; the parties where nobody is named."""
    named = [_person(each) for each in engagement.participants]
    missing = [party for party in engagement.parties if party not in {each.country for each in engagement.participants}]
    return ", ".join([*named, *missing]) or "nobody named"


def _person(participant: Participant) -> str:
    name = participant.name or participant.office or "somebody"
    return f"{name} ({participant.country})" if participant.country else name


def place(engagement: MergedEngagement) -> str:
    """The place with a leading " in ", or nothing."""
    told = engagement.place.city or engagement.place.name or engagement.place.country
    return f" in {told}" if told else ""


def deed(engagement: MergedEngagement) -> str:
    """Kind, people and place in one phrase."""
    return f"{engagement.kind}{place(engagement)}: {people(engagement)}"


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 day", "3 days"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def pair(parties: Iterable[str]) -> str:
    """The parties as a title: "USA – CHN"."""
    return " – ".join(parties)
