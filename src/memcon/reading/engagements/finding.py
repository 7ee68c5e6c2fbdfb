"""The cascade of this room: predicates → drafts with their attributes → one engagement for all mentions of it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.reading.analysis import Analysis
from memcon.reading.engagements.candidates import drafts_of
from memcon.reading.engagements.details import with_details
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.finish import engagements_of
from memcon.reading.engagements.merge import Group, merged
from memcon.reading.engagements.words import words_of
from memcon.reading.found import Found
from memcon.reading.predicates import find_predicates
from memcon.record import Engagement, Evidence, HeldBack, Statement

STORY = 150  # drafts; no report that accuracy is measured on has a quarter of that


def find_engagements(analysis: Analysis, statements: tuple[Statement, ...]) -> Found[Engagement]:
    """All engagements of the document, each once, with what is said of it anywhere in the text."""
    words = words_of(analysis.lexicon)
    drafts = [draft for found in find_predicates(analysis) for draft in drafts_of(analysis, found, words)]
    drafts.sort(key=lambda draft: draft.start)
    kept, held_back = _sorted_out(analysis, drafts)
    groups: list[Group] = []
    for near in _stories(kept):
        told = [with_details(analysis, draft, near, words) for draft in near]
        found_here, left = merged(told, words)
        groups.extend(found_here)
        held_back.extend(_unnamed(analysis, left))
    return Found(engagements_of(analysis, groups, statements, words), tuple(held_back))


def _stories(drafts: list[Draft]) -> Iterator[list[Draft]]:
    """Drafts that may tell of one engagement: all, but in a text as long as a book those near each other."""
    size = STORY if len(drafts) > 2 * STORY else max(1, len(drafts))
    yield from (drafts[first : first + size] for first in range(0, len(drafts), size))


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
