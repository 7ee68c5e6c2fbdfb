"""Promises of a pair: what was promised, by when, and what later reports show became of it.

Nothing is kept without evidence: a kept promise names the item that kept it and quotes both ends. docs/desk/promises.md
states the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from memcon.desk.deeds import Told
from memcon.desk.due import Due, Windows, due_of
from memcon.desk.evidence import Quoted, Shelf, first_of_each
from memcon.desk.keeping import Kept, Outcome, outcome_of
from memcon.desk.pages import Line, Page, Section
from memcon.desk.subjects import Subject, as_answer, planned_days, subject_of
from memcon.desk.wording import pair
from memcon.ledger import Ledger, MergedCommitment, MergedEngagement
from memcon.ledger.types import Merged
from memcon.record import Model

PromiseStatus = Literal["kept", "open", "overdue", "withdrawn", "broken"]
ANSWERS = {"acceptance": "accepted", "refusal": "refused"}
ORDER: tuple[PromiseStatus, ...] = ("overdue", "broken", "withdrawn", "open", "kept")


class Answer(Model):
    """What the other side said to an invitation or a demand."""

    answer: Literal["accepted", "refused"]
    id: str
    day: str | None = None
    quotes: tuple[Quoted, ...] = ()


class Promise(Model):
    """One commitment and what became of it. `quotes` are its own words, `kept_by.quotes` those of the other end."""

    id: str
    kind: str
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    what: str
    told: str | None = None
    due: Due | None = None
    status: PromiseStatus
    why: str
    kept_by: Kept | None = None
    answer: Answer | None = None
    notes: tuple[str, ...] = ()
    quotes: tuple[Quoted, ...] = ()


class Promises(Model):
    """The promises of a pair as seen from a day; `last_report` is the newest publication that tells of the pair."""

    parties: tuple[str, ...]
    on: str
    last_report: str | None = None
    promises: tuple[Promise, ...] = ()

    def with_status(self, status: str) -> tuple[Promise, ...]:
        """Those with this status."""
        return tuple(each for each in self.promises if each.status == status)


def promises(
    ledger: Ledger, parties: Sequence[str], on: date, *, windows: Windows | None = None, since: str | None = None
) -> Promises:
    """All commitments between two parties, in the order they were told, with what became of each by a day.

    `windows` says what phrases such as "in the coming months" mean. With `since` (an ISO day) only what was told, said or
    done from then on is looked at. The ledger is taken as it is: for a day in the past,
    give `known_on(ledger, day, parties)`. Raises LedgerError for more than two parties."""
    given = tuple(party.upper() for party in parties)
    desk = _Desk(ledger, given, on, windows or Windows.load(), since)
    found = tuple(desk.promise(each) for each in desk.commitments if not each.negated)
    return Promises(parties=given, on=on.isoformat(), last_report=desk.last_report, promises=found)


class _Desk:
    """What every promise of a pair is held against, fetched once."""

    def __init__(self, ledger: Ledger, parties: tuple[str, ...], on: date, windows: Windows, since: str | None) -> None:
        self.ledger, self.parties, self.on, self.windows = ledger, parties, on, windows
        self.shelf = Shelf(ledger)
        self.commitments = _commitments(ledger, parties, since)
        self.engagements: list[MergedEngagement] = list(ledger.walk("engagements", between=parties, since=since))
        self.later = sorted(_told(ledger, parties, self.shelf, since), key=lambda told: (told.day, told.item))
        sources = [source for each in (*self.commitments, *self.engagements) for source in each.sources]
        self.last_report = max((source.published for source in sources if source.published), default=None)

    def promise(self, commitment: MergedCommitment) -> Promise:
        subject = self._subject(commitment)
        answer = self._answer(commitment, subject)
        due = self._due(commitment, subject, answer)
        after = [told for told in self.later if told.day > (commitment.day or "9999")]
        outcome = outcome_of(commitment, subject, due, self.engagements, after, self.shelf, self.parties)
        status, why = _status(outcome, due, self.on)
        return Promise(
            id=commitment.id, kind=commitment.kind, by=commitment.by, to=commitment.to, what=commitment.what or "",
            told=commitment.day, due=due, status=status, why=why, kept_by=outcome.kept, answer=answer, notes=outcome.notes,
            quotes=self.shelf.quotes(commitment),
        )  # fmt: skip

    def _subject(self, commitment: MergedCommitment) -> Subject:
        subject = subject_of(commitment, self.ledger, self.shelf)
        if commitment.kind == "acceptance":
            for other in self.commitments:
                by_other = other.kind == "invitation" and not set(other.by) & set(commitment.by)
                if by_other and _documents(other) & _documents(commitment):
                    return as_answer(subject, subject_of(other, self.ledger, self.shelf))
        return subject

    def _due(self, commitment: MergedCommitment, subject: Subject, answer: Answer | None) -> Due | None:
        if commitment.day is None:
            return None
        told = date.fromisoformat(commitment.day)
        when = commitment.due or (planned_days(subject.plan) if subject.plan else None)
        accepted = answer is not None and answer.answer == "accepted"
        kind = "accepted" if commitment.kind == "invitation" and accepted else commitment.kind
        beside = subject.said if subject.is_visit else ()  # an invitation's "what" may stop short of its "when"
        texts = (commitment.due_text or "", commitment.what or "", *beside)
        return due_of(told, when, texts, self.windows, kind)

    def _answer(self, commitment: MergedCommitment, subject: Subject) -> Answer | None:
        """The acceptance or refusal by those invited: of the same plan, or told in the same document."""
        if commitment.kind not in ("invitation", "demand"):
            return None
        for other in self.commitments:
            later = (other.day or "") >= (commitment.day or "")
            if other.kind not in ANSWERS or not later or not set(other.by) & set(commitment.to):
                continue
            same_plan = subject.plan is not None and other.engagement == subject.plan.id
            same_text = commitment.kind == "invitation" and bool(_documents(other) & _documents(commitment))
            if same_plan or same_text:
                answer: Literal["accepted", "refused"] = "accepted" if other.kind == "acceptance" else "refused"
                return Answer(answer=answer, id=other.id, day=other.day, quotes=self.shelf.quotes(other))
        return None


def _documents(item: Merged) -> set[str]:
    return {source.document for source in item.sources}


def _commitments(ledger: Ledger, parties: tuple[str, ...], since: str | None) -> list[MergedCommitment]:
    """Those between the pair; and those of one side to nobody named, told in a document that has one between the pair."""
    between = list(ledger.walk("commitments", between=parties, since=since))
    known = {each.id for each in between}
    told = {document for each in between for document in _documents(each)}
    single = [
        each
        for party in parties
        for each in ledger.walk("commitments", between=(party,), since=since)
        if each.id not in known and set(each.by) <= set(parties) and not each.to and _documents(each) & told
    ]
    unique = {each.id: each for each in (*between, *single)}
    return sorted(unique.values(), key=lambda each: (each.day or "9999", each.id))


def _told(ledger: Ledger, parties: tuple[str, ...], shelf: Shelf, since: str | None) -> Iterator[Told]:
    """What reports tell of the pair's deeds and words, each with its sentence."""
    for event in ledger.walk("events", between=parties, since=since):
        if event.engagement is None and event.status == "held":
            yield from _sentence(event, "events", (*event.actor, *event.recipient), shelf)
    for said in ledger.walk("statements", between=parties, since=since):
        speakers = [speaker.country for speaker in said.speakers if speaker.country]
        yield from _sentence(said, "statements", (*speakers, *said.about), shelf)


