"""How the press calls people."""

from __future__ import annotations

import sys

from knowledge_names import folded
from knowledge_rows import Holder, Person, mending

_PARTICLES = {"al", "bin", "de", "von", "van", "der", "el"}


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
                sys.stderr.write(f"press_names.csv: nobody is {row['name']} of {row['country']}\n")

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


def romanised(name: str) -> str:
    """Japanese names as the press prints them: without macrons."""
    return name.translate(str.maketrans("āīūēōĀĪŪĒŌ", "aiueoAIUEO"))
