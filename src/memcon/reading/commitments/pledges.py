"""Pledges without a verb of promising: "X will send Y", in X's own name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, side_of, speakers_of
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.record import Statement

SPEAKING = frozenset({"state", "metonym", "body", "organisation", "pronoun", "name", "title"})


def pledged(
    analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], statements: tuple[Statement, ...]
) -> Iterator[tuple[Clause, Side, Any]]:
    """(clause, who pledges, the verb that says what will be done) for each future that a party tells of itself."""
    table = analysis.lexicon.table("commitments")
    for clause in clauses:
        deed = _deed(clause.token, table["before_deed"])
        if clause.mood != "planned" or clause.governor is not None or not _in_future(clause.token):
            continue
        if deed.lemma_.lower() in table["no_pledge"] or syntax.is_passive(deed):
            continue
        who = speakers_of(clause.token, parse.begins(clause.token), statements) or _itself(analysis, parse, clause)
        if who:
            yield clause, who, deed


def _itself(analysis: Analysis, parse: Parse, clause: Clause) -> Side:
    """The party that the clause tells of, where it is the party's own word."""
    subjects = syntax.subjects(clause.token)
    who = side_of(analysis, parse, *subjects)
    named = any(in_its_own_name(analysis, parse, item) for item in subjects)
    return who if who and named and _own_word(analysis, parse, clause, who) else Side()


def _in_future(verb: Any) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in {"will", "shall", "would", "'ll", "’ll"} for child in verb.children)


def _deed(verb: Any, before: list[str]) -> Any:
    """ "will *continue* to send": the deed is to send."""
    while verb.lemma_.lower() in before:
        below = [child for child in verb.children if child.dep_ == "xcomp"]
        if not below:
            break
        verb = below[0]
    return verb


def in_its_own_name(analysis: Analysis, parse: Parse, subject: Any) -> bool:
    """Whether the subject is a state, a body or somebody who speaks for one, not "Chinese tourists"."""
    mention = analysis.mention_at(parse.begins(subject))
    if mention is None or mention.kind not in SPEAKING:
        return False
    return any(actor.kind not in {"group", "unknown"} for actor in mention.actors)


def _own_word(analysis: Analysis, parse: Parse, clause: Clause, who: Side) -> bool:
    """Whether it is the party itself that says so, or the text without saying who does."""
    if clause.reporter is None:
        return True
    speakers = side_of(analysis, parse, *syntax.subjects(clause.reporter))
    return not speakers or bool(set(speakers.parties) & set(who.parties))
