"""Nouns of contact: whether they refer back, and whether the subject of their verb takes part."""

from __future__ import annotations

from typing import Any

from memcon.reading import syntax
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import Argument, FoundPredicate, carrier_of, chain_above, first_event, mention_of
from memcon.reading.status_forms import goes_ahead
from memcon.reading.telling import telling_clause

SPOKEN = frozenset({"conversation", "call", "phone call", "telephone call", "telephone conversation", "phone conversation"})
TRAVELLING = frozenset({"travel", "fly", "go", "head", "come"})  # who does so to a summit takes part in it
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
        if child.dep_ == "poss" and noun.dep_ == "pobj" and noun.head.lower_ == "during":
            return True  # "spoke *during Sunday's dinner*"
    return False


def _kind_of(found: FoundPredicate) -> str:
    return found.entry.engagement.kind if found.entry.engagement is not None else ""


def _is_of_members(found: FoundPredicate) -> bool:
    igo = found.analysis.knowledge.igo
    actors = [actor for mention in found.mentions_at("subject") for actor in mention.actors]
    return any(actor.kind == "group" and actor.country and igo(actor.country) for actor in actors)


def clause_on(found: FoundPredicate) -> Any | None:
    """The verb of the clause that tells of a noun: "the talks that X *had* with Y"."""
    return telling_clause(found.analysis.lexicon, found.token) if found.entry.pos == "noun" else None


def verb_before(found: FoundPredicate) -> Any | None:
    """The verb that what comes after leans on: "*called* on X, followed by a meeting with Y"; None elsewhere."""
    carrier = carrier_of(found.token) if found.entry.pos == "noun" else None
    if carrier is None or carrier.lemma_ not in {"follow", "precede"} or carrier.tag_ != "VBN":
        return None
    loose = carrier.dep_ in {"advcl", "acl"} and not syntax.auxiliaries(carrier)
    return next((item for item in syntax.governors(carrier) if item.pos_ in {"VERB", "AUX"}), None) if loose else None


def guests(found: FoundPredicate) -> tuple[Argument, ...]:
    """Who is a guest: "*X* was Y's guest", "*X* came as the guest of Y", "*X*, a guest of Y, said"."""
    noun, carrier = found.token, carrier_of(found.token)
    if noun.dep_ == "appos":
        return (Argument("subject", noun.head, mention_of(found.analysis, found.parse, noun.head)),)
    is_one = noun.dep_ == "attr" and carrier is not None and carrier.lemma_ in {"be", "become", "remain"}
    came_as = noun.dep_ == "pobj" and noun.head.lower_ == "as"
    # "Spain is a permanent *guest* of the G20": what a state is there, and no visit.
    return tuple(item for item in found.at("subject") if not _is_state(item)) if is_one or came_as else ()


def _is_state(argument: Argument) -> bool:
    return argument.mention is not None and argument.mention.kind in {"state", "organisation"}


def is_an_appeal(found: FoundPredicate, words: Words) -> bool:
    """ "ended their meeting *with a joint call to stop* the fighting", "renewed *their call to free* them": and no phone."""
    noun, carrier = found.token, carrier_of(found.token)
    following = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if found.entry.pos != "noun" or following.tag_ != "TO":
        return False
    voiced = carrier is not None and noun.dep_ == "dobj" and not words.appealing.isdisjoint(syntax.forms(carrier))
    return voiced or (noun.dep_ == "pobj" and noun.head.lower_ == "with")


def is_signed(found: FoundPredicate) -> bool:
    """Whether something is signed where the noun stands: "was *signed* in the presence of X and Y"."""
    carrier = carrier_of(found.token)
    return carrier is not None and carrier.lemma_ in {"sign", "initial", "seal", "ink", "conclude", "witness"}


def is_held_by(found: FoundPredicate) -> bool:
    """ "*ECOWAS*, at *its* summit *in Abuja*, …", "at a summit *of the EU* in Brussels": the owner holds it, and there.

    "At the NATO summit in Vilnius" says where something else was."""
    if found.entry.pos != "noun" or _kind_of(found) not in {"summit", "conference", "meeting"}:
        return False
    definite = any(child.dep_ == "det" and child.lower_ in DEFINITE for child in found.token.children)
    owners = [*found.mentions_at("possessor"), *(() if definite else found.mentions_at("of"))]
    igo, mentions_in = found.analysis.knowledge.igo, found.analysis.mentions_in
    kinds = {"organisation", "group"}
    held = any(a.kind in kinds and a.country and igo(a.country) for mention in owners for a in mention.actors)
    last = found.token.doc[found.token.right_edge.i]
    behind = mentions_in(found.end, found.parse.ends(last)) if held else ()
    return any(mention.kind in {"place", "metonym"} and mention not in owners for mention in behind)


