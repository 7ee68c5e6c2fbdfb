"""Find photo credits and bylines: who took the picture, who wrote."""

from __future__ import annotations

import re
from functools import cache

from memcon.intake.words import layout_words

__all__ = ["find_credits", "is_byline", "reporters_start"]

LONGEST_BYLINE = 300  # characters

_NAME_WORD = r"[^\W\d_a-z](?:\.|[\w'’\-]{0,30})"
_NAME = rf"(?<!\w){_NAME_WORD}(?: (?:{_NAME_WORD}|bin|al|de|van|von|el|der)){{0,4}}"
_SIGN_OF_CREDIT = re.compile(r"[/©\])]| via |ourtesy|hoto|HOTO|redit:|REDIT:|redits:|mage|MAGE|icture|Getty")  # in every form
_BY = re.compile(r"(?:BY|By)\b:? (?P<names>[^:;!?]{3,120})$")
_BYLINE_SMALL = frozenset(
    {
        "and",
        "in",
        "for",
        "of",
        "the",
        "at",
        "with",
        "de",
        "van",
        "von",
        "der",
        "al",
        "bin",
        "el",
        "|",
        "&",
        "-",
        "–",
        "—",
    }
)
_VERBAL = r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Ee]dited|[Ww]ritten|REPORTING|EDITING|WRITING)"
_REPORTING = re.compile(
    rf"[(\[]?(?:(?:Additional|With|Further|Extra|Original) )?{_VERBAL}(?: and (?:[Ee]diting|[Ww]riting|[Rr]eporting))?"
    rf"(?: for \w+)? (?:by|BY)\b:? {_NAME}"
)
_REPORTED_FROM = re.compile(rf"{_NAME}(?:, {_NAME}){{0,6}}(?:,? and {_NAME})? reported from [^\W\d_a-z][^.]{{2,80}}\.(?: |$)")
_CONTRIBUTED = re.compile(
    r"\b(?:contributed(?: reporting| research)?(?: (?:to|for) (?:this|the) (?:report|story|article|piece|dispatch))?"
    r"(?: from [^.]{2,80})?|also contributed)\.?[)\]]?$"
)
_FINITE = re.compile(r"\b(?:has|have|had|was|were|is|are|said|that|which|will|not|would|he|she|it|they)\b")


def find_credits(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Start and end of each photo credit in a paragraph: "Jane Roe / AFP – Getty Images", "(REUTERS/J. Roe)"."""
    spans: list[tuple[int, int]] = []
    if not _SIGN_OF_CREDIT.search(text, start, end):
        return ()
    for match in _credit_pattern().finditer(text, start, end):
        if match.group()[0] in "([" or _stands_apart(text, start, match.start()):
            spans.append((match.start(), match.end()))
    return tuple(spans)


def is_byline(line: str, *, at_end: bool = False) -> bool:
    """Whether a whole paragraph only names who wrote it. `at_end`: it is among the last of its text."""
    if len(line) > LONGEST_BYLINE:
        return False
    plain = line.strip(" .()/—–-")
    if plain.lower() in _byline_lines() or plain in layout_words().agencies or _REPORTING.match(line):
        return True
    place = _REPORTED_FROM.match(line)
    rest = line[place.end() :] if place else line
    if (place and not rest) or _is_contribution(rest, at_end=at_end):
        return True
    by = _BY.match(line)
    return by is not None and line[-1] != "." and all(_may_name(word) for word in by["names"].split())


def reporters_start(text: str, start: int, end: int) -> int | None:
    """Where in a paragraph the closing "(Reporting by …; editing by …)" begins, or None."""
    opened = max(text.rfind("(", start, end), text.rfind("[", start, end))
    if opened > start and text[end - 1] in ")].":
        return opened if _REPORTING.match(text, opened, end) else None
    return None


def _is_contribution(line: str, *, at_end: bool) -> bool:
    match = _CONTRIBUTED.search(line)
    if not match:
        return False
    names = line[: match.start()]
    explicit = " to " in match.group() or " for " in match.group() or "reporting" in match.group()
    return (explicit or at_end) and len(names) > 3 and ". " not in names[12:] and not _FINITE.search(names)


def _may_name(word: str) -> bool:
    return not word[0].islower() or word.strip(",") in _BYLINE_SMALL


def _stands_apart(text: str, paragraph_start: int, position: int) -> bool:
    """A credit follows the end of a sentence, a bracket, or nothing."""
    before = text[max(paragraph_start, position - 3) : position].rstrip()
    return not before or before[-1] in ".!?”)]([—–|…'"


@cache
def _byline_lines() -> frozenset[str]:
    return frozenset(layout_words().byline_lines)


@cache
def _credit_pattern() -> re.Pattern[str]:
    names = sorted(layout_words().agencies, key=len, reverse=True)
    agency = "(?:" + "|".join(map(re.escape, names)) + r")(?!\w| [a-z])"
    more = rf"(?:\s?(?:/|–|—|-|via)\s?{agency}(?: photo| Photo)?)*"
    forms = (
        rf"{_NAME}\s?/\s?(?:Pool\s?/\s?)?{agency}(?: photo| Photo)?{more}",
        rf"(?:{agency}|REUTERS|AFP PHOTO|PTI Photo|POOL|PHOTO)/{_NAME}(?:/{_NAME})?{more}(?!\w| [a-z])",
        rf"(?:{_NAME} )?via {agency}(?=[.)\]\s]*$)",
        rf"{_NAME}[,|] {agency}{more}(?=[)\]])",
        rf"©\s?{agency}",
        r"(?:Photo(?:graph)?|Image|Picture|PHOTO|IMAGE)s?"
        r"(?: credits?:| by:?| courtesy(?: of)?:?|:) [^.\n]{2,80}(?=[.)\]]*$)",
        r"(?<=[(\[])(?:Photo|PHOTO|Image|Picture)s?(?::| [Bb]y| courtesy)[^\n]{2,160}(?=[)\]]\.?$)",
        r"[Cc]ourtesy(?: of)?: [^.\n]{2,80}(?=[.)\]]*$)",
        r"(?:Credit|CREDIT|Photo credit)s?: [^.\n]{2,80}(?=[.)\]]*$)",
        r"(?<=[.!?] )Getty Images(?=[.)\]]*$)",
        rf"(?<=[(\[]){agency}(?: photo| file photo|, file)(?=[)\]])",
    )
    return re.compile(r"[(\[]?(?:File: |FILE: |Photo: |Photo by |File photo: )?(?:" + "|".join(forms) + r")\.?[)\]]?")
