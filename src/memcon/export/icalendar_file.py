"""iCalendar (RFC 5545): one VEVENT for each engagement whose days are known.

UID is the engagement's id, so a later export updates the same entry; SEQUENCE counts the reports that have told of it, and a
person's correction; STATUS is CONFIRMED for what was held, TENTATIVE for what is to come, CANCELLED for what was put off,
called off, declined or denied. All entries are whole days; those of a month or a longer time leave their days free
(TRANSPARENT). DTSTAMP is the day it was last told, so equal ledgers give equal bytes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.export.coded import first_source
from memcon.export.links import web_address
from memcon.export.needed import needed
from memcon.export.parties import Parties
from memcon.export.written import Written, written
from memcon.ledger import MergedEngagement
from memcon.record import Participant

STATUSES = {
    "held": "CONFIRMED", "ongoing": "CONFIRMED",
    "planned": "TENTATIVE", "expected": "TENTATIVE", "proposed": "TENTATIVE", "invited": "TENTATIVE",
    "postponed": "CANCELLED", "cancelled": "CANCELLED", "declined": "CANCELLED", "denied": "CANCELLED",
}  # fmt: skip
BUSY_GRAINS = ("day", "range", "unknown")
NEVER_TOLD = "1970-01-01"
_END = b"END:VCALENDAR\r\n"


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the calendar to the file `out`, entry by entry. Undated engagements are left out, and counted."""
    calendar = needed("icalendar").Calendar()
    calendar.add("prodid", "-//memcon//memcon//EN")
    calendar.add("version", "2.0")
    parties = Parties()
    count = left_out = 0
    with out.open("wb") as file:
        file.write(calendar.to_ical().removesuffix(_END))
        for engagement in contents.engagements:
            if engagement.when is None or engagement.when.start is None:
                left_out += 1
                continue
            file.write(entry(engagement, parties).to_ical())
            count += 1
        file.write(_END)
    return [written(out, count, "engagements", left_out, "no day is known")]


def entry(engagement: MergedEngagement, parties: Parties) -> Any:
    """The VEVENT of a dated engagement."""
    when = engagement.when
    assert when is not None
    assert when.start is not None
    event = needed("icalendar").Event()
    start, end = date.fromisoformat(when.start[:10]), date.fromisoformat((when.end or when.start)[:10])
    event.add("uid", f"{engagement.id}@memcon")
    event.add("dtstamp", datetime.combine(date.fromisoformat(_last_told(engagement)), time(), tzinfo=UTC))
    event.add("dtstart", start)
    event.add("dtend", max(start, end) + timedelta(days=1))
    event.add("sequence", len(engagement.reports) - 1 + (engagement.decision == "corrected"))
    event.add("status", STATUSES[engagement.status])
    event.add("transp", "OPAQUE" if when.precision in BUSY_GRAINS else "TRANSPARENT")
    event.add("summary", summary(engagement, parties))
    event.add("description", "\n".join(_description(engagement)))
    event.add("categories", [engagement.kind, *engagement.parties])
    _add_where(event, engagement)
    return event


def _add_where(event: Any, engagement: MergedEngagement) -> None:
    place = engagement.place.name or engagement.place.city
    if place:
        event.add("location", place)
    if url := web_address(first_source(engagement.sources).url):
        event.add("url", url)
    if engagement.part_of:
        event.add("related-to", f"{engagement.part_of}@memcon")


def summary(engagement: MergedEngagement, parties: Parties) -> str:
    """One line: kind and who, the people where they are named: "Visit: Antony Blinken – Qin Gang"."""
    named: dict[str, list[str]] = {code: [] for code in engagement.parties}
    for person in engagement.participants:
        if person.name:
            named.setdefault(person.country or "", []).append(person.name)
    sides = [", ".join(names) or parties.name(code) for code, names in named.items()]
    return f"{engagement.kind.capitalize()}: {' – '.join(sides)}"


def _description(engagement: MergedEngagement) -> list[str]:
    lines = [f"Status: {engagement.status}"]
    lines += [f"Part: {_person(person)}" for person in engagement.participants]
    if engagement.reason:
        lines.append(f"Reason: {engagement.reason}")
    lines += [f"History: {step.status}, told {step.told or 'on an unknown day'}" for step in engagement.history]
    for source in engagement.sources:
        parts = (source.outlet, source.published, source.title, source.url)
        lines.append("Source: " + ", ".join(part for part in parts if part))
    return [" ".join(line.split()) for line in lines]


def _person(person: Participant) -> str:
    return ", ".join(part for part in (person.name, person.office, person.country, person.role) if part)


def _last_told(engagement: MergedEngagement) -> str:
    return max((source.published[:10] for source in engagement.sources if source.published), default=NEVER_TOLD)
