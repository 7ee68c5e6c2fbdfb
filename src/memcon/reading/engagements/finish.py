"""From groups of drafts to the record's engagements: one status, one date, participants, evidence, confidence, ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis
from memcon.reading.covering import statements_over
from memcon.reading.engagements.days import Calendar, calendar_of
from memcon.reading.engagements.deeds import told_by_a_deed
from memcon.reading.engagements.drafts import PEOPLE, Draft
from memcon.reading.engagements.merge import Group
from memcon.reading.engagements.outcomes import Outcome, outcomes_of
from memcon.reading.engagements.participants import participants_of
from memcon.reading.engagements.words import Words
from memcon.reading.issues import find_issues
from memcon.reading.spelling import spellings
from memcon.record import (
    DescribedAs,
    Engagement,
    EngagementKind,
    EngagementStatus,
    Evidence,
    Format,
    Place,
    Reporter,
    Statement,
    When,
)

LONGEST = 300  # characters of an evidence span
HALVES = frozenset({"North", "South"})
SPECIFIC: tuple[EngagementKind, ...] = ("dinner", "lunch", "breakfast", "summit", "trilateral", "conference")


def engagements_of(
    analysis: Analysis, groups: list[Group], statements: tuple[Statement, ...], words: Words
) -> tuple[Engagement, ...]:
    """The engagements in text order, numbered, with what is part of what."""
    ordered = sorted(groups, key=lambda group: group.lead.start)
    ids = {id(group): f"e{number}" for number, group in enumerate(ordered, start=1)}
    names = spellings(analysis)
    told_in = _told_in(ordered)
    found: list[Engagement] = []
    for near in _neighbours(ordered):
        outcomes = outcomes_of(near)
        calendar = calendar_of(analysis, near, {key: outcome.status for key, outcome in outcomes.items()}, words)
        for group in near:
            outcome = outcomes[id(group)]
            found.append(_engagement(analysis, group, ids, calendar, outcome, told_in, statements, names, words))
    return tuple(found)


NEIGHBOURS = 150  # groups; no report that accuracy is measured on has a quarter of that


def _neighbours(ordered: list[Group]) -> Iterator[list[Group]]:
    """Groups of which one may be a part of another: all, but in a text as long as a book those near each other."""
    size = NEIGHBOURS if len(ordered) > 2 * NEIGHBOURS else max(1, len(ordered))
    yield from (ordered[first : first + size] for first in range(0, len(ordered), size))


def _told_in(groups: list[Group]) -> dict[int, set[int]]:
    """By sentence the ids of the groups that it tells of."""
    found: dict[int, set[int]] = {}
    for group in groups:
        for draft in group.drafts:
            found.setdefault(draft.sentence, set()).add(id(group))
    return found


def _engagement(
    analysis: Analysis,
    group: Group,
    ids: dict[int, str],
    calendar: Calendar,
    outcome: Outcome,
    told_in: dict[int, set[int]],
    statements: tuple[Statement, ...],
    names: dict[str, str],
    words: Words,
) -> Engagement:
    host = next((draft.host_country for draft in group.drafts if draft.host_country), None)
    parties = group.parties
    when = calendar.when(group)
    parent = calendar.parent(group)
    return Engagement(
        id=ids[id(group)],
        kind=_kind(group),
        format=_format(group),
        status=_as_of(analysis, outcome.status, when),
        background=all(draft.background for draft in group.drafts if draft.sides),
        participants=participants_of(group.sides, host, names),
        parties=tuple(sorted(parties)),
        when=when,
        duration=next((draft.duration for draft in group.drafts if draft.duration), None),
        place=Place() if _kind(group) == "call" else _place(group, parent),
        described_as=_described(group),
        issues=_issues(analysis, group, told_in, words),
        reason=next((draft.reason for draft in group.drafts if draft.reason), None),
        history=outcome.history,
        part_of=ids[id(parent)] if parent is not None else None,
        reported_by=_reporters(analysis, group, statements),
        confidence=_confidence(group, when),
        rule=_telling(group).rule,
        evidence=_evidence(analysis, group, calendar.proofs.get(id(group), ())),
    )


def _telling(group: Group) -> Draft:
    """The first draft that a word of contact tells; a deed's where none does."""
    by_words = (draft for draft in group.drafts if draft.sides and not draft.back and not told_by_a_deed(draft.found))
    return next(by_words, group.lead)


def _as_of(analysis: Analysis, status: EngagementStatus, when: When | None) -> EngagementStatus:
    """The status on the day of publication: what begins days after it has not been held, whatever the headline's tense."""
    published = analysis.document.published.date
    if status != "held" or published is None or when is None or when.start is None:
        return status
    ahead = (date.fromisoformat(when.start) - date.fromisoformat(published[:10])).days
    return "planned" if ahead > _ZONES else status


_ZONES = 1  # days by which clocks around the world may differ from the page's date


def _kind(group: Group) -> EngagementKind:
    """The lead's kind, or a more telling one where the same clause gives it: "discussed … in a telephone call"."""
    lead = group.lead
    kinds = [draft.kind for draft in group.drafts if draft.sentence == lead.sentence or draft.back]
    if lead.kind == "talks" and "call" in kinds:
        return "call"
    return next((kind for kind in kinds if kind in SPECIFIC), lead.kind)


def _format(group: Group) -> Format | None:
    """By phone where nothing says how a call was made; in person where a place says so."""
    if _kind(group) == "call":
        return next((draft.format for draft in group.drafts if draft.format in {"phone", "video"}), "phone")
    return group.lead.format or ("in_person" if _place(group).name and group.lead.kind != "letter" else None)


