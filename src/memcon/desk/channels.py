"""The channels between two parties: at which level they talk, how long each has been silent, and which are open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from memcon.desk.evidence import Quoted, Shelf, first_of_each
from memcon.desk.fulfilment import came_about, is_plan, still_ahead
from memcon.desk.levels import channel_of, level_names, tables
from memcon.desk.pages import Line, Page, Section
from memcon.desk.rhythm import Rhythm, rhythm_of
from memcon.desk.travel import Trip, Unequal, trips, unequal
from memcon.desk.wording import count, days, deed, first_day, last_day, pair
from memcon.ledger import Ledger, MergedEngagement
from memcon.record import Model, When

ChannelStatus = Literal["open", "silent", "none"]


class Contact(Model):
    """An engagement as a channel shows it."""

    id: str
    when: When | None = None
    status: str
    says: str
    quotes: tuple[Quoted, ...] = ()


class Channel(Model):
    """One level of a pair. Gaps are days between rounds of contact; `spread` their quartiles.

    `status`: `open` (in contact within the longest usual gap, or something is planned), `silent` (longer than usual, and
    nothing planned; `silent_since` is the day from which), `none` (no contact known). `basis` says whether the longest
    usual gap was worked out from the gaps or is assumed, as too few are known."""

    level: str
    status: ChannelStatus
    last: Contact | None = None
    days_silent: int | None = None
    contacts: int = 0
    usual_gap: float | None = None
    spread: tuple[float, float] | None = None
    longest_usual: int
    basis: Literal["gaps", "assumed"]
    silent_since: str | None = None
    planned: tuple[Contact, ...] = ()


class Channels(Model):
    """All channels of a pair on a day. `undated` counts contacts without a day, which no gap can use."""

    parties: tuple[str, ...]
    on: str
    last_report: str | None = None
    channels: tuple[Channel, ...] = ()
    trips: tuple[Trip, ...] = ()
    unequal: tuple[Unequal, ...] = ()
    undated: int = 0

    @property
    def open(self) -> tuple[str, ...]:
        """The levels that are open."""
        return tuple(each.level for each in self.channels if each.status == "open")


def channels(ledger: Ledger, parties: Sequence[str], on: date, *, since: str | None = None) -> Channels:
    """The channels between two parties on a day, the highest level first.

    Only what took place by that day counts as contact, with `since` (an ISO day) only what began no earlier, and nothing
    that has no day; the ledger is taken as it is: for what was known on a day in the
    past, give `known_on(ledger, day, parties)`. Raises LedgerError for more than two parties."""
    given = tuple(party.upper() for party in parties)
    found: list[MergedEngagement] = list(ledger.walk("engagements", between=given, since=since))
    held = [each for each in found if each.status in ("held", "ongoing")]
    past = [each for each in held if (day := first_day(each)) and day <= on]
    plans = [each for each in found if is_plan(each) and still_ahead(each, on) and came_about(each, held) is None]
    shelf = Shelf(ledger)
    published = [source.published for each in found for source in each.sources if source.published]
    return Channels(
        parties=given,
        on=on.isoformat(),
        last_report=max(published, default=None),
        channels=tuple(_channel(level, past, plans, given, on, shelf) for level in level_names()),
        trips=trips(past, given),
        unequal=unequal(past, given),
        undated=sum(first_day(each) is None for each in held),
    )


def all_channels(ledger: Ledger, on: date) -> tuple[Channels, ...]:
    """The channels of every pair that had an engagement, those silent longest first."""
    pairs = {two for each in ledger.walk("engagements") for two in combinations(each.parties, 2)}
    found = [channels(ledger, two, on) for two in sorted(pairs)]
    return tuple(sorted(found, key=lambda each: (-(_silence(each) or 0), each.parties)))


def _silence(answer: Channels) -> int | None:
    """Days since the last contact at any level."""
    return min((each.days_silent for each in answer.channels if each.days_silent is not None), default=None)


def _channel(
    level: str,
    past: Sequence[MergedEngagement],
    plans: Sequence[MergedEngagement],
    parties: tuple[str, ...],
    on: date,
    shelf: Shelf,
) -> Channel:
    here = [each for each in past if channel_of(each, parties) == level]
    spans = [(first, last_day(each) or first) for each in here if (first := first_day(each))]
    rhythm = rhythm_of(spans, on, tables()[1])
    planned = [each for each in plans if channel_of(each, parties) == level]
    last = max(here, key=lambda each: (last_day(each) or date.min, each.id), default=None)
    return Channel(
        level=level,
        status=_status(rhythm, planned),
        last=_contact(last, shelf) if last else None,
        days_silent=rhythm.silent,
        contacts=len(here),
        usual_gap=rhythm.usual,
        spread=rhythm.spread,
        longest_usual=rhythm.longest_usual,
        basis=rhythm.basis,
        silent_since=rhythm.silent_since.isoformat() if rhythm.silent_since else None,
        planned=tuple(_contact(each, shelf) for each in planned),
    )


def _status(rhythm: Rhythm, planned: Sequence[MergedEngagement]) -> ChannelStatus:
    if planned or (rhythm.rounds and not rhythm.is_silent):
        return "open"
    return "silent" if rhythm.rounds else "none"


def _contact(engagement: MergedEngagement, shelf: Shelf) -> Contact:
    return Contact(
        id=engagement.id, when=engagement.when, status=engagement.status, says=deed(engagement), quotes=shelf.quotes(engagement)
    )


def channels_page(answer: Channels) -> Page:
    """The channels laid out for people."""
    about = [
        f"on {answer.on}; the last report on the pair is of {answer.last_report or 'no day'}",
        f"open channels of communication: {', '.join(answer.open) or 'none'}",
    ]
    if answer.undated:
        about.append(f"{count(answer.undated, 'contact')} without a day left out")
    silent = [each for each in answer.channels if each.silent_since]
    return Page(
        title=f"Channels: {pair(answer.parties)}",
        about=tuple(about),
        sections=(
            Section(title="Levels", lines=tuple(channel_line(each) for each in answer.channels)),
            Section(
                title="Silent longer than usual",
                lines=tuple(Line(mark=each.silent_since or "", text=_silence_words(each)) for each in silent),
                nothing="None.",
            ),
            Section(title="Who visits whom", lines=tuple(_trip_lines(answer)), nothing="No visit known."),
            Section(title="Above or below their level", lines=tuple(map(_unequal_line, _upward(answer))), nothing="Nobody."),
        ),
    )


def all_channels_page(answers: Sequence[Channels], on: date) -> Page:
    """The channels of many pairs, each with the levels that have any contact or plan."""
    told = [each for each in answers if any(channel.last or channel.planned for channel in each.channels)]
    rest = [pair(each.parties) for each in answers if each not in told]
    silent = [f"{pair(each.parties)} ({channel.level})" for each in told for channel in each.channels if channel.silent_since]
    return Page(
        title="Channels of all pairs",
        about=(
            f"on {on}; the pairs that are silent longest first",
            f"silent longer than usual: {', '.join(silent) or 'none'}",
            *([f"neither contact with a day nor a plan: {', '.join(rest)}"] if rest else []),
        ),
        sections=tuple(
            Section(
                title=f"{pair(each.parties)}: open are {', '.join(each.open) or 'none'}",
                lines=tuple(map(channel_line, (channel for channel in each.channels if channel.last or channel.planned))),
            )
            for each in told
        ),
    )


def channel_line(channel: Channel) -> Line:
    """One level as a line."""
    if channel.last is None:
        return Line(mark=channel.level, text="no contact known", notes=tuple(_planned(channel)), items=_ids(channel))
    ago = count(channel.days_silent or 0, "day")
    text = f"{channel.status}; last {days(channel.last.when)}, {ago} ago: {channel.last.says}"
    return Line(
        mark=channel.level,
        text=text,
        notes=(_gap_words(channel), *_planned(channel)),
        items=_ids(channel),
        quotes=(*first_of_each(channel.last.quotes), *(q for each in channel.planned for q in first_of_each(each.quotes))),
    )


def _ids(channel: Channel) -> tuple[str, ...]:
    return (*((channel.last.id,) if channel.last else ()), *(each.id for each in channel.planned))


def _gap_words(channel: Channel) -> str:
    if channel.usual_gap is None:
        return f"{count(channel.contacts, 'contact')}; too few to say what gap is usual"
    told = f"{count(channel.contacts, 'contact')}; usual gap {channel.usual_gap:g} days"
    if channel.spread:
        return f"{told} (half of them {channel.spread[0]:g} to {channel.spread[1]:g}); longest usual {channel.longest_usual}"
    return f"{told}, from too few to tell its spread; {channel.longest_usual} days taken as the longest usual"


def _planned(channel: Channel) -> list[str]:
    return [f"planned: {days(each.when)} {each.says} ({each.status})" for each in channel.planned]


def _silence_words(channel: Channel) -> str:
    basis = "worked out from the gaps" if channel.basis == "gaps" else "assumed"
    return f"{channel.level}: {channel.days_silent} days against {channel.longest_usual} at most ({basis})"


def _trip_lines(answer: Channels) -> list[Line]:
    lines = []
    for visitor, host in (answer.parties, answer.parties[::-1]) if len(answer.parties) == 2 else ():
        went = [each for each in answer.trips if (each.visitor, each.host) == (visitor, host)]
        lines.append(Line(mark=f"{visitor} → {host}", text=count(len(went), "visit")))
        for trip in went:
            span = trip.first if trip.first == trip.last else f"{trip.first} to {trip.last}"
            level = f" ({trip.level})" if trip.level else ""
            lines.append(Line(mark=f"  {span}", text=f"{', '.join(trip.people)}{level}", items=trip.engagements))
    return lines


def _upward(answer: Channels) -> list[Unequal]:
    """Of each engagement those who met above their level: whom they met is said beside them."""
    return [each for each in answer.unequal if each.steps > 0]


def _unequal_line(each: Unequal) -> Line:
    text = f"{each.person} ({each.party}, {each.level}) met above that level: {each.met} ({each.met_party}, {each.met_level})"
    return Line(mark=each.day or "undated", text=text, items=(each.engagement,))
