"""A draft with all that its own sentence says of it: when, how long, where, how it was called, why it was put off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from memcon.reading.analysis import Analysis
from memcon.reading.engagements import attributes
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.history import coming, history_of, past_weekday, settled
from memcon.reading.engagements.words import Words
from memcon.record import Evidence, When

FAR = 21  # days before publication after which what was held is background
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
    token = draft.found.token
    others = [d.found.token for d in drafts if d.sentence == draft.sentence and d.found.token.i != token.i]
    reach = NEAR if draft.back and not draft.sides else attributes.TOO_FAR
    time = attributes.time_near(analysis, draft.found.parse, [token], others, words, reach)
    time = draft.dated or time
    when = attributes.when_of(time) if time is not None else None
    if time is not None and any(item.start == time.start for item in draft.evidence):
        time, when = None, None  # it dates an earlier status
    if when is None and draft.history:
        when = draft.history[0].when
    published = analysis.document.published.date
    when = past_weekday(when, draft.status.value, draft.status.present, published)
    past = draft.found.entry.pos == "verb" and token.tag_ in {"VBD", "VBN"}
    value = draft.status.value
    if not (past and value == "held"):
        value = settled(value, when, published, draft.status.present, draft.status.weak)
    shown = () if time is None else (analysis.evidence(time.start, time.end, "when"),)
    return replace(
        draft,
        when=coming(when, value, published),
        status=replace(draft.status, value=value),
        evidence=_proved(draft, *shown),
    )


def _with_duration(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    found = attributes.duration_of(analysis, draft.found, words)
    if found is None:
        return draft
    duration, time = found
    return replace(
        draft,
        duration=duration,
        when=attributes.until(draft.when, duration) if draft.kind == "visit" else draft.when,
        evidence=_proved(draft, analysis.evidence(time.start, time.end, "duration")),
    )


def _with_description(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    described = attributes.described_of(analysis, draft.found, words)
    shown = [analysis.evidence(*span, "described_as") for _, span in described]
    return replace(draft, described=tuple(item for item, _ in described), evidence=_proved(draft, *shown))


def _with_reason(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    span = attributes.reason_of(draft.found, draft.status)
    if span is None:
        return draft
    evidence = analysis.evidence(*span, "reason")
    return replace(draft, reason=evidence.exact, evidence=_proved(draft, evidence))


def _with_place(analysis: Analysis, draft: Draft, words: Words) -> Draft:
    if draft.visited is not None:
        place, span = attributes.place_at(analysis, (draft.visited.start, draft.visited.end))
        host = draft.host_country or place.country
        return replace(draft, place=place, host_country=host, evidence=_proved(draft, analysis.evidence(*span, "place")))
    found = attributes.place_of(analysis, draft.found, words)
    if draft.dated is not None:
        start, end = draft.sides[-1].mention.end, draft.dated.start
        found = attributes.place_in(analysis, start, end) if start < end else found
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
