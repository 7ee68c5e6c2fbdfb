"""Unify quotation marks: “ and ” around quotations, ' for apostrophes and for quotations within quotations.

Works paragraph by paragraph, one character for one. A two-character mark ('' or ``) becomes a mark and a space.
A mark's form is a hint (« opens, » closes); the characters around it and whether a quotation is open decide,
so that „German“, »reversed« and “mixed» pairs come out alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

__all__ = ["unify_quotes"]

OPEN, CLOSE = "“", "”"
LONGEST_SINGLE_QUOTE = 2_000  # characters: beyond that a ' that looks like an end belongs to something else

_DOUBLE = re.compile("[‘’'`´]{2,3}|[“”„‟«»\"＂〝〞〟″❝❞「」『』]")
_SINGLE = re.compile("[‘’‚‛'`´‹›′]")
_OPENING_FORMS = frozenset(("«", "„", "‟", "“", "〝", "❝", "「", "『", "``", "‘‘"))
_CLOSING_FORMS = frozenset(("»", "”", "〞", "〟", "❞", "」", "』", "’’"))
_BEFORE_OPENING = "([{-–—/“‘'\"«"
_AFTER_CLOSING = ".,;:!?)]}-–—/”’'\"»…"
_SENTENCE_MARKS = ".,;:!?…"
_APOSTROPHES = "‘’‚‛`´‹›′ʼʻ"
_ANY = re.compile(f"{_DOUBLE.pattern}|{_SINGLE.pattern}|[{_APOSTROPHES}]")
# Words written with a leading apostrophe: cut short, or from Arabic with an ayn.
_ELIDED = re.compile(
    r"(?:\d0s|[2-9]\d|em|tis|twas|cause|til|n|bout|abd|ali|amr|umar|uthman|isa|aziz|alawi|adil|ain|umm)\b",
    re.IGNORECASE,
)


def unify_quotes(paragraph: str) -> str:
    """The paragraph with its quotation marks unified; same length."""
    if not _ANY.search(paragraph):
        return paragraph
    characters = list(paragraph)
    doubles = _place_doubles(paragraph, characters)
    singles = _place_singles("".join(characters), characters, doubles)
    _demote_within(singles, doubles, characters)
    unified = "".join(characters)
    for apostrophe in _APOSTROPHES:
        unified = unified.replace(apostrophe, "'")
    return unified


def _place_doubles(paragraph: str, characters: list[str]) -> list[tuple[int, int]]:
    """Write “ and ” where double marks stand; give the stretches they enclose."""
    enclosed: list[tuple[int, int]] = []
    opened: int | None = None
    for start, end, form in _double_marks(paragraph):
        side = _side(paragraph, start, end, form, is_open=opened is not None)
        if side is None:
            continue
        if end - start == 2:
            characters[start:end] = [" ", OPEN] if side == OPEN else [CLOSE, " "]
        else:
            characters[start] = side
        if side == OPEN:
            opened = end - 1
        elif opened is not None:
            enclosed.append((opened, start))
            opened = None
    if opened is not None:
        enclosed.append((opened, len(paragraph)))
    return enclosed


def _double_marks(paragraph: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and form of each double mark; of three single marks the outer two are one."""
    for match in _DOUBLE.finditer(paragraph):
        start, end = match.span()
        if end - start == 3:
            opens = start == 0 or paragraph[start - 1].isspace()
            start, end = (start, end - 1) if opens else (start + 1, end)
        yield start, end, paragraph[start:end]


def _side(paragraph: str, start: int, end: int, form: str, *, is_open: bool) -> str | None:
    before = paragraph[start - 1] if start else " "
    after = paragraph[end] if end < len(paragraph) else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if form in '"″＂' and before.isdigit() and not is_open:
        return None  # inches, or minutes of arc
    if form in _OPENING_FORMS:
        return CLOSE if is_open and closes and not opens else OPEN
    if form in _CLOSING_FORMS:
        return OPEN if not is_open and opens and not closes else CLOSE
    if opens != closes:
        return OPEN if opens else CLOSE
    return CLOSE if is_open else OPEN


def _place_singles(paragraph: str, characters: list[str], doubles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Write “ and ” where single marks are clearly quotation marks outside double ones; give the stretches."""
    openings, closings = _single_candidates(paragraph, doubles)
    enclosed: list[tuple[int, int]] = []
    reached = -1
    for number, opening in enumerate(openings):
        if opening <= reached:
            continue
        limit = openings[number + 1] if number + 1 < len(openings) else len(paragraph)
        closing = _closing_for(paragraph, opening, closings, limit)
        if closing is not None:
            characters[opening], characters[closing] = OPEN, CLOSE
            enclosed.append((opening, closing))
            reached = closing
        elif opening == 0 and paragraph[0] == "‘":
            characters[0] = OPEN  # a quotation that goes on in the next paragraph
    return enclosed


def _single_candidates(paragraph: str, doubles: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    openings: list[int] = []
    closings: list[int] = []
    starts = [start for start, _ in doubles]
    for match in _SINGLE.finditer(paragraph):
        position = match.start()
        region = bisect_right(starts, position) - 1
        if region >= 0 and position < doubles[region][1]:
            continue
        before = paragraph[position - 1] if position else " "
        after = paragraph[position + 1] if position + 1 < len(paragraph) else " "
        if (before.isspace() or before in _BEFORE_OPENING) and (after.isalnum() or after in "[“…"):
            if not _ELIDED.match(paragraph, position + 1):
                openings.append(position)
        elif not before.isspace() and not after.isalnum():
            closings.append(position)
    return openings, closings


def _closing_for(paragraph: str, opening: int, closings: list[int], next_opening: int) -> int | None:
    """The mark that ends a single-quoted stretch: the first one, unless it reads as a plural's apostrophe."""
    possessive = None
    for index in range(bisect_right(closings, opening), len(closings)):
        closing = closings[index]
        if closing - opening > LONGEST_SINGLE_QUOTE:
            break
        if closing > next_opening and possessive is not None:
            break
        if not _may_be_possessive(paragraph, closing):
            return closing
        possessive = closing if possessive is None else possessive
    return possessive


def _may_be_possessive(paragraph: str, position: int) -> bool:
    following = paragraph[position + 1 : position + 3]
    return paragraph[position - 1] in "sSzx" and len(following) == 2 and following[0] == " " and following[1].islower()


def _demote_within(singles: list[tuple[int, int]], doubles: list[tuple[int, int]], characters: list[str]) -> None:
    """Double marks inside a single-quoted stretch are the inner ones."""
    starts = [start for start, _ in singles]
    for start, end in doubles:
        region = bisect_right(starts, start) - 1
        if region >= 0 and singles[region][0] < start and end < singles[region][1]:
            characters[start] = characters[end] = "'"
