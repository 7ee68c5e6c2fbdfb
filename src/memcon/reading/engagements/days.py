"""When each engagement was and what it was part of, once all of them are known.

A stated cascade: the date that the text gives; what took place in which visit; a visit spans what happened in it; what was
held without a date of its own was when the narrative is (`thread`), in its visit's days, or on the day of the news."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from memcon.reading import syntax
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.attributes import until
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.merge import OPEN, SETTLED, Group
from memcon.reading.engagements.own_dates import closes, opens
from memcon.reading.engagements.thread import is_narrative, threaded
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import chain_above
from memcon.record import EngagementStatus, Evidence, When

LEAD = 2  # paragraphs at the start whose undated news is that of the day
STORY = 5  # paragraphs within which the same people's undated meetings are of the same day
TOOK_PLACE = frozenset({"held", "ongoing"})
WEEKEND = 2  # days by which a visit "this week" may have begun before Monday
AROUND = 40  # engagements before and after one that may say when it is
VISIT = 14  # days within which meetings belong to a visit of which the text gives one day
# "at the end of his talks with X" is there and then; "the outcome of his talks" is not
PARTS = frozenset({"end", "close", "conclusion", "start", "beginning", "opening", "margins", "sidelines", "part", "course"})
REACH = 9  # tokens behind a noun within which its verb is looked for
FRESH = 3  # days before publication on which a lead's news can have been
RECENT = 21  # days before publication within which an undated visit in the news was


@dataclass
class Calendar:
    """By the id of a group: its date, and the visit that it was part of."""

    whens: dict[int, When | None] = field(default_factory=dict)
    proofs: dict[int, tuple[Evidence, ...]] = field(default_factory=dict)  # where a date that is not its own stands
    parents: dict[int, Group | None] = field(default_factory=dict)

    def when(self, group: Group) -> When | None:
        return self.whens.get(id(group))

    def parent(self, group: Group) -> Group | None:
        return self.parents.get(id(group))


def calendar_of(
    analysis: Analysis, groups: Sequence[Group], statuses: Mapping[int, EngagementStatus], words: Words
) -> Calendar:
    """The date and the visit of every group; `statuses` are what they came to, by the same ids."""
    published = analysis.document.published.date
    calendar = Calendar(whens={id(group): _own(group) for group in groups})
    visits = [group for group in groups if group.lead.kind == "visit"]
    for group in groups:
        calendar.parents[id(group)] = _visit_of(analysis, group, visits, statuses)
    for visit in visits:
        members = [group for group in groups if calendar.parent(group) is visit and statuses[id(group)] in TOOK_PLACE]
        if statuses[id(visit)] in TOOK_PLACE:
            calendar.whens[id(visit)] = _spanning(analysis, visit, members, statuses[id(visit)], words)
        elif statuses[id(visit)] in OPEN:
            calendar.whens[id(visit)] = _lasting(visit)
    for place, group in enumerate(groups):
        if calendar.when(group) is None:
            near = groups[max(0, place - AROUND) : place + AROUND]
            _date_from_another(group, near, calendar, statuses)
    for group in groups:
        when = calendar.when(group)
        if statuses[id(group)] in TOOK_PLACE and (when is None or (when.start is None and published is not None)):
            _date_from_around(analysis, group, groups, calendar, words)
    return calendar


def _date_from_another(
    group: Group, groups: Sequence[Group], calendar: Calendar, statuses: Mapping[int, EngagementStatus]
) -> None:
    """ "will arrive *the day after a summit*": the day before; "would meet in Rio", where both will be at a summit: then."""
    for other in groups:
        when = calendar.when(other)
        if other is group or when is None or when.start is None:
            continue
        shift = next((step for draft in group.drafts if (step := _days_beside(draft, other)) is not None), None)
        if shift is not None:
            day = (date.fromisoformat(when.start) + timedelta(days=shift)).isoformat()
            calendar.whens[id(group)] = when.model_copy(update={"start": day, "end": day, "precision": "day"})
        elif statuses[id(group)] in OPEN and statuses[id(other)] in OPEN and _at_that_occasion(group, other):
            calendar.whens[id(group)] = when
        else:
            continue
        calendar.proofs[id(group)] = tuple(item for draft in other.drafts for item in draft.evidence if "when" in item.of)
        return


def _days_beside(draft: Draft, other: Group) -> int | None:
    """By how many days it was before or after the other, whose word stands over "*the day after* a summit"."""
    top = (chain_above(draft.found.token) or [draft.found.token])[-1]
    link = top.head
    if draft.found.entry.pos != "noun" or top.dep_ != "pobj" or link.lower_ not in {"after", "before"} or link.i < 2:
        return None
    if link.nbor(-1).lower_ != "day" or link.nbor(-2).lower_ not in {"the", "a", "one"}:
        return None
    above = {item.i for item in syntax.governors(link)}
    told = any(d.sentence == draft.sentence and (d.found.token.i in above) for d in other.drafts)
    return (-1 if link.lower_ == "after" else 1) if told else None


def _at_that_occasion(group: Group, occasion: Group) -> bool:
    """Whether the other is a summit in the same town that somebody of both is to attend."""
    town, there = (next((d.place.name for d in g.drafts if d.place.name), None) for g in (group, occasion))
    summit = occasion.lead.kind in {"summit", "conference"} and group.lead.kind not in {"visit", "call", "letter"}
    return summit and town is not None and town == there and bool(group.people & occasion.people)


def _date_from_around(analysis: Analysis, group: Group, groups: Sequence[Group], calendar: Calendar, words: Words) -> None:
    """The date of what was held and has none of its own: from the narrative, from its visit, else from the news."""
    found = next((found for draft in group.drafts if (found := threaded(analysis, draft, words)) is not None), None)
    parent = calendar.parent(group)
    if found is not None:
        calendar.whens[id(group)] = found[0]
        calendar.proofs[id(group)] = (analysis.evidence(found[1].start, found[1].end, "when"),)
    elif parent is not None and (when := _in_its_visit(analysis, group, calendar, words)) is not None:
        calendar.whens[id(group)] = when
        calendar.proofs[id(group)] = tuple(item for draft in parent.drafts for item in draft.evidence if "when" in item.of)
    else:
        calendar.whens[id(group)] = _news(analysis, group, groups, words)


def _own(group: Group) -> When | None:
    """The text's date; of talks of several days, that of their end counted back: "ended two days of talks on Monday"."""
    ends = next((draft.until for draft in group.drafts if draft.until is not None), None)
    duration = next((draft.duration for draft in group.drafts if draft.duration is not None), None)
    if group.lead.kind == "visit" or ends is None or duration is None or group.when != ends:
        return group.when
    return until(ends, duration, back=True)


