"""Who takes part where the words lean on what was told before: "the next round", "the defence ministers will meet"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from memcon.reading import syntax
from memcon.reading.actors import Actor
from memcon.reading.engagements.drafts import PEOPLE, Draft, Side
from memcon.reading.engagements.phrases import is_plural_people, name_of
from memcon.reading.engagements.sides import takes_part
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import Argument, carrier_of, chain_above
from memcon.reading.status import FUTURE

REACH = 8  # sentences back to the engagement whose parties a follow-up has
MOST = 6  # parties of an engagement that another can be a follow-up of
CLOSE = 2  # sentences from a visit within which talks with the host's people are the visitor's
STOPS = frozenset({"stop", "stopover", "layover", "leg"})
OFFICES = frozenset({"government", "state", "delegation", "mission", "diplomacy", "affairs"})  # "heads *of government*"
# Words before "ministers" and the like that say which post they hold, not whose they are.
POSTS = frozenset({"defence", "defense", "finance", "trade", "energy", "interior", "army", "water", "government"})
HOSTING = frozenset({"leader", "minister", "senior_official", "official", "military"})  # who receives a visitor


def filled(draft: Draft, told: Sequence[Draft], words: Words) -> Draft:
    """The draft with the sides that the text leaves out because it named them before; `told` are the drafts kept so far."""
    if draft.kind == "visit":
        return _of_the_tour(draft, told)
    if len(draft.parties) > 1 or draft.kind == "letter":
        return _of_both_sides(draft, told)
    plural = _plural(draft, words)
    if plural is not None:
        meant = _meant(draft, plural, told)
        return draft if meant is None else replace(draft, sides=(*draft.sides, *meant))
    if draft.parties:
        draft = _with_the_host(draft, told)
        return _with_the_guest(draft, told, words) if len(draft.parties) == 1 else draft
    if _is_follow_up(draft, words):
        meant = _parties_of(draft, told)
        return draft if meant is None else replace(draft, sides=meant, back=False)
    return draft


def _of_both_sides(draft: Draft, told: Sequence[Draft]) -> Draft:
    """ "Commanders from *both sides* will meet": of the two whose engagement was told last."""
    mentions = {side.mention.start for side in draft.sides}
    if len(mentions) != 1 or any(s.mention.rule != "sides" or s.actor.kind != "group" for s in draft.sides):
        return draft
    last = next((d for d in _near(draft, told) if not d.background), None)
    if last is None or len(last.parties) != 2 or len(draft.sides) != 2:
        return draft
    pairs = zip(draft.sides, sorted(last.parties), strict=True)
    return replace(draft, sides=tuple(replace(s, actor=replace(s.actor, country=party)) for s, party in pairs))


def _of_the_tour(draft: Draft, told: Sequence[Draft]) -> Draft:
    """ "began a tour, with *stops in Kenya and Burundi*": who stops there is who travels."""
    if draft.sides or draft.visited is None or not (draft.found.token.lemma_ in STOPS or _comes_next(draft)):
        return draft
    tours = (d for d in reversed(told) if d.kind == "visit" and 0 <= draft.sentence - d.sentence <= 1)
    tour = next((d for d in tours if any(side.role == "visitor" for side in d.sides)), None)
    if tour is None:
        return draft
    sides = tuple(side for side in tour.sides if side.role == "visitor")
    return replace(draft, sides=sides, status=tour.status if tour.status.value in FUTURE else draft.status)


def _comes_next(draft: Draft) -> bool:
    """ "His journey to China had been *preceded by* a visit to Brunei": the same traveller's."""
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else None
    return carrier is not None and carrier.lemma_ in {"precede", "follow"}


def _plural(draft: Draft, words: Words) -> Argument | None:
    """Plural people in a place of the draft whom no mention knows: "*the defence ministers* will meet", "met *the envoys*"."""
    places = ("subject", *(draft.found.entry.engagement.partner if draft.found.entry.engagement else ()))
    for argument in draft.found.at(*places):
        mention = argument.mention
        known = mention is not None and any(actor.country for actor in mention.actors)
        if is_plural_people(argument, words) and not known and not _is_of_others(argument.token):
            return argument
    return None


