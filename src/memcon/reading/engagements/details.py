"""A draft with all that its own sentence says of it: when, how long, where, how it was called, why it was put off."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from memcon.reading import syntax
from memcon.reading.analysis import Analysis
from memcon.reading.engagements import attributes, places
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.history import coming, history_of, past_weekday, settled
from memcon.reading.engagements.reasons import reason_of
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import carrier_of, chain_above
from memcon.record import Evidence, Time, When

FAR = 21  # days before publication after which what was held is background
BEHIND = re.compile(r"\s*[,)]*\s*(?:(?:on|in|late|early)\s+)?(?:late\s+|early\s+)?")
NEAR = 3.0  # steps in the tree within which a date belongs to "the meeting"


def with_details(analysis: Analysis, draft: Draft, drafts: Iterable[Draft], words: Words) -> Draft:
    """The draft with its attributes and the evidence for them. `drafts` are all of the document: dates are shared out."""
    draft = _with_history(analysis, draft, words)
    draft = _with_when(analysis, draft, words, drafts)
    for step in (_with_duration, _with_description, _with_reason, _with_place):
        draft = step(analysis, draft, words)
    return replace(draft, background=_is_background(analysis, draft, words))


def _proved(draft: Draft, *evidence: Evidence) -> tuple[Evidence, ...]:
    return (*draft.evidence, *evidence)


def _with_history(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    changes, times = history_of(analysis, draft, words)
    shown = [analysis.evidence(time.start, time.end, "history") for time in times]
    return replace(draft, history=changes, evidence=_proved(draft, *shown))


def _with_when(analysis: Analysis, draft: Draft, words: Words, drafts: Iterable[Draft]) -> Draft:
    """The draft with its date, and with the status that the date makes of it ("meets X on Friday" is a plan on a Monday)."""
    time = _time_of(analysis, draft, words, drafts)
    when = attributes.when_of(time) if time is not None else None
    if when is None and draft.history:
        when = draft.history[0].when
    published = analysis.document.published.date
    when = past_weekday(when, draft.status.value, draft.status.present, published)
    past = draft.found.entry.pos == "verb" and draft.found.token.tag_ in {"VBD", "VBN"}
    value = draft.status.value
    if not (past and value == "held"):
        value = settled(value, when, published, draft.status.present, draft.status.weak)
    shown = () if time is None else (analysis.evidence(time.start, time.end, "when"),)
    ends = value == "held" and closes(draft, words)
    when = coming(when, value, published)
    return replace(
        draft,
        when=None if ends and draft.kind == "visit" else when,
        until=when if ends else None,
        status=replace(draft.status, value=value),
        evidence=_proved(draft, *shown),
    )


def _time_of(analysis: Analysis, draft: Draft, words: Words, drafts: Iterable[Draft]) -> Time | None:
    """The day that a list gives it, else the date that goes with its word; not one that dates an earlier status."""
    token, parse = draft.found.token, draft.found.parse
    others = [d.found.token for d in drafts if d.sentence == draft.sentence and d.found.token.i != token.i]
    reach = NEAR if draft.back and not draft.sides else attributes.TOO_FAR
    heads = [token, *attributes.own_clauses(token, words), *attributes.told_with(token)]
    time = draft.dated or attributes.time_near(analysis, parse, heads, others, words, reach)
    if time is None and closes(draft, words):
        time = attributes.time_near(analysis, parse, _returns(draft), others, words, reach)
    time = time or _behind_sides(analysis, draft)
    time = time or _of_the_last(analysis, draft, drafts)
    if time is not None and any(item.start == time.start for item in draft.evidence):
        return None
    return time


def _of_the_last(analysis: Analysis, draft: Draft, drafts: Iterable[Draft]) -> Time | None:
    """ "will meet X and (will) be received by Y *on 28 April*": the one date at the end of a row of verbs is that of all."""
    verb = draft.found.token if draft.found.entry.pos == "verb" else carrier_of(draft.found.token)
    parse = draft.found.parse
    times = [time for time in analysis.times_in(parse.start, parse.end) if time.type in {"DATE", "TIME"}]
    if verb is None or draft.kind == "visit" or len(times) != 1 or times[0].start < draft.found.end:
        return None
    token = parse.head_of(times[0].start, times[0].end)
    above = next((item for item in syntax.governors(token) if item.pos_ == "VERB"), None) if token is not None else None
    if above is None or above.i == verb.i or above.dep_ != "conj" or above.head.i != verb.i or token.i != above.right_edge.i:
        return None
    contacts = [other.found.token for other in drafts if other.kind != "visit" and other.sentence == draft.sentence]
    told = {item.i for noun in contacts for item in (noun, carrier_of(noun)) if item is not None}
    alike = above.tag_ == verb.tag_ or (syntax.modal_of(above) is not None and syntax.modal_of(verb) is not None)
    return times[0] if above.i in told and alike else None


def _behind_sides(analysis: Analysis, draft: Draft) -> Time | None:
    """The date right behind the last who takes part, whatever the model hangs it on: "will meet Emir Tamim *on Sunday*"."""
    behind = [side.mention.end for side in draft.sides if side.mention.start > draft.found.end]
    if not behind or draft.kind == "visit":
        return None
    end = max(behind)
    tokens = draft.found.parse.tokens_in(draft.found.end, end)
    time = next((t for t in analysis.times_in(end, draft.found.parse.end) if t.type in {"DATE", "TIME"}), None)
    if time is None or any(token.pos_ in {"VERB", "AUX"} for token in tokens):
        return None
    return time if BEHIND.fullmatch(analysis.shadow[end : time.start]) else None


def closes(draft: Draft, words: Words) -> bool:
    """Whether its verb tells of its end, and so its date: "*wrapped up* a four-day visit on Sunday"."""
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else None
    return carrier is not None and not words.closing.isdisjoint(syntax.forms(carrier))


def _returns(draft: Draft) -> list[Any]:
    """ "Wrapped up his visit *and returned home* on Tuesday": the verbs beside the one that tells of the end."""
    carrier = carrier_of(draft.found.token)
    return [] if carrier is None else [child for child in carrier.children if child.dep_ == "conj" and child.pos_ == "VERB"]


def _with_duration(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    """The draft with how long it was; of a visit that tells its last day too: "ended a four-day visit on Sunday"."""
    found = attributes.duration_of(analysis, draft.found, words)
    if found is None:
        return draft
    duration, time = found
    when = draft.when
    if draft.until is not None:
        when = attributes.until(draft.until, duration, back=True)
    elif draft.kind == "visit":
        when = attributes.until(when, duration)
    elif _is_behind(draft.found.token):
        when = attributes.until(when, duration, back=True)
    return replace(
        draft, duration=duration, when=when, evidence=_proved(draft, analysis.evidence(time.start, time.end, "duration"))
    )


def _is_behind(noun: Any) -> bool:
    """ "agreed on Saturday *after two days of talks*": the date is that of the end."""
    top = (chain_above(noun) or [noun])[-1]
    return bool(top.dep_ == "pobj" and top.head.lower_ in {"after", "following"})


def _with_description(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    described = attributes.described_of(analysis, draft.found, words)
    shown = [analysis.evidence(*span, "described_as") for _, span in described]
    return replace(draft, described=tuple(item for item, _ in described), evidence=_proved(draft, *shown))


def _with_reason(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    span = reason_of(draft.found, draft.status)
    if span is None:
        return draft
    evidence = analysis.evidence(*span, "reason")
    return replace(draft, reason=evidence.exact, evidence=_proved(draft, evidence))


def _with_place(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    if draft.visited is not None:
        place, span = places.place_at(analysis, (draft.visited.start, draft.visited.end))
        host = draft.host_country or place.country
        return replace(draft, place=place, host_country=host, evidence=_proved(draft, analysis.evidence(*span, "place")))
    if draft.kind == "call":
        return draft
    found = places.place_of(analysis, draft.found, words)
    if draft.dated is not None:
        start, end = draft.sides[-1].mention.end, draft.dated.start
        found = places.place_in(analysis, start, end) if start < end else found
    if found is None:
        return draft
    return replace(draft, place=found[0], evidence=_proved(draft, analysis.evidence(*found[1], "place")))


def _is_background(analysis: Analysis, draft: Draft, words: Words) -> bool:
    """Held long before the news: by its date, else by a word on it ("last met")."""
    published = analysis.document.published.date
    if draft.status.value != "held":
        return False
    end = _end(draft.when)
    if end is not None and published is not None:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(end)).days > FAR
    near = {child.lower_ for child in draft.found.token.children if child.dep_ in {"advmod", "amod"}}
    return end is None and not near.isdisjoint(words.background)


def _end(when: When | None) -> str | None:
    return None if when is None else when.end or when.start
