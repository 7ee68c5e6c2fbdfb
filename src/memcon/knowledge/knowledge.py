"""The look-up by name and date over all tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from memcon.knowledge import forms
from memcon.knowledge.dates import day_of, earliest, latest
from memcon.knowledge.folding import key_of
from memcon.knowledge.holdings import Holdings, Tenure, tenure_on
from memcon.knowledge.names import Name, NameFinder
from memcon.knowledge.offices import Offices, TitleForm
from memcon.knowledge.people import People
from memcon.knowledge.resolve import Resolution, resolve
from memcon.knowledge.tables import (
    Holding,
    Igo,
    Person,
    Place,
    State,
    igo_of,
    read_table,
    split,
    state_of,
    version_of,
)

__all__ = ["Knowledge"]

_WHOLES = {
    "un_organ": "UN",
    "un_mission": "UN",
    "eu_organ": "EU",
    "eu_mission": "EU",
    "au_organ": "AU",
    "au_mission": "AU",
    "nato_mission": "NATO",
    "osce_mission": "OSCE",
}  # kinds of bodies in igos.csv that act for an organisation


class Knowledge:
    """Who is who and when: states, organisations, offices and their holders.

    `Knowledge.load()` reads the built-in tables; with a folder, the user's rows there go before them. Tables are read
    when they are first needed, and nothing is ever written."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @classmethod
    def load(cls, folder: Path | None = None) -> Knowledge:
        """Knowledge over the built-in tables, a user's folder going before them.

        Raises DataError, naming file and line, once a malformed table is first needed."""
        return cls(folder)

    @cached_property
    def version(self) -> str:
        """A short hash over all tables."""
        return version_of(self._folder)

    # --- tables -------------------------------------------------------------------------------------------------------

    @cached_property
    def states(self) -> dict[str, State]:
        """All states and territories by alpha-3 code."""
        states = map(state_of, read_table("states", self._folder))
        return {state.code: state for state in reversed(tuple(states))}

    @cached_property
    def igos(self) -> dict[str, Igo]:
        """All organisations by acronym."""
        igos = map(igo_of, read_table("igos", self._folder))
        return {igo.code: igo for igo in reversed(tuple(igos))}

    @cached_property
    def wholes(self) -> dict[str, str]:
        """For each organ or mission of an organisation, the organisation that it acts for."""
        return {code: _WHOLES[igo.type] for code, igo in self.igos.items() if igo.type in _WHOLES}

    @cached_property
    def groups(self) -> dict[str, str]:
        """Named parties that are no state, by code: their plain names."""
        return {row[0]: row[1] for row in read_table("groups", self._folder)}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Cities, buildings and regions."""
        return tuple(
            Place(row[0], split(row[1]), row[2] or None, row[3], row[4] or None) for row in read_table("places", self._folder)
        )

    @cached_property
    def offices(self) -> Offices:
        """Kinds of office and the titles that mean them."""
        return Offices(read_table("offices", self._folder), read_table("title_forms", self._folder))

    @cached_property
    def holdings(self) -> Holdings:
        """Who held which office, from when to when."""
        return Holdings(read_table("holders", self._folder))

    @cached_property
    def people(self) -> People:
        """The persons who held them."""
        return People(read_table("people", self._folder), self.holdings.countries())

    @cached_property
    def _genders(self) -> dict[str, str]:
        return {key_of(row[0]): row[1] for row in read_table("given_names", self._folder)}

    @cached_property
    def _common_words(self) -> dict[str, str]:
        return {row[0]: row[1] for row in read_table("common_words", self._folder)}

    @cached_property
    def _sources(self) -> tuple[tuple[str, ...], ...]:
        return read_table("sources", self._folder).rows

    @cached_property
    def _dated(self) -> tuple[tuple[str, ...], ...]:
        return read_table("dated_names", self._folder).rows

    # --- names in a text ----------------------------------------------------------------------------------------------

    @cached_property
    def _finder(self) -> NameFinder:
        parties = chain(
            forms.state_forms(self.states.values(), read_table("dated_names", self._folder)),
            forms.igo_forms(self.igos.values()),
            forms.group_forms(read_table("groups", self._folder)),
        )
        places = forms.place_forms(self.places)
        people = forms.person_forms(self.people, self._common_words)
        return NameFinder(chain(((key_of(f[0]), f) for f in parties), people, ((key_of(f[0]), f) for f in places)))

    def find_names(self, text: str) -> tuple[Name, ...]:
        """Every known name in a text, left to right and not overlapping, each with all that it can mean.

        One pass, linear in the text. Offsets are code points of the text as given."""
        return self._finder.find(text)

    # --- look-up ------------------------------------------------------------------------------------------------------

    def resolve(
        self,
        name: str | None = None,
        *,
        title: str | None = None,
        country: str | None = None,
        target: str | None = None,
        on: date | str | None = None,
        introduced: Sequence[str] = (),
    ) -> Resolution:
        """Who is meant by a name, a title, or both, on a day.

        `country` is a party's code; `target` the party an envoy is sent to; `introduced` are ids of persons that the
        text has named in full, in its order. Rules in order: full name; title, surname and country; country, office and
        date; surname introduced in the text; surname that one office-holder bears on that day; unresolved, with
        candidates. "Former foreign minister X" never binds to the present office.
        Raises DataError where `on` is a string that is no whole day."""
        return resolve(self, name, title=title, country=country, target=target, on=on, introduced=introduced)

    def holders_on(self, country: str, office_type: str, on: date | str) -> tuple[Tenure, ...]:
        """Who held a kind of office of a party on a day, with how sure that is (`is`, `last known`, `maybe`).

        Of a single seat the surest only; more than one where the tables can't decide."""
        return self.holdings.on(country, office_type, day_of(on), single=office_type in self.offices.single)

    def is_shared_surname(self, surname: str) -> bool:
        """Whether so many bear a surname (Kim, Nguyen) that being the only one in the tables says nothing."""
        return self._common_words.get(key_of(surname)) == "shared"

    def offices_of(self, person_id: str, on: date | str | None = None) -> tuple[Holding, ...]:
        """All offices of a person by start, or those that the person holds or may hold on a day."""
        held = self.holdings.of_person(person_id)
        if on is None:
            return held
        day = day_of(on)
        return tuple(h for h in held if tenure_on(h, day).standing in ("is", "last known", "maybe"))

    def person(self, person_id: str) -> Person | None:
        """The person of that id, or None."""
        return self.people.get(person_id)

    def display_name(self, person_id: str) -> str:
        """The name by which the press knows a person; the id itself where it is unknown."""
        person = self.people.get(person_id)
        return person.name if person else person_id

    def gender(self, person_id: str) -> str | None:
        """`m` or `f` where the person's row or the given name tells, else None."""
        person = self.people.get(person_id)
        if person is None:
            return None
        return person.gender or self.gender_of_name(person.name, family_first=person.order == "family")

    def gender_of_name(self, name: str, *, family_first: bool = False) -> str | None:
        """`m` or `f` by the given name, where the table knows it and it is only one of them."""
        words = key_of(name).split()
        given = words[1:] if family_first else words[:1]
        return next((self._genders[w] for w in (" ".join(given), *given) if w in self._genders), None)

    def source_of(self, keys: str) -> str:
        """The sources and licences that a holding's `source` names."""
        known = {key: f"{source} ({licence})" if licence else source for key, source, licence in self._sources}
        return "; ".join(known.get(key, key) for key in keys.split("+"))

    def state(self, code: str) -> State | None:
        """The state or territory of an alpha-3 code, or None."""
        return self.states.get(code)

    def igo(self, code: str) -> Igo | None:
        """The organisation of an acronym, or None."""
        return self.igos.get(code)

    def is_party(self, code: str) -> bool:
        """Whether a code is a state, an organisation or a named group."""
        return code in self.states or code in self.igos or code in self.groups

    def party_name(self, code: str) -> str:
        """The plain name of a party; the code itself where it is unknown."""
        party = self.states.get(code) or self.igos.get(code)
        return party.name if party else self.groups.get(code, code)

    @cached_property
    def _adjectives(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for state in self.states.values():
            for form in (*state.adjectives, *state.demonyms, state.name, *state.names):
                found.setdefault(key_of(form), {})[state.code] = None
        for igo in self.igos.values():
            for form in (igo.code, igo.name, *igo.names):
                found.setdefault(key_of(form), {})[igo.code] = None
        return {key: tuple(codes) for key, codes in found.items()}

    def parties_of_adjective(self, word: str) -> tuple[str, ...]:
        """The parties that an adjective, a demonym or a name can mean: both Koreas for "Korean"."""
        return self._adjectives.get(key_of(word), ())

    @cached_property
    def _metonyms(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for state in self.states.values():
            for form in (*state.metonyms, *state.ministries, state.capital, *state.capital_names):
                found.setdefault(key_of(form), {})[state.code] = None
        return {key: tuple(codes) for key, codes in found.items()}

    def parties_of_metonym(self, name: str) -> tuple[str, ...]:
        """The states for which a capital, a building or a ministry can stand: the White House, Beijing, the Pentagon."""
        return self._metonyms.get(key_of(name), ())

    def party_of_adjective(self, word: str) -> str | None:
        """The party that an adjective, a demonym or a name means, or None where none or several do."""
        codes = self.parties_of_adjective(word)
        return codes[0] if len(codes) == 1 else None

    def members(self, igo: str, on: date | str) -> tuple[str, ...]:
        """The members of an organisation on a day, sorted: today's list, mended by the dated memberships."""
        organisation = self.igos.get(igo)
        if organisation is None:
            return ()
        day, members = day_of(on), set(organisation.members)
        for kind, code, names, start, end, _ in self._dated:
            if kind == "membership" and names == f"{igo} member":
                inside = (not start or day >= earliest(start)) and (not end or day <= latest(end))
                (members.add if inside else members.discard)(code)
        return tuple(sorted(members))

    def level_of(self, office_type: str) -> str:
        """leader, minister, envoy, senior_official, official, military, legislator or other."""
        return self.offices.levels.get(office_type, "other")

    def title_forms(self, country: str | None = None) -> tuple[TitleForm, ...]:
        """Bare forms ("the secretary", "the premier") and the office each means: all, or one party's and the common ones."""
        return tuple(form for form in self.offices.forms if country is None or form.scope in (country, "*"))
