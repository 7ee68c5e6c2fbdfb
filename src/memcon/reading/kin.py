"""Kin of a leader who act for the state: "the sister of Kim Jong Un", who is whom the text names beside these words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from memcon.reading import syntax
from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse

Whose = tuple[str, str]  # which kin, and the key of whose


def kin_mentions(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of leaders' kin by the word for it, as the person whom the text names so, else as somebody of that party."""
    places = {place: mention for mention in mentions for place in range(mention.start, mention.end)}
    told = [item for parse in analysis.parsed for item in _told(analysis, parse, places)]
    known = {whose: named for whose, _, _, named in told if named is not None}
    for whose, token, parse, named in told:
        start, end = parse.begins(token), parse.ends(token)
        if start not in places and named is None:
            yield Mention(start, end, start, end, "title", (known.get(whose) or _unnamed(whose, token, parse, places),), "kin")


def _told(
    analysis: Analysis, parse: Parse, places: Mapping[int, Mention]
) -> Iterator[tuple[Whose, Any, Parse, Actor | None]]:
    """(whose kin, the word, its sentence, the person named beside it) for each word of kin that belongs to a leader."""
    words = analysis.lexicon.table("actors")["kin"]["words"]
    for token in parse.doc:
        owner = _owner(token, parse, places) if token.lemma_.lower() in words and token.pos_ == "NOUN" else None
        if owner is not None:
            yield (token.lemma_.lower(), owner.key), token, parse, _named_beside(analysis, parse, token, places)


def _owner(token: Any, parse: Parse, places: Mapping[int, Mention]) -> Actor | None:
    """The leader whose kin it is: "*Kim*'s sister", "the sister of the North's leader *Kim*"."""
    for item in (*syntax.possessors(token), *syntax.under(token, "of")):
        mention = places.get(parse.begins(item))
        if mention is not None and mention.actor is not None and mention.kind != "pronoun":
            actor = mention.actor
            return actor if actor.kind in {"person", "office"} and actor.level == "leader" and actor.country else None
    return None


def _named_beside(analysis: Analysis, parse: Parse, token: Any, places: Mapping[int, Mention]) -> Actor | None:
    """ "the leader's sister, *Ann Lee*", "*Ann Lee*, the sister of X": one of that party or of none that is known."""
    before = parse.begins(token.left_edge)
    shadow = analysis.shadow
    spots = [parse.ends(token.right_edge) + 2 if shadow.startswith(", ", parse.ends(token)) else None]
    spots += [parse.ends(token) + 2] if shadow.startswith(", ", parse.ends(token)) else []
    spots += [before - 3] if before > 3 and shadow[before - 2 : before] == ", " else []
    named = (places.get(spot) for spot in spots if spot is not None)
    return next((m.actor for m in named if m is not None and m.kind == "name" and m.actor is not None), None)


def _unnamed(whose: Whose, token: Any, parse: Parse, places: Mapping[int, Mention]) -> Actor:
    owner = _owner(token, parse, places)
    assert owner is not None
    said = f"{whose[0]} of {owner.name or owner.office}"
    return Actor("office", said, owner.country, office=said, level="senior_official")
