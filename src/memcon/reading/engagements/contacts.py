"""Meetings, talks, calls, meals, letters: who is on either side, of which kind, and how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.lexicon import EngagementSignal
from memcon.reading import syntax
from memcon.reading.acts.matching import TOPICS
from memcon.reading.analysis import Analysis, at
from memcon.reading.engagements.dated import dated_groups
from memcon.reading.engagements.deeds import is_in_company, is_received, is_signed_together
from memcon.reading.engagements.drafts import PEOPLE, Draft, Side
from memcon.reading.engagements.invitations import invitation_to
from memcon.reading.engagements.nouns import (
    AFTER,
    TRAVELLING,
    clause_on,
    guests,
    is_an_appeal,
    is_channel,
    is_held_by,
    is_signed,
    is_spent,
    refers_back,
    subject_takes_part,
    verb_before,
)
from memcon.reading.engagements.phrases import described_sides
from memcon.reading.engagements.sides import people_first, sides_of, takes_part, unique
from memcon.reading.engagements.strangers import strangers
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import (
    ASIDE,
    Argument,
    FoundPredicate,
    carrier_of,
    chain_above,
    mention_after,
    mention_of,
)
from memcon.reading.status import Status
from memcon.reading.telling import RELATIVES
from memcon.record import EngagementKind, Format, Role

# Plurals that have a singular of the same sense: "held calls with A and B" are two calls, "talks" are one thing.
SEVERAL = frozenset({"meetings", "calls", "visits", "conversations", "summits", "dinners", "lunches", "discussions"})
_NAMING = re.compile(r"\s(?:(?:a|an|the|his|her|their|its|my|our)\s|[“‘\"'])", re.IGNORECASE)
GIVING = frozenset({"give", "offer", "throw", "hold"})  # who gives a meal is its host
LOOSE_REACH = 8  # words behind a noun within which "given by" is its own
_CARRIED_BY = frozenset({"over", "via", "by", "through"})
_LONG_NAME = 14  # words of the name of a conference behind "on the sidelines of"
_BREAKS = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
INCLUDED = 22  # words behind the word of contact within which "including X" names who was met
SPOKEN_IN = frozenset({"in", "at", "during", "over", "by", "via", "on", "through"})
PREPOSITIONS = frozenset({"with", "to", "between", "on", "from"})


def contacts(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, status: Status, words: Words
) -> Iterator[Draft]:
    selves, partners = _both_sides(analysis, found, signal, words)
    if not selves and _somebody_unknown(found, signal):
        partners = partners[:1]  # those whom he met did not meet each other
    if not _can_be(found, signal, selves, partners, words):
        return
    kind, form = _kind_and_format(analysis, found, signal, words)
    base = Draft(
        found=found,
        kind=kind,
        format=form,
        status=status,
        sides=unique((*selves, *partners, *_witnesses(analysis, found, (*selves, *partners)))),
        back=found.entry.pos == "noun" and refers_back(found.token) and not is_channel(found),
    )
    dated = dated_groups(analysis, found, partners[0].mention) if partners else ()
    if all(any(takes_part(actor) for m in mentions for actor in m.actors) for mentions, _ in dated) and dated:
        role = partners[0].role
        for mentions, time in dated:
            sides = tuple(Side(actor, m, role) for m in mentions for actor in m.actors if takes_part(actor))
            yield replace(base, sides=unique((*selves, *sides)), dated=time)
    elif len(partners) > 1 and _one_by_one(analysis, found, partners, words):
        first, *others = _counterparts(partners)
        if selves or not found.at("between"):
            others.insert(0, first)
        elif len(others) > 1:
            selves = tuple(first)  # "separate meetings between *X* and his counterparts from A and B"
        else:
            others = [partners]
        yield from (replace(base, sides=unique((*selves, *group))) for group in others)
    else:
        yield base


def _can_be(
    found: FoundPredicate, signal: EngagementSignal, selves: tuple[Side, ...], partners: tuple[Side, ...], words: Words
) -> bool:
    """Whether the word can mean contact here: "welcomed the deal" and "met the target" do not, "the leaders met" does."""
    if "person" in signal.needs and not any(side.actor.kind in {"person", "office", "group"} for side in partners or selves):
        return False
    if any(need in PREPOSITIONS and not found.mentions_at(need) for need in signal.needs) or _is_something_else(found, signal):
        return False
    if found.entry.lemma == "speak" and not partners and _is_a_speech(found):
        return False
    if signal.kind == "letter" and found.token.tag_ == "NN" and not partners:
        return False  # "the talks send *a message*": to nobody
    if signal.kind == "call" and is_an_appeal(found, words):
        return False
    if "signing" in signal.needs and not is_signed(found):
        return False
    if "spent" in signal.needs and not is_spent(found, words):
        return False
    if found.entry.pos == "noun":
        setting = _is_setting(found) and invitation_to(found, words) is None  # but "invited X *to a summit*"
        return not setting and (not is_channel(found) or _is_spoken_over(found))
    if found.token.dep_ == "acl" and signal.visitor == "object" and _on_an_event(found):
        return False  # "talks between X and Y hosted by Z", where the model hangs "hosted" on Y
    objects = found.at("object") if found.at("agent") else found.at("object")[:1]
    # "the second stop of his tour, *Kishida* was received by X": of a passive's any will do
    if "object" in signal.partner and objects and all(_is_a_thing(found, item) for item in objects):
        return False
    on_screen = any(item.lower_ in words.virtual for item in _near(found))  # "faced each other *on screens*"
    if "venue" in signal.needs and not has_venue(found.analysis, found) and not on_screen:
        return False
    if "pact" in signal.needs and not is_signed_together(found, (*selves, *partners), words):
        return False
    if "company" in signal.needs and not is_in_company(found, selves, partners):
        return False
    if "received" in signal.needs and not is_received(found, selves, partners):
        return False
    by_name = signal.kind == "call" and "object" in signal.partner
    if by_name and (_is_naming(found, partners) or _calls_on(found) or _is_summoned(found)):
        return False
    if found.entry.lemma == "call on" and not _calls_on(found):
        return False
    return bool(partners) or bool({"with", "between"} & set(signal.partner))


def _is_a_thing(found: FoundPredicate, item: Argument) -> bool:
    """ "Met *the target*"; not an object that the model finds behind "met with X" on the sidelines of something."""
    place = found.parse.begins(item.token)
    return item.mention is None and not any(mention.start < place for mention in found.mentions_at("with"))


def _is_something_else(found: FoundPredicate, signal: EngagementSignal) -> bool:
    """Whether a place is filled that makes it another sense; "saw X in Oslo, then *flew* home" is told in two, no clause."""
    apart = found.parse.doc
    for argument in found.at(*signal.unless):
        first = argument.token.left_edge.i if argument.place == "clause" else 0
        if argument.place != "clause" or first < 1 or (apart[first - 1].text != "," and apart[first].text != ","):
            return True
    return False


def _somebody_unknown(found: FoundPredicate, signal: EngagementSignal) -> bool:
    """ "*He* met with the leaders of A and B": of somebody whose party nothing tells."""
    if found.entry.pos != "verb" or not {"with", "object"} & set(signal.partner) or "together" in found.entry.lemma:
        return False
    subjects = [argument.token for argument in found.at("subject")]
    return any(token.pos_ in {"PRON", "PROPN"} and token.i < found.token.i for token in subjects)


def _is_a_speech(found: FoundPredicate) -> bool:
    """ "X and Y spoke *at the ceremony*", "*in his honour*": to an audience, not with each other."""
    for child in found.token.children:
        if child.dep_ == "prep" and child.lower_ in {"to", "before", "at", "in"}:
            items = [
                item
                for item in syntax.prepositional_objects(child)
                if at(found.analysis.times, found.parse.begins(item)) is None
            ]
            if any(child.lower_ != "in" or item.lemma_ in {"honour", "honor", "support", "favour", "favor"} for item in items):
                return True
    return False


def _is_spoken_over(found: FoundPredicate) -> bool:
    """ "told him *by phone*", but not "the phone of the minister"."""
    noun = found.token
    return noun.dep_ == "pobj" and noun.head.lower_ in {"by", "over", "via", "through", "on"}


def _calls_on(found: FoundPredicate) -> bool:
    """ "would *call on* the president": the preposition stands right behind, and somebody behind it."""
    token = found.token
    if token.i + 1 >= len(token.doc) or token.nbor().lower_ not in {"on", "upon"}:
        return False
    return mention_after(found.analysis, found.parse, token.nbor()) is not None


def _is_summoned(found: FoundPredicate) -> bool:
    """ "called them *to Pretoria*", "called *back* its ambassador": to come, and not by phone."""
    particles = {"back", "in", "out", "off", "home"}
    if any(child.lower_ in particles and child.dep_ in {"prt", "advmod", "oprd"} for child in found.token.children):
        return True
    return any(m.kind in {"place", "metonym", "state"} for m in found.mentions_at("to"))


def _is_naming(found: FoundPredicate, partners: tuple[Side, ...]) -> bool:
    """ "called X *a friend*", "called X "reckless"", "called them *liars*": a name for him stands right behind."""
    shadow = found.analysis.shadow
    for side in partners:
        following = found.parse.token_at(side.mention.end + 1)
        bare = following is not None and following.pos_ in {"NOUN", "ADJ"} and following.i > found.token.i
        if bare and at(found.analysis.times, side.mention.end + 1) is None:
            return True
        behind = shadow[side.mention.end : side.mention.end + 12]
        if (
            side.mention.start > found.start
            and _NAMING.match(behind)
            and at(found.analysis.times, side.mention.end + 1) is None
        ):
            return True
    return False


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
    if found.entry.engagement is None:
        return False
    if _is_aside(found) or _is_a_time_of_day(found):
        return True
    to_the_press = any(child.lower_ in {"news", "press", "media"} for child in found.token.lefts)
    if found.entry.lemma == "conference" and to_the_press and not found.mentions_at("with"):
        return True
    carrier = carrier_of(found.token)
    recalled = carrier is not None and carrier.lemma_ in {"recall", "call", "withdraw", "summon", "bring"}
    if found.entry.lemma == "consultations" and recalled and found.token.dep_ == "pobj" and found.token.head.lower_ == "for":
        return True  # "called its ambassador home *for consultations*"
    if found.entry.lemma == "session":
        return any(m.kind in {"organisation", "body"} for m in found.mentions_at("of", "modifier", "possessor"))
    if found.entry.engagement.kind not in {"summit", "conference"}:
        return False
    if found.token.dep_ != "pobj" or is_held_by(found):
        return False
    if found.at("with", "between") or any(item.mention for item in found.at("possessor")):
        return False  # but "at *next week's* summit"
    if found.token.head.lower_ == "for" and _comes_for(found):
        return False
    if found.token.head.lower_ == "to" and found.token.head.head.lemma_.lower() in TRAVELLING:
        return False  # "will travel *to the G7 summit*"
    if found.token.head.lower_ in {"before", "after", "since", "ahead"}:
        hosts = found.mentions_at("modifier", "of")
        return _is_met_beside(found) or any(m.kind == "organisation" for m in hosts)  # "before *the G20 summit*"
    if len({code for mention in found.mentions_at("modifier") for code in mention.parties}) > 1:
        return False
    return found.token.head.lower_ in {"at", "of", "on", "in", "during", "for", "from", "to"}


def _is_met_beside(found: FoundPredicate) -> bool:
    """ "*met X* after the summit", "*the first meeting* since the summit": another occasion, with people of its own."""
    carrier = found.token.head.head
    pos = "verb" if carrier.pos_ == "VERB" else "noun"
    met = any(entry.engagement for entry in found.analysis.lexicon.predicates_headed(carrier.lemma_.lower(), pos))
    return met and (pos == "noun" or bool(syntax.direct_objects(carrier) or syntax.under(carrier, "with")))


def _is_a_time_of_day(found: FoundPredicate) -> bool:
    """ "met X *after lunch*", "before dinner": when, where nothing else is said of the meal."""
    noun = found.token
    named = found.mentions_at("with", "possessor", "by", "of", "for", "giver")
    bare = not any(child.dep_ in {"det", "acl", "relcl", "amod"} for child in noun.children)
    meal = found.entry.lemma in {"lunch", "dinner", "breakfast", "supper"}
    if not meal or not bare or named or noun.dep_ != "pobj":
        return False
    paid = noun.head.lower_ == "for" and noun.head.head.lemma_ == "pay"  # "paid *for lunch*"
    return paid or noun.head.lower_ in {"after", "before", "until", "at"}


def _comes_for(found: FoundPredicate) -> bool:
    """ "was in Istanbul *for a conference* of the OIC": who comes for it takes part."""
    carrier = carrier_of(found.token)
    hosted = any(m.kind == "organisation" for m in found.mentions_at("modifier", "of", "possessor"))
    return carrier is not None and carrier.lemma_ in {"be", "arrive", "fly", "travel", "come", "go"} and hosted


def _is_aside(found: FoundPredicate) -> bool:
    """ "met *on the sidelines of the summit* with X": with whom, tells the verb."""
    noun = found.token
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in ASIDE:
        return True
    # However the model hangs a long name: "on the sidelines of the Association of X (AX) post-Ministerial Conference".
    before = noun.doc[max(0, noun.i - _LONG_NAME) : noun.i]
    opened = next((token for token in reversed(before) if token.lower_ == "of" and token.head.lemma_.lower() in ASIDE), None)
    return opened is not None and all(token.pos_ not in _BREAKS for token in noun.doc[opened.i + 1 : noun.i])


def _both_sides(
    analysis: Analysis, found: FoundPredicate, signal: EngagementSignal, words: Words
) -> tuple[tuple[Side, ...], tuple[Side, ...]]:
    """Who is named as doing it, and with whom. Roles follow who receives whom."""
    partner_role: Role = "visitor" if signal.visitor == "object" else "host" if signal.visitor == "subject" else "participant"
    self_role: Role = "host" if partner_role == "visitor" else "visitor" if partner_role == "host" else "participant"
    invited = invitation_to(found, words)
    if invited is not None:
        guests = people_first(sides_of(analysis, invited.guests, "visitor"))
        others = found.at("with") if found.entry.pos == "noun" else ()  # "invited X *for talks with Y*"
        return people_first(sides_of(analysis, others, "host") or sides_of(analysis, invited.hosts, "host")), guests
    if found.entry.pos == "verb":
        behind = bool(found.at("agent"))  # "was signed *by X and his colleague Y*"
        selves = sides_of(analysis, found.at("subject"), self_role, None if behind else found.start)
        selves = selves or described_sides(analysis, found, ("subject",), self_role, words)
    else:
        selves = sides_of(analysis, _noun_selves(found, words), self_role, found.start)
        if not selves and subject_takes_part(found, words):
            selves = described_sides(analysis, found, ("subject",), self_role, words)
        selves = (*selves, *_third_hosts(analysis, found, words))
        selves = selves or sides_of(analysis, _involved(found), self_role)
    places = signal.partner if found.entry.pos == "verb" else (*signal.partner, "modifier", "taker")
    if signal.kind in {"summit", "conference"} and any(m.kind == "organisation" for m in found.mentions_at("possessor")):
        places = (*places, "possessor")  # "attended *NATO's* summit"
    partners = people_first(sides_of(analysis, found.at(*places), partner_role))
    partners = partners or people_first(sides_of(analysis, _included(found, signal), partner_role))
    partners = partners or described_sides(analysis, found, signal.partner, partner_role, words)
    if not any(side.actor.kind in {"person", "office", "group"} and side.actor.country for side in partners):
        partners = strangers(analysis, found, signal.partner, selves) or partners
    if not partners and words.family.get(signal.kind) == "meal":
        partners = sides_of(analysis, _given_for(found), "visitor")
    if not partners and found.entry.pos == "noun" and len({side.actor.country for side in selves}) == 1:
        partners = people_first(sides_of(analysis, _addressed(found, words), partner_role))
    if not selves and partners and found.entry.pos == "noun":
        selves = sides_of(analysis, _sent(found), self_role)
    selves = people_first(selves)
    return selves, tuple(side for side in partners if side not in selves)


def _witnesses(analysis: Analysis, found: FoundPredicate, sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """ "The presidents of A and B, *witnessed by X of C*, met": a third who was there, behind those of two parties."""
    told = {side.actor.country for side in sides}
    verb = found.token if found.entry.pos == "verb" else carrier_of(found.token)
    if len(told) < 2 or verb is None:
        return ()
    heads = {verb.i, *(item.i for item in syntax.subjects(verb))}
    seen = [word for word in found.parse.doc if word.lemma_ == "witness" and word.tag_ == "VBN" and word.head.i in heads]
    items = [item for word in seen for item in syntax.agents(word)]
    arguments = tuple(Argument("by", item, mention_of(analysis, found.parse, item)) for item in items)
    return tuple(side for side in sides_of(analysis, arguments, "witness") if side.actor.country not in told)


def _sent(found: FoundPredicate) -> tuple[Argument, ...]:
    """ "sent *Blinken* to Beijing for talks with X": whom the verb takes there."""
    carrier = carrier_of(found.token)
    top = (chain_above(found.token) or [found.token])[-1]
    if carrier is None or top.dep_ != "pobj" or top.head.lower_ not in {"for", "to"}:
        return ()
    pairs = [(item, mention_of(found.analysis, found.parse, item)) for item in syntax.direct_objects(carrier)]
    return tuple(Argument("object", item, m) for item, m in pairs if m is not None and m.kind in {"name", "title", "pronoun"})


def _included(found: FoundPredicate, signal: EngagementSignal) -> tuple[Argument, ...]:
    """ "met officials *including X*", "held meetings, *including with A and B*": who is named of those who are not."""
    parse, start = found.parse, found.token.i
    for token in parse.doc[start + 1 : start + INCLUDED]:
        if token.lower_ not in {"including", "among"}:
            continue
        if _is_matter(token):
            return ()
        mention = mention_after(found.analysis, parse, token.nbor() if token.nbor().lower_ in {"with", "them"} else token)
        head = parse.token_at(mention.head_end - 1) if mention is not None else None
        return () if head is None else (Argument(signal.partner[0], head, mention),)
    return ()


def _is_matter(including: Any) -> bool:
    """ "exchanged views *on conflicts*, including Ukraine": what was talked about, and not who talked."""
    noun = including.head
    while noun.dep_ in {"prep", "pobj", "pcomp"} and noun.head.i != noun.i and noun.pos_ not in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun.dep_ in {"pobj", "dobj"} and noun.head.lower_ in TOPICS


def _involved(found: FoundPredicate) -> tuple[Argument, ...]:
    """ "talks *involving* representatives of the US and the UK", "a meeting *attended by* X and Y"."""
    clauses = [item for item in found.token.children if item.dep_ in {"acl", "relcl"} and item.i > found.token.i]
    heads = [
        item
        for clause in clauses
        if clause.lemma_ in {"involve", "attend", "include", "gather", "bring", "lead", "head"}
        for item in (syntax.agents(clause) if clause.tag_ == "VBN" else syntax.direct_objects(clause))
    ]
    return tuple(Argument("between", item, mention_of(found.analysis, found.parse, item)) for item in heads)


def _addressed(found: FoundPredicate, words: Words) -> tuple[Argument, ...]:
    """ "asked *Putin* for credit during a call", "told *Lavrov* in a meeting": whom the verb over the noun addresses."""
    carrier = carrier_of(found.token)
    top = (chain_above(found.token) or [found.token])[-1]
    if carrier is None or top.dep_ != "pobj" or (refers_back(found.token) and not is_channel(found)):
        return ()
    if top.head.lower_ not in SPOKEN_IN and not (top.head.lower_ in AFTER and carrier.lemma_ in words.addressing):
        return ()
    objects = syntax.direct_objects(carrier)
    items = [*objects, *syntax.under(carrier, "to")]
    items += [item for thing in objects for item in syntax.under(thing, "to")]  # "explained his view *to X* in a call"
    pairs = [(item, mention_of(found.analysis, found.parse, item)) for item in items]
    if not any(mention for _, mention in pairs):
        pairs.append((carrier, mention_after(found.analysis, found.parse, carrier)))  # "promised *X* new credit"
    return tuple(Argument("with", item, m) for item, m in pairs if m is not None and m.kind in {"name", "title", "pronoun"})


def _third_hosts(analysis: Analysis, found: FoundPredicate, words: Words) -> tuple[Side, ...]:
    """Who hosts what others hold: "talks between X and Y *hosted by Oman*"."""
    behind = [item for item in found.token.subtree if item.i > found.token.i]
    clauses = [item for item in behind if item.dep_ in {"acl", "relcl"}]
    clauses += [item for item in behind if item.dep_ == "conj" and item.head in clauses]  # "chaired by X and *hosted* by Y"
    verbs = words.hosting | words.mediating | (GIVING if words.family.get(_kind_of(found)) == "meal" else frozenset())
    told = clause_on(found)
    told_in = [told] if told is not None and told not in clauses else []  # "a summit that he *was* to have *hosted*"
    hosting = [clause for clause in (*clauses, *told_in, *_loose(found)) if not verbs.isdisjoint(syntax.forms(clause))]
    items = [item for clause in hosting for item in (syntax.agents(clause) or _givers(clause))]
    arguments = tuple(Argument("by", item, mention_of(analysis, found.parse, item)) for item in items)
    hosts = tuple(side for side in sides_of(analysis, arguments, "host") if takes_part(side.actor))
    guests = [
        Argument("for", item, mention_of(analysis, found.parse, item)) for c in hosting for item in syntax.under(c, "for")
    ]
    return (*hosts, *sides_of(analysis, tuple(guests), "visitor")) if hosts else ()


def _loose(found: FoundPredicate) -> list[Any]:
    """ "lunch at X House *given by the premier*": the participle before "by" that the model hangs on the house."""
    behind = found.parse.doc[found.token.i + 1 : found.token.i + LOOSE_REACH]
    first = next((token for token in behind if token.pos_ in {"VERB", "AUX"}), None)
    if first is None or first.tag_ != "VBN" or first.i + 1 >= len(first.doc) or first.nbor().lower_ != "by":
        return []
    return [] if first.i in {token.i for token in found.token.subtree} else [first]


def _needs(found: FoundPredicate) -> tuple[str, ...]:
    return found.entry.engagement.needs if found.entry.engagement is not None else ()


def _given_for(found: FoundPredicate) -> tuple[Argument, ...]:
    """ "hosted a dinner *for X*", "gave a banquet *in honour of X*", "*in her honour*": for whom somebody gives a meal."""
    carrier = carrier_of(found.token)
    if found.entry.pos != "noun" or carrier is None or found.token.dep_ not in {"dobj", "nsubjpass", "nsubj"}:
        return ()
    heads = [found.token, carrier]
    items = [item for head in heads for item in syntax.under(head, "for")]
    for honour in (item for head in heads for item in syntax.under(head, "in") if item.lemma_ in {"honour", "honor"}):
        items += [*syntax.under(honour, "of"), *syntax.possessors(honour)]
    pairs = [(item, mention_of(found.analysis, found.parse, item)) for item in items]
    kinds = {"name", "title", "pronoun", "group"}
    return tuple(Argument("for", item, m) for item, m in pairs if m is not None and m.kind in kinds)


def _kind_of(found: FoundPredicate) -> str:
    return found.entry.engagement.kind if found.entry.engagement is not None else ""


def _givers(clause: Any) -> list[Any]:
    """ "a lunch that *the president* gave for him": the subject of the clause, where it is not the relative itself."""
    own = [child for child in clause.children if child.dep_ == "nsubj" and child.tag_ not in RELATIVES]
    return own or [item for item in syntax.subjects(clause) if clause.dep_ == "xcomp" and item.tag_ not in RELATIVES]


def _noun_selves(found: FoundPredicate, words: Words) -> tuple[Argument, ...]:
    if "guest" in _needs(found):
        return guests(found)
    own = found.at("possessor", "by")
    before = verb_before(found)
    if before is not None and not any(a.mention for a in own) and not found.at("between"):
        heads = syntax.subjects(before)  # "*X* called on Y, followed by a meeting with Z"
        return tuple(Argument("subject", item, mention_of(found.analysis, found.parse, item)) for item in heads)
    clause = clause_on(found)
    if clause is not None and words.hosting.isdisjoint(syntax.forms(clause)):
        own = (*own, *found.at("giver"))  # "the talks that *Xi* had with Y"
    carrier = carrier_of(found.token)
    if carrier is not None and carrier.lemma_ in {"send", "dispatch"} and (sent := _sent(found)):
        return (*own, *sent)  # "sent *Blinken* to Beijing for talks"
    if found.at("between") or not subject_takes_part(found, words):
        return own
    return (*own, *found.at("subject"))


def _one_by_one(analysis: Analysis, found: FoundPredicate, partners: tuple[Side, ...], words: Words) -> bool:
    """Whether a list of counterparts is as many engagements: "met Erdogan, Sisi and Abbas", "calls with A and B"."""
    near = {item.lower_ for item in found.token.subtree if abs(item.i - found.token.i) <= 8}
    near |= {child.lower_ for child in found.token.children}
    if near & words.together:
        return False
    # Several on one day have their turns; who *was* met there may have been met with others.
    ahead = found.entry.pos == "verb" and found.token.tag_ != "VBD"
    aside = ahead and any(item.lemma_.lower() in ASIDE and item.head.lower_ == "on" for item in found.token.subtree)
    if near & words.separately or aside or _with_each(found, partners):
        return True
    if found.entry.pos == "noun":
        return found.token.lower_ in SEVERAL
    signal = found.entry.engagement
    if signal is not None and signal.kind == "call" and "object" in signal.partner:
        return True  # who phones several phones one after the other
    if len({side.mention.start for side in partners}) == 1:
        # "met *the ministers*", "phoned *both leaders*"; but "met *counterparts from A and B*"
        mention = partners[0].mention
        said = analysis.shadow[mention.start : mention.end].lower()
        return ("counterparts from" in said or "counterparts of" in said) and not _told_as_one(analysis, found, words)
    if found.entry.engagement is not None and "with" in found.entry.engagement.needs:
        return True  # "discussed X with A and with B"
    several = len({side.actor.country for side in partners}) > 1
    return not (several and _is_lead(analysis, found)) and not _told_as_one(analysis, found, words)


def _with_each(found: FoundPredicate, partners: tuple[Side, ...]) -> bool:
    """ "talks *with* X, and *with* Y": each with a preposition of its own."""
    starts = {side.mention.start for side in partners}
    shadow = found.analysis.shadow
    return len(starts) > 1 and all(shadow[max(0, start - 9) : start].lower().split()[-1:] == ["with"] for start in starts)


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
    opening = [word.strip(",") for word in analysis.shadow[sentence.start : sentence.end].lower().split()[:2]]
    if len(opening) > 1 and opening[0] in {"the", "both", "all"} and opening[1] in words.as_one:
        return True
    return bool(opening) and opening[0] in words.as_one


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
        in_person = near & words.in_person or has_venue(analysis, found)
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
                inside = [grand for grand in child.children if grand.dep_ in {"pobj", "compound"}]
                yield from inside
                if child.lower_ in _CARRIED_BY:  # "over *video* link"; not "at the phone company"
                    yield from (part for item in inside for part in item.lefts if part.dep_ == "compound")


def _where(verb: Any) -> Iterator[Any]:
    """The verb's phrases, and those that the model hangs on how long it took: "spoke for *40 minutes* in Geneva"."""
    for child in verb.children:
        yield child
        if child.dep_ == "prep" and child.lower_ == "for":
            for item in syntax.prepositional_objects(child):
                yield from item.children if item.lemma_.lower() in syntax.MEASURES else ()


def has_venue(analysis: Analysis, found: FoundPredicate) -> bool:
    """ "spoke with X *at the summit*", "*in Geneva*": only what hangs on the verb itself, not "about talks in Geneva"."""
    if any(child.lower_ == "where" for child in found.token.children) and found.token.dep_ == "relcl":
        return True  # "flew to Bangkok, *where* she spoke with X"
    for child in _where(found.token):
        if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
            for item in syntax.prepositional_objects(child):
                mention = analysis.mention_at(found.parse.begins(item))
                if item.pos_ == "PROPN" and (mention is None or mention.kind in {"place", "state", "metonym", "organisation"}):
                    return True
    return False
