"""The names that speakers go by, and whether two may be one."""

from __future__ import annotations

import re

from memcon.desk.verify.words import Senses
from memcon.knowledge.folding import fold
from memcon.record import Speaker

NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ASIDE = re.compile(r"\([^()]*\)")  # a party and a district: "Ana Brandt (G-Riverton)"
_CLAUSE = re.compile(r",? (?:who|whom|whose|which)\b.*$", re.DOTALL)


def names_of(speaker: Speaker, senses: Senses) -> tuple[str, ...]:
    """The words of a speaker's name, folded, in order: capitalised, no title; the span's where no name is known."""
    for text in (speaker.name, speaker.exact):
        words = [word for word in NAME_WORD.findall(_CLAUSE.sub("", _ASIDE.sub(" ", text or ""))) if word[:1].isupper()]
        kept = tuple(lower for word in words if (lower := fold(word).casefold()) not in senses.titles | senses.pronouns)
        if kept:
            return kept
    return ()


def own_names(speaker: Speaker, senses: Senses) -> tuple[str, ...]:
    """The name that the speaker's span itself has."""
    return names_of(speaker.model_copy(update={"name": None}), senses)


def same_speaker(one: Speaker, other: Speaker, senses: Senses) -> bool:
    """May both be one? A name within the other's, the same id, an acronym, or a body and somebody who speaks for it."""
    if one.id and one.id == other.id:
        return True
    pairs = ((own_names(one, senses), own_names(other, senses)), (names_of(one, senses), names_of(other, senses)))
    if any(first and second and _same_name(first, second) for first, second in pairs):
        return True
    unnamed = not pairs[1][0] or not pairs[1][1]
    return bool(unnamed and one.country and one.country == other.country)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Does one name hold the other, do they share the last word and the first letter, or is one the other's initials?"""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    if any(len(name) > 1 and "".join(word[0] for word in name) in short for name, short in ((one, other), (other, one))):
        return True
    return one[-1] == other[-1] and one[0][0] == other[0][0]
