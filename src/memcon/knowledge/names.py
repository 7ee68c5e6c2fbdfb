"""Every name that the tables know, found in a text in one pass.

A text is cut into words; each word that begins a known name is tried with the longest continuation first. Names are
compared by their words (folded, lower case), so `Kim Jong-un`, `Kim Jong Un` and `KIM JONG UN` are one; a second look
at the written form keeps `US` from meaning *us*, `Turkey` from meaning a bird, and two sentences from making one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.knowledge.folding import WORD, fold, spellings

__all__ = ["Entry", "Form", "Name", "NameFinder"]

_JOINERS = frozenset({" ", "  ", "-", "'", "/", " & ", ""})
_ABBREVIATED = frozenset({"st", "jr", "sr", "no", "dr", "gen", "mt", "ft"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name can mean.

    `kind`: state, former_state, adjective, demonym, capital, metonym, ministry, igo, group, person, surname, city,
    building, region. `code`: alpha-3 or acronym of the party meant, or of the country a place lies in. `person_id`: of a
    person, and of a surname that only one person in the tables bears. `name`: the plain name of what is meant. `weak`:
    also an ordinary word, so that something else must speak for it. `start` and `end` bound a dated name."""

    kind: str
    code: str | None = None
    person_id: str | None = None
    name: str = ""
    weak: bool = False
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A known name in a text: [start, end) in code points, and everything it can mean, the likelier first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


Form = tuple[str, str, str | None, str | None, str, bool, str, str]  # a written form, then an Entry's fields: many are made


class NameFinder:
    """All written forms, by their words."""

    def __init__(self, keyed: Iterable[tuple[str, Form]]) -> None:
        self._forms: dict[str, list[Form]] = {}
        lengths: dict[str, set[int]] = {}
        same = spellings()
        for key, form in keyed:
            known = self._forms.get(key)
            if known is not None:
                known.append(form)
            elif key:
                self._forms[key] = [form]
                first, _, rest = key.partition(" ")
                lengths.setdefault(same.get(first, first), set()).add(rest.count(" ") + 2 if rest else 1)
        self._lengths = {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}

    def find(self, text: str) -> tuple[Name, ...]:
        """The names in a text, left to right, never overlapping: of two that start together, the longer."""
        plain = fold(text)
        spans = [match.span() for match in WORD.finditer(plain)]
        words = WORD.findall(plain.lower())
        if len(words) != len(spans):  # a character whose lower case is longer: cut word by word
            words = [plain[s:e].lower() for s, e in spans]
        same = spellings()
        return tuple(self._walk(plain, spans, words, [same.get(word, word) for word in words]))

    def _walk(self, plain: str, spans: list[tuple[int, int]], words: list[str], same: list[str]) -> Iterator[Name]:
        index, count, lengths = 0, len(words), self._lengths
        while index < count:
            found = None
            for length in lengths.get(same[index], ()):
                if index + length <= count:
                    found = self._at(plain, spans, words if length == 1 else same, index, length)
                    if found:
                        yield found
                        index += length
                        break
            if not found:
                index += 1

    def _at(self, plain: str, spans: list[tuple[int, int]], words: list[str], index: int, length: int) -> Name | None:
        rows = self._forms.get(" ".join(words[index : index + length]))
        if rows is None:
            return None
        start, end = spans[index][0], spans[index + length - 1][1]
        if length > 1 and not all(_joined(plain, spans[i], spans[i + 1], words[i]) for i in range(index, index + length - 1)):
            return None
        written = plain[start:end]
        fitting = [row for row in rows if _written_so(row[0], written)]
        if not fitting:
            return None
        if plain.startswith(".", end) and any(row[0].endswith(".") for row in fitting):
            end += 1
        entries = dict.fromkeys(Entry(*row[1:]) for row in fitting)
        return Name(start, end, tuple(entries))


def _joined(plain: str, left: tuple[int, int], right: tuple[int, int], word: str) -> bool:
    between = plain[left[1] : right[0]]
    if between in _JOINERS:
        return bool(between) or word == "+" or plain[right[0]] == "+"
    if between in (". ", "."):
        return len(word) == 1 or word in _ABBREVIATED
    return between == ", " and plain.startswith("D", right[0])  # Washington, D.C.


def _written_so(form: str, written: str) -> bool:
    """Whether a text writes a form with the capitals it needs: acronyms whole, names at their heads, words as they like."""
    if form == written:
        return True
    if form.isupper() and len(form) > 1 and not form[-1:].isdigit():
        return written.isupper()
    if written.isupper():
        return len(written) > 3 or (form[:1].isupper() and len(written) > 2)
    heads = [m.group() for m in _HEADS.finditer(fold(form))]
    return all(
        m.group().isupper() or not head.isupper() or written[m.start() - 1 : m.start()] == "-"
        for head, m in zip(heads, _HEADS.finditer(written), strict=False)
    )


_HEADS = re.compile(r"(?<![^\W_])[^\W_]")
