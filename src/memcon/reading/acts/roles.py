"""Parties of an argument: whom a noun phrase stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.predicates import mention_of

# Dependents of a noun that may name its party ("*Israeli* troops", "*Hamas* militants", "rebels *in Darfur*").
NAMING = frozenset({"amod", "compound", "poss", "nmod", "appos", "prep", "pobj", "agent", "nummod", "quantmod", "npadvmod"})
OWNING = frozenset({"of", "in", "from", "by", "throughout", "across", "at", "near", "between", "within", "outside", "inside", "around", "among"})
DEPTH = 5


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: its parties, and the mentions that name them."""

    parties: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parties)

    def joined(self, other: Side) -> Side:
        """Both together, each party once, in order."""
        return Side(tuple(dict.fromkeys((*self.parties, *other.parties))), (*self.mentions, *other.mentions))


def side_of(analysis: Analysis, parse: Parse, *tokens: Any) -> Side:
    """The parties that these noun heads stand for."""
    side = Side()
    for token in tokens:
        side = side.joined(_named(analysis, parse, token))
    return side


def _named(analysis: Analysis, parse: Parse, token: Any) -> Side:
    """The nearest named party in the noun's phrase, breadth first; coordinated names under it count together."""
    level = [token]
    for depth in range(DEPTH):
        found = Side()
        for item in level:
            mention = mention_of(analysis, parse, item)
            if mention is not None and mention.parties:
                found = found.joined(Side(mention.parties, (mention,)))
        if found:
            return found
        level = [child for item in level for child in _namers(item, depth)]
    return Side()


def _namers(token: Any, depth: int) -> list[Any]:
    if token.dep_ in {"prep", "agent"} and token.pos_ == "ADP":
        return syntax.prepositional_objects(token) if token.lower_ in OWNING else []
    children = [child for child in token.children if child.dep_ in NAMING]
    conjoined = [item for child in children if child.dep_ not in {"prep", "agent"} for item in syntax.conjuncts(child)[1:]]
    return sorted([*children, *conjoined], key=lambda item: (item.dep_ in {"prep", "agent"}, item.i))
