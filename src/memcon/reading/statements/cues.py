"""Cues: words of the lexicon that attribute, found in the parses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.lexicon import Lexicon, Predicate
from memcon.reading import syntax
from memcon.reading.parsing import Parse
from memcon.reading.statements.drafts import CueWord

NEAR = 12  # tokens between a cue's head and its helper: "lodged, through its ambassador in Paris, a protest"
_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun"}


def find_cues(parse: Parse, lexicon: Lexicon) -> Iterator[tuple[CueWord, ...]]:
    """For each word that can be a cue, its readings, those of most words first."""
    for token in parse.doc:
        pos = _POS.get(token.pos_)
        if pos is None:
            continue
        readings = tuple(
            CueWord(parse, token, helpers, predicate.lemma, signal)
            for form in dict.fromkeys(syntax.forms(token))
            for predicate in lexicon.predicates_headed(form, pos)
            if (signal := predicate.speech) is not None and (helpers := _helpers(token, predicate)) is not None
        )
        if readings:
            yield readings


def _helpers(token: Any, predicate: Predicate) -> tuple[Any, ...] | None:
    """The tokens of the predicate's other words near its head, or None where one is missing."""
    if len(predicate.words) == 1:
        return ()
    place = predicate.words.index(predicate.head)
    wanted = [word for number, word in enumerate(predicate.words) if number != place]
    found: list[Any] = []
    for word in wanted:
        helper = next((item for host in (token, *found) for item in _around(host) if _is(item, word, token)), None)
        if helper is None:
            return None
        found.append(helper)
    return tuple(found)


def _around(host: Any) -> Iterator[Any]:
    """The host's children, and a preposition that the parser read as the mark of its clause ("called *for* X to go")."""
    for child in host.children:
        yield child
        yield from (item for item in child.children if item.dep_ == "mark" and item.i == host.i + 1)


def _is(token: Any, word: str, head: Any) -> bool:
    return word in (token.lemma_.lower(), token.lower_) and abs(int(token.i) - int(head.i)) <= NEAR
