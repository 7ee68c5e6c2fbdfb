"""The timeline of a pair, a party or a person: what took place, what is ahead, and how each came to its status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from memcon.desk.evidence import Quoted, Shelf, first_of_each
from memcon.desk.fulfilment import came_about, is_plan, still_ahead
from memcon.desk.pages import Line, Page, Section
from memcon.desk.wording import OFF, PLANNED, count, days, deed, first_day, pair
from memcon.ledger import Ledger, MergedEngagement
from memcon.record import Model, When


class StatusStep(Model):
    """A status that an engagement had: when that was told, for which days, why, and in which words."""

    status: str
    told: str | None = None
    when: When | None = None
    reason: str | None = None
    reports: tuple[str, ...] = ()


class Entry(Model):
    """One engagement on the timeline. `came_about` is the held engagement that a plan became."""

    id: str
    kind: str
    format: str | None = None
    status: str
    when: When | None = None
    says: str
    background: bool = False
    history: tuple[StatusStep, ...] = ()
    came_about: str | None = None
    disagree: tuple[str, ...] = ()
    independent_sources: int = 1
    parts: tuple[Entry, ...] = ()
    quotes: tuple[Quoted, ...] = ()

    @property
    def day(self) -> str:
        """The first day, for sorting; of what was called off without one the day that was told; undated last."""
        told = max((step.told for step in self.history if step.told), default=None) if self.status in OFF else None
        return (self.when.start if self.when else None) or told or "9999"


class Timeline(Model):
    """Engagements in the order of their days. `lapsed`: plans whose days are over without a report that they took place."""

    parties: tuple[str, ...]
    person: str | None = None
    on: str
    past: tuple[Entry, ...] = ()
    ahead: tuple[Entry, ...] = ()
    lapsed: tuple[Entry, ...] = ()
    undated: tuple[Entry, ...] = ()


def timeline(
    ledger: Ledger,
    parties: Sequence[str],
    on: date,
    *,
    person: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Timeline:
    """All engagements of one or two parties, or of a person, as seen from a day.

    `since` and `until` are ISO days, both in. Sub-engagements stand under the one that they are part of. Raises
    LedgerError for more than two parties."""
    shelf = Shelf(ledger)
    found = list(ledger.walk("engagements", between=tuple(parties), person=person, since=since, until=until))
    by_id = {each.id: each for each in found}
    entries = _nested([_entry(each, found, shelf) for each in found], {each.id: each.part_of for each in found})
    places: dict[str, list[Entry]] = {"past": [], "ahead": [], "lapsed": [], "undated": []}
    for entry in sorted(entries, key=lambda each: (each.day, each.id)):
        places[_place(entry, by_id[entry.id], on)].append(entry)
    given = tuple(party.upper() for party in parties)
    return Timeline(parties=given, person=person, on=on.isoformat(), **{name: tuple(each) for name, each in places.items()})


def _entry(engagement: MergedEngagement, held: Sequence[MergedEngagement], shelf: Shelf) -> Entry:
    match = came_about(engagement, held) if is_plan(engagement) else None
    return Entry(
        id=engagement.id,
        kind=engagement.kind,
        format=engagement.format,
        status=engagement.status,
        when=engagement.when,
        says=deed(engagement),
        background=engagement.background,
        history=tuple(StatusStep(**step.model_dump()) for step in engagement.history),
        came_about=match.held.id if match else None,
        disagree=tuple(each.field for each in engagement.disagreements),
        independent_sources=engagement.independent_sources,
        quotes=shelf.quotes(engagement),
    )


def _nested(entries: Sequence[Entry], parent_of: dict[str, str | None]) -> list[Entry]:
    """Entries with their parts under them. A part whose whole is not on the list stands by itself, as does what was held
    under a visit that is only planned."""
    known = {entry.id: entry for entry in entries}
    under: dict[str, list[Entry]] = {}
    for entry in entries:
        parent = known.get(parent_of[entry.id] or "")
        if parent and parent.id != entry.id and (parent.status not in PLANNED or entry.status in PLANNED):
            under.setdefault(parent.id, []).append(entry)
    below = {part.id for parts in under.values() for part in parts}

    def whole(entry: Entry) -> Entry:
        parts = sorted(map(whole, under.get(entry.id, ())), key=lambda each: (each.day, each.id))
        return entry.model_copy(update={"parts": tuple(parts)}) if parts else entry

    return [whole(entry) for entry in entries if entry.id not in below]


def _place(entry: Entry, engagement: MergedEngagement, on: date) -> str:
    """In which list an entry stands. What was called off or denied is past; so is what was held."""
    if is_plan(engagement):
        return "ahead" if still_ahead(engagement, on) and not entry.came_about else "lapsed"
    return "past" if first_day(engagement) or entry.day != "9999" else "undated"


def timeline_page(answer: Timeline) -> Page:
    """The timeline laid out for people."""
    who = answer.person or pair(answer.parties)
    return Page(
        title=f"Timeline: {who}",
        about=(f"as of {answer.on}", f"{count(len(answer.past), 'engagement')} past, {len(answer.ahead)} ahead"),
        sections=(
            Section(title="Past", lines=tuple(entry_lines(answer.past))),
            Section(title="Ahead", lines=tuple(entry_lines(answer.ahead)), nothing="Nothing, as far as reports say."),
            Section(
                title="Planned, and the days are over or it came about",
                lines=tuple(entry_lines(answer.lapsed)),
                nothing="No such plan.",
            ),
            Section(title="Without a date", lines=tuple(entry_lines(answer.undated)), nothing="None."),
        ),
    )


def entry_lines(entries: Iterable[Entry], depth: int = 0) -> list[Line]:
    """Entries as lines, parts set in under their whole."""
    lines = []
    for entry in entries:
        lines.append(
            Line(
                mark=days(entry.when) if entry.when or entry.day == "9999" else f"told {entry.day}",
                text="· " * depth + ("" if entry.status == "held" else f"[{entry.status}] ") + entry.says,
                notes=tuple(_notes(entry)),
                items=(entry.id,),
                quotes=first_of_each(entry.quotes),
            )
        )
        lines += entry_lines(entry.parts, depth + 1)
    return lines


def _notes(entry: Entry) -> list[str]:
    notes = []
    if len(entry.history) > 1:
        steps = [f"{step.status}{f' (told {step.told})' if step.told else ''}" for step in entry.history]
        notes.append("status: " + " → ".join(steps))
    notes += [f"reason: {step.reason}" for step in entry.history if step.reason]
    if entry.came_about:
        notes.append(f"came about as {entry.came_about}")
    if entry.disagree:
        notes.append(f"reports differ on {', '.join(entry.disagree)}")
    if entry.independent_sources > 1:
        notes.append(f"told by {entry.independent_sources} sources")
    return notes
