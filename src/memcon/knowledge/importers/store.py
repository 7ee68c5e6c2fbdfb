"""A user's own knowledge folder: the same tables as the built-in ones, written by commands and by hand."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from memcon.errors import DataError
from memcon.knowledge.dates import earliest, is_partial_date, latest
from memcon.knowledge.folding import words_of
from memcon.knowledge.importers.claims import Claim
from memcon.knowledge.knowledge import Knowledge
from memcon.knowledge.tables import COLUMNS, Holding, read_table

__all__ = ["Change", "add_claims", "check_folder", "end_holding"]

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What was written: ids of persons new to the knowledge, rows of holders added, rows replaced, and claims that say
    less than what is known."""

    people: tuple[str, ...]
    added: int
    replaced: int
    known: int


def add_claims(folder: Path, claims: Iterable[Claim]) -> Change:
    """Write claims into a folder. On one stretch in office the more precise of claim and known row stands."""
    knowledge = Knowledge.load(folder if folder.is_dir() else None)
    holders, people, sources = (_own(folder, name) for name in ("holders", "people", "sources"))
    known = {row[0] for row in people}
    new_people: list[str] = []
    added = replaced = vaguer = 0
    for claim in claims:
        person_id = _person_of(claim, knowledge, people)
        if _is_vaguer(claim, person_id, knowledge):
            vaguer += 1
            continue
        if person_id not in known and person_id not in knowledge.people:
            people.append(_person_row(person_id, claim))
            new_people.append(person_id)
        known.add(person_id)
        index = _same_stretch(holders, person_id, claim)
        row = _holder_row(person_id, claim, _source_key(sources, claim))
        if index is None:
            holders.append(row)
            added += 1
        elif len(claim.start) >= len(holders[index][5]):
            holders[index] = row
            replaced += 1
        else:
            vaguer += 1
    for name, rows in (("holders", holders), ("people", people), ("sources", sources)):
        _write(folder, name, rows)
    return Change(tuple(new_people), added, replaced, vaguer)


def end_holding(folder: Path, person: str, country: str, office_type: str, end: str) -> Holding:
    """End somebody's open (or last) stretch in an office, in the user's own folder, and return the row as it now stands.

    Raises DataError where the person or the stretch is not known, or the end is no date or lies before the start."""
    knowledge = Knowledge.load(folder if folder.is_dir() else None)
    if not is_partial_date(end):
        raise DataError(f"{end!r} is no date; write 2023, 2023-06 or 2023-06-19")
    found = knowledge.resolve(person, country=country).person
    held = [h for h in knowledge.holdings.of_office(country, office_type) if found and h.person == found.id]
    if not held:
        raise DataError(f"the knowledge has no {office_type} of {country} called {person!r}; add the holder first")
    last = max(held, key=lambda h: earliest(h.start))
    if last.start and latest(end) < earliest(last.start):
        raise DataError(f"the end {end} lies before the start {last.start}")
    holders = _own(folder, "holders")
    row = (
        last.person, country, office_type, last.office, last.target, last.start, end, "", "", "", last.status, "user",
        last.confidence,
    )  # fmt: skip
    holders = [r for r in holders if (r[:3], r[5]) != (row[:3], row[5])]
    _write(folder, "holders", [*holders, row])
    return Holding(*row)


def check_folder(folder: Path) -> list[str]:
    """What is wrong in a user's folder, a line each naming file and line; nothing where all is well."""
    try:
        knowledge = Knowledge.load(folder)
        tables = {name: read_table(name, folder) for name in COLUMNS}
    except DataError as error:
        return [str(error)]
    problems = []
    for number, row in enumerate(tables["holders"].rows[: tables["holders"].own], start=2):
        problems += [f"{folder / 'holders.csv'}:{number}: {problem}" for problem in _row_problems(Holding(*row), knowledge)]
    for number, row in enumerate(tables["people"].rows[: tables["people"].own], start=2):
        if row[2] not in ("given", "family", "single"):
            problems.append(f"{folder / 'people.csv'}:{number}: order must be given, family or single, not {row[2]!r}")
    return problems


