"""What became of a plan, told by a later clause or sentence. Printed on Friday 17 May 2024."""

from __future__ import annotations

import pytest

from memcon import read
from memcon.record import Engagement

PLAN = "Kais Saied was due to meet Giorgia Meloni in Rome on Monday"

CALLED_OFF = """
postponed | The talks had to be postponed.
postponed | The talks will have to be rescheduled.
postponed | The meeting needed to be put off.
postponed | But it was postponed at short notice.
postponed | This was put off on Sunday.
postponed | The two agreed to postpone the meeting.
postponed | The postponement was announced by the palace.
postponed | It has been put off until June, aides said.
cancelled | The trip is off, his spokesman said.
cancelled | The trip never took place.
cancelled | The meeting did not take place.
cancelled | The meeting fell through.
cancelled | He cancelled because of the floods.
cancelled | He called it off at the last minute.
cancelled | The plans were dropped.
cancelled | The cancellation was confirmed by the government in Tunis.
cancelled | The Italian foreign ministry confirmed the cancellation of the trip.
cancelled | His office announced the cancellation.
cancelled | Saied decided to cancel the trip.
""".strip().splitlines()

STANDS = """
The visit was not cancelled, his spokesman said.
He cancelled a trip to Berlin because of it.
A joint news conference was cancelled.
A parade did not take place.
If the strike goes on, it will be postponed.
The visit might be postponed, aides said.
The two postponed a decision on gas.
Meloni dismissed rumours that it was off.
The cancellation of flights was confirmed by the airport.
He called for calm.
The trip will go ahead.
""".strip().splitlines()


def planned(text: str) -> Engagement:
    return next(e for e in read(text, published="2024-05-17").engagements if set(e.parties) >= {"ITA", "TUN"})


@pytest.mark.parametrize("line", CALLED_OFF)
def test_the_next_sentence_tells_the_fate(line: str) -> None:
    status, told = line.split(" | ")
    engagement = planned(f"{PLAN}. {told}")
    assert engagement.status == status
    assert [change.status for change in engagement.history] == ["planned"]


@pytest.mark.parametrize("line", STANDS)
def test_what_is_called_off_is_another_matter(line: str) -> None:
    assert planned(f"{PLAN}. {line}").status == "planned"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("; the talks needed to be rescheduled.", "postponed"),
        (", but it was called off.", "cancelled"),
        ("; a concert was called off.", "planned"),
        (", but this was postponed.", "postponed"),
    ],
)
def test_a_later_clause_tells_the_fate(told: str, status: str) -> None:
    assert planned(PLAN + told).status == status


def test_the_reason_of_the_later_clause_is_given() -> None:
    assert planned(f"{PLAN}. It was put off because of a strike at the airport.").reason == "a strike at the airport"


@pytest.mark.parametrize(
    "told",
    ["The trip had been postponed twice.", "It had been cancelled in April.", "Their talks had been called off in March."],
)
def test_what_had_been_put_off_before_does_not_end_the_plan_of_now(told: str) -> None:
    engagement = planned(f"Kais Saied will meet Giorgia Meloni in Rome on Monday. {told}")
    assert engagement.status == "planned"


def test_another_engagement_between_keeps_the_fate() -> None:
    text = f"{PLAN}. Saied was to see Gabriel Attal in Paris on Tuesday; it was cancelled."
    assert planned(text).status == "planned"


# status | the text; what it says of the first engagement of Italy and Tunisia
OF_THE_WORDS = """
cancelled | Kais Saied had been due to visit Rome last week.
cancelled | Kais Saied had been scheduled to meet Giorgia Meloni in Rome.
cancelled | Kais Saied had been set to visit Rome for the talks.
planned | Kais Saied has been invited and is due to visit Rome in June.
planned | Kais Saied had planned the route; he is to visit Rome in June.
declined | "The schedule of President Kais Saied will not allow him to travel to Rome in June," his office said.
ongoing | Kais Saied is in Rome to meet Giorgia Meloni.
held | Kais Saied was in Rome on Monday to meet Giorgia Meloni.
planned | Kais Saied is to meet Giorgia Meloni in Rome.
planned | Kais Saied will visit Italy on Monday. It is the first visit to Italy by a Tunisian president since 2016.
planned | He will speak in Tunis on Monday, a day before Kais Saied travels to Rome.
planned | Kais Saied will arrive in Rome on Sunday on a two-day visit to Italy.
planned | Kais Saied will visit Rome from May 20 to 23. On the third day of the visit to Italy, Saied will tour a dockyard.
cancelled | Kais Saied has cancelled his visit to Rome. It is the second time that he has skipped a visit to Rome.
postponed | Kais Saied and Giorgia Meloni have put off their talks. Saied had been due to visit Rome for the talks.
""".strip().splitlines()


@pytest.mark.parametrize("line", OF_THE_WORDS)
def test_the_words_that_tell_what_became_of_it(line: str) -> None:
    status, text = line.split(" | ")
    assert planned(text).status == status


def test_meetings_of_a_visit_that_is_off_are_off_with_it() -> None:
    text = "Kais Saied has postponed his visit to Rome. He was scheduled to meet Giorgia Meloni."
    record = read(text, published="2024-05-17")
    assert [e.status for e in record.engagements if e.kind != "visit"] == ["postponed"]
    text = "Kais Saied has postponed his visit to Rome. He will meet Giorgia Meloni in Tunis in June."
    record = read(text, published="2024-05-17")
    assert [e.status for e in record.engagements if e.kind != "visit"] == ["planned"]


def test_an_earlier_trip_that_came_to_nothing_is_another() -> None:
    text = "Kais Saied has called off a trip to Italy. Saied also had been scheduled to visit Italy last December."
    found = read(text, published="2024-05-17").engagements
    old = next(e for e in found if e.when is not None and e.when.start == "2023-12-01")
    assert (old.status, old.background) == ("cancelled", True)


def test_the_end_of_talks_is_told_once() -> None:
    text = "Tunisia called off talks with Italy on Friday. Both sides said that the talks were postponed."
    events = read(text, published="2024-05-17").events
    assert [(e.type, e.actor, e.recipient) for e in events] == [("REJECT", ("TUN",), ("ITA",))]
