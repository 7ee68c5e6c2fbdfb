"""Short names that a text makes for bodies: "the Foreign Office (FO) … the FO", "Department of Foreign Affairs … the DFA"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from memcon.knowledge import Name
from memcon.reading.naming.words import Word

_IN_BRACKETS = re.compile(r" \(([A-Z][A-Za-z]{0,4}[A-Z])\)")
_INITIALS = re.compile(r"\b[A-Z]")
_SHORTEST = 3  # letters of initials that no bracket introduces


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Span = TypeVar("Span", bound=_Span)


def with_short_words(text: str, words: Sequence[Word]) -> tuple[Word, ...]:
    """The words, and the acronyms of bodies among them wherever the text has them."""
    bodies = [word for word in words if word.sense("body")]
    taken = {word.start for word in words}
    short = [Word(start, end, word.senses) for start, end, word in _short_forms(text, bodies) if start not in taken]
    return tuple(sorted([*words, *short], key=lambda word: word.start)) if short else tuple(words)


def with_short_names(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, and the acronyms of ministries that the tables know under their own name."""
    ministries = [name for name in names if any(entry.kind == "ministry" for entry in name.entries)]
    taken = {name.start for name in names}
    short = [Name(start, end, name.entries) for start, end, name in _short_forms(text, ministries) if start not in taken]
    return sorted([*names, *short], key=lambda name: name.start) if short else list(names)


def _short_forms(text: str, spans: Iterable[Span]) -> Iterator[tuple[int, int, Span]]:
    """Where the acronym of one of these stands, and what it is short for."""
    known: dict[str, Span] = {}
    for span in spans:
        told = _IN_BRACKETS.match(text, span.end)
        initials = "".join(_INITIALS.findall(text[span.start : span.end]))
        if told is not None and told[1][0] == initials[:1]:
            known.setdefault(told[1], span)
        elif len(initials) >= _SHORTEST:
            known.setdefault(initials, span)
    for acronym, span in known.items():
        for match in re.finditer(rf"\b{acronym}\b", text):
            yield match.start(), match.end(), span
