"""Free phrases about people, answered: "the Chinese foreign minister", "Secretary Blinken", "China's top diplomat"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from memcon.knowledge.folding import fold
from memcon.knowledge.knowledge import Knowledge
from memcon.knowledge.resolve import HONORIFICS, Resolution

__all__ = ["Answer", "Question", "parse", "split_title", "who"]

_ARTICLE = re.compile(r"^(?:who (?:is|was) )?(?:the |a |an )?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(.{2,60}?)(?:'s|(?<=s)') (.+)$")
_OF = re.compile(r"^(.+) of (?:the )?([^,]+)$")
_TO = re.compile(r"^(.+?) to (?:the )?(.+)$")


@dataclass(frozen=True, slots=True)
class Question:
    """A phrase taken apart: a name, a title, the party whose title it is, and the party an envoy is sent to."""

    name: str | None
    title: str | None
    country: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The phrase, how it was read, and who is meant."""

    phrase: str
    on: date
    question: Question
    resolution: Resolution


def who(phrase: str, on: date, knowledge: Knowledge) -> Answer:
    """Who a phrase means on a day. An answer that could not be decided has no person, and says who it may be."""
    question = parse(phrase, knowledge)
    found = knowledge.resolve(question.name, title=question.title, country=question.country, target=question.target, on=on)
    return Answer(phrase, on, question, found)


def parse(phrase: str, knowledge: Knowledge) -> Question:
    """A phrase taken apart into name, title, party and target: "the Chinese ambassador to Japan", "King Felipe VI of Spain"."""
    text = _ARTICLE.sub("", fold(phrase).strip(" ?.!,"))
    target = None
    if (found := _TO.match(text)) and (party := _party(found[2], knowledge)):
        text, target = found[1], party
    country, text = _owner(text, knowledge)
    house = ""
    if country is None:
        country, text, house = _party_within(text, knowledge)
    title, name = split_title(text, knowledge)
    return Question(name, f"{house} {title}".strip() if title else None, country, target)


def _owner(text: str, knowledge: Knowledge) -> tuple[str | None, str]:
    """The party of "China's top diplomat" or "prime minister of Japan", and the rest."""
    if (found := _POSSESSIVE.match(text)) and (party := _party(found[1], knowledge)):
        return party, found[2]
    if (found := _OF.match(text)) and (party := _party(found[2], knowledge)):
        return party, found[1]
    return None, text


def _party(name: str, knowledge: Knowledge) -> str | None:
    codes = knowledge.parties_of_adjective(name) or knowledge.parties_of_metonym(name)
    return codes[0] if len(codes) == 1 else None


def _party_within(text: str, knowledge: Knowledge) -> tuple[str | None, str, str]:
    """The party that a phrase names before the title ("former *US* secretary"), the rest, and the house that spoke for it."""
    words = text.split()
    for length in range(min(6, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            said, before = " ".join(words[start : start + length]), " ".join(words[:start])
            party = _party(said, knowledge)
            if party and (not before or _leads(before, knowledge)):
                rest = " ".join(words[:start] + words[start + length :]) or "head"
                return party, rest, "" if knowledge.parties_of_adjective(said) else said
    return None, text, ""


def _leads(before: str, knowledge: Knowledge) -> bool:
    """Whether the words before a party's name are a title or say its status: "former", "Secretary-General of the"."""
    return knowledge.offices.is_title(before) or knowledge.offices.read(before).status != "current"


def split_title(phrase: str, knowledge: Knowledge) -> tuple[str | None, str | None]:
    """A title and a name, told apart: the longest run of words from the left that is a title, and what follows it.

    ("Prime Minister Ehud Barak") gives ("Prime Minister", "Ehud Barak"). Either may be None."""
    words = phrase.split()
    for end in range(min(len(words), 9), 0, -1):
        title = " ".join(words[:end])
        if knowledge.offices.is_title(title):
            rest = HONORIFICS.sub("", " ".join(words[end:])).strip()
            return title, rest or None
    return None, HONORIFICS.sub("", phrase.strip()) or None
