"""What a commitment is about: the plan it made, the people it names, the country they were to go to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from memcon.desk.evidence import Shelf
from memcon.desk.wording import OFF, PLANNED, first_day
from memcon.ledger import Ledger, MergedCommitment, MergedEngagement
from memcon.record import Participant, Record, When, spans_of

MEETING = re.compile(r"\b(?:meet(?:ings?|s)?|visit(?:ing|s)?|talks|summit|trip|travel|come|go|host|welcome)\b", re.IGNORECASE)
VISITING = frozenset({"invitation", "acceptance"})


@dataclass(frozen=True, slots=True)
class Subject:
    """`plan` is the engagement that was promised; `people` those named beside the promise; `said` its sentences; `country`
    where it was to be."""

    plan: MergedEngagement | None
    people: tuple[Participant, ...]
    said: tuple[str, ...]
    country: str | None
    is_meeting: bool
    is_visit: bool


def subject_of(commitment: MergedCommitment, ledger: Ledger, shelf: Shelf) -> Subject:
    """The subject of a commitment, from the engagement it links to, and from its own sentences."""
    plan = _plan(commitment, ledger)
    said = _sentences(commitment, shelf)
    visit = commitment.kind in VISITING or (plan is not None and plan.kind == "visit")
    meeting = visit or plan is not None or bool(MEETING.search(commitment.what or ""))
    country = plan.place.country if plan else None
    if country is None and visit and commitment.kind == "invitation" and len(commitment.by) == 1:
        country = commitment.by[0]
    return Subject(plan, _named_in(said, commitment, shelf), said, country, meeting, visit)


def as_answer(acceptance: Subject, invitation: Subject) -> Subject:
    """What an acceptance that says no more than "the invitation" is about: what the invitation is."""
    if acceptance.plan or acceptance.country:
        return acceptance
    said = tuple(dict.fromkeys((*acceptance.said, *invitation.said)))
    return replace(acceptance, plan=invitation.plan, people=invitation.people, said=said, country=invitation.country)


def planned_days(plan: MergedEngagement) -> When | None:
    """The days for which it was planned: not those on which it was held in the end."""
    if plan.status in PLANNED | OFF:
        return plan.when
    return next((step.when for step in plan.history if step.status in PLANNED and step.when), None)


def visitors(subject: Subject, party: str | None) -> tuple[Participant, ...]:
    """Those who were to come: the plan's people of the visiting party, else those named beside the promise."""
    planned = [each for each in (subject.plan.participants if subject.plan else ()) if each.name]
    chosen = [each for each in planned if party is None or each.country == party]
    return tuple(chosen) or tuple(each for each in subject.people if each.country == party)


def _plan(commitment: MergedCommitment, ledger: Ledger) -> MergedEngagement | None:
    """The engagement that was still ahead when the commitment was told; the occasion it was made on is none."""
    if commitment.engagement is None:
        return None
    linked = ledger.get(commitment.engagement)
    assert isinstance(linked, MergedEngagement)
    was_planned = linked.status in PLANNED | OFF or any(step.status in PLANNED for step in linked.history)
    day = first_day(linked)
    ahead = day is not None and commitment.day is not None and day.isoformat() > commitment.day
    return linked if was_planned or ahead else None


def _sentences(commitment: MergedCommitment, shelf: Shelf) -> tuple[str, ...]:
    """The sentences that a commitment's reports are made of."""
    spans = [(source.document, span) for source in commitment.sources for span in spans_of(shelf.fact(source))]
    return tuple(sorted({shelf.sentence(document, span) for document, span in spans}))


def _named_in(said: tuple[str, ...], commitment: MergedCommitment, shelf: Shelf) -> tuple[Participant, ...]:
    """People of the documents' records whose names stand in the sentences."""
    found: dict[str, Participant] = {}
    for source in commitment.sources:
        for person in people_of(shelf.record(source.document)):
            if person.name and any(stands_in(person.name, sentence) for sentence in said):
                found.setdefault(person.name, person)
    return tuple(found[name] for name in sorted(found))


def people_of(record: Record) -> tuple[Participant, ...]:
    """All named persons of a record with their party and office, each once; participants before speakers."""
    found: dict[str, Participant] = {}
    for engagement in record.engagements:
        for participant in engagement.participants:
            if participant.name and participant.country:
                found.setdefault(participant.name, participant)
    for statement in record.statements:
        for speaker in statement.speakers:
            if speaker.name and speaker.country and speaker.id:
                person = Participant(name=speaker.name, country=speaker.country, office=speaker.office, id=speaker.id)
                found.setdefault(speaker.name, person)
    return tuple(found.values())


def stands_in(name: str, sentence: str) -> bool:
    """Does a sentence name somebody? The full name, or its first or last word as a word of its own ("Xi", "Blinken")."""
    words = name.split()
    return any(re.search(rf"\b{re.escape(form)}\b", sentence) for form in dict.fromkeys((name, words[0], words[-1])))

