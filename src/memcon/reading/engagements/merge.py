"""Drafts of the same engagement become one: "Xi met Lula … the two leaders' talks … the meeting lasted an hour"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from memcon.reading.engagements.drafts import Draft, Side
from memcon.reading.engagements.inherited import filled
from memcon.reading.engagements.participants import is_diplomacy, with_sides
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import carrier_of
from memcon.record import Place, When

NEAR = 2  # sentences after background within which an undated word can still mean it
LONGEST = 31  # days that a visit or talks may last
SETTLED = frozenset({"postponed", "cancelled", "declined", "denied"})
CONTRAST = frozenset({"however", "but", "instead", "still", "yet", "nevertheless", "nonetheless"})
OPEN = frozenset({"planned", "expected", "proposed", "invited"})


@dataclass
class Group:
    """The drafts of one engagement, those that name the sides first told first."""

    drafts: list[Draft] = field(default_factory=list)

    @property
    def lead(self) -> Draft:
        return self.drafts[0]

    @property
    def sides(self) -> tuple[Side, ...]:
        sides: tuple[Side, ...] = ()
        for draft in self.drafts:
            named = {side.actor.country for side in sides if side.actor.kind == "person"}
            # "their talks" may be read as those of too many: it names nobody beside those named before.
            more = () if _only_describes(draft) and named else draft.sides
            more = tuple(s for s in more if not (draft.back and s.actor.country in named))
            sides = with_sides(sides, more)
        return sides

    @property
    def parties(self) -> frozenset[str]:
        return frozenset().union(*(draft.parties for draft in self.drafts))

    @property
    def people(self) -> frozenset[str]:
        return frozenset().union(*(draft.people for draft in self.drafts))

    @property
    def when(self) -> When | None:
        """The first date told; of drafts that begin on its day the longest: "arrives on Thursday for a three-day visit"."""
        whens = [draft.when for draft in self.drafts if draft.when is not None]
        if not whens or whens[0].precision != "day":
            return whens[0] if whens else None
        same = [
            when for when in whens if when.start == whens[0].start and when.precision in {"day", "range"} and _is_short(when)
        ]
        return max(same, key=lambda when: when.end or "")


def _is_short(when: When) -> bool:
    """Whether this can be how long an occasion lasted, and is no "in the coming months"."""
    days = [date.fromisoformat(day) for day in (when.start, when.end) if day is not None]
    return len(days) < 2 or (days[1] - days[0]).days <= LONGEST


def merged(drafts: list[Draft], words: Words) -> tuple[list[Group], list[Draft]]:
    """(engagements in text order, drafts that no engagement takes)."""
    groups: list[Group] = []
    left: list[Draft] = []
    told: list[Draft] = []
    for bare in drafts:
        draft = filled(bare, told, words)
        told.append(draft)
        complete = is_diplomacy(draft, words)
        group = _home(groups, draft, complete, words)
        if group is not None:
            group.drafts.append(_without_the_tours_dates(groups, draft))
        elif complete and not _only_describes(draft) and not _points_back(draft):
            groups.append(Group([draft]))
        elif draft.kind in words.family and (inherited := _inherited(groups, draft)) is not None:
            groups.append(Group([inherited]))
        else:
            left.append(draft)
    return groups, left


def _without_the_tours_dates(groups: list[Group], draft: Draft) -> Draft:
    """A tour of several stops is joined to one of them, but its dates are not that stop's."""
    if draft.kind != "visit" or draft.visited is not None:
        return draft
    own = {side.actor.key for side in draft.sides}
    stops = [g for g in groups if g.lead.kind == "visit" and g.lead.status.value in OPEN and own & g.people]
    return replace(draft, when=None, duration=None, place=Place()) if len(stops) > 1 else draft


def _home(groups: list[Group], draft: Draft, complete: bool, words: Words) -> Group | None:
    """The group that the draft belongs to: the nearest before it that nothing speaks against."""
    beside = next((group for group in reversed(groups) if _told_beside(group, draft)), None)
    if beside is not None:
        return beside
    for group in reversed(groups):
        more = draft.found.entry.pos == "verb" or (len(group.people) > 1 and group.people <= draft.people)
        # "leaders of the bloc met for a session chaired by X"
        more = more or (group.parties <= draft.parties and not group.people)
        another = group.lead.sentence != draft.sentence and words.family.get(draft.kind) != words.family.get(group.lead.kind)
        if _same_clause(group, draft) and (_within(draft, group) or more) and not (another and complete):
            return group  # but "they also spoke of it *at a dinner*" tells of another occasion than the talks before
    fitting = [group for group in groups if _fits(group, draft, complete, words)]
    return max(fitting, key=lambda group: _closeness(group, draft), default=None)


