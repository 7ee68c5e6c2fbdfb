"""One person, one id."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from knowledge_intervals import meet
from knowledge_names import folded, same_person, squashed
from knowledge_rows import Holder, Person, by_seat, mending


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
    for group in by_seat(holders).values():
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
