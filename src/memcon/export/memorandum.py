"""A record as a memorandum of conversation: the sections, headings and lines that a person reads.

One shape for the terminal, for Markdown and for the page: engagements by date, statements by speaker, commitments, then
what is left out and why. Nothing is decided here; every line carries the id and the evidence of its fact.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.record import Commitment, Engagement, Evidence, Fact, Office, Participant, Record, Speaker, Statement, When

_FORMATS = {"in_person": "", "phone": "by phone", "video": "by video", "written": "in writing"}
_UNDATED = "Date not given"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: its id, its line, further details, and the evidence for it."""

    fact_id: str
    text: str
    details: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading: a date, a speaker, a kind of commitment."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Engagements, statements, commitments, offices."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Memorandum:
    """The whole sheet."""

    title: str
    source: str
    sections: tuple[Section, ...]
    held_back: tuple[str, ...]
    warnings: tuple[str, ...]


def memorandum(record: Record) -> Memorandum:
    """The sheet of a record. Sections without facts are left out."""
    sections = (
        Section("Engagements", _engagement_groups(record.engagements)),
        Section("Statements", _statement_groups(record.statements)),
        Section("Commitments", _commitment_groups(record.commitments)),
        Section("Offices", _office_groups(record.offices)),
    )
    held = tuple(f"{item.what}: {item.reason}{_first_words(item.evidence)}" for item in record.held_back)
    return Memorandum(_title(record), _source(record), tuple(s for s in sections if s.groups), held, record.warnings)


def _title(record: Record) -> str:
    return record.document.title or record.document.input_id or "Untitled report"


def _source(record: Record) -> str:
    about = record.document
    published = about.published
    if published.date:
        when = long_date(published.date) + ("" if published.basis == "given" else f" ({published.basis})")
    else:
        when = "date unknown"
    return " · ".join(part for part in (about.outlet, when, about.url, about.input_id if about.title else None) if part)


def _first_words(evidence: Iterable[Evidence]) -> str:
    first = next(iter(evidence), None)
    return f" — “{_one_line(first.exact)}”" if first else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


# --- engagements ------------------------------------------------------------------------------------------------------


def _engagement_groups(engagements: tuple[Engagement, ...]) -> tuple[Group, ...]:
    by_date: dict[tuple[str, str], list[Line]] = {}
    for engagement in sorted(engagements, key=_date_key):
        key = (_date_key(engagement)[0], date_of(engagement.when))
        by_date.setdefault(key, []).append(_engagement_line(engagement))
    return tuple(Group(heading, tuple(lines)) for (_, heading), lines in by_date.items())


def _date_key(engagement: Engagement) -> tuple[str, str]:
    start = engagement.when.start if engagement.when and engagement.when.start else "9999"
    return (start, engagement.id.rjust(6))


def _engagement_line(engagement: Engagement) -> Line:
    status = engagement.status if engagement.status != "held" or not engagement.background else "held earlier"
    how = _FORMATS.get(engagement.format or "", "")
    head = " ".join(part for part in (engagement.kind.capitalize(), how) if part)
    return Line(engagement.id, f"{head} · {status}", tuple(_engagement_details(engagement)), engagement.evidence)


def _engagement_details(engagement: Engagement) -> Iterator[str]:
    sides = sides_of(engagement)
    if sides:
        yield sides
    facts = [
        f"in {engagement.place.name}" if engagement.place.name else "",
        engagement.duration.text if engagement.duration else "",
        *(f"“{word.text}”" + (f" ({', '.join(word.by)})" if word.by else "") for word in engagement.described_as),
        f"part of {engagement.part_of}" if engagement.part_of else "",
    ]
    if any(facts):
        yield " · ".join(fact for fact in facts if fact)
    if engagement.reason:
        yield f"reason: {_one_line(engagement.reason)}"
    for change in engagement.history:
        yield (
            f"earlier: {change.status}"
            + (f" ({date_of(change.when)})" if change.when else "")
            + (f", {change.reason}" if change.reason else "")
        )
    if engagement.reported_by:
        yield "according to " + ", ".join(reporter.name for reporter in engagement.reported_by)


