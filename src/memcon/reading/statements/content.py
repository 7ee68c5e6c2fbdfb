"""Content: where the words stand that a cue attributes."""

from __future__ import annotations

from typing import Any

from memcon.reading.statements.drafts import CueWord, Stretch
from memcon.reading.syntax import OBJECTS

_CLAUSES = frozenset({"ccomp"})
_QUESTION_WORDS = frozenset({"whether", "if", "that", "how", "why", "what", "who", "when", "where"})


def content_tokens(cue: CueWord, *, right_only: bool) -> list[Any]:
    """Heads of what fills the cue's content places; only those after the cue where `right_only`."""
    hosts = (cue.token, *cue.helpers)
    filled: list[Any] = []
    for place in cue.signal.content:
        if place == "object" and _object_hears(cue, filled):
            continue
        filled.extend(item for host in hosts for item in _at(host, place) if item not in hosts)
    return [item for item in filled if not right_only or item.i > cue.token.i]


def _object_hears(cue: CueWord, filled: list[Any]) -> bool:
    """In "warned Iran against", the object hears the words; in "warned of" nothing else is there to be the content."""
    return "object" in cue.signal.addressee and bool(filled)


def _at(host: Any, place: str) -> list[Any]:
    if place == "clause":
        return [child for child in host.children if _is_clause(child, host)]
    if place == "infinitive":
        return [child for child in host.children if _is_infinitive(child, host)]
    if place == "object":
        found = [child for child in host.children if child.dep_ in OBJECTS or child.dep_ == "nsubjpass"]
        return found
    return _under(host, place)


def _is_clause(child: Any, host: Any) -> bool:
    if child.dep_ == "ccomp":
        return True
    if child.dep_ in {"acl", "relcl", "advcl", "conj"} and child.i > host.i:
        return any(item.dep_ == "mark" and item.lower_ in {"that", "whether"} for item in child.children)
    return child.dep_ == "xcomp" and child.tag_ != "VB" and child.i > host.i and host.lemma_ not in {"want"}


def _is_infinitive(child: Any, host: Any) -> bool:
    if child.i < host.i or child.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
        return False
    return child.dep_ == "xcomp" or any(item.tag_ == "TO" and item.dep_ == "aux" for item in child.children)


def _under(host: Any, place: str) -> list[Any]:
    found = []
    for child in host.children:
        if child.dep_ in {"prep", "dative", "agent", "prt"} and child.lower_ == place:
            found.extend(item for item in child.children if item.dep_ in {"pobj", "pcomp"})
        elif child.dep_ in {"ccomp", "advcl", "xcomp"} and any(
            i.dep_ == "mark" and i.lower_ == place for i in child.children
        ):
            found.append(child)
    return found


def hull(cue: CueWord, heads: list[Any]) -> list[Stretch]:
    """The stretches that these heads' phrases cover, one on each side of the cue."""
    parse = cue.parse
    before = [head for head in heads if head.right_edge.i < cue.token.i]
    after = [head for head in heads if head.i > cue.token.i]
    stretches = []
    for side in (before, after):
        if side:
            first = min(int(head.left_edge.i) for head in side)
            last = max(int(head.right_edge.i) for head in side)
            if side is after:
                first = max(first, int(cue.token.i) + 1)
            stretches.append((parse.begins(parse.doc[first]), parse.ends(parse.doc[last])))
    return stretches
