"""Find the turns of a transcript: who is named at the head of a paragraph ("MS. SAND:", "Q", "The President:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from memcon.intake.words import layout_words

__all__ = ["Turn", "find_turns"]

LONGEST_LABEL = 70  # characters

FEWEST_ALONE = 3  # labels on lines of their own that make a transcript

_LABEL = re.compile(r"(?P<name>[^\W\d_a-z][^\n:“”\"?!]{0,60}?)(?P<time>\s*\(\d{1,2}:\d{2}(?::\d{2})?\))?\s*:(?=\s|$)")
_BARE_Q = re.compile(r"(?P<name>Q\.?)\s+(?=[^\W_(\[])")
_ASIDE = re.compile(r"\([^()]*\)")
_NOTE = re.compile(r"[^\w\s'’.\-]")


@dataclass(frozen=True, slots=True)
class Turn:
    """A label at [start, end), and whether a reporter's question follows it."""

    start: int
    end: int
    is_question: bool


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, Turn]:
    """The turns by the start of their paragraph; none where the text is no transcript.

    It is one where two paragraphs have labels in capitals (or one, with a title: "PRESIDENT SAND:"), or where
    labels in ordinary letters come back, stand alone, carry times, or are an official's among those of the press; or
    where one person's comes back after another's ("Reuters: …?", "Ann Lee: …", "AFP: …?", "Ann Lee: …")."""
    found = [(start, match) for start, end in paragraphs if (match := _label_at(text, start, end))]
    capitals = [(start, match) for start, match in found if _in_capitals(match["name"])]
    officials = _officials([match["name"] for _, match in found])
    if len(capitals) >= 2 or any(_has_title(match["name"]) for _, match in capitals):
        chosen = [(start, match) for start, match in found if _in_capitals(match["name"]) or _is_known(match["name"])]
    else:
        talking = _coming_back([match["name"] for _, match in found])
        chosen = found if officials or talking or _stand_alone(text, paragraphs) or _labels_return(found) else []
        officials = officials or _answering(text, dict(paragraphs), chosen, talking)
    return {start: Turn(match.start(), match.end(), _is_question(match["name"], officials)) for start, match in chosen}


def _coming_back(names: list[str]) -> tuple[str, ...]:
    """Labels like a person's name, two words or a title, that come back after another's; a title may have gone by then."""
    plain = [_plain(name) for name in names]
    found = [
        name
        for place, name in enumerate(plain)
        if _is_persons(name) and any(later.endswith(name) or name.endswith(later) for later in plain[place + 2 :])
    ]
    return tuple(dict.fromkeys(found))


def _is_persons(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words if word not in {"of", "the", "bin", "al", "de", "van"})


def _answering(
    text: str, ends: dict[int, int], chosen: list[tuple[int, re.Match[str]]], talking: tuple[str, ...]
) -> tuple[str, ...]:
    """Those who come back, where all others ask: every other label stands before a question."""
    others = [(start, match) for start, match in chosen if not any(_same(_plain(match["name"]), name) for name in talking)]
    asked = all("?" in text[match.end() : ends[start]] for start, match in others)
    return talking if others and asked else ()


def _same(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _stand_alone(text: str, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether labels on lines of their own make a transcript: several, an office among them."""
    matches = [(match, end) for start, end in paragraphs if (match := _label_at(text, start, end))]
    names = [match["name"] for match, end in matches if match.end() == end]
    return len(names) >= FEWEST_ALONE and any(_has_title(name.upper()) for name in names)


def _officials(names: list[str]) -> tuple[str, ...]:
    """The labels of those who answer in a briefing where the press is named too ("Sand, Official Spokesperson:").

    One title in ordinary letters comes back, and there are other labels."""
    plain = [_plain(name) for name in names]
    asking = layout_words().question_labels
    titled = [name for name in plain if not name.isupper() and _has_title(name.upper()) and name.lower() not in asking]
    if len(titled) < 2 or len(set(titled)) == len(titled) or len(set(plain)) < 2:
        return ()
    return tuple(dict.fromkeys(titled))


def _label_at(text: str, start: int, end: int) -> re.Match[str] | None:
    limit = min(end, start + LONGEST_LABEL)
    match = _LABEL.match(text, start, limit) or _BARE_Q.match(text, start, limit)
    return match if match and len(match["name"].split()) <= 7 else None


def _plain(name: str) -> str:
    return _NOTE.sub(" ", _ASIDE.sub(" ", name)).strip(" .")


def _in_capitals(name: str) -> bool:
    letters = [character for character in _plain(name).replace("Mc", "") if character.isalpha()]
    return bool(letters) and all(character.isupper() for character in letters)


def _has_title(name: str) -> bool:
    plain = _plain(name)
    return any(re.search(rf"\b{re.escape(title)}\b", plain) for title in layout_words().label_titles)


def _is_known(name: str) -> bool:
    return _plain(name).lower() in _known_labels()


def _is_question(name: str, officials: tuple[str, ...] = ()) -> bool:
    plain = _plain(name)
    if officials:  # a later label may be the name alone
        return not any(official.endswith(plain) or plain in official for official in officials)
    return re.sub(r"[\d.]+", "", plain).strip().lower() in layout_words().question_labels


def _labels_return(found: list[tuple[int, re.Match[str]]]) -> bool:
    names = [_plain(match["name"]).lower() for _, match in found]
    timed = sum(match.groupdict().get("time") is not None for _, match in found)
    known = sum(name in _known_labels() or _is_question(name) for name in names)
    return timed >= 2 or known >= 2 or (len(names) >= 4 and len(set(names)) <= len(names) / 2)


@cache
def _known_labels() -> frozenset[str]:
    words = layout_words()
    return frozenset((*words.question_labels, *words.answer_labels))
