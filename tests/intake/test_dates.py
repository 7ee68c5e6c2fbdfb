"""Written dates of headers, datelines and metadata."""

import pytest

from memcon.intake.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T08:15:00+02:00", "2021-03-04"),
        ("20210304", "2021-03-04"),
        ("Thu, 04 Mar 2021 08:15:00 GMT", "2021-03-04"),
        ("THU 04 MARCH 2021", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("Sept. 9, 2022", "2022-09-09"),
        ("4th March, 2021", "2021-03-04"),
        ("4 of March 2021", "2021-03-04"),
        ("03/24/2021 11:52 PM", "2021-03-24"),
        ("24.03.2021", "2021-03-24"),
        ("05.06.2021", "2021-06-05"),
        ("05/06/2021", None),
        ("05/05/2021", "2021-05-05"),
        ("05/06/2021 11:52 PM EDT", "2021-05-06"),
        ("31 February 2021", None),
        ("99/99/2021", None),
        ("March 4", None),
        ("May 2021", None),
        ("soon", None),
    ],
)
def test_full_dates(text: str, date: str | None) -> None:
    assert parse_date(text) == date


def test_a_date_without_a_year_takes_one() -> None:
    (date,) = find_dates("OSLO, June 19 (AP)")
    assert (date.year, date.month, date.day) == (None, 6, 19)
    assert date.iso() is None
    assert date.iso(2023) == "2023-06-19"


def test_several_in_order() -> None:
    text = "from 3 May 2021 to May 5, 2021"
    assert [text[date.start : date.end] for date in find_dates(text)] == ["3 May 2021", "May 5, 2021"]
