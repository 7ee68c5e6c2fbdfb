"""From predicates to drafts: which words say that somebody was in contact, who stands on which side, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from memcon.knowledge import Knowledge
from memcon.lexicon import EngagementSignal
from memcon.reading import syntax
from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis, at
from memcon.reading.engagements.attributes import country_of
from memcon.reading.engagements.drafts import PEOPLE, Draft, Side
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import Argument, FoundPredicate, carrier_of, chain_above, listed_up_to, listed_with, mention_of
from memcon.reading.status import Status, status_of
from memcon.record import EngagementKind, Format, Role

# Plurals that have a singular of the same sense: "held calls with A and B" are two calls, "talks" are one thing.
SEVERAL = frozenset({"meetings", "calls", "visits", "conversations", "summits", "dinners", "lunches", "discussions"})
# Types of organisations in the knowledge that are organs of another.
ORGANS = {"un_organ": "UN", "un_agency": "UN", "eu_organ": "EU"}
ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBG"})
PREPOSITIONS = frozenset({"with", "to", "between", "on", "from"})
WITHIN = frozenset({"in", "during", "over", "by", "via"})
NO_STOPS = frozenset({"adjective", "pronoun", "group", "document"})
DEFINITE = frozenset({"the", "this", "that", "those", "these", "both", "such"})


def drafts_of(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Draft]:
    """The drafts of one predicate: none, one, or one for each counterpart or stop."""
    signal = found.entry.engagement
    if signal is None or _is_part_of_a_name(analysis, found):
        return
    status = status_of(analysis.lexicon, found.token)
    build = _trips if signal.kind == "visit" else _contacts
    yield from build(analysis, found, signal, status, words)


def _is_part_of_a_name(analysis: Analysis, found: FoundPredicate) -> bool:
    """ "the *visiting* minister", "the *Summit* Implementation Group": the word belongs to who, not to what."""
    mention = analysis.mention_at(found.start)
    if found.token.dep_ == "amod" or (mention is not None and mention.kind in {"name", "title", "group", "body"}):
        return True
    return found.token.lower_ == "visiting" and found.token.i > 0 and found.token.nbor(-1).tag_ in {"IN", "DT", "CC"}


# Contacts


def _contacts(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, status: Status, words: Words
) -> Iterator[Draft]:
    selves, partners = _both_sides(analysis, found, signal, words)
    if not _can_be(found, signal, selves, partners):
        return
    kind, form = _kind_and_format(analysis, found, signal, words)
    base = Draft(
        found=found,
        kind=kind,
        format=form,
        status=status,
        sides=_unique((*selves, *partners)),
        back=found.entry.pos == "noun" and _refers_back(found.token),
    )
    if len(partners) > 1 and _one_by_one(analysis, found, words):
        yield from (replace(base, sides=_unique((*selves, *group))) for group in _counterparts(partners))
    else:
        yield base


def _can_be(found: FoundPredicate, signal: EngagementSignal, selves: tuple[Side, ...], partners: tuple[Side, ...]) -> bool:
    """Whether the word can mean contact here: "welcomed the deal" and "met the target" do not, "the leaders met" does."""
    if "person" in signal.needs and not any(side.actor.kind in {"person", "office", "group"} for side in partners or selves):
        return False
    if any(need in PREPOSITIONS and not found.mentions_at(need) for need in signal.needs) or found.at(*signal.unless):
        return False
    if found.entry.pos == "noun":
        return not _is_setting(found)
    if found.token.dep_ == "acl" and signal.visitor == "object" and _on_an_event(found):
        return False  # "talks between X and Y hosted by Z", where the model hangs "hosted" on Y
    if "object" in signal.partner and any(item.mention is None for item in found.at("object")[:1]):
        return False
    return bool(partners) or bool({"with", "between"} & set(signal.partner))


def _on_an_event(found: FoundPredicate) -> bool:
    """Whether a noun of contact stands over the word before any verb does."""
    for governor in syntax.governors(found.token):
        if governor.pos_ in {"VERB", "AUX"}:
            return False
        for form in syntax.forms(governor):
            if any(entry.engagement for entry in found.analysis.lexicon.predicates_headed(form, "noun")):
                return True
    return False


def _is_setting(found: FoundPredicate) -> bool:
    """ "met *at the summit*", "on the sidelines of the conference": where something else took place."""
    if found.entry.engagement is None or found.entry.engagement.kind not in {"summit", "conference"}:
        return False
    if found.at("with", "between", "possessor") or found.token.dep_ != "pobj":
        return False
    if len({code for mention in found.mentions_at("modifier") for code in mention.parties}) > 1:
        return False
    return found.token.head.lower_ in {"at", "of", "on", "in", "during", "for", "from", "to"}


def _both_sides(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, words: Words
) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Who is named as doing it, and with whom. Roles follow who receives whom."""
    partner_role: Role = "visitor" if signal.visitor == "object" else "host" if signal.visitor == "subject" else "participant"
    self_role: Role = "host" if partner_role == "visitor" else "visitor" if partner_role == "host" else "participant"
    if found.entry.pos == "verb":
        selves = _sides(analysis, found.at("subject"), self_role, found.start)
    else:
        selves = _sides(analysis, _noun_selves(found, words), self_role, found.start)
        selves = (*selves, *_third_hosts(analysis, found, words))
    places = signal.partner if found.entry.pos == "verb" else (*signal.partner, "modifier")
    partners = _people_first(_sides(analysis, found.at(*places), partner_role))
    if not any(side.actor.kind in {"person", "office", "group"} and side.actor.country for side in partners):
        partners = _strangers(analysis, found, signal.partner, selves) or partners
    return _people_first(selves), tuple(side for side in partners if side not in selves)


