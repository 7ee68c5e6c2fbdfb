"""The persons of the tables, found by full name, by a part of it, or by the name they are called."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cached_property

from memcon.knowledge.folding import expansions, key_of, skeleton, words_of
from memcon.knowledge.tables import Person, Table, split

__all__ = ["EXACT_ONLY", "PARTICLES", "People"]

EXACT_ONLY = frozenset(
    {"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "SGP"}
)  # no fuzzy matching: it joins Li Keqiang and Li Qiang
PARTICLES = frozenset(
    [
        "al",
        "el",
        "as",
        "ash",
        "an",
        "ad",
        "ar",
        "at",
        "az",
        "bin",
        "ibn",
        "bint",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "los",
        "las",
        "y",
        "ould",
        "abu",
        "ter",
    ]
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_TWO_FAMILY_NAMES = frozenset(
    [
        "ARG",
        "BOL",
        "BRA",
        "CHL",
        "COL",
        "CRI",
        "CUB",
        "DOM",
        "ECU",
        "ESP",
        "GTM",
        "HND",
        "MEX",
        "NIC",
        "PAN",
        "PER",
        "PHL",
        "PRI",
        "PRT",
        "PRY",
        "SLV",
        "URY",
        "VEN",
        "AGO",
        "MOZ",
        "CPV",
        "TLS",
    ]
)


class People:
    """An index over people.csv. Rows become `Person` only when they are asked for."""

    def __init__(self, table: Table, countries: dict[str, tuple[str, ...]]) -> None:
        self._rows: dict[str, tuple[str, ...]] = {}
        for row in table:
            self._rows.setdefault(row[0], row)
        self._countries = countries
        self._made: dict[str, Person] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __contains__(self, person_id: object) -> bool:
        return person_id in self._rows

    def get(self, person_id: str) -> Person | None:
        """The person of that id, or None."""
        if person_id not in self._made and person_id in self._rows:
            row = self._rows[person_id]
            self._made[person_id] = Person(row[0], row[1], row[2], split(row[3]), split(row[4]), split(row[5]), row[6] or None)
        return self._made.get(person_id)

    def countries(self, person_id: str) -> tuple[str, ...]:
        """The parties that the person has held office for, sorted."""
        return self._countries.get(person_id, ())

    def full_names(self, person_id: str) -> Iterator[str]:
        """Every full name of the person as written: the press name, aliases, the other order, umlauts written out."""
        row = self._rows[person_id]
        countries = self._countries.get(person_id, ())
        swapped = row[2] == "family" or "JPN" in countries or "HUN" in countries
        for name in (row[1], *split(row[5])):
            for form in (name, *_shortened(name)):
                yield form
                yield from expansions(form)
            words = name.split() if swapped else ()
            if len(words) == 2:
                yield f"{words[1]} {words[0]}"
        given = row[1].split()[0]
        yield from (f"{given} {called}" for called in split(row[4]) if row[2] == "given" and " " not in called)

    def called(self, person_id: str) -> Iterator[str]:
        """The single names the person goes by: family names, with and without particles, and names such as Lula or MBS."""
        row = self._rows[person_id]
        yield from split(row[4])
        families = split(row[3]) or _family_of(row[1], row[2])
        for family in families:
            yield family
            yield from expansions(family)
            bare = _without_particles(family)
            if bare and bare != family:
                yield bare
        countries = self._countries.get(person_id, ())
        words = row[1].split()
        if "VNM" in countries and len(words) > 2:
            yield words[-1]
        if row[2] == "given" and len(words) == 3 and any(c in _TWO_FAMILY_NAMES for c in countries) and "." not in words[1]:
            yield from (words[1], " ".join(words[1:])) if words[1].lower() not in PARTICLES else ()
        if row[2] == "single" or len(words) == 1:
            yield row[1]

    @cached_property
    def full_forms(self) -> tuple[tuple[str, str, str], ...]:
        """Key, written form and id of every full name of everybody, each once."""
        return tuple(dict.fromkeys((key_of(form), form, i) for i in self._rows for form in self.full_names(i)))

    @cached_property
    def called_forms(self) -> tuple[tuple[str, str, str], ...]:
        """Key, written form and id of every name that somebody is called by, each once."""
        return tuple(dict.fromkeys((key_of(form), form, i) for i in self._rows for form in self.called(i)))

    @cached_property
    def _by_full_name(self) -> dict[str, tuple[str, ...]]:
        return _ids_by_key(self.full_forms)

    @cached_property
    def _by_called(self) -> dict[str, tuple[str, ...]]:
        return _ids_by_key(self.called_forms)

    def named(self, name: str) -> tuple[str, ...]:
        """Ids of those whose full name this is, in any of its spellings."""
        return self._by_full_name.get(key_of(name), ())

    def known_as(self, name: str) -> tuple[str, ...]:
        """Ids of those who are called this: a family name, or a single name they go by."""
        return self._by_called.get(key_of(name), ())

    def fitting(self, name: str, person_ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the given ids whom this name, a part or a spelling of theirs, can mean.

        For use where office and country are known: the surest kind of agreement that anybody shows decides. Chinese,
        Korean and Vietnamese names agree word by word or not at all."""
        wanted = words_of(name)
        telling = _telling(wanted)
        if not telling:
            return ()
        ids = tuple(person_ids)
        loose = tuple(i for i in ids if not EXACT_ONLY.intersection(self._countries.get(i, ())))
        return (
            tuple(i for i in ids if any(telling <= _telling(words_of(n)) for n in self._all_names(i)))
            or tuple(i for i in ids if any(_contained(words_of(n), telling) for n in self.full_names(i)))
            or tuple(i for i in loose if any(_spelled_like(telling, words_of(n)) for n in self.full_names(i)))
            or tuple(i for i in loose if any(_nearly(wanted, words_of(n)) for n in self.full_names(i)))
        )

    def _all_names(self, person_id: str) -> Iterator[str]:
        yield from self.full_names(person_id)
        yield from self.called(person_id)


