"""The timeline: past, ahead, over, undated."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desk.proofs import assert_quoted
from ledger.builders import document, engagement, when
from memcon.desk import known_on, timeline
from memcon.desk.plots import plot_timeline
from memcon.desk.timeline import timeline_page
from memcon.errors import MemconError
from memcon.ledger import Ledger

PAIR = ("HRV", "EST")
ON = date(2024, 3, 10)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Talks held, one postponed, one planned ahead, one planned for days gone by, one without a day."""
    plans = [
        ("The talks were held in March.", "talks", "held", "2024-03-01", None),
        ("A visit in February was postponed over a storm.", "visit", "postponed", "2024-02-10", "over a storm"),
        ("They plan to meet in May.", "meeting", "planned", when("2024-05-01", "2024-05-31", "month"), None),
        ("They planned a call in January.", "call", "planned", "2024-01-20", None),
        ("They once met, a paper said of old.", "dinner", "held", None, None),
    ]
    for number, (text, kind, status, day, reason) in enumerate(plans):
        fact = engagement(
            text, text[:10], ["Vesna", "Tomas"], kind=kind, status=status, day=day, reason=reason, background=day is None
        )
        ledger.add(*document(text, f"2024-01-0{number + 1}", fact, input_id=f"d{number}", outlet="Harbour Post"))
    return ledger


def test_each_engagement_stands_in_its_place_with_evidence(filled: Ledger) -> None:
    found = timeline(filled, PAIR, ON)
    assert [each.kind for each in found.past] == ["visit", "talks"]
    assert [each.kind for each in found.ahead] == ["meeting"]
    assert [each.kind for each in found.lapsed] == ["call"]
    assert [each.kind for each in found.undated] == ["dinner"]
    assert_quoted(found, filled)


def test_a_day_later_the_plan_is_over(filled: Ledger) -> None:
    found = timeline(filled, PAIR, date(2024, 6, 1))
    assert not found.ahead
    assert [each.kind for each in found.lapsed] == ["call", "meeting"]


def test_narrowed_by_days_and_person(filled: Ledger) -> None:
    assert [each.kind for each in timeline(filled, PAIR, ON, since="2024-02-20", until="2024-03-31").past] == ["talks"]
    assert len(timeline(filled, (), ON, person="Vesna Korda").past) == 2
    assert not timeline(filled, (), ON, person="Kenji").past


def test_the_page_tells_status_reason_and_ids(filled: Ledger) -> None:
    page = timeline_page(timeline(filled, PAIR, ON))
    lines = [line for section in page.sections for line in section.lines]
    assert len(lines) == 5
    assert all(line.items and line.quotes for line in lines)
    off = next(line for line in lines if line.text.startswith("[postponed]"))
    assert off.mark == "2024-02-10"
    assert "reason: over a storm" in off.notes


def test_parts_stand_under_their_whole(ledger: Ledger) -> None:
    text = "Vesna Korda visited Tallinn. There she met Tomas Ilves."
    visit = engagement(text, "visited Tallinn", ["Vesna", "Tomas"], kind="visit", day=when("2024-03-01", "2024-03-02"))
    inside = engagement(text, "met Tomas Ilves", ["Vesna", "Tomas"], day="2024-03-01", number=2, part_of="e1")
    ledger.add(*document(text, "2024-03-02", visit, inside))
    (whole,) = timeline(ledger, PAIR, ON).past
    assert whole.kind == "visit"
    assert [part.kind for part in whole.parts] == ["meeting"]
    page = timeline_page(timeline(ledger, PAIR, ON))
    assert [line.text[:2] for line in page.sections[0].lines] == ["vi", "· "]


def test_the_history_s_expected_meeting_is_ahead_in_june_and_came_about_by_november(history: Ledger) -> None:
    with known_on(history, date(2023, 6, 17), ("USA", "CHN")) as seen:
        assert [each.status for each in timeline(seen, ("USA", "CHN"), date(2023, 6, 17)).ahead] == ["expected"]
    found = timeline(history, ("USA", "CHN"), date(2024, 1, 31))
    assert not found.ahead
    met = next(each for each in found.past if each.when and each.when.start == "2023-11-15")
    plans = [each for each in found.lapsed if each.status == "expected"]
    assert "expected" in {step.status for step in met.history} or {each.came_about for each in plans} == {met.id}
    assert next(each for each in found.past if each.status == "postponed").day == "2023-02-03"


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_drawing_is_the_same_every_time(filled: Ledger, tmp_path: Path, ending: str) -> None:
    answer = timeline(filled, PAIR, ON)
    files = [tmp_path / f"{number}.{ending}" for number in (1, 2)]
    for path in files:
        plot_timeline(answer, path)
    assert files[0].read_bytes() == files[1].read_bytes()
    if ending == "svg":
        words = " ".join(ElementTree.parse(files[0]).getroot().itertext())
        assert "Vesna Korda – Tomas Ilves" in words
        assert "HRV – EST" in words


def test_an_empty_timeline_is_drawn_too_and_other_endings_are_refused(ledger: Ledger, tmp_path: Path) -> None:
    answer = timeline(ledger, PAIR, ON)
    plot_timeline(answer, tmp_path / "empty.svg")
    assert (tmp_path / "empty.svg").stat().st_size > 1000
    with pytest.raises(MemconError, match=r"\.svg or \.png"):
        plot_timeline(answer, tmp_path / "timeline.gif")
