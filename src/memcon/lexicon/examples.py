"""Whether a record read from a marked-up sentence is what the example says: each predicate proves itself.

Every section of a predicate has its expectation for its positive, its negated and its planned examples. The rules stand
in docs/lexicon.md; a problem is one line that says what was wanted and what was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from memcon.lexicon.markup import Example, Marked, parse_example
from memcon.lexicon.sections import CommitmentSignal, EngagementSignal, EventSignal, SpeechSignal
from memcon.lexicon.types import Predicate
from memcon.record import Commitment, Event, Record, Span, Statement

Polarity = Literal["positive", "negated", "planned"]
POLARITIES: tuple[Polarity, ...] = ("positive", "negated", "planned")
PUBLISHED = "2024-03-07"  # a Thursday; examples are read as if printed on this day
HAPPENED = frozenset({"held", "ongoing"})
TO_COME = frozenset({"planned", "expected", "proposed", "invited"})
# A text calls one contact by several kinds; these pairs are not told apart in the examples.
ALIKE = (frozenset({"meeting", "talks", "trilateral"}), frozenset({"visit", "summit"}))


def failing_examples(predicates: Iterable[Predicate], read: Callable[[str], Record]) -> Iterator[str]:
    """One line for each example that is not read as it says, in order. `read` reads a text as printed on PUBLISHED."""
    for predicate in predicates:
        for polarity in POLARITIES:
            for marked in getattr(predicate, polarity):
                example = parse_example(marked)
                for problem in check_example(example, read(example.text), predicate, polarity):
                    yield f"{predicate.source}: {predicate.lemma} ({polarity}): {problem}\n    {marked}"


def check_example(example: Example, record: Record, predicate: Predicate, polarity: Polarity) -> list[str]:
    """What is wrong with a record read from the example, one line for each problem; empty where all is right."""
    return [*_general(example, record), *_by_section(example, record, predicate, polarity)]


def _general(example: Example, record: Record) -> Iterator[str]:
    for time in example.times:
        values = [read.value for read in record.times if (read.start, read.end) == (time.start, time.end)]
        if time.value not in values:
            yield f"{example.text[time.start : time.end]!r} was read as {values or 'no time'}, not {time.value}"
    names = {person.name for engagement in record.engagements for person in engagement.participants}
    names |= {speaker.name for statement in record.statements for speaker in statement.speakers}
    for actor in example.actors:
        if actor.name and actor.name not in names:
            yield f"{example.text[actor.start : actor.end]!r} was not resolved to {actor.name}"


def _by_section(example: Example, record: Record, predicate: Predicate, polarity: Polarity) -> Iterator[str]:
    if predicate.engagement:
        yield from _engagement_problems(example, record, predicate.engagement, polarity)
    if predicate.speech:
        yield from _speech_problems(example, record, predicate.speech, polarity)
    if predicate.commitment:
        yield from _commitment_problems(example, record, predicate.commitment, polarity)
    if predicate.event:
        yield from _event_problems(example, record, predicate.event, polarity)


def _engagement_problems(example: Example, record: Record, signal: EngagementSignal, polarity: Polarity) -> Iterator[str]:
    of_kind = [e for e in record.engagements if _alike(e.kind, signal.kind)]
    said = "; ".join(f"{e.kind} {e.status} {'/'.join(e.parties)}" for e in record.engagements) or "no engagement"
    if polarity == "positive":
        if not any(e.status == signal.status and example.parties <= set(e.parties) for e in of_kind):
            yield f"wanted a {signal.kind} {signal.status} of {sorted(example.parties)}; read: {said}"
    elif polarity == "negated":
        if any(e.status in {signal.status, "held"} and not e.background for e in of_kind):
            yield f"wanted no {signal.kind} {signal.status}; read: {said}"
    elif signal.status in HAPPENED:
        if not any(e.status in TO_COME and example.parties <= set(e.parties) for e in of_kind):
            yield f"wanted a {signal.kind} to come of {sorted(example.parties)}; read: {said}"
    elif any(e.status in HAPPENED and not e.background for e in of_kind):
        yield f"wanted no {signal.kind} held; read: {said}"


def _alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= kinds for kinds in ALIKE)


def _speech_problems(example: Example, record: Record, signal: SpeechSignal, polarity: Polarity) -> Iterator[str]:
    own = [s for s in record.statements if s.cue and _overlaps(s.cue, example.triggers)]
    said = "; ".join(_shown(s) for s in record.statements) or "no statement"
    speaker = example.actors[0].value if example.actors else None
    if polarity == "positive":
        right = (s for s in own if _spoken_by(s, speaker) and _covers(s, example))
        if not any(s.cue and s.cue.sense == signal.sense for s in right):
            yield f"wanted a statement ({signal.sense}) of {speaker}; read: {said}"
    elif polarity == "negated" and not signal.negated:
        if any(not s.negated for s in own):
            yield f"wanted no statement, or a negated one; read: {said}"
    elif any(not _spoken_by(s, speaker) for s in own):
        yield f"wanted {speaker} as the speaker; read: {said}"


def _shown(statement: Statement) -> str:
    speakers = "/".join(speaker.country or speaker.exact for speaker in statement.speakers)
    cue = statement.cue.exact if statement.cue else "no cue"
    return f"{speakers} {cue!r} {'not ' if statement.negated else ''}{statement.content.exact!r}"


def _spoken_by(statement: Statement, party: str | None) -> bool:
    return party is None or any(speaker.country == party for speaker in statement.speakers)


def _covers(statement: Statement, example: Example) -> bool:
    """Whether each marked content is (but for marks and stops at its ends) the statement's."""
    pieces = statement.content.parts or (statement.content,)
    return all(any(_same(piece, mark, example.text) for piece in pieces) for mark in example.contents)


