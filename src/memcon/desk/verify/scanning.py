"""One pass over the sources: where the draft's runs of words stand, and which lines share its words.

The draft is indexed, not the sources, so memory stays small and the time is linear in the sources' length.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from memcon.desk.verify.types import SourceText
from memcon.desk.verify.words import Senses, Words, words_in
from memcon.reading.quotations import find_quotations
from memcon.reading.sentences import Sentence, find_sentences

LONGEST_RUN = 3  # words of the runs looked for; shorter quotations are looked for whole
MOST_HITS = 4_000  # of one quotation in one source: a run of light words is everywhere
NEAR_LINES = 3  # lines kept for each quotation

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Place:
    """A source with its words, and the quotations that they stand in."""

    source: SourceText
    words: Words

    @cached_property
    def groups(self) -> tuple[tuple[int, int], ...]:
        """The inside of each quotation [start, end); a paragraph of a longer one is one of its own."""
        return tuple((each.inner_start, each.inner_end) for each in find_quotations(self.source.document))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the story."""
        return find_sentences(self.source.document)

    def group_at(self, offset: int) -> int | None:
        """The index of the quotation that an offset stands in."""
        index = bisect_right(self.groups, (offset, len(self.source.document.shadow) + 1)) - 1
        return index if index >= 0 and self.groups[index][0] <= offset < self.groups[index][1] else None


@dataclass
class Candidates:
    """What the pass found for one quotation or claim: (place, draft word, source word) hits, and its nearest lines."""

    hits: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    lines: list[tuple[float, int, int, int]] = field(default_factory=list)  # (weight, -place, start, end): a heap


@dataclass(frozen=True)
class Scan:
    """All candidates, and the places that any of them needs."""

    places: dict[int, Place]
    candidates: tuple[Candidates, ...]
    sources: int


def scan(claims: Sequence[Words], sources: Iterable[SourceText], senses: Senses) -> Scan:
    """Look for all claims in all sources."""
    runs: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    lengths: set[int] = set()
    wanted: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(claims):
        size = min(LONGEST_RUN, len(words))
        lengths.add(size)
        for first in range(len(words) - size + 1) if size else ():
            runs[words.forms[first : first + size]].append((number, first))
        for form in dict.fromkeys(words.forms):
            if form not in senses.light:
                wanted[form].append(number)
    candidates = tuple(Candidates() for _ in claims)
    places: dict[int, Place] = {}
    count = 0
    for index, source in enumerate(sources):
        count += 1
        place = Place(source, words_in(source.document.shadow))
        for size in sorted(lengths - {0}):
            _find_runs(place.words, size, runs, index, candidates)
        _find_lines(place, wanted, index, candidates)
        if any(index in found.hits or any(-line[1] == index for line in found.lines) for found in candidates):
            places[index] = place
    return Scan(places, candidates, count)


def _find_runs(
    words: Words,
    size: int,
    runs: dict[tuple[str, ...], list[tuple[int, int]]],
    index: int,
    candidates: Sequence[Candidates],
) -> None:
    forms = words.forms
    for start in range(len(forms) - size + 1):
        for number, first in runs.get(forms[start : start + size], ()):
            hits = candidates[number].hits[index]
            if len(hits) < MOST_HITS:
                hits.append((first, start))


def _find_lines(place: Place, wanted: dict[str, list[int]], index: int, candidates: Sequence[Candidates]) -> None:
    words, reached = place.words, 0
    for line in _LINE.finditer(place.source.document.shadow):
        shared: dict[int, set[str]] = defaultdict(set)
        while reached < len(words) and words.starts[reached] < line.end():
            for number in wanted.get(words.forms[reached], ()):
                shared[number].add(words.forms[reached])
            reached += 1
        for number in sorted(shared):
            entry = (float(len(shared[number])), -index, line.start(), line.end())
            keep = candidates[number].lines
            if len(keep) < NEAR_LINES:
                heapq.heappush(keep, entry)
            else:
                heapq.heappushpop(keep, entry)
