"""Two texts on one engagement: aligned, and what only one of them has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from memcon.desk.readouts.aligning import align
from memcon.desk.readouts.points import asked_of, find_points, tone_of
from memcon.desk.readouts.types import Comparison, Edit, Point, Readouts, Side, Topic, Wordings
from memcon.desk.verify.words import words_in
from memcon.document import Document
from memcon.knowledge import Knowledge
from memcon.ledger import Ledger
from memcon.lexicon import Lexicon
from memcon.record import Engagement, Participant, Record

Text = tuple[Document, Record]
NAMED = frozenset(
    {"state", "former_state", "adjective", "demonym", "capital", "metonym", "person", "surname", "city", "region"}
)


def compare(
    first: Text, second: Text, knowledge: Knowledge, lexicon: Lexicon, *, parties: tuple[str, str] | None = None
) -> Comparison:
    """Lay two readouts side by side.

    `parties` says whose they are; without it each is taken to be of the party that speaks most in it."""
    points = [find_points(*text, lexicon) for text in (first, second)]
    pairs = align(points[0], points[1], knowledge, lexicon)
    a, b = (
        _side(text, own, lexicon, parties[number] if parties else _speaks_most(own, text[1]))
        for number, (text, own) in enumerate(zip((first, second), points, strict=True))
    )
    in_both = [{(pair.a.start, pair.a.end) for pair in pairs}, {(pair.b.start, pair.b.end) for pair in pairs}]
    only_a, only_b = (
        tuple(point for point in own if (point.start, point.end) not in known)
        for own, known in zip(points, in_both, strict=True)
    )
    return Comparison(
        a=a,
        b=b,
        both=pairs,
        topics=_topics(points[0], points[1]),
        only_a=only_a,
        only_b=only_b,
        unconfirmed_a=_attributed(only_a, b.party, a.party),
        unconfirmed_b=_attributed(only_b, a.party, b.party),
        wordings=_wordings(first[0], second[0], knowledge),
        participants_only_a=_without(a.participants, b.participants),
        participants_only_b=_without(b.participants, a.participants),
    )


def readouts_of(ledger: Ledger, name: str, knowledge: Knowledge, lexicon: Lexicon) -> Readouts:
    """All pairs of an engagement's independent texts, and the later edits of each. Raises LedgerError for an unknown id."""
    item = ledger.get(name)
    one_each = {source.source: source.document for source in reversed(item.sources)}
    documents = sorted(one_each.values(), key=lambda document: (ledger.document(document).published or "9999", document))
    texts = [(ledger.text(document), ledger.record(document)) for document in documents]
    urls = sorted({source.url for source in item.sources if source.url})
    return Readouts(
        engagement=item.id,
        comparisons=tuple(compare(one, other, knowledge, lexicon) for one, other in combinations(texts, 2)),
        edits=tuple(edit for url in urls for edit in _edits(ledger, url)),
    )


def _edits(ledger: Ledger, url: str) -> Sequence[Edit]:
    versions = ledger.versions(url)
    return [
        Edit(
            url=url,
            before=before.document,
            after=after.document,
            seen_before=before.added_at,
            seen_after=after.added_at,
            cut=tuple(gone for gone, _ in after.differences if gone),
            added=tuple(come for _, come in after.differences if come),
        )
        for before, after in pairwise(versions)
    ]


def _topics(first: Sequence[Point], second: Sequence[Point]) -> tuple[Topic, ...]:
    """The issues that both texts deal with, in the first text's order."""
    issues = dict.fromkeys(issue for point in first for issue in point.issues)
    on = [{issue: tuple(point for point in points if issue in point.issues) for issue in issues} for points in (first, second)]
    return tuple(Topic(issue=issue, a=on[0][issue], b=on[1][issue]) for issue in issues if on[1][issue])


def _side(text: Text, points: Sequence[Point], lexicon: Lexicon, party: str | None) -> Side:
    document, record = text
    engagement = _main(record)
    return Side(
        document=document.id,
        name=document.title or document.outlet or document.input_id or document.id[:15],
        party=party,
        published=record.document.published.date,
        words=len(words_in(document.shadow)),
        participants=tuple(dict.fromkeys(map(_person, engagement.participants))) if engagement else (),
        kind=engagement.kind if engagement else None,
        duration=engagement.duration.text if engagement and engagement.duration else None,
        tone=tone_of(document, lexicon),
        asked=asked_of(document, lexicon),
    )


def _main(record: Record) -> Engagement | None:
    """The engagement that a readout is of: the first held one that is no background, with most people in it."""
    held = [each for each in record.engagements if each.status == "held" and not each.background]
    return max(held, key=lambda each: len(each.participants), default=None)


def _person(participant: Participant) -> str:
    name = participant.name or participant.office or "somebody"
    return f"{name} ({participant.country})" if participant.country else name


def _speaks_most(points: Sequence[Point], record: Record) -> str | None:
    """The party with most statements of its own; of several that whose person the text names first."""
    counts = Counter(point.parties[0] for point in points if len(point.parties) == 1)
    engagement = _main(record)
    named = [each.country for each in engagement.participants] if engagement else []
    first = {party: -number for number, party in reversed(list(enumerate(named)))}
    return max(sorted(counts), key=lambda party: (counts[party], first.get(party, -len(named))), default=None)


def _attributed(points: Sequence[Point], other: str | None, own: str | None) -> tuple[Point, ...]:
    """What a text has the other side say, or both sides, of all that the other text has not."""
    return tuple(point for point in points if other and other != own and other in point.parties)


def _without(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in one if name not in other)


def _wordings(first: Document, second: Document, knowledge: Knowledge) -> tuple[Wordings, ...]:
    """Who and what both texts name, where neither uses a form of the other's."""
    names = [_forms(document, knowledge) for document in (first, second)]
    found = []
    for what in sorted(names[0].keys() & names[1].keys()):
        one, other = ({form: form.casefold() for form in side[what]} for side in names)
        only_a = tuple(form for form in one if one[form] not in other.values())
        only_b = tuple(form for form in other if other[form] not in one.values())
        if only_a and only_b:
            found.append(Wordings(what=what, a=only_a, b=only_b))
    return tuple(found)


def _forms(document: Document, knowledge: Knowledge) -> dict[str, list[str]]:
    """The written forms of each person, state and place that a text names, in its order."""
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for name in knowledge.find_names(document.shadow):
        entry = name.entries[0]
        key = entry.person_id if entry.kind in ("person", "surname") else entry.name
        if entry.kind in NAMED and key and not entry.weak:
            shown = knowledge.display_name(key) if entry.person_id else key
            what = f"{shown} ({entry.kind})" if entry.kind in ("adjective", "demonym") else shown
            forms[what][document.text[name.start : name.end]] = None
    return {what: list(found) for what, found in forms.items()}
