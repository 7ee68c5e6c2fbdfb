"""Events: the same facts coded in PLOVER 2.0 and CAMEO.

Three sources: engagements (`engaged`), predicates on the main line of a sentence (`acted`), and commitments that none of
these has told (`promised`); `boundary` decides types, `drafts` removes doubles. Statements and commitments that say the same
are linked by `from`."""

from __future__ import annotations

from dataclasses import replace

from memcon.reading.acts.rows import Row, rows_of, touching
from memcon.reading.analysis import Analysis
from memcon.reading.events.acted import acted_events
from memcon.reading.events.contexts import contexts_in
from memcon.reading.events.drafts import Draft, numbered, without_doubles
from memcon.reading.events.engaged import engaged_events
from memcon.reading.events.promised import promised_events
from memcon.reading.found import Found
from memcon.record import Commitment, Engagement, Event, HeldBack, Statement

__all__ = ["find_events"]

ENDED = frozenset({"postponed", "cancelled", "declined"})


def find_events(
    analysis: Analysis,
    statements: tuple[Statement, ...],
    engagements: tuple[Engagement, ...],
    commitments: tuple[Commitment, ...],
) -> Found[Event]:
    """All events of the document: those that facts stand for, and those that only the predicates say."""
    acted = list(acted_events(analysis, statements, engagements))
    said = [item for item in acted if isinstance(item, Draft)]
    drafts = without_doubles(_ended_once(list(engaged_events(analysis, engagements)), said, engagements))
    drafts = without_doubles([*drafts, *promised_events(analysis, commitments, drafts)])
    told = rows_of((item.start, item.end, fact.id) for fact in commitments for item in fact.evidence)
    events = numbered((_completed(analysis, draft, told) for draft in drafts), analysis.lexicon)
    return Found(events, tuple(item for item in acted if isinstance(item, HeldBack)))


def _ended_once(engaged: list[Draft], said: list[Draft], engagements: tuple[Engagement, ...]) -> list[Draft]:
    """ "Chad called off talks with Niger", where the talks have an event too: one event, of who called them off."""
    ended = {item.id: item for item in engagements if item.status in ENDED}
    acts = [draft for draft in said if draft.type == "REJECT" and draft.mode == "meet"]
    left = [draft for draft in said if draft not in acts]
    for draft in acts:
        meant = [item for item in ended.values() if _tells_the_end(draft, item)]
        if meant and any(other.derived_from == meant[0].id and other.parties == draft.parties for other in left):
            continue  # told before by another sentence
        if meant:
            engaged = [other for other in engaged if other.derived_from != meant[0].id]
            draft = replace(draft, derived_from=meant[0].id, status=meant[0].status)
        left.append(draft)
    return [*engaged, *left]


def _tells_the_end(draft: Draft, engagement: Engagement) -> bool:
    shown = any(draft.start <= item.start < draft.end for item in engagement.evidence)
    return shown and draft.parties <= set(engagement.parties)


def _completed(analysis: Analysis, draft: Draft, told: list[Row]) -> Draft:
    """The draft with its contexts, its date, and the commitment that it is."""
    first = draft.evidence[0]
    link = draft.derived_from or touching(told, first.start, first.end, within=(draft.start, draft.end))
    return replace(
        draft,
        derived_from=link,
        contexts=contexts_in(analysis.lexicon, analysis.shadow[draft.start : draft.end]),
        date=draft.date or _date(analysis, draft),
    )


def _date(analysis: Analysis, draft: Draft) -> str | None:
    """The first day of the nearest time in the sentence that is no duration."""
    times = [t for t in analysis.times_in(draft.start, draft.end) if t.earliest and t.type in {"DATE", "TIME"}]
    nearest = min(times, key=lambda time: abs(time.start - draft.place), default=None)
    return nearest.earliest if nearest else None
