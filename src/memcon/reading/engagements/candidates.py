"""From predicates to drafts: which words say that somebody was in contact with whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from memcon.reading import syntax
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.contacts import contacts
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.nouns import clause_on, is_channel, verb_before
from memcon.reading.engagements.trips import trips
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import FoundPredicate, carrier_of
from memcon.reading.status import Status, status_of

ASKED = frozenset({"when", "where", "whether", "how", "why"})


def drafts_of(analysis: Analysis, found: FoundPredicate, words: Words) -> Iterator[Draft]:
    """The drafts of one predicate: none, one, or one for each counterpart or stop."""
    signal = found.entry.engagement
    if signal is None or _is_part_of_a_name(analysis, found):
        return
    told = carrier_of(found.token) if is_channel(found) or "signing" in signal.needs else None
    told = verb_before(found) or told
    status = _told_in_a_clause(analysis, found, status_of(analysis.lexicon, found.token if told is None else told))
    if _is_asked(found.token) or _is_supposed(found.token):
        status = replace(status, conditional=True)
    if signal.status != "held" and status.value == "held" and found.entry.pos == "verb":
        status = replace(status, value=signal.status)
    build = trips if signal.kind == "visit" else contacts
    yield from build(analysis, found, signal, status, words)


def _told_in_a_clause(analysis: Analysis, found: FoundPredicate, status: Status) -> Status:
    """ "The visit that he *will pay* in July annoys X": the clause on the noun says when, where nothing over it does."""
    clause = clause_on(found)
    if clause is None or status.value != "held" or status.negated:
        return status
    own = status_of(analysis.lexicon, clause)
    return own if own.value != "held" or own.negated else replace(status, told=True)


def _is_asked(verb: Any) -> bool:
    """ "did not say *when* they would meet", "neither said *where*": what nobody tells."""
    if verb.dep_ not in {"ccomp", "advcl"} or not any(child.lower_ in ASKED for child in verb.children):
        return False
    nobody = any(item.lower_ in {"neither", "none", "nobody"} for item in syntax.subjects(verb.head))
    return nobody or syntax.is_negated(verb.head) or verb.head.lemma_ == "ask"


def _is_supposed(verb: Any) -> bool:
    """ "no purpose *would* be served by her *going* to Islamabad": what is only thought of."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"pcomp", "acl", "pobj", "csubj"}:
        return False
    over = next((item for item in syntax.governors(verb) if item.pos_ == "VERB"), None)
    return over is not None and syntax.modal_of(over) in {"would", "could", "might"}


def _is_part_of_a_name(analysis: Analysis, found: FoundPredicate) -> bool:
    """ "the *visiting* minister", "the *Summit* Implementation Group": the word belongs to who, not to what."""
    mention = analysis.mention_at(found.start)
    if found.token.lemma_ == "mission" and len(found.words) > 1:
        return False  # "a Turkish trade mission to Libya": those who go, and that they go
    described = found.token.dep_ == "amod" and not (found.at("subject") and found.at("object"))
    if described or (mention is not None and mention.kind in {"name", "title", "group", "body"}):
        return True
    return found.token.lower_ == "visiting" and found.token.i > 0 and found.token.nbor(-1).tag_ in {"IN", "DT", "CC"}
