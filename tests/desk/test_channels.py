"""Channels: levels, gaps, silences, visits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.proofs import assert_quoted
from ledger.builders import document, engagement
from memcon.desk import all_channels, channels, known_on
from memcon.desk.channels import Channel, channels_page
from memcon.desk.levels import level_of, tables
from memcon.desk.rhythm import rhythm_of
from memcon.ledger import Ledger
from memcon.record import Level, Participant, Place

PAIR = ("HRV", "EST")
SILENCE = tables()[1]


def add(
    ledger: Ledger, day: str, *, people: tuple[str, ...] = ("Vesna", "Tomas"), status: str = "held", **more: object
) -> None:
    """A report of a meeting on a day."""
    text = f"They were to meet or met on {day}."
    fact = engagement(text, "met", list(people), day=day, status=status, **more)  # type: ignore[arg-type]
    ledger.add(*document(text, min(day, "2024-06-01"), fact, input_id=day, outlet="Harbour Post"))


def level(ledger: Ledger, name: str, on: date) -> Channel:
    """One channel of the pair."""
    return next(each for each in channels(ledger, PAIR, on).channels if each.level == name)


def test_last_contact_gaps_and_silence(ledger: Ledger) -> None:
    for day in ("2024-01-01", "2024-01-31", "2024-03-01", "2024-03-31"):
        add(ledger, day)
    found = level(ledger, "minister", date(2024, 4, 20))
    assert (found.status, found.days_silent, found.contacts) == ("open", 20, 4)
    assert (found.usual_gap, found.spread, found.longest_usual, found.basis) == (30.0, (30.0, 30.0), 30, "gaps")
    silent = level(ledger, "minister", date(2024, 5, 2))
    assert (silent.status, silent.silent_since) == ("silent", "2024-05-01")
    assert level(ledger, "leader", date(2024, 4, 20)).status == "none"
    assert_quoted(channels(ledger, PAIR, date(2024, 4, 20)), ledger)


def test_what_is_planned_keeps_a_silent_channel_open(ledger: Ledger) -> None:
    add(ledger, "2023-01-01")
    add(ledger, "2024-09-01", status="planned")
    found = level(ledger, "minister", date(2024, 6, 10))
    assert found.status == "open"
    assert len(found.planned) == 1
    assert found.basis == "assumed"
    assert level(ledger, "minister", date(2024, 9, 2)).status == "silent"


def test_what_comes_after_the_day_is_no_contact_and_undated_ones_are_counted(ledger: Ledger) -> None:
    add(ledger, "2024-03-01")
    text = "They met at some time in the past."
    ledger.add(*document(text, "2024-01-01", engagement(text, "met", ["Vesna", "Tomas"], background=True)))
    found = channels(ledger, PAIR, date(2024, 2, 1))
    assert found.open == ()
    assert found.undated == 1


@pytest.mark.parametrize(
    ("office", "given_level", "expected"),
    [
        ("President", "leader", "leader"),
        ("Foreign Minister", "minister", "minister"),
        ("Defense Secretary", "minister", "military"),
        ("Chairman of the Joint Chiefs of Staff", "military", "military"),
        ("Chairman of the Central Military Commission", "leader", "leader"),
        ("Ambassador", "envoy", "envoy"),
        ("Senator", "legislator", "legislature"),
        (None, "senior_official", "officials"),
        (None, None, None),
    ],
)
def test_levels(office: str | None, given_level: Level | None, expected: str | None) -> None:
    assert level_of(Participant(name="A", country="HRV", office=office, level=given_level)) == expected


def test_a_minister_received_by_a_leader_is_the_ministers_channel_and_above_level(ledger: Ledger) -> None:
    add(ledger, "2024-03-01", people=("Vesna", "Amara"))
    found = channels(ledger, ("HRV", "SEN"), date(2024, 3, 2))
    assert found.open == ("minister",)
    up, down = sorted(found.unequal, key=lambda each: -each.steps)
    assert (up.person, up.met, up.steps, down.person, down.steps) == ("Vesna Korda", "Amara Diallo", 1, "Amara Diallo", -1)


def test_who_visits_whom_counts_journeys_not_meetings(ledger: Ledger) -> None:
    for day in ("2024-03-01", "2024-03-02", "2024-05-20"):
        add(ledger, day, place=Place(city="Tallinn", country="EST"))
    add(ledger, "2024-04-10", place=Place(city="Zagreb", country="HRV"))
    add(ledger, "2024-04-20", place=Place(city="Vienna", country="AUT"))
    found = channels(ledger, PAIR, date(2024, 6, 1)).trips
    assert [(each.visitor, each.host, each.first, each.last) for each in found] == [
        ("HRV", "EST", "2024-03-01", "2024-03-02"),
        ("EST", "HRV", "2024-04-10", "2024-04-10"),
        ("HRV", "EST", "2024-05-20", "2024-05-20"),
    ]


def test_a_host_tells_who_came(ledger: Ledger) -> None:
    text = "Vesna Korda hosted Tomas Ilves, and they met."
    fact = engagement(text, "met", ["Vesna", "Tomas"], day="2024-03-01", visitors=("Tomas",))
    host, visitor = sorted(fact.participants, key=lambda each: each.role == "visitor")
    hosted = fact.model_copy(update={"participants": (host.model_copy(update={"role": "host"}), visitor)})
    ledger.add(*document(text, "2024-03-01", hosted))
    (trip,) = channels(ledger, PAIR, date(2024, 3, 2)).trips
    assert (trip.visitor, trip.host, trip.level) == ("EST", "HRV", "minister")


def test_all_pairs_the_silent_first(ledger: Ledger) -> None:
    add(ledger, "2024-03-01")
    add(ledger, "2024-01-01", people=("Kenji", "Rosa"))
    assert [each.parties for each in all_channels(ledger, date(2024, 4, 1))] == [("BRA", "JPN"), ("EST", "HRV")]


def test_as_known_before_the_later_report(ledger: Ledger) -> None:
    add(ledger, "2024-01-01")
    add(ledger, "2024-05-01")
    with known_on(ledger, date(2024, 2, 1), PAIR) as seen:
        assert level(seen, "minister", date(2024, 2, 1)).contacts == 1


def test_the_page(ledger: Ledger) -> None:
    for day in ("2023-01-01", "2023-01-31", "2023-03-01", "2023-03-31"):
        add(ledger, day, place=Place(city="Tallinn", country="EST"))
    page = channels_page(channels(ledger, PAIR, date(2024, 1, 1)))
    titles = {section.title: section for section in page.sections}
    assert "open channels of communication: none" in page.about[1]
    assert titles["Silent longer than usual"].lines[0].mark == "2023-05-01"
    assert next(line.text for line in titles["Who visits whom"].lines) == "4 visits"


@given(st.lists(st.dates(date(2020, 1, 1), date(2024, 1, 1)), max_size=30), st.dates(date(2020, 1, 1), date(2025, 1, 1)))
def test_the_rhythm_holds_for_any_days(days: list[date], on: date) -> None:
    found = rhythm_of([(day, day) for day in days], on, SILENCE)
    assert all(gap > SILENCE.same_round for gap in found.gaps)
    assert len(found.gaps) == max(len(found.rounds) - 1, 0)
    assert (found.silent is None) == (not any(day <= on for day in days))
    assert found.silent is None or found.is_silent == (found.silent > found.longest_usual)
    assert found.silent_since is None or found.silent_since <= on + timedelta(days=1)


def test_from_a_day_on_only_later_contacts_count(ledger: Ledger) -> None:
    for day in ("2023-01-01", "2024-01-31", "2024-03-01"):
        add(ledger, day)
    found = {each.level: each for each in channels(ledger, PAIR, date(2024, 4, 20), since="2024-01-01").channels}
    assert found["minister"].contacts == 2
    assert level(ledger, "minister", date(2024, 4, 20)).contacts == 3
