"""Pledges without a verb of promising: "X will send Y", in X's own name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.reading import syntax
from memcon.reading.acts import Clause, Side, is_own, side_of, speakers_of
from memcon.reading.acts.matching import object_fits
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.predicates import predicates_of
from memcon.record import Statement

HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "ACCUSE", "REJECT"})
SPEAKING = frozenset({"state", "metonym", "body", "organisation", "pronoun", "name", "title"})


def pledged(
    analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], statements: tuple[Statement, ...]
) -> Iterator[tuple[Clause, Side, Any]]:
    """(clause, who pledges, the verb that says what will be done) for each future that a party tells of itself."""
    table = analysis.lexicon.table("commitments")
    for clause in clauses:
        deed = _deed(clause.token, table["before_deed"])
        if clause.mood != "planned" or not _in_future(clause) or is_no_pledge(analysis, parse, deed):
            continue
        who = speakers_of(analysis, clause.token, parse.begins(clause.token), statements) or itself(analysis, parse, clause)
        if who:
            yield clause, who, deed


def is_no_pledge(analysis: Analysis, parse: Parse, deed: Any) -> bool:
    """Whether what is to be done promises nobody anything: being, contact and speech, what is hostile."""
    table = analysis.lexicon.table("commitments")
    if _promises_nothing(table, deed):
        return True
    return deed.lemma_.lower() not in table["pledge_with"] and _is_hostile(analysis, parse, deed)


def itself(analysis: Analysis, parse: Parse, clause: Clause) -> Side:
    """The party that the clause tells of, where it is the party's own word."""
    subjects = syntax.subjects(clause.token)
    who = side_of(analysis, parse, *subjects)
    if subjects and all(is_own(item) for item in subjects):
        return who or (side_of(analysis, parse, *syntax.subjects(clause.reporter)) if clause.reporter is not None else Side())
    named = any(in_its_own_name(analysis, parse, item) for item in subjects)
    return who if who and named and _own_word(analysis, parse, clause, who) else Side()


def _in_future(clause: Clause) -> bool:
    """ "will send", "are to send"; "would send" only where somebody's words are reported."""
    if clause.governor is not None:
        intended = clause.governor.lemma_ == "intend" and not any(c.lower_ in {"had", "once"} for c in clause.governor.children)
        return intended or bool(clause.governor.lemma_ == "be" and clause.governor.tag_ in {"VBP", "VBZ"})
    words = {child.lower_ for child in clause.token.children if child.dep_ == "aux"}
    return bool(words & {"will", "shall", "'ll", "’ll"}) or ("would" in words and clause.reporter is not None)


def _promises_nothing(table: dict[str, Any], deed: Any) -> bool:
    """Whether the verb promises nothing: being, contact and speech; others only with something that is given or done."""
    lemma = deed.lemma_.lower()
    heads = syntax.direct_objects(deed)
    objects = {item.lemma_.lower() for item in heads}
    if lemma in table["guarding"] and any(child.tag_ == "PRP$" for item in heads for child in item.children):
        return True  # "will defend *its* sovereignty"
    if lemma in table["pledge_with"]:
        return objects.isdisjoint(table["pledge_with"][lemma])
    if lemma in table["pledge_with_object"]:
        return not objects or bool(objects & set(table["idle_objects"]))
    return lemma in table["no_pledge"] or syntax.is_passive(deed)


def _is_hostile(analysis: Analysis, parse: Parse, deed: Any) -> bool:
    """ "will expel two diplomats" promises nobody anything: a threat, an accusation, a refusal."""
    found = (item for item in predicates_of(analysis, parse) if item.token.i == deed.i and item.entry.event is not None)
    every = [item for item in found if item.entry.event is not None]
    fitting = [item for item in every if object_fits(analysis.lexicon, item, "event")]
    return bool(every) and all(item.entry.event.type in HOSTILE for item in fitting or every if item.entry.event is not None)


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
    if mention is not None and mention.kind == "group" and len(mention.parties) > 1:  # "the two governments"
        return True
    if mention is None or mention.kind not in SPEAKING:
        return False
    return any(actor.kind not in {"group", "unknown"} for actor in mention.actors)


def _own_word(analysis: Analysis, parse: Parse, clause: Clause, who: Side) -> bool:
    """Whether it is the party itself that says so, or the text without saying who does."""
    if clause.reporter is None:
        return True
    speakers = side_of(analysis, parse, *syntax.subjects(clause.reporter))
    return not speakers or bool(set(speakers.parties) & set(who.parties))
