"""Where in the sources a draft's words stand: exactly, in pieces, or nearly; and how they differ there."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from memcon.desk.verify.scanning import LONGEST_RUN, Candidates, Place
from memcon.desk.verify.words import Senses, Words

SEEDS = 6  # runs around which an alignment is tried: more changed nothing on the development set
MOST_EXACT = 40  # places kept where a quotation stands word for word
PIECE_GAP = 60  # words that may stand between two pieces of one shortened quotation
OP = tuple[str, int, int, int, int]  # as of difflib: tag, draft words [a, b), source words [c, d)


@dataclass(frozen=True)
class Run:
    """Draft words [first, first + length) stand word for word in a source from word `start` on."""

    place: Place
    first: int
    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


@dataclass(frozen=True)
class Match:
    """The stretch of a source [first, last), in words, that a draft's words are laid beside. `share`: how much of them
    it has, by weight. `pieces`: exact only with the gaps that the draft marks."""

    place: Place
    first: int
    last: int
    ops: tuple[OP, ...] = ()
    share: float = 1.0
    pieces: int = 1

    @property
    def start(self) -> int:
        return self.place.words.starts[self.first]

    @property
    def end(self) -> int:
        return self.place.words.ends[self.last - 1]

    @property
    def group(self) -> int | None:
        """The quotation that the stretch begins in; of one that only ends in a quotation, that one."""
        begins = self.place.group_at(self.start)
        return begins if begins is not None else self.place.group_at(self.end - 1)


def runs_of(words: Words, candidates: Candidates, places: dict[int, Place]) -> tuple[Run, ...]:
    """The longest runs of the draft's words in the sources, joined from their hits; longest first."""
    size = min(LONGEST_RUN, len(words))
    found: list[Run] = []
    for index in sorted(candidates.hits):
        diagonals: dict[int, list[int]] = defaultdict(list)
        for first, start in candidates.hits[index]:
            diagonals[start - first].append(first)
        for shift in sorted(diagonals):
            for begin, end in _joined(sorted(diagonals[shift]), size):
                found.append(Run(places[index], begin, begin + shift, end - begin))
    return tuple(sorted(found, key=lambda run: -run.length))


