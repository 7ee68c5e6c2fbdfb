"""Promises: what became of them, never without evidence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.proofs import assert_quoted
from ledger.builders import commitment, document, engagement, event, statement, when
from memcon.desk import Windows, known_on, promises
from memcon.desk.history import history_page, kept_promise, unkept_promise
from memcon.desk.promises import Promise, promises_page
from memcon.ledger import Ledger
from memcon.record import Participant, Place

PAIR = ("HRV", "EST")
LATER = date(2024, 12, 31)


def add(ledger: Ledger, text: str, published: str, *facts: Any, outlet: str = "Harbour Post") -> None:
    """Add a document made by hand."""
    ledger.add(*document(text, published, *facts, outlet=outlet, input_id=f"d-{published}-{len(text)}"))


def one(ledger: Ledger, on: date = LATER, **more: Any) -> Promise:
    """The only promise of the pair."""
    (found,) = promises(ledger, PAIR, on, **more).promises
    return found


def promise_to_meet(ledger: Ledger, due: Any = None, **more: Any) -> None:
    """Vesna Korda and Tomas Ilves are to meet."""
    text = "Vesna Korda agreed to meet Tomas Ilves in the coming months."
    plan = engagement(text, "meet Tomas Ilves", ["Vesna", "Tomas"], day=due, status="planned", **more)
    made = commitment(text, "meet Tomas Ilves in the coming months", "agreement", "HRV", "EST", engagement="e1", due=due)
    add(ledger, text, "2024-01-10", plan, made)


def held(ledger: Ledger, day: str, people: list[str] | None = None, **more: Any) -> None:
    """A report, of the next day, that people met."""
    text = f"The two met on {day} and spoke at length."
    add(ledger, text, day, engagement(text, "met", people or ["Vesna", "Tomas"], day=day, **more), outlet="Northern Wire")


def test_a_meeting_in_its_window_keeps_the_promise_with_evidence_from_both_ends(ledger: Ledger) -> None:
    promise_to_meet(ledger)
    held(ledger, "2024-05-02")
    found = one(ledger)
    assert found.status == "kept"
    assert found.due
    assert (found.due.basis, found.due.last) == ("phrase", "2024-07-08")
    assert found.kept_by
    assert found.kept_by.day == "2024-05-02"
    assert not found.kept_by.late
    assert {quote.outlet for quote in found.quotes} == {"Harbour Post"}
    assert {quote.outlet for quote in found.kept_by.quotes} == {"Northern Wire"}
    assert_quoted(found, ledger)


def test_without_the_later_report_it_is_open_and_then_overdue(ledger: Ledger) -> None:
    promise_to_meet(ledger)
    assert one(ledger, date(2024, 7, 8)).status == "open"
    late = one(ledger, date(2024, 7, 9))
    assert late.status == "overdue"
    assert "no report in this ledger" in late.why


@pytest.mark.parametrize(
    ("day", "people", "status"),
    [
        ("2024-01-05", ["Vesna", "Tomas"], "overdue"),  # before it was promised
        ("2024-05-02", ["Vesna", "Kenji"], "overdue"),  # somebody else
        ("2025-06-01", ["Vesna", "Tomas"], "overdue"),  # more than a year on
        ("2024-09-01", ["Vesna", "Tomas"], "kept"),  # after days that no report states
    ],
)
def test_only_the_same_people_in_time_keep_it(ledger: Ledger, day: str, people: list[str], status: str) -> None:
    promise_to_meet(ledger)
    held(ledger, day, people)
    found = next(each for each in promises(ledger, PAIR, date(2025, 12, 31)).promises)
    assert found.status == status


def test_a_stated_day_that_has_passed_is_kept_late_for_six_weeks_only(ledger: Ledger) -> None:
    promise_to_meet(ledger, when("2024-03-01", "2024-03-31", "month"))
    held(ledger, "2024-04-20")
    found = one(ledger)
    assert found.kept_by
    assert found.kept_by.late
    assert "after its window" in found.why


def test_a_cancelled_plan_is_withdrawn(ledger: Ledger) -> None:
    promise_to_meet(ledger, when("2024-03-04"))
    text = "The meeting of Vesna Korda and Tomas Ilves on March 4 was cancelled."
    called_off = engagement(text, "was cancelled", ["Vesna", "Tomas"], day="2024-03-04", status="cancelled", reason="illness")
    add(ledger, text, "2024-03-01", called_off, outlet="Northern Wire")
    found = one(ledger)
    assert found.status == "withdrawn"
    assert "illness" in found.why


def test_a_postponed_plan_stays_open_and_says_so(ledger: Ledger) -> None:
    text = "Vesna Korda agreed to meet Tomas Ilves, but the meeting was postponed."
    plan = engagement(text, "the meeting", ["Vesna", "Tomas"], day="2024-03-04", status="postponed")
    made = commitment(text, "meet Tomas Ilves", "agreement", "HRV", "EST", engagement="e1")
    add(ledger, text, "2024-01-10", plan, made)
    found = one(ledger, date(2024, 2, 1))
    assert found.status == "open"
    assert "postponed" in found.notes[0]


def test_the_occasion_of_an_agreement_does_not_keep_it(ledger: Ledger) -> None:
    text = "Vesna Korda met Tomas Ilves and they agreed to reopen the two northern ferry terminals."
    talks = engagement(text, "met Tomas Ilves", ["Vesna", "Tomas"], day="2024-01-10")
    made = commitment(text, "reopen the two northern ferry terminals", "agreement", "HRV", "EST", engagement="e1")
    add(ledger, text, "2024-01-10", talks, made)
    assert one(ledger).status == "open"


def ferry(ledger: Ledger) -> None:
    """Croatia promises Estonia ferry terminals."""
    text = "Croatia pledged to reopen the two northern ferry terminals."
    add(ledger, text, "2024-01-10", commitment(text, "reopen the two northern ferry terminals", "pledge", "HRV", "EST"))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Croatia reopened the two northern ferry terminals.", "kept"),
        ("Croatia will have reopened the two northern ferry terminals.", "open"),
        ("Croatia has not reopened the two northern ferry terminals.", "open"),
        ("Croatia reopened a museum.", "open"),
        ("Croatia called off the opening of the two northern ferry terminals.", "broken"),
    ],
)
def test_a_later_sentence_must_tell_of_the_deed(ledger: Ledger, sentence: str, status: str) -> None:
    ferry(ledger)
    add(ledger, sentence, "2024-02-10", event(sentence, sentence[:-1], ("HRV",), recipient=("EST",)), outlet="Northern Wire")
    found = one(ledger)
    assert found.status == status
    assert (found.kept_by is not None) == (status == "kept")


def test_a_statement_of_the_deed_counts_and_the_promise_itself_does_not(ledger: Ledger) -> None:
    ferry(ledger)
    text = "Vesna Korda said that Croatia had reopened the two northern ferry terminals."
    words = "Croatia had reopened the two northern ferry terminals"
    add(ledger, text, "2024-02-10", statement(text, words, "Vesna", about=("EST",)), outlet="Northern Wire")
    found = one(ledger)
    assert found.status == "kept"
    assert found.kept_by
    assert found.kept_by.family == "statements"
    assert_quoted(found, ledger)


def test_a_demand_is_met_only_by_those_of_whom_it_was_made(ledger: Ledger) -> None:
    text = "Croatia demanded that Estonia release the seized fishing boats."
    add(ledger, text, "2024-01-10", commitment(text, "release the seized fishing boats", "demand", "HRV", "EST"))
    told = "Croatia released the seized fishing boats."
    add(ledger, told, "2024-02-10", event(told, "released", ("HRV",), recipient=("HRV",)), outlet="Northern Wire")
    assert one(ledger).status == "open"


def test_contact_of_soldiers_keeps_a_promise_of_military_contact(ledger: Ledger) -> None:
    text = "Croatia and Estonia agreed to resume communication between their militaries."
    words = "resume communication between their militaries"
    add(ledger, text, "2024-01-10", commitment(text, words, "agreement", "HRV", "EST"))
    soldiers = (
        Participant(name="Ana Peric", country="HRV", office="General", level="military"),
        Participant(name="Jaan Tamm", country="EST", office="General", level="military"),
    )
    call = engagement("x met y", "met", ["Vesna", "Tomas"], day="2024-03-01").model_copy(update={"participants": soldiers})
    add(ledger, "x met y", "2024-03-01", call, outlet="Northern Wire")
    found = one(ledger)
    assert found.status == "kept"
    assert "military" in found.why


def test_one_of_two_things_promised_leaves_it_open(ledger: Ledger) -> None:
    text = "Croatia and Estonia agreed to resume military talks and to fight smuggling."
    add(ledger, text, "2024-01-10", commitment(text, "resume military talks and to fight smuggling", "agreement", "HRV", "EST"))
    soldiers = (Participant(name="Ana Peric", country="HRV", level="military"),)
    call = engagement("x met y", "met", ["Vesna", "Tomas"], day="2024-03-01").model_copy(update={"participants": soldiers})
    add(ledger, "x met y", "2024-03-01", call, outlet="Northern Wire")
    found = one(ledger)
    assert found.status == "open"
    assert "kept in part" in found.notes[0]


def invitation(ledger: Ledger, *, accepted: bool) -> None:
    """Estonia invites Vesna Korda, who may accept in the same breath."""
    text = "Tomas Ilves invited Vesna Korda to Tallinn, and she accepted the invitation."
    facts = [
        engagement(text, "invited Vesna Korda", ["Vesna", "Tomas"], day="2024-01-09"),
        commitment(text, "invited Vesna Korda to Tallinn", "invitation", "EST", "HRV"),
    ]
    if accepted:
        facts.append(commitment(text, "the invitation", "acceptance", "HRV", number=2))
    add(ledger, text, "2024-01-10", *facts)


def test_an_invitation_keeps_its_answer_and_is_kept_by_the_visit(ledger: Ledger) -> None:
    invitation(ledger, accepted=True)
    held(ledger, "2024-05-02", place=Place(city="Tallinn", country="EST"))
    found = promises(ledger, PAIR, LATER).promises
    assert {each.kind for each in found} == {"invitation", "acceptance"}
    assert {each.status for each in found} == {"kept"}
    asked = next(each for each in found if each.kind == "invitation")
    assert asked.answer
    assert asked.answer.answer == "accepted"
    assert asked.why.endswith("within its window)")
    assert "Vesna Korda came" in asked.why


def test_an_accepted_invitation_without_a_visit_becomes_overdue_an_unanswered_one_does_not(tmp_path: Path) -> None:
    for accepted, expected in ((True, {"overdue"}), (False, {"open"})):
        with Ledger.open(tmp_path / f"{accepted}.db") as made:
            invitation(made, accepted=accepted)
            assert {each.status for each in promises(made, PAIR, LATER).promises} == expected


def test_meeting_elsewhere_is_no_visit(ledger: Ledger) -> None:
    invitation(ledger, accepted=True)
    held(ledger, "2024-05-02", place=Place(city="Vienna", country="AUT"))
    assert {each.status for each in promises(ledger, PAIR, LATER).promises} == {"overdue"}


def test_the_successor_in_the_office_keeps_a_visit(ledger: Ledger) -> None:
    invitation(ledger, accepted=True)
    text = "Tomas Ilves received Croatia's new minister in Tallinn."
    came = engagement(text, "received", ["Tomas"], day="2024-05-02", place=Place(city="Tallinn", country="EST"))
    successor = Participant(name="Luka Babic", country="HRV", office="Foreign Minister", level="minister", role="visitor")
    both = came.model_copy(update={"participants": (*came.participants, successor), "parties": ("EST", "HRV")})
    add(ledger, text, "2024-05-02", both, outlet="Northern Wire")
    asked = next(each for each in promises(ledger, PAIR, LATER).promises if each.kind == "invitation")
    assert asked.status == "kept"
    assert "Luka Babic came, in the office" in asked.why


def test_a_person_s_correction_goes_before_all(ledger: Ledger) -> None:
    ferry(ledger)
    ledger.correct(one(ledger).id, "status", "broken", by="ana")
    assert (one(ledger).status, one(ledger).why) == ("broken", "a person said so")


def test_what_the_report_itself_tells_as_withdrawn(ledger: Ledger) -> None:
    text = "Croatia withdrew its pledge to reopen the two northern ferry terminals."
    words = "reopen the two northern ferry terminals"
    add(ledger, text, "2024-01-10", commitment(text, words, "pledge", "HRV", "EST", status="withdrawn"))
    assert one(ledger).status == "withdrawn"


def test_denied_commitments_are_no_promises_and_undated_ones_stay_open(ledger: Ledger) -> None:
    text = "Croatia did not pledge to reopen terminals. It pledged new ferries."
    denied = commitment(text, "reopen terminals", "pledge", "HRV", "EST", negated=True)
    ledger.add(*document(text, None, denied, commitment(text, "new ferries", "pledge", "HRV", "EST", number=2)))
    found = one(ledger)
    assert found.what == "new ferries"
    assert found.status == "open"
    assert "unknown" in found.notes[0]


def test_the_user_s_own_windows(ledger: Ledger, tmp_path: Path) -> None:
    promise_to_meet(ledger)
    own = tmp_path / "due.toml"
    own.write_text('[[phrase]]\nwords = ["in the coming months"]\nfirst = 0\nlast = 60\n', encoding="utf-8")
    assert one(ledger, date(2024, 4, 1), windows=Windows.load(own)).status == "overdue"
    assert one(ledger, date(2024, 4, 1)).status == "open"


def test_the_demo_history_keeps_june_s_promise_in_november_and_the_invitation_in_october(history: Ledger) -> None:
    meeting = kept_promise(history)
    assert (meeting.status, meeting.told, meeting.kept_by and meeting.kept_by.day) == ("kept", "2023-06-17", "2023-11-15")
    assert {quote.input_id for quote in meeting.quotes} == {"us-china-04"}
    assert meeting.kept_by
    assert {quote.input_id for quote in meeting.kept_by.quotes} == {"us-china-13", "us-china-14"}
    asked = next(
        each
        for each in promises(history, ("USA", "CHN"), date(2024, 1, 31)).promises
        if each.kind == "invitation" and each.told == "2023-06-18"
    )
    assert asked.status == "kept"
    assert asked.answer
    assert asked.answer.answer == "accepted"
    assert asked.kept_by
    assert asked.kept_by.day == "2023-10-25"  # three days that ended on Friday the 27th
    assert {quote.input_id for quote in asked.kept_by.quotes} == {"us-china-12"}
    assert_quoted(meeting, history)
    assert_quoted(asked, history)


def test_the_demo_history_without_its_later_reports_has_them_overdue(history: Ledger) -> None:
    assert unkept_promise(history).status == "overdue"
    with known_on(history, date(2023, 9, 30), ("USA", "CHN")) as seen:
        found = promises(seen, ("USA", "CHN"), date(2024, 6, 30)).promises
    june = [each for each in found if (each.told or "").startswith("2023-06") and each.kind in ("acceptance", "invitation")]
    assert june
    assert {each.status for each in june} == {"overdue"}


def test_the_pages(history: Ledger) -> None:
    page = promises_page(promises(history, ("USA", "CHN"), date(2024, 1, 31)))
    assert "Kept" in {section.title for section in page.sections}
    assert all(line.items for section in page.sections for line in section.lines)
    assert [line.notes[0][:4] for section in history_page(history).sections for line in section.lines] == ["kept", "over"]


def test_from_a_day_on_only_what_was_told_later_is_looked_at(ledger: Ledger) -> None:
    promise_to_meet(ledger)
    held(ledger, "2024-05-02")
    assert one(ledger, since="2024-01-10").status == "kept"
    assert promises(ledger, PAIR, LATER, since="2024-01-11").promises == ()