# What was part of what


def _visit_of(
    analysis: Analysis, group: Group, visits: Sequence[Group], statuses: Mapping[int, EngagementStatus]
) -> Group | None:
    """The visit that a meeting was part of: the same traveller, the host's people, no other date or place."""
    if group.lead.kind in {"visit", "call", "letter"}:
        return None
    fitting = [visit for visit in visits if _was_in(analysis, group, visit, statuses)]
    return max(fitting, key=lambda visit: _nearness(group, visit), default=None)


def _nearness(group: Group, visit: Group) -> tuple[bool, bool, bool, int]:
    """Of several fitting visits: the one whose country is the meeting's, that is dated as it is, told nearest."""
    place, host = _country(group), _country(visit)
    dated = group.when is not None and visit.when is not None
    distance = min(abs(first.sentence - second.sentence) for first in group.drafts for second in visit.drafts)
    return place is not None and place == host, dated, _alike(group, visit), -distance


def _alike(group: Group, visit: Group) -> bool:
    """Whether both are told as past or both as to come."""
    return (group.lead.status.value in OPEN) == (visit.lead.status.value in OPEN)


def _was_in(analysis: Analysis, group: Group, visit: Group, statuses: Mapping[int, EngagementStatus]) -> bool:
    visitors = [side.actor for side in visit.sides if side.role == "visitor"]
    hosts = visit.parties - {actor.country for actor in visitors}
    if visit.lead.background != group.lead.background or not {actor.key for actor in visitors} & group.people:
        return False
    if hosts and not hosts & group.parties:
        return False
    place, host = _country(group), _country(visit)
    if place and host and place != host:
        return False
    return _same_stage(visit, statuses[id(visit)], statuses[id(group)]) and _same_days(analysis, visit, group)


