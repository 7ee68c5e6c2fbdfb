"""Invitations told in passing: "is in Delhi *at the invitation of* Murmu", "X, *at whose invitation* she came"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Side
from memcon.reading.analysis import Analysis
from memcon.reading.commitments.drafts import Draft
from memcon.reading.commitments.making import made
from memcon.reading.parsing import Parse
from memcon.reading.predicates import mention_of
from memcon.record import Engagement

AT = frozenset({"at", "on", "upon"})
CLAUSE = frozenset({"relcl", "acl"})


def occasions(analysis: Analysis, parse: Parse, engagements: tuple[Engagement, ...]) -> Iterator[Draft]:
    """The invitations at which the sentence says that somebody came, between two parties."""
    for noun in parse.doc:
        if noun.lower_ != "invitation" or noun.dep_ not in {"pobj", "pcomp"} or noun.head.lower_ not in AT:
            continue
        by = _side(analysis, parse, _hosts(noun))
        to = _guests(analysis, parse, noun, by, engagements)
        if len(by.parties) != 1 or len(to.parties) != 1 or by.parties == to.parties:
            continue
        words = (parse.begins(noun.head), parse.ends(noun.doc[noun.right_edge.i]))
        yield made(analysis, parse, "invitation", by, to, words, words, "occasion")


def _hosts(noun: Any) -> list[Any]:
    """Who invites: under "of" or "from", or whose it is."""
    owners = [noun_over(noun) if item.lower_ == "whose" else item for item in syntax.possessors(noun)]
    return [item for item in (*owners, *syntax.under(noun, "of", "from")) if item is not None]


def noun_over(noun: Any) -> Any | None:
    """The noun that a relative clause about this one hangs on."""
    clause = next((item for item in syntax.governors(noun) if item.dep_ in CLAUSE), None)
    return clause.head if clause is not None else None


def _guests(analysis: Analysis, parse: Parse, noun: Any, by: Side, engagements: tuple[Engagement, ...]) -> Side:
    """Who comes: the subject of the verb, else the one other party of the engagement that the sentence tells."""
    verb = next((item for item in syntax.governors(noun) if item.pos_ in {"VERB", "AUX"}), None)
    own = _side(analysis, parse, syntax.subjects(verb)) if verb is not None else Side()
    if own:
        return own
    here = [e for e in engagements if any(parse.start <= item.start < parse.end for item in e.evidence)]
    others = {party for engagement in here for party in engagement.parties} - set(by.parties)
    return Side(tuple(others)) if len(others) == 1 else Side()


def _side(analysis: Analysis, parse: Parse, items: list[Any]) -> Side:
    mentions = [mention for item in items if (mention := mention_of(analysis, parse, item)) is not None]
    parties = tuple(dict.fromkeys(party for mention in mentions for party in mention.parties))
    return Side(parties, tuple((mention.start, mention.end) for mention in mentions if mention.parties))
