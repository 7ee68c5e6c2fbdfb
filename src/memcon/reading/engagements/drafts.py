"""A draft: one place in the text that says that somebody met, spoke with, visited or wrote to somebody."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.reading.actors import Actor, Mention
from memcon.reading.predicates import FoundPredicate
from memcon.reading.status import Status
from memcon.record import DescribedAs, Duration, EngagementKind, Evidence, Format, Place, Role, StatusChange, Time, When

PEOPLE = frozenset({"person", "office"})


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who takes part, the mention that says so, and in which role."""

    actor: Actor
    mention: Mention
    role: Role = "participant"


@dataclass(frozen=True)
class Draft:
    """What one predicate says of an engagement. `back` marks a noun that refers to one told before ("the meeting")."""

    found: FoundPredicate
    kind: EngagementKind
    format: Format | None
    status: Status
    sides: tuple[Side, ...]
    visited: Mention | None = None  # the place of a trip
    host_country: str | None = None
    back: bool = False
    background: bool = False
    until: When | None = None  # the date of its end: "wrapped up a visit on Sunday"
    dated: Time | None = None  # the day that a list gives this one
    when: When | None = None
    duration: Duration | None = None
    place: Place = Place()
    described: tuple[DescribedAs, ...] = ()
    reason: str | None = None
    history: tuple[StatusChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def start(self) -> int:
        return self.found.start

    @property
    def sentence(self) -> int:
        return self.found.parse.sentence.index

    @property
    def parties(self) -> frozenset[str]:
        """The parties that take part, a visited country's included."""
        own = {side.actor.country for side in self.sides if side.actor.country}
        return frozenset(own | ({self.host_country} if self.host_country else set()))

    @property
    def people(self) -> frozenset[str]:
        """Keys of the people that are named."""
        return frozenset(side.actor.key for side in self.sides if side.actor.kind in PEOPLE)

    @property
    def rule(self) -> str:
        """The construction in short: "meet.with", "talks.between", "visit.to"."""
        word = "-".join(self.found.entry.lemma.split())
        places = self.found.entry.engagement.partner if self.found.entry.engagement else ()
        place = next((argument.place for argument in self.found.at(*places)), "subject")
        return f"{word}.{place}"
