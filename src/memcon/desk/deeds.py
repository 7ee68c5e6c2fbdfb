"""What later reports say became of a promise: sentences that share its words and tell of a deed, or of its undoing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from memcon.desk.evidence import Quoted
from memcon.ledger.wording import stems, words_of

SHARED = 0.6  # of the promise's content words that a deed's sentence must have
FEWEST = 3  # content words: a promise of fewer is not matched by words


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a later report, and the item that it stands for."""

    item: str
    family: str
    day: str
    parties: frozenset[str]
    quotes: tuple[Quoted, ...]

    @property
    def sentence(self) -> str:
        """The sentence of the first source."""
        return self.quotes[0].sentence


@dataclass(frozen=True, slots=True)
class Contact:
    """A promise in these words is kept by an engagement at this channel."""

    words: frozenset[str]
    about: frozenset[str]
    level: str


@dataclass(frozen=True, slots=True)
class DeedWords:
    """The words of data/deeds.toml."""

    done: tuple[str, ...]
    undone: tuple[str, ...]
    not_yet: tuple[str, ...]
    contacts: tuple[Contact, ...]


@lru_cache(maxsize=1)
def deed_words() -> DeedWords:
    """The bundled words."""
    data = tomllib.loads((files("memcon.desk") / "data" / "deeds.toml").read_text(encoding="utf-8"))
    contacts = tuple(Contact(frozenset(row["words"]), frozenset(row["about"]), row["level"]) for row in data["contact"])
    return DeedWords(tuple(data["done"]), tuple(data["undone"]), tuple(data["not_yet"]), contacts)


def contact_level(what: str) -> str | None:
    """The channel whose use would keep a promise ("resume communication between the militaries"), or None."""
    said = set(re.findall(r"[a-z-]+", what.lower()))
    return next((each.level for each in deed_words().contacts if said & each.words and said & each.about), None)


def keeping_deed(what: str, by: Iterable[str], later: Sequence[Told]) -> Told | None:
    """The earliest later sentence that tells that `what` was done by those who promised it."""
    return _first(what, by, later, deed_words().done)


def undoing_deed(what: str, by: Iterable[str], later: Sequence[Told]) -> Told | None:
    """The earliest later sentence that tells that `what` was undone or called off."""
    return _first(what, by, later, deed_words().undone)


def _first(what: str, by: Iterable[str], later: Sequence[Told], deeds: tuple[str, ...]) -> Told | None:
    wanted = stems(what)
    if len(wanted) < FEWEST:
        return None
    doers = set(by)
    for told in later:
        if doers & told.parties and _tells(told.sentence, wanted, deeds):
            return told
    return None


def _tells(sentence: str, wanted: frozenset[str], deeds: tuple[str, ...]) -> bool:
    """Enough shared words, a word of a deed, and none that makes it a wish or a plan."""
    said = " " + " ".join(words_of(sentence)) + " "
    if any(f" {word} " in said for word in deed_words().not_yet):
        return False
    return any(f" {deed} " in said for deed in deeds) and len(wanted & stems(sentence)) >= SHARED * len(wanted)
