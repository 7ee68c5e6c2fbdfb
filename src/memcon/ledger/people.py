"""Is this participant that one? Names of the same person differ in length, title and accents; delegations in size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from memcon.ledger.keys import fold
from memcon.record import Participant

# Words that make a name a title or a group: "senior officials", "the Chinese side", "Foreign Minister".
NO_NAME = frozenset(
    """
    a an and of the for to in his her their its new former deputy vice senior top high level other some president
    presidents premier minister ministers ministry secretary chancellor king queen prince princess crown emir
    sultan leader leaders official officials officers delegation delegations delegates side sides counterpart
    counterparts diplomat diplomats envoy envoys ambassador ambassadors adviser advisers advisor advisors
    representative representatives government governments state foreign defence defense national security chief
    head heads general generals lawmakers senators members team teams negotiators experts authorities spokesman
    spokeswoman spokesperson mr mrs ms dr sir lord madam excellency majesty highness
    """.split()
)


@dataclass(frozen=True, slots=True)
class PersonKey:
    """What of a participant counts for comparing. `words` is empty for an office or a group."""

    country: str
    words: tuple[str, ...]
    office: str
    level: str
    id: str
    shown: str

    @property
    def named(self) -> bool:
        """Is this one person, known by name?"""
        return bool(self.words or self.id)


@lru_cache(maxsize=10_000)
def person_key(participant: Participant) -> PersonKey:
    """The participant, ready for comparing."""
    return PersonKey(
        country=participant.country or "",
        words=name_words(participant.name),
        office=fold(participant.office),
        level=participant.level or "",
        id=participant.id or "",
        shown=participant.name or participant.office or participant.country or "",
    )


@lru_cache(maxsize=10_000)
def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a personal name in order, folded, titles dropped; empty for a group or an office.

    >>> name_words("President Volodymyr Zelenskyy"), name_words("senior Chinese officials")
    (('volodymyr', 'zelenskyy'), ())
    """
    raw = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", name or "")
    if any(fold(word) in NO_NAME and word[:1].islower() and len(word) > 3 for word in raw):
        return ()
    kept = [fold(word) for word in raw if fold(word) not in NO_NAME]
    plural_group = any(fold(word).endswith(("officials", "ministers", "leaders", "diplomats", "delegation")) for word in raw)
    return () if plural_group else tuple(word for word in kept if len(word) > 1)


def same_person(one: PersonKey, other: PersonKey) -> bool:
    """May both be one person? Same id, or the words of one name hold the other's, or last name and first initial."""
    if one.id and other.id:
        return one.id == other.id
    if one.words and other.words:
        return _same_name(one.words, other.words)
    return bool(one.office and one.office == other.office and not (one.named and other.named))


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return one[-1] == other[-1] and one[0][0] == other[0][0]
