"""Which point of one text is the same as which of the other: by rare words, issues, parties and speaker."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon.desk.readouts.types import Pair, Point
from memcon.knowledge import Knowledge
from memcon.ledger.wording import stems, word_difference
from memcon.lexicon import Lexicon

SAME = 0.24  # likeness from which two points are one: tuned on two pairs of readouts and our own example pair
CLOSE = 0.5  # from which a word-by-word difference reads well
ISSUE, PARTY, SPEAKER = 1.2, 0.25, 0.5  # weights beside a word's, which is the log of its rarity


@dataclass(frozen=True)
class Traits:
    """What two points can share: "word", "issue", "party" or "speaker" with its value."""

    point: Point
    values: frozenset[tuple[str, str]]


def align(first: Sequence[Point], second: Sequence[Point], knowledge: Knowledge, lexicon: Lexicon) -> tuple[Pair, ...]:
    """Pairs of points that tell the same, each point once, the likest first taken; in the order of the first text."""
    concepts = concepts_of(lexicon)
    sides = [[traits_of(point, knowledge, concepts) for point in points] for points in (first, second)]
    weights = _weights([*sides[0], *sides[1]])
    scored = sorted(
        ((likeness(a, b, weights), i, j) for i, a in enumerate(sides[0]) for j, b in enumerate(sides[1])),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for score, i, j in scored:
        if score >= SAME and i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((i, _pair(sides[0][i], sides[1][j], score)))
    return tuple(pair for _, pair in sorted(pairs, key=lambda entry: entry[0]))


def traits_of(point: Point, knowledge: Knowledge, concepts: Mapping[str, str]) -> Traits:
    """Stems of content words with the names of states taken out, the states, the issues, and whose words they are."""
    names = knowledge.find_names(point.exact)
    text, reached, codes = [], 0, set()
    for name in names:
        entry = name.entries[0]
        if entry.code and entry.kind in ("state", "former_state", "adjective", "demonym", "capital", "metonym", "igo"):
            codes.add(entry.code)
            text.append(point.exact[reached : name.start])
            reached = name.end
    words = stems(" ".join((*text, point.exact[reached:])))
    values = {("word", concepts.get(word, word)) for word in words if len(word) > 1}
    values |= {("party", code) for code in codes} | {("issue", issue) for issue in point.issues}
    return Traits(point, frozenset(values | {("speaker", speaker) for speaker in point.speakers}))


def concepts_of(lexicon: Lexicon) -> dict[str, str]:
    """Stems of words that mean one thing in a readout → the first of their row."""
    rows = [str(row).split() for row in lexicon.table("readouts").get("concepts", ())]
    return {stem: row[0] for row in reversed(rows) for word in row for stem in stems(word)}


def _weights(traits: Sequence[Traits]) -> dict[tuple[str, str], float]:
    fixed = {"issue": ISSUE, "party": PARTY, "speaker": SPEAKER}
    counts = Counter(value for each in traits for value in each.values)
    return {value: fixed.get(value[0]) or math.log(1 + len(traits) / number) for value, number in counts.items()}


def likeness(one: Traits, other: Traits, weights: dict[tuple[str, str], float]) -> float:
    """0 to 1: the weight of what they share over that of what they have. A speaker alone makes nothing alike."""
    shared = one.values & other.values
    if not any(kind in ("word", "issue") for kind, _ in shared):
        return 0.0
    less, more = sorted((_sum(one.values, weights), _sum(other.values, weights)))
    total = 0.6 * less + 0.4 * more  # a short point may be part of a long one
    return _sum(shared, weights) / total if total else 0.0


def _sum(values: frozenset[tuple[str, str]], weights: dict[tuple[str, str], float]) -> float:
    return math.fsum(sorted(weights[value] for value in values))


def _pair(one: Traits, other: Traits, score: float) -> Pair:
    shared = tuple(f"{kind} {name}" for kind, name in sorted(one.values & other.values))
    changes = word_difference(one.point.exact, other.point.exact) if score >= CLOSE else ()
    return Pair(a=one.point, b=other.point, likeness=round(score, 2), shared=shared, changes=changes)