def _is_of_others(noun: Any) -> bool:
    """ "leaders of the party", "business leaders": whom a phrase or a word sets apart."""
    phrases = [child for child in noun.children if child.lower_ in {"of", "from"} and child.dep_ == "prep"]
    if any(item.lower_ not in OFFICES for phrase in phrases for item in syntax.prepositional_objects(phrase)):
        return True
    return any(child.dep_ == "compound" and child.pos_ == "NOUN" and child.lower_ not in POSTS for child in noun.lefts)


def _meant(draft: Draft, plural: Argument, told: Sequence[Draft]) -> tuple[Side, ...] | None:
    """Those called so before ("*the ministers*" for "the ministers of Egypt and Sudan"), else a group of each party at hand."""
    noun, own = plural.token.lemma_.lower(), draft.parties
    for other in _near(draft, told):
        named = tuple(side for side in other.sides if _called(side, noun) and side.actor.country not in own)
        if len({side.actor.country for side in named} | own) > 1 and named:
            return named
    if own or not _is_joint(draft, plural):
        return None
    parties = _at_hand(draft, told)
    if parties is None or plural.mention is None:
        return None
    level = next((actor.level for actor in plural.mention.actors), None) or "official"
    actors = (Actor("group", name_of(plural.token), party, level=level) for party in sorted(parties))
    sides = tuple(Side(actor, plural.mention) for actor in actors if takes_part(actor))
    return sides or None


def _is_joint(draft: Draft, plural: Argument) -> bool:
    """Whether the plural meets among itself: nobody else is named on the other side."""
    signal = draft.found.entry.engagement
    others = [
        argument for argument in draft.found.at(*(signal.partner if signal else ())) if argument.token.i != plural.token.i
    ]
    return not others and plural.place == "subject"


def _called(side: Side, noun: str) -> bool:
    name = (side.actor.name or "") if side.actor.kind == "group" else (side.actor.office or "")
    return noun.removesuffix("s") in name.lower().replace("ministers", "minister").split() or noun in name.lower().split()


def _is_follow_up(draft: Draft, words: Words) -> bool:
    """ "the *next* round", "*follow-up* talks", "a session of the joint *committee*": another of what was told."""
    if draft.status.value not in FUTURE or _has_another_host(draft):
        return False
    if draft.found.entry.pos == "verb":
        return any(argument.token.lemma_.lower() in words.bodies for argument in draft.found.at("subject"))
    nouns = [draft.found.token, *chain_above(draft.found.token)]
    carrier = carrier_of(draft.found.token)
    if carrier is not None and carrier.lemma_ in {"resume", "reconvene", "continue"} and nouns[-1].dep_ == "nsubj":
        return True  # "*the talks* will resume on Monday"
    if not _is_told_of(nouns[-1]):
        return False
    if any(argument.token.lemma_.lower() in words.bodies for argument in draft.found.at("of")):
        return True
    return any(_before(noun) & words.follow_up for noun in nouns)


def _has_another_host(draft: Draft) -> bool:
    """ "whose *country* will host the next gathering": somebody holds it of whom no mention tells."""
    verb = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else None
    held = {"host", "convene", "organise", "organize"}
    if verb is None or draft.found.token.dep_ != "dobj" or held.isdisjoint(syntax.forms(verb)):
        return False
    return not draft.found.mentions_at("subject")


def _is_told_of(noun: Any) -> bool:
    """Whether a verb tells of the noun, or of its date: not "the *schedule of* upcoming meetings"."""
    over = noun.head.head.lower_ if noun.dep_ == "pobj" and noun.head.lower_ == "of" else ""
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "conj"} or over in {"date", "venue", "time", "place"}


def _before(noun: Any) -> set[str]:
    """The words before a noun in its phrase, "follow-up" as one."""
    return set(str(noun.doc[noun.left_edge.i : noun.i].text).lower().split())


def _parties_of(draft: Draft, told: Sequence[Draft]) -> tuple[Side, ...] | None:
    parties = _at_hand(draft, told)
    if parties is None:
        return None
    other = next((d for d in _near(draft, told) if d.parties == parties), None)
    if other is None:
        return None
    mentions = {side.actor.country: side.mention for side in other.sides}
    return tuple(
        Side(Actor("state", name=draft.found.analysis.knowledge.party_name(party), country=party), mentions[party])
        for party in sorted(parties)
        if party in mentions
    )


