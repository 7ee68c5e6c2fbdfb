"""Speakers: whose words they are, as short spans of the sentence."""

from __future__ import annotations

from typing import Any

from memcon.reading.parsing import Parse
from memcon.reading.statements.drafts import CueWord, Stretch
from memcon.reading.syntax import agents, is_passive, possessors, subjects, under

# What stays with a speaker's noun on its right: "officials *from both countries*", "diplomats *briefed on the talks*".
_RIGHT = frozenset({"prep", "acl", "nummod", "compound", "amod", "nmod", "case", "advmod"})


def speaker_tokens(cue: CueWord) -> list[Any]:
    """Heads of the phrases that name who speaks."""
    if cue.token.pos_ == "NOUN":
        return _holders(cue.token)
    if is_passive(cue.token):
        return agents(cue.token)
    return [
        head
        for head in subjects(cue.token)
        if (head.dep_ != "expl" and head.lower_ not in {"it", "there"}) or head.lower_ == "it"
    ]


def _holders(noun: Any) -> list[Any]:
    found = possessors(noun) or under(noun, "by", "from")
    if found:
        return found
    return subjects(noun.head) if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and not is_passive(noun.head) else []


def phrase(parse: Parse, head: Any) -> Stretch:
    """The noun phrase of `head`: its name where an apposition names it, without clauses and what follows a comma."""
    named = _named_apposition(head)
    head = named or head
    first = min(
        (
            int(child.left_edge.i)
            for child in head.lefts
            if child.dep_ not in {"punct", "cc", "preconj"} and not _walled(child, head)
        ),
        default=int(head.i),
    )
    last = int(head.i)
    for child in head.rights:
        if child.i > last + 1 or child.dep_ not in _RIGHT or child.tag_ == "TO":
            break
        last = _before_comma(child, last)
    return parse.begins(parse.doc[first]), parse.ends(parse.doc[last])


def _walled(child: Any, head: Any) -> bool:
    """Whether a comma or dash stands between a left child and the noun."""
    return child.dep_ in {"relcl", "advcl", "appos", "dep"}


def _before_comma(child: Any, last: int) -> int:
    for token in child.subtree:
        if (token.text in {",", ";", ":", "(", "—", "–", "-", "“", "”"} and token.text != "-") or token.dep_ == "relcl":
            return last
        last = max(last, int(token.i))
    return last


def _named_apposition(head: Any) -> Any | None:
    """ "the foreign minister, *Ann Lee*" : the name, where the noun itself is none."""
    if head.pos_ == "PROPN":
        return None
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return child
    return None
