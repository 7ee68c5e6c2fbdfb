"""Of whom somebody is whom only a description introduces: "Abiy's chief of staff, Ann Lee", "Ann Lee, the ministry's envoy".

The naming reads titles that stand right before a name. Here the parse tells which noun the name stands in apposition to; its
office, or else the one party in its phrase, becomes the person's, wherever the text names them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse

_OWNING = frozenset({"of", "for", "from"})  # "spokeswoman *for the Norwegian army*"


def with_introduced(analysis: Analysis) -> tuple[Mention, ...]:
    """The mentions, with party and office of those persons whom a description introduces."""
    known: dict[Actor, Actor] = {}
    titles: dict[int, Actor] = {}
    for mention in analysis.mentions:
        person = mention.actor
        if mention.kind != "name" or person is None or person.kind != "person" or person in known:
            continue
        if person.country and person.status != "former":
            continue
        described = _described(analysis, mention)
        if described is not None and (described[0] is not None or not person.country):  # "the *AU's envoy*, former president X"
            title, known[person] = described
            if title is not None:
                titles[title.start] = known[person]
    return tuple(_told(mention, known, titles) for mention in analysis.mentions) if known else analysis.mentions


def party_described(analysis: Analysis, person: Actor) -> tuple[str, ...]:
    """The person's party by the description, once it is known whose "the ministry's spokeswoman" is; empty if none."""
    if person.kind != "person" or person.country:
        return ()
    told = (_described(analysis, mention) for mention in _names(analysis).get(person, ()))
    return next(((found[1].country,) for found in told if found is not None and found[1].country), ())


def _names(analysis: Analysis) -> dict[Actor, list[Mention]]:
    """The names of each actor, in text order."""
    key = ("names", 0)
    if key not in analysis.memo:
        names: dict[Actor, list[Mention]] = {}
        for mention in analysis.mentions:
            if mention.kind == "name" and mention.actor is not None:
                names.setdefault(mention.actor, []).append(mention)
        analysis.memo[key] = names
    found: dict[Actor, list[Mention]] = analysis.memo[key]
    return found


def _told(mention: Mention, known: dict[Actor, Actor], titles: dict[int, Actor]) -> Mention:
    if mention.start in titles:
        return replace(mention, actors=(titles[mention.start],))
    return replace(mention, actors=tuple(known.get(actor, actor) for actor in mention.actors))


def _described(analysis: Analysis, name: Mention) -> tuple[Mention | None, Actor] | None:
    """The title that describes the person, where it is one, and the person with what the description tells."""
    parse = analysis.parse_at(name.start)
    token = parse.token_at(name.head_end - 1) if parse is not None else None
    person = name.actor
    if parse is None or token is None or person is None:
        return None
    noun = _apposed(token)
    if noun is None or noun.lemma_ in analysis.lexicon.table("attribution").get("others", []):
        return None
    title = analysis.mention_at(parse.begins(noun))
    office = title.actor if title is not None and title.kind == "title" else None
    parties = _parties_of(analysis, parse, noun, name)
    if office is not None and office.kind == "office" and office.country and not office.plural:
        sent = [code for code in parties if code in analysis.knowledge.states]  # "the *Norwegian* United Nations envoy"
        country = sent[0] if len(sent) == 1 and office.country not in analysis.knowledge.states else office.country
        return title, replace(person, country=country, office=office.office, level=office.level, status=office.status)
    return (None, replace(person, country=parties[0])) if len(parties) == 1 else None


def _apposed(name: Any) -> Any | None:
    """The singular noun that the name stands in apposition to, on either side."""
    beside = [name.head] if name.dep_ == "appos" else [child for child in name.children if child.dep_ == "appos"]
    return next((noun for noun in beside if noun.tag_ == "NN"), None)


def _parties_of(analysis: Analysis, parse: Parse, noun: Any, name: Mention) -> list[str]:
    """The parties before the noun in its phrase, and right behind it under "of" or "for"."""
    end = next((child.right_edge for child in noun.rights if child.dep_ == "prep" and child.lower_ in _OWNING), noun)
    stretch = parse.begins(noun.left_edge), min(parse.ends(end), name.start if name.start > parse.begins(noun) else parse.end)
    inside = [mention for mention in analysis.mentions_in(*stretch) if mention.start != name.start]
    return sorted({party for mention in inside if mention.kind != "place" for party in mention.parties})
