"""Parties of a noun phrase: whom it stands for."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon import intake
from memcon.reading.acts import Side, side_of
from memcon.reading.acts.roles import place_country


def parties(text: str, *, places: bool = False) -> tuple[str, ...]:
    """The parties of the subject of the sentence."""
    analysis = shared_reader().analyse(intake.document(f"{text} France protested.", published="2024-03-07"))
    parse = analysis.parsed[0]
    subject = next(token for token in parse.doc if token.dep_ in {"nsubj", "nsubjpass"})
    return side_of(analysis, parse, subject, places=places).parties


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Israeli troops left.", ("ISR",)),
        ("Turkey's parliament voted.", ("TUR",)),
        ("The army of Sudan left.", ("SDN",)),
        ("Rebels in Chad left.", ("TCD",)),
        ("Tens of thousands of students in Chile left.", ("CHL",)),
        ("Bosnian Serbs left.", ("BIH",)),
        ("The Albanians of Serbia left.", ("SRB",)),
        ("US and British soldiers left.", ("USA", "GBR")),
        ("A human rights group protested.", ("NGO",)),
        ("Amnesty International protested.", ("NGO",)),
        ("Farmers left.", ()),
    ],
)
def test_parties(text: str, wanted: tuple[str, ...]) -> None:
    assert sorted(parties(text)) == sorted(wanted)


def test_ethnic_people_are_no_state() -> None:
    assert parties("Ethnic Turks left.") != ("TUR",)


def test_places_stand_for_their_state_only_where_asked() -> None:
    assert parties("Homes in Hebron burned.") == ()
    assert parties("Homes in Hebron burned.", places=True) == ("PSE",)


def test_places_are_known_by_name() -> None:
    knowledge = shared_reader().knowledge
    assert place_country(knowledge, "West Bank") == "PSE"
    assert place_country(knowledge, "Nairobi") == "KEN"
    assert place_country(knowledge, "Nowhere at all") is None


def test_sides_join_without_repeats() -> None:
    joined = Side(("CHN",), ((0, 1),)).joined(Side(("CHN", "USA"), ((0, 1), (2, 3))))
    assert joined == Side(("CHN", "USA"), ((0, 1), (2, 3)))
    assert not Side()
