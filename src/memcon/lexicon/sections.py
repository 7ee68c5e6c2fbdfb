"""What a predicate signals: one frozen class for each section of `[[predicate]]`, owned by the stage that reads it.

Field types are the check: a `Literal` lists the values that the data may use, a tuple takes a list or one string with
"|" between alternatives ("with|object"). The meaning of every field is in docs/lexicon.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.record import (
    CommitmentKind,
    CueSense,
    EngagementKind,
    EngagementStatus,
    EventType,
    Format,
    Stance,
)

# Where an argument stands: grammatical places by name, a preposition by itself.
Place = Literal[
    "subject", "object", "possessor", "agent", "clause", "infinitive",
    "with", "between", "to", "of", "by", "for", "on", "from", "in", "at", "against", "about", "over", "into", "as",
    "among", "toward", "towards", "upon", "behind", "alongside", "together with", "modifier", "near", "around", "after",
    "opposite", "beside",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementSignal:
    """An engagement: what kind, and where the two sides stand.

    `needs` names what must be there too: "place" for *fly to*, "person" for *see*, "with" for *discuss with*.
    `unless`: places that make it something else ("called on him *to resign*")."""

    kind: EngagementKind
    status: EngagementStatus = "held"
    format: Format | None = None
    visitor: Literal["subject", "object"] | None = None
    partner: tuple[Place, ...] = ("with",)
    needs: tuple[str, ...] = ()
    unless: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSignal:
    """Words or an attitude attributed to the subject (of a noun: its possessor, or who stands under "by" or "from").

    `sense`: speech (say), attitude (want, believe), act (praise, lodge a protest). `content`: the places that together
    make up the words; `addressee`: who hears them, "object" only where another place holds the words ("warned Iran
    against"). `negated`: the word itself denies what it reports (deny, rule out). `needs`: "person", because things do it
    too (an event *underscores*) and only people, bodies and documents speak by it; "predicative", what the object is
    called ("called it *a provocation*"). `unless`: places that make it something else ("welcomed him *to* Oslo"), or
    particles that do ("ordered the envoys *out*")."""

    sense: CueSense = "speech"
    content: tuple[Place, ...] = ("clause",)
    addressee: tuple[Place, ...] = ()
    stance: Stance = "neutral"
    negated: bool = False
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentSignal:
    """A commitment: who gives it, to whom, and where what is promised stands.

    `object` asks for one of these lemmas (or of a class in `noun_classes.toml`: "@aid") in the object's place.
    `joint`: only where several parties do it ("the two sides *decided*")."""

    kind: CommitmentKind
    by: tuple[Place, ...] = ("subject",)
    to: tuple[Place, ...] = ()
    what: tuple[Place, ...] = ("infinitive", "clause", "object")
    object: tuple[str, ...] = ()
    joint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSignal:
    """A PLOVER event: type and mode as of version 2.0, CAMEO code, and where actor and recipient stand.

    `object` asks for one of these lemmas (or of a class in `noun_classes.toml`: "@troops") in the object's place, so that
    *withdraw troops* and *withdraw aid* are two entries; `subject` asks the same of the subject, `deed` of the infinitive
    ("ordered the consul *to leave*"), and one of the places in `needs` must be filled ("held an exercise *with*").
    `two_sided`: no event unless the words name a recipient; `near`: by the noun's own owner or adjective ("concern about
    *Russia's* moves", not "about the floods in Chad"). `reciprocal`: nobody is the recipient, all are actors.
    `when_joint`, `when_planned` and `when_negated`: the types that the same word has in those cases, where the general rule of
    docs/plover.md does not fit."""

    type: EventType
    mode: str | None = None
    cameo: str | None = None
    actor: tuple[Place, ...] = ("subject",)
    recipient: tuple[Place, ...] = ("object",)
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    deed: tuple[str, ...] = ()
    needs: tuple[Place, ...] = ()
    two_sided: bool = False
    near: bool = False
    reciprocal: bool = False
    when_joint: EventType | None = None
    when_planned: EventType | None = None
    when_negated: EventType | None = None
