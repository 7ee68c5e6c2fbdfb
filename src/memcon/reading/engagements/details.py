"""A draft with all that its own sentence says of it: when, how long, where, how it was called, why it was put off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from memcon.reading.analysis import Analysis
from memcon.reading.engagements import attributes, places
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.fates import with_fate
from memcon.reading.engagements.history import coming, history_of, next_year, past_weekday, settled
from memcon.reading.engagements.own_dates import closes, time_of
from memcon.reading.engagements.reasons import reason_of
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import chain_above
from memcon.record import Evidence, Place, When

FAR = 21  # days before publication after which what was held is background


def with_details(analysis: Analysis, draft: Draft, drafts: Iterable[Draft], words: Words) -> Draft:
    """The draft with its attributes and the evidence for them. `drafts` are all of the document: dates are shared out."""
    draft = _with_history(analysis, draft, words)
    draft = _with_when(analysis, draft, words, drafts)
    for step in (_with_duration, _with_description, _with_reason, _with_place):
        draft = step(analysis, draft, words)
    draft = with_fate(analysis, draft, drafts, words)
    return replace(draft, background=_is_background(analysis, draft, words))


def _proved(draft: Draft, *evidence: Evidence) -> tuple[Evidence, ...]:
    return (*draft.evidence, *evidence)


def _with_history(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    changes, times = history_of(analysis, draft, words)
    shown = [analysis.evidence(time.start, time.end, "history") for time in times]
    return replace(draft, history=changes, evidence=_proved(draft, *shown))


def _with_when(analysis: Analysis, draft: Draft, words: Words, drafts: Iterable[Draft]) -> Draft:
    """The draft with its date, and with the status that the date makes of it ("meets X on Friday" is a plan on a Monday)."""
    time = time_of(analysis, draft, words, drafts)
    time = attributes.with_next_day(analysis, time) if time is not None else None
    when = attributes.when_of(time) if time is not None else None
    if when is None and draft.history:
        when = draft.history[0].when
    published = analysis.document.published.date
    when = next_year(when, draft.status, published)
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


def _with_duration(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    """The draft with how long it was; of a visit that tells its last day too: "ended a four-day visit on Sunday"."""
    found = attributes.duration_of(analysis, draft.found, words)
    if found is None:
        return draft
    duration, time = found
    when = draft.when
    if draft.until is not None:
        when = attributes.until(draft.until, duration, back=True)
    elif draft.kind == "visit" and not _is_behind(draft.found.token):
        when = attributes.until(when, duration)
    elif _is_behind(draft.found.token):
        when = attributes.until(when, duration, back=True)
    return replace(
        draft, duration=duration, when=when, evidence=_proved(draft, analysis.evidence(time.start, time.end, "duration"))
    )


def _is_behind(noun: Any) -> bool:
    """ "agreed on Saturday *after two days of talks*", "flew home *after a three-day visit*": the date is that of the end."""
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
    found = found or _invited_to(analysis, draft)
    if found is None:
        return draft
    return replace(draft, place=found[0], evidence=_proved(draft, analysis.evidence(*found[1], "place")))


def _invited_to(analysis: Analysis, draft: Draft) -> tuple[Place, places.Span] | None:
    """ "the invitation to X *to Versailles* for a meeting": the place between the invitation and what it is to."""
    cue, parse = draft.status.cue, draft.found.parse
    if draft.status.value != "invited" or cue is None or cue.pos_ != "NOUN" or cue.i > draft.found.token.i:
        return None
    between = analysis.mentions_in(parse.ends(cue), draft.found.start)
    spots = [m for m in between if m.kind in places.PLACES and analysis.shadow.endswith(" to ", 0, m.start)]
    return places.place_at(analysis, (spots[-1].start, spots[-1].end)) if spots else None


def _is_background(analysis: Analysis, draft: Draft, words: Words) -> bool:
    """Held long before the news: by its date, else by a word on it ("last met")."""
    published = analysis.document.published.date
    if draft.status.value != "held" and not draft.status.implied:
        return False
    end = _end(draft.when)
    near = {child.lower_ for child in draft.found.token.children if child.dep_ in {"advmod", "amod"}}
    if "last" in near and draft.when is not None and draft.when.precision != "day":
        return True  # "They *last saw* each other in Rome earlier this year"
    if end is not None and published is not None:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(end)).days > FAR
    return end is None and not near.isdisjoint(words.background)


def _end(when: When | None) -> str | None:
    return None if when is None else when.end or when.start
