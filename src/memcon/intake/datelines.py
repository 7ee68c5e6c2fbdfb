"""Find the dateline: where and when a report was filed, before its first sentence ("BEIJING, June 19 (AP) —")."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from memcon.document import Document
from memcon.intake.dates import WrittenDate, find_dates
from memcon.intake.words import layout_words

__all__ = ["Dateline", "dateline_at", "find_dateline", "find_datelines"]

LONGEST = 110  # characters from the paragraph's start to the end of its dateline
_SECOND_DASH_WITHIN = 120  # "Geneva — host of the talks — said": a pair of dashes is an aside, no dateline

_SEPARATOR = re.compile(r"\s*(?:--|[—–|]|(?<=[\s)\]])-(?=\s))\s*|:\s+|(?<=[.\]])\s*/(?=[A-Z])")
_MARK = re.compile(r"[-—–|:/]")  # what every separator has
_SLASHED_AGENCY = re.compile(r"(?P<head>[^/\n]{3,80}?)[.\]]?\s*/(?P<agency>[A-Za-z ]{2,15})/\s*\.?\s*(?:--|[—–-])?\s*")
_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]{1,50})[)\]]")
# "PRAGUE (Sputnik - 1st July, 2021) The ministry …": nothing stands between the brackets and the story.
_BRACKETED = re.compile(r"[A-Z][A-Z.'’ -]{2,30}\s\((?P<inside>[^()\n]{2,50})\)\s+(?=[“\"A-Z])")
_PLACE_WORD = re.compile(r"(?:[^\W\d_][\w.'’\-/]*)$")
_SMALL_WORDS = frozenset({"of", "the", "al", "de", "da", "do", "la", "el", "and", "on", "am", "an", "der", "en"})
_NO_PLACE = frozenset({"A", "And", "At", "But", "By", "For", "From", "In", "It", "No", "On", "Since", "So", "The", "Yet"})
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?", re.IGNORECASE)
_SENTENCE_ENDS = ".!?”')"
_NEXT = re.compile(r"[“'(\[]?[^\W_]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The stretch [start, end) before the story, with what it says. `date` is ISO: of the year written, or of
    the one nearest to the publication date where that is known.

    `city` and `region` are the text's words ("BEIJING"; "Azerbaijan"), None where only an agency or a date stands."""

    start: int
    end: int
    city: str | None = None
    city_start: int = -1
    region: str | None = None
    date: str | None = None
    has_year: bool = False
    month: int | None = None
    day: int | None = None
    agency: str | None = None


def find_datelines(document: Document) -> tuple[Dateline, ...]:
    """All datelines and date lines of a document, in text order."""
    return tuple(
        _read(document.shadow, block.start, block.end, document.published.date)
        for block in document.blocks
        if block.kind == "dateline"
    )


def find_dateline(document: Document) -> Dateline | None:
    """The document's dateline: the first that names a city, else the first date line, else None."""
    datelines = find_datelines(document)
    return next((dateline for dateline in datelines if dateline.city), datelines[0] if datelines else None)


def dateline_at(text: str, start: int, end: int, *, first: bool) -> int | None:
    """Where the dateline ends that the paragraph [start, end) begins with, or None.

    `first`: the paragraph opens the story; there a city's name in ordinary letters and a dash will do."""
    position = start
    while (ends := _one_dateline(text, position, end, first=first)) is not None:
        position = ends
    return position if position > start else None


def _one_dateline(text: str, start: int, end: int, *, first: bool) -> int | None:
    head = text[start : min(start + LONGEST, end)]
    bracketed = _BRACKETED.match(head)
    if bracketed and first and _names_agency_or_day(bracketed["inside"]):
        return start + bracketed.end()
    if not _MARK.search(head):
        return None
    slashed = _SLASHED_AGENCY.match(head)
    if slashed and slashed["agency"].strip() in _agencies() and _strength(slashed["head"]) >= 0:
        return start + slashed.end()
    for separator in _SEPARATOR.finditer(head):
        rest = text[start + separator.end() : min(start + separator.end() + _SECOND_DASH_WITHIN, end)]
        before = head[: separator.start()]
        if not before.strip():
            return None
        strength = _strength(before)
        if strength < 0:
            continue
        if strength == 0 and text[end - 1] not in _SENTENCE_ENDS:
            continue  # "China – Kenya Talks Open": a headline
        if strength == 1 and separator.group().strip() == ":" and _PARENTHESIS.search(before):
            strength = 2  # "Samarkand [Uzbekistan], April 13 (ANI):"
        if _accepts(separator.group().strip(), strength, rest, first=first):
            return start + separator.end()
    return None


