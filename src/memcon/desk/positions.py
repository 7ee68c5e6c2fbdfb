"""Positions: what one side said on an issue over time, in which set phrases, with which stance; two sides side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from memcon.desk.evidence import Quoted, Shelf, first_of_each
from memcon.desk.pages import Line, Page, Section
from memcon.desk.phrases import Saying, SetPhrase, common_run, set_phrases
from memcon.desk.wording import count
from memcon.ledger import Ledger, Source, Utterance
from memcon.record import Model, Stance, Statement, StatementKind

MOSTLY = 0.5  # of a statement's words that are another side's: then it relays them
PHRASES_SHOWN = 12
NO_VERBS = ("according", "per", "quoted")


class Said(Model):
    """A statement as a position. `relays`: most of it is what somebody else said, told by this side.
    `told_by`: only the other side tells it."""

    id: str
    day: str | None = None
    speakers: tuple[str, ...]
    kind: StatementKind
    stance: Stance
    negated: bool = False
    words: str
    cue: str | None = None  # the verb by which reports give the words, where it is one
    about: tuple[str, ...] = ()
    relays: bool = False
    told_by: tuple[str, ...] = ()
    variants: int = 1
    quotes: tuple[Quoted, ...] = ()


class Positions(Model):
    """What an actor said on an issue, in the order of days, and the set phrases it used. `stances` counts statements."""

    actor: str
    issue: str
    statements: tuple[Said, ...] = ()
    phrases: tuple[SetPhrase, ...] = ()
    stances: dict[str, int]


class SideBySide(Model):
    """Two actors on one issue; `shared` are runs of either's set phrases that the other uses too, in small letters."""

    issue: str
    one: Positions
    other: Positions
    shared: tuple[str, ...] = ()


def positions(ledger: Ledger, actor: str, issue: str, *, since: str | None = None, until: str | None = None) -> Positions:
    """What a party said on an issue (an id such as "taiwan"), and the phrases it repeats.

    `since` and `until` are ISO days, both in. What it only relays of others is marked, and gives no phrases."""
    party, shelf = actor.upper(), Shelf(ledger)
    found = ledger.walk("statements", between=(party,), issue=issue, since=since, until=until)
    own = [each for each in found if party in {speaker.country for speaker in each.speakers}]
    said = {each.id: said_by(each, party, shelf) for each in own}
    sayings = [
        Saying(each.id, each.day, frozenset(source.source for source in each.sources), each.words)
        for each in own
        if each.day and not said[each.id].relays
    ]
    stances = Counter(each.stance for each in said.values() if not each.relays)
    return Positions(
        actor=party,
        issue=issue,
        statements=tuple(said.values()),
        phrases=set_phrases(sayings),
        stances={stance: stances[stance] for stance in sorted(stances)},
    )


def side_by_side(
    ledger: Ledger, one: str, other: str, issue: str, *, since: str | None = None, until: str | None = None
) -> SideBySide:
    """Two parties' positions on an issue."""
    first = positions(ledger, one, issue, since=since, until=until)
    second = positions(ledger, other, issue, since=since, until=until)
    return SideBySide(issue=issue, one=first, other=second, shared=shared_phrases(first, second))


def shared_phrases(first: Positions, second: Positions) -> tuple[str, ...]:
    """Runs of either side's set phrases that the other uses too, in small letters; none that is part of another."""
    runs = {
        run.casefold()
        for own, others in ((first, second), (second, first))
        for phrase in own.phrases
        for each in others.statements
        if not each.relays and (run := common_run(phrase.text, each.words))
    }
    return tuple(sorted(run for run in runs if not any(run != other and run in other for other in runs)))


def spoken_issues(
    ledger: Ledger, parties: Sequence[str], *, since: str | None = None, until: str | None = None
) -> Counter[str]:
    """How many statements of a party (of two: of one about the other) are on each issue. `since` and `until`: ISO days."""
    counts: Counter[str] = Counter()
    for each in ledger.walk("statements", between=tuple(parties), since=since, until=until):
        counts.update(each.issues)
    return counts


def live_issues(ledger: Ledger, parties: Sequence[str], since: date, until: date, most: int = 6) -> tuple[tuple[str, int], ...]:
    """The issues on which two parties spoke within some days: (issue, statements), most first.

    What they said of each other counts, and what documents on their engagements tell that either said."""
    documents = {source.document for each in ledger.walk("engagements", between=tuple(parties)) for source in each.sources}
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for party in parties:
        for each in ledger.walk("statements", between=(party,), since=since.isoformat(), until=until.isoformat()):
            mutual = set(parties) <= {*each.about, *(speaker.country for speaker in each.speakers)}
            spoke = party in {speaker.country for speaker in each.speakers}
            if spoke and each.id not in seen and (mutual or documents & {source.document for source in each.sources}):
                seen.add(each.id)
                counts.update(each.issues)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most])


