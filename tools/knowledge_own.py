"""Rows of our own, laid over the sourced ones."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from knowledge_intervals import confirm, starts_agree
from knowledge_names import same_person, slug, squashed
from knowledge_rows import Holder, Person, mending, rows, seat_of

_ORGANISATIONS = {
    "UN", "EU", "NATO", "IAEA", "WTO", "IMF", "WBG", "WHO", "OPCW", "OSCE", "COE", "ASEAN", "AU", "LAS", "GCC", "OIC", "OAS",
    "COMMONWEALTH", "SCO", "CSTO", "OPEC", "OECD", "ICC", "UNESCO", "WFP", "IOM", "ICRC", "INTERPOL", "ECB", "ECOWAS",
}  # fmt: skip


def add_own(folder: Path, holders: list[Holder], people: dict[str, Person]) -> list[Holder]:
    """Lay rows without a source over the sourced ones: they confirm, close, refine, or stand alone marked as our own."""
    finder = Finder(holders, people)
    holders = list(holders)
    for row in [*rows(folder / "holders_unsourced.csv"), *mending("holders_own.csv")]:
        if row["confidence"] == "low":
            continue
        country, target = seat_of(row["iso3"], row["office_type"], row["target"])
        person = finder.in_office(holders, row, country) or finder.id_of(row["person"], row["iso3"])
        status, as_of = "acting" if row["acting"] == "1" else "", "" if row["end"] else row["as_of"]
        own = Holder(
            person, row["person"], country, row["office_type"], row["office_title"], target, row["start"], row["end"],
            "", "", as_of, status, "own", row["confidence"],
        )  # fmt: skip
        holders = confirm(holders, own)
    return holders


class Finder:
    """Finds the id of a person of whom only name and country are known."""

    def __init__(self, holders: list[Holder], people: dict[str, Person]) -> None:
        self.people = people
        self.same = {
            (row["country"], n): row["names"].split("|")[0] for row in mending("merges.csv") for n in row["names"].split("|")
        }
        self.anywhere = {n for row in mending("merges.csv") if row["country"] == "*" for n in row["names"].split("|")}
        self.distinct = {(row["country"], row["name"]) for row in mending("distinct.csv")}
        self.by_name: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.countries: dict[str, set[str]] = defaultdict(set)
        for holder in holders:
            self.countries[holder.person].add(holder.country)
        for person in people.values():
            for name in person.names:
                self.by_name[squashed(name)][person.id] |= self.countries[person.id]

    def id_of(self, name: str, country: str) -> str:
        """An existing id of that full name (its own country first, then anywhere if only one bears it), or a new one."""
        if (country, name) in self.distinct:
            return self._new(name, country)
        found = self.by_name.get(squashed(name), {}) or self.by_name.get(squashed(self.same.get((country, name), name)), {})
        here = [i for i, countries in found.items() if country in countries or name in self.anywhere]
        candidates = here or [i for i in found if len(country) != 3 or (len(found) == 1 and not country.isalpha())]
        if (not candidates and len(country) == 2) or (country in _ORGANISATIONS and not candidates):
            candidates = list(found)
        if len(candidates) == 1:
            self.people[candidates[0]].names[name] += 5
            return candidates[0]
        return self._new(name, country)

    def in_office(self, holders: list[Holder], row: dict[str, str], country: str) -> str | None:
        """The id of one who took the same office at about that time under another spelling of the name."""
        for holder in holders:
            if (holder.country, holder.type) != (country, row["office_type"]) or not starts_agree(
                holder.start, row["start"], 60
            ):
                continue
            if any(same_person(name, row["person"]) for name in self.people[holder.person].names):
                self.people[holder.person].names[row["person"]] += 5
                return holder.person
        return None

    def _new(self, name: str, country: str) -> str:
        new = f"x:{country}:{slug(name)}"
        person = self.people.setdefault(new, Person(new))
        person.names[name] += 5
        if country in {"CHN", "TWN", "KOR", "PRK", "VNM", "HUN"} and "-" not in country:
            person.order = "family" if country != "HUN" else "given"
        self.countries[new].add(country)
        self.by_name[squashed(name)][new] |= {country}
        return new