def _told_beside(group: Group, draft: Draft) -> bool:
    """ "goes to Ankara on Wednesday, *his first trip to Turkey in years*": the visit that the clause before tells."""
    if draft.kind != "visit" or group.lead.kind != "visit" or draft.found.entry.pos != "noun" or not _same_trip(group, draft):
        return False
    loose = draft.found.token.dep_ in {"appos", "npadvmod", "dep", "conj"} and carrier_of(draft.found.token) is None
    return loose and draft.host_country is not None and any(other.sentence == draft.sentence for other in group.drafts)


def _closeness(group: Group, draft: Draft) -> tuple[bool, bool, bool, bool, int]:
    """Of several fitting groups: the news, the same status, the same people, the same kind, the nearest told before."""
    return (
        draft.background or not group.lead.background,
        group.lead.status.value == draft.status.value or draft.status.value == "held",
        bool(draft.people) and draft.people <= group.people,
        group.lead.kind == draft.kind,
        max(other.start for other in group.drafts),
    )


def _same_clause(group: Group, draft: Draft) -> bool:
    """ "hosted X for dinner", "met for talks": the noun hangs on the verb of the other."""
    if draft.found.entry.pos == "verb":
        return _hosted_there(group, draft)
    if draft.kind == "visit":
        return False
    carrier = carrier_of(draft.found.token)
    return carrier is not None and any(
        other.sentence == draft.sentence and other.kind != "visit" and _hangs_on(draft, other, carrier)
        for other in group.drafts
    )


def _hangs_on(draft: Draft, other: Draft, carrier: Any) -> bool:
    """Whether the verb is the other's own word, or has its noun too: "held *talks over lunch*"."""
    if other.found.token.i == carrier.i:
        return True
    over = draft.found.token.dep_ == "pobj" and draft.found.token.head.lower_ == "over"
    own = carrier_of(other.found.token) if over and other.found.entry.pos == "noun" else None
    return own is not None and bool(own.i == carrier.i)


def _hosted_there(group: Group, draft: Draft) -> bool:
    """ "X and Y met in Doha, *hosted* by Z": the clause hangs on what they did and adds who received them."""
    verb = draft.found.token
    if verb.dep_ not in {"acl", "advcl", "relcl"} or not any(side.role == "host" for side in draft.sides):
        return False
    return any(other.sentence == draft.sentence and other.found.token.i < verb.i for other in group.drafts) and (
        len(group.people) > 1 and group.people < draft.people and group.lead.kind != "visit"
    )


def _fits(group: Group, draft: Draft, complete: bool, words: Words) -> bool:
    if not _families_fit(group, draft, complete, words) or not _people_fit(group, draft, complete):
        return False
    if not _dates_fit(group, draft):
        return False
    if complete or draft.found.entry.pos == "verb" or draft.sides:
        return _statuses_fit(group, draft)
    # "the meeting", "those talks": what is told of it need not repeat its status.
    if _is_over(draft) and group.lead.status.value in OPEN and not group.lead.status.weak:
        return False
    if draft.background and not group.lead.background and draft.when is not None:
        return False
    return draft.back and (draft.status.value in {"held", "ongoing"} or _statuses_fit(group, draft))


def _is_over(draft: Draft) -> bool:
    """Whether a verb tells the noun in the past: "the talks *lasted*", "negotiations *took place*"."""
    return draft.status.value == "held" and draft.status.told and not draft.status.present


def _families_fit(group: Group, draft: Draft, complete: bool, words: Words) -> bool:
    mine, theirs = words.family.get(draft.kind), words.family.get(group.lead.kind)
    if mine == theirs == "meal" and draft.kind != group.lead.kind:
        return False  # "gave them dinner … had hosted a lunch for them"
    if mine == theirs or (group.lead.format == "video" and {mine, theirs} == {"contact", "call"}):
        return True
    if draft.back and mine == "meal" and any(words.family.get(other.kind) == mine for other in group.drafts):
        return True  # "hosted X for *dinner*. … At *the dinner* he said"
    loose = draft.found.entry.lemma in words.back or draft.kind == "talks"
    loose_group = group.lead.kind == "talks" or group.lead.found.entry.lemma in words.back
    return {mine, theirs} <= {"contact", "call"} and (loose or loose_group) and draft.kind != "letter"


def _people_fit(group: Group, draft: Draft, complete: bool) -> bool:
    if not complete:
        return draft.back and draft.found.entry.pos == "noun" and _within(draft, group)
    if draft.kind == "visit":
        return _same_trip(group, draft)
    if draft.parties != group.parties and not (draft.parties < group.parties or group.parties < draft.parties):
        return False
    gesture = draft.found.entry.lemma == "shake hands"  # "shook hands after the talks that the premier hosted"
    told_before = gesture or (draft.back and draft.people & group.people)
    if draft.parties != group.parties and not (told_before and draft.parties < group.parties):
        return False
    return not _clash(group, draft)


