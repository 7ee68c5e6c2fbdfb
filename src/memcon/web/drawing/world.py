"""Where they met: the outline of the world, a circle for each country, the larger the more often."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import sqrt
from typing import Any

from markupsafe import Markup

from memcon.desk.wording import count
from memcon.ledger import MergedEngagement
from memcon.web.drawing.svg import drawing, link, text

LARGEST = 22.0
NAMED = 12  # circles with their number; the table has all


@dataclass(frozen=True, slots=True)
class Place:
    """A country in which they met, the towns and places that reports name there, and the engagements."""

    country: str
    places: tuple[str, ...]
    engagements: tuple[str, ...]
    planned: int


def places_of(engagements: Iterable[MergedEngagement]) -> list[Place]:
    """Where engagements were held or are to be, by country, the most often first; those without a country are left out."""
    found: dict[str, list[MergedEngagement]] = {}
    for each in engagements:
        if each.place.country and each.status not in ("cancelled", "postponed", "declined", "denied"):
            found.setdefault(each.place.country, []).append(each)
    places = [
        Place(
            country=country,
            places=tuple(dict.fromkeys(filter(None, (each.place.city or each.place.name for each in there)))),
            engagements=tuple(each.id for each in there),
            planned=sum(each.status not in ("held", "ongoing") for each in there),
        )
        for country, there in found.items()
    ]
    return sorted(places, key=lambda place: (-len(place.engagements), place.country))


@lru_cache(maxsize=1)
def outline() -> dict[str, Any]:
    """The bundled outline: `width`, `height`, `shapes` and `middles` by code (Natural Earth; see NOTICE)."""
    found: dict[str, Any] = json.loads((files("memcon.web") / "data" / "world.json").read_text(encoding="utf-8"))
    return found


def draw_world(places: Sequence[Place], parties: Sequence[str], named: dict[str, str]) -> Markup:
    """`named` has a country's plain name; the parties' own countries are lit. Nothing where no place is known."""
    world = outline()
    known = [place for place in places if place.country in world["middles"]]
    if not known:
        return Markup("")
    about = "; ".join(f"{named[place.country]} {count(len(place.engagements), 'time')}" for place in known)
    parts = (*_land(world, parties), *_circles(world, known, named))
    return drawing("world", world["width"], world["height"], "Where they met", about, parts, least=40)


def _land(world: dict[str, Any], parties: Sequence[str]) -> Iterator[Markup]:
    rest = "".join(shape for code, shape in world["shapes"].items() if code not in parties)
    yield Markup('<path d="{}" class="land"/>').format(rest)
    for party in parties:
        if party in world["shapes"]:
            yield Markup('<path d="{}" class="land own"/>').format(world["shapes"][party])


def _circles(world: dict[str, Any], places: Sequence[Place], named: dict[str, str]) -> Iterator[Markup]:
    most = len(places[0].engagements)
    for number, place in enumerate(places):
        x, y = world["middles"][place.country]
        times = len(place.engagements)
        radius = max(LARGEST * sqrt(times / most), 8.0)
        inside = Markup('<circle cx="{}" cy="{}" r="{:.1f}" class="met"/>').format(x, y, radius)
        if number < NAMED:
            inside += text(x, y + 4, str(times), "count", anchor="middle")
        where = f" ({', '.join(place.places)})" if place.places else ""
        yield link(f"#at-{place.country}", f"{named[place.country]}{where}: {count(times, 'engagement')}", inside)