def sides_of(engagement: Engagement) -> str:
    """Participants grouped by party, "Antony Blinken (Secretary of State, USA) — Qin Gang (…, CHN)"."""
    by_party: dict[str, list[str]] = {}
    for person in engagement.participants:
        by_party.setdefault(person.country or "?", []).append(named(person))
    for party in engagement.parties:
        by_party.setdefault(party, [])
    return " — ".join(", ".join(names) + f" [{party}]" if names else f"[{party}]" for party, names in by_party.items())


def named(person: Participant | Speaker) -> str:
    """Name and office, or whichever is known."""
    if person.name and person.office and person.office.lower() not in person.name.lower():
        return f"{person.name}, {person.office}"
    return person.name or person.office or "unnamed"


def date_of(when: When | None) -> str:
    """A date as its grain allows: "18 June 2023", "November 2022", "19 June to 31 December 2023"."""
    if when is None or when.start is None:
        return when.text if when and when.text else _UNDATED
    if when.precision == "day" or when.start == when.end or when.end is None:
        return long_date(when.start)
    if when.precision == "month":
        return f"{_day(when.start):%B %Y}"
    if when.precision == "year":
        return when.start[:4]
    return f"{long_date(when.start)} to {long_date(when.end)}"


def long_date(iso: str) -> str:
    """ "18 June 2023", with the weekday before it."""
    day = _day(iso)
    return f"{day:%a} {day.day} {day:%B %Y}"


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso[:10])


# --- statements, commitments, offices ---------------------------------------------------------------------------------


def _statement_groups(statements: tuple[Statement, ...]) -> tuple[Group, ...]:
    by_speaker: dict[str, list[Line]] = {}
    for statement in statements:
        by_speaker.setdefault(speakers_of(statement), []).append(_statement_line(statement))
    return tuple(Group(speaker, tuple(lines)) for speaker, lines in by_speaker.items())


def speakers_of(statement: Statement) -> str:
    """Who speaks: names with party, or "speaker not named"."""
    names = [
        (speaker.name or speaker.exact) + (f" [{speaker.country}]" if speaker.country else "") for speaker in statement.speakers
    ]
    return " and ".join(dict.fromkeys(names)) or "Speaker not named"


def _statement_line(statement: Statement) -> Line:
    cue = statement.cue.exact if statement.cue else ""
    words = " … ".join(_one_line(part.exact) for part in statement.content.parts) or _one_line(statement.content.exact)
    return Line(statement.id, f"{cue}: {words}" if cue else words, tuple(_statement_details(statement)), statement.evidence)


def _statement_details(statement: Statement) -> Iterator[str]:
    marks = [
        "" if statement.stance == "neutral" else statement.stance,
        "denied" if statement.negated and statement.stance != "denying" else "",
        f"about {', '.join(statement.about)}" if statement.about else "",
        ", ".join(statement.issues),
        "relayed by " + ", ".join(s.name or s.exact for s in statement.relayed_by) if statement.relayed_by else "",
    ]
    if any(marks):
        yield " · ".join(mark for mark in marks if mark)


def _commitment_groups(commitments: tuple[Commitment, ...]) -> tuple[Group, ...]:
    by_kind: dict[str, list[Line]] = {}
    for commitment in commitments:
        by_kind.setdefault(commitment.kind.capitalize(), []).append(_commitment_line(commitment))
    return tuple(Group(kind, tuple(lines)) for kind, lines in by_kind.items())


def _commitment_line(commitment: Commitment) -> Line:
    parties = " and ".join(commitment.by) or "?"
    if commitment.to:
        parties += " → " + " and ".join(commitment.to)
    what = _one_line(commitment.what.exact) if commitment.what else _one_line(commitment.evidence[0].exact)
    details = [
        f"amount: {commitment.amount.exact}" if commitment.amount else "",
        f"due: {commitment.due_text}" if commitment.due_text else "",
        commitment.status,
    ]
    return Line(commitment.id, f"{parties}: {what}", (" · ".join(d for d in details if d),), commitment.evidence)


def _office_groups(offices: tuple[Office, ...]) -> tuple[Group, ...]:
    lines = tuple(Line(o.id, _office_text(o), (), o.evidence) for o in offices)
    return (Group("", lines),) if lines else ()


def _office_text(office: Office) -> str:
    status = "" if office.status == "current" else f"{office.status} "
    return f"{office.person}: {status}{office.office}" + (f" [{office.country}]" if office.country else "")


def evidence_of(fact: Fact) -> str:
    """The words of a fact, for one line."""
    return " | ".join(_one_line(item.exact) for item in fact.evidence)
