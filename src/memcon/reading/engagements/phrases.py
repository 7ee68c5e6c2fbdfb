"""Groups that a phrase describes by their parties: "delegations of Egypt and Sudan", "the envoys for talks between X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.drafts import Side
from memcon.reading.engagements.sides import of_party, takes_part
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import Argument, FoundPredicate, mention_of
from memcon.record import Level, Role

PARTIES = frozenset({"state", "metonym", "organisation", "adjective", "group"})  # kinds of mentions that name a party
ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG", "WDT", "WP"})  # tags behind which a phrase describes nobody more
AWAY = frozenset({"with", "in", "at", "on", "to", "by", "during", "after", "under", "amid"})


def described_sides(
    analysis: Analysis, found: FoundPredicate, places: tuple[str, ...], role: Role, words: Words
) -> tuple[Side, ...]:
    """The sides of plural people whose phrase names two parties or more, where no mention tells who they are.

    "The special envoys for the process between Serbia and Kosovo, X and Y, met": the people named in the phrase, each under
    his own party or the one that is left; where none is named a group for each party."""
    for argument in found.at(*places):
        if (is_plural_people(argument, words) or _is_joint_body(argument, words)) and not _is_known(argument):
            sides = tuple(_in_phrase(analysis, found, argument, role))
            if len({side.actor.country for side in sides}) > 1:
                return sides
    return ()


def is_plural_people(argument: Argument, words: Words) -> bool:
    """Whether the argument's head is a plural of people who act for a state: "ministers", "delegations", "commanders"."""
    word = argument.token.lower_
    if argument.token.pos_ not in {"NOUN", "PROPN"} or not word.endswith("s"):
        return False
    return (word[:-3] + "y" if word.endswith("ies") else word[:-1]) in words.people


def _is_joint_body(argument: Argument, words: Words) -> bool:
    """ "the NATO-Ukraine *Council*", "the *commission* of Greece and Turkey": a body in which two parties sit."""
    return argument.token.pos_ in {"NOUN", "PROPN"} and argument.token.lower_ in words.bodies


def _is_known(argument: Argument) -> bool:
    return argument.mention is not None and any(actor.country for actor in argument.mention.actors)


def _in_phrase(analysis: Analysis, found: FoundPredicate, argument: Argument, role: Role) -> Iterator[Side]:
    mentions = tuple(_mentions(analysis, found, argument.token))
    parties = {code: mention for mention in mentions if mention.kind in PARTIES for code in mention.parties}
    people = [m for m in mentions if m.kind == "name" and m.actor is not None and m.actor.kind == "person"]
    told = {actor.country for m in people for actor in m.actors}
    left = [code for code in parties if code not in told]
    if people and len([m for m in people if m.actor and not m.actor.country]) <= len(left):
        for mention in people:
            actor = of_party(analysis.knowledge, mention.actors[0])
            yield Side(actor if actor.country else _under(actor, left.pop(0)), mention, role)
        return
    owners = [m for m in mentions if m.kind == "pronoun" and m.possessive and m.start < found.parse.begins(argument.token)]
    if not parties:  # "*their* border guards would begin consultations"
        parties = {code: mention for mention in owners for code in mention.parties}
    name = name_of(argument.token)
    for code, mention in parties.items():
        group = Actor("group", name=name, country=code, level=_level(argument))
        actor = of_party(analysis.knowledge, group if argument.token.lower_.endswith("s") else mention.actors[0])
        if takes_part(actor):
            yield Side(actor, mention, role)


def _under(actor: Actor, party: str) -> Actor:
    return Actor(actor.kind, actor.name, party, actor.office, actor.level, actor.id, actor.status, actor.gender)


def _mentions(analysis: Analysis, found: FoundPredicate, head: Any) -> Iterator[Mention]:
    """Mentions in the phrase of `head`, from its first word to the next verb or to where or with whom it was."""
    doc = found.parse.doc
    last = head.i
    for token in doc[head.i + 1 : head.right_edge.i + 1]:
        if token.tag_ in ENDS or token.lower_ in AWAY or token.i == found.token.i:
            break
        last = token.i
    start, end = found.parse.begins(doc[head.left_edge.i]), found.parse.ends(doc[last])
    own = mention_of(analysis, found.parse, head)
    yield from (m for m in analysis.mentions_in(start, end) if m is not own)


def _level(argument: Argument) -> Level:
    actors = argument.mention.actors if argument.mention is not None else ()
    return next((actor.level for actor in actors if actor.level not in {None, "other"}), None) or "official"


def name_of(head: Any) -> str:
    """The noun with what qualifies it: "military commanders", "foreign ministers"."""
    first = head
    while first.i > 0 and first.nbor(-1).i >= head.left_edge.i and first.nbor(-1).dep_ in {"amod", "compound", "nmod"}:
        first = first.nbor(-1)
    return str(head.doc[first.i : head.i + 1].text)
