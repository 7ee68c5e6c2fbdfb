"""Nouns of contact: whether they refer back, and whether the subject of their verb takes part."""

from __future__ import annotations

from typing import Any

from memcon.reading import syntax
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import FoundPredicate, carrier_of, chain_above

SPOKEN = frozenset({"conversation", "call", "phone call", "telephone call", "telephone conversation", "phone conversation"})
AFTER = frozenset({"after", "following"})
WITHIN = frozenset({"in", "at", "during", "over", "by", "via"})
# Beside a noun these tell of another one than the text was about: "the latest round", "their last meeting".
OTHERS = frozenset({"latest", "last", "previous", "earlier", "next", "new", "another", "second", "third", "fourth", "fifth"})
DAYS = ("day", "week", "month", "year", "tomorrow", "weekend")
DEFINITE = frozenset({"the", "this", "that", "those", "these", "both", "such"})


def is_channel(found: FoundPredicate) -> bool:
    """ "told him *by phone*", "*over a video link*": what people speak over, which is told of as such and never again."""
    return found.entry.engagement is not None and "channel" in found.entry.engagement.needs


def refers_back(noun: Any) -> bool:
    """Whether the noun is definite: "the meeting", "those talks", "their conversation", "Talks lasted"."""
    if any(child.lower_ in OTHERS for item in (noun, *chain_above(noun)) for child in item.lefts):
        return False
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in DEFINITE:
            return True
        if child.dep_ == "poss" and not child.lower_.endswith(DAYS):  # but not "Saturday's summit"
            return True
    return False


def _kind_of(found: FoundPredicate) -> str:
    return found.entry.engagement.kind if found.entry.engagement is not None else ""


def _is_of_members(found: FoundPredicate) -> bool:
    igo = found.analysis.knowledge.igo
    actors = [actor for mention in found.mentions_at("subject") for actor in mention.actors]
    return any(actor.kind == "group" and actor.country and igo(actor.country) for actor in actors)


def subject_takes_part(found: FoundPredicate, words: Words) -> bool:
    """Whether the subject of the verb that carries the noun is in it: "*Xi* held talks", "*Lavrov* arrived for talks"."""
    carrier = carrier_of(found.token)
    if carrier is None:
        return False
    if is_channel(found):
        return True
    top = (chain_above(found.token) or [found.token])[-1]
    if top.dep_ in {"dobj", "attr", "nsubjpass"}:
        return any(form in words.support for form in syntax.forms(carrier))
    if top.dep_ != "pobj":
        return False
    preposition = top.head
    supported = any(form in words.support for form in syntax.forms(carrier))
    supported = supported or (preposition.lower_ == "for" and carrier.lemma_ == "be")  # "was in Istanbul for a conference"
    if preposition.lower_ == "of" and preposition.head.lower_ == "out":
        return supported  # "pulled out of a meeting"
    if preposition.lower_ == "over" and (words.family.get(_kind_of(found)) == "meal" or found.entry.lemma in SPOKEN):
        return True  # "discussed it *over lunch with X*", but not "quarrelled over talks with X"
    if preposition.lower_ not in words.through:
        return False
    if preposition.lower_ == "on" and found.entry.engagement is not None and found.entry.engagement.kind == "visit":
        return not found.at("by") and carrier.lemma_ not in words.remarking | words.hosting  # "is *on* a visit to Russia"
    parties = {code for mention in found.mentions_at("subject") for code in mention.parties}
    if len(parties) > 1 and preposition.lower_ in {"after", "following", "at"} and not refers_back(found.token):
        return True  # "Seoul and Tokyo agreed after two hours of talks"
    if preposition.lower_ in AFTER and found.entry.lemma == "summit" and _is_of_members(found):
        return True  # "ECOWAS leaders ordered it after a summit"
    # "said in a meeting with X", "discussed in a call": they were there; "commented on the talks between X and Y": not.
    if found.at("possessor", "between"):
        return False
    if preposition.lower_ in AFTER and carrier.lemma_ in words.addressing and not refers_back(found.token):
        return True  # "called him a friend after talks in Pretoria"
    return supported or bool(found.at("with")) or (preposition.lower_ in WITHIN and not refers_back(found.token))
