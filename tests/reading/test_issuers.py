"""Joint declarations: who "we" are, what they did, and what they say. Dated 5 March 2024; sentences of our own."""

from __future__ import annotations

import pytest

from memcon import read
from memcon.record import Record

OPENING = "We, the Foreign Ministers of the Republic of Peru and the Republic of Chile, having met in Arica on March 4, 2024, "


def declaration(text: str) -> Record:
    return read(OPENING + text, published="2024-03-05")


def test_those_who_issue_it_met_where_it_says() -> None:
    (meeting,) = declaration("declare the following: peace matters.").engagements
    assert (meeting.kind, meeting.status, meeting.parties, meeting.place.name) == ("meeting", "held", ("CHL", "PER"), "Arica")
    assert meeting.when is not None
    assert meeting.when.start == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("agree to open two border posts.", "agreement", "open two border posts"),
        ("agree as follows. We signed the Statute of a joint team.", "agreement", "the Statute of a joint team"),
        ("agree as follows. We committed to opening two ports.", "pledge", "opening two ports"),
        ("agree as follows. We renew our pledge to refrain from the use of force.", "pledge", "refrain from the use of force"),
        ("agree as follows. We call on ASEAN Member States to send observers.", "demand", "send observers"),
    ],
)
def test_what_we_do_is_done_by_those_named(text: str, kind: str, what: str) -> None:
    found = [(c.kind, c.by, c.what.exact if c.what else None) for c in declaration(text).commitments]
    assert (kind, ("CHL", "PER"), what) in found


def test_a_second_verb_behind_dashes_has_the_same_speakers() -> None:
    text = "agree. We welcome the truce — as agreed in Lima on February 2 — and reiterate our call for calm."
    found = {s.cue.exact: [v.country for v in s.speakers] for s in declaration(text).statements if s.cue}
    assert found["welcome"] == found["reiterate"] == ["CHL", "PER"]


@pytest.mark.parametrize(
    "text",
    [
        "We, the undersigned residents of Tacna, signed an agreement with the city.",
        "We, as neighbours, signed an agreement with the city.",
        "Peru spoke. “We signed an agreement,” a farmer said.",
    ],
)
def test_others_who_say_we_are_no_party(text: str) -> None:
    record = read(text, published="2024-03-05")
    assert record.engagements == ()
    assert [c.by for c in record.commitments if len(c.by) > 1] == []


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The President of the Republic of Kenya met Joe Biden.", "KEN"),
        ("The Prime Minister of the Kingdom of Thailand met Joe Biden.", "THA"),
        (
            "The Kingdom of Cambodia and the Kingdom of Thailand signed a truce. The Prime Minister of the Kingdom of Cambodia met Joe Biden.",
            "KHM",
        ),
    ],
)
def test_a_state_by_its_full_name_is_whose_the_office_is(text: str, country: str) -> None:
    (meeting,) = read(text, published="2024-03-05").engagements
    assert set(meeting.parties) == {country, "USA"}


def test_the_kingdom_alone_is_the_one_the_text_names() -> None:
    (meeting,) = read(
        "Saudi Arabia agreed. The kingdom's foreign minister met Antony Blinken.", published="2024-03-05"
    ).engagements
    assert set(meeting.parties) == {"SAU", "USA"}


def test_both_sides_are_those_first_told_of_together() -> None:
    text = (
        "Georgian and Armenian teams talked in Tbilisi. Antony Blinken praised them. "
        "Antony Blinken's spokesman said both sides had accepted his plan."
    )
    (acceptance,) = [c for c in read(text, published="2024-03-05").commitments if c.kind == "acceptance"]
    assert set(acceptance.by) == {"ARM", "GEO"}