def _ids_by_key(forms: Iterable[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, _, person_id in forms:
        found[key][person_id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _contained(own: list[str], wanted: frozenset[str]) -> bool:
    """Whether a known name of two words or more is a part of the one looked for, which is longer."""
    words = _telling(own)
    return len(words) > 1 and words <= wanted


def _spelled_like(wanted: frozenset[str], own: list[str]) -> bool:
    """Whether names agree but for the spelling of their consonants and vowels, the family name among them."""
    skeletons = {skeleton(w) for w in wanted if len(w) > 3}
    known = {skeleton(w) for w in _telling(own) if len(w) > 3}
    shared = {s for s in skeletons & known if len(s) > 2}
    if not shared or skeletons <= known or known <= skeletons:
        return bool(shared)
    another = len(skeletons) > _HOUSE and len(known) > _HOUSE and len(shared) == 1
    return _last(own) in shared and not another


# Names of more words than this that share the family's alone are of two people of one house: Sheikh Ahmad Fahad al-Sabah
# is not Abdullah Salem al-Sabah.
_HOUSE = 2


def _nearly(wanted: list[str], own: list[str]) -> bool:
    """Whether given names agree and family names do but for a letter or two, or several given names agree."""
    if len(wanted) == 1:
        return len(wanted[0]) > 5 and SequenceMatcher(None, wanted[0], own[-1]).ratio() >= 0.85
    if len(own) < 2 or wanted[0] != own[0]:
        return _same_family(wanted, own)
    return wanted[1] == own[1] or SequenceMatcher(None, wanted[-1], own[-1]).ratio() >= 0.8


def _same_family(wanted: list[str], own: list[str]) -> bool:
    """Willem Kok and Wim Kok: one family name, and given names that begin alike."""
    house = len(_telling(wanted)) > _HOUSE and len(_telling(own)) > _HOUSE
    return not house and len(wanted) > 1 and wanted[-1] == own[-1] and wanted[0][:1] == own[0][:1]


def _last(own: list[str]) -> str:
    words = [w for w in own if w not in _GENERATIONS]
    return skeleton(words[-1]) if words else ""


def _telling(words: list[str]) -> frozenset[str]:
    return frozenset(w for w in words if len(w) > 1 and w not in PARTICLES and w not in _GENERATIONS)


_DROPPED = PARTICLES | _GENERATIONS


def _shortenable(name: str) -> bool:
    """Whether a name may hold what the press leaves out; quick to say no, as most names are asked."""
    low = name.lower()
    return "." in low or "l-" in low or "," in low or not _DROPPED.isdisjoint(low.split())


def _shortened(name: str) -> Iterator[str]:
    """Without middle initials, generation or particles: as the press shortens names."""
    if not _shortenable(name):
        return
    plain = " ".join(w for w in name.split() if not _INITIAL.fullmatch(w) and w.strip(".,").lower() not in _GENERATIONS)
    bare = _without_particles(plain)
    house = _OF_A_HOUSE.fullmatch(plain)
    told = (house["own"],) if house is not None else ()
    yield from (short for short in dict.fromkeys((plain, bare, *told)) if " " in short and short != name)


# "Faisal bin Farhan" for "Faisal bin Farhan Al Saud": the house is left out.
_OF_A_HOUSE = re.compile(r"(?P<own>[\w-]+ [Bb]in [\w-]+)(?: [Bb]in [\w-]+)* Al[ -][\w-]+")
_INITIAL = re.compile(r"\w\.")
_ARTICLE = re.compile(r"\b([ae]l)-", re.IGNORECASE)


def _without_particles(name: str) -> str:
    if not _shortenable(name):
        return name
    apart = _ARTICLE.sub(r"\1 ", name)
    return " ".join(w for w in apart.split() if w not in PARTICLES and w not in ("Al", "El"))


def _family_of(name: str, order: str) -> tuple[str, ...]:
    words = [w for w in name.split() if w.strip(".").lower() not in _GENERATIONS]
    if order == "family":
        return (words[0],)
    if len(words) < 2:
        return ()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    return (" ".join(words[start:]),)
