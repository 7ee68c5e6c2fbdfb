"""Plans and what was held: the match that the ledger does not make, by people, kind, country and days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ledger.builders import person, when
from memcon.desk.fulfilment import came_about, plan_window, still_ahead
from memcon.ledger import MergedEngagement, Source
from memcon.record import Participant, Place


def made(
    name: str,
    status: Any,
    day: Any,
    *,
    people: tuple[str, ...] = ("Vesna", "Tomas"),
    told: str | None = "2024-01-10",
    **more: Any,
) -> MergedEngagement:
    """A merged engagement."""
    shown = when(day) if isinstance(day, str) else day
    source = Source(document="d", source="d", report=name, fact="e1", published=told)
    given = {"kind": "meeting", "participants": tuple(map(person, people)), "parties": ("EST", "HRV")} | more
    return MergedEngagement(id=name, reports=(name,), sources=(source,), status=status, when=shown, **given)


YEAR = when("2024-01-10", "2024-12-31", "range")
PLAN = made("plan", "expected", YEAR)


def test_the_earliest_in_time_goes_before_a_late_one() -> None:
    held = [made("late", "held", "2025-01-20"), made("second", "held", "2024-06-01"), made("first", "held", "2024-05-01")]
    match = came_about(PLAN, held)
    assert match
    assert (match.held.id, match.late) == ("first", False)
    assert match.grounds[0] == "the same people (Vesna Korda, Tomas Ilves)"
    late = came_about(PLAN, held[:1])
    assert late
    assert late.late


@pytest.mark.parametrize(
    "other",
    [
        made("x", "held", "2025-03-01"),  # too late
        made("x", "held", "2024-01-05"),  # before it was told
        made("x", "held", None),
        made("x", "planned", "2024-05-01"),
        made("x", "held", "2024-05-01", people=("Vesna", "Kenji")),
        made("x", "held", "2024-05-01", kind="call"),
    ],
)
def test_what_is_no_match(other: MergedEngagement) -> None:
    assert came_about(PLAN, [other]) is None


def test_without_names_the_parties_decide() -> None:
    plan = made("plan", "planned", YEAR, people=())
    assert came_about(plan, [made("x", "held", "2024-05-01")])
    assert came_about(plan, [made("x", "held", "2024-05-01", parties=("EST", "JPN"))]) is None
    assert came_about(made("plan", "planned", YEAR, people=(), parties=()), [made("x", "held", "2024-05-01")]) is None


def test_a_visit_must_be_seen_in_its_country_and_passes_to_the_successor() -> None:
    tallinn, vienna = Place(city="Tallinn", country="EST"), Place(city="Vienna", country="AUT")
    plan = made("plan", "planned", None, people=("Vesna",), kind="visit", place=tallinn)
    assert came_about(plan, [made("x", "held", "2024-05-01", place=vienna)]) is None
    assert came_about(plan, [made("x", "held", "2024-05-01", place=tallinn)])
    successor = Participant(name="Luka Babic", country="HRV", office="Foreign Minister")
    by_office = came_about(plan, [made("x", "held", "2024-05-01", place=tallinn, participants=(successor,))])
    assert by_office
    assert by_office.grounds[0] == "the same office"


def test_windows() -> None:
    assert plan_window(made("p", "planned", None, told=None), None) is None
    asked = plan_window(made("p", "invited", "2024-01-10"), date(2024, 1, 10))
    assert asked
    assert asked.last == date(2025, 1, 9)
    assert still_ahead(PLAN, date(2024, 12, 31))
    assert not still_ahead(PLAN, date(2025, 1, 1))
