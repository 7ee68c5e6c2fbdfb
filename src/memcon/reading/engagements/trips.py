"""Visits and trips: who travels, and where to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.lexicon import EngagementSignal
from memcon.reading import syntax
from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.dated import dated_groups
from memcon.reading.engagements.deeds import JOURNEYS, is_journey
from memcon.reading.engagements.drafts import PEOPLE, Draft, Side
from memcon.reading.engagements.invitations import invitation_to
from memcon.reading.engagements.nouns import clause_on, refers_back, subject_takes_part
from memcon.reading.engagements.places import country_of
from memcon.reading.engagements.sides import sides_of, takes_part, unique
from memcon.reading.engagements.words import Words
from memcon.reading.lists import listed_with
from memcon.reading.predicates import Argument, FoundPredicate, carrier_of, mention_of, modifiers
from memcon.reading.status import Status

PLACES = frozenset({"place", "state", "metonym"})
TOURS = frozenset({"tour", "swing"})
NO_STOPS = frozenset({"adjective", "pronoun", "group", "document"})  # kinds of mentions that are no destination


def trips(analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, status: Status, words: Words) -> Iterator[Draft]:
    if "journey" in signal.needs and not _tells_a_journey(found, words):
        return
    if "agentless" in signal.needs and (not syntax.is_passive(found.token) or found.at("agent")):
        return  # "was received *by X*": a meeting
    if found.at(*signal.unless):
        return
    travellers = _travellers(analysis, found, signal, words)
    stops = _stops(analysis, found, signal, travellers, words)
    if any(not is_journey(found, need, travellers, stops) for need in signal.needs if need in JOURNEYS):
        return
    if "person" in signal.needs and (found.at("agent") or any(stop.kind not in PLACES for stop in stops)):
        return  # "an accord was reached by X"
    base = Draft(found=found, kind="visit", format="in_person", status=status, sides=travellers)
    back = found.entry.pos == "noun" and refers_back(found.token)
    if not stops and _needs_a_place(found, travellers, words):
        own = {side.actor.country for side in travellers}
        near = [m for m in analysis.mentions_in(found.parse.start, found.start) if m.kind in PLACES and not m.possessive]
        stops = tuple(m for m in (*near, *_dated_at(analysis)) if country_of(m) not in {None, *own})[:1]
    if not stops:
        home = _invited_home(analysis, found, words)
        if home is not None:
            yield replace(base, host_country=home)
        if found.entry.pos == "noun" and not _goes_nowhere_known(found):
            hosts = _hosts(analysis, found)
            yield replace(base, sides=unique((*travellers, *hosts)), back=back)
        return
    base = replace(base, back=back)
    dated = dated_groups(analysis, found, stops[0])
    if dated:
        yield from (_to_stop(replace(base, dated=time), stop) for mentions, time in dated for stop in mentions)
    else:
        yield from (_to_stop(base, stop) for stop in stops)


def _needs_a_place(found: FoundPredicate, travellers: tuple[Side, ...], words: Words) -> bool:
    """ "The delegation *ended its visit*": of those whose trips are only told by where they went: to the place that
    the sentence names, or where the text is dated."""
    if found.entry.pos != "noun" or not travellers or any(side.actor.level in words.travellers for side in travellers):
        return False
    carrier = carrier_of(found.token)
    own = any(child.tag_ == "PRP$" for child in found.token.children)
    return own and carrier is not None and not (words.closing | words.beginning).isdisjoint(syntax.forms(carrier))


def _tells_a_journey(found: FoundPredicate, words: Words) -> bool:
    """ "a *tour* that will take him to Niger": what takes somebody there is a journey."""
    return any(argument.token.lemma_.lower() in words.journeys for argument in found.at("subject"))


def _invited_home(analysis: Analysis, found: FoundPredicate, words: Words) -> str | None:
    """ "The emir invited him to visit *his country*", "was invited by the emir *for a visit*": the party of who invites."""
    objects = [argument.token for argument in found.at("object")]
    own = any(item.lemma_ == "country" and any(child.tag_ == "PRP$" for child in item.children) for item in objects)
    invited = invitation_to(found, words)
    if invited is None or not (own or found.entry.pos == "noun"):
        return None
    codes = {side.actor.country for side in sides_of(analysis, invited.hosts, "host") if side.actor.country}
    return codes.pop() if len(codes) == 1 else None


def _travellers(analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, words: Words) -> tuple[Side, ...]:
    invited = invitation_to(found, words)
    if invited is not None:
        guests = sides_of(analysis, invited.guests, "visitor")
        return tuple(side for side in guests if side.actor.kind in {"person", "office", "group"})
    if found.entry.pos == "verb":
        arguments = found.at("object" if signal.visitor == "object" else "subject")
        arguments = (*arguments, *_companions(found))
    else:
        whose = tuple(a for a in found.at("of") if a.mention is not None and a.mention.kind != "place")
        arguments = found.at("possessor", "by") or whose
        arguments = arguments or _received_for(found, words) or _who_tells(found, words)
        if not arguments and subject_takes_part(found, words) and not _is_arranged(found, words):
            arguments = found.at("subject")
    sides = _who_is_meant(analysis, found, sides_of(analysis, arguments, "visitor", found.start))
    owners = [child.lower_ for child in found.token.children if child.tag_ == "PRP$"]
    person = any(mention.kind in {"name", "title"} for mention in found.mentions_at("subject"))
    if not sides and owners and not (person and owners == ["its"]):  # "X met the delegation during *its* visit"
        sides = sides_of(analysis, found.at("subject"), "visitor", found.start)  # "During *his* visit to Hanoi, *Xi* said"
    if len({side.actor.country for side in sides}) > 1 and found.entry.pos == "noun" and refers_back(found.token):
        return ()  # "During *the visit*, X and Y will hold talks": one of them travels, and the text told who
    if not sides and found.entry.pos == "noun":
        sides = _missions(analysis, found)
    return tuple(side for side in sides if side.actor.kind in {"person", "office", "group"} and not _is_a_force(side, words))


def _is_a_force(side: Side, words: Words) -> bool:
    """ "French *troops* landed": who comes to fight or to guard pays no visit."""
    noun = (side.actor.name or "").lower().rsplit(" ", 1)[-1]
    return side.actor.kind == "group" and side.actor.level == "military" and bool({noun, noun.removesuffix("s")} & words.forces)


def _received_for(found: FoundPredicate, words: Words) -> tuple[Argument, ...]:
    """ "welcomed *X* for a working visit", "hosts *X* on his first trip": whom the verb over the noun receives."""
    carrier = carrier_of(found.token)
    if carrier is None or found.token.dep_ != "pobj" or found.token.head.lower_ not in {"for", "on", "during"}:
        return ()
    if words.hosting.isdisjoint(syntax.forms(carrier)) or syntax.is_passive(carrier):
        return ()
    pairs = [(item, mention_of(found.analysis, found.parse, item)) for item in syntax.direct_objects(carrier)]
    return tuple(Argument("possessor", item, m) for item, m in pairs if m is not None)


def _companions(found: FoundPredicate) -> tuple[Argument, ...]:
    """ "arrived in Banjul *with* X and Y", "flew there *accompanied by* Z": who travels along."""
    items = [item for child in found.token.children if child.dep_ == "prep" for item in _along(child)]
    items += [
        item
        for clause in found.token.children
        if clause.dep_ in {"advcl", "acl"} and clause.lemma_ in {"accompany", "join"} and clause.tag_ == "VBN"
        for item in syntax.agents(clause)
    ]
    mentions = [(item, mention_of(found.analysis, found.parse, item)) for item in items]
    return tuple(Argument("with", item, m) for item, m in mentions if m is not None and m.kind in {"name", "title", "group"})


def _along(phrase: Any) -> list[Any]:
    """The people of a phrase with "with" that hangs on the verb of travel itself."""
    return syntax.prepositional_objects(phrase) if phrase.lower_ in {"with", "alongside"} else []


def _who_tells(found: FoundPredicate, words: Words) -> tuple[Argument, ...]:
    """ "a visit that *she* was considering": who travels by the clause on the noun, unless it is who arranges or receives."""
    clause = clause_on(found)
    if clause is None or not (words.hosting | words.arranging).isdisjoint(syntax.forms(clause)):
        return ()
    return found.at("giver")


def _missions(analysis: Analysis, found: FoundPredicate) -> tuple[Side, ...]:
    """ "a *Turkish* trade mission": people of that party, whom the noun itself names."""
    if found.token.lemma_ != "mission":
        return ()
    name = " ".join(word.text for word in sorted(found.words, key=lambda word: int(word.i)))
    mentions = [m for m in found.mentions_at("modifier") if m.kind in {"adjective", "state", "group"}]
    return tuple(Side(Actor("group", name, code, level="official"), m, "visitor") for m in mentions for code in m.parties)


def _who_is_meant(analysis: Analysis, found: FoundPredicate, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """ "*Carney* wound up the first visit by a Canadian leader": the person of that party whom the sentence names before."""
    if len(sides) != 1 or sides[0].actor.kind != "office" or sides[0].actor.id or sides[0].mention.rule == "kin":
        return sides
    before = analysis.mentions_in(found.parse.start, found.start)
    meant = [m for m in before if m.kind != "pronoun" and m.actor and m.actor.kind == "person"]
    same = [m for m in meant if m.actor and m.actor.country == sides[0].actor.country]
    return (Side(same[-1].actors[0], same[-1], "visitor"),) if same else sides


def _is_arranged(found: FoundPredicate, words: Words) -> bool:
    """ "agreed to arrange for the visit", "hosted a visit": who does that is not who travels."""
    carrier = carrier_of(found.token)
    if carrier is None or found.token.dep_ == "pobj":
        return False
    return any(form in words.hosting or form in words.arranging for form in syntax.forms(carrier))


def _stops(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, travellers: tuple[Side, ...], words: Words
) -> tuple[Mention, ...]:
    """Where the trip went: places and states, the people visited."""
    mentions = [
        m
        for m, token in ((a.mention, a.token) for a in found.at(*signal.partner) if a.mention is not None)
        if (m.actors or m.kind == "place") and m.kind not in NO_STOPS and not m.possessive
        if not (m.kind == "organisation" and _names_an_occasion(token, words))
    ]
    mentions = mentions or list(_stops_before(analysis, found, travellers))
    listed = {item.start: item for mention in mentions for item in listed_with(analysis, mention)}
    return tuple(listed[start] for start in sorted(listed))


def _names_an_occasion(token: Any, words: Words) -> bool:
    """ "travel to *the G7* summit": to what the organisation holds, and not to its seat."""
    return token.lemma_.lower() in words.occasions or (
        token.dep_ in {"compound", "nmod", "amod"} and token.head.lemma_.lower() in words.occasions
    )


def _stops_before(analysis: Analysis, found: FoundPredicate, travellers: tuple[Side, ...]) -> Iterator[Mention]:
    """ "his *Washington* visit", "her *North Korean* trip"; "arrived *here*", which is where the text is dated."""
    own = {side.actor.country for side in travellers}
    if found.entry.pos == "noun":
        places = [m for m in found.mentions_at("modifier") if m.kind in {"place", "metonym", "state", "adjective"}]
        yield from (m for m in places if travellers and country_of(m) not in own)
        if not places:
            yield from _there_already(analysis, found)
        if not places and any(child.lower_ == "there" for child in found.token.children):
            before = analysis.mentions_in(found.parse.start, found.start)
            yield from [m for m in before if m.kind in {"place", "metonym"}][-1:]
    elif any(child.lower_ == "here" for child in found.token.children) or _arrives(found.token):
        yield from (m for m in _dated_at(analysis) if country_of(m) not in own)
    else:
        yield from (m for m in _sights(analysis, found) if country_of(m) not in own)


def _there_already(analysis: Analysis, found: FoundPredicate) -> Iterator[Mention]:
    """ "was *in Belgrade* on a visit": the place that stands right before the phrase."""
    noun = found.token
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "for"}:
        return
    start = found.parse.begins(noun.head)
    before = analysis.mentions_in(found.parse.start, start)[-1:]
    for mention in before:
        led = analysis.shadow[found.parse.start : mention.start].lower().split()[-1:]
        if mention.kind in {"place", "metonym"} and analysis.shadow[mention.end : start].isspace() and led in (["in"], ["at"]):
            yield mention


def _arrives(verb: Any) -> bool:
    """ "had *flown in* on Friday", "*arrived* late on Monday": nowhere in particular, so where the text is dated."""
    particles = {child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"}}
    somewhere = any(child.dep_ == "prep" and child.lower_ in {"to", "in", "at", "from", "into"} for child in verb.children)
    return (verb.lemma_ in {"arrive", "land"} or (verb.lemma_ in {"fly", "jet"} and "in" in particles)) and not somewhere


def _sights(analysis: Analysis, found: FoundPredicate) -> Iterator[Mention]:
    """ "visited the *Shanghai* expo", "*Kyiv*'s monastery": the place by which a sight is named."""
    for argument in found.at("object"):
        if argument.mention is None:
            owners = [*syntax.possessors(argument.token), *modifiers(argument.token)]
            mentions = (mention_of(analysis, found.parse, item) for item in owners)
            yield from [m for m in mentions if m is not None and m.kind in {"place", "metonym"}][:1]


def _dated_at(analysis: Analysis) -> Iterator[Mention]:
    for sentence in analysis.sentences:
        if sentence.kind == "dateline":
            mentions = analysis.mentions_in(sentence.start, sentence.end)
            yield from [m for m in mentions if m.kind in {"place", "metonym", "state"}][:1]
            return


def _goes_nowhere_known(found: FoundPredicate) -> bool:
    """ "her visit to Springfield": a destination that is no place we know of is no trip abroad."""
    return any(argument.token.pos_ == "PROPN" and argument.mention is None for argument in found.at("to"))


def _to_stop(base: Draft, stop: Mention) -> Draft:
    """A trip to one place, or to somebody."""
    people = tuple(Side(actor, stop, "host") for actor in stop.actors if actor.kind in PEOPLE and takes_part(actor))
    if people:
        return replace(base, sides=unique((*base.sides, *people)))
    if base.found.token.lemma_ in TOURS and stop.kind == "place" and country_of(stop) is None:
        return base  # "a tour of Africa": what it visits is told by its stops
    host = country_of(stop)
    guests = tuple(side for side in base.sides if side.actor.country != host)
    # who is at home there received the traveller: "arrived in Paris with X of Canada and Y of France"
    return replace(base, visited=stop, host_country=host, sides=guests if host and len(guests) > 0 else base.sides)


def _hosts(analysis: Analysis, found: FoundPredicate) -> tuple[Side, ...]:
    return sides_of(analysis, found.at("with"), "host")
