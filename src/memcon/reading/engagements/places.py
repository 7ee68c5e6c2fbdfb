"""Where an engagement was, from the words around it.

A stated cascade, each stage only where the one before found nothing: the place that a clause with "where" hangs on; a place
under a preposition on the word, on a clause about it or on its verb; the first place to the right; that of the news
conference after it; "here", "there" and "this town"; a building without a name ("his residence")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from memcon.knowledge import Knowledge
from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis, at
from memcon.reading.engagements.attributes import own_clauses, telling_of, told_with
from memcon.reading.engagements.drafts import PEOPLE
from memcon.reading.engagements.words import Words
from memcon.reading.parsing import Parse
from memcon.reading.predicates import FoundPredicate, carrier_of, chain_above
from memcon.record import Place

Span = tuple[int, int]
PLACES = frozenset({"place", "state", "metonym"})
PREPOSITIONS = ("in", "at", "on", "near", "outside", "aboard", "inside")
# Prepositions under which a place of the engagement can hang on a partner, a date or another place.
THROUGH = frozenset({"with", "between", "on", "for", "to", "during", "at", "in", "of", "near", "outside"})
ELSEWHERE = frozenset({"before", "after", "following", "ahead", "about", "since", "over", "amid", "against", "from"})
PRESS = frozenset({"conference", "briefing", "reporters", "journalists", "press", "media"})
FARTHEST = 25  # tokens to the right of the word


def place_of(analysis: Analysis, found: FoundPredicate, words: Words) -> tuple[Place, Span] | None:
    """The most specific place that the sentence gives the word, with its span."""
    for stage in (_where, _before_the_purpose, _hanging, _right_of, _at_the_press, _pointed_at, _building):
        span = next(iter(stage(analysis, found, words)), None)
        if span is not None:
            return place_at(analysis, span)
    return None


def place_in(analysis: Analysis, start: int, end: int) -> tuple[Place, Span] | None:
    """The first place named in this stretch: a list gives each of its members a place of their own."""
    spots = (m for m in analysis.mentions_in(start, end) if m.kind in PLACES)
    return next((place_at(analysis, (m.start, m.end)) for m in spots), None)


# The stages


def _hanging(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """ "met *in Doha*", "talks that were held *at the village of X*", "held talks *in Doha*", "welcomed him *to Paris*"."""
    heads = [found.token, *found.words[1:], *own_clauses(found.token, words), *told_with(found.token, words)]
    carrier = carrier_of(found.token) if found.entry.pos == "noun" else None
    if carrier is not None and telling_of(carrier, words):
        heads.append(carrier)
    for head in heads:
        yield from _spots(analysis, found.parse, head, PREPOSITIONS, words)
    signal = found.entry.engagement
    if signal is not None and signal.visitor == "object" and found.entry.pos == "verb":
        for item in syntax.under(found.token, "to"):
            span = _place_span(analysis, found.parse, item, words)
            if span is not None:
                yield span


def _where(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """ "flew to Suva, *where* she met Frank Bainimarama"."""
    verb = found.token if found.entry.pos == "verb" else carrier_of(found.token)
    verbs = [] if verb is None else [verb]
    while verbs and verbs[-1].dep_ in {"xcomp", "conj"} and verbs[-1].head.pos_ in {"VERB", "AUX"}:
        verbs.append(verbs[-1].head)
    for item in (child for each in verbs for child in each.children):
        if item.lower_ == "where":
            offset = found.parse.begins(item)
            before = [m for m in analysis.mentions_in(found.parse.start, offset) if m.kind in PLACES]
            if before and _is_close(analysis, found.parse, before[-1].end, offset):
                yield before[-1].start, before[-1].end


def _before_the_purpose(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """ "was *in Tunis* on Monday to see X", "flew *to Delhi* to meet X": the place named last before the infinitive."""
    opening = _purpose(found)
    if opening is None or (words.going | words.journeys).isdisjoint(syntax.forms(opening[0])):
        return
    journey, offset = opening[0], found.parse.begins(opening[1])
    before = [m for m in analysis.mentions_in(found.parse.begins(journey), offset) if m.kind in PLACES]
    listed = len(before) > 1 and not analysis.times_in(before[-2].end, before[-1].start)  # "to Apia and to Suva for meetings"
    if before and not listed and _is_close(analysis, found.parse, before[-1].end, offset):
        yield before[-1].start, before[-1].end


def _purpose(found: FoundPredicate) -> tuple[Any, Any] | None:
    """The verb of going and the first word of what one goes for: "flew to Delhi *to meet* X", "… *for talks* with X"."""
    if found.entry.pos == "verb":
        journey = syntax.purpose_of(found.token)
        return None if journey is None else (journey, found.token.left_edge)
    carrier = carrier_of(found.token)
    top = (chain_above(found.token) or [found.token])[-1]
    if top.dep_ == "dobj" and carrier is not None:  # "flew to Delhi *to hold* talks"
        journey = syntax.purpose_of(carrier)
        return None if journey is None else (journey, carrier.left_edge)
    if top.dep_ != "pobj" or top.head.lower_ != "for" or top.head.head.pos_ not in {"VERB", "AUX", "NOUN"}:
        return None
    return top.head.head, top.head  # also "called off a *visit* to Oslo *for talks* with X"


def _is_close(analysis: Analysis, parse: Parse, start: int, end: int) -> bool:
    """Whether nothing but a date stands between: "in Jerusalem *on Sunday,* where"."""
    between = parse.tokens_in(start, end)
    return all(
        token.is_punct or token.pos_ == "ADP" or at(analysis.times, parse.begins(token)) is not None for token in between
    )


def _right_of(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """The first place after "in" or "at" right of the word, before the next finite verb or another matter."""
    doc = found.parse.doc
    for place in range(found.token.i + 1, min(found.token.i + FARTHEST, len(doc) - 1)):
        word = doc[place]
        if word.tag_ in {"VBD", "VBZ", "VBP", "MD"} or word.lower_ in {";", "that", "which", "who", *ELSEWHERE}:
            return
        if _is_other_matter(analysis, found, word):
            return  # "talks on the situation in Gaza"
        if word.lower_ in {"in", "at"} and word.tag_ == "IN":
            for item in syntax.prepositional_objects(word):
                span = _place_span(analysis, found.parse, item, words)
                if span is not None:
                    yield span


def _is_other_matter(analysis: Analysis, found: FoundPredicate, word: Any) -> bool:
    start = found.parse.begins(word)
    return word.pos_ == "NOUN" and analysis.mention_at(start) is None and at(analysis.times, start) is None


def _at_the_press(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """ "told a news conference *in Tehran* after a meeting with X": what comes right before the press does is there."""
    top = (chain_above(found.token) or [found.token])[-1]
    if top.dep_ not in {"pobj", "pcomp"} or top.head.lower_ not in {"after", "following"}:
        return
    verb = next((item for item in syntax.governors(top) if item.pos_ == "VERB"), None)
    if verb is None or verb.tag_ not in {"VBD", "VBN", "VBG"}:
        return
    press = [child for child in verb.subtree if child.lower_ in PRESS and child.i < top.i]
    for head in [verb, *press] if press else []:
        yield from _spots(analysis, found.parse, head, ("in", "at"), words, inside=False)


def _pointed_at(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """ "met *here* on Monday", "in *this lakeside town*": where the dateline stands; "met him *there*": named last."""
    heads = [found.token, *([found.token.head] if found.entry.pos == "noun" else [])]
    for child in (child for head in heads for child in head.children):
        if child.lower_ == "here" and child.dep_ == "advmod":
            yield from _dateline(analysis)
        elif child.lower_ == "there" and child.dep_ == "advmod":
            yield from _named_last(analysis, found.parse.begins(child), found.parse.sentence.block)
        elif child.dep_ == "prep" and child.lower_ in {"in", "at", "on"}:
            for item in syntax.prepositional_objects(child):
                if item.lower_ in words.settings and any(left.lower_ == "this" for left in item.lefts):
                    yield from _dateline(analysis)


def _building(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Span]:
    """ "hosted them at *his residence*": a building that the text does not name."""
    for child in found.token.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "at"}:
            for item in syntax.prepositional_objects(child):
                if item.lower_ in words.venues and analysis.mention_at(found.parse.begins(item)) is None:
                    left = next((word for word in item.lefts if word.dep_ != "det"), item)
                    if left.dep_ == "poss" and left.tag_ != "PRP$":
                        continue  # "the latter's office"
                    yield found.parse.begins(left), found.parse.ends(item)


# What is a place


def _spots(
    analysis: Analysis, parse: Parse, head: Any, prepositions: tuple[str, ...], words: Words, *, inside: bool = True
) -> Iterator[Span]:
    """Spans of places under these prepositions; `inside` also those that hang on a partner, a date or another place."""
    for child in head.children:
        if child.dep_ == "prep":
            for item in syntax.prepositional_objects(child):
                span = _place_span(analysis, parse, item, words) if child.lower_ in prepositions else None
                if child.lower_ == "on" and item.lower_ not in words.settings:
                    span = None  # "talks on Syria"; but "on the island of Jeju"
                if span is not None:
                    yield span
                elif inside and child.lower_ in THROUGH and _may_hold_it(analysis, parse, item, words):
                    yield from _spots(analysis, parse, item, prepositions, words)
        elif inside and child.dep_ in {"npadvmod", "dobj", "advmod"}:
            yield from _spots(analysis, parse, child, prepositions, words)


def _may_hold_it(analysis: Analysis, parse: Parse, item: Any, words: Words) -> bool:
    """Whether a place below the noun can be the engagement's: "for talks in Lima"; not "on the war in Gaza"."""
    if item.pos_ != "NOUN" or analysis.mention_at(parse.begins(item)) is not None:
        return True
    if at(analysis.times, parse.begins(item)) is not None:
        return True
    known = words.occasions | words.settings | words.venues | words.in_person
    return not known.isdisjoint(syntax.forms(item))


