"""Why an engagement was put off, called off or refused: "postponed *over a balloon*", "cancelled, citing *a conflict*".

What hangs on the word of change comes first, then what says why wherever it stands. "After" and "following" give a reason
only where nothing surer does. The span holds the reason without the word that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading import syntax
from memcon.reading.predicates import FoundPredicate
from memcon.reading.status import Status

CHANGED = frozenset({"postponed", "cancelled", "declined"})
SURE = frozenset({"over", "because", "due", "amid", "owing", "citing", "as", "given"})
FREE = frozenset({"because", "due", "amid", "owing", "citing"})  # these say why wherever they stand
LATER = frozenset({"following", "after"})
# "in protest at X", "for health reasons": nouns that make a reason of what these prepositions lead to
IN = frozenset({"protest", "response", "retaliation", "reaction", "solidarity", "view", "light", "wake", "anger"})
FOR = frozenset({"reason", "reasons"})
LINKS = frozenset({"of", "to"})  # "because *of*", "due *to*"


def reason_of(found: FoundPredicate, status: Status) -> tuple[int, int] | None:
    """The span of the reason of a change, None where the sentence gives none."""
    if status.cue is None or status.value not in CHANGED:
        return None
    for token, marks in _candidates(found, status.cue):
        stretch = _under(token, marks)
        if stretch is not None:
            return found.parse.begins(stretch[0]), found.parse.ends(stretch[1])
    return None


def _candidates(found: FoundPredicate, cue: Any) -> Iterator[tuple[Any, frozenset[str]]]:
    hanging = [*cue.children, *(child for child in found.token.children if child.lower_ in {"in", "for"})]
    yield from ((child, SURE) for child in hanging)
    yield from ((token, FREE) for token in found.parse.doc if token.lower_ in FREE)
    yield from ((child, frozenset({"in", "for"})) for child in hanging)
    yield from ((child, LATER) for child in hanging if child.i > cue.i)


def _under(token: Any, marks: frozenset[str]) -> tuple[Any, Any] | None:
    """First and last word under a preposition or in a clause that gives a reason."""
    if token.dep_ == "advcl" and token.lower_ not in marks:
        mark = next((child for child in token.children if child.dep_ == "mark" and child.lower_ in marks), None)
        return (token.doc[mark.i + 1], _end(token)) if mark is not None and mark.i + 1 < len(token.doc) else None
    if token.lower_ not in marks:
        return None
    if token.lower_ == "citing":
        return next(((_start(item), _end(item)) for item in token.children if item.dep_ in {"dobj", "pobj"}), None)
    if token.dep_ == "mark":
        return token.doc[token.i + 1], _end(token.head)
    if token.dep_ not in {"prep", "pcomp", "acomp", "amod", "advmod", "advcl"}:
        return None
    return _phrase(token)


def _phrase(preposition: Any) -> tuple[Any, Any] | None:
    """What stands under the preposition, a second one between passed over ("because *of* X", "in the wake *of* X")."""
    links = [child for child in preposition.children if child.pos_ == "ADP" and child.lower_ in LINKS]
    below = [item for holder in (*links, preposition) for item in holder.children if item.dep_ in {"pobj", "pcomp"}]
    items = [item for item in below if item.pos_ != "ADP"]
    if not items or (preposition.lower_ == "due" and not links):
        return None  # "due on Monday"
    item = items[0]
    if preposition.lower_ == "in" and item.lower_ not in IN:
        return None
    if preposition.lower_ == "for" and item.lower_ not in FOR:
        return None
    if item.lower_ in {"wake", "view", "light"}:
        inner = syntax.under(item, "of")
        item = inner[0] if inner else item
    behind = item.nbor(1) if preposition.lower_ == "in" and item.i + 1 < len(item.doc) else None
    if behind is not None and behind.lower_ in {"at", "against", "over", "to"}:  # the model may hang it on another word
        return _start(item), _end(behind)
    return _start(item), _end(item)


def _start(token: Any) -> Any:
    return token.doc[token.left_edge.i]


def _end(token: Any) -> Any:
    """The last word below the token, without a comma or the speaker behind it ("…, officials said")."""
    last = token.doc[token.right_edge.i]
    while last.is_punct and last.i > token.i and last.text not in {"”", '"', "’", ")", "»"}:
        last = last.nbor(-1)
    return last
