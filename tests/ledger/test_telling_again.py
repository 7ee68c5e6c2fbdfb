"""When statements are one utterance, and commitments one commitment, told again."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.builders import commitment, document, engagement, statement, when
from memcon.ledger import Ledger
from memcon.record import Amount, Speaker

WORDS = "the strait will stay open to every ship this winter"


def said(ledger: Ledger, speaker: str, published: str | None = "2024-03-05", words: str = WORDS, **more: Any) -> None:
    text = f"{speaker} and {published}: she said that {words}. {more.get('negated', '')}"
    ledger.add(*document(text, published, statement(text, words, speaker, **more)))


@pytest.mark.parametrize(
    ("one", "other", "utterances"),
    [
        ({"speaker": "Vesna"}, {"speaker": "Korda|HRV"}, 1),
        ({"speaker": "Vesna"}, {"speaker": "Vesna", "published": "2024-03-08"}, 1),
        ({"speaker": "Vesna"}, {"speaker": "Vesna", "published": "2024-03-09"}, 2),
        ({"speaker": "Vesna"}, {"speaker": "Tomas"}, 2),
        ({"speaker": "Vesna"}, {"speaker": "Korda|EST"}, 2),
        ({"speaker": "Vesna"}, {"speaker": "Vesna", "negated": True}, 2),
        ({"speaker": "Vesna", "published": None}, {"speaker": "Vesna"}, 2),
        ({"speaker": "Vesna", "published": None}, {"speaker": "Korda|HRV", "published": None}, 1),
        ({"speaker": "the harbour office|HRV"}, {"speaker": "the harbour office|HRV", "published": "2024-03-06"}, 1),
    ],
)
def test_one_speaker_close_days_and_like_words_are_one_utterance(
    ledger: Ledger, one: dict[str, Any], other: dict[str, Any], utterances: int
) -> None:
    said(ledger, **one)
    said(ledger, **other)
    assert len(ledger.statements()) == utterances


def test_statements_without_a_speaker_stay_apart(ledger: Ledger) -> None:
    for number in (1, 2):
        text = f"Report {number} said that {WORDS}."
        nobody = statement(text, WORDS, "Vesna").model_copy(update={"speakers": ()})
        ledger.add(*document(text, "2024-03-05", nobody))
    assert len(ledger.statements()) == 2


def test_anonymous_speakers_are_one_by_what_they_are_called(ledger: Ledger) -> None:
    for number in (1, 2):
        text = f"A harbour pilot, {number}, said that {WORDS}."
        pilot = Speaker(start=0, end=15, exact="A harbour pilot", name="A harbour pilot", country="HRV", anonymous=True)
        ledger.add(*document(text, "2024-03-05", statement(text, WORDS, "Vesna").model_copy(update={"speakers": (pilot,)})))
    assert [len(item.reports) for item in ledger.statements()] == [2]


def promised(
    ledger: Ledger, published: str | None = "2024-03-05", what: str = "two ferries for the strait", **more: Any
) -> None:
    text = f"On {published}, {more.get('to')}, it promised {what}; it is worth 31 boats or 40 boats."
    given = {"kind": "pledge", "by": "HRV", "to": "EST"} | {k: v for k, v in more.items() if k in ("kind", "by", "to")}
    rest = {k: v for k, v in more.items() if k not in ("kind", "by", "to")}
    if "amount" in rest:
        value = rest["amount"]
        start = text.index(f"{value} boats")
        exact = f"{value} boats"
        rest["amount"] = Amount(start=start, end=start + len(exact), exact=exact, value=value, unit="boats")
    ledger.add(*document(text, published, commitment(text, what, **given, **rest)))


@pytest.mark.parametrize(
    ("other", "commitments"),
    [
        ({"published": "2024-03-20"}, 1),
        ({"published": "2025-01-05"}, 1),  # the same words, recalled
        ({"published": "2025-01-05", "what": "two new ferries for the narrow strait"}, 2),
        ({"published": "2026-01-05"}, 2),
        ({"published": None}, 2),
        ({"to": None}, 1),
        ({"to": "FIN"}, 2),
        ({"kind": "demand"}, 2),
        ({"amount": 40}, 2),
        ({"amount": 31, "status": "withdrawn"}, 1),
        ({"negated": True, "published": "2024-03-06"}, 2),
        ({"what": "worth 31 boats"}, 2),
    ],
)
def test_one_kind_of_promise_of_one_thing_is_one(ledger: Ledger, other: dict[str, Any], commitments: int) -> None:
    promised(ledger, amount=31)
    promised(ledger, **({"published": "2024-03-12"} | other))
    assert len(ledger.commitments()) == commitments


def test_a_commitment_keeps_its_life(ledger: Ledger) -> None:
    promised(ledger)
    promised(ledger, "2024-03-20", status="withdrawn", due=when("2024-05-01"), due_text="by May")
    (pledge,) = ledger.commitments()
    assert pledge.status == "withdrawn"
    assert [(step.status, step.told) for step in pledge.life] == [("open", "2024-03-05"), ("withdrawn", "2024-03-20")]
    assert (pledge.due_text, pledge.day) == ("by May", "2024-03-05")


def test_a_promise_to_meet_is_kept_by_the_meeting_with_evidence_from_both_ends(ledger: Ledger) -> None:
    text = "They agreed to meet again later this year."
    plan = engagement(text, "meet again", ["Kenji", "Rosa"], status="planned", day=when("2024-03-05", "2024-12-31", "range"))
    ledger.add(*document(text, "2024-03-05", plan, commitment(text, "meet again", "agreement", "JPN", "BRA", engagement="e1")))
    assert ledger.commitments()[0].status == "open"
    held = "The two met in Kobe on Friday."
    added = ledger.add(*document(held, "2024-11-16", engagement(held, "met", ["Kenji", "Rosa"], day="2024-11-15")))
    (kept,) = ledger.commitments()
    (meeting,) = ledger.engagements()
    assert (kept.status, kept.engagement) == ("kept", meeting.id)
    assert kept.life[-1].engagement == meeting.id
    assert kept.life[-1].told == "2024-11-15"
    evidence = {source.report: source.document for source in meeting.sources}
    assert [evidence[report] for report in kept.life[-1].reports] == [added.document]
    ledger.forget(str(added.document))
    assert ledger.commitments()[0].status == "open"


def test_a_fact_without_evidence_is_still_a_report(ledger: Ledger) -> None:
    text = "They met."
    bare = engagement(text, "met", ["Kenji", "Rosa"], day="2024-03-05").model_copy(update={"evidence": ()})
    ledger.add(*document(text, "2024-03-05", bare))
    ledger.confirm(ledger.engagements()[0].id, by="ana")
    assert ledger.decisions()[0].anchored == 0  # there are no words to hold on to, and that is told
    assert len(ledger.unanchored()) == 1