def is_spent(found: FoundPredicate, words: Words) -> bool:
    """Whether a span of time is one that people have with each other: "gave him *40 minutes*", "got *an hour* with X".

    "Gave its ambassador 24 hours to leave" is none."""
    noun, carrier = found.token, carrier_of(found.token)
    if noun.dep_ == "pobj" and noun.head.lower_ in AFTER and carrier is not None:
        return bool(found.mentions_at("with"))  # "*after* two hours with X, Y said"
    if carrier is None or noun.dep_ != "dobj" or words.spending.isdisjoint(syntax.forms(carrier)):
        return False
    if any(child.dep_ in {"acl", "relcl"} for child in noun.children) or any(c.dep_ == "xcomp" for c in carrier.children):
        return False
    return bool(found.mentions_at("with", "taker"))


def subject_takes_part(found: FoundPredicate, words: Words) -> bool:
    """Whether the subject of the verb that carries the noun is in it: "*Xi* held talks", "*Lavrov* arrived for talks"."""
    carrier = carrier_of(found.token)
    if carrier is None:
        return False
    if is_channel(found):
        return True
    top = (chain_above(found.token) or [found.token])[-1]
    top = first_event(top)
    given = carrier.lemma_ in {"give", "throw", "offer"} and words.family.get(_kind_of(found)) == "meal"
    if given and top.dep_ in {"dobj", "nsubjpass"}:
        return True  # "*gave* a banquet for X"
    if top.dep_ == "dobj" and found.mentions_at("taker"):
        return True  # "gave *her* lunch", "granted *him* an audience"
    if top.dep_ in {"dobj", "attr", "nsubjpass"}:
        return any(form in words.support for form in syntax.forms(carrier))
    if top.dep_ != "pobj":
        return False
    preposition = top.head
    if top.i < found.token.i and preposition.lower_ not in words.through and preposition.head.dep_ == "pobj":
        preposition = preposition.head.head  # "after a walk *across the square* and two hours of talks"
    supported = any(form in words.support for form in syntax.forms(carrier))
    supported = supported or (preposition.lower_ == "for" and carrier.lemma_ == "be")  # "was in Istanbul for a conference"
    if preposition.lower_ == "of" and preposition.head.lower_ == "out":
        return supported  # "pulled out of a meeting"
    if preposition.lower_ == "over" and (words.family.get(_kind_of(found)) == "meal" or found.entry.lemma in SPOKEN):
        return True  # "discussed it *over lunch with X*", but not "quarrelled over talks with X"
    if preposition.lower_ == "with" and carrier.lemma_ in words.framing:  # "began his tour *with* talks with X"
        loose = carrier.dep_ in {"advcl", "acl"} and not found.mentions_at("with")
        return not loose and not found.at("possessor", "between")
    if preposition.lower_ == "with" and goes_ahead(carrier):
        return True
    if preposition.lower_ == "to" and carrier.lemma_ in TRAVELLING and _kind_of(found) in {"summit", "conference"}:
        return True  # "will travel *to the G7 summit*"
    if preposition.lower_ == "to" and carrier.lemma_ == "sit":
        return True  # "sat down *to* dinner with X"
    if preposition.lower_ not in words.through:
        return False
    if preposition.lower_ == "on" and found.entry.engagement is not None and found.entry.engagement.kind == "visit":
        return not found.at("by") and carrier.lemma_ not in words.remarking | words.hosting  # "is *on* a visit to Russia"
    parties = {code for mention in found.mentions_at("subject") for code in mention.parties}
    if len(parties) > 1 and preposition.lower_ in {"after", "following", "at"} and not refers_back(found.token):
        return True  # "Seoul and Tokyo agreed after two hours of talks"
    if preposition.lower_ in AFTER and found.entry.lemma == "summit" and _is_of_members(found):
        return True  # "ECOWAS leaders ordered it after a summit"
    if preposition.lower_ == "at" and carrier.lemma_ in {"spend", "be"} and found.at("possessor"):
        return all(m.kind == "organisation" for m in found.mentions_at("possessor"))  # "spent three days *at NATO's summit*"
    # "said in a meeting with X", "discussed in a call": they were there; "commented on the talks between X and Y": not.
    if found.at("possessor", "between"):
        return False
    if preposition.lower_ in AFTER and carrier.lemma_ in words.addressing and not refers_back(found.token):
        return True  # "called him a friend after talks in Pretoria"
    return supported or bool(found.at("with")) or (preposition.lower_ in WITHIN and not refers_back(found.token))
