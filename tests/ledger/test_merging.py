"""Which reported engagements are one, and which are not: the cases a careful reader would check."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.builders import document, engagement, when
from memcon.ledger import Ledger
from memcon.record import DescribedAs, Place, StatusChange, When

OUTSIDE = When(start="2024-03-06", end="2024-03-06", precision="unknown", anchor="published")
COUNTER = iter(range(10**6))


def told(published: str, people: list[str], outlet: str | None = None, **facts: Any) -> Any:
    """A document with one engagement."""
    text = f"Report {next(COUNTER)}: they met, as {outlet or 'somebody'} wrote."
    return document(text, published, engagement(text, "met", people, **facts), outlet=outlet)


def kinds_and_reports(ledger: Ledger) -> list[tuple[str, int]]:
    return [(item.kind, len(item.reports)) for item in ledger.engagements()]


def test_two_readouts_of_one_call_are_one_with_both_sources_and_their_disagreements(ledger: Ledger) -> None:
    ledger.add(*told("2024-03-05", ["Kenji", "Rosa"], "Tokyo", kind="call", day="2024-03-05", minutes=40))
    ledger.add(*told("2024-03-06", ["Rosa", "Kenji"], "Brasilia", kind="call", day=OUTSIDE, minutes=60))
    (call,) = ledger.engagements()
    assert [source.outlet for source in call.sources] == ["Tokyo", "Brasilia"]
    assert {disagreement.field for disagreement in call.disagreements} == {"when", "duration"}
    assert call.when is not None
    assert call.when.start == "2024-03-05"  # stated to the day, against a date of publication
    assert call.sources[1].differs["when"]["start"] == "2024-03-06"


def test_calls_on_successive_days_stay_apart(ledger: Ledger) -> None:
    for day in ("2024-03-05", "2024-03-06"):
        ledger.add(*told(day, ["Kenji", "Rosa"], "Tokyo", kind="call", day=day))
    assert kinds_and_reports(ledger) == [("call", 1), ("call", 1)]


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "dinner", "people": ["Vesna", "Tomas"]},
        {"kind": "call", "people": ["Vesna", "Tomas"]},
        {"kind": "meeting", "people": ["Vesna", "Kadri Saar|EST"]},
        {"kind": "meeting", "people": ["Vesna", "Idris"]},
        {"kind": "meeting", "people": ["Vesna", "Tomas"], "place": Place(name="Tartu", city="Tartu", country="EST")},
        {"kind": "meeting", "people": ["Vesna", "Tomas"], "day": "2024-03-08"},
    ],
)
def test_another_meal_person_party_city_or_day_is_another_engagement(ledger: Ledger, other: dict[str, Any]) -> None:
    tallinn = Place(name="Tallinn", city="Tallinn", country="EST")
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], day="2024-03-05", place=tallinn))
    ledger.add(*told("2024-03-09", **({"day": "2024-03-05"} | other)))
    assert [count for _, count in kinds_and_reports(ledger)] == [1, 1]


def test_talks_and_meeting_of_the_same_people_are_one_under_the_more_telling_name(ledger: Ledger) -> None:
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], day="2024-03-05"))
    ledger.add(*told("2024-03-06", ["Tomas", "Vesna"], kind="talks", day="2024-03-05"))
    assert kinds_and_reports(ledger) == [("talks", 2)]


def test_a_report_without_names_joins_only_where_there_is_one_candidate(ledger: Ledger) -> None:
    nameless = told("2024-03-06", ["|HRV", "|EST"], day="2024-03-05")
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], day="2024-03-05"))
    ledger.add(*nameless)
    assert [count for _, count in kinds_and_reports(ledger)] == [2]
    ledger.add(*told("2024-03-06", ["Vesna", "Kadri Saar|EST"], day="2024-03-05"))
    assert sorted(count for _, count in kinds_and_reports(ledger)) == [1, 1, 1]


def test_one_document_does_not_tell_of_one_engagement_as_two(ledger: Ledger) -> None:
    text = "They met in the morning and held talks in the evening."
    ledger.add(
        *document(
            text,
            "2024-03-05",
            engagement(text, "met", ["Vesna", "Tomas"], day="2024-03-05"),
            engagement(text, "held talks", ["Vesna", "Tomas"], kind="talks", day="2024-03-05", number=2),
        )
    )
    ledger.add(*told("2024-03-05", ["Vesna", "Tomas"], kind="talks", day="2024-03-05"))
    assert sorted(kinds_and_reports(ledger)) == [("meeting", 1), ("talks", 2)]


def test_a_plan_becomes_the_visit_that_was_held_with_its_history(ledger: Ledger) -> None:
    place = Place(name="Tallinn", city="Tallinn", country="EST")
    plan = {"kind": "visit", "place": place, "visitors": ("Vesna",)}
    week = when("2024-03-04", "2024-03-10")
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], day="2024-03-05", **plan))
    ledger.add(*told("2024-02-26", ["Vesna", "Tomas"], status="planned", day=week, **plan))
    ledger.add(*told("2024-02-01", ["Vesna", "Tomas"], status="invited", **plan))
    (visit,) = ledger.engagements()
    assert visit.status == "held"
    assert [(step.status, step.told) for step in visit.history] == [
        ("invited", "2024-02-01"),
        ("planned", "2024-02-26"),
        ("held", "2024-03-06"),
    ]
    assert not visit.disagreements  # a coarser date is no disagreement


def test_a_postponed_visit_and_the_one_that_says_so_are_one(ledger: Ledger) -> None:
    earlier = StatusChange(status="postponed", when=when("2024-02-03"), reason="a storm")
    ledger.add(*told("2024-02-02", ["Vesna", "Tomas"], kind="visit", status="postponed", day="2024-02-03"))
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], kind="visit", day="2024-03-05", history=(earlier,)))
    (visit,) = ledger.engagements()
    assert [(step.status, step.reason) for step in visit.history] == [("postponed", "a storm"), ("held", None)]
    assert visit.when is not None
    assert visit.when.start == "2024-03-05"


def test_the_last_word_counts_for_what_was_not_held(ledger: Ledger) -> None:
    for published, status in (("2024-03-01", "planned"), ("2024-03-03", "cancelled"), ("2024-03-02", "postponed")):
        ledger.add(*told(published, ["Vesna", "Tomas"], status=status, day="2024-03-05"))
    (meeting,) = ledger.engagements()
    assert meeting.status == "cancelled"


def test_meetings_hang_under_the_visit_they_were_held_on(ledger: Ledger) -> None:
    place = Place(name="Tallinn", city="Tallinn", country="EST")
    trip = when("2024-03-04", "2024-03-06")
    ledger.add(*told("2024-03-05", ["Vesna", "Tomas"], day="2024-03-05", place=place))
    assert ledger.engagements()[0].part_of is None
    ledger.add(*told("2024-03-06", ["Vesna"], kind="visit", day=trip, place=place, visitors=("Vesna",)))
    visit, meeting = ledger.engagements()
    assert meeting.part_of == visit.id
    assert [part.id for part in ledger.parts(visit.id)] == [meeting.id]
    ledger.forget(visit.sources[0].document)
    assert ledger.engagements()[0].part_of is None


def test_a_meeting_that_a_text_calls_part_of_a_visit_hangs_under_it(ledger: Ledger) -> None:
    text = "On the visit they met."
    ledger.add(
        *document(
            text,
            "2024-03-05",
            engagement(text, "visit", ["Vesna"], kind="visit"),
            engagement(text, "met", ["Vesna", "Tomas"], number=2, part_of="e1"),
        )
    )
    items = {item.kind: item for item in ledger.engagements()}
    assert items["meeting"].part_of == items["visit"].id


def test_undated_reports_are_one_only_in_the_same_words(ledger: Ledger) -> None:
    for opening in ("First", "Second"):
        text = f"{opening}. Once they met by the sea."
        ledger.add(*document(text, None, engagement(text, "met by the sea", ["Vesna", "Tomas"])))
    text = "Once they met by the lake."
    ledger.add(*document(text, None, engagement(text, "met by the lake", ["Vesna", "Tomas"])))
    assert sorted(count for _, count in kinds_and_reports(ledger)) == [1, 2]


def test_everyone_named_is_kept_and_sources_tell_whom_they_leave_out(ledger: Ledger) -> None:
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas", "Idris"], day="2024-03-05", parties=("EST", "HRV")))
    ledger.add(*told("2024-03-07", ["Korda|HRV", "Tomas"], day="2024-03-05"))
    (meeting,) = ledger.engagements()
    assert [participant.name for participant in meeting.participants] == ["Vesna Korda", "Tomas Ilves", "Idris Kaya"]
    assert meeting.sources[1].differs == {"does_not_name": ["Idris Kaya"]}


def test_how_each_side_described_it_is_kept(ledger: Ledger) -> None:
    for party in ("HRV", "EST"):
        described = (DescribedAs(text="frank", by=(party,)),)
        ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], day="2024-03-05", described_as=described))
    assert ledger.engagements()[0].described_as == (DescribedAs(text="frank", by=("EST", "HRV")),)


def test_why_tells_points_and_grounds_and_what_stayed_apart(ledger: Ledger) -> None:
    ledger.add(*told("2024-03-06", ["Vesna", "Tomas"], day="2024-03-05"))
    ledger.add(*told("2024-03-06", ["Tomas", "Vesna"], kind="talks", day="2024-03-05"))
    ledger.add(*told("2024-03-06", ["Tomas", "Vesna"], kind="dinner", day="2024-03-05"))
    talks = next(item for item in ledger.engagements() if item.kind == "talks")
    explained = ledger.why(talks.id)
    assert [report.score for report in explained.reports] == [0.95, 0.95]
    assert ("both 2024-03-05", 0.25) in explained.reports[0].grounds
    assert [apart.because.split(" against ")[1] for apart in explained.apart] == ["dinner"]


def test_a_plan_for_the_big_city_finds_the_summit_held_in_the_hills_beside_it(ledger: Ledger) -> None:
    march = when("2024-03-01", "2024-03-31", "month")
    town, hills = (Place(name=name, city=name, country="JPN") for name in ("Kobe", "Arima"))
    ledger.add(*told("2024-03-16", ["Kenji", "Rosa"], kind="summit", day="2024-03-15", place=hills))
    ledger.add(*told("2024-01-10", ["Kenji", "Rosa"], status="planned", day=march, place=town))
    ledger.add(*told("2024-05-10", ["Kenji", "Rosa"], kind="summit", day=march, background=True))
    assert kinds_and_reports(ledger) == [("summit", 3)]


def test_a_call_of_two_is_not_the_call_of_all_that_they_planned_on_it(ledger: Ledger) -> None:
    ledger.add(*told("2024-03-05", ["Kenji", "Rosa"], kind="call", day="2024-03-05"))
    ledger.add(*told("2024-03-01", ["Kenji", "Rosa", "Amara"], kind="call", status="planned", day="2024-03-05"))
    assert [count for _, count in kinds_and_reports(ledger)] == [1, 1]


def test_nameless_reports_of_one_day_are_no_link_by_being_alike(ledger: Ledger) -> None:
    for published in ("2024-03-05", "2024-03-05"):
        day = When(start=published, end=published, precision="unknown", anchor="published")
        ledger.add(*told(published, [], kind="conference", day=day, parties=("EST", "HRV")))
    assert [count for _, count in kinds_and_reports(ledger)] == [1, 1]
