"""Find the paragraphs of a text: by blank lines, by single line ends, or by both where lines are wrapped at a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

__all__ = ["split_paragraphs"]

WIDEST_WRAP = 120  # characters; a longer line was not wrapped by a mail program, a wire or a database export
FULL_LINE = 0.7  # of the widest line: shorter ones end a paragraph
MOST_LINES = 0.7  # of lines with a successor must be full in a wrapped text
OPEN_LINES = 0.5  # of them must break off in mid-sentence

_LINE = re.compile(r"[^\n]+")
_SENTENCE_ENDS = ".!?:;”’\"'»)]…"

Line = tuple[int, int, int]  # where the line begins, where its first and after its last visible character


def split_paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph, without surrounding spaces. Linear in the length of the text."""
    chunks = list(_chunks(text))
    wrapped = _is_wrapped(text, chunks)
    return tuple(span for chunk in chunks for span in _join_lines(text, chunk, wrapped))


def _chunks(text: str) -> Iterator[list[Line]]:
    """Runs of lines with no blank line between."""
    chunk: list[Line] = []
    previous_end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if chunk and "\n" in text[previous_end : match.start()].replace("\n", "", 1):
            yield chunk
            chunk = []
        chunk.append((match.start(), start, start + len(stripped)))
        previous_end = match.end()
    if chunk:
        yield chunk


def _is_wrapped(text: str, chunks: list[list[Line]]) -> bool:
    inner = [line for chunk in chunks for line in chunk[:-1]]
    if len(inner) < 3:
        return False
    lengths = [end - begin for begin, _, end in inner]
    widest = max(lengths)
    full = sum(length >= FULL_LINE * widest for length in lengths)
    broken_off = sum(text[end - 1] not in _SENTENCE_ENDS for _, _, end in inner)
    return widest <= WIDEST_WRAP and full >= MOST_LINES * len(inner) and broken_off >= OPEN_LINES * len(inner)


def _join_lines(text: str, chunk: list[Line], wrapped: bool) -> Iterator[tuple[int, int]]:
    widest = max(end - begin for begin, _, end in chunk)
    _, start, end = chunk[0]
    for previous, line in pairwise(chunk):
        if not _goes_on(text, previous, line, widest, wrapped):
            yield start, end
            start = line[1]
        end = line[2]
    yield start, end


def _goes_on(text: str, previous: Line, line: Line, widest: int, wrapped: bool) -> bool:
    """Whether a line continues the paragraph of the line before."""
    ends_sentence = text[previous[2] - 1] in _SENTENCE_ENDS
    if not wrapped:
        return not ends_sentence and text[line[1]].islower()
    indented = line[1] - line[0] >= 2 and previous[1] - previous[0] < line[1] - line[0]
    short = previous[2] - previous[0] < FULL_LINE * widest
    return not indented and not (short and ends_sentence)
