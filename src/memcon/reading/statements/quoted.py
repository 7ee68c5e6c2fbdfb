"""Quotations and their statements: clauses widened to their marks, quotes that go on, quotes with no cue of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.reading.analysis import Analysis
from memcon.reading.quotations import Quotation
from memcon.reading.statements.drafts import Draft, merged, overlaps, touching


def snapped(analysis: Analysis, draft: Draft) -> Draft:
    """The draft with its parts widened to the quotations that they cut into."""
    parts = []
    for start, end in draft.parts:
        for quotation in touching(analysis.quotations, start, end):
            if draft.cue is None or not quotation.start <= draft.cue.start < quotation.end:
                start, end = min(start, quotation.start), max(end, quotation.end)
        parts.append((start, end))
    return replace(draft, parts=merged(parts))


def with_continuing_quotes(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with quotations nobody owns given to whoever is speaking; new drafts where the words are not one speech."""
    result = sorted(drafts, key=lambda draft: draft.start)
    for quotation in analysis.quotations:
        if any(overlaps(part, (quotation.start, quotation.end)) for draft in result for part in draft.parts):
            continue
        if not _stands_alone(analysis, quotation):
            continue
        place = _last_before(result, quotation.start)
        if place is None:
            continue
        before = result[place]
        between = analysis.shadow[before_end(before) : quotation.start]
        if _goes_on(analysis, before, quotation, between):
            result[place] = replace(before, parts=merged([*before.parts, (quotation.start, quotation.end)]))
        elif _same_paragraph(between) and _sentences_between(analysis, before, quotation) == 0:
            result.append(Draft("quote.alone", 0.7, before.speakers, ((quotation.start, quotation.end),)))
            result.sort(key=lambda draft: draft.start)
    return result


def before_end(draft: Draft) -> int:
    """Where the draft's words and its cue end."""
    return max(draft.end, draft.group[1] if draft.group else 0)


def _last_before(drafts: Sequence[Draft], offset: int) -> int | None:
    found = [number for number, draft in enumerate(drafts) if before_end(draft) <= offset and not draft.relayed_by]
    return max(found, key=lambda number: before_end(drafts[number]), default=None)


def _stands_alone(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether the quotation is whole sentences of its own: nothing of the story before it or after it in them."""
    first = analysis.sentence_at(quotation.start)
    last = analysis.sentence_at(quotation.end - 1)
    if first is None or last is None:
        return False
    before = analysis.shadow[first.start : quotation.start].strip(" —–-")
    after = analysis.shadow[quotation.end : last.end].strip(" .,”")
    return not before and (not after or (analysis.quotation_at(last.end - 1) is not None and after.startswith("“")))


def _goes_on(analysis: Analysis, before: Draft, quotation: Quotation, between: str) -> bool:
    """Whether the quotation continues the speech that the draft quotes."""
    quoted = any(touching(analysis.quotations, start, end) for start, end in before.parts)
    if not quoted:
        return False
    if _same_paragraph(between):
        return _sentences_between(analysis, before, quotation) == 0
    return len(between.strip(" .,”\n")) == 0 and between.count("\n") <= 3


def _same_paragraph(between: str) -> bool:
    return "\n" not in between


def _sentences_between(analysis: Analysis, before: Draft, quotation: Quotation) -> int:
    return len(analysis.sentences_in(before_end(before) + 1, quotation.start))
