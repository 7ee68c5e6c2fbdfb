"""When promises fall due, by their own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.desk.due import Windows, due_of
from memcon.errors import DataError
from memcon.record import When

TOLD = date(2024, 1, 10)


@pytest.mark.parametrize(
    ("words", "last", "basis"),
    [
        ("meet in the coming days", "2024-01-24", "phrase"),
        ("visit Oslo in the coming months", "2024-07-08", "phrase"),
        ("visit at a mutually suitable time", "2024-10-06", "phrase"),
        ("reopen embassies within two months", "2024-03-12", "stated"),
        ("send aid in the next 10 days", "2024-01-20", "stated"),
        ("report within a year", "2025-01-10", "stated"),
    ],
)
def test_words_and_counts(words: str, last: str, basis: str) -> None:
    due = due_of(TOLD, None, (words,), Windows.load())
    assert due
    assert (due.first, due.last, due.basis) == ("2024-01-10", last, basis)


def test_words_that_say_nothing_leave_it_to_the_kind() -> None:
    windows = Windows.load()
    assert due_of(TOLD, None, ("meet in person, in earnest",), windows, "pledge") is None
    due = due_of(TOLD, None, ("come",), windows, "acceptance")
    assert due
    assert (due.basis, due.last, due.text) == ("assumed", "2024-07-08", None)


def test_a_date_of_the_text_counts_if_it_lies_ahead() -> None:
    windows = Windows.load()
    ahead = When(start="2024-01-01", end="2024-12-31", precision="year", text="this year")
    due = due_of(TOLD, ahead, (), windows)
    assert due
    assert (due.first, due.last, due.text) == ("2024-01-10", "2024-12-31", "this year")
    assert due_of(TOLD, When(start="2024-01-10", precision="day"), (), windows) is None


def test_a_user_s_ranges_go_first_and_the_bundled_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "due.toml"
    path.write_text('[[phrase]]\nwords = ["soon"]\nfirst = 1\nlast = 3\n[assumed]\npledge = 5\n', encoding="utf-8")
    windows = Windows.load(path)
    due = due_of(TOLD, None, ("soon",), windows)
    assert due
    assert (due.first, due.last) == ("2024-01-11", "2024-01-13")
    assert due_of(TOLD, None, ("within weeks",), windows)
    assert (windows.default("pledge"), windows.default("acceptance"), windows.default("demand")) == (5, 180, None)


@pytest.mark.parametrize("text", ["phrase = 3", "[[phrase]]\nwords = ['x']\n", "not toml ["])
def test_a_malformed_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"mine\.toml"):
        Windows.load(path)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.text(max_size=60))
def test_any_words_give_days_in_order(told: date, words: str) -> None:
    due = due_of(told, None, (words, "within three weeks"), Windows.load())
    assert due
    assert told.isoformat() <= due.first <= due.last
