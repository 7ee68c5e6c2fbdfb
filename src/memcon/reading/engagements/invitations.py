"""Who is invited by whom, and to what: "invited X for talks", "an invitation to X to visit", "accepted Y's invitation"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from memcon.reading import syntax
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import Argument, FoundPredicate, carrier_of, chain_above, mention_of

PEOPLE = frozenset({"name", "title", "pronoun", "group"})
TO = frozenset({"to", "for"})


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who invites and who is invited to what a predicate tells of."""

    hosts: tuple[Argument, ...]
    guests: tuple[Argument, ...]


def invitation_to(found: FoundPredicate, words: Words) -> Invitation | None:
    """The invitation that the predicate stands under, None where it stands under none or nobody is named as invited."""
    over = _over(found)
    if over is None:
        return None
    if over.pos_ == "VERB" and not words.inviting.isdisjoint(syntax.forms(over)):
        given = Invitation(_people(found, syntax.subjects(over)), _people(found, syntax.direct_objects(over)))
        if syntax.is_passive(over):
            given = Invitation(_people(found, syntax.agents(over)), _people(found, syntax.subjects(over)))
        return given if given.guests else None
    if over.pos_ == "VERB" and not words.taking_invitations.isdisjoint(syntax.forms(over)):
        # "*accepted invitations* from X to come", where the model hangs "to come" on the verb
        between = found.parse.doc[over.i + 1 : found.token.i]
        noun = next((word for word in between if not words.invitations.isdisjoint(syntax.forms(word))), None)
        return _of_the_noun(found, noun, over, words) if noun is not None else None
    if over.pos_ in {"NOUN", "PROPN"} and not words.invitations.isdisjoint(syntax.forms(over)):
        carrier = carrier_of(over)
        return _of_the_noun(found, over, carrier, words) if carrier is not None else None
    return None


def _over(found: FoundPredicate) -> Any | None:
    """What governs the predicate: the verb or noun over "for talks", "to a summit", "to visit"."""
    if found.entry.pos == "verb":
        return _above_infinitives(found.token)
    carrier = carrier_of(found.token)
    if carrier is not None and (above := _above_infinitives(carrier)) is not None and not _is_by_phrase(found.token):
        return above  # "accepted an invitation to come to Oslo *to resume the talks*"
    top = (chain_above(found.token) or [found.token])[-1]
    over = top.head.head if top.dep_ == "pobj" and top.head.lower_ in TO else None
    if over is not None and over.pos_ == "PROPN" and over.dep_ == "pobj":  # "an invitation from *X* to dinner"
        return over.head.head
    return over


def _above_infinitives(verb: Any) -> Any | None:
    """What stands over an infinitive, and over one that tells its purpose: "*invited* him to come to Oslo to hold talks"."""
    above: Any | None = None
    while any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children) and verb.head.i < verb.i:
        verb = above = verb.head
    return above


def _is_by_phrase(noun: Any) -> bool:
    """Whether a preposition carries the noun to the verb: "to go to Oslo *for talks*"."""
    top = (chain_above(noun) or [noun])[-1]
    return bool(top.dep_ == "pobj")


def _of_the_noun(found: FoundPredicate, invitation: Any, carrier: Any, words: Words) -> Invitation | None:
    forms, subjects = syntax.forms(carrier), _people(found, syntax.subjects(carrier))
    hosts = _people(found, (*syntax.possessors(invitation), *syntax.under(invitation, "from"), *syntax.under(invitation, "by")))
    guests = _people(found, syntax.under(invitation, "to"))
    if not words.giving_invitations.isdisjoint(forms):
        taken = [child for child in carrier.children if child.dep_ in {"dative", "dobj"} and child.i != invitation.i]
        taken += [item for child in taken if child.lower_ == "to" for item in syntax.prepositional_objects(child)]
        guests = guests or _people(found, (*taken, *syntax.under(carrier, "to")))
        hosts = hosts or subjects
    elif not words.taking_invitations.isdisjoint(forms):
        guests = guests or subjects
        hosts = hosts or _people(found, syntax.under(carrier, "from"))
    return Invitation(hosts, guests) if guests else None


def _people(found: FoundPredicate, items: Iterable[Any]) -> tuple[Argument, ...]:
    pairs = [(item, mention_of(found.analysis, found.parse, item)) for item in items]
    return tuple(Argument("object", item, m) for item, m in pairs if m is not None and m.kind in PEOPLE)
