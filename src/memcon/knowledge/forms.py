"""Every written form of the tables' names, with what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from memcon.knowledge.names import Form
from memcon.knowledge.tables import Igo, Place, State, Table, split

if TYPE_CHECKING:
    from memcon.knowledge.people import People

__all__ = ["group_forms", "igo_forms", "person_forms", "place_forms", "state_forms"]


_CITY_SEATS = {
    "Brussels": ("EU", "NATO"),
    "Strasbourg": ("EP", "COE"),
    "Turtle Bay": ("UN",),
}  # cities said for organisations


def state_forms(states: Iterable[State], dated: Table) -> Iterator[Form]:
    """Names, former names, adjectives, demonyms, capitals, metonyms and foreign ministries of states."""
    for state in states:
        code, name = state.code, state.name
        for form in (name, *state.names):
            yield form, "state", code, None, name, False, "", ""
        for form in state.former_names:
            yield form, "former_state", code, None, name, False, "", ""
        for kind, forms in (
            ("adjective", state.adjectives),
            ("demonym", state.demonyms),
            ("ministry", state.ministries),
        ):
            for form in forms:
                yield form, kind, code, None, name, False, "", ""
        if state.capital != name:
            for form in (state.capital, *state.capital_names):
                yield form, "capital", code, None, state.capital, not state.capital_speaks, "", ""
        for form in state.metonyms:
            yield form, "metonym", code, None, form, form[:1].islower(), "", ""
    yield from _dated_forms(dated)


def _dated_forms(dated: Table) -> Iterator[Form]:
    kinds = {
        "state_name": "former_state",
        "capital": "capital",
        "metonym": "metonym",
        "ministry": "ministry",
        "igo_name": "igo",
        "group_name": "igo",
    }
    for kind, code, names, start, end, _ in dated:
        if kind in kinds and end:
            for form in split(names):
                yield form, kinds[kind], code, None, form, False, start, end


def igo_forms(igos: Iterable[Igo]) -> Iterator[Form]:
    """Names and acronyms of organisations, and the cities said for them."""
    for igo in igos:
        for form in (igo.name, *igo.names):
            yield form, "igo", igo.code, None, igo.name, form[:1].islower(), "", ""
    for city, codes in _CITY_SEATS.items():
        for code in codes:
            yield city, "metonym", code, None, city, True, "", ""


def group_forms(groups: Table) -> Iterator[Form]:
    """Named parties that are no state: movements, armed groups."""
    for code, name, names, adjectives, _, _ in groups:
        for form in (name, *split(names)):
            yield form, "group", code, None, name, False, "", ""
        for form in split(adjectives):
            yield form, "adjective", code, None, name, False, "", ""


def place_forms(places: Iterable[Place]) -> Iterator[Form]:
    """Cities, buildings and regions."""
    for place in places:
        for form in (place.name, *place.names):
            yield form, place.kind, place.country, None, place.name, False, "", ""


def person_forms(people: People, common: dict[str, str]) -> Iterator[tuple[str, Form]]:
    """Full names, and the single names people are called by, each with its key.

    `common` says which of these are also ordinary words or borne by very many (weak, shared), and which are so ordinary
    that they never stand for a person by themselves (never)."""
    for key, form, person_id in people.full_forms:
        yield key, (form, "person", None, person_id, "", False, "", "")
    called: dict[tuple[str, str], list[str]] = {}
    for key, form, person_id in people.called_forms:
        called.setdefault((key, form), []).append(person_id)
    for (key, form), ids in called.items():
        use = common.get(form.lower(), "")
        if use != "never" and not form.islower() and len(form) > 1:
            yield key, (form, "surname", None, ids[0] if len(ids) == 1 else None, "", use != "", "", "")
