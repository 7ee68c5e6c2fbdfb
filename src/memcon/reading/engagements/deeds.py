"""Deeds by which a text tells of a meeting or a journey without a word of either, and what must be there for them to do so."""

from __future__ import annotations

from typing import Any

from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.analysis import at
from memcon.reading.engagements.drafts import PEOPLE, Side
from memcon.reading.engagements.places import country_of
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import FoundPredicate

# Words beside "was in Oslo" that say that it was a stay among others.
STAYING = frozenset({"last", "again", "back", "once", "twice", "briefly", "also", "earlier", "recently", "previously"})
LEADING = frozenset({"leader", "minister"})
PREDICATIVE = frozenset({"attr", "acomp", "oprd", "ccomp", "xcomp", "agent"})
JOURNEYS = frozenset({"away", "sent", "there"})  # needs of words that tell a journey only at times
JOINT = frozenset({"pact", "company", "received"})  # needs of words that tell a meeting only at times
INDEFINITE = ("a ", "an ", "another ", "no ")


def told_by_a_deed(found: FoundPredicate) -> bool:
    """Whether the word means no contact by itself, so that what it tells is less sure."""
    signal = found.entry.engagement
    return signal is not None and not (JOURNEYS | JOINT).isdisjoint(signal.needs)


def is_signed_together(found: FoundPredicate, sides: tuple[Side, ...], words: Words) -> bool:
    """ "*The presidents of A and B* signed a treaty": people of two parties and one pact; states sign by anybody."""
    people = {side.actor.country for side in sides if _is_somebody(side)}
    pacts = {form for argument in found.at("object") for form in syntax.forms(argument.token)}
    if len(people) < 2 or words.pacts.isdisjoint(pacts):
        return False
    in_passing = found.token.dep_ in {"acl", "relcl"}  # "the accord signed by X and Y": of which the text says no more
    return not in_passing or _time_in(found) is not None


def _is_somebody(side: Side) -> bool:
    return side.actor.kind in PEOPLE or (side.actor.kind == "group" and side.actor.level in LEADING)


def is_in_company(found: FoundPredicate, selves: tuple[Side, ...], partners: tuple[Side, ...]) -> bool:
    """ "watched the match *with X*", "watched it *together*": the deed is shared."""
    if partners:
        return True
    together = any(child.lower_ in {"together", "side"} for child in found.token.children)
    return together and len({side.actor.country for side in selves}) > 1


def is_received(found: FoundPredicate, selves: tuple[Side, ...], partners: tuple[Side, ...]) -> bool:
    """ "*In Beijing* on Thursday Sharif was assured of it by Li Qiang": said at the home of one of the two, who lead."""
    people = [side.actor for side in (*selves, *partners)]
    own = {actor.country for actor in people}
    if len(own) != 2 or any(actor.kind not in PEOPLE or actor.level not in LEADING for actor in people):
        return False
    hanging = [child for child in found.token.children if child.dep_ == "prep" and child.lower_ == "in"]
    items = [item for child in hanging for item in syntax.prepositional_objects(child)]
    mentions = [found.analysis.mention_at(found.parse.begins(item)) for item in items]
    places = [m for m in mentions if m is not None and m.kind in {"place", "metonym"}]
    return any(country_of(place) in own for place in places)


def is_journey(found: FoundPredicate, need: str, travellers: tuple[Side, ...], stops: tuple[Mention, ...]) -> bool:
    """Whether words that may mean many things tell a journey here; `need` says what they must have."""
    if not travellers or any(side.actor.kind not in PEOPLE for side in travellers):
        return False
    if need == "away":  # "returned from Cairo": who is at home elsewhere; an envoy may have lived there
        return all(side.actor.level in LEADING for side in travellers)
    if need == "sent":  # "sent his foreign minister to Cairo"; "sent an ambassador" opens an embassy
        return all(_is_sent(found, side) for side in travellers)
    return all(side.actor.level in LEADING for side in travellers) and _is_there(found, stops)


def _is_sent(found: FoundPredicate, side: Side) -> bool:
    said = found.analysis.shadow[side.mention.start : side.mention.end].lower()
    resident = "ambassador" in f"{said} {side.actor.office or ''}".lower()
    return side.mention.kind in {"name", "title"} and not resident and not said.startswith(INDEFINITE)


def _is_there(found: FoundPredicate, stops: tuple[Mention, ...]) -> bool:
    """ "*had been to* Cairo", "*was in* Cairo *in May*", "was *last here* on 9 June": a stay, and no state of things."""
    verb = found.token
    if any(child.dep_ in PREDICATIVE for child in verb.children):
        return False
    been = verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.children)
    where = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in {"in", "to"}]
    starts = {stop.start for stop in stops}
    if any(child.lower_ == "to" and _leads_to(found, child, starts) for child in where):
        return been
    here = any(child.lower_ == "here" for child in verb.children)
    spots = [child for child in where if child.lower_ == "in" and not _is_a_time(found, child)]
    if not here and not (spots and _leads_to(found, spots[0], starts)):
        return False
    if any(_is_contact(found, item) for item in syntax.under(verb, "for")) or _has_a_purpose(found, spots):
        return False  # "was in Cairo for talks with X", "to see X", "where he saw X": that tells it
    return _time_in(found) is not None or any(child.lower_ in STAYING for child in verb.children)


def _has_a_purpose(found: FoundPredicate, spots: list[Any]) -> bool:
    """ "was in New York *to address the assembly*", "was in Jaffa, *where X received her*"."""
    if any(child.dep_ in {"advcl", "acl"} and child.tag_ == "VB" for child in found.token.children):
        return True
    clauses = [item for spot in spots for item in spot.subtree if item.dep_ in {"relcl", "acl", "advcl"}]
    behind = any(item.lower_ == "where" and item.i > found.token.i for item in found.token.subtree)
    return behind or any(clause.tag_ == "VB" for clause in clauses)


def _leads_to(found: FoundPredicate, preposition: Any, starts: set[int]) -> bool:
    items = syntax.prepositional_objects(preposition)
    mentions = (found.analysis.mention_at(found.parse.begins(item)) for item in items)
    return any(mention is not None and mention.start in starts for mention in mentions)


def _is_a_time(found: FoundPredicate, preposition: Any) -> bool:
    items = syntax.prepositional_objects(preposition)
    return any(at(found.analysis.times, found.parse.begins(item)) is not None for item in items)


def _is_contact(found: FoundPredicate, noun: Any) -> bool:
    lexicon = found.analysis.lexicon
    return any(entry.engagement for form in syntax.forms(noun) for entry in lexicon.predicates_headed(form, "noun"))


def _time_in(found: FoundPredicate) -> Any | None:
    """A time that hangs on the verb itself."""
    for child in found.token.children:
        items = [child, *(syntax.prepositional_objects(child) if child.dep_ == "prep" else ())]
        for item in items:
            time = at(found.analysis.times, found.parse.begins(item))
            if time is not None and time.type == "DATE":
                return time
    return None
