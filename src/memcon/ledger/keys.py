"""Keys that depend on content alone: never on the order of adding, a clock or a counter.

A report (one fact of one document) is named by its document, its family and the words it stands on. A merged item takes
the name of its founding report, the one of the earliest published document, so a later report never renames it, and
every report's name leads to the item that it belongs to.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from memcon.errors import LedgerError
from memcon.record import Commitment, Fact, Record, Statement

FAMILIES = {"engagements": "e", "statements": "s", "commitments": "c", "events": "v", "offices": "o"}
FAMILY_OF_LETTER = {letter: family for family, letter in FAMILIES.items()}
UNDATED = "9999-12-31"  # sorts after every real day


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: equal values, equal bytes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def plain(model: BaseModel) -> dict[str, Any]:
    """A model as JSON values."""
    data: dict[str, Any] = model.model_dump(mode="json", by_alias=True)
    return data


def digest(*parts: str, length: int = 16) -> str:
    """A hash of the parts in hex, `length` digits long."""
    whole = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:length]


def anchor_span(fact: Fact) -> tuple[int, int] | None:
    """The stretch of the document that a fact stands on: what was said or promised, else its first evidence."""
    if isinstance(fact, Statement):
        return fact.content.start, fact.content.end
    if isinstance(fact, Commitment) and fact.what is not None:
        return fact.what.start, fact.what.end
    if fact.evidence:
        return fact.evidence[0].start, fact.evidence[0].end
    return None


def named_facts(document_id: str, record: Record) -> Iterator[tuple[str, str, Fact]]:
    """(report id, family, fact) for each fact. Facts on the same words are numbered in the record's order."""
    seen: Counter[str] = Counter()
    for family, letter in FAMILIES.items():
        for fact in getattr(record, family):
            span = anchor_span(fact)
            seed = digest(document_id, family, f"{span[0]}-{span[1]}" if span else fact.id)
            seen[seed] += 1
            yield f"{letter}-{digest(seed, str(seen[seed]))}", family, fact


@lru_cache(maxsize=10_000)
def fold(name: str | None) -> str:
    """A name for comparing: lower case, no accents, single spaces."""
    decomposed = unicodedata.normalize("NFKD", name or "")
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def cursor_of(sort_day: str, item: str) -> str:
    """An opaque place in a list, for the next page."""
    return base64.urlsafe_b64encode(f"{sort_day}|{item}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> tuple[str, str]:
    """What `cursor_of` hid. Raises LedgerError for anything else."""
    try:
        day, item = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().split("|")
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise LedgerError(f"{cursor!r} is no page of this ledger; take the `next` of an earlier answer") from error
    return day, item
