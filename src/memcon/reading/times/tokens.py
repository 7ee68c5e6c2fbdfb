"""Tokens of a text with what each can be in a date, and the class string that the grammar's patterns run on.

Every token becomes one character: all tokens that can be the same things share a character. A pattern of the grammar is
a regular expression over these characters, so a rule sees "MONTH DAY COMMA YEAR" and never the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, NamedTuple

_TOKEN = re.compile(
    r"(?=[^ ])(?:"  # a third of the time: at a blank nothing else is tried
    r"(?P<ampm>[ap]\.m\.|[AP]\.M\.)"
    r"|(?P<word>[^\W\d_]+\d*)"
    r"|(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-]))"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{4}/\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}\.\d{4}(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?![\d:]))"
    r"|(?P<thousands>\d{1,3}(?:,\d{3})+(?!\d))"
    r"|(?P<decimal>\d+\.\d+)"
    r"|(?P<dayth>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<decade>(?:\d{3}0|['’]?\d0)s\b)"
    r"|(?P<number>\d+)"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<sign>[^\w\s])"
    r")"
)  # fmt: skip
_SIGNS = {
    "-": "HY",
    "‐": "HY",
    "‑": "HY",
    "–": "HY",
    "—": "HY",
    ",": "COMMA",
    "(": "LP",
    ")": "RP",
    "/": "STROKE",
    "+": "PLUS",
    "&": "AMP",
    ".": "DOT",
    "'": "APOS",
    "’": "APOS",
}
_OTHER = "."
_FIRST_CODE = 0xE000


class Token(NamedTuple):
    """One word, number or sign. `kind` is the group of the token pattern that took it."""

    start: int
    end: int
    text: str
    kind: str
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text, in order. Blanks give none; a blank line gives one of kind "gap"."""
    make = partial(tuple.__new__, Token)  # half the time of the class's own
    return [make((*m.span(), word := m[0], m.lastgroup, word.lower())) for m in _TOKEN.finditer(text)]


@dataclass(frozen=True)
class Vocabulary:
    """What words can be, from the lexicon's table of times and the literal words of the grammar.

    `codes` gives the character of a known word or number form; `classes` the characters that can be a given thing."""

    words: Mapping[str, Any]
    codes: Mapping[str, str]
    classes: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]
    tense: Mapping[str, frozenset[str]]

    @cached_property
    def telling(self) -> frozenset[str]:
        """All words that are a cue of tense."""
        return frozenset().union(*self.tense.values())

    @classmethod
    def of(cls, words: Mapping[str, Any], literals: Iterable[str]) -> Vocabulary:
        """From the table `times` of the lexicon; `literals` are the words that stand in patterns as themselves."""
        features: dict[str, set[str]] = {}
        for word in literals:
            for form in _forms(word):
                features.setdefault(form, set()).add(word)
        for section, name, capital in _SECTIONS:
            for word in words[section]:
                for form in _forms(word)[capital:]:
                    features.setdefault(form, set()).add(name)
        for sign, name in _SIGNS.items():
            features.setdefault(sign, set()).add(name)
        for number in range(1, 5):
            features[f"Q{number}"] = {"QUARTER"}
        features["H1"] = features["H2"] = {"HALF"}
        for year in range(1990, 2061):
            features[f"FY{year}"] = features[f"FY{year % 100:02d}"] = {"FISCAL"}
        for word in ("am", "pm", "AM", "PM"):
            features.setdefault(word, set()).add("AMPM")
        for name in words["holidays"]:
            features.setdefault(name.split()[-1].capitalize(), set()).add("HOLIDAY")
        for number in range(10000):
            features[str(number)] = set(_number_features(number))
        for number in range(60):
            features.setdefault(f"{number:02d}", {"NUM", *(["DAY"] if number else [])}).update(
                {"YY", "HOUR"} if number <= 24 else {"YY"}
            )
        for kind in (
            "iso",
            "slash",
            "dotted",
            "clock",
            "dayth",
            "decade",
            "ampm",
            "decimal",
            "thousands",
            "military",
            "possessive",
        ):
            features[f"<{kind}>"] = {kind.upper()}
        features["<dayth>"] = {"DAYTH", "ORD"}
        features["<decimal>"] = {"NUM", "DECIMAL"}
        features["<thousands>"] = {"NUM"}
        lists, tense = ({name: frozenset(items) for name, items in words[section].items()} for section in ("lists", "tense"))
        return cls(words, *_coded(features), lists, tense)

    def code(self, token: Token) -> str:
        """The character of a token."""
        if token.kind in {"word", "sign"}:
            return self.codes.get(token.text) or self.codes.get(token.lower, _OTHER)
        if token.kind == "number":
            if len(token.text) == 4 and token.text[0] == "0":
                return self.codes["<military>"]
            return self.codes.get(token.text, _OTHER)
        return self.codes.get(f"<{token.kind}>", _OTHER)

    def string(self, tokens: Iterable[Token]) -> str:
        """The class string of tokens, a character each."""
        return "".join(map(self.code, tokens))

    def number(self, token: Token) -> float:
        """What a number word, ordinal or figure stands for; 0 where it is none."""
        if token.kind in {"number", "decimal", "thousands"}:
            return float(token.text.replace(",", ""))
        if token.kind == "dayth":
            return float(token.text[:-2])
        lower = token.lower
        return float(self.words["numbers"].get(lower) or self.words["ordinals"].get(lower) or 0)


# section of the table, feature, and from which of a word's forms (lower, Title, UPPER) it counts
_SECTIONS = (
    ("months", "MONTH", 1),
    ("months_short", "MON", 1),
    ("weekdays", "WEEKDAY", 1),
    ("weekdays_short", "WD", 1),
    ("units", "UNIT", 0),
    ("seasons", "SEASON", 0),
    ("parts", "PART", 0),
    ("clock_words", "CLOCKWORD", 0),
    ("numbers", "NUM", 0),
    ("ordinals", "ORD", 0),
    ("sets", "SET", 0),
    ("references", "REF", 0),
    ("time_zones", "ZONE", 0),
)


def _forms(word: str) -> tuple[str, str, str]:
    return word, word.capitalize(), word.upper()


def _number_features(number: int) -> Iterable[str]:
    yield "NUM"
    if 1 <= number <= 31:
        yield "DAY"
    if number <= 24:
        yield "HOUR"
    if 10 <= number <= 99:
        yield "YY"
    if 1000 <= number <= 2199:
        yield "YEAR"


def _coded(features: Mapping[str, set[str]]) -> tuple[dict[str, str], dict[str, str]]:
    characters: dict[frozenset[str], str] = {}
    codes = {
        form: characters.setdefault(frozenset(names), chr(_FIRST_CODE + len(characters))) for form, names in features.items()
    }
    classes: dict[str, str] = {}
    for names, character in characters.items():
        for name in sorted(names):
            classes[name] = classes.get(name, "") + character
    return codes, classes
