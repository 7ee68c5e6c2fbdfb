"""The delegation, told of again without its party: "Egypt's delegation arrived …. *The delegation* met the minister"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis

NOUN = "delegation"


def delegations_again(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of "the delegation" alone, in a text that tells of the delegation of one party only, and told of it before."""
    told = [m for m in mentions if m.kind == "group" and analysis.shadow[m.head_start : m.head_end].lower() == NOUN and m.actor]
    if not told or len({party for mention in told for party in mention.parties}) != 1:
        return
    first, taken = told[0], {place for mention in mentions for place in range(mention.start, mention.end)}
    for parse in analysis.parsed:
        for token in parse.doc:
            start, end = parse.begins(token), parse.ends(token)
            if token.lower_ == NOUN and start > first.end and start not in taken and _is_bare(token):
                owns = token.dep_ == "poss"
                yield Mention(start, end, start, end, "group", first.actors, "reference.delegation", possessive=owns)


def _is_bare(noun: Any) -> bool:
    """ "*the delegation*"; not "the other delegation", "the delegation of Sudan", "a delegation"."""
    left = [child.lower_ for child in noun.lefts]
    return left == ["the"] and not any(child.lower_ in {"of", "from"} for child in noun.rights)
