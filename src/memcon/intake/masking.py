"""Mask what a reader should not see, without moving anything.

`mask(text)` has as many code points as `text`. Invisible characters, mojibake, character references, accents apart,
odd spaces and control characters become what they stand for. Where that is shorter than what stood there, the room
left over becomes spaces at the end of the word (before an opening mark), so that words stay whole and word starts
stay where they are.
"""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import filterfalse

__all__ = ["mask"]

GAP = "\ufdd0"  # a noncharacter: stands for room left over until `_settle` turns it into spaces
OPENING = "“„‟«‹‘([{"

_LINE_ENDS = "\v\f\x1c\x1d\x1e\u2028\u2029"
_LONE_RETURN = re.compile(r"\r(?!\n)")
_CHARACTER_REFERENCE = re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_DECOMPOSED = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]{1,3}")
# A letter and what may follow it in mojibake: only then ftfy, with its tables, is worth loading.
_MAYBE_BROKEN = re.compile("[\u00c0-\u04ff][ \u0080-\u2122]")
_WORD_WITH_GAPS = re.compile(rf"[\w'’{GAP}]+")
_WINDOWS_CONTROLS = {0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x96: "–", 0x97: "—"}
_DASHES = {"‐": "-", "‑": "-", "‒": "–", "―": "—", "−": "-"}


def _single_characters() -> dict[int, str]:
    """One character for one: what each code point is read as."""
    points = (*range(0xD800), *range(0xF900, 0x10000), *range(0xE0000, 0xE0080))  # beyond these nothing is invisible
    table: dict[int, str] = dict.fromkeys(range(0xFE00, 0xFE10), GAP)
    for character in filterfalse(str.isprintable, map(chr, points)):
        category = unicodedata.category(character)
        if category == "Cf":
            table[ord(character)] = GAP
        elif category == "Zs" or (category == "Cc" and character != "\n"):
            table[ord(character)] = " "
    table |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    table |= {ord(character): "\n" for character in _LINE_ENDS}
    table |= {point: chr(point - 0xFEE0) for point in range(0xFF01, 0xFF5F) if point != 0xFF02}
    table |= _WINDOWS_CONTROLS
    return table | {ord(dash): plain for dash, plain in _DASHES.items()}


_SINGLE = {chr(point): character for point, character in _single_characters().items() if chr(point) != character}
_MASKED = frozenset(_SINGLE)


def mask(text: str) -> str:
    """The text with invisible and broken characters masked; same length, same word starts.

    Mojibake is told by ftfy's table of characters that stand together only by mistake (Robyn Speer, Apache-2.0)."""
    masked = _LONE_RETURN.sub("\n", text)
    masked = _CHARACTER_REFERENCE.sub(_resolve_reference, masked)
    if not masked.isascii():
        masked = _repaired(masked) if _MAYBE_BROKEN.search(masked) else masked
        masked = _DECOMPOSED.sub(_compose, masked)
    for character in _MASKED.intersection(masked):  # mostly the blank only: quicker than a look at each character's place
        masked = masked.replace(character, _SINGLE[character])
    return _settle(masked) if GAP in masked else masked


def _fit(shorter: str, length: int) -> str:
    """The replacement with gaps up to the old length: before an opening mark, else after."""
    gaps = GAP * (length - len(shorter))
    return gaps + shorter if shorter in OPENING else shorter + gaps


def _resolve_reference(match: re.Match[str]) -> str:
    character = html.unescape(match.group())
    return _fit(character, len(match.group())) if len(character) == 1 else match.group()


def _repaired(text: str) -> str:
    from ftfy.chardata import UTF8_DETECTOR_RE

    return str(UTF8_DETECTOR_RE.sub(_repair, text))


def _repair(match: re.Match[str]) -> str:
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    broken = match.group()
    if not is_bad(broken):
        return broken
    repaired = fix_encoding(broken)
    return _fit(repaired, len(broken)) if 0 < len(repaired) < len(broken) else broken


def _compose(match: re.Match[str]) -> str:
    composed = unicodedata.normalize("NFC", match.group())
    return _fit(composed, len(match.group())) if len(composed) == 1 else match.group()


def _settle(text: str) -> str:
    """Gaps inside a word move to its end; all gaps become spaces."""
    return _WORD_WITH_GAPS.sub(_close_up, text).replace(GAP, " ")


def _close_up(match: re.Match[str]) -> str:
    word = match.group()
    if GAP not in word:
        return word
    before = len(word) - len(word.lstrip(GAP))
    letters = word.replace(GAP, "")
    return " " * before + letters + " " * (len(word) - before - len(letters))
