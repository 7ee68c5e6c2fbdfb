"""Dyad panels: one row for each pair of parties and each month (or year), with ISO, COW and GW codes and a codebook.

A pair is in the panel if anything counted here happened between its two parties; it then has a row for every month from the
first of the whole panel to the last. A zero means that no report in the ledger tells of any. `a` and `b` are in the order of
their codes; what has a direction is counted both ways. An event or engagement of several parties counts for each pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, permutations, product
from pathlib import Path
from typing import Any

from memcon.desk.contents import Contents
from memcon.desk.levels import channel_of, level_names
from memcon.desk.travel import trips
from memcon.export.coded import Coded, coded_events
from memcon.export.csv_tables import write_csv
from memcon.export.parties import Parties
from memcon.export.tables import DICTIONARY_HEADER, Column, Table, dictionary_rows
from memcon.export.written import Written, written
from memcon.ledger import MergedEngagement

Pair = tuple[str, str]
Period = tuple[int, int]  # year and month; month 0 in a panel of years
QUADS = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}
_QUAD_WORDS = {number: name.replace("_", " ") for number, name in QUADS.items()}
AHEAD = ("planned", "expected", "proposed", "invited")
CALLED_OFF = ("postponed", "cancelled", "declined")
HELD = ("held", "ongoing")
_EVENTS = "Mutual ones count both ways; news without a day of its own counts on the day of publication."
WHY = "undated, or dated to no one period"


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A pair in a period, and its counts."""

    pair: Pair
    period: Period
    counts: Counter[str]
    parties: Parties


@dataclass(slots=True)
class _Panel:
    """Counts by pair and period, while they are gathered."""

    period_of: Callable[[str], Period]
    cells: dict[Pair, dict[Period, Counter[str]]] = field(default_factory=dict)
    left_out: int = 0

    def add(self, pair: Pair, period: Period, name: str, amount: float = 1) -> None:
        """Count something of a pair in a period."""
        cell = self.cells.setdefault(pair, {}).setdefault(period, Counter())
        cell[name] += amount  # type: ignore[assignment]


def columns(*, monthly: bool) -> tuple[Column[PanelRow], ...]:
    """The panel's columns, with what they mean: the codebook."""
    month: Column[PanelRow] = Column("month", "integer", "Month, 1 to 12.", lambda r: r.period[1])
    return (
        Column("dyad", "text", "The two parties, in the order of their codes: CHN-USA.", lambda r: "-".join(r.pair)),
        Column("year", "integer", "Year.", lambda r: r.period[0]),
        *((month,) if monthly else ()),
        *_codes("a", 0),
        *_codes("b", 1),
        _count("engagements", "Engagements held, by first day; parts of a visit between the same two count as the visit."),
        *(
            _count(f"engagements_{level}", f"Of these, on the channel {level}: the level of the lower side.")
            for level in level_names()
        ),
        _count("calls", "Of the engagements held, those by phone or video."),
        _count("engagements_ahead", "Engagements planned, expected, proposed or invited for the period, as last reported."),
        _count("engagements_called_off", "Engagements of the period that were postponed, cancelled or declined."),
        _count("visits_ab", "Journeys of a's people to b's country; meetings close together are one journey."),
        _count("visits_ba", "Journeys of b's people to a's country."),
        *_event_columns(),
    )  # fmt: skip


def _codes(side: str, at: int) -> tuple[Column[PanelRow], ...]:
    return (
        Column(side, "text", f"Party {side}: alpha-3 code, or an acronym.", lambda r: r.pair[at]),
        Column(f"{side}_name", "text", f"English name of {side}.", lambda r: r.parties.name(r.pair[at])),
        Column(f"{side}_iso3", "text", f"ISO 3166 alpha-3 of {side} (XKX Kosovo); empty for what is no state or territory.",
               lambda r: r.parties.iso(r.pair[at])),
        Column(f"{side}_cow", "integer", f"Correlates of War number of {side}, as it is today.",
               lambda r: r.parties.cow(r.pair[at])),
        Column(f"{side}_gw", "integer", f"Gleditsch and Ward number of {side}, as it is today.",
               lambda r: r.parties.gw(r.pair[at])),
    )  # fmt: skip


def _event_columns() -> Iterator[Column[PanelRow]]:
    for way, words in (("ab", "a to b"), ("ba", "b to a")):
        for number, name in QUADS.items():
            yield _count(f"{name}_{way}", f"Events of {_QUAD_WORDS[number]} from {words} that took place. {_EVENTS}")
        yield Column(
            f"score_{way}", "number", f"Sum of the PLOVER scores of the events from {words}.",
            _counted(f"score_{way}", 0.0),
        )  # fmt: skip


