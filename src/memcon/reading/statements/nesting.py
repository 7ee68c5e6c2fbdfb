"""Words inside words: who passes on whom, and cues that only repeat their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.reading.analysis import Analysis
from memcon.reading.statements.drafts import Draft

_PRONOUNS = frozenset("he she they it him her them who we i you that which".split())


def relayed(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """One sentence's drafts; those inside another's words marked as relayed, or left out where they are no statement.

    Left out: attitudes, infinitives ("asked him to say") and cues whose speaker is the outer one's."""
    result = []
    for draft in drafts:
        outer = [other for other in drafts if other is not draft and _holds(other, draft)]
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


def _holds(outer: Draft, inner: Draft) -> bool:
    return inner.cue is not None and outer.covers(inner.cue.start, inner.cue.end)


def _infinitive(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.token.tag_ == "VB"


def _same_speaker(analysis: Analysis, draft: Draft, outer: Draft) -> bool:
    words = [analysis.shadow[voice.start : voice.end].lower() for voice in draft.speakers]
    return bool(set(draft.speakers) & set(outer.speakers)) or all(word in _PRONOUNS for word in words)
