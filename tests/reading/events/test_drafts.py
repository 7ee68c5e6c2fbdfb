"""Drafts of events: each event once, numbered in text order, scored as PLOVER says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from memcon.lexicon import Lexicon
from memcon.reading.events.drafts import Draft, numbered, without_doubles
from memcon.record import Evidence

LEXICON = Lexicon.load()
SHOWN = (Evidence(of=("type",), start=0, end=4, exact="met "),)
CONSULT = Draft(
    type="CONSULT", actor=("CHN", "USA"), recipient=(), evidence=SHOWN, start=0, end=50, rule="a", derived_from="e1"
)
ACCUSE = Draft(type="ACCUSE", actor=("CHN",), recipient=("USA",), evidence=SHOWN, start=0, end=50, rule="b", mode="allege")


def test_two_readings_of_one_event_are_one() -> None:
    told = replace(CONSULT, actor=("USA",), recipient=("CHN",), derived_from=None, rule="act.visit", mode="visit")
    (kept,) = without_doubles([CONSULT, told])
    assert (kept.actor, kept.recipient, kept.mode, kept.derived_from) == (("USA",), ("CHN",), "visit", "e1")


def test_two_engagements_are_two_events() -> None:
    assert len(without_doubles([CONSULT, replace(CONSULT, derived_from="e2")])) == 2


def test_two_sentences_are_two_events() -> None:
    assert len(without_doubles([ACCUSE, replace(ACCUSE, start=60, end=99)])) == 2


def test_another_recipient_is_another_event() -> None:
    assert len(without_doubles([ACCUSE, replace(ACCUSE, recipient=("IND",))])) == 2


def test_a_planned_status_outlives_the_joining() -> None:
    agreed = replace(CONSULT, type="AGREE", derived_from="e1", status="planned")
    said = replace(agreed, derived_from=None, status="held", rule="act.agree")
    (kept,) = without_doubles([agreed, said])
    assert kept.status == "planned"


def test_quad_and_score_are_plovers() -> None:
    first, second = numbered([CONSULT, ACCUSE], LEXICON)
    assert (first.id, first.quad, first.score) == ("v1", 1, 2.5)
    assert (second.id, second.quad, second.score, second.mode) == ("v2", 3, -3.5, "allege")


def test_a_mode_that_plover_lacks_is_left_out() -> None:
    (event,) = numbered([replace(ACCUSE, mode="shout")], LEXICON)
    assert (event.mode, event.score) == (None, -3.0)


parties = st.lists(st.sampled_from(["CHN", "USA", "IND"]), min_size=1, max_size=2, unique=True).map(tuple)
drafts = st.builds(
    replace,
    st.sampled_from([CONSULT, ACCUSE]),
    actor=parties,
    recipient=parties,
    start=st.sampled_from([0, 60]),
    derived_from=st.sampled_from([None, "e1", "e2"]),
)


@given(st.lists(drafts, max_size=6), st.randoms())
def test_joining_is_idempotent_and_ignores_copies(found: list[Draft], random: object) -> None:
    once = without_doubles(found)
    assert len(once) <= len(found)
    assert without_doubles([*once, *once]) == without_doubles(once)
