"""The words of `lexicon/data/engagements.toml`, ready for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from memcon.lexicon import Lexicon


@dataclass(frozen=True)
class Words:
    """Sets of lemmas by what they tell; the comments stand in the file."""

    support: frozenset[str]
    hosting: frozenset[str]
    framing: frozenset[str]
    spending: frozenset[str]
    mediating: frozenset[str]
    telling: frozenset[str]
    arranging: frozenset[str]
    through: frozenset[str]
    virtual: frozenset[str]
    phone: frozenset[str]
    in_person: frozenset[str]
    separately: frozenset[str]
    together: frozenset[str]
    as_one: frozenset[str]
    described: frozenset[str]
    describing: frozenset[str]
    lasting: frozenset[str]
    closing: frozenset[str]
    beginning: frozenset[str]
    ends: frozenset[str]
    starts: frozenset[str]
    fixing: frozenset[str]
    settings: frozenset[str]
    venues: frozenset[str]
    occasions: frozenset[str]
    background: frozenset[str]
    topics: frozenset[str]
    levels: frozenset[str]
    travellers: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    forces: frozenset[str]
    journeys: frozenset[str]
    remarking: frozenset[str]
    follow_up: frozenset[str]
    addressing: frozenset[str]
    plans: frozenset[str]
    deciding: frozenset[str]
    crying_off: frozenset[str]
    coming_for: frozenset[str]
    inviting: frozenset[str]
    invitations: frozenset[str]
    giving_invitations: frozenset[str]
    taking_invitations: frozenset[str]
    confirming: frozenset[str]
    taking_place: frozenset[str]
    going: frozenset[str]
    counted: frozenset[str]
    pacts: frozenset[str]
    appealing: frozenset[str]
    family: Mapping[str, str]  # kind → family
    back: frozenset[str]


@lru_cache(maxsize=4)
def words_of(lexicon: Lexicon) -> Words:
    """The words of this lexicon."""
    table = lexicon.table("engagements")
    names = (
        "support", "hosting", "framing", "spending", "mediating", "telling", "arranging", "through", "virtual", "phone",
        "in_person",
        "separately", "together", "as_one", "described", "describing", "lasting", "closing", "beginning", "ends",
        "starts", "fixing", "settings", "venues",
        "occasions", "background", "topics", "levels", "travellers",
        "people", "bodies", "forces", "journeys", "remarking", "follow_up", "addressing",
        "plans", "deciding", "crying_off", "coming_for", "inviting", "invitations", "giving_invitations", "taking_invitations",
        "confirming", "taking_place", "going",
        "counted", "pacts", "appealing",
    )  # fmt: skip
    return Words(
        **{name: frozenset(table.get(name, ())) for name in names},
        family={kind: family for family, kinds in table.get("families", {}).items() for kind in kinds},
        back=frozenset(table.get("back", {}).get("any", ())),
    )
