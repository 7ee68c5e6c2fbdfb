"""Whose words a joint declaration is: "We, the foreign ministers of X and Y, having met in Z" says who "we" are, to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.reading.actors import Actor, Mention
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse

# "We, the ministers of X and Y, meeting …": the names end where the sentence goes on in lower case.
WE = re.compile(r"(?:^|\n|“)(?P<we>We), (?P<who>the [^\n.]{3,400}?), (?=(?:[a-z]|have|held|met))")
FIRST_PERSONS = frozenset({"we", "us", "our", "ourselves"})


def first_persons(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of the issuers by "we" and "our", outside quotation marks; none where the text does not say who they are."""
    opening = WE.search(analysis.shadow)
    if opening is None:
        return
    issuers = issuers_in(mentions, opening.start("who"), opening.end("who"))
    if not issuers:
        return
    for parse in analysis.parsed:
        yield from _in_sentence(analysis, parse, issuers)


def issuers_in(mentions: Sequence[Mention], start: int, end: int) -> tuple[Actor, ...]:
    """The actors named in a stretch who are of a party, each once."""
    named = [mention for mention in mentions if start <= mention.start < end and mention.of is None and mention.kind != "place"]
    return tuple(dict.fromkeys(actor for mention in named for actor in mention.actors if actor.country))


def _in_sentence(analysis: Analysis, parse: Parse, issuers: tuple[Actor, ...]) -> Iterator[Mention]:
    for token in parse.doc:
        start, end = parse.begins(token), parse.ends(token)
        if token.lower_ in FIRST_PERSONS and token.tag_ in {"PRP", "PRP$"} and analysis.quotation_at(start) is None:
            yield Mention(start, end, start, end, "pronoun", issuers, "reference.we", possessive=token.tag_ == "PRP$")
