"""Quotations and their statements: clauses widened to their marks, quotes that go on, quotes with no cue of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.reading.analysis import Analysis
from memcon.reading.quotations import Quotation
from memcon.reading.statements.drafts import Draft, merged, touching

# Between a content's end and one more quotation of it: "“disgusting” and “a con”", "…, and that “…”".
_LINK = re.compile(r"[”,]*\s*(?:,|and|or|but|as well as|to)?\s*(?:that|then|also|a|an|the|were|was|is)?\s*")
_FURTHEST = 40  # characters that such a link may have


def snapped(analysis: Analysis, draft: Draft) -> Draft:
    """The draft with its parts widened to the quotations that they cut into, and to coordinated quotations after them."""
    parts = []
    for start, end in draft.parts:
        for quotation in touching(analysis.quotations, start, end):
            if draft.cue is None or not quotation.start <= draft.cue.start < quotation.end:
                start, end = min(start, quotation.start), max(end, quotation.end)
        parts.append((start, _with_linked(analysis, start, end)))
    return replace(draft, parts=merged(parts))


def _with_linked(analysis: Analysis, start: int, end: int) -> int:
    """The end moved over quotations that a bare conjunction links to the stretch, in the same sentence."""
    sentence = analysis.sentence_at(start)
    for quotation in touching(analysis.quotations, end, min(end + _FURTHEST, sentence.end if sentence else end)):
        between = analysis.shadow[end : quotation.start]
        bare_comma = between.strip() == "," and analysis.shadow[end - 1] != "”"
        if quotation.start < end or bare_comma or not _LINK.fullmatch(between):
            break
        end = quotation.end
    return end


def with_signed(drafts: Sequence[Draft], signed: Iterable[Draft]) -> list[Draft]:
    """The drafts and those of signed quotations; nothing inside a signed quotation is anybody else's."""
    ours = sorted(signed, key=lambda draft: draft.start)
    return [*ours, *(draft for draft in drafts if not touching(ours, draft.start, draft.end))]


def with_continuing_quotes(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with quotations nobody owns given to whoever is speaking: more of the same speech, or a draft of its own."""
    result: list[Draft] = []
    ordered = sorted(drafts, key=_reach)
    place = 0
    for quotation in analysis.quotations:
        while place < len(ordered) and _reach(ordered[place]) <= quotation.start:
            result.append(ordered[place])
            place += 1
        if not _owned(ordered[place : place + 8], quotation) and not _owned(result[-8:], quotation) and result:
            _continue(analysis, result, quotation)
    return [*result, *ordered[place:]]


def _reach(draft: Draft) -> int:
    """Where the draft's words and its cue end."""
    return max(draft.end, draft.group[1] if draft.group else 0)


def _owned(drafts: Sequence[Draft], quotation: Quotation) -> bool:
    return any(start < quotation.end and quotation.start < end for draft in drafts for start, end in draft.parts)


def _continue(analysis: Analysis, result: list[Draft], quotation: Quotation) -> None:
    for place in range(len(result) - 1, max(-1, len(result) - 4), -1):
        if _resumes(analysis, result[place], quotation):
            result[place] = _with_part(result[place], quotation)
            return
    place = next((number for number in range(len(result) - 1, -1, -1) if not result[number].relayed_by), -1)
    if place < 0:
        return
    before = result[place]
    if not _stands_alone(analysis, quotation):
        return
    between = analysis.shadow[_reach(before) : quotation.start]
    if "\n" in between and between.strip(" .,”\n"):
        return
    if "\n" not in between and analysis.sentences_in(_reach(before) + 1, quotation.start):
        return
    if any(touching(analysis.quotations, start, end) for start, end in before.parts):
        result[place] = _with_part(before, quotation)
    elif "\n" not in between:
        result.append(Draft("quote.alone", before.speakers, ((quotation.start, quotation.end),)))


def _with_part(draft: Draft, quotation: Quotation) -> Draft:
    return replace(draft, parts=merged([*draft.parts, (quotation.start, quotation.end)]))


def _resumes(analysis: Analysis, before: Draft, quotation: Quotation) -> bool:
    """ "“Each time,” X said, referring to the strikes, “you lose a friend.”": the quoted sentence goes on in its own."""
    quoted = any(touching(analysis.quotations, *part) for part in before.parts)
    same = analysis.sentence_at(quotation.start) == analysis.sentence_at(_reach(before) - 1)
    follows = analysis.shadow[max(0, quotation.start - 3) : quotation.start].rstrip()[-1:] == ","
    return quoted and same and follows and analysis.shadow[quotation.inner_start].islower()


def _stands_alone(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether the quotation is whole sentences of its own: nothing of the story goes before it or after it in them."""
    first, last = analysis.sentence_at(quotation.start), analysis.sentence_at(quotation.end - 1)
    if first is None or last is None:
        return False
    before = analysis.shadow[first.start : quotation.start].strip(" —–-")
    after = analysis.shadow[quotation.end : last.end].strip(" .,”")
    return not before and (not after or after.startswith("“"))
