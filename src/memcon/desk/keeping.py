"""What became of one promise, by the evidence: rules in order, the surest first.

1. The engagement it planned was held; or called off.
2. Another held engagement has the plan's people and days.
3. An invitation or a visit: the visitor, or the successor in the same office, was in the country.
4. A promise of contact at a level: an engagement at that level.
5. A later sentence shares its words and tells of a deed, or of its undoing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from memcon.desk.deeds import Told, contact_level, keeping_deed, undoing_deed
from memcon.desk.due import Due
from memcon.desk.evidence import Quoted, Shelf
from memcon.desk.fulfilment import LATE, LONGEST, TOGETHER, Window, first_match, people_of
from memcon.desk.levels import channel_of
from memcon.desk.subjects import VISITING, Subject, stands_in, visitors
from memcon.desk.wording import deed, first_day
from memcon.ledger import MergedCommitment, MergedEngagement
from memcon.record import Model, Participant

TO_MEET = frozenset({"acceptance", "agreement", "expectation", "invitation", "pledge"})
_PARTS = re.compile(r"\b(?:and|as well as) to\b")
SOME = 2  # people beside the promise needed to know a meeting by them


class Kept(Model):
    """The item that kept a promise: which, when, why it is taken for it, and its words."""

    id: str
    family: str
    day: str | None = None
    says: str
    grounds: tuple[str, ...] = ()
    late: bool = False
    partial: bool = False
    quotes: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the evidence says; `status` None where it says nothing."""

    status: Literal["kept", "withdrawn", "broken"] | None = None
    why: str = ""
    kept: Kept | None = None
    notes: tuple[str, ...] = ()


def outcome_of(
    commitment: MergedCommitment,
    subject: Subject,
    due: Due | None,
    engagements: Sequence[MergedEngagement],
    later: Sequence[Told],
    shelf: Shelf,
    parties: tuple[str, ...],
) -> Outcome:
    """What became of a commitment by these engagements and later sentences; a person's correction goes before all."""
    if commitment.decision == "corrected" and commitment.status in ("kept", "withdrawn", "broken"):
        return Outcome(commitment.status, "a person said so")  # type: ignore[arg-type]
    if commitment.status in ("withdrawn", "broken"):
        return Outcome(commitment.status, f"told as {commitment.status}")  # type: ignore[arg-type]
    if commitment.day is None:
        return Outcome(notes=("the day it was made is unknown, so nothing can be shown to have kept it",))
    if subject.is_meeting and commitment.kind in TO_MEET:
        match = _met(commitment, subject, due, engagements)
        if match:
            return _whole_or_part(commitment, _kept_by_engagement(*match, shelf))
        if subject.plan or subject.is_visit:
            return _plan_outcome(subject)
    contact = _contact(commitment, due, engagements, parties)
    if contact:
        return _whole_or_part(commitment, _kept_by_engagement(*contact, False, shelf))
    return _by_words(commitment, due, later)


def _met(
    commitment: MergedCommitment, subject: Subject, due: Due | None, engagements: Sequence[MergedEngagement]
) -> tuple[MergedEngagement, tuple[str, ...], bool] | None:
    told = date.fromisoformat(commitment.day or "")
    plan = subject.plan
    if plan and plan.status == "held" and (first_day(plan) or told) >= told:
        return plan, ("the engagement that was planned", "reported as held"), False
    window = _window(told, due)
    if subject.is_visit:
        return _visited(commitment, subject, window, engagements)
    names = people_of(plan) if plan else tuple(each.name for each in subject.people if each.name)
    if plan is None and len(names) < SOME:
        return None
    sides = plan.parties if plan else ()
    kind = plan.kind if plan else "meeting"
    match = first_match(engagements, sides=names, parties=sides, kind=kind, place=plan, window=window)
    return (match.held, match.grounds, match.late) if match else None


def _window(told: date, due: Due | None) -> Window:
    """From the day after it was told to the end of its due days. Days that no report states do not end the waiting: what
    comes within a year is late."""
    first, year = told + timedelta(days=1), told + LONGEST
    if due is None:
        return Window(first, year, year)
    last = date.fromisoformat(due.last)
    return Window(first, last, last + LATE if due.basis == "stated" else max(last + LATE, year))


def _visited(
    commitment: MergedCommitment, subject: Subject, window: Window, engagements: Iterable[MergedEngagement]
) -> tuple[MergedEngagement, tuple[str, ...], bool] | None:
    """The first time that one of those who were to come was in the country."""
    going = _going(commitment)
    wanted = visitors(subject, going)
    for each in sorted(engagements, key=lambda e: (first_day(e) or date.max, e.id)):
        day = first_day(each)
        if day is None or each.status != "held" or not window.holds(day):
            continue
        if subject.country is None or each.place.country != subject.country or each.kind not in TOGETHER | {"visit"}:
            continue
        came = [person for person in each.participants if going is None or person.country == going]
        ground = _same_visitor(wanted, came) or _named(subject, came)
        if ground:
            late = day > window.last
            return each, (ground, f"in {subject.country}", "after its window" if late else "within its window"), late
    return None


