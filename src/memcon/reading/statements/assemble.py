"""Drafts into statements: kind, quotes, stance, parties and evidence."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.reading.statements.attributors import find_attributed, find_labelled
from memcon.reading.statements.drafts import Draft, Stretch, touching
from memcon.reading.statements.nesting import relayed
from memcon.reading.statements.quoted import snapped, with_continuing_quotes
from memcon.reading.statements.reported import find_reported
from memcon.record import Content, Cue, Span, Speaker, Statement, StatementKind

# Layout whose words can be statements; captions, credits and bylines are no speech.
SPOKEN = frozenset({"paragraph", "headline", "heading", "question"})
MOSTLY = 0.9  # share of quoted words from which a statement is direct, as the scorers count


def find_statements(analysis: Analysis) -> Found[Statement]:
    """All statements of the document, one for each cue."""
    drafts = with_continuing_quotes(analysis, _drafts(analysis))
    drafts.sort(key=lambda draft: draft.cue.start if draft.cue else draft.start)
    return Found(tuple(_statement(analysis, draft, number) for number, draft in enumerate(drafts, start=1)))


def _drafts(analysis: Analysis) -> list[Draft]:
    drafts: list[Draft] = []
    for parse in analysis.parsed:
        if parse.sentence.kind in SPOKEN:
            found = [
                *find_reported(analysis, parse),
                *find_attributed(analysis, parse),
                *find_labelled(analysis, parse),
            ]
            drafts.extend(snapped(analysis, draft) for draft in relayed(analysis, found))
    return drafts


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
    if draft.cue is not None:
        span = analysis.span(draft.cue.start, draft.cue.end)
        return Cue(
            start=span.start, end=span.end, exact=span.exact, lemma=draft.cue.lemma, sense=draft.cue.signal.sense
        )
    if draft.cue_stretch is not None:
        span = analysis.span(*draft.cue_stretch)
        return Cue(start=span.start, end=span.end, exact=span.exact, lemma=span.exact.lower())
    return None


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
    return "direct" if inside >= MOSTLY * whole else "partial"


def _speaker(analysis: Analysis, stretch: Stretch) -> Speaker:
    span = analysis.span(*stretch)
    return Speaker(start=span.start, end=span.end, exact=span.exact, name=span.exact)
