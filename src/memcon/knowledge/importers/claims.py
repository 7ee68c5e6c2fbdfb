"""What a file claims: a person held an office from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import DataError
from memcon.knowledge.dates import earliest, is_partial_date, latest

if TYPE_CHECKING:
    from memcon.knowledge.knowledge import Knowledge

__all__ = ["Claim", "Skipped", "checked", "office_of_label"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One person in one office, as a file has it, with the line it stands on. Dates may be partial or empty."""

    line: int
    person: str
    person_id: str | None
    aliases: tuple[str, ...]
    country: str
    type: str
    office: str
    target: str
    start: str
    end: str
    as_of: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry that was not taken, and why."""

    line: int
    reason: str


def checked(claim: Claim, path: Path, knowledge: Knowledge) -> Claim:
    """The claim itself. Raises DataError, naming file and line, where it can't be right."""
    where = f"{path}:{claim.line}"
    if not claim.person.strip():
        raise DataError(f"{where}: no person")
    for code in filter(None, (claim.country, claim.target)):
        if not knowledge.is_party(code):
            raise DataError(f"{where}: {code!r} is no party; use alpha-3 codes (CHN) or acronyms (NATO)")
    if claim.type not in knowledge.offices.levels:
        known = ", ".join(sorted(knowledge.offices.levels))
        raise DataError(f"{where}: no kind of office {claim.type!r}; there are {known}")
    for value in filter(None, (claim.start, claim.end, claim.as_of)):
        if not is_partial_date(value):
            raise DataError(f"{where}: {value!r} is no date; write 2023, 2023-06 or 2023-06-19")
    if claim.start and claim.end and latest(claim.end) < earliest(claim.start):
        raise DataError(f"{where}: the end {claim.end} lies before the start {claim.start}")
    return claim


def office_of_label(label: str, country: str, knowledge: Knowledge) -> tuple[str | None, str]:
    """The kind of office of a label ("Ambassador of China to the United States"), and the party an envoy is sent to."""
    from memcon.knowledge.who import parse

    question = parse(label, knowledge)
    types = knowledge.offices.read(question.title or label, country).types
    return (types[0] if types else None), question.target or ""
