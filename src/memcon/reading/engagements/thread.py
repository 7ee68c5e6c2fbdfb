"""The day that a narrative is at: "On Sunday he was in Berlin. *Then he sat down* with Olaf Scholz."

What is told in the simple past without a date of its own, in a paragraph that has named a day or a month, was then. The date
is that of the last time expression before it, where that tells when something happened; it is no more than inferred, and so
its precision is unknown and its anchor is the date it was taken from."""

from __future__ import annotations

from typing import Any

from memcon.reading import syntax
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.attributes import ATTRIBUTIVE, when_of
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import carrier_of, chain_above
from memcon.record import Time, When

BOUNDS = frozenset({"since", "before", "until", "till", "after", "by", "from", "between", "for", "than"})
PAST = frozenset({"VBD", "VBN"})


def threaded(analysis: Analysis, draft: Draft, words: Words) -> tuple[When, Time] | None:
    """The date that the narrative before the draft gives it, with the words for it; None where the text has moved on."""
    if not is_narrative(analysis, draft, words):
        return None
    time = _last_before(analysis, draft)
    if time is None:
        return None
    when = when_of(time)
    if when.precision not in {"day", "month", "season"}:
        return None
    precision = "unknown" if when.precision == "day" else when.precision
    return when.model_copy(update={"precision": precision, "text": None, "anchor": time.value[:10]}), time


def is_narrative(analysis: Analysis, draft: Draft, words: Words) -> bool:
    """Whether the draft is told in the simple past and for itself, not in passing ("X, who met Y in Sochi")."""
    status, verb = draft.status, _verb_of(draft)
    if verb is None or status.value != "held" or status.behind or status.weak or status.present or draft.background:
        return False
    if analysis.quotation_at(draft.start) is not None or verb.tag_ not in PAST:
        return False
    helpers = {child.lower_ for child in syntax.auxiliaries(verb)}
    if helpers & {"has", "have", "had"} or not words.background.isdisjoint(child.lower_ for child in verb.children):
        return False
    return not any(child.tag_ == "WP" and child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _verb_of(draft: Draft) -> Any | None:
    """The verb that tells of it: its own word, or the one that carries the noun."""
    if draft.found.entry.pos == "verb":
        return draft.found.token
    top = (chain_above(draft.found.token) or [draft.found.token])[-1]
    if top.dep_ == "pobj" and top.head.lower_ in {"after", "before", "of", "about", "on", "from", "to"}:
        return None
    return carrier_of(draft.found.token)


def _last_before(analysis: Analysis, draft: Draft) -> Time | None:
    """The last date before the draft in its paragraph that moves the narrative; None where it is too vague to say when."""
    block = draft.found.parse.sentence.block
    start = next(sentence.start for sentence in analysis.sentences if sentence.block == block)
    times = [time for time in analysis.times_in(start, draft.start) if time.type in {"DATE", "TIME"}]
    moved = next((time for time in reversed(times) if _moves(analysis, time)), None)
    published = analysis.document.published.date
    if moved is None or moved.earliest is None or (published is not None and moved.earliest > published):
        return None
    return moved


def _moves(analysis: Analysis, time: Time) -> bool:
    """Whether the date says when something told took place: no bound, no speech's day, no attribute, nothing in passing."""
    parse = analysis.parse_at(time.start)
    token = parse.head_of(time.start, time.end) if parse is not None else None
    first = parse.token_at(time.start) if parse is not None else None
    if parse is None or token is None or first is None or analysis.quotation_at(time.start) is not None:
        return False
    if token.dep_ in ATTRIBUTIVE or (first.i > 0 and parse.doc[first.i - 1].lower_ in BOUNDS):
        return False
    verb = next((item for item in syntax.governors(token) if item.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.tag_ not in PAST or verb.dep_ in {"acl", "advcl", "xcomp"}:
        return False
    if verb.dep_ == "relcl" and any(child.tag_ in {"WP", "WDT"} for child in verb.children):
        return False
    if any(child.lower_ in {"had", "has", "have"} for child in syntax.auxiliaries(verb)):
        return False
    reporting = analysis.lexicon.table("governors")["reporting"]
    return not any(form in reporting for form in syntax.forms(verb))
