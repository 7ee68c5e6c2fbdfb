"""Parties of an argument: whom a noun phrase stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from memcon.knowledge import Knowledge
from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.predicates import mention_of

# Dependents of a noun that may name its party ("*Israeli* troops", "*Hamas* militants", "rebels *in Darfur*").
NAMING = frozenset({"amod", "compound", "poss", "nmod", "appos", "prep", "agent", "nummod", "quantmod", "npadvmod"})
OWNING = frozenset(
    {
        "of", "in", "from", "by", "throughout", "across", "at", "near", "between", "within", "outside", "inside", "around",
        "among", "on",
    }
)  # fmt: skip
NEAR = frozenset({"of", "by"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "appos"})
ALLIED = frozenset({"link", "ally", "back", "tie", "affiliate", "sponsor", "base", "connect", "associate", "support", "align"})
DEPTH = 5
NGO = "NGO"
SEATS = frozenset({"state", "former_state", "capital", "metonym", "igo", "city"})  # where an ambassador is sent
# Organs that act for their whole: the European Commission for the EU.
ORGANS = {"un_organ": "UN", "un_agency": "UN", "eu_organ": "EU"}


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: its parties, and the spans that name them."""

    parties: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parties)

    def joined(self, other: Side) -> Side:
        """Both together, each party once, in order."""
        return Side(tuple(dict.fromkeys((*self.parties, *other.parties))), tuple(dict.fromkeys((*self.spans, *other.spans))))


def side_of(
    analysis: Analysis,
    parse: Parse,
    *tokens: Any,
    places: bool = False,
    near: bool = False,
    without: Side | None = None,
) -> Side:
    """The parties that these noun heads stand for, in no words of `without`.

    `places`: a town or region stands for the state that it lies in ("homes in Hebron"). `near`: only owners and adjectives
    name a party ("Russia's moves"), not where something is ("the floods in Chad")."""
    side = Side()
    taken = without.spans if without else ()
    for token in tokens:
        side = side.joined(_named(analysis, parse, token, places, taken, NEAR if near else OWNING))
    return side


def _named(
    analysis: Analysis,
    parse: Parse,
    token: Any,
    places: bool,
    taken: tuple[tuple[int, int], ...],
    through: frozenset[str],
) -> Side:
    """The nearest named party in the noun's phrase, breadth first; coordinated names under it count together."""
    level = [token]
    for _ in range(DEPTH):
        found = Side()
        for item in level:
            if item.tag_ == "PRP$" and taken:
                continue  # "its troops" are no second party
            side = _names(analysis, parse, item, places)
            if not set(side.spans) & set(taken):
                found = found.joined(side)
        if found:
            return found
        level = [child for item in level for child in _namers(item, through)]
    return Side()


def _names(analysis: Analysis, parse: Parse, token: Any, places: bool) -> Side:
    mention = mention_of(analysis, parse, token)
    if mention is not None and mention.parties:
        return _of_people(analysis, parse, token, mention) if mention.rule == "demonym" else _mentioned(analysis, mention)
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return Side()
    if _ngo_pattern(_ngo_terms(analysis)).search(_phrase(analysis, parse, token, MODIFIERS)):
        return Side((NGO,), ((parse.begins(token), parse.ends(token)),))
    party = _adjective(analysis, token)
    if party is None and places:
        names = (_phrase(analysis, parse, token, frozenset({"compound"})), token.text)
        party = next((country for country in (place_country(analysis.knowledge, name) for name in names) if country), None)
    return Side((party,), ((parse.begins(token), parse.ends(token)),)) if party else Side()


def _adjective(analysis: Analysis, token: Any) -> str | None:
    """The state of an adjective that no mention shows ("Radical *French* farmers", taken for a name)."""
    if token.dep_ not in {"amod", "compound"} or not token.text[:1].isupper():
        return None
    code = analysis.knowledge.party_of_adjective(token.text)
    state = analysis.knowledge.state(code) if code else None
    return code if state is not None and token.text in state.adjectives else None


def _mentioned(analysis: Analysis, mention: Mention) -> Side:
    """The mention's parties; in "*US and* British forces" those before it too."""
    whole = tuple(dict.fromkeys(party_of(analysis.knowledge, party) for party in mention.parties))
    side = Side(whole, ((mention.start, mention.end),))
    if mention.kind not in {"group", "adjective"}:
        return side
    head = analysis.shadow[max(0, mention.start - 5) : mention.start]
    other = analysis.mention_at(mention.start - 6) if head.endswith(" and ") else None
    if other is not None and other.kind in {"adjective", "state"}:
        return Side(other.parties, ((other.start, other.end),)).joined(side)
    return side


