"""Persons by full name, by a part of it, and by what they are called."""

from __future__ import annotations

import pytest

from memcon.knowledge.people import People
from memcon.knowledge.tables import Table

ROWS = (
    ("q1", "Kari Nordmann", "given", "Nordmann", "", "Kari O. Nordmann", "f"),
    ("q2", "Li Qiang", "family", "", "", "", ""),
    ("q3", "Yusuf al-Tamimi", "given", "", "", "", ""),
    ("q4", "Juan Pérez García", "given", "", "", "", ""),
    ("q5", "Trần Văn Minh", "family", "", "", "", ""),
    ("q6", "Petro Poroshenko", "given", "", "", "", ""),
    ("q7", "Akihiro", "single", "", "", "", ""),
    ("q8", "Jörg Müller Jr.", "given", "", "", "", ""),
)
COUNTRIES = {"q2": ("CHN",), "q4": ("ESP",), "q5": ("VNM",), "q6": ("UKR",), "q7": ("JPN",)}


@pytest.fixture(scope="module")
def people() -> People:
    return People(Table(ROWS, 0), COUNTRIES)


@pytest.mark.parametrize(
    ("name", "person_id"),
    [
        ("Kari Nordmann", "q1"),
        ("KARI NORDMANN", "q1"),
        ("Kari O. Nordmann", "q1"),
        ("Qiang Li", "q2"),
        ("Yusuf Tamimi", "q3"),
        ("Yusuf Al-Tamimi", "q3"),
        ("Joerg Mueller", "q8"),
    ],
)
def test_full_names(people: People, name: str, person_id: str) -> None:
    assert people.named(name) == (person_id,)


@pytest.mark.parametrize(
    ("name", "person_id"),
    [
        ("Nordmann", "q1"),
        ("Li", "q2"),
        ("Tamimi", "q3"),
        ("al-Tamimi", "q3"),
        ("García", "q4"),
        ("Pérez", "q4"),
        ("Pérez García", "q4"),
        ("Minh", "q5"),
        ("Akihiro", "q7"),
        ("Mueller", "q8"),
    ],
)
def test_what_people_are_called(people: People, name: str, person_id: str) -> None:
    assert people.known_as(name) == (person_id,)


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("Nordmann", ("q1",)),
        ("Kari Olsen Nordmann", ("q1",)),
        ("Karl Nordmann", ("q1",)),
        ("Li Keqiang", ()),
        ("Li Qiang", ("q2",)),
        ("Petro Porochenko", ("q6",)),
        ("Porochenko", ("q6",)),
        ("Petr Poroshenko", ("q6",)),
        ("Yusef al-Tamimy", ("q3",)),
        ("Smith", ()),
        ("X.", ()),
    ],
)
def test_who_fits_where_office_and_country_are_known(people: People, name: str, fits: tuple[str, ...]) -> None:
    assert people.fitting(name, people) == fits


def test_rows_become_persons_when_asked_for(people: People) -> None:
    person = people.get("q1")
    assert person is people.get("q1")
    assert person is not None
    assert (person.family, person.gender) == (("Nordmann",), "f")
    assert people.get("q0") is None
    assert "q1" in people
    assert people.countries("q0") == ()
