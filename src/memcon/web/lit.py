"""A text with its evidence lit: cut where a mark or a block begins or ends, each piece knowing the facts it shows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from memcon.document import Block, Document
from memcon.record import Commitment, Fact, HeldBack, Record, Span, Statement

GREYED = frozenset({"dateline", "caption", "credit", "byline", "embed", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that shows a field of a fact."""

    start: int
    end: int
    fact: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that shows the same facts throughout. `fact` is the one that it leads to: the closest around it."""

    text: str
    fact: str | None
    number: int  # of the lit pieces, from 1; 0 for a piece that is not lit
    shows: str  # "e1:kind,when s2:content", for the script that lights fields
    held: bool
    kind: str  # of its block


def marks_of(fact: Fact) -> Iterator[Mark]:
    """All that a fact stands on: its evidence, and the words it quotes."""
    for each in fact.evidence:
        yield Mark(each.start, each.end, fact.id, each.of)
    if isinstance(fact, Statement):
        for speaker in fact.speakers:
            yield Mark(speaker.start, speaker.end, fact.id, ("speakers",))
        for name, span in (("cue", fact.cue), *(("content", part) for part in fact.content.parts or (fact.content,))):
            if span is not None:
                yield Mark(span.start, span.end, fact.id, (name,))
    if isinstance(fact, Commitment):
        for name, told in (("what", fact.what), ("amount", fact.amount)):
            if told is not None:
                yield Mark(told.start, told.end, fact.id, (name,))


def marks_held(held: Iterable[HeldBack]) -> Iterator[Mark]:
    """The words of what was seen and not accepted: h1, h2, …"""
    for number, each in enumerate(held, start=1):
        for span in each.evidence:
            yield Mark(span.start, span.end, f"h{number}", ())


def marks(record: Record, families: Iterable[str], *, held: bool) -> list[Mark]:
    """The marks of the facts of some families of a record."""
    found = [mark for family in families for fact in getattr(record, family) for mark in marks_of(fact)]
    return [*found, *(marks_held(record.held_back) if held else ())]


def paragraphs(document: Document, given: Iterable[Mark]) -> Iterator[list[Piece]]:
    """The text paragraph by paragraph, each as pieces. What is only white space between paragraphs is left out."""
    found = sorted(given, key=lambda mark: (mark.start, mark.end))
    edges = sorted({0, len(document.text), *(e for mark in found for e in (mark.start, mark.end))})
    pieces = _Pieces(document.text, found, edges)
    for blocks in _grouped(document):
        made = [piece for block in blocks for piece in pieces.within(block)]
        if made:
            yield made


def _grouped(document: Document) -> Iterator[list[Block]]:
    """Blocks by paragraph; text that no block holds, in between or where there are none, stands as one of its own."""
    group: list[Block] = []
    reached = 0
    for block in (*document.blocks, None):
        gap = document.text[reached : block.start if block else len(document.text)]
        inside = bool(group) and block is not None and "\n" not in gap
        if inside and gap:
            group.append(Block(reached, reached + len(gap), "paragraph"))
        elif not inside:
            if group:
                yield group
            group = []
            if gap.strip():
                yield [Block(reached, reached + len(gap), "paragraph")]
        if block:
            group.append(block)
            reached = block.end


class _Pieces:
    """Cuts stretches into pieces, from left to right."""

    def __init__(self, text: str, found: list[Mark], edges: list[int]) -> None:
        self._text = text
        self._edges = edges
        self._over: dict[int, list[Mark]] = defaultdict(list)
        self._number = 0
        places = {edge: at for at, edge in enumerate(edges)}
        for mark in found:
            for at in range(places[mark.start], places[mark.end]):
                self._over[at].append(mark)

    def within(self, block: Block) -> Iterator[Piece]:
        """The pieces of one block."""
        start = block.start
        while start < block.end:
            at = bisect_right(self._edges, start) - 1
            end = min(block.end, self._edges[at + 1])
            yield self._piece(start, end, self._over.get(at, []), block.kind)
            start = end

    def _piece(self, start: int, end: int, over: list[Mark], kind: str) -> Piece:
        if not over:
            return Piece(self._text[start:end], None, 0, "", False, kind)
        self._number += 1
        closest = min(over, key=lambda mark: (mark.end - mark.start, mark.fact))
        fields: dict[str, dict[str, None]] = {}
        for mark in over:
            fields.setdefault(mark.fact, {}).update(dict.fromkeys(mark.fields))
        shows = " ".join(f"{fact}:{','.join(names)}" for fact, names in fields.items())
        return Piece(self._text[start:end], closest.fact, self._number, shows, all(f[0] == "h" for f in fields), kind)


def places_of(paragraphs_made: Iterable[list[Piece]]) -> dict[str, dict[str, int]]:
    """For each fact, the number of the first lit piece of each field; under "" the first of all."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for pieces in paragraphs_made:
        for piece in pieces:
            for told in piece.shows.split():
                fact, _, fields = told.partition(":")
                for name in ("", *fields.split(",")):
                    found[fact].setdefault(name, piece.number)
    return found


def span_text(span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.exact.split())
