"""The trajectory: sums, bands, changes, and sources that come and go."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.proofs import assert_quoted
from ledger.builders import document, event
from memcon.desk import trajectory
from memcon.desk.plots import plot_trajectory
from memcon.desk.series import steps_between
from memcon.desk.trajectory import trajectory_page
from memcon.ledger import Ledger
from memcon.record import Event

PAIR = ("HRV", "EST")
START = date(2024, 1, 1)  # a Monday


def report(ledger: Ledger, outlet: str, happened: list[tuple[date, float]], **more: object) -> None:
    """One report of an outlet that tells of several events, each on its day."""
    lines = [f"On {day} Croatia acted towards Estonia, in the eyes of {outlet}." for day, _ in happened]
    text = "\n".join(lines)
    facts: list[Event] = []
    for number, ((day, score), line) in enumerate(zip(happened, lines, strict=True)):
        kind = "SUPPORT" if score > 0 else "ACCUSE"
        fact = event(text, line, ("HRV",), recipient=("EST",), type=kind, date=day.isoformat(), number=number + 1)
        facts.append(fact.model_copy(update={"score": score, "quad": 1 if score > 0 else 3, **more}))
    ledger.add(*document(text, max(day for day, _ in happened).isoformat(), *facts, outlet=outlet, input_id=text[:40] + outlet))


def weekly(outlet_day: int, score: float, first: int, weeks: int) -> list[tuple[date, float]]:
    """The same event each week."""
    return [(START + timedelta(weeks=week, days=outlet_day), score) for week in range(first, weeks)]


def steady(ledger: Ledger, weeks: int = 24) -> None:
    """Two old papers that report the same mild cooperation each week."""
    report(ledger, "Harbour Post", weekly(0, 2.5, 0, weeks))
    report(ledger, "Northern Wire", weekly(1, 2.5, 0, weeks))


def hostile(ledger: Ledger, first: int, weeks: int = 24) -> None:
    """A new paper that reports three quarrels a week from some week on."""
    report(ledger, "Morning Alarm", [each for day in range(3) for each in weekly(day, -5, first, weeks)])


def test_sums_counts_decay_and_bands(ledger: Ledger) -> None:
    report(ledger, "Harbour Post", [(START, 5), (START + timedelta(days=1), -2), (START + timedelta(days=70), 5)])
    found = trajectory(ledger, PAIR, half_life=7)
    first = found.points[0]
    assert (first.cooperation, first.conflict, first.net, first.cooperative, first.conflictual) == (5, -2, 3, 1, 1)
    assert found.points[1].decayed == pytest.approx(1.5)
    assert not found.points[1].events
    assert all(point.net_low <= point.net <= point.net_high and point.low <= point.high for point in found.points)
    assert found.points[1].net_low == found.points[1].net_high == 0
    assert "PLOVER" in found.scale
    assert "bootstrap" in found.bands


def test_the_same_ledger_gives_the_same_bands(ledger: Ledger) -> None:
    steady(ledger, 6)
    assert trajectory(ledger, PAIR) == trajectory(ledger, PAIR)


def test_a_new_outlet_warns_and_held_constant_there_is_no_step(ledger: Ledger) -> None:
    steady(ledger)
    hostile(ledger, 12)
    found = trajectory(ledger, PAIR)
    (change,) = found.changes
    assert change.day == (START + timedelta(weeks=12)).isoformat()
    assert change.conflict_before == 0
    assert change.conflict_after == -15
    assert change.sources.came == ("Morning Alarm",)
    assert change.held_constant is False
    assert "Morning Alarm has 60% of the reports" in found.warnings[0]
    assert "sources that changed" in found.warnings[0]
    assert {fact.score for fact in change.facts_after} == {-5.0}
    constant = trajectory(ledger, PAIR, sources="constant")
    assert constant.constant_outlets == ("Harbour Post", "Northern Wire")
    assert not constant.changes
    assert not constant.warnings
    assert {point.net for point in constant.points} == {5.0}
    assert_quoted(found, ledger)


def test_a_change_that_old_outlets_report_has_no_warning(ledger: Ledger) -> None:
    report(ledger, "Harbour Post", weekly(0, 2.5, 0, 12) + weekly(0, -5, 12, 24))
    found = trajectory(ledger, PAIR)
    (change,) = found.changes
    assert change.held_constant is True
    assert change.warning is None
    assert [fact.score for fact in change.facts_before] == [2.5] * 4
    assert [fact.score for fact in change.facts_after] == [-5.0] * 4


def test_an_outlet_that_falls_silent_is_named_and_without_a_constant_one_that_is_said(ledger: Ledger) -> None:
    report(ledger, "Old Paper", weekly(0, 2.5, 0, 12))
    report(ledger, "New Paper", weekly(0, -5, 12, 24))
    found = trajectory(ledger, PAIR)
    assert found.changes[0].sources.went == ("Old Paper",)
    assert found.changes[0].held_constant is None
    assert "can't be held constant" in found.warnings[0]
    assert trajectory(ledger, PAIR, sources="constant").points[0].events == ()


def test_weights(ledger: Ledger) -> None:
    steady(ledger, 8)
    hostile(ledger, 2, 8)
    halved = trajectory(ledger, PAIR, weights={"Morning Alarm": 0.5})
    assert halved.points[-1].conflict == -7.5
    without = trajectory(ledger, PAIR, weights={"Morning Alarm": 0})
    assert without.left_out == 18
    assert not without.points[-1].conflictual


def test_days_by_publication_are_counted_and_denied_or_undated_ones_left_out(ledger: Ledger) -> None:
    report(ledger, "Harbour Post", [(START, 5)], date=None)
    report(ledger, "Northern Wire", [(START, 5)], status="denied")
    report(ledger, "Old Paper", [(START, 5)], date=None, background=True, type="AID")
    report(ledger, "New Paper", [(START, 5)], status="planned")
    found = trajectory(ledger, PAIR)
    assert (found.dated_by_publication, found.left_out, found.points[0].cooperative) == (1, 2, 2)
    assert trajectory(ledger, PAIR, planned=False).points[0].cooperative == 1


def test_a_window_and_an_empty_ledger(ledger: Ledger) -> None:
    assert trajectory(ledger, PAIR).points == ()
    steady(ledger, 8)
    found = trajectory(ledger, PAIR, since=START + timedelta(weeks=2), until=START + timedelta(weeks=3, days=6), by="week")
    assert [point.start for point in found.points] == ["2024-01-15", "2024-01-22"]
    assert trajectory(ledger, PAIR, by="month").points[0].cooperative == 10


@pytest.mark.parametrize(("step", "number"), [("week", 9), ("month", 3)])
def test_steps_cover_the_days_without_gap(step: str, number: int) -> None:
    steps = steps_between(date(2024, 1, 31), date(2024, 3, 31), step)  # type: ignore[arg-type]
    assert len(steps) == number
    assert steps[0][0] <= date(2024, 1, 31)
    assert steps[-1][1] >= date(2024, 3, 31)
    assert all(later[0] - earlier[1] == timedelta(days=1) for earlier, later in itertools.pairwise(steps))


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_drawing_is_the_same_every_time(ledger: Ledger, tmp_path: Path, ending: str) -> None:
    steady(ledger, 12)
    hostile(ledger, 6, 12)
    answer = trajectory(ledger, PAIR)
    assert answer.warnings
    for number in (1, 2):
        plot_trajectory(answer, tmp_path / f"{number}.{ending}")
    assert (tmp_path / f"1.{ending}").read_bytes() == (tmp_path / f"2.{ending}").read_bytes()


def test_the_page_warns_first(ledger: Ledger) -> None:
    steady(ledger, 12)
    hostile(ledger, 6, 12)
    page = trajectory_page(trajectory(ledger, PAIR))
    assert page.sections[0].title == "Warnings"
    assert "mix of sources" in page.sections[0].lines[0].text
    change = page.sections[1].lines[0]
    assert change.items
    assert change.quotes
    assert any(note.startswith("after: ") for note in change.notes)
    assert all(line.items for line in page.sections[2].lines)
