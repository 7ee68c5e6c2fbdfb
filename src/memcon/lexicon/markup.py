"""Marked-up sentences: examples of language that say themselves what should be read from them.

    [Lavrov|RUS] {met} with [Fidan|TUR] in Ankara on <Tuesday=2024-03-05>.
    [Beijing|CHN] {accused} [Washington|USA] ((of stoking tension)).

`[words|PARTY]` is an actor, `[words|PARTY|full name]` one whose name must be resolved; `{words}` the trigger (several
where it is split: "{called} it {off}"); `<words=value>` a time; `((words))` what was said. Marks may nest.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked words [start, end) of the plain text; `value` is the party or the time's value, `name` a full name."""

    start: int
    end: int
    value: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence without its marks, and what was marked."""

    text: str
    actors: tuple[Marked, ...] = ()
    triggers: tuple[Marked, ...] = ()
    times: tuple[Marked, ...] = ()
    contents: tuple[Marked, ...] = ()

    @property
    def parties(self) -> frozenset[str]:
        """All parties marked."""
        return frozenset(actor.value for actor in self.actors)


def parse_example(marked: str) -> Example:
    """The plain text of a marked-up sentence and its marks. Raises ValueError where a mark is broken."""
    plain: list[str] = []
    open_marks: list[tuple[str, int]] = []
    found: dict[str, list[Marked]] = {"[": [], "{": [], "<": [], "((": []}
    place = 0
    while place < len(marked):
        double = marked[place : place + 2]
        char = double if double in {"((", "))"} else marked[place]
        if char in found:
            open_marks.append((char, len(plain)))
        elif char in _CLOSING:
            opener, start = open_marks.pop() if open_marks else ("", 0)
            if opener != _CLOSING[char]:
                raise ValueError(f"{char!r} closes nothing at {place} in {marked!r}")
            found[opener].append(_close(opener, plain, start))
        else:
            plain.append(char)
        place += len(char)
    if open_marks:
        raise ValueError(f"{open_marks[-1][0]!r} is not closed in {marked!r}")
    ordered = {mark: tuple(sorted(items, key=lambda item: item.start)) for mark, items in found.items()}
    return Example("".join(plain), ordered["["], ordered["{"], ordered["<"], ordered["(("])


_CLOSING = {"]": "[", "}": "{", ">": "<", "))": "(("}
_SEPARATOR = {"[": "|", "<": "="}


def _close(opener: str, plain: list[str], start: int) -> Marked:
    """The mark that ends here; what follows its separator leaves the plain text."""
    words, *labels = "".join(plain[start:]).split(_SEPARATOR.get(opener, "\0"))
    if (opener in _SEPARATOR) != bool(labels):
        raise ValueError(f"{words!r} needs a {_SEPARATOR.get(opener)!r} with its value")
    del plain[start + len(words) :]
    return Marked(start, start + len(words), *labels)
