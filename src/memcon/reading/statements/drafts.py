"""What the stages of this package hand to each other: cues, speakers and the stretches they govern."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from memcon.lexicon import SpeechSignal
from memcon.reading.parsing import Parse

Stretch = tuple[int, int]  # [start, end) in document offsets


@dataclass(frozen=True, slots=True)
class Voice:
    """A phrase [start, end) that names who speaks or hears; `head` is where its main word starts.

    For a relative pronoun, `stands_for` is the phrase before it."""

    start: int
    end: int
    head: int
    stands_for: Stretch | None = None


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word that attributes, with its helpers: "lodged … protest", "according to". `token` heads it in its parse."""

    parse: Parse
    token: Any
    helpers: tuple[Any, ...]
    lemma: str
    signal: SpeechSignal

    @property
    def start(self) -> int:
        return self.parse.begins(min((self.token, *self.helpers), key=lambda token: int(token.i)))

    @property
    def end(self) -> int:
        return self.parse.ends(max((self.token, *self.helpers), key=lambda token: int(token.i)))


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in the making. `group` covers speaker and cue: it never belongs to the content.

    `negated`: the cue itself stands under a negation. `objects`: whom an act is done to ("accused *Iran* of")."""

    rule: str
    speakers: tuple[Voice, ...]
    parts: tuple[Stretch, ...]
    cue: CueWord | None = None
    group: Stretch | None = None
    cue_stretch: Stretch | None = None
    relayed_by: tuple[Voice, ...] = ()
    addressees: tuple[Voice, ...] = ()
    objects: tuple[Stretch, ...] = ()
    negated: bool = False

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    @property
    def at(self) -> Stretch | None:
        """Where the cue stands."""
        return (self.cue.start, self.cue.end) if self.cue else self.cue_stretch

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the parts holds [start, end)."""
        return any(first <= start and end <= last for first, last in self.parts)


def merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """The stretches sorted, overlapping ones joined."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def overlaps(one: Stretch, other: Stretch) -> bool:
    """Whether the two share a character."""
    return one[0] < other[1] and other[0] < one[1]


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=_Spanned)


def touching(items: Sequence[S], start: int, end: int) -> tuple[S, ...]:
    """Those of `items` (sorted, not overlapping) that share a character with [start, end)."""
    first = bisect_right(items, start, key=lambda item: item.end)
    last = bisect_left(items, end, key=lambda item: item.start)
    return tuple(items[first:last])