def _country(group: Group) -> str | None:
    """The state where it was, as far as the text says."""
    return next((draft.place.country or draft.host_country for draft in group.drafts if draft.place.country), None)


def _same_stage(visit: Group, first: EngagementStatus, second: EngagementStatus) -> bool:
    """Both called off, or neither, and nothing that was held in a visit that is still to come."""
    if visit.lead.status.weak:
        return second not in SETTLED
    return (first in SETTLED) == (second in SETTLED) and not (first in OPEN and second == "held")


def _same_days(analysis: Analysis, visit: Group, group: Group) -> bool:
    first, second = visit.when, group.when
    if second is None or second.start is None:
        return True
    first = first or next((draft.until for draft in visit.drafts if draft.until is not None), None)
    day, last = date.fromisoformat(second.start), date.fromisoformat(second.end or second.start)
    if first is None or first.start is None:
        return not (visit.lead.status.value in TOOK_PLACE and _is_long_ago(analysis, last))
    start, end = date.fromisoformat(first.start), date.fromisoformat(first.end or first.start)
    if visit.when is None:
        return start - timedelta(days=VISIT) <= day <= start
    if first.precision == "day":
        return start <= day <= start + timedelta(days=VISIT)
    return start - timedelta(days=WEEKEND) <= day <= end


def _is_long_ago(analysis: Analysis, day: date) -> bool:
    published = analysis.document.published.date
    return published is not None and (date.fromisoformat(published[:10]) - day).days > RECENT


# A visit spans what happened in it


def _spanning(
    analysis: Analysis, visit: Group, members: Sequence[Group], status: EngagementStatus, words: Words
) -> When | None:
    """The visit's days with those of its meetings: "his visit this week" of a Monday, whose talks began on Sunday."""
    ends = [draft.until for draft in visit.drafts if draft.until is not None]
    days = [when for when in (*(member.when for member in members), *ends) if when is not None and when.start]
    days = [when for when in days if when.precision == "day"]
    duration = next((draft.duration for draft in visit.drafts if draft.duration is not None), None)
    if visit.when is None and ends and duration is not None and (back := until(ends[0], duration, back=True)) is not None:
        return back  # "ended its visit on Sunday … during the three-day visit"
    own, published = _lasting(visit), analysis.document.published.date
    if own is None or own.start is None:
        return _bounded(visit, _over(days), words) if days and own is None else own
    start, end = own.start, own.end or own.start
    long = any(draft.duration is not None for draft in visit.drafts)
    if status == "held" and not long and published is not None and own.precision == "range" and start <= published[:10] < end:
        end = published[:10]  # what was held by now ended by now
    start = min([start, *(when.start for when in days if when.start)])
    end = max([end, *(when.end or when.start or end for when in days)])
    if (start, end) == (own.start, own.end):
        return own
    return own.model_copy(update={"start": start, "end": end, "precision": "day" if start == end else "range"})


def _lasting(visit: Group) -> When | None:
    """ "*arrived* on Monday for a *three-day* visit": from the day that one word gives, as long as another says."""
    duration = next((draft.duration for draft in visit.drafts if draft.duration is not None), None)
    return until(visit.when, duration) if duration is not None else visit.when


