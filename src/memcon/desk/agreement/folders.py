"""Two annotators' folders of the same documents, in the layout of `memcon decide export` and of the gold sets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from memcon.desk.agreement.alpha import f1, nominal_alpha
from memcon.desk.agreement.types import Agreement, Disagreement, FamilyAgreement, FieldAgreement
from memcon.errors import DataError
from memcon.ledger.wording import stems

Fact = Mapping[str, Any]
COMPARED = {
    "engagements": ("kind", "status", "parties", "start", "end", "place", "duration_minutes"),
    "statements": ("speaker", "speaker_country", "direct", "target"),
    "commitments": ("kind", "by", "to", "due"),
    "events": ("plover", "actor", "recipient", "date"),
}
ALIKE = 0.5  # likeness from which two annotators' facts are one


def agreement_of_folders(first: Path, second: Path) -> Agreement:
    """F1 of the facts of each family, and alpha of each field of those that both have, over the documents in both.

    Raises DataError where a file is no such record, or the folders share no document."""
    one, other = (read_folder(folder) for folder in (first, second))
    names = sorted(one.keys() & other.keys())
    if not names:
        raise DataError(f"{first} and {second} share no document: files are compared by their names")
    families, fields, differ = [], [], []
    for family in COMPARED:
        pairs = [
            (name, pair) for name in names for pair in match(_facts(one[name], family), _facts(other[name], family), family)
        ]
        counts = [sum(len(_facts(side[name], family)) for name in names) for side in (one, other)]
        families.append(FamilyAgreement(
            family=family, matched=len(pairs), first=counts[0], second=counts[1], f1=f1(len(pairs), counts[0], counts[1])
        ))  # fmt: skip
        for field in COMPARED[family]:
            values = [(name, _value(a, field), _value(b, field)) for name, (a, b) in pairs]
            fields.append(field_agreement(family, field, [(a, b) for _, a, b in values]))
            differ += [
                Disagreement(family=family, where=name, field=field, first=a, second=b) for name, a, b in values if a != b
            ]
    return Agreement(
        first=str(first), second=str(second), units=len(names),
        families=tuple(families), fields=tuple(fields), disagreements=tuple(differ),
    )  # fmt: skip


def read_folder(folder: Path) -> dict[str, Fact]:
    """The records of a folder, or of the folder `gold` in it, by their file's name. Raises DataError naming the file that is
    none."""
    found: dict[str, Fact] = {}
    inner = folder / "gold"
    for path in sorted((inner if inner.is_dir() else folder).glob("*.json")):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise DataError(f"{path}: no JSON: {error}") from error
        if not isinstance(data, dict) or not any(family in data for family in COMPARED):
            raise DataError(f"{path}: has none of {', '.join(COMPARED)}")
        found[path.stem] = data
    return found


def field_agreement(family: str, field: str, values: Sequence[tuple[str, str]]) -> FieldAgreement:
    """Agreement on one field over pairs of values."""
    alike = sum(one == other for one, other in values)
    return FieldAgreement(family=family, field=field, units=len(values), alike=alike, alpha=nominal_alpha(values))


def _facts(record: Fact, family: str) -> Sequence[Fact]:
    facts: Sequence[Fact] = record.get(family) or ()
    return facts


def match(first: Sequence[Fact], second: Sequence[Fact], family: str) -> list[tuple[Fact, Fact]]:
    """The facts of two annotators that are the same, each once, the likest first."""
    alike = LIKENESS[family]
    scored = sorted(
        ((alike(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second)),
        key=lambda entry: (-entry[0], entry[1], entry[2]),
    )
    left, right, pairs = set(range(len(first))), set(range(len(second))), []
    for score, i, j in scored:
        if score >= ALIKE and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return [(first[i], second[j]) for i, j in sorted(pairs)]


def _engagements_alike(one: Fact, other: Fact) -> float:
    same_day = 0.3 if one.get("start") == other.get("start") else 0.0
    same_kind = 0.2 if one.get("kind") == other.get("kind") else 0.0
    return 0.5 * _shared(_people(one), _people(other)) + same_day + same_kind


def _people(engagement: Fact) -> frozenset[str]:
    """The last words of the participants' names; the parties where nobody is named."""
    names = [str(person.get("name") or "") for person in engagement.get("participants") or ()]
    last = frozenset(name.split()[-1].casefold() for name in names if name.split())
    return last or frozenset(engagement.get("parties") or ())


def _statements_alike(one: Fact, other: Fact) -> float:
    texts = [stems(str(fact.get("content") or fact.get("quote") or "")) for fact in (one, other)]
    return _contained(*texts)


def _commitments_alike(one: Fact, other: Fact) -> float:
    same_kind = 0.3 if one.get("kind") == other.get("kind") else 0.0
    return 0.7 * _contained(*(stems(f"{fact.get('what')} {fact.get('evidence')}") for fact in (one, other))) + same_kind


def _events_alike(one: Fact, other: Fact) -> float:
    same_type = 0.5 if one.get("plover") == other.get("plover") else 0.0
    sides = [frozenset(re.split(r"[+,; ]+", f"{fact.get('actor')}+{fact.get('recipient')}")) for fact in (one, other)]
    return (
        same_type + 0.3 * _shared(*sides) + 0.2 * _contained(*(stems(str(fact.get("evidence") or "")) for fact in (one, other)))
    )


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _contained(one: frozenset[str], other: frozenset[str]) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 0.0


LIKENESS: dict[str, Callable[[Fact, Fact], float]] = {
    "engagements": _engagements_alike,
    "statements": _statements_alike,
    "commitments": _commitments_alike,
    "events": _events_alike,
}


def _value(fact: Fact, field: str) -> str:
    """A field's value as text; a list sorted, a name by its last word."""
    value = fact.get(field)
    if isinstance(value, list):
        return "+".join(sorted(map(str, value)))
    if field == "speaker" and value:
        return str(value).split()[-1].casefold()
    return "" if value is None else str(value)
