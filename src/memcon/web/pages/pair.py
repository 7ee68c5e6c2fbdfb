"""Two parties: which lines between them are open, what took place, where it is going, who meets whom and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from markupsafe import Markup

from memcon.desk import Trajectory, channels, timeline, trajectory
from memcon.desk.channels import Channel
from memcon.desk.evidence import first_of_each
from memcon.desk.positions import spoken_issues
from memcon.desk.series import Point
from memcon.desk.timeline import Entry
from memcon.desk.trajectory import EventFact
from memcon.desk.wording import count, days
from memcon.ledger import Ledger, MergedEngagement
from memcon.web import shown
from memcon.web.api.desk import standing
from memcon.web.asking import Ask, Asked
from memcon.web.drawing.board import draw_board, says
from memcon.web.drawing.network import Tie, draw_network, ties_of
from memcon.web.drawing.timeline import draw_timeline
from memcon.web.drawing.trajectory import anchor, draw_trajectory
from memcon.web.drawing.world import Place, draw_world, places_of
from memcon.web.nav import Nav
from memcon.web.spans import PairAsked, PairOfTwo
from memcon.web.tables import Column, Table
from memcon.web.telling import evidence, places, words
from memcon.web.views import Part, View, page

router = APIRouter()
NAV = Nav("Pair", "/pair", "desk")
FACTS = 6  # of a point that has more, these are told
ISSUES = 12
By = Annotated[Literal["week", "month"], Query(description="The step of the trajectory.")]
Sources = Annotated[Literal["all", "constant"], Query(description="Only outlets that report throughout: constant.")]


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two parties, and how many engagements they had."""

    pair: str
    engagements: int


@page(router, "/pair")
def pair(ask: Asked, asked: PairOfTwo, by: By = "month", sources: Sources = "all") -> View:
    """All on two parties; without any, the pairs that there are."""
    if not asked.parties:
        return View("pairs.html", "Pair", context={"asked": asked}, later={"pairs": lambda: Part(pair_table(ask))})
    both = _Pair(ask, asked, by, sources)
    context = {"asked": asked, "by": by, "sources": sources}
    later = {
        "channels": both.channels, "timeline": both.timeline, "trajectory": both.trajectory, "issues": both.issues,
        "ties": both.ties, "places": both.places,
    }  # fmt: skip
    title = " – ".join(ask.name(party) for party in asked.parties)
    return View("pair.html", title, context=context, later=later)


def pair_table(ask: Ask) -> Table:
    """The pairs with most engagements."""
    rows = [PairRow(pair, number) for pair, number in ask.ledger.facets().counts.get("pair", ())]
    columns = (
        Column("pair", "Pair", show=lambda row: _pair_link(ask, row.pair)),
        Column("engagements", "Engagements", number=True),
    )
    return Table("pairs", "The pairs with most engagements", columns, rows, nothing="No two parties have met in this ledger.")


def _pair_link(ask: Ask, pair: str) -> Markup:
    told = " – ".join(ask.name(party) for party in pair.split("+"))
    return Markup('<a href="{}">{}</a>').format(ask.link(pair=pair), told)


class _Pair:
    """The parts of a pair's page, each made when it is asked for."""

    def __init__(self, ask: Ask, asked: PairAsked, by: Literal["week", "month"], sources: Literal["all", "constant"]) -> None:
        self.ask, self.asked, self.by, self.sources = ask, asked, by, sources

    def channels(self) -> Part:
        """The board."""
        with standing(self.ask, self.asked.both, self.asked.known_on) as (ledger, on):
            answer = channels(ledger, self.asked.both, on, since=self.asked.span.since)
        table = channel_table(answer.channels)
        return Part(table, {"answer": answer, "drawing": draw_board(answer), "names": self.ask.name})

    def timeline(self) -> Part:
        """What took place, is ahead, and never came about."""
        span = self.asked.span
        with standing(self.ask, self.asked.both, self.asked.known_on) as (ledger, on):
            answer = timeline(ledger, self.asked.both, on, since=span.since, until=span.until)
        return Part(timeline_table(_entries(answer)), {"answer": answer, "drawing": draw_timeline(answer, on)})

    def trajectory(self) -> Part:
        """Cooperation and conflict."""
        span = self.asked.span
        with standing(self.ask, self.asked.both, self.asked.known_on) as (ledger, _):
            since = span.first if span.given else _first_event(ledger, self.asked)
            answer = trajectory(ledger, self.asked.both, by=self.by, since=since, until=span.last, sources=self.sources)
        return Part(point_table(answer), {"answer": answer, "drawing": draw_trajectory(answer)})

    def issues(self) -> Part:
        """What they spoke about of each other."""
        span = self.asked.span
        with standing(self.ask, self.asked.both, self.asked.known_on) as (ledger, _):
            found = spoken_issues(ledger, self.asked.both, since=span.since, until=span.until)
        return Part(issue_table(self.ask, self.asked.both, found.most_common(ISSUES)))

    @cached_property
    def _engagements(self) -> list[MergedEngagement]:
        span = self.asked.span
        with standing(self.ask, self.asked.both, self.asked.known_on) as (ledger, _):
            return list(ledger.walk("engagements", between=self.asked.both, since=span.since, until=span.until))

    def ties(self) -> Part:
        """Who meets whom."""
        found = ties_of(self._engagements, self.asked.both)
        names = self.ask.name(self.asked.both[0]), self.ask.name(self.asked.both[1])
        return Part(tie_table(found, names), {"drawing": draw_network(found, names)})

    def places(self) -> Part:
        """Where they meet."""
        found = places_of(self._engagements)
        named = {place.country: self.ask.name(place.country) for place in found}
        without = sum(each.place.country is None for each in self._engagements)
        drawn = draw_world(found, self.asked.both, named)
        return Part(place_table(found, named), {"drawing": drawn, "without": without})


