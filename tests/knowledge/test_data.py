"""The built-in tables hold what the look-up relies on."""

from __future__ import annotations

import itertools

import pytest

from memcon.knowledge import Holding, Knowledge
from memcon.knowledge.dates import earliest, is_partial_date, latest
from memcon.knowledge.holdings import SHARED_SEATS
from memcon.knowledge.tables import BUILT_IN, COLUMNS, read_table

G20 = "ARG AUS BRA CAN CHN DEU FRA GBR IDN IND ITA JPN KOR MEX RUS SAU TUR USA ZAF".split()
SINGLE = "head_of_state head_of_government foreign_minister defence_minister finance_minister vice_president".split()


@pytest.fixture(scope="module")
def holders() -> list[Holding]:
    return [Holding(*row) for row in read_table("holders")]


def sure_days(holding: Holding) -> tuple[str, str]:
    """The first and last day on which somebody was surely in office."""
    return latest(holding.start), earliest(holding.end) or max(holding.end_after, holding.as_of)


@pytest.mark.parametrize("country", G20)
def test_no_single_seat_of_the_g20_has_two_holders_on_one_day(knowledge: Knowledge, country: str) -> None:
    for office_type in SINGLE:
        held = [h for h in knowledge.holdings.of_office(country, office_type) if not h.status]
        for one, other in itertools.combinations(held, 2):
            (a, b), (c, d) = sure_days(one), sure_days(other)
            assert one.person == other.person or max(a, c) >= min(b, d), (one, other)


def test_single_seats_are_shared_only_where_the_constitution_says_so() -> None:
    assert {"BIH", "CHE", "SMR", "AND"} == {country for country, _ in SHARED_SEATS}


def test_every_row_speaks_of_a_known_person_party_and_office(knowledge: Knowledge, holders: list[Holding]) -> None:
    for holding in holders:
        assert holding.person in knowledge.people, holding
        assert holding.type in knowledge.offices.levels, holding
        for date in (holding.start, holding.end, holding.end_after, holding.end_before, holding.as_of):
            assert not date or is_partial_date(date), holding
        if holding.start and holding.end:
            assert earliest(holding.start) <= latest(holding.end), holding


def test_every_row_has_a_source_and_every_source_a_licence(holders: list[Holding]) -> None:
    licences = {key: licence for key, _, licence in read_table("sources")}
    for holding in holders:
        assert all(licences[key] for key in holding.source.split("+")), holding


def test_rows_of_our_own_say_how_sure_they_are(holders: list[Holding]) -> None:
    assert all(h.confidence in ("high", "medium") for h in holders if h.source == "own")


def test_year_only_dates_stay_partial(holders: list[Holding]) -> None:
    assert sum(len(h.start) == 4 for h in holders) > 500


def test_persons_who_stood_twice_stand_once(knowledge: Knowledge) -> None:
    for name in (
        "Abdel Fattah el-Sisi",
        "Mohamed bin Zayed Al Nahyan",
        "King Abdullah II",
        "Pedro Sánchez",
        "Xi Jinping",
        "Kim Jong Un",
    ):
        assert len(knowledge.people.named(name)) == 1, name


def test_relatives_are_not_joined(knowledge: Knowledge) -> None:
    for one, other in (
        ("George W. Bush", "George H.W. Bush"),
        ("Justin Trudeau", "Pierre Trudeau"),
        ("Nawaz Sharif", "Shehbaz Sharif"),
        ("Hafez al-Assad", "Bashar al-Assad"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("Saif bin Zayed Al Nahyan", "Mansour bin Zayed Al Nahyan"),
    ):
        assert knowledge.people.named(one) != knowledge.people.named(other)


def test_open_intervals_were_closed(knowledge: Knowledge) -> None:
    qin = knowledge.resolve("Qin Gang").person
    assert qin is not None
    (minister,) = [h for h in knowledge.offices_of(qin.id) if h.type == "foreign_minister"]
    assert (minister.start, minister.end) == ("2022-12-30", "2023-07-25")


def test_names_carry_no_title_no_party_and_no_shouting(knowledge: Knowledge) -> None:
    titles = {"President", "Minister", "Prime", "Governor", "Acting", "Lord", "Baroness", "Dr.", "Gen."}
    for person_id in knowledge.people:
        name = knowledge.display_name(person_id)
        assert not titles & set(name.split()), name
        assert "," not in name, name
        assert all(ord(c) < 0x2000 for c in name), name
        assert not any(w.isupper() and len(w) > 4 and w.isalpha() for w in name.split()), name


def test_namibia_is_no_missing_value(knowledge: Knowledge) -> None:
    namibia = knowledge.state("NAM")
    assert namibia is not None
    assert (namibia.iso2, namibia.name) == ("NA", "Namibia")
    assert "NAM" in knowledge.members("AU", "2020-01-01")


def test_heads_before_2000_are_there(knowledge: Knowledge) -> None:
    for title, country, on, expected in (
        ("president", "USA", "1987-12-08", "Ronald Reagan"),
        ("prime minister", "GBR", "1985-01-01", "Margaret Thatcher"),
        ("chancellor", "DEU", "1989-11-09", "Helmut Kohl"),
        ("president", "RUS", "1991-07-31", "Mikhail Gorbachev"),
        ("president", "ZAF", "1995-01-01", "Nelson Mandela"),
        ("secretary-general", "UN", "1994-01-01", "Boutros Boutros-Ghali"),
    ):
        found = knowledge.resolve(title=title, country=country, on=on).person
        assert found is not None
        assert found.name == expected


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_tables_are_plain_csv_without_doubles(name: str) -> None:
    rows = read_table(name).rows
    assert len(set(rows)) == len(rows)
    assert (BUILT_IN / f"{name}.csv").read_bytes().count(b"\r") == 0


def test_memberships_follow_the_date(knowledge: Knowledge) -> None:
    assert "GBR" in knowledge.members("EU", "2020-01-31")
    assert "GBR" not in knowledge.members("EU", "2020-02-01")
    assert "FIN" not in knowledge.members("NATO", "2023-04-03")
    assert "FIN" in knowledge.members("NATO", "2023-04-04")
    assert knowledge.members("NOBODY", "2020-01-01") == ()
