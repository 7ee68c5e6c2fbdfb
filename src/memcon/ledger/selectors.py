"""Where in a text a decision holds: the selectors of the W3C Web Annotation model, made and found again.

A TextPositionSelector gives the offsets, a TextQuoteSelector the words with what stands before and after, so that the
place is found again in another version of the text. https://www.w3.org/TR/annotation-model/#selectors
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

CONTEXT = 32  # characters kept on each side
FAR = 2_000  # characters: how far around its old place a reworded quote is looked for
STILL_THE_SAME = 0.75  # likeness from which a reworded passage still is the one meant


@dataclass(frozen=True, slots=True)
class Found:
    """Where a selector's words stand, and how they were found: position, quote or likeness."""

    start: int
    end: int
    how: str


def selectors_of(text: str, start: int, end: int) -> list[dict[str, Any]]:
    """Both selectors for a stretch of the text."""
    return [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - CONTEXT) : start],
            "suffix": text[end : end + CONTEXT],
        },
    ]


def find_selected(text: str, selectors: list[dict[str, Any]]) -> Found | None:
    """The stretch that the selectors mean in this text, which may be another version than the one they were made on.

    At the same offsets where the words still stand there; else where the exact words stand, in the likest surroundings;
    else, near the old place, a passage that is the quote with small changes."""
    position = next((each for each in selectors if each["type"] == "TextPositionSelector"), None)
    quote = next(each for each in selectors if each["type"] == "TextQuoteSelector")
    old = position["start"] if position else 0
    exact = quote["exact"]
    places = [match.start() for match in re.finditer(re.escape(exact), text)] if exact else []
    if places:
        best = max(places, key=lambda at: (_context_likeness(text, at, quote), -abs(at - old)))
        moved = best != old or not position
        return Found(best, best + len(exact), "quote" if moved else "position")
    return _reworded(text, exact, old)


def _context_likeness(text: str, at: int, quote: dict[str, Any]) -> float:
    before, after = quote.get("prefix") or "", quote.get("suffix") or ""
    end = at + len(quote["exact"])
    return _likeness(before, text[max(0, at - len(before)) : at]) + _likeness(after, text[end : end + len(after)])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() if one or other else 1.0


def _reworded(text: str, exact: str, old: int) -> Found | None:
    """Slide over the words around the old place and take the likest stretch of like length."""
    wanted = exact.casefold().split()
    if len(wanted) < 3:
        return None
    around = max(0, old - FAR)
    words = [(m.start() + around, m.end() + around) for m in re.finditer(r"\S+", text[around : old + len(exact) + FAR])]
    best: tuple[float, int, int] | None = None
    for at in range(max(1, len(words) - len(wanted) + 1)):
        window = words[at : at + len(wanted)]
        if not window:
            continue
        found = [text[first:last].casefold() for first, last in window]
        if len(set(found) & set(wanted)) * 2 < len(set(wanted)):
            continue
        score = SequenceMatcher(None, wanted, found, autojunk=False).ratio()
        if best is None or score > best[0]:
            best = (score, window[0][0], window[-1][1])
    return Found(best[1], best[2], "likeness") if best and best[0] >= STILL_THE_SAME else None
