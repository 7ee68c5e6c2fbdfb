"""What all drawings share: the frame with its title and description, text, links, and a scale of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

LETTER = 6.1  # the width of a letter of the drawings' small type, in their units


def drawing(
    name: str, width: float, height: float, title: str, about: str, parts: Iterable[Markup], *, least: int = 40
) -> Markup:
    """A whole drawing. `name` is unique on its page; `least` is the width in rem below which it scrolls sideways."""
    inside = Markup("").join(parts)
    # A group, not one image: its marks are links that a keyboard and a screen reader should come to.
    return Markup(
        '<div class="chart" tabindex="0" role="region" aria-labelledby="{name}-t">'
        '<svg class="least-{least}" viewBox="0 0 {w:g} {h:g}" role="group" '
        'aria-labelledby="{name}-t" aria-describedby="{name}-d">'
        '<title id="{name}-t">{title}</title><desc id="{name}-d">{about}</desc>{inside}</svg></div>'
    ).format(name=name, least=least, w=width, h=height, title=title, about=about, inside=inside)


def text(x: float, y: float, words: str, kind: str = "", *, anchor: str = "start") -> Markup:
    """Words at a place."""
    return Markup('<text x="{:.1f}" y="{:.1f}" class="{}" text-anchor="{}">{}</text>').format(x, y, kind, anchor, words)


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line."""
    return Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" class="{}"/>').format(x1, y1, x2, y2, kind)


def bar(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A box."""
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" class="{}"/>').format(x, y, width, height, kind)


def link(href: str, says: str, inside: Markup) -> Markup:
    """A part of the drawing that leads somewhere; what it says is shown when pointed at, and read aloud."""
    return Markup('<a href="{0}" aria-label="{1}"><title>{1}</title>{2}</a>').format(href, says, inside)


def mark(x: float, y: float, status: str) -> Markup:
    """A status as a shape at a place: filled is done, empty is ahead, crossed is off."""
    if status in ("held", "ongoing"):
        return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="5" class="done"/>').format(x, y)
    if status in ("cancelled", "postponed", "declined", "denied"):
        return Markup('<path d="M{:.1f},{:.1f}l9,9m0,-9l-9,9" class="off"/>').format(x - 4.5, y - 4.5)
    return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="4.5" class="ahead"/>').format(x, y)


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last` along [left, right]."""

    first: date
    last: date
    left: float
    right: float

    @classmethod
    def over(cls, days: Iterable[date], left: float, right: float, *, least: int = 60) -> Days:
        """A scale over all these days, no shorter than `least` days, with a little air at its ends."""
        found = list(days)
        first, last = min(found), max(found)
        air = max((last - first).days // 30, (least - (last - first).days) // 2, 3)
        return cls(first - timedelta(days=air), last + timedelta(days=air), left, right)

    @property
    def length(self) -> int:
        """How many days it covers."""
        return max((self.last - self.first).days, 1)

    def at(self, day: date) -> float:
        """Where a day stands."""
        return self.left + (day - self.first).days / self.length * (self.right - self.left)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """The beginnings of years, quarters or months, with their names."""
        months = 1 if self.length <= 370 else 3 if self.length <= 1200 else 12
        every = 1 if months < 12 else max(1, self.length // 365 // 12)
        day = self.first.replace(day=1)
        while day <= self.last:
            starts_year = day.month == 1
            if day >= self.first and (day.month - 1) % months == 0 and day.year % every == 0:
                yield day, day.strftime("%Y") if starts_year else day.strftime("%b")
            day = (day + timedelta(days=32)).replace(day=1)

    def axis(self, top: float, bottom: float) -> Iterator[Markup]:
        """Lines at the ticks, named below."""
        for day, name in self.ticks():
            strong = "year" if day.month == 1 else "tick"
            yield line(self.at(day), top, self.at(day), bottom, strong)
            if self.at(day) + 3 + len(name) * LETTER < self.right + 14:
                yield text(self.at(day) + 3, bottom + 13, name, "small" if strong == "tick" else "small strong")