def said_by(utterance: Utterance, party: str, shelf: Shelf) -> Said:
    """A party's statement as a position."""
    relays = all(_relays(source, party, shelf) for source in utterance.sources)
    tellers = set.intersection(*(_told_by(source, party, shelf) for source in utterance.sources))
    return Said(
        id=utterance.id,
        day=utterance.day,
        speakers=tuple(speaker.name or "somebody unnamed" for speaker in utterance.speakers),
        kind=utterance.kind,
        stance=utterance.stance,
        negated=utterance.negated,
        words=utterance.words,
        cue=_cue(utterance, shelf),
        about=utterance.about,
        relays=relays,
        told_by=() if relays else tuple(sorted(tellers)),
        variants=max(len(utterance.wordings), 1),
        quotes=shelf.quotes(utterance),
    )


def _cue(utterance: Utterance, shelf: Shelf) -> str | None:
    cues = [fact.cue for source in utterance.sources if isinstance(fact := shelf.fact(source), Statement) and fact.cue]
    verbs = [cue.exact for cue in cues if cue.exact.isalpha() and cue.exact.islower() and cue.exact not in NO_VERBS]
    return verbs[0] if verbs else None


def _relays(source: Source, party: str, shelf: Shelf) -> bool:
    """Does the statement, in this document, mostly hold what another side said?"""
    fact = _statement(source, shelf)
    inside = [each for each in shelf.record(source.document).statements if _holds(fact, each)]
    return any(party not in {speaker.country for speaker in each.speakers} for each in inside)


def _told_by(source: Source, party: str, shelf: Shelf) -> set[str]:
    """Who of another side tells the statement in this document, by name and party."""
    fact = _statement(source, shelf)
    outside = [each for each in shelf.record(source.document).statements if _holds(each, fact)]
    tellers = [*fact.relayed_by, *(speaker for each in outside for speaker in each.speakers)]
    return {f"{each.name or each.exact} ({each.country})" for each in tellers if each.country and each.country != party}


def _statement(source: Source, shelf: Shelf) -> Statement:
    fact = shelf.fact(source)
    assert isinstance(fact, Statement)
    return fact


def _holds(outer: Statement, inner: Statement) -> bool:
    """Is the inner statement, with its own cue, most of what the outer one says?"""
    if inner.cue is None or not outer.content.start <= inner.cue.start < outer.content.end:
        return False
    shared = min(outer.content.end, inner.content.end) - inner.content.start
    return inner.content.start > outer.content.start and shared >= MOSTLY * (outer.content.end - outer.content.start)


def positions_page(answer: Positions) -> Page:
    """One side's positions laid out for people."""
    return Page(title=f"Positions of {answer.actor}: {answer.issue}", about=(_counts(answer),), sections=_sections(answer))


def side_by_side_page(answer: SideBySide) -> Page:
    """Two sides' positions laid out for people."""
    sides = answer.one, answer.other
    shared = Section(
        title="Phrases of both sides",
        lines=tuple(Line(text=f"“{phrase}”") for phrase in answer.shared),
        nothing="No set phrase of one side is in the other's statements.",
    )
    return Page(
        title=f"Positions on {answer.issue}: {answer.one.actor} beside {answer.other.actor}",
        about=tuple(f"{side.actor}: {_counts(side)}" for side in sides),
        sections=(*(section for side in sides for section in _sections(side, f"{side.actor}: ")), shared),
    )


def _counts(answer: Positions) -> str:
    stances = ", ".join(f"{number} {stance}" for stance, number in answer.stances.items())
    relayed = sum(each.relays for each in answer.statements)
    return f"{count(len(answer.statements), 'statement')}: {stances or 'none'}{f'; {relayed} relay others' if relayed else ''}"


def _sections(answer: Positions, prefix: str = "") -> tuple[Section, ...]:
    return (
        Section(title=f"{prefix}Statements", lines=tuple(said_line(each) for each in answer.statements)),
        Section(
            title=f"{prefix}Set phrases",
            lines=tuple(_phrase_line(each) for each in answer.phrases[:PHRASES_SHOWN]),
            nothing="No run of words recurs.",
        ),
    )


def said_line(said: Said) -> Line:
    """A statement as a line."""
    relays = "relays: " if said.relays else ""
    denied = ", negated" if said.negated else ""
    words = " ".join(said.words.split())
    notes = [f"worded in {said.variants} ways by reports"] if said.variants > 1 else []
    notes += [f"as told by {', '.join(said.told_by)}"] if said.told_by else []
    return Line(
        mark=said.day or "undated",
        text=f"{', '.join(said.speakers)}{f' {said.cue}' if said.cue else ''} ({said.stance}{denied}): {relays}{words}",
        notes=tuple(notes),
        items=(said.id,),
        quotes=first_of_each(said.quotes),
    )


def _phrase_line(phrase: SetPhrase) -> Line:
    notes = [f"used {', '.join(dict.fromkeys(use.day for use in phrase.uses))}"]
    for use in phrase.changed:
        changes = "; ".join(f"“{gone or '∅'}” → “{come or '∅'}”" for gone, come in use.differences)
        notes.append(f"changed {use.day} to “{' '.join(use.wording.split())}”: {changes} ({use.item})")
    if phrase.silent:
        notes.append(f"{count(phrase.silent, 'later statement')} without it")
    items = tuple(dict.fromkeys(use.item for use in phrase.uses))
    return Line(mark=f"{len(phrase.uses)} ×", text=f"“{' '.join(phrase.text.split())}”", notes=tuple(notes), items=items)
