"""The points of a readout: its statements, and the passages that name what was talked about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from memcon.desk.readouts.types import Point
from memcon.document import Document
from memcon.lexicon import Lexicon
from memcon.reading.issues import find_issues
from memcon.reading.sentences import find_sentences
from memcon.record import Record, Statement

LEAST_WORDS = 7  # different words of a passage that says something

_DANGLING = re.compile(r"(?:,?\s(?:and|but|while|which|what|that|he|she|they|it)){1,3}\s*$")  # before the cue of a statement
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


def find_points(document: Document, record: Record, lexicon: Lexicon) -> tuple[Point, ...]:
    """What a text tells, in its order: each statement, then each sentence without one that names an issue or a topic."""
    points = [_statement_point(document, each) for each in record.statements]
    told = [(point.start, point.end) for point in points] + [
        (each.cue.start, each.cue.end) for each in record.statements if each.cue
    ]
    points += _passages(document, told, _leads(record), lexicon)
    return tuple(sorted(points, key=lambda point: (point.start, point.end)))


def _leads(record: Record) -> list[tuple[int, int]]:
    """Where a text says no more than that the meeting took place: the words for it, where no issue is named beside them."""
    return [
        (each.start, each.end)
        for engagement in record.engagements
        if not engagement.issues
        for each in engagement.evidence
        if "kind" in each.of
    ]


def _statement_point(document: Document, statement: Statement) -> Point:
    content = statement.content
    return Point(
        document=document.id,
        start=content.start,
        end=content.end,
        exact=content.exact,
        cue=statement.cue.exact if statement.cue else None,
        speakers=tuple(dict.fromkeys(each.name or each.exact for each in statement.speakers)),
        parties=tuple(sorted({each.country for each in statement.speakers if each.country})),
        issues=statement.issues,
    )


def _passages(
    document: Document, told: Sequence[tuple[int, int]], leads: Sequence[tuple[int, int]], lexicon: Lexicon
) -> Iterator[Point]:
    """The stretches of sentences between statements that name an issue or a topic."""
    topics = frozenset(str(lexicon.table("readouts").get("topics", "")).split())
    for sentence in find_sentences(document):
        for start, end in _left_over(sentence.start, sentence.end, told):
            issues = find_issues(document, start, end, lexicon)
            point = passage(document, start, end, issues)
            words = {word.casefold() for word in _WORD.findall(point.exact)}
            is_lead = not issues and any(first < end and last > start for first, last in leads)
            if len(words) >= LEAST_WORDS and not is_lead and (issues or words & topics):
                yield point


def _left_over(start: int, end: int, told: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What of [start, end) no span of `told` covers."""
    for first, last in sorted(told):
        if last > start and first < end:
            if first > start:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end


def passage(document: Document, start: int, end: int, issues: tuple[str, ...] = ()) -> Point:
    """A stretch of a document as a point that nobody in particular says."""
    exact = _DANGLING.sub("", document.text[start:end])
    start += len(exact) - len(exact.lstrip(" ,;"))
    exact = exact.strip(" ,;")
    return Point(document=document.id, start=start, end=start + len(exact), exact=exact, issues=issues)


def tone_of(document: Document, lexicon: Lexicon) -> tuple[Point, ...]:
    """The adjectives by which a text calls the talks: words of tone in a sentence beside a word for talks."""
    table = lexicon.table("readouts")
    tones, talks = (frozenset(str(table.get(name, "")).split()) for name in ("tone", "talks"))
    found = []
    for sentence in find_sentences(document):
        words = list(_WORD.finditer(document.shadow, sentence.start, sentence.end))
        forms = [word.group().casefold() for word in words]
        for number, word in enumerate(words):
            if forms[number] in tones and talks & set(forms[number + 1 : number + 6]):
                found.append(passage(document, word.start(), word.end()))
    return tuple(found)


def asked_of(document: Document, lexicon: Lexicon) -> tuple[Point, ...]:
    """The sentences that say who asked for the meeting or the call."""
    phrases = tuple(str(phrase) for phrase in lexicon.table("readouts").get("asked", ()))
    return tuple(
        passage(document, sentence.start, sentence.end)
        for sentence in find_sentences(document)
        if any(phrase in document.shadow[sentence.start : sentence.end].casefold() for phrase in phrases)
    )
