"""What holds for every text and every publication date."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.reading.times import find_times
from memcon.reading.times.values import easter, orthodox_easter, shift, shift_months
from time_markup import document

VOCABULARY = """
the a of in on and to last next this past coming two three 5 18 2024 30 2000 May June march Monday Friday week month
year years days hour half an ago later earlier before after early mid - , . ( ) century decade 1990s 10:30 a.m. UTC
morning night today soon every other quarter first second third end summer weekend Christmas Easter nearly more than
"""
WORDS = st.sampled_from(VOCABULARY.split())
DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join), st.none() | DAYS)
def test_times_stand_in_order_and_quote_the_text(text: str, published: date | None) -> None:
    times = find_times(document(text, published and published.isoformat()))
    position = 0
    for found in times:
        assert position <= found.start < found.end
        assert text[found.start : found.end] == found.exact
        assert (found.earliest is None) == (found.latest is None)
        if found.earliest and found.latest:
            assert found.earliest <= found.latest
        position = found.end
    assert find_times(document(text, published and published.isoformat())) == times


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[found.start : found.end] == found.exact for found in find_times(document(text, "2024-05-15")))


@settings(deadline=None)
@given(DAYS, st.integers(1, 7))
def test_bare_weekdays_lie_within_a_week(published: date, weekday: int) -> None:
    name = date(2024, 1, weekday).strftime("%A")
    past = find_times(document(f"They met on {name}.", published.isoformat()))[0]
    future = find_times(document(f"They will meet on {name}.", published.isoformat()))[0]
    assert timedelta(0) <= published - date.fromisoformat(past.value) < timedelta(7)
    assert timedelta(0) <= date.fromisoformat(future.value) - published < timedelta(7)
    assert date.fromisoformat(past.value).isoweekday() == weekday == date.fromisoformat(future.value).isoweekday()


@settings(deadline=None)
@given(DAYS, st.integers(1, 12))
def test_bare_months_follow_the_tense(published: date, month: int) -> None:
    name = date(2000, month, 1).strftime("%B")
    past = find_times(document(f"They met in {name}.", published.isoformat()))[0]
    future = find_times(document(f"They will meet in {name}.", published.isoformat()))[0]
    last = find_times(document(f"They met last {name}.", published.isoformat()))[0]
    assert past.value <= published.isoformat()[:7] <= future.value
    assert last.value < published.isoformat()[:7]


@settings(deadline=None)
@given(DAYS, st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_full_dates_are_what_they_say(published: date, day: date) -> None:
    for form in ("%B %-d, %Y", "%-d %B %Y", "%A, %B %-d, %Y", "%Y-%m-%d", "%-d.%-m.%Y"):
        found = find_times(document(f"They met on {day.strftime(form)}.", published.isoformat()))
        assert [(time.value, time.anchor) for time in found] == [(day.isoformat(), None)]


@pytest.mark.parametrize("piece", ["2000 ", "May 5 ", "two ", "the end of ", "5-", "Monday and ", "a year ", "and a half "])
def test_reading_is_linear_on_repetition(piece: str) -> None:
    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        find_times(document(text, "2024-05-15"))
        return time.process_time() - start

    cost(1000)
    least = min(cost(80_000), cost(80_000))  # a collection of garbage may fall into one of them
    assert least < 12 * cost(10_000) + 0.5


def test_easter_of_known_years() -> None:
    assert [easter(year).isoformat() for year in (2000, 2016, 2024)] == ["2000-04-23", "2016-03-27", "2024-03-31"]
    assert [orthodox_easter(year).isoformat() for year in (2016, 2023, 2024)] == [
        "2016-05-01",
        "2023-04-16",
        "2024-05-05",
    ]


def test_shifting_stays_in_the_calendar() -> None:
    assert shift_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert shift(date(2024, 2, 29), -1, "Y") == date(2023, 2, 28)
    assert shift(date(2024, 5, 15), -2, "W") == date(2024, 5, 1)
    assert shift(date(9999, 12, 31), 1, "D") is None
    assert shift(date(1, 1, 1), -1, "C") is None


def test_a_length_beyond_the_calendar_has_no_bounds() -> None:
    times = find_times(document("Over the past 2500 years it was a port.", "2024-05-15"))
    assert [(time.value, time.earliest, time.latest) for time in times] == [("P2500Y", None, None)]
