"""Facts that somebody else made, from langextract's JSON Lines or plain JSON with quotes: is each field supported?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from memcon.errors import DataError

# In the order of trust: the first of these that holds words is the quote.
QUOTE_KEYS = ("extraction_text", "quote", "exact", "quote_evidence", "evidence", "content", "sentence", "text")
SPEAKER_KEYS = frozenset({"speaker", "speakers", "said_by", "attributed_to", "source", "who"})
# Labels, ids and offsets: a maker's own words about a fact, which no text can support.
LABELS = frozenset(
    """
    id document_id document extraction_class extraction_index group_index description alignment_status token_interval
    char_interval start end start_pos end_pos kind type class label status stance direct event plover cameo confidence
    score issue issues optional background rule model cue negated sense lemma joint
    """.split()
)


@dataclass(frozen=True)
class OtherFact:
    """One fact as its maker wrote it: the words it rests on, who is said to have said them, and the fields to check."""

    line: int
    kind: str
    quote: str
    speakers: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


def read_other_facts(path: Path) -> tuple[OtherFact, ...]:
    """The facts of a JSON or JSON Lines file that have a quote. Raises DataError naming the line that is no JSON, or a file
    without any quote."""
    found = tuple(fact for number, data in _objects(path) for fact in _facts(data, number, "fact"))
    if not found:
        raise DataError(f"{path}: no object in it has any of {', '.join(QUOTE_KEYS)}")
    return found


def _objects(path: Path) -> Iterator[tuple[int, Any]]:
    text = path.read_text(encoding="utf-8-sig")
    try:
        yield 1, json.loads(text)
        return
    except ValueError:
        lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise DataError(f"{path}:{number}: no JSON: {error}") from error


def _facts(data: Any, line: int, kind: str) -> Iterator[OtherFact]:
    """The facts at or below a value: each object with a quote is one; what it holds besides are its fields."""
    if isinstance(data, list):
        for each in data:
            yield from _facts(each, line, kind)
    elif isinstance(data, Mapping):
        inner = [(key, each) for key, each in data.items() if _holds_facts(each)]
        quote = "" if inner else _quote(data)
        if quote:
            named = str(data.get("extraction_class") or data.get("kind") or data.get("type") or kind)
            speakers = tuple(_texts(value for key, value in _flat(data) if key in SPEAKER_KEYS))
            yield OtherFact(line, named, quote, speakers, tuple(_fields(data)))
        for key, each in inner:
            yield from _facts(each, line, key.rstrip("s"))


def _holds_facts(value: Any) -> bool:
    return (
        isinstance(value, list) and any(isinstance(each, Mapping) and _quote(each) for each in value) and not _are_spans(value)
    )


def _are_spans(values: list[Any]) -> bool:
    """Are these the pieces of evidence of one fact, words with offsets and no more?"""
    return all(isinstance(each, Mapping) and set(each) <= {"of", "start", "end", "exact"} for each in values)


def _quote(data: Mapping[str, Any]) -> str:
    for key in QUOTE_KEYS:
        value = data.get(key)
        if isinstance(value, list) and value and _are_spans(value):
            value = value[0]
        if isinstance(value, Mapping):
            value = value.get("exact")
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields with langextract's `attributes` among them."""
    for key, value in data.items():
        if key == "attributes" and isinstance(value, Mapping):
            yield from value.items()
        else:
            yield key, value


def _fields(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in _flat(data):
        if key not in LABELS and key not in QUOTE_KEYS and key not in SPEAKER_KEYS:
            yield from ((key, text) for text in _texts([value]))


def _texts(values: Iterable[Any]) -> Iterator[str]:
    """The words and numbers in values, lists and objects taken apart."""
    for value in values:
        if isinstance(value, bool) or value is None:
            continue
        if isinstance(value, Mapping):
            yield from _texts(each for key, each in value.items() if key not in LABELS)
        elif isinstance(value, list):
            yield from _texts(value)
        elif re.search(r"\w", str(value)):
            yield str(value)