def _third_hosts(analysis: Analysis, found: FoundPredicate, words: Words) -> tuple[Side, ...]:
    """Who hosts what others hold: "talks between X and Y *hosted by Oman*"."""
    clauses = [item for item in found.token.subtree if item.dep_ in {"acl", "relcl"} and item.i > found.token.i]
    hosting = [clause for clause in clauses if not words.hosting.isdisjoint(syntax.forms(clause))]
    mentions = [mention_of(analysis, found.parse, item) for clause in hosting for item in syntax.agents(clause)]
    actors = [(actor, mention) for mention in mentions if mention is not None for actor in mention.actors]
    return tuple(Side(actor, mention, "host") for actor, mention in actors if takes_part(actor))


def _people_first(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """Where people are named, a state or an organisation beside them is where or what, not who."""
    people = tuple(side for side in sides if side.actor.kind in {"person", "office", "group", "body"})
    return people or sides


def _noun_selves(found: FoundPredicate, words: Words) -> tuple[Argument, ...]:
    own = found.at("possessor", "by")
    if found.at("between") or not _subject_takes_part(found, words):
        return own
    return (*own, *found.at("subject"))


def _subject_takes_part(found: FoundPredicate, words: Words) -> bool:
    """Whether the subject of the verb that carries the noun is in it: "*Xi* held talks", "*Lavrov* arrived for talks"."""
    carrier = carrier_of(found.token)
    if carrier is None:
        return False
    top = (chain_above(found.token) or [found.token])[-1]
    if top.dep_ in {"dobj", "attr", "nsubjpass"}:
        return any(form in words.support for form in syntax.forms(carrier))
    if top.dep_ != "pobj":
        return False
    preposition = top.head
    if preposition.lower_ not in words.through:
        return False
    supported = any(form in words.support for form in syntax.forms(carrier))
    # "said in a meeting with X", "discussed in a call": they were there; "commented on the talks between X and Y": not.
    if found.at("possessor", "between"):
        return False
    return supported or bool(found.at("with")) or (preposition.lower_ in WITHIN and not _refers_back(found.token))


def _sides(analysis: Analysis, arguments: tuple[Argument, ...], role: Role, limit: int | None = None) -> tuple[Side, ...]:
    """The sides that arguments name, with all that stands in a list with them; subjects' lists end at `limit`."""
    mentions = [argument.mention for argument in arguments if argument.mention is not None]
    listed = [
        item
        for mention in mentions
        for item in (listed_with(analysis, mention) if limit is None else _subject_list(analysis, mention, limit))
    ]
    chosen = {mention.start: mention for mention in (*mentions, *listed)}
    chosen.update((led.start, led) for argument in arguments for led in _leaders(analysis, argument))
    chosen.update((paired.start, paired) for mention in mentions for paired in _paired(analysis, mention))
    return tuple(
        Side(actor, mention, "visitor" if role == "participant" and _is_visiting(analysis, mention) else role)
        for _, mention in sorted(chosen.items())
        if mention.kind != "document"
        for actor in map(partial(of_party, analysis.knowledge), mention.actors)
        if takes_part(actor) and at(analysis.times, mention.start) is None
    )


def _is_visiting(analysis: Analysis, mention: Mention) -> bool:
    """ "the *visiting* Turkish foreign minister"."""
    return "visiting" in analysis.shadow[max(0, mention.start - 9) : mention.head_start].lower().split()


def _leaders(analysis: Analysis, argument: Argument) -> Iterator[Mention]:
    """Who leads a delegation: "a Japanese delegation *led by Yoko Kamikawa*"."""
    for clause in argument.token.children:
        if clause.dep_ in {"acl", "relcl"} and clause.lemma_ in {"lead", "head"}:
            for item in syntax.agents(clause):
                sentence = argument.mention and analysis.sentence_at(argument.mention.start)
                mention = analysis.mention_at(sentence.start + item.idx) if sentence else None
                if mention is not None:
                    yield mention


def _paired(analysis: Analysis, group: Mention) -> Iterator[Mention]:
    """ "*Turkish* and Greek leaders": the adjectives in a list before a group of one party stand for groups too."""
    place = group.start
    sentence = analysis.sentence_at(group.start)
    if group.kind != "group" or sentence is None or len(group.parties) != 1:
        return
    noun = analysis.text[group.head_start : group.head_end]
    for other in reversed(analysis.mentions_in(sentence.start, group.start)):
        if other.kind not in {"adjective", "state"} or analysis.shadow[other.end : place].strip() not in {
            "and",
            ",",
            ", and",
            "&",
        }:
            return
        actors = tuple(
            replace(group.actors[0], name=f"{analysis.text[other.start : other.end]} {noun}", country=actor.country)
            for actor in other.actors
        )
        yield replace(other, actors=actors)
        place = other.start


def of_party(knowledge: Knowledge, actor: Actor) -> Actor:
    """The actor under the party that its body belongs to: the European Commission's president stands for the EU."""
    organisation = knowledge.igo(actor.country) if actor.country else None
    party = ORGANS.get(organisation.type) if organisation is not None else None
    return replace(actor, country=party) if party else actor


def takes_part(actor: Actor) -> bool:
    """Whether this is somebody whose contact is diplomacy: of a known party, and no crowd or document."""
    return (
        actor.country is not None
        and actor.kind != "document"
        and not (actor.kind == "group" and actor.level in {None, "other"})
    )


def _strangers(
    analysis: Analysis, found: FoundPredicate, places: tuple[str, ...], selves: tuple[Side, ...]
) -> tuple[Side, ...]:
    """People the knowledge does not have: "met with Tomas Novak, security adviser to the Czech prime minister".

    Name and party come from the words: a proper noun, and the state that stands beside it before the next verb."""
    own = {side.actor.country for side in selves}
    sides: dict[int, Side] = {}
    for argument in found.at(*places):
        if argument.token.pos_ != "PROPN" and (argument.mention is None or argument.mention.kind not in {"name", "title"}):
            continue
        stretch = _noun_stretch(found, argument.token)
        mentions = analysis.mentions_in(*stretch)
        named = [m for m in mentions if m.kind == "name" and m.actor is not None and m.actor.kind == "person"]
        countries = [code for m in mentions for code in _codes(analysis, m) if code not in own]
        if not countries:
            continue
        for mention in named or _made_up(analysis, found, stretch):
            actor = of_party(analysis.knowledge, mention.actors[0])
            if actor.country is None or actor.country not in own:
                sides[mention.start] = Side(replace(actor, country=actor.country or countries[0]), mention)
    return tuple(sides[start] for start in sorted(sides))


def _noun_stretch(found: FoundPredicate, token: Any) -> tuple[int, int]:
    """The words around a counterpart's head that can name it: from the preposition before to the next verb or place."""
    doc, first, last = found.parse.doc, token.i, token.i
    while first > found.token.i + 1 and not (doc[first - 1].tag_ in {"IN", "TO"} and doc[first - 1].lower_ in {"with", "to"}):
        first -= 1
    while (
        last + 1 < len(doc)
        and last - token.i < 16
        and doc[last + 1].tag_ not in ENDS
        and doc[last + 1].lower_ not in {"in", "on"}
    ):
        last += 1
    return found.parse.begins(doc[first]), found.parse.ends(doc[last])


def _codes(analysis: Analysis, mention: Mention) -> list[str]:
    codes = {of_party(analysis.knowledge, actor).country for actor in mention.actors}
    return sorted(code for code in codes if code) if len(codes) == 1 and mention.kind != "pronoun" else []


def _made_up(analysis: Analysis, found: FoundPredicate, stretch: tuple[int, int]) -> list[Mention]:
    """A mention for the last run of two or more capitalised words that no mention has: "Minister *Luhut Pandjaitan* of"."""
    run: list[Any] = []
    runs = [run]
    for token in found.parse.tokens_in(*stretch):
        if token.pos_ == "PROPN" and analysis.mention_at(found.parse.begins(token)) is None:
            run.append(token)
        elif run:
            run = []
            runs.append(run)
    names = [run for run in runs if len(run) > 1]
    if not names:
        return []
    start, end = found.parse.begins(names[-1][0]), found.parse.ends(names[-1][-1])
    return [Mention(start, end, start, end, "name", (Actor("person", name=analysis.text[start:end]),), "stranger")]


def _subject_list(analysis: Analysis, mention: Mention, limit: int) -> tuple[Mention, ...]:
    """ "*Xi*, Putin hold talks", "Biden, Jr. and *Thuong* met": all of the list that the subject stands in, up to the verb."""
    before = listed_up_to(analysis, mention)
    after = tuple(item for item in listed_with(analysis, mention) if item.end <= limit)
    sentence = analysis.sentence_at(mention.start)
    if len(before) > 1 or len(after) > 1 or sentence is None:
        return (*before, *after)
    left = analysis.mentions_in(sentence.start, mention.start)
    return (left[-1], mention) if left and _headline_pair(analysis, sentence.start, left[-1], mention) else (mention,)


def _headline_pair(analysis: Analysis, start: int, first: Mention, second: Mention) -> bool:
    """ "*Xi*, Putin hold talks": the sentence begins with two names and a comma between them."""
    return first.start == start and analysis.shadow[first.end : second.start].strip() == ","


def _unique(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """One side an actor; a state or a body stands back where one of its people is there."""
    peopled = {side.actor.country for side in sides if side.actor.kind in PEOPLE}
    chosen: dict[str, Side] = {}
    for side in sides:
        if side.actor.kind in {"state", "body", "group"} and side.actor.country in peopled and side.actor.kind != "group":
            continue
        chosen.setdefault(side.actor.key, side)
    return tuple(chosen.values())


def _refers_back(noun: Any) -> bool:
    """Whether the noun is definite: "the meeting", "those talks", "their conversation", "Talks lasted"."""
    return any((child.dep_ == "det" and child.lower_ in DEFINITE) or child.dep_ == "poss" for child in noun.children)


def _one_by_one(analysis: Analysis, found: FoundPredicate, words: Words) -> bool:
    """Whether a list of counterparts is as many engagements: "met Erdogan, Sisi and Abbas", "calls with A and B"."""
    near = {item.lower_ for item in found.token.subtree if abs(item.i - found.token.i) <= 8}
    near |= {child.lower_ for child in found.token.children}
    if near & words.together:
        return False
    if near & words.separately:
        return True
    if found.entry.pos == "noun":
        return found.token.lower_ in SEVERAL
    return not _is_lead(analysis, found) and not _told_as_one(analysis, found, words)


def _is_lead(analysis: Analysis, found: FoundPredicate) -> bool:
    """Whether this is the first sentence of the story: a readout opens with its one occasion."""
    first = next((s.index for s in analysis.sentences if s.kind == "paragraph"), 0)
    return found.parse.sentence.index == first


def _told_as_one(analysis: Analysis, found: FoundPredicate, words: Words) -> bool:
    """Whether the next sentence goes on with all of them as one: "They discussed", "The leaders agreed"."""
    following = found.parse.sentence.index + 1
    if following >= len(analysis.sentences):
        return False
    sentence = analysis.sentences[following]
    opening = analysis.shadow[sentence.start : sentence.end].lower().split()[:4]
    return not words.as_one.isdisjoint(word.strip(",") for word in opening)


def _counterparts(partners: tuple[Side, ...]) -> list[tuple[Side, ...]]:
    """Each person by himself where all are named, else each party."""
    if all(side.actor.kind in PEOPLE for side in partners):
        return [(side,) for side in partners]
    groups: dict[str | None, list[Side]] = {}
    for side in partners:
        groups.setdefault(side.actor.country, []).append(side)
    return [tuple(group) for group in groups.values()]


def _kind_and_format(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, words: Words
) -> tuple[EngagementKind, Format | None]:
    near = {item.lower_ for item in _near(found)}
    kind, form = signal.kind, signal.format
    if near & words.virtual and kind != "visit":
        return "call", "video"
    if near & words.phone and kind not in {"visit", "letter"}:
        return "call", "phone"
    if kind == "call" and form is None:
        in_person = near & words.in_person or _has_venue(analysis, found)
        return ("meeting", "in_person") if in_person else ("call", "phone")
    if form is None and kind != "letter":
        form = "in_person" if kind in {"meeting", "summit", "dinner", "lunch", "breakfast"} else None
    return kind, form


def _near(found: FoundPredicate) -> Iterator[Any]:
    """The words that describe how: children of the word and of the verb that carries it, one level below prepositions."""
    heads = [found.token, *found.words[1:]]
    carrier = carrier_of(found.token) if found.entry.pos == "noun" else None
    for head in [*heads, *([carrier] if carrier is not None else [])]:
        for child in head.children:
            yield child
            if child.dep_ in {"prep", "advmod"}:
                yield from (grand for grand in child.children if grand.dep_ in {"pobj", "compound"})


def _has_venue(analysis: Analysis, found: FoundPredicate) -> bool:
    """ "spoke with X *at the summit*", "*in Geneva*": only what hangs on the verb itself, not "about talks in Geneva"."""
    for child in found.token.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
            for item in syntax.prepositional_objects(child):
                mention = analysis.mention_at(found.parse.begins(item))
                if item.pos_ == "PROPN" and (mention is None or mention.kind in {"place", "state", "metonym", "organisation"}):
                    return True
    return False


# Trips


def _trips(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, status: Status, words: Words
) -> Iterator[Draft]:
    travellers = _travellers(analysis, found, words)
    stops = _stops(analysis, found, signal)
    base = Draft(found=found, kind="visit", format="in_person", status=status, sides=travellers)
    back = found.entry.pos == "noun" and _refers_back(found.token)
    if not stops:
        if found.entry.pos == "noun" and not _goes_nowhere_known(found):
            hosts = _hosts(analysis, found)
            yield replace(base, sides=_unique((*travellers, *hosts)), back=back)
        return
    for stop in stops:
        yield _to_stop(replace(base, back=back), stop)


def _goes_nowhere_known(found: FoundPredicate) -> bool:
    """ "her visit to Springfield": a destination that is no place we know of is no trip abroad."""
    return any(argument.token.pos_ == "PROPN" and argument.mention is None for argument in found.at("to"))


def _to_stop(base: Draft, stop: Mention) -> Draft:
    """A trip to one place, or to somebody."""
    people = tuple(Side(actor, stop, "host") for actor in stop.actors if actor.kind in PEOPLE and takes_part(actor))
    if people:
        return replace(base, sides=_unique((*base.sides, *people)))
    return replace(base, visited=stop, host_country=country_of(stop))


def _travellers(analysis: Analysis, found: FoundPredicate, words: Words) -> tuple[Side, ...]:
    if found.entry.pos == "verb":
        arguments = found.at("subject")
    else:
        arguments = found.at("possessor", "by") or found.at("of")
        if not arguments and _subject_takes_part(found, words) and not _is_arranged(found, words):
            arguments = found.at("subject")
    sides = _sides(analysis, arguments, "visitor", found.start)
    if not sides and any(child.tag_ == "PRP$" for child in found.token.children):
        sides = _sides(analysis, found.at("subject"), "visitor", found.start)  # "During *his* visit to Hanoi, *Xi* said"
    return tuple(side for side in sides if side.actor.kind in {"person", "office", "group"})


def _is_arranged(found: FoundPredicate, words: Words) -> bool:
    """ "agreed to arrange for the visit", "hosted a visit": who does that is not who travels."""
    carrier = carrier_of(found.token)
    if carrier is None:
        return False
    return any(form in words.hosting or form in words.arranging for form in syntax.forms(carrier))


def _stops(analysis: Analysis, found: FoundPredicate, signal: EngagementSignal) -> tuple[Mention, ...]:
    """Where the trip went: places and states, the people visited."""
    mentions = [
        m
        for m in found.mentions_at(*signal.partner)
        if (m.actors or m.kind == "place") and m.kind not in NO_STOPS and not m.possessive
    ]
    listed = {item.start: item for mention in mentions for item in listed_with(analysis, mention)}
    return tuple(listed[start] for start in sorted(listed))


def _hosts(analysis: Analysis, found: FoundPredicate) -> tuple[Side, ...]:
    return _sides(analysis, found.at("with"), "host")