def _same(span: Span, mark: Marked, text: str) -> bool:
    trimmed = " \"“”'.,"
    return span.exact.strip(trimmed) == text[mark.start : mark.end].strip(trimmed)


def _commitment_problems(example: Example, record: Record, signal: CommitmentSignal, polarity: Polarity) -> Iterator[str]:
    of_kind = [c for c in record.commitments if c.kind == signal.kind]
    said = "; ".join(_told(c) for c in record.commitments) or "no commitment"
    if polarity == "positive":
        if not any(c.by and set(c.by) <= example.parties and not c.negated for c in of_kind):
            yield f"wanted a {signal.kind} by one of {sorted(example.parties)}; read: {said}"
    elif polarity == "negated":
        if any(not c.negated for c in of_kind):
            yield f"wanted no {signal.kind}; read: {said}"
    elif any(not set(c.by) <= example.parties for c in of_kind):
        yield f"wanted a {signal.kind} by none but {sorted(example.parties)}; read: {said}"


def _told(commitment: Commitment) -> str:
    return f"{commitment.kind} by {'/'.join(commitment.by)}{' (negated)' if commitment.negated else ''}"


def _event_problems(example: Example, record: Record, signal: EventSignal, polarity: Polarity) -> Iterator[str]:
    of_type = [e for e in record.events if e.type == signal.type]
    said = "; ".join(f"{e.type} {e.mode} {e.actor}→{e.recipient} {e.status}" for e in record.events) or "no event"
    if polarity == "positive":
        if not any(_right(event, signal, example) for event in of_type):
            yield f"wanted {signal.type} {signal.mode} of {sorted(example.parties)}; read: {said}"
    elif polarity == "negated":
        if any(e.status in HAPPENED and e.mode == signal.mode and not e.background for e in of_type):
            yield f"wanted no {signal.type} that happened; read: {said}"
    elif signal.type not in _KEPT_IN_FUTURE and any(e.status in HAPPENED and not e.background for e in of_type):
        yield f"wanted no {signal.type} that happened; read: {said}"


# Words about what is to come, or words alone: saying that one will say them already is the event.
_KEPT_IN_FUTURE = frozenset({"AGREE", "REQUEST", "THREATEN", "CONCEDE", "REJECT", "ACCUSE"})


def _right(event: Event, signal: EventSignal, example: Example) -> bool:
    """Mode (where the predicate has one) and parties as it asks; nobody there whom the example does not mark."""
    involved = {*event.actor, *event.recipient}
    return signal.mode in (None, event.mode) and bool(event.actor) and involved <= example.parties


def _overlaps(span: Span, marks: tuple[Marked, ...]) -> bool:
    return any(span.start < mark.end and mark.start < span.end for mark in marks)