def _joined(firsts: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    begin = end = firsts[0]
    for first in firsts:
        if first > end - size + 1 and end > begin:
            yield begin, end
            begin = first
        end = first + size
    yield begin, end


def exact_matches(words: Words, runs: Sequence[Run]) -> tuple[Match, ...]:
    """Every place where all the words stand one after the other."""
    whole = [run for run in runs if run.first == 0 and run.length == len(words)]
    return tuple(Match(run.place, run.start, run.end) for run in whole[:MOST_EXACT])


def match_in_pieces(words: Words, pieces: Sequence[Words], runs: Sequence[Run]) -> tuple[Match, ...]:
    """Where all pieces of a quotation stand whole and in their order, near to each other."""
    if not pieces or len(pieces[0]) == len(words):
        return ()
    anchor = max(range(len(pieces)), key=lambda number: len(pieces[number]))
    offset = bisect_left(words.starts, pieces[anchor].starts[0])
    found: dict[tuple[str, int, int], Match] = {}
    for run in runs:
        part = _cut(run, offset, offset + len(pieces[anchor]))
        if part is None or part.length < len(pieces[anchor]):
            continue
        first = _reach_back(part, pieces[:anchor])
        last = _reach_on(part, pieces[anchor + 1 :])
        if first is not None and last is not None:
            match = Match(part.place, first, last, pieces=len(pieces))
            found.setdefault((part.place.source.document.id, first, last), match)
    return tuple(found.values())[:MOST_EXACT]


def _cut(run: Run, first: int, last: int) -> Run | None:
    """The part of a run that lies in the draft's words [first, last)."""
    begin, end = max(run.first, first), min(run.first + run.length, last)
    return Run(run.place, begin, run.start + begin - run.first, end - begin) if begin < end else None


def _reach_on(run: Run, following: Sequence[Words]) -> int | None:
    """Where the pieces that follow a run end, each the nearest after the one before; None where one is missing."""
    forms, at = run.place.words.forms, run.end
    for piece in following:
        starts = range(at, min(at + PIECE_GAP, len(forms) - len(piece)) + 1)
        begin = next((start for start in starts if forms[start : start + len(piece)] == piece.forms), None)
        if begin is None:
            return None
        at = begin + len(piece)
    return at


def _reach_back(run: Run, before: Sequence[Words]) -> int | None:
    """Where the pieces before a run begin."""
    forms, at = run.place.words.forms, run.start
    for piece in reversed(before):
        starts = range(at - len(piece), max(at - len(piece) - PIECE_GAP, 0) - 1, -1)
        begin = next((start for start in starts if forms[start : start + len(piece)] == piece.forms), None)
        if begin is None:
            return None
        at = begin
    return at


def best_match(words: Words, runs: Sequence[Run], near: Sequence[tuple[Place, int, int]], senses: Senses) -> Match | None:
    """The stretch that shares most of the words, by weight, in their order; within one quotation where it lies in one.

    `near` are lines [start, end) that share words though no run: what a changed word leaves of a short quotation."""
    tried = [match for place, start, end in near for match in _in_quotations(words, place, start, end, senses)]
    ranked = sorted(runs, key=lambda run: -senses.weight(words.forms[run.first : run.first + run.length]))
    for run in ranked[:SEEDS]:
        tried.append(_aligned(words, run, senses))
    return max(tried, key=lambda match: (match.share, -(match.last - match.first)), default=None)


def _in_quotations(words: Words, place: Place, start: int, end: int, senses: Senses) -> Iterator[Match]:
    """The words beside those of each quotation in a line."""
    for begin, close in place.groups:
        if begin < end and close > start:
            low, high = bisect_left(place.words.starts, begin), bisect_left(place.words.starts, close)
            match = aligned_in(words, place, low, high, senses) if high > low else None
            if match:
                yield match


def aligned_in(words: Words, place: Place, low: int, high: int, senses: Senses) -> Match | None:
    """The draft's words beside the source's words [low, high), without what only stands around; None for nothing in common."""
    ops = _difference(words.forms, place.words.forms[low:high], 0, low)
    return _trimmed(place, words, ops, senses) if any(op[0] == "equal" for op in ops) else None


def _aligned(words: Words, run: Run, senses: Senses) -> Match:
    slack = 3 + len(words) // 4
    low, high = _bounds(run, run.start - run.first - slack, run.end + len(words) - run.first - run.length + slack)
    source = run.place.words.forms[low:high]
    at = run.start - low
    ops = [
        *_difference(words.forms[: run.first], source[:at], 0, low),
        ("equal", run.first, run.first + run.length, run.start, run.end),
        *_difference(words.forms[run.first + run.length :], source[at + run.length :], run.first + run.length, run.end),
    ]
    return _trimmed(run.place, words, ops, senses)


def _difference(draft: Sequence[str], source: Sequence[str], draft_at: int, source_at: int) -> list[OP]:
    matcher = SequenceMatcher(None, draft, source, autojunk=False)
    return [(tag, a + draft_at, b + draft_at, c + source_at, d + source_at) for tag, a, b, c, d in matcher.get_opcodes()]


def _bounds(run: Run, low: int, high: int) -> tuple[int, int]:
    """A stretch of words, cut to the quotation that the run lies in, or to the text."""
    words = run.place.words
    low, high = max(0, low), min(len(words), high)
    group = run.place.group_at(words.starts[run.start])
    if group is None:
        return low, high
    begin, end = run.place.groups[group]
    while low < run.start and words.starts[low] < begin:
        low += 1
    while high > run.end and words.ends[high - 1] > end:
        high -= 1
    return low, high


def _trimmed(place: Place, words: Words, ops: list[OP], senses: Senses) -> Match:
    """The alignment without the source's words that only stand around it."""
    kept = list(ops)
    for end in (0, -1):
        tag, a, b, c, d = kept[end]
        if tag == "insert":
            kept.pop(end)
        elif tag == "replace" and d - c > b - a:
            spare = (d - c) - (b - a)
            kept[end] = (tag, a, b, c + spare, d) if end == 0 else (tag, a, b, c, d - spare)
    same = sum(senses.weight(words.forms[a:b]) for tag, a, b, _, _ in kept if tag == "equal")
    first = min(c for tag, _, _, c, d in kept if d > c)
    last = max(d for tag, _, _, c, d in kept if d > c)
    return Match(place, first, last, tuple(kept), same / max(senses.weight(words.forms), 0.25))