def _at_hand(draft: Draft, told: Sequence[Draft]) -> frozenset[str] | None:
    """The parties of the engagement told last, where the draft's own sentence names no other party."""
    here = {
        code
        for mention in draft.found.analysis.mentions_in(*_clause(draft))
        if mention.kind in {"state", "adjective", "organisation", "name"}
        for code in mention.parties
    }
    for other in _near(draft, told):
        if 1 < len(other.parties) <= MOST:
            return other.parties if here <= other.parties else None
    return None


def _clause(draft: Draft) -> tuple[int, int]:
    """Start and end of all that hangs on the draft's word: who announces it stands outside."""
    parse, token = draft.found.parse, draft.found.token
    return parse.begins(token.doc[token.left_edge.i]), parse.ends(token.doc[token.right_edge.i])


def _near(draft: Draft, told: Sequence[Draft]) -> Iterable[Draft]:
    return (d for d in reversed(told) if 0 <= draft.sentence - d.sentence <= REACH and len(d.parties) > 1)


def _with_the_host(draft: Draft, told: Sequence[Draft]) -> Draft:
    """ "On his visit to Sudan he met *President X*": an office without a state is the host's, of whom a visitor meets."""
    signal = draft.found.entry.engagement
    partners = draft.found.mentions_at(*(signal.partner if signal else ()))
    strangers = [m for m in partners if m.kind in {"name", "title"} and m.actor and m.actor.office and not m.actor.country]
    trip = next((d for d in _near(draft, told) if d.kind == "visit" and d.host_country and d.people & draft.people), None)
    if trip is None or trip.host_country in draft.parties:
        return draft
    hosts = tuple(
        Side(replace(m.actors[0], country=trip.host_country), m, "host")
        for m in strangers
        if m.actors[0].kind in PEOPLE and m.actors[0].level in HOSTING and "secretary" not in (m.actors[0].office or "").lower()
    )
    return replace(draft, sides=(*draft.sides, *hosts)) if hosts else draft


def _at_one_time(trip: Draft, draft: Draft) -> bool:
    values = {trip.status.value, draft.status.value}
    return len(values) == 1 or values == {"held", "ongoing"}


def _is_with_the_host(draft: Draft) -> bool:
    """ "*Talks with X* are planned for Thursday": the noun names whom with, and no subject takes part or carries it."""
    found = draft.found
    if draft.kind not in {"meeting", "talks", "lunch", "dinner", "breakfast"} or not found.mentions_at("with"):
        return False
    named = {side.mention.start for side in draft.sides}
    people = all(side.actor.kind in PEOPLE for side in draft.sides)
    return people and named <= {m.start for m in found.mentions_at("with")} and not found.mentions_at("subject", "possessor")


def _with_the_guest(draft: Draft, told: Sequence[Draft], words: Words) -> Draft:
    """ "The first day began with *lunch given by the prime minister*": for the visitor whom the host's country has."""
    own = next(iter(draft.parties))
    people = bool(draft.sides) and all(side.actor.kind in PEOPLE for side in draft.sides)
    meal = words.family.get(draft.kind) == "meal" and people and draft.found.entry.pos == "noun"
    if meal and all(side.role == "visitor" for side in draft.sides):
        return _with_the_giver(draft, told)
    if draft.found.entry.pos != "noun" or not (meal or _is_with_the_host(draft)) or (meal and draft.found.at("for")):
        return draft  # "gave a dinner *for the mayors*"
    trip = next((d for d in _near(draft, told) if d.kind == "visit" and d.host_country == own), None)
    if trip is None or (meal and not _at_one_time(trip, draft)):
        return draft
    if not meal and (draft.sentence - trip.sentence > CLOSE or trip.background):
        return draft
    guests = tuple(replace(side, role="visitor") for side in trip.sides if side.role == "visitor" and side.actor.kind in PEOPLE)
    return replace(draft, sides=(*draft.sides, *guests)) if len(guests) == 1 else draft


def _with_the_giver(draft: Draft, told: Sequence[Draft]) -> Draft:
    """ "*A dinner in his honour* was to be given that night": by those whom he visits."""
    trip = next((d for d in _near(draft, told) if d.kind == "visit" and d.host_country and d.people & draft.people), None)
    if trip is None or trip.visited is None or trip.background or trip.host_country in draft.parties:
        return draft
    name = draft.found.analysis.knowledge.party_name(str(trip.host_country))
    giver = Side(Actor("state", name=name, country=trip.host_country), trip.visited, "host")
    return replace(draft, sides=(*draft.sides, giver))
