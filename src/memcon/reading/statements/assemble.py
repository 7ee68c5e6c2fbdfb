"""Drafts into statements: relays, quotes, stance and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.reading.statements.drafts import Draft, Stretch, touching
from memcon.reading.statements.quoted import snapped, with_continuing_quotes
from memcon.reading.statements.reported import find_reported
from memcon.record import Content, Cue, Span, Speaker, Statement, StatementKind

_PRONOUNS = frozenset(["he", "she", "they", "it", "him", "her", "them", "who", "we", "i", "you"])


def find_statements(analysis: Analysis) -> Found[Statement]:
    """All statements of the document, one for each cue."""
    drafts = [
        snapped(analysis, draft)
        for parse in analysis.parsed
        if _speaks(parse.sentence.kind)
        for draft in find_reported(analysis, parse)
    ]
    drafts = relayed(analysis, drafts)
    drafts = with_continuing_quotes(analysis, drafts)
    drafts.sort(key=lambda draft: draft.cue.start if draft.cue else draft.start)
    return Found(tuple(_statement(analysis, draft, number) for number, draft in enumerate(drafts, start=1)))


def _speaks(kind: str) -> bool:
    return kind in {"paragraph", "headline", "heading"}


def relayed(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts with those inside another's words marked as relayed, and those of the same speaker left out."""
    result = []
    for draft in drafts:
        outer = [
            other
            for other in drafts
            if other is not draft and draft.cue and other.covers(draft.cue.start, draft.cue.end)
        ]
        if not outer:
            result.append(draft)
            continue
        nearest = min(outer, key=lambda other: other.end - other.start)
        if (
            draft.cue
            and draft.cue.signal.sense != "attitude"
            and not _infinitive(draft)
            and not _same_speaker(analysis, draft, nearest)
        ):
            result.append(replace(draft, relayed_by=nearest.speakers))
    return result


def _infinitive(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.token.tag_ == "VB"


def _same_speaker(analysis: Analysis, draft: Draft, outer: Draft) -> bool:
    words = [analysis.shadow[start:end].lower() for start, end in draft.speakers]
    return bool(set(draft.speakers) & set(outer.speakers)) or all(word in _PRONOUNS for word in words)


def _statement(analysis: Analysis, draft: Draft, number: int) -> Statement:
    content = Content(
        start=draft.start,
        end=draft.end,
        exact=analysis.text[draft.start : draft.end],
        parts=tuple(analysis.span(*part) for part in draft.parts) if len(draft.parts) > 1 else (),
    )
    quotes = _quotes(analysis, draft)
    signal = draft.cue.signal if draft.cue else None
    return Statement(
        id=f"s{number}",
        kind=_kind(analysis, draft, quotes),
        speakers=tuple(_speaker(analysis, stretch) for stretch in draft.speakers),
        relayed_by=tuple(_speaker(analysis, stretch) for stretch in draft.relayed_by),
        cue=_cue(analysis, draft),
        content=content,
        quotes=quotes,
        stance=signal.stance if signal else "neutral",
        negated=signal.negated if signal else False,
        confidence=draft.confidence,
        rule=draft.rule,
        evidence=(analysis.evidence(draft.start, draft.end, "content"),),
    )


def _cue(analysis: Analysis, draft: Draft) -> Cue | None:
    if draft.cue is None:
        return None
    span = analysis.span(draft.cue.start, draft.cue.end)
    return Cue(start=span.start, end=span.end, exact=span.exact, lemma=draft.cue.lemma, sense=draft.cue.signal.sense)


def _quotes(analysis: Analysis, draft: Draft) -> tuple[Span, ...]:
    return tuple(
        analysis.span(quotation.inner_start, quotation.inner_end)
        for part in draft.parts
        for quotation in touching(analysis.quotations, *part)
        if quotation.inner_start < quotation.inner_end
    )


def _kind(analysis: Analysis, draft: Draft, quotes: Sequence[Span]) -> StatementKind:
    if not quotes:
        return "indirect"
    inside = sum(len(quote.exact.split()) for quote in quotes)
    whole = sum(len(analysis.text[start:end].split()) for start, end in draft.parts)
    return "direct" if inside >= 0.9 * whole else "partial"


def _speaker(analysis: Analysis, stretch: Stretch) -> Speaker:
    span = analysis.span(*stretch)
    return Speaker(start=span.start, end=span.end, exact=span.exact, name=span.exact)
