"""The trajectory of a pair: cooperation and conflict over time, where it changed, and whether the sources did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from memcon.desk.changes import Break, SourceMix, breaks_of, constant_outlets, mix_around, near
from memcon.desk.evidence import Quoted, Shelf, first_of_each
from memcon.desk.pages import Line, Page, Section
from memcon.desk.series import Dated, Point, Step, bins_of, dated_events, points_of, steps_between
from memcon.desk.wording import count, pair
from memcon.ledger import Ledger
from memcon.record import Model

SCALE = "PLOVER 2.0 scores of types and modes, -10 (conflict) to +10 (cooperation); openeventdata/PLOVER, manual of 2021"
BANDS = "Poisson bootstrap over events, 400 draws, fixed seed, 5th to 95th percentile"
METHOD = "PELT on the sums of cooperation and conflict, each scaled by its noise; penalty 3 log n a series (ruptures)"
HALF_LIFE = 60.0  # days
AROUND = 4  # steps before and after a change from which its facts are taken
FACTS = 5


class EventFact(Model):
    """An event behind a point or a change. `dated_by`: its own day, or the day its report was published."""

    id: str
    day: str
    dated_by: Literal["event", "publication"]
    type: str
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    score: float
    weight: float = 1.0
    outlets: tuple[str, ...] = ()
    quotes: tuple[Quoted, ...] = ()


class ChangePoint(Model):
    """A change from the step that begins on `day`: mean sums of the stretches before and after, and the facts around it.

    `warning` says so where the mix of sources changed too; `held_constant` whether the change is also there when only
    outlets that report throughout count (None where there are none)."""

    day: str
    cooperation_before: float
    cooperation_after: float
    conflict_before: float
    conflict_after: float
    facts_before: tuple[EventFact, ...] = ()
    facts_after: tuple[EventFact, ...] = ()
    sources: SourceMix
    held_constant: bool | None = None
    warning: str | None = None


class Trajectory(Model):
    """A pair's series; `facts` are the events that its points count.

    `left_out` counts events that have no day, are denied, or weigh nothing."""

    parties: tuple[str, ...]
    by: Step
    since: str | None = None
    until: str | None = None
    sources: Literal["all", "constant"]
    constant_outlets: tuple[str, ...] = ()
    weights: dict[str, float]
    half_life: float
    scale: str = SCALE
    bands: str = BANDS
    method: str = METHOD
    points: tuple[Point, ...] = ()
    facts: tuple[EventFact, ...] = ()
    changes: tuple[ChangePoint, ...] = ()
    warnings: tuple[str, ...] = ()
    dated_by_publication: int = 0
    left_out: int = 0


def trajectory(
    ledger: Ledger,
    parties: Sequence[str],
    *,
    by: Step = "week",
    since: date | None = None,
    until: date | None = None,
    sources: Literal["all", "constant"] = "all",
    weights: Mapping[str, float] | None = None,
    half_life: float = HALF_LIFE,
    planned: bool = True,
) -> Trajectory:
    """Cooperation and conflict between two parties, in weeks or months, from their PLOVER events.

    `sources="constant"` counts only what outlets report that are there in every quarter of the window. `weights` weighs an
    outlet's reports (1 where it is not named; 0 leaves it out); an event weighs as its weightiest report. `half_life` in
    days. Without `since` and `until` the window runs from the first event to the last. Raises LedgerError for more than
    two parties."""
    given = tuple(party.upper() for party in parties)
    everything, left_out = dated_events(ledger, given, weights or {}, planned=planned)
    inside = [each for each in everything if (not since or each.day >= since) and (not until or each.day <= until)]
    weighed = dict(weights or {})
    if not inside:
        return Trajectory(parties=given, by=by, sources=sources, weights=weighed, half_life=half_life, left_out=left_out)
    first, last = since or inside[0].day, until or inside[-1].day
    steps = steps_between(first, last, by)
    constant = constant_outlets(inside, first, last)
    kept = [each for each in inside if set(each.outlets) & set(constant)]
    counted = kept if sources == "constant" else inside
    points = points_of(counted, steps, half_life)
    steady = breaks_of(points_of(kept, steps, half_life)) if constant else None
    shelf = Shelf(ledger)
    facts = {each.event.id: _fact(each, shelf) for each in counted}
    changes = _changes(counted, points, steps, steady, facts)
    return Trajectory(
        parties=given, by=by, since=first.isoformat(), until=last.isoformat(), sources=sources, constant_outlets=constant,
        weights=weighed, half_life=half_life, points=points, facts=tuple(facts.values()),
        changes=changes,
        warnings=tuple(each.warning for each in changes if each.warning),
        dated_by_publication=sum(each.told for each in counted), left_out=left_out,
    )  # fmt: skip


def _changes(
    events: Sequence[Dated],
    points: Sequence[Point],
    steps: Sequence[tuple[date, date]],
    steady: Sequence[Break] | None,
    facts: Mapping[str, EventFact],
) -> tuple[ChangePoint, ...]:
    found = []
    for change in breaks_of(points):
        mix = mix_around(events, steps, change)
        constant = None if steady is None else near(change.at, steady)
        before, after = points[change.since : change.at], points[change.at : change.until]
        found.append(
            ChangePoint(
                day=points[change.at].start,
                cooperation_before=_mean([each.cooperation for each in before]),
                cooperation_after=_mean([each.cooperation for each in after]),
                conflict_before=_mean([each.conflict for each in before]),
                conflict_after=_mean([each.conflict for each in after]),
                facts_before=_facts(events, steps, max(change.since, change.at - AROUND), change.at, facts),
                facts_after=_facts(events, steps, change.at, min(change.until, change.at + AROUND), facts),
                sources=mix,
                held_constant=constant,
                warning=_warning(points[change.at].start, mix, constant) if mix.changed else None,
            )
        )
    return tuple(found)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 3)


def _facts(
    events: Sequence[Dated],
    steps: Sequence[tuple[date, date]],
    first: int,
    until: int,
    facts: Mapping[str, EventFact],
) -> tuple[EventFact, ...]:
    """The weightiest events of some steps, in the order of their days."""
    near_by = [
        each for each, place in zip(events, bins_of(events, steps), strict=True) if place is not None and first <= place < until
    ]
    ranked = sorted(near_by, key=lambda each: (-abs(each.event.score * each.weight), each.day, each.event.id))[:FACTS]
    return tuple(facts[each.event.id] for each in sorted(ranked, key=lambda each: (each.day, each.event.id)))


def _fact(dated: Dated, shelf: Shelf) -> EventFact:
    event = dated.event
    return EventFact(
        id=event.id, day=dated.day.isoformat(), dated_by="publication" if dated.told else "event", type=event.type,
        mode=event.mode, actor=event.actor, recipient=event.recipient, score=event.score, weight=dated.weight,
        outlets=dated.outlets, quotes=shelf.quotes(event),
    )  # fmt: skip


def _warning(day: str, mix: SourceMix, constant: bool | None) -> str:
    """The plain words: which outlets came or went, and what the series says when sources are held constant."""
    parts = [f"{outlet} has {mix.after[outlet]:.0%} of the reports after it and none before" for outlet in mix.came]
    parts += [f"{outlet} had {mix.before[outlet]:.0%} of the reports before it and none after" for outlet in mix.went]
    parts = parts or [f"the outlets' shares of the reports shifted by {mix.distance:.0%}"]
    held = {
        True: "With sources held constant the change is still there.",
        False: "With sources held constant there is no such change: it may be the sources that changed, not the relations.",
        None: "No outlet reports throughout, so sources can't be held constant.",
    }[constant]
    return f"The change of {day} coincides with a change in the mix of sources: {'; '.join(parts)}. {held}"


def trajectory_page(answer: Trajectory) -> Page:
    """The trajectory laid out for people."""
    facts = {each.id: each for each in answer.facts}
    about = [
        f"by {answer.by}, {answer.since or '…'} to {answer.until or '…'}; sources: {answer.sources}",
        f"scale: {answer.scale}",
        f"bands: {answer.bands}; decay: half-life {answer.half_life:g} days",
        f"changes: {answer.method}",
        f"{answer.dated_by_publication} dated by publication, {count(answer.left_out, 'event')} left out",
    ]
    return Page(
        title=f"Trajectory: {pair(answer.parties)}",
        about=tuple(about),
        sections=(
            Section(title="Warnings", lines=tuple(Line(text=each) for each in answer.warnings), nothing="None."),
            Section(title="Changes", lines=tuple(_change_line(each) for each in answer.changes), nothing="No change found."),
            Section(
                title=f"Cooperation and conflict by {answer.by} (those with events)",
                lines=tuple(_point_line(each, facts) for each in answer.points if each.events),
            ),
        ),
    )


def _change_line(change: ChangePoint) -> Line:
    facts = (*change.facts_before, *change.facts_after)
    sides = [("before", each) for each in change.facts_before] + [("after", each) for each in change.facts_after]
    notes = [f"{side}: {fact_words(each)}" for side, each in sides]
    return Line(
        mark=change.day,
        text=(
            f"cooperation {change.cooperation_before:g} → {change.cooperation_after:g}, "
            f"conflict {change.conflict_before:g} → {change.conflict_after:g} (means)"
        ),
        notes=tuple(notes),
        items=tuple(each.id for each in facts),
        quotes=tuple(quote for each in facts for quote in first_of_each(each.quotes)),
    )


def fact_words(fact: EventFact) -> str:
    """An event in one phrase: "2023-02-19 ACCUSE allege CHN → USA (-3.5)"."""
    mode = f" {fact.mode}" if fact.mode else ""
    sides = "+".join(fact.actor) + (f" → {'+'.join(fact.recipient)}" if fact.recipient else "")
    return f"{fact.day} {fact.type}{mode} {sides} ({fact.score:+g})"


def _point_line(point: Point, facts: Mapping[str, EventFact]) -> Line:
    net = f"net {point.net:+.1f} ({point.net_low:+.1f} to {point.net_high:+.1f})"
    decayed = f"decayed {point.decayed:+.1f} ({point.low:+.1f} to {point.high:+.1f})"
    text = f"{point.cooperation:+6.1f} {point.conflict:+6.1f}  {net}, {decayed}"
    quotes = tuple(quote for each in point.events for quote in first_of_each(facts[each].quotes))
    return Line(mark=point.start, text=text, items=point.events, quotes=quotes)