def _names_agency_or_day(inside: str) -> bool:
    parts = re.split(r"\s*[/,–-]\s*", inside)
    return bool(find_dates(inside)) or any(part.strip() in _agencies() for part in parts)


def _accepts(separator: str, strength: int, rest: str, *, first: bool) -> bool:
    if not _NEXT.match(rest) or rest[0].islower():
        return False
    if separator == ":":
        return strength >= 2 and first
    if strength in (1, 3) or (strength == 2 and first):
        return True
    own_word = rest.split(" ", 1)[0]
    return first and separator != "-" and separator not in rest and not own_word.endswith("'s")


def _strength(head: str) -> int:
    """-1: no dateline; 0: a place in ordinary letters; 1: with a date or an agency, or an agency alone; 2: capitals;
    3: capitals with a date, an agency or a region."""
    parentheses = [inner.strip() for inner in _PARENTHESIS.findall(head)]
    agency = any(part.strip() in _agencies() for part in (*parentheses, *head.split(",")))
    dates = find_dates(head)
    places = _places(head, dates)
    if places is None or any(not _is_place(place) for place in places):
        return -1
    strange = [inner for inner in parentheses if inner not in _agencies() and not find_dates(inner)]
    # An agency that nobody listed, or a country in brackets, needs a date or capitals beside it.
    if (strange and not (places and (dates or places[0].isupper()))) or (not places and not agency):
        return -1
    if places and places[0].isupper() and len(places[0]) > 3:
        return 3 if agency or dates or len(places) > 1 else 2
    return 1 if agency or dates else 0


def _places(head: str, dates: tuple[WrittenDate, ...]) -> list[str] | None:
    """The parts of a dateline that are no date and no agency; None where there are too many."""
    remaining = list(head)
    for date in dates:
        remaining[date.start : date.end] = " " * (date.end - date.start)
    plain = _WEEKDAY.sub(" ", _PARENTHESIS.sub(" ", "".join(remaining)))
    parts = [part.strip(" .") for part in re.split(r"[,;]", plain.replace("D.C.", "DC").replace("U.S.", "US"))]
    parts = [part for part in parts if part and part not in _agencies()]
    return parts if len(parts) <= 3 else None


def _is_place(part: str) -> bool:
    words = part.split()
    return (
        0 < len(words) <= 4
        and words[0][0].isupper()
        and words[0] not in _NO_PLACE
        and all(_PLACE_WORD.match(word) and (word[0].isupper() or word in _SMALL_WORDS) for word in words)
    )


def _read(text: str, start: int, end: int, published: str | None) -> Dateline:
    stretch = text[start:end]
    dates = find_dates(stretch)
    date = dates[0] if dates else None
    named = (*_PARENTHESIS.findall(stretch), *stretch.split("/"), *stretch.split(","))
    agency = next((inner.strip() for inner in named if inner.strip() in _agencies()), None)
    places = [place for place in _places(re.sub(r"--|[—–|:]|/[^/]*/", " ", stretch), dates) or [] if _is_place(place)]
    city = places[0] if places else None
    return Dateline(
        start,
        end,
        city=city,
        city_start=start + stretch.find(city) if city else -1,
        region=places[1] if len(places) > 1 else None,
        date=_full_date(date, published) if date else None,
        has_year=bool(date and date.year),
        month=date.month if date else None,
        day=date.day if date else None,
        agency=agency,
    )


def _full_date(written: WrittenDate, published: str | None) -> str | None:
    """With the year where it is written; else in the year that brings it nearest to the publication date."""
    if written.year or published is None:
        return written.iso()
    day = datetime.date.fromisoformat(published)
    near = [date for year in (day.year - 1, day.year, day.year + 1) if (date := written.iso(year))]
    return min(near, key=lambda date: abs((datetime.date.fromisoformat(date) - day).days), default=None)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(layout_words().agencies)