def _sentence(item: Merged, family: str, parties: Sequence[str], shelf: Shelf) -> Iterator[Told]:
    quotes = shelf.quotes(item)
    days = [quote.published for quote in quotes if quote.published]
    if days:
        yield Told(item.id, family, min(days), frozenset(parties), quotes)


def _status(outcome: Outcome, due: Due | None, on: date) -> tuple[PromiseStatus, str]:
    if outcome.status:
        return outcome.status, outcome.why
    if due and due.last < on.isoformat():
        return "overdue", f"due by {due.last} ({_basis(due)}); no report in this ledger shows that it came about"
    return "open", f"due by {due.last} ({_basis(due)})" if due else "no words say by when"


def _basis(due: Due) -> str:
    said = f"“{due.text}”" if due.text else "no words say when"
    return {"stated": said, "phrase": f"{said}, taken as a range of days", "assumed": f"{said}; a range is assumed"}[due.basis]


def promises_page(answer: Promises) -> Page:
    """The promises laid out for people, what needs attention first."""
    counts = ", ".join(f"{len(answer.with_status(status))} {status}" for status in ORDER if answer.with_status(status))
    return Page(
        title=f"Promises: {pair(answer.parties)}",
        about=(f"as of {answer.on}; the last report on the pair is of {answer.last_report or 'no day'}", counts or "none"),
        sections=tuple(
            Section(title=status.capitalize(), lines=tuple(promise_line(each) for each in found))
            for status in ORDER
            if (found := answer.with_status(status))
        ),
    )


def promise_line(promise: Promise) -> Line:
    """One promise as a line: who to whom what, why it stands as it does, and both ends' words."""
    sides = "+".join(promise.by) + (f" to {'+'.join(promise.to)}" if promise.to else "")
    notes = [f"{promise.status}: {promise.why}", *promise.notes]
    if promise.answer:
        notes.append(f"answer: {promise.answer.answer}, told {promise.answer.day or 'without a day'} ({promise.answer.id})")
    quotes = first_of_each(promise.quotes)
    quotes += first_of_each(promise.answer.quotes) if promise.answer else ()
    quotes += first_of_each(promise.kept_by.quotes) if promise.kept_by else ()
    items = (promise.id, *((promise.kept_by.id,) if promise.kept_by else ()))
    what = " ".join(promise.what.split())
    return Line(mark=promise.told or "undated", text=f"{promise.kind} by {sides}: {what}", notes=tuple(notes), items=items,
                quotes=quotes)  # fmt: skip