def _first_event(ledger: Ledger, asked: PairAsked) -> date | None:
    """The day of the first event within the days looked at: what nobody asked for is not to begin with empty years."""
    found = ledger.events(between=asked.both, since=asked.span.since, until=asked.span.until, limit=1).items
    return date.fromisoformat(found[0].date) if found and found[0].date else asked.span.first


def channel_table(rows: tuple[Channel, ...]) -> Table:
    """The levels, the highest first."""
    columns = (
        Column("level", "Level", show=lambda c: c.level.capitalize()),
        Column("status", "Line", show=says),
        Column("last", "Last contact", lambda c: c.last.when.start if c.last and c.last.when else None, _last, wide=True),
        Column("contacts", "Contacts", number=True),
        Column("usual_gap", "Usual gap", show=_gap),
        Column("planned", "Planned", lambda c: [each.id for each in c.planned], _planned, wide=True),
        Column("evidence", "Told in", lambda c: places(c.last.quotes if c.last else ()), _channel_evidence),
    )
    return Table("channels", "Channels by level", columns, rows)


def _last(channel: Channel) -> Markup | str:
    if channel.last is None:
        return "—"
    return Markup("{} {}").format(shown.day(channel.last.when), shown.item_link(channel.last.id, channel.last.says))


def _gap(channel: Channel) -> str:
    if channel.usual_gap is None:
        return "too few contacts"
    spread = f" (half of them {channel.spread[0]:g} to {channel.spread[1]:g})" if channel.spread else ""
    return f"{channel.usual_gap:g} days{spread}"


def _planned(channel: Channel) -> Markup:
    links = (Markup("{} {}").format(shown.status(e.status), shown.item_link(e.id, days(e.when))) for e in channel.planned)
    return shown.lines(links)


def _channel_evidence(channel: Channel) -> Markup:
    contacts = (*((channel.last,) if channel.last else ()), *channel.planned)
    return evidence([quote for each in contacts for quote in each.quotes], contacts[0].id if contacts else None)


def _entries(answer: Any) -> list[Entry]:
    """All entries, ahead first, then from the newest to the oldest, parts after their whole."""
    newest = [*answer.ahead, *reversed((*answer.past,)), *reversed(answer.lapsed), *answer.undated]
    return [each for entry in newest for each in _with_parts(entry)]


def _with_parts(entry: Entry) -> Iterator[Entry]:
    yield entry
    for part in entry.parts:
        yield from _with_parts(part)


def timeline_table(rows: list[Entry]) -> Table:
    """The engagements of a timeline."""
    columns = (
        Column("day", "When", lambda e: e.when.start if e.when else None, lambda e: shown.day(e.when)),
        Column("status", "Status", show=_entry_status),
        Column("says", "What", show=lambda e: shown.item_link(e.id, e.says), wide=True),
        Column("notes", "Remarks", lambda e: list(_notes(e)), lambda e: shown.lines(_notes(e)), wide=True),
        Column("evidence", "Told in", lambda e: places(e.quotes), lambda e: evidence(first_of_each(e.quotes), e.id)),
    )
    return Table("timeline", "Engagements, what is ahead first, then the newest", columns, rows)


def _entry_status(entry: Entry) -> Markup:
    return shown.status(entry.status)


