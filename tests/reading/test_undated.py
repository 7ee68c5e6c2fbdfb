"""A text without a date: relative dates stay relative, and names are looked up inside the bounds that the text gives."""

from __future__ import annotations

from markup import shared_reader

TEXT = "Lavrov met Turkish Foreign Minister Hakan Fidan in Ankara on Tuesday. They will meet again next month."


def test_relative_dates_stay_relative_and_say_so() -> None:
    record = shared_reader().read(TEXT)
    assert record.document.published.date is None
    assert record.document.published.basis == "inferred"
    assert [time.earliest for time in record.times] == [None, None]
    assert any("no date" in warning for warning in record.warnings)
    meeting = record.engagements[0]
    assert meeting.when is not None
    assert (meeting.when.start, meeting.when.text) == (None, "Tuesday")


def test_bounds_tell_who_is_meant() -> None:
    record = shared_reader().read(TEXT)
    assert {person.name for person in record.engagements[0].participants} == {"Sergei Lavrov", "Hakan Fidan"}


def test_a_dated_text_has_no_such_warning() -> None:
    assert not shared_reader().read(TEXT, published="2024-03-07").warnings


def test_absolute_dates_need_no_publication() -> None:
    assert not shared_reader().read("The ministers of Denmark and Kenya met in Oslo on 5 March 2024.").warnings