def _place_span(analysis: Analysis, parse: Parse, item: Any, words: Words) -> Span | None:
    """The span of a place name: a mention of a place or a state, or a proper noun that is nobody's name."""
    mention = analysis.mention_at(parse.begins(item))
    if mention is not None:
        if mention.kind == "body" and _is_of_an_office(analysis, parse, item):
            return None
        if mention.kind in {*PLACES, "body"} and not any(actor.kind in PEOPLE for actor in mention.actors):
            return mention.start, mention.end
        return None
    if item.lower_ in words.settings or item.lower_ in words.venues:
        named = [inner for inner in syntax.under(item, "of") if inner.text[:1].isupper()]
        called = next((span for inner in named if (span := _place_span(analysis, parse, inner, words)) is not None), None)
        left = _placed_by(analysis, parse, item) if called is None else None
        return (left, parse.ends(item)) if left is not None else called
    if any(time.start <= parse.begins(item) < time.end for time in analysis.times_in(parse.start, parse.end)):
        return None
    if item.pos_ != "PROPN" or item.lower_ in words.occasions:
        return None
    return _proper_noun(parse, item)


def _is_of_an_office(analysis: Analysis, parse: Parse, item: Any) -> bool:
    """ "X, *undersecretary of state* at the Foreign Ministry": where somebody serves, however the model hangs it."""
    before = item.head.i - 1
    mention = analysis.mention_at(parse.begins(parse.doc[before])) if item.dep_ == "pobj" and before >= 0 else None
    return mention is not None and mention.kind == "title"