def _bounded(visit: Group, when: When, words: Words) -> When:
    """ "met X on Friday *at the end of a three-day visit*": the visit's last day is the meeting's; at its start, the first."""
    for draft in visit.drafts:
        if draft.duration is None:
            continue
        if closes(draft, words):
            return until(when.model_copy(update={"start": when.end, "precision": "day"}), draft.duration, back=True) or when
        if opens(draft, words):
            return until(when.model_copy(update={"end": when.start, "precision": "day"}), draft.duration) or when
    return when


def _over(days: Sequence[When]) -> When:
    start = min(when.start or "" for when in days)
    end = max(when.end or when.start or "" for when in days)
    first = next(when for when in days if when.start == start)
    return When(start=start, end=end, precision="day" if start == end else "range", text=None, anchor=first.anchor)


# What has no day of its own


def _in_its_visit(analysis: Analysis, group: Group, calendar: Calendar, words: Words) -> When | None:
    """A meeting told in a visit whose days do not hold the publication has the visit's; one that closed it, its last day."""
    parent = calendar.parent(group)
    when = calendar.when(parent) if parent is not None else None
    published = analysis.document.published.date
    if when is None or when.start is None or group.lead.background:
        return None
    end = when.end or when.start
    if any(_is_during(draft, parent) for draft in group.drafts if parent is not None):
        return when
    if any(_closes(draft, words) for draft in group.drafts):
        return when.model_copy(update={"start": end, "end": end, "precision": "day"})
    if end == when.start and parent is not None and _is_of_a_day(parent):
        return when
    if end == when.start or (published is not None and when.start <= published[:10] <= end):
        return None
    return when if (date.fromisoformat(end) - date.fromisoformat(when.start)).days <= VISIT else None


def _is_during(draft: Draft, visit: Group) -> bool:
    """ "met him twice *during the three-day visit*": told of the whole visit."""
    verb = draft.found.token
    phrases = [child for child in verb.children if child.lower_ == "during"]
    nouns = {item.i for phrase in phrases for item in syntax.prepositional_objects(phrase)}
    return any(other.sentence == draft.sentence and other.found.token.i in nouns for other in visit.drafts)


def _is_of_a_day(visit: Group) -> bool:
    """ "*visited* Baghdad on Monday", which was there and then; who "arrived on Monday" may have met others later."""
    return any(draft.found.token.lemma_ == "visit" and draft.when is not None for draft in visit.drafts)


def _closes(draft: Draft, words: Words) -> bool:
    """ "His meeting with Xi *capped* two days of talks"."""
    if draft.found.entry.pos != "noun":
        return False
    noun = draft.found.token
    # By place, not by the tree: the model takes "with Xi capped two days" for a noun phrase.
    verb = next((word for word in noun.doc[noun.i + 1 : noun.i + REACH] if word.tag_ in {"VBD", "VBZ"}), None)
    return verb is not None and not words.closing.isdisjoint(syntax.forms(verb))


def _news(analysis: Analysis, group: Group, groups: Sequence[Group], words: Words) -> When | None:
    """The day of publication for what an undated report tells first; the day told before for "also" and "had met"."""
    published = analysis.document.published.date
    if published is None or group.lead.background:
        return None
    told = _of_the_same_day(analysis, group, groups)
    if told is not None or group.lead.status.behind:
        return told
    lead, first = group.lead, _first_block(analysis)
    in_lead = lead.found.parse.sentence.block <= first + LEAD - 1
    if lead.status.weak or _is_only_mentioned(lead) or not (in_lead or _goes_on(analysis, group, groups, first, words)):
        return None
    day = _news_day(analysis, published)
    return When(start=day, end=day, precision="unknown", anchor="published")


