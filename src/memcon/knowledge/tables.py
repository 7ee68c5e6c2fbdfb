"""The tables as they lie on disk, and the frozen values that their rows become.

Every table is a CSV with a header, read whole and cheaply; a user's folder may hold tables of the same names,
whose rows go before the built-in ones. What is wrong with a row is said with its file and line.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from memcon.errors import DataError

__all__ = [
    "BUILT_IN",
    "COLUMNS",
    "Holding",
    "Igo",
    "Person",
    "Place",
    "State",
    "Table",
    "igo_of",
    "read_table",
    "split",
    "state_of",
    "version_of",
]

BUILT_IN = Path(__file__).parent / "data"
COLUMNS = {
    "states": (
        "code", "iso2", "numeric", "cow", "gw", "qid", "status", "name", "names", "former_names", "adjectives", "demonyms",
        "capital", "capital_names", "capital_speaks", "metonyms", "ministries", "source",
    ),
    "igos": ("code", "qid", "type", "name", "names", "seat", "members", "source"),
    "groups": ("code", "name", "names", "adjectives", "country", "source"),
    "places": ("name", "names", "country", "kind", "city", "source"),
    "dated_names": ("kind", "code", "names", "start", "end", "source"),
    "title_forms": ("scope", "form", "type", "office", "source"),
    "offices": ("type", "level", "single", "name", "titles"),
    "people": ("id", "name", "order", "family", "short_names", "aliases", "gender"),
    "holders": (
        "person", "country", "type", "office", "target", "start", "end", "end_after", "end_before", "as_of", "status",
        "source", "confidence",
    ),
    "given_names": ("name", "gender"),
    "common_words": ("word", "use"),
    "spellings": ("word", "stands_for"),
    "summits": ("series", "places", "country", "start", "end", "source"),
    "sources": ("key", "source", "licence"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `code` is ISO 3166 alpha-3 (XKX Kosovo).

    `cow` and `gw` are the numbers of Correlates of War and of Gleditsch and Ward."""

    code: str
    iso2: str
    numeric: str
    cow: str
    gw: str
    qid: str
    status: str
    name: str
    names: tuple[str, ...]
    former_names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    capital_names: tuple[str, ...]
    capital_speaks: bool
    metonyms: tuple[str, ...]
    ministries: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Igo:
    """An intergovernmental organisation or group of states. `code` is its acronym; `members` are alpha-3 codes."""

    code: str
    qid: str
    type: str
    name: str
    names: tuple[str, ...]
    seat: str
    members: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is no party: `kind` is city, building or region; `city` is where a building stands."""

    name: str
    names: tuple[str, ...]
    country: str | None
    kind: str
    city: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who held an office. `id` is the Wikidata Q-id where it is known; `name` is the one the press uses."""

    id: str
    name: str
    order: str  # given | family | single: which name comes first
    family: tuple[str, ...]
    short_names: tuple[str, ...]
    aliases: tuple[str, ...]
    gender: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one office. Dates are ISO strings, whole or partial ("2013", "2013-03").

    An empty `end` is unknown: bounded by `end_after` and `end_before`, and open only up to `as_of`, the last day the
    source looked. `status` is empty or acting, designate, elect. `source` holds keys of sources.csv joined by +."""

    person: str
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
    confidence: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table's rows with the file and line each came from: a user's rows first."""

    rows: tuple[tuple[str, ...], ...]
    own: int  # how many of the rows, from the front, are the user's

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.rows)


def split(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several values."""
    return tuple(cell.split("|")) if cell else ()


def read_table(name: str, folder: Path | None = None) -> Table:
    """The built-in table of that name with the rows of the user's folder before it.

    Raises DataError, naming file and line, where a header or a row does not fit."""
    own = _read(folder / f"{name}.csv", COLUMNS[name]) if folder and (folder / f"{name}.csv").is_file() else []
    return Table((*own, *_read(BUILT_IN / f"{name}.csv", COLUMNS[name])), len(own))


def _read(path: Path, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = tuple(next(reader, ()))
            rows = [tuple(row) for row in reader if row]
    except (UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path}: not a CSV in UTF-8 ({error})") from error
    if header != columns:
        raise DataError(f"{path}:1: the header must be {','.join(columns)}")
    width = len(columns)
    if any(len(row) != width for row in rows):
        number = next(i for i, row in enumerate(rows, start=2) if len(row) != width)
        raise DataError(f"{path}:{number}: {len(rows[number - 2])} cells, not {width}")
    return rows


def state_of(row: tuple[str, ...]) -> State:
    """A row of states.csv as a value."""
    code, iso2, numeric, cow, gw, qid, status, name = row[:8]
    names, former_names, adjectives, demonyms = map(split, row[8:12])
    capital, capital_names, speaks, metonyms, ministries, source = row[12:]
    return State(
        code, iso2, numeric, cow, gw, qid, status, name, names, former_names, adjectives, demonyms, capital,
        split(capital_names), speaks == "1", split(metonyms), split(ministries), source,
    )  # fmt: skip


def igo_of(row: tuple[str, ...]) -> Igo:
    """A row of igos.csv as a value."""
    code, qid, kind, name, names, seat, members, source = row
    return Igo(code, qid, kind, name, split(names), seat, split(members), source)


def version_of(folder: Path | None) -> str:
    """A short hash over all tables, the user's included: equal versions answer alike."""
    digest = hashlib.sha256()
    for directory in (BUILT_IN, folder):
        for path in sorted(directory.glob("*.csv")) if directory else ():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
