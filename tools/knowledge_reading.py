"""The sourced rows, read and mended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from knowledge_names import first_alike, folded, plain_name, same_person, shares_a_word
from knowledge_rows import BLANK, MOVEMENTS, OFFICES, SOURCES, Holder, Person, mending, rows, seat_of


def read_holders(folder: Path) -> tuple[list[Holder], dict[str, Person]]:
    """The sourced rows with their names made plain, and the persons they speak of."""
    renames = {(row["country"], row["source_name"]): row["name"] for row in mending("renames.csv")}
    misnamed = {row["source_name"] for row in mending("renames.csv") if not row["name"]}
    holders: list[Holder] = []
    people: dict[str, Person] = {}
    for row in rows(folder / "holders.csv"):
        plain = plain_name(row["person"])
        name = renames.get((row["iso3"], row["person"]), plain.name)
        if not name or (row["iso3"].startswith("x-") and row["iso3"] not in MOVEMENTS):
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
    office = OFFICES.get(row["office_title"], row["office_title"]) or BLANK.get(kind, "")
    office = office[:1].upper() + office[1:]
    if start and end and end < start[: len(end)]:
        start, end = end, start
    return Holder(
        row["person_id"], name, country, kind, office, target, start, end,
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
                    or (not first_alike(alias, own) and any(same_person(alias, o) for o in others))
                ):
                    del people[person].names[alias]


def _is_office(name: str) -> bool:
    return any(word in name.split() for word in ("Minister", "or", "Government", "President", "Party", "Chief", "previously"))


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
        elif row["action"] in ("type", "office"):
            out.append(replace(holder, **{row["action"]: row["value"]}))
        elif row["action"] != "drop":
            raise SystemExit(f"ends.csv: no action {row['action']!r}")
    return out
