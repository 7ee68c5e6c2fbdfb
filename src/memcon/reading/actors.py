"""Actors and their mentions: who a stretch of text stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.record import Level, OfficeStatus

ActorKind = Literal[
    "person",        # a named person
    "office",        # an office whose holder is not known ("the Danish ambassador")
    "state",         # a state or another party as such ("China", "Beijing", "the Kremlin", "the Chinese side")
    "body",          # a body of a state ("the Foreign Ministry", "State Department", "the Senate")
    "organisation",  # an intergovernmental or named non-state organisation
    "group",         # several unnamed people of one party ("senior Chinese officials", "a US delegation")
    "document",      # a readout, a statement, a communiqué that speaks
    "unknown",       # a capitalised name nobody knows, or a person of no party ("analysts")
]  # fmt: skip
MentionKind = Literal[
    "name", "title", "state", "adjective", "metonym", "body", "organisation", "group", "pronoun", "place", "document"
]
Gender = Literal["m", "f"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who or what. `country` is the party: alpha-3, an organisation's acronym or a non-state party's short name.

    `name` is the person's full name as the press knows it, the organisation's name, or the text's own words."""

    kind: ActorKind
    name: str | None = None
    country: str | None = None
    office: str | None = None
    level: Level | None = None
    id: str | None = None
    status: OfficeStatus = "current"
    gender: Gender | None = None
    plural: bool = False

    @property
    def key(self) -> str:
        """The same for all mentions of one actor in a document."""
        return self.id or f"{self.kind}:{self.name}:{self.country}:{self.office if self.kind == 'office' else ''}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch [start, end) that stands for `actors` (several for "both sides", "the two leaders"; none if unresolved).

    The span is maximal: "Chinese Foreign Minister Qin Gang" is one mention, and mentions never overlap.
    [head_start, head_end) is the name itself or, without one, the title's or noun's last word.
    `of` marks an apposition: the index in `Analysis.mentions` of the mention that this one describes."""

    start: int
    end: int
    head_start: int
    head_end: int
    kind: MentionKind
    actors: tuple[Actor, ...]
    rule: str
    possessive: bool = False
    of: int | None = None
    candidates: tuple[str, ...] = ()

    @property
    def actor(self) -> Actor | None:
        """The one actor, or None where there are none or several."""
        return self.actors[0] if len(self.actors) == 1 else None

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of all actors, sorted."""
        return tuple(sorted({actor.country for actor in self.actors if actor.country}))
