"""The dossier of one person: whom they met, what they said and promised, which offices they held, what is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from memcon.desk.evidence import Shelf
from memcon.desk.known import documents_on, sources_until
from memcon.desk.officers import STANDING, OfficeHeld
from memcon.desk.pages import Line, Page, Section
from memcon.desk.positions import Said, said_by, said_line
from memcon.desk.promises import Promise, promise_line, promises
from memcon.desk.timeline import Entry, entry_lines, timeline
from memcon.desk.wording import count
from memcon.errors import LedgerError
from memcon.knowledge import Knowledge
from memcon.knowledge.holdings import tenure_on
from memcon.ledger import Ledger, MergedCommitment, PersonRow, Utterance
from memcon.ledger.people import name_words
from memcon.record import Model

SAID_SHOWN = 20  # the last of what was said; all of it is in the answer
MOST_MET = 10
FAMILIES = ("engagements", "statements")


class OfficeNamed(Model):
    """An office as reports name it, with the days of publication of the first and the last that do."""

    office: str
    first: str | None = None
    last: str | None = None


class Met(Model):
    """Somebody whom the person met: how often, and the last time."""

    name: str
    party: str | None = None
    times: int
    last: str | None = None
    engagement: str


class PersonDossier(Model):
    """A briefing on one person as known on a day. `offices` are those of the tables, latest first, none that began later."""

    person: str
    party: str | None = None
    id: str | None = None
    on: str
    documents: int = 0
    last_report: str | None = None
    offices: tuple[OfficeHeld, ...] = ()
    named_as: tuple[OfficeNamed, ...] = ()
    engagements: tuple[Entry, ...] = ()
    planned: tuple[Entry, ...] = ()
    met: tuple[Met, ...] = ()
    said: tuple[Said, ...] = ()
    promised: tuple[Promise, ...] = ()


def person_dossier(ledger: Ledger, name: str, on: date, *, knowledge: Knowledge | None = None) -> PersonDossier:
    """The dossier of a person whom reports name, as known at the end of a day, latest first in each part.

    `promised`: the commitments made in words that the person is given. Raises LedgerError where no report names such a
    person by that day, or where the name may be several."""
    with _known(ledger, name, on) as seen:
        row = _one(seen, name)
        shelf = Shelf(seen)
        said = [each for each in seen.walk("statements", person=row.name) if _speaks(each, row)]
        times = timeline(seen, (), on, person=row.name)
        rows = list(seen.walk("documents"))
        identity = _id_of(seen, row, shelf)
        return PersonDossier(
            person=row.name,
            party=row.country,
            id=identity,
            on=on.isoformat(),
            documents=len(rows),
            last_report=max((each.published for each in rows if each.published), default=None),
            offices=_offices(identity, on, knowledge or Knowledge.load()) if identity else (),
            named_as=_named_as(seen, row, shelf),
            engagements=(*times.past[::-1], *times.undated),
            planned=times.ahead,
            met=_met(seen, row),
            said=tuple(said_by(each, row.country or "", shelf) for each in _latest_first(said)),
            promised=_promised(seen, said, shelf, on),
        )


@contextmanager
def _known(ledger: Ledger, name: str, on: date) -> Iterator[Ledger]:
    """The ledger itself where it holds nothing later; else one of what told of the person, and of those promised, by then."""
    day = on.isoformat()
    if not ledger.holds_later(day):
        yield ledger
        return
    found: set[str] = set()
    for family in FAMILIES:
        found |= sources_until(ledger.walk(family, person=name), on)
    shelf = Shelf(ledger)
    sides = {
        (each.by, each.to) for said in ledger.walk("statements", person=name) for each in _commitments_in(ledger, said, shelf)
    }
    for by, to in sides:
        for pair in {(one, other) for one in by for other in to}:
            found |= set(documents_on(ledger, on, pair))
    with ledger.as_of(day, sorted(found)) as seen:
        yield seen


def _one(ledger: Ledger, name: str) -> PersonRow:
    """The person who is meant: the one of exactly these words, else the only one who has them."""
    rows: list[PersonRow] = list(ledger.walk("people", person=name))
    exact = [row for row in rows if row.key == " ".join(name_words(name))]
    found = exact or rows
    if not found:
        raise LedgerError(f"no report names {name!r} by that day; `memcon list people` shows whom they name")
    if len(found) > 1:
        raise LedgerError(f"{name!r} may be {', '.join(row.name for row in found[:6])}: give more of the name")
    return found[0]


def _speaks(statement: Utterance, row: PersonRow) -> bool:
    return any(set(row.key.split()) <= set(name_words(speaker.name)) for speaker in statement.speakers)


def _latest_first(said: Iterable[Utterance]) -> list[Utterance]:
    return sorted(said, key=lambda each: (each.day or "", each.id), reverse=True)


def _id_of(ledger: Ledger, row: PersonRow, shelf: Shelf) -> str | None:
    """The identity that reading gave the person most often."""
    found: Counter[str] = Counter()
    for engagement in ledger.walk("engagements", person=row.name):
        found.update(each.id for each in engagement.participants if each.id and name_words(each.name) == tuple(row.key.split()))
    for said in ledger.walk("statements", person=row.name):
        for source in said.sources:
            speakers = getattr(shelf.fact(source), "speakers", ())
            found.update(each.id for each in speakers if each.id and name_words(each.name) == tuple(row.key.split()))
    return max(found, key=lambda each: (found[each], each), default=None)


def _offices(person: str, on: date, knowledge: Knowledge) -> tuple[OfficeHeld, ...]:
    """All offices of the tables that had begun by the day. An end after the day is not told."""
    tenures = [tenure_on(holding, on.isoformat()) for holding in knowledge.offices_of(person)]
    told = [
        OfficeHeld(
            office=f"{tenure.holding.office} ({tenure.holding.country})",
            since=tenure.holding.start or None,
            until=(tenure.holding.end or None) if tenure.standing == "after" else None,
            standing="over" if tenure.standing == "after" else STANDING.get(tenure.standing, tenure.standing),
            source=knowledge.source_of(tenure.holding.source),
        )
        for tenure in sorted(tenures, key=lambda each: (each.holding.start, each.holding.office), reverse=True)
        if tenure.standing != "before"
    ]
    return tuple({(each.office, each.since): each for each in told}.values())


def _named_as(ledger: Ledger, row: PersonRow, shelf: Shelf) -> tuple[OfficeNamed, ...]:
    """The offices that reports give the person, the latest first."""
    days: dict[str, list[str]] = {}
    for family in FAMILIES:
        for item in ledger.walk(family, person=row.name):
            for source in item.sources:
                fact = shelf.fact(source)
                people = (*getattr(fact, "participants", ()), *getattr(fact, "speakers", ()))
                for each in people:
                    if each.office and name_words(each.name) == tuple(row.key.split()):
                        days.setdefault(each.office, []).append(source.published or "")
    found = [OfficeNamed(office=office, first=min(told) or None, last=max(told) or None) for office, told in days.items()]
    return tuple(sorted(found, key=lambda each: (each.last or "", each.office), reverse=True))


def _met(ledger: Ledger, row: PersonRow) -> tuple[Met, ...]:
    """Those of another side with whom the person was in contact, most often first."""
    found: dict[tuple[str, str | None], list[tuple[str, str]]] = {}
    for each in ledger.walk("engagements", person=row.name):
        if each.status not in ("held", "ongoing"):
            continue
        for other in each.participants:
            if other.name and other.country != row.country:
                found.setdefault((other.name, other.country), []).append(((each.when and each.when.start) or "", each.id))
    met = [
        Met(name=name, party=party, times=len(times), last=max(times)[0] or None, engagement=max(times)[1])
        for (name, party), times in found.items()
    ]
    return tuple(sorted(met, key=lambda each: (-each.times, each.name))[:MOST_MET])


def _promised(ledger: Ledger, said: Iterable[Utterance], shelf: Shelf, on: date) -> tuple[Promise, ...]:
    own = {each.id: each for statement in said for each in _commitments_in(ledger, statement, shelf)}
    pairs = {tuple(sorted({*each.by, *each.to})) for each in own.values()}
    told: dict[str, Promise] = {}
    for pair in sorted(pairs):
        if len(pair) in (1, 2):
            told |= {each.id: each for each in promises(ledger, pair, on).promises if each.id in own}
    return tuple(sorted(told.values(), key=lambda each: (each.told or "", each.id), reverse=True))


def _commitments_in(ledger: Ledger, statement: Utterance, shelf: Shelf) -> Iterator[MergedCommitment]:
    """The commitments that a statement's own words make, in any of its reports."""
    for source in statement.sources:
        content = getattr(shelf.fact(source), "content", None)
        inside = [
            each.id for each in shelf.record(source.document).commitments
            if each.what and content and content.start <= each.what.start and each.what.end <= content.end
        ]  # fmt: skip
        items = ledger.items_told(source.document) if inside else {}
        for fact in inside:
            found = ledger.get(items[fact]) if fact in items else None
            if isinstance(found, MergedCommitment):
                yield found


