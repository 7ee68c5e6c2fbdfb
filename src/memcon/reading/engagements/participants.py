"""Who takes part, and whether that makes it diplomacy."""

from __future__ import annotations

from memcon.reading.engagements.drafts import PEOPLE, Draft, Side
from memcon.reading.engagements.nouns import DEFINITE, is_held_by
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import carrier_of
from memcon.reading.spelling import spelled
from memcon.record import Participant

AGENCIES = frozenset({"court", "financial", "trade", "export_control", "humanitarian", "security", "treaty_body"})
# Verbs by which an organisation of states is together itself, where it is no more than its members' meetings.
GATHERING = frozenset({"meet", "convene", "gather", "reconvene", "come together"})
NAMED = PEOPLE | {"group", "body", "organisation"}


def is_diplomacy(draft: Draft, words: Words) -> bool:
    """Two parties in contact, or a trip abroad of somebody who travels for a state."""
    if draft.kind != "visit":
        return (len(draft.parties) >= 2 and not _among_agencies(draft)) or _of_members(draft, words)
    travellers = [side for side in draft.sides if side.role == "visitor" and side.actor.country]
    if not travellers:
        return False
    if draft.visited is not None or len(draft.parties) > 1:
        return draft.host_country != travellers[0].actor.country and (draft.host_country is not None or len(draft.parties) > 1)
    return travellers[0].actor.kind in PEOPLE and travellers[0].actor.level in words.travellers


def _of_members(draft: Draft, words: Words) -> bool:
    """ "*BRICS leaders* met in Kazan", "*the Quad* met": the members of one organisation among themselves."""
    groups = [side.actor for side in draft.sides if side.actor.kind == "group" and side.actor.level in {"leader", "minister"}]
    own = draft.found.entry.lemma in GATHERING or _is_its_own(draft, words)
    groups = groups or [side.actor for side in draft.sides if side.actor.kind == "organisation" and own]
    parties = {actor.country for actor in groups if actor.country}
    igos = [draft.found.analysis.knowledge.igo(party) for party in sorted(parties)]
    if len(igos) != 1 or igos[0] is None or (draft.back and not _is_its_own(draft, words)):
        return False
    types = {"group", "alliance", "regional", "forum", "economic"} if _is_its_own(draft, words) else {"group", "alliance"}
    return len(igos[0].members) > 2 and (groups[0].kind == "group" or igos[0].type in types)


def _is_its_own(draft: Draft, words: Words) -> bool:
    """ "ASEAN *wound up its summit*", "the G7 *opened a three-day meeting*": what an organisation of states holds itself."""
    signal, carrier = draft.found.entry.engagement, carrier_of(draft.found.token)
    if is_held_by(draft.found):
        return True
    if draft.found.entry.pos != "noun" or signal is None or carrier is None:
        return False
    if carrier.lemma_ not in words.framing | {"hold", "convene", "take"}:
        return False
    if draft.found.token.dep_ in {"nsubj", "nsubjpass"} and draft.found.mentions_at("modifier"):
        return signal.kind in {"summit", "conference", "meeting"}  # "*the BRICS summit* opened"
    definite = any(child.dep_ == "det" and child.lower_ in DEFINITE for child in draft.found.token.children)
    return signal.kind in {"summit", "conference", "meeting"} and not (draft.back and definite)


def _among_agencies(draft: Draft) -> bool:
    """Whether only banks, courts and the like are in it."""
    igos = [draft.found.analysis.knowledge.igo(party) for party in sorted(draft.parties)]
    return all(igo is not None for igo in igos) and any(igo is not None and igo.type in AGENCIES for igo in igos)


def participants_of(sides: tuple[Side, ...], host_country: str | None, names: dict[str, str]) -> tuple[Participant, ...]:
    """The record's participants: people, offices, groups and bodies; a state as such is only a party.

    `names` are the text's own spellings by actor key."""
    named = [side for side in sides if side.actor.kind in NAMED and side.actor.country]
    visitors = any(side.role == "visitor" for side in named)
    return tuple(
        Participant(
            name=spelled(side.actor, names),
            country=side.actor.country,
            office=side.actor.office,
            level=side.actor.level,
            role="host" if visitors and side.role == "participant" and side.actor.country == host_country else side.role,
            id=side.actor.id,
        )
        for side in named
    )


def with_sides(first: tuple[Side, ...], more: tuple[Side, ...]) -> tuple[Side, ...]:
    """The sides of two drafts of one engagement: a named person takes the place of an unnamed one of the same party."""
    chosen = {side.actor.key: side for side in first}
    for side in more:
        known = chosen.get(side.actor.key)
        if known is None:
            chosen[side.actor.key] = side
        elif known.role == "participant" and side.role != "participant":
            chosen[side.actor.key] = Side(known.actor, known.mention, side.role)
    peopled = {side.actor.country for side in chosen.values() if side.actor.kind == "person"}
    return tuple(side for side in chosen.values() if side.actor.kind == "person" or side.actor.country not in peopled)
