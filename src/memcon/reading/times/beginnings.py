"""How a compiled pattern of the grammar can begin: its first token, and the first two.

Of a text's places nearly none begins a time expression, and two tokens tell. A pattern's tokens are numbered as they stand
in it; which come first, which may end it and which may follow which is all that is asked (Glushkov's automaton).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

# Of an expression: a token's characters, what opens a group, and the other marks.
_PIECE = re.compile(r"\[([^\]]+)\]|(\((?:\?[:=!]|\?P<\w+>)?)|([|)?])")
_AHEAD = {"(?=", "(?!"}


@dataclass
class _Part:
    """A piece of a pattern: its first and last tokens, and whether it may be empty."""

    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    empty: bool = True


@dataclass
class Beginning:
    """What the tokens of one expression are, and how they may follow each other."""

    expression: str
    tokens: list[str] = field(default_factory=list)  # the characters of each
    follow: list[set[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._whole = self._alternatives(found.groups() for found in _PIECE.finditer(self.expression))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled where it is first tried."""
        return re.compile(self.expression)

    @property
    def openings(self) -> str:
        """The characters that a match can begin with."""
        return "".join(self.tokens[place] for place in self._whole.first)

    def allows(self, one: str, other: str) -> bool:
        """Whether a match can begin with these characters of two tokens, or be the first alone; `other` may be empty."""
        for place in self._whole.first:
            if one in self.tokens[place]:
                if place in self._whole.last:
                    return True
                if other and any(other in self.tokens[after] for after in self.follow[place]):
                    return True
        return False

    def _alternatives(self, pieces: Iterator[tuple[str | None, ...]]) -> _Part:
        """The alternatives up to the end of their group."""
        found = _Part(empty=False)
        branch: list[_Part] = []
        for characters, group, mark in pieces:
            if mark == "?":
                branch[-1].empty = True
            elif characters:
                branch.append(self._token(characters))
            elif group:
                inner = self._alternatives(pieces)
                branch.append(_Part() if group in _AHEAD else inner)
            else:
                found = _either(found, self._sequence(branch))
                branch = []
                if mark == ")":
                    return found
        return _either(found, self._sequence(branch))

    def _token(self, characters: str) -> _Part:
        place = frozenset({len(self.tokens)})
        self.tokens.append(characters)
        self.follow.append(set())
        return _Part(place, place, empty=False)

    def _sequence(self, parts: list[_Part]) -> _Part:
        whole = _Part()
        for part in parts:
            for place in whole.last:
                self.follow[place] |= part.first
            whole = _Part(
                whole.first | part.first if whole.empty else whole.first,
                whole.last | part.last if part.empty else part.last,
                whole.empty and part.empty,
            )
        return whole


def _either(one: _Part, other: _Part) -> _Part:
    return _Part(one.first | other.first, one.last | other.last, one.empty or other.empty)