def _place(group: Group, visit: Group | None = None) -> Place:
    """The first place told; a building without a name stands in the country of the visit that the meeting was part of."""
    place = next((draft.place for draft in group.drafts if draft.place.name), Place())
    if place.country is not None and place.city is None and group.lead.kind == "visit" and place.name in HALVES:
        towns = (draft.place for draft in group.drafts if draft.place.city and draft.place.country == place.country)
        place = next(towns, place)  # "the first to go to *the North* … arrived in *Pyongyang*"
    if place.name and place.country is None and visit is not None:
        country = next((draft.host_country for draft in visit.drafts if draft.host_country), None)
        return place.model_copy(update={"country": country})
    return place


def _described(group: Group) -> tuple[DescribedAs, ...]:
    chosen: dict[str, DescribedAs] = {}
    for draft in group.drafts:
        for item in draft.described:
            if not chosen.get(item.text, item).by:
                chosen[item.text] = item
            chosen.setdefault(item.text, item)
    return tuple(chosen.values())


def _issues(analysis: Analysis, group: Group, told_in: dict[int, set[int]], words: Words) -> tuple[str, ...]:
    """Issues named in the engagement's own sentences, and in those after them that say what was talked about."""
    own = sorted({draft.sentence for draft in group.drafts})
    found: dict[str, None] = {}
    for index in [*own, *_topic_sentences(analysis, own, told_in, id(group), words)]:
        sentence = analysis.sentences[index]
        issues = find_issues(analysis.document, sentence.start, sentence.end, analysis.lexicon, group.parties)
        found.update(dict.fromkeys(issues))
    return tuple(found)


def _topic_sentences(
    analysis: Analysis, own: list[int], told_in: dict[int, set[int]], group: int, words: Words
) -> Iterator[int]:
    """ "They *discussed* the corridor": sentences with a word of talking that no other engagement's sentence comes before."""
    for index in range(own[0] + 1, len(analysis.sentences)):
        if told_in.get(index, set()) - {group}:
            return
        parse = analysis.parses.get(index)
        lemmas = {form for token in parse.doc for form in syntax.forms(token)} if parse is not None else set()
        if index not in own and not lemmas.isdisjoint(words.topics):
            yield index


def _reporters(analysis: Analysis, group: Group, statements: tuple[Statement, ...]) -> tuple[Reporter, ...]:
    """Who says so: the speakers of the statements whose content holds a trigger; who is named after "according to".

    Nobody where the text itself tells it, and not who only leans on it: "China was cool ahead of Blinken's visit"."""
    telling = [draft for draft in group.drafts if not draft.status.weak]
    told = [(draft, tuple(_reporters_of(analysis, draft, statements))) for draft in telling]
    if any(draft.sides and not draft.back and not reporters for draft, reporters in told):
        return ()
    found: dict[str, Reporter] = {}
    for _, reporters in told:
        for reporter in reporters:
            found.setdefault(reporter.name, reporter)
    return tuple(found.values())


def _reporters_of(analysis: Analysis, draft: Draft, statements: tuple[Statement, ...]) -> Iterator[Reporter]:
    for statement in statements_over(analysis, statements, draft.start):
        for speaker in statement.relayed_by or statement.speakers:
            yield Reporter(name=speaker.name or speaker.exact, country=speaker.country)
    for mention in _after_according(analysis, draft):
        name = (mention.actor.name if mention.actor else None) or analysis.text[mention.start : mention.end]
        yield Reporter(name=name, country=next(iter(mention.parties), None))


def _after_according(analysis: Analysis, draft: Draft) -> Iterator[Mention]:
    parse = draft.found.parse
    for token in parse.doc:
        if token.lower_ == "according":
            yield from analysis.mentions_in(parse.begins(token), min(parse.end, parse.begins(token) + 80))[:1]


@dataclass(frozen=True, slots=True)
class _Weights:
    """Where confidence starts, and what takes from it."""

    start: float = 0.93
    weak: float = 0.2
    background: float = 0.1
    no_people: float = 0.15
    one_named: float = 0.05
    not_held: float = 0.05
    no_date: float = 0.03
    by_a_deed: float = 0.1


def _confidence(group: Group, when: When | None) -> float:
    weights = _Weights()
    lead = group.lead
    named = {side.actor.country for side in group.sides if side.actor.kind in PEOPLE}
    value = weights.start
    value -= weights.weak if lead.status.weak else 0
    value -= weights.background if lead.background else 0
    value -= weights.no_people if not named else weights.one_named if len(named) == 1 else 0
    value -= weights.not_held if lead.status.value != "held" else 0
    value -= weights.no_date if when is None else 0
    value -= weights.by_a_deed if told_by_a_deed(_telling(group).found) else 0
    return round(max(value, 0.2), 2)


def _evidence(analysis: Analysis, group: Group, dated: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    found: dict[tuple[int, int], set[str]] = {(item.start, item.end): set(item.of) for item in dated}
    for draft in group.drafts:
        if draft is group.lead or draft.sides:
            found.setdefault(_core(draft), set()).update(("kind", "status", "participants"))
        for item in draft.evidence:
            found.setdefault((item.start, item.end), set()).update(item.of)
    return tuple(analysis.evidence(start, end, *sorted(of)) for (start, end), of in sorted(found.items()))


def _core(draft: Draft) -> tuple[int, int]:
    """From the first to the last of the trigger and the mentions of the sides in its sentence, as far as that is short."""
    parse = draft.found.parse
    spans = [(draft.found.start, draft.found.end)]
    spans += [(s.mention.start, s.mention.end) for s in draft.sides if parse.start <= s.mention.start < parse.end]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    return (start, end) if end - start <= LONGEST else spans[0]
