"""Sentences of the story, found on the shadow text with the layout's blocks as walls.

A sentence never crosses a block. Abbreviations, initials, decimal points and dotted acronyms do not end one; a closing
quotation mark or bracket belongs to the sentence that it closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.document import Block, BlockKind, Document

# A full stop after one of these does not end a sentence. Titles and ranks always go on; the others (months, company
# and street endings, dotted countries) end one only before a word that starts sentences.
_TITLES = frozenset(
    "mr mrs ms dr h.e h.h h.m h.r.h prof sen rep gov gen lt col capt maj sgt cmdr adm brig hon rev st messrs mme mlle amb sec "
    "pres vs ret no nos art fig pp vol ed eds al dep asst supt insp".split()
)
_OFTEN = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp jr sr etc u.s u.k u.n e.u u.a.e d.c p.m a.m st ave ph.d "
    "e.g i.e u.s.a".split()
)
_STARTERS = frozenset(
    "The A An In On At He She It They We I But And Or So Both This That These Those His Her Their Its After Before During "
    "While When If As For From By With Under Since Meanwhile However Also Earlier Later Last Next Mr Ms Mrs Asked There "
    "Two Three Four Our You What Who Why How".split()
)
_END = re.compile(r"[.!?…]+[”\"'’)\]»]*(?=\s|$)|\n\s*\n|\n")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.]*)\.+$")
_NEXT_WORD = re.compile(r"\s*[“\"'‘(\[«]*([A-Za-z]+|\d)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence [start, end) in document offsets. `index` counts from 0 over the document; `block` is its block's index."""

    index: int
    start: int
    end: int
    block: int
    kind: BlockKind


def find_sentences(document: Document) -> tuple[Sentence, ...]:
    """All sentences in all blocks, in text order. Blocks of layout that is no story give sentences too, marked by `kind`."""
    blocks = document.blocks or (Block(0, len(document.text), "paragraph"),)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        for start, end in _split(document.shadow, block.start, block.end):
            found.append(Sentence(len(found), start, end, number, block.kind))
    return tuple(found)


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] != "\n" and not _ends(text, opened, match.start(), match.end(), end):
            continue
        yield from _trimmed(text, opened, match.end())
        opened = match.end()
    yield from _trimmed(text, opened, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(text: str, opened: int, stop: int, after: int, limit: int) -> bool:
    """Whether the marks at [stop, after) end the sentence opened at `opened`."""
    follower = _NEXT_WORD.match(text, after, min(limit, after + 40))
    word = follower.group(1) if follower else ""
    if word and word[0].islower():
        return False
    if text[stop] != "." or (after > stop + 1 and text[stop : stop + 2] != ".."):
        return True
    return _full_stop_ends(text[max(opened, stop - 24) : stop + 1], word)


def _full_stop_ends(before: str, following: str) -> bool:
    last = _LAST_WORD.search(before)
    if last is None:
        return True
    word = last.group(1).rstrip(".").lower()
    if word in _TITLES:
        return False
    if word in _OFTEN or "." in word:
        return following in _STARTERS or not following
    if before.endswith(("on X.", "platform X.", "post X.")):  # the network, not an initial
        return True
    single_initial = len(word) == 1 and last.group(1)[0].isupper()
    return not single_initial