def _placed_by(analysis: Analysis, parse: Parse, item: Any) -> int | None:
    """ "at a *Tokyo* restaurant", "at *Baghdad* airport": where the name starts that says where the building is."""
    for child in item.lefts:
        mention = analysis.mention_at(parse.begins(child))
        if mention is not None and mention.kind in {"place", "metonym"}:
            return mention.start
    return None


def _proper_noun(parse: Parse, item: Any) -> Span:
    left = item
    for child in sorted(item.lefts, key=lambda token: -token.i):
        if child.pos_ == "PROPN" and child.i == left.i - 1:
            left = child
    right = item
    for child in item.rights:
        if child.lower_ == "of" and child.i == right.i + 1:
            inner = syntax.prepositional_objects(child)
            if inner and inner[0].text[:1].isupper():
                right = inner[0]
    return parse.begins(left), parse.ends(right)


def _dateline(analysis: Analysis) -> Iterator[Span]:
    """The first place of the dateline."""
    for block in analysis.document.blocks:
        if block.kind == "dateline":
            yield from ((m.start, m.end) for m in analysis.mentions_in(block.start, block.end) if m.kind in PLACES)


def _named_last(analysis: Analysis, offset: int, block: int) -> Iterator[Span]:
    """The place named last before an offset in the same paragraph."""
    first = next(sentence.start for sentence in analysis.sentences if sentence.block == block)
    before = [m for m in analysis.mentions_in(first, offset) if m.kind in PLACES]
    yield from ((mention.start, mention.end) for mention in reversed(before))


