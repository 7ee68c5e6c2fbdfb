"""The timeline: a lane a kind of contact, a shape an engagement where its day stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from memcon.desk.timeline import Entry, Timeline
from memcon.desk.wording import count, days, pair
from memcon.web import shown
from memcon.web.drawing.svg import LETTER, Days, drawing, line, link, mark, text

WIDTH, LEFT, RIGHT = 980, 92, 964
LANES = {"visit": "Visits", "summit": "Summits", "meeting": "Meetings", "talks": "Talks", "call": "Calls", "other": "Other"}
LANE_OF = {"trilateral": "meeting", "breakfast": "meeting", "lunch": "meeting", "dinner": "meeting", "conference": "summit",
           "letter": "call"}  # fmt: skip
WITH_WORDS = 26  # more shapes than this are drawn without names: the table has them
LEVEL, GAP = 15, 22  # heights of a line of names, and of the air between lanes
MOST = 400  # shapes drawn, the newest


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry with where it stands, its name, and how many lines above its lane the name is."""

    entry: Entry
    x: float
    end: float
    name: str
    height: int


def draw_timeline(answer: Timeline, today: date) -> Markup:
    """All dated engagements; plans that came about show as what they became."""
    entries = sorted(_dated(answer), key=lambda each: (each.day, each.id))[-MOST:]
    title = f"Timeline {answer.person or pair(answer.parties)}"
    if not entries:
        return Markup("")
    scale = Days.over([date.fromisoformat(each.day) for each in entries], LEFT, RIGHT)
    lanes = {lane: found for lane in LANES if (found := [each for each in entries if _lane(each) == lane])}
    placed = {lane: list(_placed(found, scale, named=len(entries) <= WITH_WORDS)) for lane, found in lanes.items()}
    about = f"{count(len(entries), 'engagement')} from {entries[0].day} to {entries[-1].day}: " + ", ".join(
        f"{len(found)} {LANES[lane].lower()}" for lane, found in lanes.items()
    )
    tops, height = _tops(placed)
    return drawing("timeline", WIDTH, height + 24, title, about, _parts(placed, tops, scale, height, today), least=48)


def _dated(answer: Timeline) -> Iterator[Entry]:
    for entry in (*answer.past, *answer.ahead, *answer.lapsed):
        if not entry.came_about and entry.day != "9999":
            yield entry
        yield from (part for part in entry.parts if part.day != "9999" and not part.came_about)


def _lane(entry: Entry) -> str:
    kind = LANE_OF.get(entry.kind, entry.kind)
    return kind if kind in LANES else "other"


def _placed(entries: Sequence[Entry], scale: Days, *, named: bool) -> Iterator[Placed]:
    """Each name on the lowest line where it covers none before it."""
    ends: list[float] = []
    for entry in entries:
        x = scale.at(date.fromisoformat(entry.day))
        last = entry.when.end if entry.when and entry.when.end and entry.when.precision in ("day", "range") else entry.day
        end = min(scale.at(date.fromisoformat(max(last, entry.day))), RIGHT)
        name = _name(entry) if named else ""
        start = _start(x, name)
        height = next((place for place, taken in enumerate(ends) if taken < start), len(ends)) if named else 0
        ends[height : height + 1] = [start + len(name) * LETTER + 8]
        yield Placed(entry, x, end, name, height)


def _start(x: float, name: str) -> float:
    """A name begins a little before its shape, and ends within the drawing."""
    return max(min(x - 5, RIGHT - len(name) * LETTER), LEFT)


def _tops(placed: dict[str, list[Placed]]) -> tuple[dict[str, float], float]:
    """Where each lane stands, below its names; and where the last ends."""
    tops: dict[str, float] = {}
    below = 4.0
    for lane, found in placed.items():
        names = max(each.height for each in found) + 1 if found[0].name else 0
        below += names * LEVEL + 12
        tops[lane] = below
        below += GAP
    return tops, below - 4


def _parts(
    placed: dict[str, list[Placed]], tops: dict[str, float], scale: Days, height: float, today: date
) -> Iterator[Markup]:
    yield from scale.axis(0, height)
    if scale.first <= today <= scale.last:
        yield line(scale.at(today), 0, scale.at(today), height, "today")
    for lane, found in placed.items():
        top = tops[lane]
        yield line(LEFT, top, RIGHT, top, "rail")
        yield text(LEFT - 14, top + 4.5, LANES[lane], "name", anchor="end")
        for each in found:
            yield from _shape(each, top)


def _shape(each: Placed, top: float) -> Iterator[Markup]:
    inside = Markup("")
    if each.end - each.x > 6:
        inside += line(each.x, top, each.end, top, "span")
    inside += mark(each.x, top, each.entry.status)
    if each.name:
        y = top - 11 - each.height * LEVEL
        if each.height:
            yield line(each.x, top - 6, each.x, y + 3, "lead")
        inside += text(_start(each.x, each.name), y, each.name, "small")
    says = f"{days(each.entry.when)}: {each.entry.status} {each.entry.says}"
    yield link(shown.item_path(each.entry.id), says, inside)


def _name(entry: Entry) -> str:
    """The family names of the first two people; else the parties."""
    named = entry.says.split(": ", 1)[-1]
    people = [each.rsplit(" (", 1)[0] for each in named.split(", ") if "(" in each]
    told = " – ".join(people[:2]) or named
    return told if len(told) <= 34 else told[:33] + "…"