def person_page(answer: PersonDossier) -> Page:
    """The dossier laid out for people."""
    documents = count(answer.documents, "document")
    return Page(
        title=f"Dossier: {answer.person}{f' ({answer.party})' if answer.party else ''}, as known on {answer.on}",
        about=(
            f"from {documents} published by then; the last is of {answer.last_report or 'no day'}",
            f"{count(len(answer.engagements), 'engagement')}, {count(len(answer.said), 'statement')}, "
            f"{count(len(answer.promised), 'promise')}",
        ),
        sections=(
            Section(title="Offices", lines=tuple(map(_office_line, answer.offices)), nothing="None in the tables."),
            Section(title="Named in reports as", lines=tuple(map(_named_line, answer.named_as)), nothing="No office."),
            Section(title="Planned", lines=tuple(entry_lines(answer.planned)), nothing="Nothing, as far as reports say."),
            Section(title="Engagements, the latest first", lines=tuple(entry_lines(answer.engagements)), nothing="None."),
            Section(title="Met most often", lines=tuple(map(_met_line, answer.met)), nothing="Nobody of another side."),
            Section(title="Promised", lines=tuple(map(promise_line, answer.promised)), nothing="Nothing."),
            Section(title=_said_title(answer), lines=tuple(map(said_line, answer.said[:SAID_SHOWN])), nothing="Nothing."),
        ),
    )


def _said_title(answer: PersonDossier) -> str:
    more = len(answer.said) - SAID_SHOWN
    return f"Said, the latest first{f' ({more} earlier ones left out)' if more > 0 else ''}"


def _office_line(held: OfficeHeld) -> Line:
    span = f"{held.since or 'begin unknown'} to {held.until}" if held.until else f"since {held.since or 'unknown'}"
    doubt = f", {held.standing}" if held.standing and not held.until else ""
    return Line(mark=f"{span}{doubt}", text=held.office, notes=(f"[{held.source}]",) if held.source else ())


def _named_line(named: OfficeNamed) -> Line:
    span = named.first if named.first == named.last else f"{named.first} to {named.last}"
    return Line(mark=span or "undated", text=named.office)


def _met_line(met: Met) -> Line:
    party = f" ({met.party})" if met.party else ""
    return Line(mark=f"{met.times} ×", text=f"{met.name}{party}, last {met.last or 'undated'}", items=(met.engagement,))
