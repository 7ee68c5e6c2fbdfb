"""Text made comparable without moving anything: `fold` keeps the length, so every offset stays."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from memcon.knowledge.tables import read_table

__all__ = ["WORD", "expansions", "fold", "key_of", "skeleton", "spellings", "words_of"]

WORD = re.compile(r"[^\W_]+|\+")
_SAME_LENGTH = {
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "ı": "i",
    "ə": "a",
    "Ə": "A",
    "ħ": "h",
}
_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'"}
_SPACES = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ", "\r": " "}
_DASHES = {"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-"}
_EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "ı": "i"}


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFKD", chr(code))
        if base[0].isascii() and base[0].isalpha() and all(unicodedata.combining(c) for c in base[1:]):
            table[code] = base[0]
    for old, new in {**_SAME_LENGTH, **_MARKS, **_SPACES, **_DASHES}.items():
        table[ord(old)] = new
    return table


_FOLDED = _table()
_WRITTEN_OUT = {
    ord(c): e for old, new in _EXPANDED.items() for c, e in ((old, new), (old.upper(), new.capitalize())) if not c.isascii()
}


def fold(text: str) -> str:
    """The text with diacritics off, and apostrophes, dashes and spaces made plain. Same length, case kept."""
    return text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_FOLDED)


def words_of(text: str) -> list[str]:
    """The words of a folded text, in lower case."""
    return WORD.findall(fold(text).lower())


@cache
def spellings() -> dict[str, str]:
    """Given names of many spellings, and nicknames, each with the one that stands for all: mohammed for muhammad."""
    return {row[0]: row[1] for row in read_table("spellings")}


def key_of(text: str) -> str:
    """What a name is looked up by: its words in lower case, folded, a space between. `Kim Jong-un` is `kim jong un`.

    In a name of several words a word of many spellings is written in one of them: `Mohamed Morsi` is `mohammed morsi`."""
    plain = text.isascii() and text.replace(" ", "").isalpha()
    words = text.lower().split() if plain else words_of(text)
    if len(words) == 1:
        return words[0]
    same = spellings()
    return " ".join([same.get(word, word) for word in words])


def expansions(name: str) -> tuple[str, ...]:
    """The spelling in which umlauts are written out (Müller, Mueller), where it differs."""
    if name.isascii():
        return ()
    written_out = name.translate(_WRITTEN_OUT)
    return (written_out,) if written_out != name else ()


@cache
def skeleton(word: str) -> str:
    """A word's consonants with those that transliterations swap made one: `qaddafi` and `gadhafi` agree.

    Never to be used on Chinese, Korean or Vietnamese names, which it would join."""
    word = re.sub(r"^(?:al|el)(?=\w{4})", "", word)
    for old, new in _SWAPPED:
        word = word.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<!^)[aeiou]", "", word))


_SWAPPED = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("q", "k"), ("ck", "k"), ("y", "i"), ("j", "i"),
    ("ph", "f"), ("w", "v"), ("z", "s"), ("c", "k"),
)  # fmt: skip