def _goes_on(analysis: Analysis, group: Group, groups: Sequence[Group], first: int, words: Words) -> bool:
    """Whether a later paragraph goes on with the news: told in the simple past, of somebody whom the lead saw meet."""
    block = group.lead.found.parse.sentence.block
    if block > first + STORY - 1 or not is_narrative(analysis, group.lead, words):
        return False
    before = [other for other in groups if other.lead.found.parse.sentence.block <= first + LEAD - 1]
    news = [other for other in before if other.lead.status.value in TOOK_PLACE and not other.lead.background]
    dated = analysis.times_in(_start_of(analysis, block), group.lead.start)
    return any(other.people & group.people for other in news) and not any(time.type in {"DATE", "TIME"} for time in dated)


def _start_of(analysis: Analysis, block: int) -> int:
    return next(sentence.start for sentence in analysis.sentences if sentence.block == block)


def _news_day(analysis: Analysis, published: str) -> str:
    """The day on which the lead's news was: "agreed *on Tuesday*", printed on Wednesday; else that of publication."""
    last = date.fromisoformat(published[:10])
    sentence = next((sentence for sentence in analysis.sentences if sentence.kind == "paragraph"), None)
    parse = analysis.parses.get(sentence.index) if sentence is not None else None
    for time in analysis.times_in(parse.start, parse.end) if parse is not None else ():
        if parse is None or time.earliest is None or time.earliest != time.latest:
            continue
        token = parse.head_of(time.start, time.end)
        above = syntax.governors(token) if token is not None else ()
        verb = next((item for item in above if item.pos_ in {"VERB", "AUX"}), None)
        told = verb is not None and verb.tag_ == "VBD" and verb.dep_ in {"ROOT", "ccomp", "conj"}
        if told and 0 < (last - date.fromisoformat(time.earliest)).days <= FRESH:
            return time.earliest
    return _dateline_day(analysis, last) or published


def _dateline_day(analysis: Analysis, last: date) -> str | None:
    """ "PARIS, May 14 -", printed on May 15: the day that the story is dated."""
    lines = [(sentence.start, sentence.end) for sentence in analysis.sentences if sentence.kind == "dateline"]
    days = [time.earliest for line in lines[:1] for time in analysis.times_in(*line) if time.earliest == time.latest]
    return next((day for day in days if day and 0 < (last - date.fromisoformat(day)).days <= FRESH), None)


def _is_only_mentioned(draft: Draft) -> bool:
    """ "congratulated him on the outcome of *his meeting* with Trump": a noun deep below the news has another day."""
    if draft.found.entry.pos != "noun":
        return False
    top = (chain_above(draft.found.token) or [draft.found.token])[-1]
    if top.dep_ != "pobj":
        return False
    if draft.kind == "visit" and top.head.lower_ in {"after", "following"}:
        return True  # "*after her trips to* Rome and Tallinn, she hosted …"
    if top.head.lower_ not in {"of", "about", "from"}:
        return False
    return top.head.head.pos_ == "NOUN" and top.head.head.lower_ not in PARTS


def _first_block(analysis: Analysis) -> int:
    return next((sentence.block for sentence in analysis.sentences if sentence.kind == "paragraph"), 0)


def _of_the_same_day(analysis: Analysis, group: Group, groups: Sequence[Group]) -> When | None:
    """ "He *also* met Y", "At the Kremlin he *had* met Y": on the day told last of somebody who took part."""
    lead = group.lead
    also = any(child.lower_ in {"also", "earlier", "later", "separately"} for child in lead.found.token.children)
    if not (also or lead.status.behind):
        return None
    before = [other for other in groups if other.lead.start < lead.start and other.people & group.people]
    days = [other.when for other in before if other.lead.status.value in TOOK_PLACE and other.when is not None]
    published = analysis.document.published.date
    if not days and also and before and before[0].lead.found.parse.sentence.block <= _first_block(analysis) + LEAD - 1:
        return When(start=published, end=published, precision="unknown", anchor="published")
    near = [when for when in days if when.precision == "day"]
    return near[-1] if near else None