# A span as a place


def place_at(analysis: Analysis, span: Span) -> tuple[Place, Span]:
    """The place at this span, with its city and country. "Bali, Indonesia": the name is Bali, the country Indonesia's."""
    start, end = span
    here = analysis.mention_at(start)
    country = _state_of(analysis, here)
    city = _city_of(analysis, here)
    following = next(iter(analysis.mentions_in(end, min(end + 40, len(analysis.text)))), None)
    if following is not None and re.fullmatch(r",?\s*(?:in\s+|the\s+)*", analysis.shadow[end : following.start]):
        if following.kind in PLACES and "," in analysis.shadow[end : following.start]:
            country = country or _state_of(analysis, following)
        elif following.kind in {"place", "metonym"}:
            country, city = country or _state_of(analysis, following), _city_of(analysis, following)
    return Place(name=analysis.text[start:end], city=city, country=country), span


def _city_of(analysis: Analysis, mention: Mention | None) -> str | None:
    """The city that a mention names, or where the building that it names stands."""
    if mention is None or mention.kind not in {"place", "metonym"}:
        return None
    plain = analysis.shadow[mention.start : mention.end].lower()  # whatever mark its apostrophe is
    return _cities(analysis.knowledge).get(plain, analysis.text[mention.start : mention.end])


@lru_cache(maxsize=4)
def _cities(knowledge: Knowledge) -> dict[str, str | None]:
    """By a building's or region's name in lower case, the city it stands in."""
    return {
        name.lower(): place.city for place in knowledge.places if place.kind != "city" for name in (place.name, *place.names)
    }


def _state_of(analysis: Analysis, mention: Mention | None) -> str | None:
    """The state where it lies: Brussels is in Belgium, whatever else it stands for."""
    sure = country_of(mention)
    if mention is None or mention.kind not in PLACES or sure in analysis.knowledge.states:
        return sure
    states = {code for code in mention.candidates if code in analysis.knowledge.states}
    states |= {_capitals(analysis.knowledge).get(analysis.text[mention.start : mention.end].lower(), "")} - {""}
    return states.pop() if len(states) == 1 else sure


@lru_cache(maxsize=4)
def _capitals(knowledge: Knowledge) -> dict[str, str]:
    """The state of a capital, by its name in lower case."""
    return {
        capital.lower(): state.code for state in knowledge.states.values() for capital in (state.capital, *state.capital_names)
    }


def country_of(mention: Mention | None) -> str | None:
    """The state that a place lies in, or that a state's name means; None where it can be several."""
    if mention is None:
        return None
    codes = {actor.country for actor in mention.actors if actor.country} or set(mention.candidates)
    return codes.pop() if len(codes) == 1 else None
