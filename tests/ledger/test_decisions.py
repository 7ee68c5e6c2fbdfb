"""What persons decide: it wins over the machine, outlives re-reading and shifted texts, and can be undone."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from ledger.builders import commitment, document, engagement, statement
from memcon.document import Document
from memcon.errors import LedgerError
from memcon.ledger import Ledger
from memcon.record import Record

TALKS = "Korda and Ilves met in Tallinn on Tuesday. Korda said that the border would stay open all winter."
LATER = "Ilves held talks with Korda in Tallinn on Tuesday for two hours."


def talks(published: str = "2024-03-05", before: str = "", **facts: Any) -> tuple[Document, Record]:
    """The talks as first told; `before` shifts the text, as a newer version does."""
    words = before + TALKS
    return document(
        words,
        published,
        engagement(words, "met in Tallinn", ["Vesna", "Tomas"], **({"day": "2024-03-05"} | facts)),
        statement(words, "the border would stay open all winter", "Vesna"),
        commitment(words, "stay open all winter", "pledge", "HRV", "EST"),
        url="https://example.org/talks",
        outlet="Harbour Post",
    )


def later(**facts: Any) -> tuple[Document, Record]:
    """The same talks, told by another."""
    meeting = engagement(LATER, "held talks", ["Tomas", "Vesna"], kind="talks", **({"day": "2024-03-05"} | facts))
    return document(LATER, "2024-03-06", meeting, outlet="Northern Wire")


def only(ledger: Ledger) -> Any:
    (item,) = ledger.engagements()
    return item


def test_a_confirmed_item_is_certain(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.confirm(only(ledger).id, by="ana")
    assert (only(ledger).decision, only(ledger).confidence) == ("confirmed", 1.0)


def test_a_correction_wins_over_what_all_reports_say(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.add(*later())
    ledger.correct(only(ledger).id, "when", "2024-03-04", by="ana")
    ledger.correct(only(ledger).id, "place.city", "Tallinn", by="ana")
    assert only(ledger).when.start == "2024-03-04"
    assert only(ledger).place.city == "Tallinn"
    assert only(ledger).decision == "corrected"
    ledger.add(
        *document(
            "Another: they met.", "2024-03-06", engagement("Another: they met.", "met", ["Vesna", "Tomas"], day="2024-03-04")
        )
    )
    assert len(only(ledger).reports) == 3  # corrected days count for merging too


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "summit"),
        ("status", "cancelled"),
        ("duration", 90),
        ("place", "Tallinn"),
        ("parties", ["EST", "FIN", "HRV"]),
        ("participants", [{"name": "Vesna Korda", "country": "HRV"}, {"name": "Kadri Saar", "country": "EST"}]),
        ("when", "2024-03-04/2024-03-06"),
        ("duration", None),
    ],
)
def test_any_field_can_be_corrected(ledger: Ledger, field: str, value: Any) -> None:
    ledger.add(*talks(minutes=30))
    ledger.correct(only(ledger).id, field, value, by="ana")
    shown = json.loads(only(ledger).model_dump_json())[field]
    expected = {"duration": {"minutes": 90} if value else None, "place": {"name": "Tallinn"}}.get(field, value)
    if field == "when":
        assert (shown["start"], shown["end"], shown["precision"]) == ("2024-03-04", "2024-03-06", "range")
    elif field == "participants":
        assert [each["name"] for each in shown] == ["Vesna Korda", "Kadri Saar"]
    elif isinstance(expected, dict):
        assert expected.items() <= shown.items()
    else:
        assert shown == expected


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("kind", "picnic", "kind can't be 'picnic'"),
        ("mood", "good", "mood can't be 'good'"),
        ("id", "e9", "memcon's own"),
        ("", "x", "names a field"),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(ledger: Ledger, field: str, value: Any, message: str) -> None:
    ledger.add(*talks())
    with pytest.raises(LedgerError, match=message):
        ledger.correct(only(ledger).id, field, value, by="ana")
    assert ledger.decisions() == ()


def test_a_rejected_item_leaves_the_lists_and_undo_brings_it_back(ledger: Ledger) -> None:
    ledger.add(*talks())
    name = only(ledger).id
    decided = ledger.reject(name, by="ana")
    assert len(ledger.engagements()) == 0
    assert len(ledger.engagements(rejected=True)) == 1
    undone = ledger.undo(decided, by="ben")
    assert only(ledger).decision is None
    with pytest.raises(LedgerError, match="undone already"):
        ledger.undo(decided, by="ben")
    ledger.undo(undone, by="ana")
    assert len(ledger.engagements()) == 0
    assert [(made.kind, made.by) for made in ledger.decisions()].count(("undo", "ben")) == 1


def test_notes_stand_beside_the_item(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.note(only(ledger).id, "ask the embassy", by="ana")
    assert only(ledger).notes == ("ask the embassy",)


def test_statements_and_commitments_can_be_corrected_too(ledger: Ledger) -> None:
    ledger.add(*talks())
    (said,), (pledged,) = ledger.statements(), ledger.commitments()
    ledger.correct(said.id, "stance", "committing", by="ana")
    ledger.correct(pledged.id, "status", "kept", by="ana")
    assert ledger.statements()[0].stance == "committing"
    assert ledger.commitments()[0].status == "kept"


def test_a_split_holds_when_the_same_is_added_again_and_more_comes(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.add(*later())
    reports = only(ledger).reports
    decided = ledger.split(reports[:1], by="ana")
    assert [len(item.reports) for item in ledger.engagements()] == [1, 1]
    ledger.add(*later())
    words = "Once more: the two met."
    ledger.add(*document(words, "2024-03-07", engagement(words, "met", ["Vesna", "Tomas"], day="2024-03-05")))
    assert sorted(len(item.reports) for item in ledger.engagements()) == [1, 2]
    ledger.undo(decided, by="ana")
    assert len(only(ledger).reports) == 3


def test_a_join_holds_against_the_machine(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.add(*later(day="2024-03-09"))
    one, two = ledger.engagements()
    decided = ledger.join([one.id, two.id], by="ana")
    assert len(only(ledger).reports) == 2
    assert {d.field for d in only(ledger).disagreements} == {"when"}
    assert all(report.decided_by for report in ledger.why(only(ledger).id).reports)
    ledger.add(*talks())
    assert len(only(ledger).reports) == 2
    ledger.undo(decided, by="ana")
    assert len(ledger.engagements()) == 2


def test_splits_and_joins_that_make_no_sense_are_refused(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.add(*later())
    reports = only(ledger).reports
    with pytest.raises(LedgerError, match="all its reports"):
        ledger.split(reports, by="ana")
    with pytest.raises(LedgerError, match="belong to one item"):
        ledger.split([reports[0], ledger.statements()[0].id], by="ana")
    with pytest.raises(LedgerError, match="two or more different"):
        ledger.join([reports[0], reports[1]], by="ana")


def test_decisions_can_not_be_changed_or_deleted_in_the_database(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.confirm(only(ledger).id, by="ana")
    for statement_ in ("DELETE FROM decision", "UPDATE decision SET made_by = 'eve'"):
        with pytest.raises(DBAPIError, match="only ever added"), ledger._store._writing() as connection:
            connection.execute(sql(statement_))


def test_any_order_of_documents_and_decisions_gives_the_same_ledger(new_place: Any) -> None:
    first = talks()
    steps: list[Callable[[Ledger], Any]] = [
        lambda ledger: ledger.add(*later()),
        lambda ledger: ledger.add(*talks(before="Updated. ")),
        lambda ledger: ledger.forget(ledger.add(*document("Noise.", "2024-03-05")).document),
    ]
    hashes = set()
    for order in itertools.permutations(steps):
        with new_place() as place, Ledger.open(place, clock=lambda: "2024-06-01T08:00:00+00:00") as ledger:
            ledger.add(*first)
            ledger.correct(ledger.statements()[0].id, "stance", "committing", by="ana")
            ledger.reject(ledger.engagements()[0].id, by="ana")
            for step in order:
                step(ledger)
            hashes.add(ledger.hash())
    assert len(hashes) == 1


def test_a_decision_moves_to_the_shifted_words_of_a_new_version(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.reject(only(ledger).id, by="ana")
    ledger.correct(ledger.statements()[0].id, "stance", "committing", by="ana")
    added = ledger.add(*talks(before="This story was updated on Wednesday with a new headline. "))
    assert added.outcome == "new version"
    assert len(ledger.engagements()) == 0
    ledger.forget(talks()[0].id)
    assert len(ledger.engagements()) == 0  # the new version alone carries it
    assert ledger.statements()[0].stance == "committing"
    assert ledger.unanchored() == ()


def test_a_decision_on_a_forgotten_document_is_told_and_holds_again_when_it_returns(ledger: Ledger) -> None:
    ledger.add(*talks())
    decided = ledger.reject(only(ledger).id, by="ana")
    ledger.forget("https://example.org/talks")
    assert [made.id for made in ledger.unanchored()] == [decided]
    assert len(ledger.decisions()) == 1
    ledger.add(*talks())
    assert ledger.unanchored() == ()
    assert len(ledger.engagements()) == 0


def test_decisions_outlive_a_re_reading_that_changes_other_fields(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.correct(only(ledger).id, "place", "Tallinn", by="ana")
    changes = list(ledger.reread(lambda _: talks(kind="talks", minutes=90)[1], apply=True))
    assert {field for change in changes for field in change.fields} == {"kind", "duration"}
    assert only(ledger).place.name == "Tallinn"
    assert only(ledger).duration.minutes == 90


def test_a_fact_that_a_re_reading_loses_leaves_its_decision_unanchored(ledger: Ledger) -> None:
    ledger.add(*talks())
    decided = ledger.confirm(only(ledger).id, by="ana")
    silent = talks()[1].model_copy(update={"engagements": ()})
    assert [change.change for change in ledger.reread(lambda _: silent, apply=True)] == ["lost"]
    assert [made.id for made in ledger.unanchored()] == [decided]
    assert [change.change for change in ledger.reread(lambda _: talks()[1], apply=True)] == ["gained"]
    assert ledger.unanchored() == ()
    assert only(ledger).decision == "confirmed"


def test_decided_facts_are_exported_as_gold(ledger: Ledger) -> None:
    ledger.add(*talks())
    ledger.add(*later())
    ledger.correct(only(ledger).id, "duration", 120, by="ana")
    ledger.reject(ledger.statements()[0].id, by="ana")
    assert len(ledger.gold()) == 2
    gold = next(each for each in ledger.gold() if each.text == TALKS)
    assert gold.gold["engagements"][0]["duration_minutes"] == 120
    assert "optional" not in gold.gold["engagements"][0]
    assert gold.gold["statements"] == []
    assert gold.gold["commitments"][0]["optional"] is True