def _going(commitment: MergedCommitment) -> str | None:
    """The party that was to travel: the one invited, or the one that accepted or promised."""
    side = commitment.to if commitment.kind == "invitation" else commitment.by
    return side[0] if len(side) == 1 else None


def _same_visitor(wanted: Sequence[Participant], came: Sequence[Participant]) -> str | None:
    for person in wanted:
        if any(each.name == person.name for each in came):
            return f"{person.name} came"
    for person in wanted:
        successor = next((each for each in came if person.office and each.office == person.office), None)
        if successor and successor.name:
            return f"{successor.name} came, in the office ({person.office}) in which {person.name} had been asked"
    return None


def _named(subject: Subject, came: Sequence[Participant]) -> str | None:
    """One who came and whom the promise's own sentences name."""
    said = [each.name for each in came if each.name and any(stands_in(each.name, sentence) for sentence in subject.said)]
    return f"{said[0]} came, whom the promise names" if said else None


def _plan_outcome(subject: Subject) -> Outcome:
    """What the plan's own status says where nothing shows that it was held."""
    plan = subject.plan
    if plan is None:
        return Outcome()
    if plan.status in ("cancelled", "declined"):
        return Outcome("withdrawn", f"{plan.id} was {plan.status}{f' ({plan.reason})' if plan.reason else ''}")
    if plan.status == "postponed":
        return Outcome(notes=(f"{plan.id} was postponed{f' ({plan.reason})' if plan.reason else ''}",))
    return Outcome()


def _contact(
    commitment: MergedCommitment, due: Due | None, engagements: Iterable[MergedEngagement], parties: tuple[str, ...]
) -> tuple[MergedEngagement, tuple[str, ...]] | None:
    """The first engagement, after the promise, at the channel that it promised to use."""
    level = contact_level(commitment.what or "")
    if level is None or commitment.kind == "demand":
        return None
    window = _window(date.fromisoformat(commitment.day or ""), due)
    for each in sorted(engagements, key=lambda e: (first_day(e) or date.max, e.id)):
        day = first_day(each)
        if day and window.holds(day) and each.status == "held" and channel_of(each, parties) == level:
            return each, (f"the first {level} contact after it", f"{each.kind} reported as held")
    return None


def _kept_by_engagement(held: MergedEngagement, grounds: tuple[str, ...], late: bool, shelf: Shelf) -> Outcome:
    """Kept, with the words of the reports that tell of it as held: those of the plan are the other end."""
    told = {report for step in held.history if step.status in ("held", "ongoing") for report in step.reports}
    quotes = tuple(quote for quote in shelf.quotes(held) if not told or quote.report in told)
    kept = Kept(
        id=held.id, family="engagements", day=held.when.start if held.when else None, says=deed(held), grounds=grounds,
        late=late, quotes=quotes,
    )  # fmt: skip
    return Outcome("kept", f"by {deed(held)}, {kept.day or 'undated'} ({'; '.join(grounds)})", kept)


def _whole_or_part(commitment: MergedCommitment, outcome: Outcome) -> Outcome:
    """A contact shows nothing of the other things promised in the same breath: then the promise stays open."""
    if commitment.kind in VISITING or outcome.kept is None or not _PARTS.search(commitment.what or ""):
        return outcome
    kept = outcome.kept.model_copy(update={"partial": True})
    return Outcome(kept=kept, notes=(f"kept in part, {outcome.why}; nothing shows the rest",))


def _by_words(commitment: MergedCommitment, due: Due | None, later: Sequence[Told]) -> Outcome:
    """A later sentence; who was asked must have done what was demanded."""
    doers = commitment.to if commitment.kind == "demand" else commitment.by
    what = (commitment.what or "").replace(due.text if due and due.text else "\0", " ")
    undone = undoing_deed(what, doers, later) if commitment.kind != "demand" else None
    done = keeping_deed(what, doers, later)
    told = min((each for each in (done, undone) if each), key=lambda each: each.day, default=None)
    if told is None:
        return Outcome()
    if told is undone:
        return Outcome("broken", f"told {told.day}: “{told.sentence}” ({told.item})")
    grounds = ("a later report tells of the deed in the promise's words",)
    kept = Kept(id=told.item, family=told.family, day=told.day, says=told.sentence, grounds=grounds, quotes=told.quotes)
    return Outcome("kept", f"told {told.day}: “{told.sentence}”", kept)
