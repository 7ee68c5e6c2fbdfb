"""Clauses that tell of a noun of contact: "the visit that Wang Yi *paid* to Ankara", "a call *Macron made* to Putin"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading import syntax

# Tags of the words that open a relative clause, as the model has them.
RELATIVES = frozenset({"WDT", "WP", "WP$", "IN", "EX"})


def telling_clause(lexicon: Lexicon, noun: Any) -> Any | None:
    """The verb of a clause that has a noun of contact as its object: "the visit that Wang Yi *paid* to Ankara"."""
    words = lexicon.table("engagements")
    verbs = {*words.get("support", ()), *words.get("relating", ())}
    for child in _clauses_on(noun):
        if _has_another_object(child):
            continue
        if any(item.dep_ == "nsubj" and item.tag_ not in RELATIVES for item in child.children) or _named_before(child):
            verb = next((item for item in (child, *_infinitives(child)) if item.lemma_.lower() in verbs), None)
            if verb is not None:
                return verb
    return None


def _has_another_object(clause: Any) -> bool:
    """ "the summit *in which* X launched *an era*": the noun is where or when, and not what is told of."""
    within = any(item.tag_ == "WDT" for child in clause.children if child.dep_ == "prep" for item in child.children)
    return within or any(child.dep_ == "dobj" and child.pos_ == "NOUN" for child in clause.children)


def _clauses_on(noun: Any) -> Iterator[Any]:
    """Clauses on the noun, and those that the model hangs on its place: "a visit to *Oslo* which she was considering"."""
    for child in noun.children:
        if child.dep_ in {"relcl", "acl"} and child.i > noun.i and child.pos_ in ("VERB", "AUX"):
            yield child
        for item in syntax.prepositional_objects(child) if child.dep_ == "prep" and child.i > noun.i else ():
            clauses = (clause for clause in item.children if clause.dep_ == "relcl" and item.pos_ == "PROPN")
            yield from (c for c in clauses if any(w.tag_ == "WDT" and w.dep_ == "dobj" for w in c.children))


def _named_before(clause: Any) -> Any | None:
    """ "the call *Macron* made to X": who acts, whom the model takes for an apposition to the noun."""
    if clause.dep_ != "acl" or clause.tag_ != "VBD":
        return None
    return next((child for child in clause.head.children if child.dep_ == "appos" and child.i == clause.i - 1), None)


def _infinitives(verb: Any) -> Iterator[Any]:
    """The infinitives under a verb: "that he *was* to have *hosted*"."""
    for child in verb.children:
        if child.dep_ == "xcomp":
            yield child
            yield from _infinitives(child)


def people_in(verb: Any) -> Iterator[tuple[str, Any]]:
    """Who acts in the clause on a noun, and for whom: "the talks that *Xi* granted *Abe*"."""
    named = _named_before(verb)
    subjects = syntax.subjects(verb) if named is None else [named]
    yield from (("giver", item) for item in subjects if item.tag_ not in RELATIVES)
    items = [item for child in verb.children if child.dep_ in {"dobj", "dative"} for item in syntax.conjuncts(child)]
    yield from (("taker", item) for item in items if item.tag_ not in RELATIVES and item.pos_ in {"PROPN", "NOUN", "PRON"})
