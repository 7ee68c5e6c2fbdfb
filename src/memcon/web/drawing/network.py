"""Who meets whom: the people of two parties facing each other, a line the thicker the more often they met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from memcon.desk.wording import count
from memcon.ledger import MergedEngagement
from memcon.ledger.people import name_words
from memcon.web import shown
from memcon.web.drawing.svg import drawing, link, text

WIDTH, LEFT, RIGHT, ROW, TOP = 760, 250, 510, 26, 44
MOST = 14  # people of a side who are drawn, those who met most
WIDEST = 9.0


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who were at the same engagements, one of each party."""

    one: str
    other: str
    engagements: tuple[str, ...]
    first: str | None
    last: str | None


def ties_of(engagements: Iterable[MergedEngagement], parties: tuple[str, str]) -> list[Tie]:
    """Who of one party met whom of the other, the most often first: only what was held, and only those who are named."""
    found: dict[tuple[str, str], list[MergedEngagement]] = {}
    for each in engagements:
        if each.status in ("held", "ongoing"):
            sides = [[who.name for who in each.participants if who.country == party and who.name] for party in parties]
            for two in ((one, other) for one in sides[0] for other in sides[1]):
                found.setdefault(two, []).append(each)
    ties = [Tie(*two, tuple(each.id for each in met), *_days(met)) for two, met in found.items()]
    return sorted(ties, key=lambda tie: (-len(tie.engagements), tie.one, tie.other))


def _days(met: Sequence[MergedEngagement]) -> tuple[str | None, str | None]:
    days = sorted(each.when.start for each in met if each.when and each.when.start)
    return (days[0], days[-1]) if days else (None, None)


def draw_network(ties: Sequence[Tie], names: tuple[str, str]) -> Markup:
    """Nothing where nobody met anybody."""
    if not ties:
        return Markup("")
    sides = [_side(ties, number) for number in (0, 1)]
    places = [{name: TOP + ROW * (row + 0.5) for row, name in enumerate(side)} for side in sides]
    shown_ties = [tie for tie in ties if tie.one in places[0] and tie.other in places[1]]
    height = TOP + ROW * max(len(side) for side in sides) + 8
    title = f"Who meets whom: {names[0]} and {names[1]}"
    about = "; ".join(f"{tie.one} and {tie.other} {count(len(tie.engagements), 'time')}" for tie in ties[:10])
    return drawing("network", WIDTH, height, title, about, _parts(shown_ties, places, names), least=40)


def _side(ties: Sequence[Tie], number: int) -> list[str]:
    """The people of one side, those who met most first."""
    met: Counter[str] = Counter()
    for tie in ties:
        met[(tie.one, tie.other)[number]] += len(tie.engagements)
    return [name for name, _ in sorted(met.items(), key=lambda each: (-each[1], each[0]))[:MOST]]


def _parts(ties: Sequence[Tie], places: Sequence[dict[str, float]], names: tuple[str, str]) -> Iterator[Markup]:
    most = max(len(tie.engagements) for tie in ties)
    yield text(LEFT - 12, 20, names[0], "name", anchor="end")
    yield text(RIGHT + 12, 20, names[1], "name")
    for tie in reversed(ties):  # the thickest on top
        yield _tie(tie, places[0][tie.one], places[1][tie.other], most)
    for side, x, anchor in ((0, LEFT - 12, "end"), (1, RIGHT + 12, "start")):
        for name, y in places[side].items():
            dot = Markup('<circle cx="{}" cy="{:g}" r="4.5" class="done"/>').format((LEFT, RIGHT)[side], y)
            told = name if len(name) <= 30 else name[:29] + "…"
            yield link(
                shown.person_path(" ".join(name_words(name))), name, dot + text(x, y + 4.5, told, "word linked", anchor=anchor)
            )


def _tie(tie: Tie, y1: float, y2: float, most: int) -> Markup:
    middle = (LEFT + RIGHT) / 2
    width = 1.4 + (WIDEST - 1.4) * (len(tie.engagements) - 1) / max(most - 1, 1)
    curve = Markup('<path d="M{},{:g}C{},{:g} {},{:g} {},{:g}" class="tie" stroke-width="{:.1f}"/>').format(
        LEFT, y1, middle, y1, middle, y2, RIGHT, y2, width
    )
    told = f"{tie.one} and {tie.other}: {count(len(tie.engagements), 'engagement')}, the last {tie.last or 'undated'}"
    return link(shown.item_path(tie.engagements[-1]), told, curve)