def _row_problems(holding: Holding, knowledge: Knowledge) -> list[str]:
    problems = []
    if holding.person not in knowledge.people:
        problems.append(f"no person has the id {holding.person!r}")
    problems += [f"{code!r} is no party" for code in (holding.country, holding.target) if code and not knowledge.is_party(code)]
    if holding.type not in knowledge.offices.levels:
        problems.append(f"no kind of office {holding.type!r}")
    dates = (holding.start, holding.end, holding.end_after, holding.end_before, holding.as_of)
    problems += [f"{value!r} is no date" for value in dates if value and not is_partial_date(value)]
    if not problems and holding.start and holding.end and latest(holding.end) < earliest(holding.start):
        problems.append(f"the end {holding.end} lies before the start {holding.start}")
    return problems


def _person_of(claim: Claim, knowledge: Knowledge, own_people: list[Row]) -> str:
    """The id of the claim's person: one of that full name in that country, the claim's own id, or a new one."""
    named = [i for i in knowledge.people.named(claim.person) if claim.country in knowledge.people.countries(i)]
    if claim.person_id and (claim.person_id in knowledge.people or not named):
        return claim.person_id
    if len(named) == 1:
        return named[0]
    new = claim.person_id or f"x:{claim.country}:{'-'.join(words_of(claim.person))}"
    return next((row[0] for row in own_people if row[0] == new), new)


def _person_row(person_id: str, claim: Claim) -> Row:
    order = "family" if claim.country in ("CHN", "TWN", "KOR", "PRK", "VNM") else "given"
    order = "single" if len(claim.person.split()) == 1 else order
    return (person_id, claim.person, order, "", "", "|".join(claim.aliases), "")


def _holder_row(person_id: str, claim: Claim, source: str) -> Row:
    return (
        person_id, claim.country, claim.type, claim.office, claim.target, claim.start, claim.end, "", "", claim.as_of, "",
        source, "",
    )  # fmt: skip


def _same_stretch(holders: list[Row], person_id: str, claim: Claim) -> int | None:
    for index, row in enumerate(holders):
        same_office = (row[0], row[1], row[2], row[4]) == (person_id, claim.country, claim.type, claim.target)
        if same_office and _can_be_one_day(row[5], claim.start):
            return index
    return None


def _is_vaguer(claim: Claim, person_id: str, knowledge: Knowledge) -> bool:
    """Whether the knowledge has the same stretch with a finer start and an end, which the claim would lose."""
    for holding in knowledge.holdings.of_person(person_id):
        same_office = (holding.country, holding.type, holding.target) == (claim.country, claim.type, claim.target)
        if same_office and len(claim.start) < len(holding.start) and holding.start.startswith(claim.start):
            return holding.end.startswith(claim.end)
    return False


def _can_be_one_day(one: str, other: str) -> bool:
    return not one or not other or (earliest(one) <= latest(other) and earliest(other) <= latest(one))


def _source_key(sources: list[Row], claim: Claim) -> str:
    """The key under which the claim's source and licence stand in sources.csv; a new one where they are new."""
    for key, source, licence in sources:
        if (source, licence) == (claim.source, claim.licence):
            return key
    key = "user" if claim.source == "user" else f"user-{len(sources) + 1}"
    sources.append((key, claim.source, claim.licence))
    return key


def _own(folder: Path, name: str) -> list[Row]:
    """The user's own rows of a table."""
    table = read_table(name, folder if folder.is_dir() else None)
    return list(table.rows[: table.own])


def _write(folder: Path, name: str, rows: list[Row]) -> None:
    """Write a table whole, so that a reader sees the old one or the new one and never a part."""
    if not rows:
        return
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{name}.csv.part"
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS[name])
        writer.writerows(rows)
    os.replace(part, folder / f"{name}.csv")