def _within(draft: Draft, group: Group) -> bool:
    keys = {side.actor.key for side in draft.sides if side.actor.kind == "person"}
    return keys <= group.people and draft.parties <= group.parties


def _only_describes(draft: Draft) -> bool:
    """ "the first visit by a Turkish president since 2016": a fact about a visit told elsewhere."""
    named = any(side.actor.kind == "person" for side in draft.sides)
    return draft.kind == "visit" and not named and any(child.lower_ == "first" for child in draft.found.token.lefts)


def _points_back(draft: Draft) -> bool:
    """ "In *these calls* they took stock": what was told already, by people who are named nowhere near."""
    pronouns = all(side.mention.kind == "pronoun" for side in draft.sides)
    return draft.back and pronouns and any(child.lower_ in {"these", "those"} for child in draft.found.token.lefts)


def _same_trip(group: Group, draft: Draft) -> bool:
    travellers = {side.actor.key for side in draft.sides if side.role == "visitor"}
    theirs = {side.actor.key for side in group.sides if side.role == "visitor"}
    if _only_describes(draft):
        travellers = {side.actor.country or "" for side in draft.sides}
        theirs = {side.actor.country or "" for side in group.sides if side.role == "visitor"}
    if not travellers & theirs:
        return False
    hosts = {d.host_country for d in group.drafts if d.host_country}
    return draft.host_country is None or not hosts or draft.host_country in hosts


def _clash(group: Group, draft: Draft) -> bool:
    """Whether both name people of one party and none is the same."""
    for party in draft.parties & group.parties:
        mine = {s.actor.key for s in draft.sides if s.actor.country == party and s.actor.kind == "person"}
        theirs = {s.actor.key for s in group.sides if s.actor.country == party and s.actor.kind == "person"}
        if mine and theirs and not mine & theirs:
            return True
        counterparts = any(s.actor.country == party and "counterpart" in (s.actor.name or "") for s in group.sides)
        if mine and not theirs and draft.found.entry.pos == "verb" and not _headlined(group) and not counterparts:
            return True
    return False


def _headlined(group: Group) -> bool:
    return group.lead.found.parse.sentence.kind in {"headline", "heading", "caption"}


def _dates_fit(group: Group, draft: Draft) -> bool:
    mine, theirs = draft.when, group.when
    if mine is None or theirs is None or mine.start is None or theirs.start is None:
        return mine is None or draft.background == group.lead.background or theirs is None
    return mine.start <= (theirs.end or theirs.start) and theirs.start <= (mine.end or mine.start)


def _statuses_fit(group: Group, draft: Draft) -> bool:
    mine, theirs = draft.status, group.lead.status
    if draft.background != group.lead.background and draft.when is not None:
        return False
    if group.lead.background and not draft.background and draft.sentence - group.drafts[-1].sentence > NEAR:
        return False
    if mine.weak or theirs.weak or mine.value == theirs.value:
        return True
    if mine.present and draft.when is None and draft.sentence == group.drafts[-1].sentence:
        return True  # "*arrives* on Thursday for a *visit*": the day makes a plan of the one, and so of the other
    if mine.value in OPEN and theirs.value in OPEN:
        return True
    if {mine.value, theirs.value} <= {"held", "ongoing"}:
        return True
    if theirs.value in OPEN and _only_names(draft) and draft.people == group.people:
        return True
    if mine.value in SETTLED:
        return theirs.value in OPEN or theirs.value in SETTLED
    later = draft.found.entry.pos == "verb" and draft.sentence > group.lead.sentence
    if later and (theirs.value == "denied" or draft.found.parse.doc[0].lower_ in CONTRAST):
        return False  # "No meeting of the two is scheduled. They *would see each other* at the summit"
    return mine.value in OPEN and theirs.value in SETTLED


def _only_names(draft: Draft) -> bool:
    """ "The details of *the Lula-Petro meeting* are open": a noun of which no verb says what became of it."""
    noun = draft.found.entry.pos == "noun" and draft.back and draft.when is None
    return noun and draft.status.value == "held" and draft.status.cue is None and not draft.status.told


def _inherited(groups: list[Group], draft: Draft) -> Draft | None:
    """ "Those talks …, followed by a two-hour dinner": a new engagement of the same people, told in the same sentence."""
    if draft.sides or draft.back or draft.kind == "visit":
        return None
    carrier = carrier_of(draft.found.token)
    if carrier is None or carrier.lemma_.lower() not in {"follow", "precede"}:
        return None
    last = next((g for g in reversed(groups) if any(d.sentence == draft.sentence for d in g.drafts)), None)
    return None if last is None else replace(draft, sides=last.sides, when=last.when)
