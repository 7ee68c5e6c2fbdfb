"""Sentences in the manner of political news, made by chance: what the public-domain texts have little of.

`sentence` puts one together from the rules of news.toml (who speaks, what was done, where, when, what is quoted);
`attributed` puts any sentence into the mouth of a speaker; `renamed` gives a sentence other people, states and days. The
same seed gives the same."""

from __future__ import annotations

import csv
import random
import re
import tomllib
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parents[2] / "src" / "memcon" / "knowledge" / "data"
SLOT = re.compile(r"\{(\w+)\}")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
MOST_DEEP = 7  # a rule that is asked for deeper than this takes its first, plain form

RULES: dict[str, tuple[str, ...]] = {
    name: tuple(choices.split() if isinstance(choices, str) else choices)
    for name, choices in tomllib.loads(Path(__file__).with_name("news.toml").read_text(encoding="utf-8")).items()
}


@lru_cache(maxsize=1)
def _names() -> dict[str, list[str]]:
    """People, states, adjectives, capitals and organizations of the project's own tables."""
    rows = {
        name: list(csv.DictReader((DATA / f"{name}.csv").read_text(encoding="utf-8").splitlines()))
        for name in ("states", "people", "igos", "places")
    }
    states = [row for row in rows["states"] if row["capital"] and row["adjectives"]]
    people = [row["name"] for row in rows["people"] if row["name"].count(" ") in (1, 2)]
    return {
        "state": [row["name"] for row in states],
        "adjective": [row["adjectives"].split("|")[0] for row in states],
        "capital": [row["capital"] for row in states],
        "city": [row["name"] for row in rows["places"]] + [row["capital"] for row in states],
        "igo": [name for row in rows["igos"] for name in (row["name"], row["names"].split("|")[0]) if name],
        "person": people,
        "surname": [row["short_names"].split("|")[0] for row in rows["people"] if row["short_names"]],
        "day": DAYS,
        "month": MONTHS,
    }


def sentence(chance: random.Random) -> str:
    """A sentence of political news about nobody in particular."""
    text = _filled("{sentence}", chance, 0)
    text = re.sub(r" {2,}", " ", text.replace("_", " ").replace(",,", ",").replace(",.", ".").replace(", ,", ","))
    text = re.sub(r"\s+([,.;:”])", r"\1", text).replace(".”.", ".”").replace("..", ".")
    return _risen(text.replace(",”,", ",”").replace(",:", ":").replace(",;", ";").lstrip(", "))


def _filled(template: str, chance: random.Random, deep: int) -> str:
    """The template with its slots filled; a slot with a capital letter begins with one."""

    def slot(found: re.Match[str]) -> str:
        name = found[1]
        lower = name if name in RULES or name in _names() else name.lower()
        if lower == "number":
            return str(chance.choice((2, 3, 5, 12, 20, 31, 40, 75, 120, 400)))
        if lower == "date":
            return str(chance.randint(1, 31))
        if lower == "year":
            return str(chance.randint(1985, 2026))
        choices = _names().get(lower) or RULES[lower]
        text = _filled(choices[0] if deep >= MOST_DEEP else chance.choice(choices), chance, deep + 1)
        return text if lower == name else _risen(text)

    return SLOT.sub(slot, template)


def _risen(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1] != "“" else text[:1] + text[1:2].upper() + text[2:]


FRAMES = (
    "{who} {said} {when} that {x}.",
    "{who} {said} that {x}.",
    "{who} {said} {x}, {adding}.",
    "“{X},” {who} {spoke} {when}.",
    "“{X},” {spoke} {who}.",
    "“{X},” {they} {spoke}, {participle}.",
    "{X}, {who} {spoke}.",
    "{X}, according to {source}.",
    "{who} told {hearer}: “{X}.”",
    "{who}, {relative}, {said} {x}.",
    "In {a_text}, {who} {said}: “{X}.”",
    "{Adverbial}, {x}.",
    "But {x}, {who} {spoke}.",
)
KEPT = re.compile(r"(I|I'[a-z]+|[A-Z][A-Z.]+)$")


def attributed(text: str, chance: random.Random) -> str:
    """The sentence as somebody's speech or behind an adverbial."""
    body = text.strip().rstrip(".!?;:,")
    first = body.split(" ", 1)[0]
    low = body if KEPT.match(first) else body[:1].lower() + body[1:]
    frame = chance.choice(FRAMES).replace("{x}", "\0").replace("{X}", "\1")
    made = _filled(frame, chance, 2).replace("_", " ")
    made = re.sub(r" {2,}", " ", made).replace(",,", ",")
    made = re.sub(r"\s+([,.;:”])", r"\1", made).replace(", ,", ",").replace(",:", ":")
    return _risen(made.replace("\0", low).replace("\1", _risen(body)))


@lru_cache(maxsize=1)
def _kinds() -> tuple[re.Pattern[str], dict[str, str]]:
    named = ("city", "capital", "state", "adjective", "day", "month", "person")
    kinds = {word: kind for kind in named for word in _names()[kind]}
    words = sorted((word for word in kinds if len(word) > 3), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b"), kinds


def renamed(text: str, chance: random.Random) -> str:
    """The sentence with other people, states, towns and days."""
    names, kinds = _kinds()
    return names.sub(lambda found: chance.choice(_names()[kinds[found[1]]]), text)
