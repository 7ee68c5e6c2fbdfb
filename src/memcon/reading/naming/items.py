"""The words of one sentence, sorted by what they can be: a party, a person's name, a title, a capitalised word, a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from memcon.knowledge.names import Entry, Name
from memcon.reading.naming.words import Sense, Word, WordKind

PARTY_KINDS = frozenset({"state", "former_state", "adjective", "demonym", "capital", "metonym", "ministry", "igo", "group"})
PERSON_KINDS = frozenset({"person", "surname"})
PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "los",
        "las",
        "ter",
        "ould",
        "abu",
        "y",
        "e",
        "ul",
        "ur",
        "dalla",
    ]
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[^\w\s]|_")


class Item:
    """One word, name or mark at [start, end). `text` is the shadow's; `entries` and `word` say what it can be.

    `low` is its text in lower case; `plain`: a small word that nobody knows, and no particle of a name."""

    __slots__ = ("capital", "end", "entries", "low", "plain", "start", "text", "word")

    def __init__(self, start: int, end: int, text: str, entries: tuple[Entry, ...] = (), word: Word | None = None) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.entries = entries
        self.word = word
        self.low = text.lower()
        self.capital = text[0].isupper()
        self.plain = not (self.capital or entries or word) and self.low not in PARTICLES

    def party_entries(self) -> tuple[Entry, ...]:
        return tuple([entry for entry in self.entries if entry.kind in PARTY_KINDS]) if self.entries else ()

    def person_entries(self) -> tuple[Entry, ...]:
        return tuple([entry for entry in self.entries if entry.kind in PERSON_KINDS]) if self.entries else ()

    def has(self, *kinds: str) -> bool:
        return bool(self.entries) and any(entry.kind in kinds for entry in self.entries)

    def sense(self, *kinds: WordKind) -> Sense | None:
        return self.word.sense(*kinds) if self.word else None


def items_of(shadow: str, start: int, end: int, names: Sequence[Name], words: Sequence[Word]) -> list[Item]:
    """The items of the sentence [start, end). Where a name and a lexicon word overlap the longer wins, the name if equal."""
    items: list[Item] = []
    at_name, at_word = {name.start: name for name in names}, {word.start: word for word in words}
    place: int | None = start
    while place is not None:
        place = _until_known(shadow, place, end, at_name, at_word, items)
    return items


def _until_known(
    shadow: str, place: int, end: int, names: Mapping[int, Name], words: Mapping[int, Word], items: list[Item]
) -> int | None:
    """Adds the items up to the next name or lexicon word and with it; where to go on after that, None at the end."""
    for match in _TOKEN.finditer(shadow, place, end):
        first, last = match.span()
        if first in names or first in words:
            items.append(_known(shadow, first, names.get(first), words.get(first), names.values()))
            reached = items[-1].end
            return reached + len("'s") * shadow.startswith("'s", reached)
        text = match[0]
        if text.endswith("'s") and len(text) > 2:
            items += (Item(first, last - 2, text[:-2]), Item(last - 2, last, "'s"))
        else:
            items.append(Item(first, last, text))
    return None


def _splits(word: Word, names: Iterable[Name]) -> bool:
    """Whether a name begins inside the word and goes on after it."""
    return any(word.start < name.start < word.end < name.end for name in names)


def _known(shadow: str, start: int, name: Name | None, word: Word | None, names: Iterable[Name]) -> Item:
    if name and word and word.end > name.end and not _splits(word, names):
        name = None
    if name and (word is None or name.end >= word.end):
        same = word if word and word.end == name.end else None
        return Item(start, name.end, shadow[start : name.end], name.entries, same)
    assert word is not None
    return Item(start, word.end, shadow[start : word.end], (), word)
