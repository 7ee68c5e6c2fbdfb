"""The cascade of this room: predicates → drafts with their attributes → one engagement for all mentions of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from memcon.reading.analysis import Analysis
from memcon.reading.engagements import attributes
from memcon.reading.engagements.candidates import drafts_of
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.finish import engagements_of
from memcon.reading.engagements.history import coming, history_of, past_weekday, settled
from memcon.reading.engagements.merge import merged
from memcon.reading.engagements.words import Words, words_of
from memcon.reading.found import Found
from memcon.reading.predicates import carrier_of, find_predicates
from memcon.record import Engagement, Evidence, HeldBack, Statement

NEAR = 3.0  # steps in the tree within which a date belongs to "the meeting"
FAR = 21  # days before publication after which what was held is background


def find_engagements(analysis: Analysis, statements: tuple[Statement, ...]) -> Found[Engagement]:
    """All engagements of the document, each once, with what is said of it anywhere in the text."""
    words = words_of(analysis.lexicon)
    drafts = [draft for found in find_predicates(analysis) for draft in drafts_of(analysis, found, words)]
    drafts.sort(key=lambda draft: draft.start)
    kept, held_back = _sorted_out(analysis, drafts)
    told = [_with_attributes(analysis, draft, kept, words) for draft in kept]
    groups, left = merged(told, words)
    held_back.extend(_unnamed(analysis, left))
    return Found(engagements_of(analysis, groups, statements, words), tuple(held_back))


def _sorted_out(analysis: Analysis, drafts: list[Draft]) -> tuple[list[Draft], list[HeldBack]]:
    """Drafts that say that something was or will be; the others are held back where they name two parties."""
    kept, held_back = [], []
    for draft in drafts:
        if not draft.status.negated and not draft.status.conditional:
            kept.append(draft)
        elif len(draft.parties) >= 2:
            reason = (
                "the text says that it did not happen" if draft.status.negated else "told only as a condition or a question"
            )
            held_back.append(HeldBack(what="engagement", reason=reason, evidence=(_trigger(analysis, draft, "status"),)))
    return kept, held_back


def _unnamed(analysis: Analysis, left: list[Draft]) -> Iterator[HeldBack]:
    for draft in left:
        if len(draft.parties) == 1 and draft.found.entry.pos == "verb" and draft.kind != "visit":
            reason = "only one party to it is named"
            yield HeldBack(what="engagement", reason=reason, evidence=(_trigger(analysis, draft, "participants"),))


def _trigger(analysis: Analysis, draft: Draft, *of: str) -> Evidence:
    return analysis.evidence(draft.found.start, draft.found.end, *of)


def _with_attributes(analysis: Analysis, draft: Draft, all_drafts: list[Draft], words: Words) -> Draft:
    parse = draft.found.parse
    evidence: list[Evidence] = []
    past, times = history_of(analysis, draft)
    evidence.extend(analysis.evidence(time.start, time.end, "history") for time in times)
    when = None
    others = [d.found.token for d in all_drafts if d.sentence == draft.sentence and d.found.token.i != draft.found.token.i]
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else None
    heads = [draft.found.token, *([carrier] if carrier is not None else [])]
    reach = NEAR if draft.back and not draft.sides else attributes.TOO_FAR
    time = attributes.time_near(analysis, parse, heads, others, reach)
    if time is not None and time not in times:
        when = attributes.when_of(time)
        evidence.append(analysis.evidence(time.start, time.end, "when"))
    elif past:
        when = past[0].when
    long = attributes.duration_of(analysis, draft.found, words)
    if long is not None:
        evidence.append(analysis.evidence(long[1].start, long[1].end, "duration"))
    described = attributes.described_of(analysis, draft.found, words)
    evidence.extend(analysis.evidence(*span, "described_as") for _, span in described)
    reason = attributes.reason_of(draft.found, draft.status)
    if reason is not None:
        evidence.append(analysis.evidence(*reason, "reason"))
    draft = _placed(analysis, draft, evidence)
    published = analysis.document.published.date
    when = past_weekday(when, draft.status.value, draft.status.present, published)
    status = replace(draft.status, value=settled(draft.status.value, when, published, draft.status.present, draft.status.weak))
    return replace(
        draft,
        status=status,
        when=coming(when, status.value, published),
        duration=long[0] if long else None,
        described=tuple(item for item, _ in described),
        reason=analysis.text[reason[0] : reason[1]] if reason else None,
        history=past,
        background=_is_background(analysis, draft, when, words),
        evidence=tuple(evidence),
    )


def _placed(analysis: Analysis, draft: Draft, evidence: list[Evidence]) -> Draft:
    if draft.visited is not None:
        start, end = draft.visited.start, draft.visited.end
        evidence.append(analysis.evidence(start, end, "place"))
        place = attributes.place_at(analysis, (start, end))
        return replace(draft, place=place, host_country=draft.host_country or place.country)
    found = attributes.place_of(analysis, draft.found)
    if found is None:
        return draft
    evidence.append(analysis.evidence(*found[1], "place"))
    return replace(draft, place=found[0])


def _is_background(analysis: Analysis, draft: Draft, when: object, words: Words) -> bool:
    from datetime import date

    if draft.status.value != "held":
        return False
    published = analysis.document.published.date
    end = getattr(when, "end", None) or getattr(when, "start", None)
    if end is not None and published is not None:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(end)).days > FAR
    near = {child.lower_ for child in draft.found.token.children if child.dep_ in {"advmod", "amod", "prep"}}
    return bool(near & words.background) and end is None
