"""What became of each engagement: one status out of all that the text tells of it, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.merge import OPEN, SETTLED, Group
from memcon.reading.status import stands_now
from memcon.record import EngagementStatus, StatusChange

ORDINALS = frozenset({"first", "maiden", "second", "third", "fourth", "fifth"})
NEXT = 1  # sentences after a visit's end in which its meetings are told with it


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stands in the end, and what it was before where the text tells both."""

    status: EngagementStatus
    history: tuple[StatusChange, ...]


def outcomes_of(groups: Sequence[Group]) -> dict[int, Outcome]:
    """The outcome of each group by its id; meetings planned in a visit that is off are off with it."""
    told = {id(group): _told_of(group) for group in groups}
    visits = [group for group in groups if group.lead.kind == "visit" and told[id(group)].status in {"postponed", "cancelled"}]
    for group in groups:
        visit = next((visit for visit in visits if _falls_with(group, told[id(group)], visit)), None)
        if visit is not None:
            before = StatusChange(status=told[id(group)].status, when=group.when)
            told[id(group)] = Outcome(told[id(visit)].status, (*told[id(group)].history, before))
    return told


def _falls_with(group: Group, outcome: Outcome, visit: Group) -> bool:
    """ "put off his visit to Oslo, during which *he was to meet* the king": planned as of then, the same people, told there."""
    if outcome.status not in OPEN or group.lead.kind == "visit" or stands_now(group.lead.status):
        return False
    if not group.people & visit.people or not group.parties <= visit.parties:
        return False
    return any(0 <= group.lead.sentence - draft.sentence <= NEXT for draft in visit.drafts)


def _told_of(group: Group) -> Outcome:
    history = tuple(change for draft in group.drafts for change in draft.history)
    told = [draft for draft in group.drafts if draft.status.told or draft.status.cue is not None or not draft.back]
    told = [draft for draft in told if not _is_counted(draft)] or told
    strong = [draft for draft in told if not draft.status.weak] or told or group.drafts
    behind = [draft for draft in strong if _was_before(draft, strong)]
    history = (*(StatusChange(status=draft.status.value, when=draft.when) for draft in behind), *history)
    settled = _settled([draft for draft in strong if draft not in behind])
    if settled is None:
        values = [draft.status.value for draft in strong if draft not in behind]
        return Outcome(next((value for value in values if value not in OPEN), values[0]), history)
    planned = next((draft for draft in strong if draft.status.value in OPEN), None)
    if planned is not None and not history:
        history = (StatusChange(status=planned.status.value, when=planned.when),)
    return Outcome(settled, history)


def _is_counted(draft: Draft) -> bool:
    """ "This is *the first visit* by a Dane since 1990": says which of many it is, not whether it has begun."""
    noun = draft.found.token
    return draft.found.entry.pos == "noun" and noun.dep_ == "attr" and any(child.lower_ in ORDINALS for child in noun.lefts)


def _settled(drafts: list[Draft]) -> EngagementStatus | None:
    """How the plan ended: as told last, but what is only to be understood, or called a refusal later, does not undo what
    was said outright ("cancelled the trip … the second time that he skipped a visit")."""
    told = [draft.status for draft in drafts if draft.status.value in SETTLED]
    outright = [status.value for status in told if not status.implied] or [status.value for status in told]
    called_off = [value for value in outright if value in {"postponed", "cancelled"}]
    return (called_off or outright or [None])[-1]


def _was_before(draft: Draft, drafts: list[Draft]) -> bool:
    """ "He *will visit* Tunis. The trip *had been postponed* twice": what was done before to the plan that stands now."""
    if draft.status.value not in {"postponed", "cancelled"} or not draft.status.behind:
        return False
    return any(stands_now(other.status) for other in drafts)
