"""People the knowledge does not have, with the party that their own words give them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.drafts import Side
from memcon.reading.engagements.sides import of_party
from memcon.reading.predicates import FoundPredicate

AHEAD = 3  # sentences after the meeting that may tell which two parties it was between
DESCRIBED = frozenset({"name", "title", "organisation", "body"})
ENDS = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBG"})  # tags of verbs, behind which a name is described no more


def strangers(analysis: Analysis, found: FoundPredicate, places: tuple[str, ...], selves: tuple[Side, ...]) -> tuple[Side, ...]:
    """People the knowledge does not have: "met with Tomas Novak, security adviser to the Czech prime minister".

    Name and party come from the words: a proper noun, and the state that stands beside it before the next verb."""
    own = {side.actor.country for side in selves}
    sides: dict[int, Side] = {}
    for argument in found.at(*places):
        if argument.token.pos_ != "PROPN" and (argument.mention is None or argument.mention.kind not in DESCRIBED):
            continue
        stretch = _noun_stretch(found, argument.token)
        mentions = analysis.mentions_in(*stretch)
        named = [m for m in mentions if m.kind == "name" and m.actor is not None and m.actor.kind == "person"]
        countries = [code for m in mentions for code in _codes(analysis, m) if code not in own]
        countries = countries or (_paired_party(analysis, found, own) if named else [])
        if not countries:
            continue
        for mention in named or _made_up(analysis, found, stretch):
            actor = of_party(analysis.knowledge, mention.actors[0])
            if actor.country is None or actor.country not in own:
                sides[mention.start] = Side(replace(actor, country=actor.country or countries[0]), mention)
    return tuple(sides[start] for start in sorted(sides))


def _paired_party(analysis: Analysis, found: FoundPredicate, own: set[str | None]) -> list[str]:
    """The other of two parties that the next sentences speak of together: "both countries", "the two sides"."""
    following = analysis.sentences[found.parse.sentence.index + 1 : found.parse.sentence.index + 1 + AHEAD]
    for sentence in following:
        for mention in analysis.mentions_in(sentence.start, sentence.end):
            parties = mention.parties
            if mention.kind == "group" and len(parties) == 2 and own & set(parties):
                return [party for party in parties if party not in own]
    return []


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
