"""Office-holders from Wikidata: the JSON results of a SPARQL query over position held (P39).

The query is in docs/knowledge.md. Variables: person, personLabel, personAltLabels, positionLabel, iso3, start,
startPrecision, end, endPrecision, rank. A date of precision 9 is a year, 10 a month, 11 a day; a bnode is a value nobody knows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.errors import DataError
from memcon.knowledge.importers.claims import Claim, Skipped, office_of_label

if TYPE_CHECKING:
    from memcon.knowledge.knowledge import Knowledge

__all__ = ["read_wikidata"]

_LENGTHS = {"9": 4, "10": 7, "11": 10}
_LICENCE = "CC0"


def read_wikidata(path: Path, text: str, knowledge: Knowledge, as_of: str) -> tuple[list[Claim], list[Skipped]]:
    """The claims of a SPARQL result, each numbered by its binding.

    Deprecated statements, unlabelled persons and offices of no known kind are passed over."""
    try:
        bindings = json.loads(text)["results"]["bindings"]
    except json.JSONDecodeError as error:
        raise DataError(f"{path}:{error.lineno}: not JSON ({error.msg})") from error
    except (KeyError, TypeError) as error:
        raise DataError(f"{path}:1: no results.bindings; save the query's result as application/sparql-results+json") from error
    claims: list[Claim] = []
    skipped: list[Skipped] = []
    for number, binding in enumerate(bindings, start=1):
        found = _claim(binding, number, knowledge, as_of)
        if isinstance(found, Claim):
            claims.append(found)
        else:
            skipped.append(found)
    return claims, skipped


def _claim(binding: dict[str, Any], number: int, knowledge: Knowledge, as_of: str) -> Claim | Skipped:
    person_id, label = _value(binding, "person").rsplit("/", 1)[-1], _value(binding, "personLabel")
    country, position = _value(binding, "iso3"), _value(binding, "positionLabel")
    if _value(binding, "rank").endswith("DeprecatedRank"):
        return Skipped(number, "a deprecated statement")
    if not label or label == person_id:
        return Skipped(number, f"{person_id} has no label")
    if not knowledge.is_party(country):
        return Skipped(number, f"{label}: no state has the code {country!r}")
    kind, target = office_of_label(position, country, knowledge)
    if kind is None:
        return Skipped(number, f"{label}: {position!r} is no office of a known kind")
    end = _date(binding, "end")
    aliases = tuple(filter(None, _value(binding, "personAltLabels").split("|")))
    return Claim(
        number, label, person_id, aliases, country, kind, position, target, _date(binding, "start"), end,
        "" if end else as_of, "Wikidata", _LICENCE,
    )  # fmt: skip


def _value(binding: dict[str, Any], name: str) -> str:
    cell = binding.get(name, {})
    return "" if cell.get("type") == "bnode" else str(cell.get("value", ""))


def _date(binding: dict[str, Any], name: str) -> str:
    """A date as precise as Wikidata says it is, and no more."""
    value, length = _value(binding, name), _LENGTHS.get(_value(binding, f"{name}Precision") or "11")
    return value[:length] if length and value[:4].isdigit() else ""
