"""The words of one sentence, sorted by what they can be: a party, a person's name, a title, a capitalised word, a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True, eq=False)
class Item:
    """One word, name or mark at [start, end). `text` is the shadow's; `entries` and `word` say what it can be."""

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...] = ()
    word: Word | None = None
    low: str = field(init=False)
    capital: bool = field(init=False)

    def __post_init__(self) -> None:
        self.low = self.text.lower()
        self.capital = self.text[0].isupper()

    @property
    def plain(self) -> bool:
        """A small word that nobody knows, and no particle of a name."""
        return not (self.capital or self.entries or self.word) and self.low not in PARTICLES

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
    return list(_merged(shadow, start, end, list(names), list(words)))


def _merged(shadow: str, start: int, end: int, names: list[Name], words: list[Word]) -> Iterator[Item]:
    place = start
    at_name, at_word = {n.start: n for n in names}, {w.start: w for w in words}
    while (match := _TOKEN.search(shadow, place, end)) is not None:
        name, word = at_name.get(match.start()), at_word.get(match.start())
        if word and name and word.end > name.end and not _splits(word, names):
            name = None
        item = _item(shadow, match.start(), match.end(), name, word)
        yield from _without_possessive(shadow, item)
        place = item.end + len("'s") * bool((name or word) and shadow.startswith("'s", item.end))


def _splits(word: Word, names: list[Name]) -> bool:
    """Whether a name begins inside the word and goes on after it."""
    return any(word.start < name.start < word.end < name.end for name in names)


def _item(shadow: str, start: int, end: int, name: Name | None, word: Word | None) -> Item:
    if name and (word is None or name.end >= word.end):
        same = word if word and word.end == name.end else None
        return Item(start, name.end, shadow[start : name.end], name.entries, same)
    if word:
        return Item(start, word.end, shadow[start : word.end], (), word)
    return Item(start, end, shadow[start:end])


def _without_possessive(shadow: str, item: Item) -> Iterator[Item]:
    """Cuts "Blinken's" in two; a name that the tables know with its apostrophe stays whole."""
    if item.text.endswith("'s") and not item.entries and not item.word and len(item.text) > 2:
        yield Item(item.start, item.end - 2, item.text[:-2])
        yield Item(item.end - 2, item.end, "'s")
    else:
        yield item