def _count(name: str, what: str) -> Column[PanelRow]:
    return Column(name, "integer", what, _counted(name, 0))


def _counted(name: str, nothing: float) -> Callable[[PanelRow], Any]:
    return lambda row: round(row.counts.get(name, nothing), 6)


def panel_table(contents: Contents, *, monthly: bool) -> tuple[Table[PanelRow], int]:
    """The panel, and how many items have no place in it."""
    panel = _gathered(contents, monthly=monthly)
    parties = Parties()
    spans = [period for cells in panel.cells.values() for period in cells]
    periods = list(_periods(min(spans), max(spans))) if spans else []

    def rows(_: Contents) -> Iterator[PanelRow]:
        for pair in sorted(panel.cells):
            for period in periods:
                yield PanelRow(pair, period, panel.cells[pair].get(period, Counter()), parties)

    name = "dyad-month" if monthly else "dyad-year"
    what = f"One row for each pair of parties and each {'month' if monthly else 'year'}; zero: no report tells of any."
    return Table(name, what, columns(monthly=monthly), rows), panel.left_out


def write_panel(contents: Contents, out: Path, *, monthly: bool) -> list[Written]:
    """Write the panel and its codebook as CSV into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    table, left_out = panel_table(contents, monthly=monthly)
    path, book = out / f"{table.name}.csv", out / "codebook.csv"
    count = write_csv(path, table.header, table.rows(contents))
    return [
        written(path, count, "rows", left_out, WHY),
        written(book, write_csv(book, DICTIONARY_HEADER, dictionary_rows((table,))), "columns"),
    ]


def _gathered(contents: Contents, *, monthly: bool) -> _Panel:
    panel = _Panel((lambda day: (int(day[:4]), int(day[5:7]))) if monthly else (lambda day: (int(day[:4]), 0)))
    held: dict[Pair, list[MergedEngagement]] = {}
    wholes = {
        each.id: frozenset(each.parties)
        for each in contents.engagements
        if each.status in HELD and _one_period(panel, each) is not None
    }
    for engagement in contents.engagements:
        _add_engagement(panel, engagement, held, wholes.get(engagement.part_of or "", frozenset()))
    for pair, engagements in held.items():
        for trip in trips(engagements, pair):
            panel.add(pair, panel.period_of(trip.first), "visits_ab" if trip.visitor == pair[0] else "visits_ba")
    for coded in coded_events(contents):
        _add_event(panel, coded)
    return panel


def _add_engagement(
    panel: _Panel, engagement: MergedEngagement, held: dict[Pair, list[MergedEngagement]], within: frozenset[str]
) -> None:
    """Count an engagement for each pair that the one it is a part of, between the parties `within`, does not count for."""
    period = _one_period(panel, engagement)
    if period is None:
        panel.left_out += 1
        return
    for pair in combinations(sorted(set(engagement.parties)), 2):
        if engagement.status in HELD:
            held.setdefault(pair, []).append(engagement)
        if not within.issuperset(pair):
            for name in _measures(engagement, pair):
                panel.add(pair, period, name)


def _one_period(panel: _Panel, engagement: MergedEngagement) -> Period | None:
    """The period that an engagement is dated to; None where it may be another one."""
    when = engagement.when
    if when is None or when.start is None:
        return None
    first, last = panel.period_of(when.start), panel.period_of(when.end or when.start)
    vague = when.precision in ("season", "year", "unknown") or (when.precision == "range" and engagement.status not in HELD)
    return None if first != last and vague else first


def _measures(engagement: MergedEngagement, pair: Pair) -> Iterator[str]:
    if engagement.status in AHEAD:
        yield "engagements_ahead"
    elif engagement.status in CALLED_OFF:
        yield "engagements_called_off"
    elif engagement.status in HELD:
        yield "engagements"
        if channel := channel_of(engagement, pair):
            yield f"engagements_{channel}"
        if engagement.format in ("phone", "video"):
            yield "calls"


def _add_event(panel: _Panel, coded: Coded) -> None:
    event = coded.event
    if event.status not in HELD:
        return
    day = event.date or (None if event.background else coded.day)
    if day is None:
        panel.left_out += 1
        return
    ways = product(event.actor, event.recipient) if event.recipient else permutations(event.actor, 2)
    for one, other in ways:
        if one != other:
            way = "ab" if one < other else "ba"
            pair = (min(one, other), max(one, other))
            panel.add(pair, panel.period_of(day), f"{QUADS[event.quad]}_{way}")
            panel.add(pair, panel.period_of(day), f"score_{way}", event.score)


def _periods(first: Period, last: Period) -> Iterator[Period]:
    """All periods between two, both in."""
    year, month = first
    while (year, month) <= last:
        yield year, month
        if month == 0:
            year += 1
        else:
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
