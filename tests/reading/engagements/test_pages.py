"""Constructions of real pages: occasions at the side of others, in long names; each a sentence of its own."""

from __future__ import annotations

import pytest

from markup import shared_reader

ASIDE = [
    "Lavrov met with Fidan on the sidelines of the Association of Southeast Asian Nations (ASEAN) post-Ministerial"
    " Conference with China in Vientiane.",
    "Lavrov met with Fidan on the margins of the summit of the Shanghai Cooperation Organisation (SCO) in Astana.",
]


@pytest.mark.parametrize("sentence", ASIDE)
def test_who_meets_at_the_side_of_a_conference_holds_no_other(sentence: str) -> None:
    (engagement,) = shared_reader().read(sentence, published="2024-07-27").engagements
    assert (engagement.kind, engagement.parties) == ("meeting", ("RUS", "TUR"))


def test_speaking_of_something_is_no_call() -> None:
    record = shared_reader().read("Lavrov and Fidan both spoke of the war in the south.", published="2024-07-27")
    assert record.engagements == ()


def test_who_is_welcomed_for_a_visit_travels() -> None:
    record = shared_reader().read(
        "Abiy Ahmed welcomed William Ruto for a one-day working visit on Monday.", published="2025-12-23"
    )
    (visit,) = [engagement for engagement in record.engagements if engagement.kind == "visit"]
    assert ([person.country for person in visit.participants], visit.status) == (["KEN"], "held")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Mahuta met Manele over video-link on Wednesday.", "call"),
        ("Mahuta met Manele at the phone company on Wednesday.", "meeting"),
    ],
)
def test_what_they_met_over(sentence: str, kind: str) -> None:
    (engagement,) = shared_reader().read(sentence, published="2022-05-25").engagements
    assert engagement.kind == kind


def test_a_list_inside_a_clause_about_the_host_is_no_list_of_hosts() -> None:
    text = (
        "Lavrov was received by President Robert Mugabe, who sent greetings to the leader of the revolution, Fidel Castro, and"
        " President Raul Castro."
    )
    (meeting,) = shared_reader().read(text, published="2013-12-02").engagements
    assert meeting.parties == ("RUS", "ZWE")


HEADLINES = ["Pakistan foreign secretary to visit Oslo", "Nepali PM Dahal to visit Oslo", "Danish foreign minister to meet Lavrov"]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_with_an_infinitive_is_a_plan(headline: str) -> None:
    record = shared_reader().read(f"{headline}\n\nThis was said in a short note on Monday.", published="2013-04-02")
    assert [engagement.status for engagement in record.engagements] == ["planned"]


def test_the_first_to_visit_has_visited() -> None:
    record = shared_reader().read("William Ruto was the first leader to visit Ethiopia.", published="2025-12-23")
    assert [engagement.status for engagement in record.engagements] == ["held"]


def test_a_message_to_nobody_is_no_letter() -> None:
    text = "Borrell said that new talks between Belgrade and Pristina would send a different message."
    record = shared_reader().read(text, published="2024-06-27")
    assert [engagement.kind for engagement in record.engagements] == ["talks"]


@pytest.mark.parametrize(("published", "status"), [("2013-04-02", "planned"), ("2013-04-08", "held")])
def test_what_begins_after_the_day_of_print_is_not_held(published: str, status: str) -> None:
    text = "Lavrov met Fidan in Ankara on April 5, 2013."
    (engagement,) = shared_reader().read(text, published=published).engagements
    assert engagement.status == status