def party_of(knowledge: Knowledge, party: str) -> str:
    """The party that an organ stands for, else the party itself."""
    organisation = knowledge.igo(party)
    return ORGANS.get(organisation.type, party) if organisation is not None else party


def posted_to(analysis: Analysis, mention: Mention) -> Side:
    """The state that somebody is sent to, named inside his title: "its ambassador *to Ethiopia*"."""
    words = analysis.shadow[mention.start : mention.end]
    place = max((words.find(link) for link in (" to ", " in ", " at ")), default=-1)
    if place < 0:
        return Side()
    start = mention.start + place + 4
    names = analysis.knowledge.find_names(analysis.shadow[start : mention.end])
    meant = next((entry.code for name in names for entry in name.entries if entry.kind in SEATS and entry.code), None)
    return Side((party_of(analysis.knowledge, meant),), ((start, mention.end),)) if meant else Side()


def _of_people(analysis: Analysis, parse: Parse, token: Any, mention: Mention) -> Side:
    """A people in another state belongs to that one: "Bosnian Serbs", "the Albanians of Serbia"; "ethnic Turks" to none."""
    for child in token.children:
        if child.dep_ in {"amod", "compound"} and child.i < token.i:
            other = mention_of(analysis, parse, child)
            if other is not None and other.parties and other.start != mention.start:
                return Side(other.parties, ((other.start, other.end),))
            if child.lower_ == "ethnic":
                return Side()
        if child.lower_ == "of":
            for item in syntax.prepositional_objects(child):
                other = mention_of(analysis, parse, item)
                if other is not None and other.parties:
                    return Side(other.parties, ((other.start, other.end),))
    return Side(mention.parties, ((mention.start, mention.end),))


def _phrase(analysis: Analysis, parse: Parse, noun: Any, deps: frozenset[str]) -> str:
    """The words of the noun and of its modifiers of these kinds before it."""
    first = min([noun, *(child.left_edge for child in noun.lefts if child.dep_ in deps)], key=lambda token: int(token.i))
    return analysis.shadow[parse.begins(first) : parse.ends(noun)]


def _namers(token: Any, through: frozenset[str]) -> list[Any]:
    if token.pos_ == "ADP" or token.dep_ in {"prep", "agent"}:
        if token.lower_ not in through:
            return []
        deeper = [child for child in token.children if child.dep_ == "prep"]
        return [*syntax.prepositional_objects(token), *deeper]
    children = [child for child in token.children if child.dep_ in NAMING]
    if any(child.lower_ == "whose" for child in token.children) and token.head.dep_ == "relcl":
        children.append(token.head.head)  # "*Peru*, whose minister …"
    for child in token.children:  # "hackers *linked to* Russia", "rebels *backed by* Rwanda"
        if child.dep_ == "acl" and child.lemma_.lower() in ALLIED:
            children.extend(item for item in syntax.under(child, "to", "by", "with"))
        elif child.dep_ == "acl" and child.tag_ == "VBN":  # "measures *announced by* Chad"
            children.extend(syntax.under(child, "by"))
    conjoined = [item for child in children if child.dep_ not in {"prep", "agent"} for item in syntax.conjuncts(child)[1:]]
    return sorted([*children, *conjoined], key=lambda item: (item.dep_ in {"prep", "agent"}, item.i))


def place_country(knowledge: Knowledge, name: str) -> str | None:
    """The state in which a town or region of this name lies."""
    return _places(knowledge).get(name.lower())


@lru_cache(maxsize=2)
def _places(knowledge: Knowledge) -> dict[str, str]:
    found = {name.lower(): place.country for place in knowledge.places if place.country for name in (place.name, *place.names)}
    for state in knowledge.states.values():
        found.update({name.lower(): state.code for name in (state.capital, *state.capital_names) if name})
    return found


def _ngo_terms(analysis: Analysis) -> tuple[str, ...]:
    return tuple(analysis.lexicon.table("noun_classes")["ngo"])


@lru_cache(maxsize=4)
def _ngo_pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, terms)) + r")s?\b", re.IGNORECASE)
