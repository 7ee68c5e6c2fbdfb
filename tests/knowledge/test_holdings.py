"""Partial dates, unknown ends and sources that stopped looking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from memcon.errors import DataError
from memcon.knowledge import Holding, Knowledge
from memcon.knowledge.dates import day_of, earliest, is_partial_date, latest
from memcon.knowledge.holdings import Holdings, tenure_on
from memcon.knowledge.tables import Table

PLAIN = Holding("p", "NOR", "foreign_minister", "Minister", "", "2013-10-16", "2017-10-20", "", "", "", "", "own", "high")


@pytest.mark.parametrize(
    ("changes", "day", "standing"),
    [
        ({}, "2013-10-15", "before"),
        ({}, "2013-10-16", "is"),
        ({}, "2017-10-20", "is"),
        ({}, "2017-10-21", "after"),
        ({"start": "2013"}, "2012-12-31", "before"),
        ({"start": "2013"}, "2013-05-01", "maybe"),
        ({"start": "2013"}, "2014-01-01", "is"),
        ({"end": "2017"}, "2016-12-31", "is"),
        ({"end": "2017"}, "2017-06-01", "maybe"),
        ({"end": "2017"}, "2018-01-01", "after"),
        ({"end": "2017-10"}, "2017-10-15", "maybe"),
        ({"end": "", "as_of": "2018-01-01"}, "2018-01-01", "is"),
        ({"end": "", "as_of": "2018-01-01"}, "2018-01-02", "last known"),
        ({"end": "", "as_of": "2018-01-01"}, "2022-01-02", "maybe"),
        ({"end": "", "end_after": "2016-01-01", "end_before": "2016-06-01"}, "2016-01-01", "is"),
        ({"end": "", "end_after": "2016-01-01", "end_before": "2016-06-01"}, "2016-03-01", "maybe"),
        ({"end": "", "end_after": "2016-01-01", "end_before": "2016-06-01"}, "2016-06-02", "after"),
        ({"end": ""}, "2016-06-02", "maybe"),
        ({"start": ""}, "2012-06-02", "is"),
    ],
)
def test_how_a_holding_stands_to_a_day(changes: dict[str, str], day: str, standing: str) -> None:
    assert tenure_on(replace(PLAIN, **changes), day).standing == standing


def row(person: str, start: str, end: str = "", as_of: str = "", status: str = "", country: str = "NOR") -> tuple[str, ...]:
    return (person, country, "foreign_minister", "Minister", "", start, end, "", "", as_of, status, "own", "high")


def people_on(holdings: Holdings, day: str) -> list[str]:
    return [t.holding.person for t in holdings.on("NOR", "foreign_minister", day, single=True)]


def test_on_the_day_of_a_change_the_new_holder_is_meant() -> None:
    holdings = Holdings(Table((row("a", "2010-01-01", "2013-10-16"), row("b", "2013-10-16", "2017-01-01")), 0))
    assert people_on(holdings, "2013-10-16") == ["b"]
    assert people_on(holdings, "2013-10-15") == ["a"]


def test_who_stands_in_does_not_hide_who_holds_the_office() -> None:
    holdings = Holdings(Table((row("a", "2010", "2014"), row("b", "2012-03-01", "2012-04-01", status="acting")), 0))
    assert people_on(holdings, "2012-03-15") == ["a"]


def test_of_several_last_known_the_last_to_start_is_meant() -> None:
    rows = (row("a", "2010-01-01", as_of="2012-01-01"), row("b", "2011-01-01", as_of="2012-01-01"))
    assert people_on(Holdings(Table(rows, 0)), "2012-06-01") == ["b"]


def test_partial_dates_leave_both_holders_possible() -> None:
    holdings = Holdings(Table((row("a", "2010", "2013"), row("b", "2013", "2017")), 0))
    assert people_on(holdings, "2013-05-01") == ["a", "b"]
    assert people_on(holdings, "2012-05-01") == ["a"]


def test_a_users_row_goes_before_the_built_in_one() -> None:
    mine, built_in = row("b", "2016-01-01"), row("a", "2010-01-01", as_of="2018-01-01")
    holdings = Holdings(Table((mine, built_in), 1))
    assert [h.end for h in holdings.of_office("NOR", "foreign_minister")] == ["", "2016-01-01"]
    replaced = Holdings(Table((row("a", "2010-01-01", "2011-01-01"), built_in), 1))
    assert [h.end for h in replaced.of_office("NOR", "foreign_minister")] == ["2011-01-01"]
    after = Holdings(Table((mine, row("a", "2010-01-01", "2018-01-01")), 1))
    assert [h.end for h in after.of_office("NOR", "foreign_minister")] == ["", "2016-01-01"]
    unknown = Holdings(Table((mine, row("a", "2010-01-01", as_of="2012-01-01")), 1))
    assert [h.end_before for h in unknown.of_office("NOR", "foreign_minister")] == ["", "2016-01-01"]
    untouched = Holdings(Table((mine, row("a", "2010-01-01", "2012-01-01")), 1))
    assert [h.end for h in untouched.of_office("NOR", "foreign_minister")] == ["", "2012-01-01"]


def test_offices_of_a_person_on_a_day(knowledge: Knowledge) -> None:
    merkel = knowledge.resolve("Angela Merkel").person
    assert merkel is not None
    assert {h.type for h in knowledge.offices_of(merkel.id, date(2010, 5, 1))} >= {"head_of_government"}
    assert knowledge.offices_of(merkel.id, "2023-05-01") == ()
    assert knowledge.offices_of("nobody") == ()


def test_several_hold_an_office_that_is_no_single_seat(knowledge: Knowledge) -> None:
    assert len(knowledge.holders_on("USA", "ambassador", "2015-05-01")) > 50
    assert "CHN" in knowledge.holdings.countries_with("foreign_minister")


def test_dates() -> None:
    assert (earliest("2013"), latest("2013"), earliest(""), latest("2013-02")) == ("2013-01-01", "2013-12-31", "", "2013-02-31")
    assert day_of(date(2023, 6, 19)) == day_of("2023-06-19") == "2023-06-19"
    assert not any(map(is_partial_date, ("", "13", "2013-13", "2013-02-32", "2013-2", "May 2013")))
    with pytest.raises(DataError):
        day_of("2023")