def _notes(entry: Entry) -> Iterator[str | Markup]:
    steps = [step for step in entry.history if step.status != entry.status]
    yield from dict.fromkeys(f"{step.status}{f', told {step.told}' if step.told else ''}" for step in steps)
    yield from (f"why: {step.reason}" for step in entry.history if step.reason)
    if entry.came_about:
        yield Markup("came about as {}").format(shown.item_link(entry.came_about))
    if entry.disagree:
        yield f"reports differ on {', '.join(entry.disagree)}"


def point_table(answer: Trajectory) -> Table:
    """The steps with events, each with the facts behind it; the newest first."""
    facts = {each.id: each for each in answer.facts}
    columns = (
        Column("start", answer.by.capitalize()),
        Column("cooperation", "Cooperation", show=lambda p: f"{p.cooperation:+.1f}", number=True),
        Column("conflict", "Conflict", show=lambda p: f"{p.conflict:+.1f}", number=True),
        Column("decayed", "Decayed sum", show=_decayed, number=True),
        Column("events", "Why", show=lambda p: _reasons(p, facts), wide=True),
    )
    rows = [each for each in reversed(answer.points) if each.events]
    return Table(
        "trajectory", f"Cooperation and conflict by {answer.by}, with the events behind each", columns, rows, anchor=anchor
    )


def _decayed(point: Point) -> Markup:
    band = Markup('<span class="soft">{:+.1f} to {:+.1f}</span>').format(point.low, point.high)
    return Markup("{:+.1f}<br>{}").format(point.decayed, band)


def _reasons(point: Point, facts: dict[str, EventFact]) -> Markup:
    told = [_reason(facts[each]) for each in point.events[:FACTS]]
    more = len(point.events) - FACTS
    return shown.lines([*told, f"and {more} more"] if more > 0 else told)


def _reason(fact: EventFact) -> Markup:
    quotes = first_of_each(fact.quotes)[:1]
    sides = "+".join(fact.actor) + (f" → {'+'.join(fact.recipient)}" if fact.recipient else "")
    what = f"{fact.day[5:]} {fact.type.lower()}{f' ({fact.mode})' if fact.mode else ''} {sides} {fact.score:+g}"
    said = Markup(" {}").format(evidence(quotes)) if quotes else Markup("")
    return Markup('<span class="one">{}</span>{}').format(shown.item_link(fact.id, what), said)


def issue_table(ask: Ask, parties: tuple[str, str], counts: Any) -> Table:
    """Issues on which the two spoke of each other, each a link to their positions side by side."""
    rows = [{"issue": issue, "statements": number} for issue, number in counts]
    columns = (
        Column("issue", "Issue", show=lambda row: _positions_link(ask, parties, row["issue"])),
        Column("statements", "Statements", number=True),
    )
    nothing = "No statement of either on an issue."
    return Table("issues", "What they say of each other, by issue", columns, rows, nothing=nothing)


def _positions_link(ask: Ask, parties: tuple[str, str], issue: str) -> Markup:
    href = ask.link("/positions", pair=None, by=None, sources=None, actor=parties[0], other=parties[1], issue=issue)
    return Markup('<a href="{}">{}</a>').format(href, words(issue.replace("-", " ")))


def tie_table(rows: list[Tie], names: tuple[str, str]) -> Table:
    """Who met whom."""
    columns = (
        Column("one", names[0]),
        Column("other", names[1]),
        Column("times", "Times", lambda t: len(t.engagements), number=True),
        Column("last", "Last", show=lambda t: t.last or "undated"),
        Column(
            "engagements",
            "Engagements",
            show=lambda t: shown.lines(shown.item_link(each, each[:8]) for each in t.engagements[-3:]),
        ),
    )
    return Table("ties", "Who met whom, most often first", columns, rows, nothing="No report names who met whom.")


def place_table(rows: list[Place], named: dict[str, str]) -> Table:
    """Where they met."""
    columns = (
        Column("country", "Country", show=lambda p: named[p.country]),
        Column("places", "Places named", show=lambda p: ", ".join(p.places), wide=True),
        Column("times", "Engagements", lambda p: len(p.engagements), _times, number=True),
        Column(
            "engagements", "Which", show=lambda p: shown.lines(shown.item_link(each, each[:8]) for each in p.engagements[-3:])
        ),
    )
    return Table(
        "places", "Where they met or are to meet, by country", columns, rows, anchor=lambda p: f"at-{p.country}",
        nothing="No report says where they met.",
    )  # fmt: skip


def _times(place: Place) -> str:
    ahead = f", {count(place.planned, 'plan')} of them" if place.planned else ""
    return f"{len(place.engagements)}{ahead}"
