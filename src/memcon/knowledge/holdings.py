"""Who held which office on which day, with partial dates left partial and open rows never stretched past their source."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from memcon.knowledge.dates import earliest, latest
from memcon.knowledge.tables import Holding, Table

__all__ = ["Holdings", "Tenure", "tenure_on"]

SHARED_SEATS = frozenset(
    {("BIH", "head_of_state"), ("AND", "head_of_state"), ("SMR", "head_of_state"), ("CHE", "head_of_state")}
)
LAST_KNOWN_YEARS = 4  # an open row says nothing about a day this many years after its source looked last


@dataclass(frozen=True, slots=True)
class Tenure:
    """How a holding stands to a day: is, last known, maybe, before, after."""

    holding: Holding
    standing: str


def tenure_on(holding: Holding, day: str) -> Tenure:
    """How a holding stands to an ISO day.

    `is`: surely in office. `maybe`: a partial date leaves it open. `last known`: open, and the source looked last before
    that day. `before`: the day lies before the start; `after`: after the end."""
    if holding.start and day < earliest(holding.start):
        return Tenure(holding, "before")
    sure_start = not holding.start or day >= latest(holding.start)
    if holding.end:
        if day > latest(holding.end):
            return Tenure(holding, "after")
        return Tenure(holding, "is" if sure_start and day <= earliest(holding.end) else "maybe")
    if holding.end_before and day > latest(holding.end_before):
        return Tenure(holding, "after")
    looked = max(holding.end_after, holding.as_of)
    if not looked:
        looked = latest(holding.start) if holding.start else ""
    if day <= latest(looked):
        return Tenure(holding, "is" if sure_start else "maybe")
    if holding.as_of and int(day[:4]) - int(looked[:4]) < LAST_KNOWN_YEARS:
        return Tenure(holding, "last known")
    return Tenure(holding, "maybe")


class Holdings:
    """An index over holders.csv by office and by person. Rows become `Holding` only when they are asked for."""

    def __init__(self, table: Table) -> None:
        self._by_office: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        self._by_person: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        own = _replaced(table)
        for row in own:
            self._by_office[row[1], row[2]].append(row)
            self._by_person[row[0]].append(row)

    def countries(self) -> dict[str, tuple[str, ...]]:
        """For each person, the parties they held office for, sorted."""
        return {person: tuple(sorted({row[1] for row in rows})) for person, rows in self._by_person.items()}

    def of_office(self, country: str, office_type: str) -> tuple[Holding, ...]:
        """All holders of one kind of office of one party, in the table's order."""
        return tuple(Holding(*row) for row in self._by_office.get((country, office_type), ()))

    def of_person(self, person_id: str) -> tuple[Holding, ...]:
        """All offices of one person, by start."""
        return tuple(
            Holding(*row) for row in sorted(self._by_person.get(person_id, ()), key=lambda r: (earliest(r[5]), r[1:5]))
        )

    def countries_with(self, office_type: str) -> tuple[str, ...]:
        """The parties for which the office is in the table, sorted."""
        return tuple(sorted({country for country, kind in self._by_office if kind == office_type}))

    def on(self, country: str, office_type: str, day: str, *, single: bool) -> tuple[Tenure, ...]:
        """Who held the office on that day, the surest first.

        Of a single seat only the surest; on the day of a change the new holder."""
        tenures = [tenure_on(holding, day) for holding in self.of_office(country, office_type)]
        standing = [t for t in tenures if t.standing in ("is", "last known", "maybe")]
        if single and (country, office_type) not in SHARED_SEATS:
            return _of_single_seat(standing, day)
        rank = {"is": 0, "last known": 1, "maybe": 2}
        return tuple(sorted(standing, key=lambda t: (rank[t.standing], earliest(t.holding.start), t.holding.person)))


def _of_single_seat(tenures: list[Tenure], day: str) -> tuple[Tenure, ...]:
    """The sure ones; else those last known, which are the last to have started; else all that may be."""
    for standing in ("is", "last known", "maybe"):
        found = [t for t in tenures if t.standing == standing]
        staying = [t for t in found if t.holding.end != day] or found
        if standing == "last known" and staying:
            last = max(earliest(t.holding.start) for t in staying)
            staying = [t for t in staying if earliest(t.holding.start) == last]
        staying = [t for t in staying if t.holding.status != "acting"] or staying
        if staying:
            unique = {t.holding.person: t for t in sorted(staying, key=lambda t: (t.holding.status != "", t.holding.start))}
            return tuple(unique.values())
    return ()


def _replaced(table: Table) -> list[tuple[str, ...]]:
    """The rows with a user's own put in the place of built-in ones.

    A row is replaced by one of the same person, party, kind and target whose start can be the same day; another person's
    built-in row ends where a user's row for the office starts."""
    own, built_in = table.rows[: table.own], table.rows[table.own :]
    if not own:
        return list(built_in)
    taken: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    starts: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for row in own:
        taken[row[0], row[1], row[2], row[4]].append(row)
        starts[row[1], row[2], row[4]].append(row)
    out = list(own)
    for row in built_in:
        if any(_starts_meet(mine[5], row[5]) for mine in taken.get((row[0], row[1], row[2], row[4]), ())):
            continue
        out.append(_closed(row, starts.get((row[1], row[2], row[4]), ())))
    return out


def _starts_meet(one: str, other: str) -> bool:
    return not one or not other or (earliest(one) <= latest(other) and earliest(other) <= latest(one))


def _closed(row: tuple[str, ...], mine: list[tuple[str, ...]] | tuple[()]) -> tuple[str, ...]:
    """An open built-in row, bounded by the start of a user's row for another person in the same office."""
    later = sorted(earliest(m[5]) for m in mine if m[0] != row[0] and m[5] and earliest(m[5]) >= earliest(row[5]) and not m[10])
    if not later or (row[6] and latest(row[6]) <= later[0]):
        return row
    if row[6]:
        return (*row[:6], later[0], *row[7:])
    looked = max(row[7], row[9])
    if looked >= later[0]:
        return (*row[:6], later[0], "", "", "", *row[10:])
    return (*row[:7], looked, later[0], "", *row[10:])
