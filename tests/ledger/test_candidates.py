"""Candidates: what another program proposes counts for nothing until a person confirms it."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.builders import document, engagement, statement
from memcon.errors import LedgerError
from memcon.ledger import Ledger, NewCandidate

TEXT = "Korda met Ilves. The harbour must reopen before the ice, Vesna Korda wrote. Ilves said that he agreed."


def told() -> tuple[Any, Any]:
    return document(
        TEXT,
        "2024-03-05",
        engagement(TEXT, "met", ["Vesna", "Tomas"], day="2024-03-05"),
        statement(TEXT, "that he agreed", "Tomas"),
        outlet="Harbour Post",
        input_id="harbour",
    )


def proposal(
    words: str = "The harbour must reopen before the ice", speakers: tuple[str, ...] = ("Vesna Korda",)
) -> NewCandidate:
    text, _ = told()
    start = TEXT.index(words)
    return NewCandidate(
        document=text.id, kind="quote", start=start, end=start + len(words), exact=words, speakers=speakers,
        fields={"topic": "harbour"}, made_by="theirs.jsonl",
    )  # fmt: skip


@pytest.fixture
def proposed(ledger: Ledger) -> Ledger:
    """A ledger of one document with one candidate."""
    ledger.add(*told())
    assert ledger.propose([proposal()]) == 1
    return ledger


def test_a_candidate_is_kept_apart_and_proposed_once(proposed: Ledger) -> None:
    assert proposed.propose([proposal()]) == 0
    (shown,) = proposed.candidates()
    assert (shown.status, shown.speakers, shown.fields) == ("open", ("Vesna Korda",), {"topic": "harbour"})
    assert [each.words for each in proposed.statements()] == ["that he agreed"]


def test_a_confirmed_candidate_is_a_statement_until_that_is_undone(proposed: Ledger) -> None:
    (shown,) = proposed.candidates()
    made = proposed.confirm(shown.id, by="ana")
    said = next(each for each in proposed.statements() if each.words.startswith("The harbour"))
    assert (said.speakers[0].name, said.speakers[0].country) == ("Vesna Korda", "HRV")
    assert said.sources[0].fact in {fact.id for fact in proposed.record("harbour").statements}
    assert proposed.candidate(shown.id[:8]).status == "confirmed"
    proposed.undo(made, by="ana")
    assert len(proposed.statements()) == 1
    assert proposed.candidate(shown.id).status == "open"


def test_a_rejected_candidate_is_left_out_of_lists(proposed: Ledger) -> None:
    (shown,) = proposed.candidates()
    proposed.reject(shown.id, by="ana")
    assert not proposed.candidates()
    assert [each.status for each in proposed.candidates(status="rejected")] == ["rejected"]
    (made,) = proposed.decisions()
    assert (made.items, made.anchored, proposed.unanchored()) == ((shown.id,), 1, ())
    with pytest.raises(LedgerError, match="confirmed or rejected"):
        proposed.correct(shown.id, "kind", "direct", by="ana")


def test_words_that_reading_has_are_not_told_twice(ledger: Ledger) -> None:
    ledger.add(*told())
    ledger.propose([proposal("that he agreed", ("Tomas Ilves",)), proposal("Korda met Ilves", ())])
    for each in ledger.candidates():
        ledger.confirm(each.id, by="ana")
    assert len(ledger.statements()) == 1  # the first is read already, the second names nobody


def test_candidates_are_forgotten_with_their_document_and_count_again_when_it_returns(proposed: Ledger) -> None:
    (shown,) = proposed.candidates()
    proposed.confirm(shown.id, by="ana")
    whole = proposed.hash()
    proposed.forget("harbour")
    assert not proposed.candidates()
    assert len(proposed.unanchored()) == 1
    proposed.add(*told())
    proposed.propose([proposal()])
    assert proposed.hash() == whole


def test_candidates_are_dumped_combined_and_seen_as_of_a_day(proposed: Ledger, tmp_path: Any) -> None:
    proposed.confirm(proposed.candidates()[0].id, by="ana")
    assert any('"table":"candidate"' in line for line in proposed.dump())
    with Ledger.open(":memory:") as other:
        other.combine(proposed)
        assert other.hash() == proposed.hash()
    with proposed.as_of("2024-03-05") as seen:
        assert len(seen.statements()) == 2
    proposed.backup(tmp_path / "copy.db")


def test_a_rereading_keeps_what_was_confirmed(proposed: Ledger) -> None:
    proposed.confirm(proposed.candidates()[0].id, by="ana")
    list(proposed.reread(lambda _: told()[1], apply=True))
    assert len(proposed.statements()) == 2


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"document": "sha256:no"}, "not in this ledger"), ({"start": 1}, "other words")],
)
def test_a_candidate_must_rest_on_words_that_are_there(ledger: Ledger, changed: dict[str, Any], message: str) -> None:
    ledger.add(*told())
    with pytest.raises(LedgerError, match=message):
        ledger.propose([proposal().model_copy(update=changed)])


def test_candidates_come_in_pages_and_are_narrowed(ledger: Ledger) -> None:
    ledger.add(*told())
    ledger.propose([proposal(), proposal("Korda met Ilves", ())])
    first = ledger.candidates(limit=1)
    second = ledger.candidates(limit=1, after=first.next)
    assert [*first, *second] == list(ledger.walk("candidates", source="Harbour Post"))
    assert second.next is None
    assert not ledger.candidates(kind="other")
    with pytest.raises(LedgerError, match="narrowed by status"):
        ledger.candidates(person="Korda")
    with pytest.raises(LedgerError, match="may be"):
        ledger.candidate("k-")
    with pytest.raises(LedgerError, match="no candidate"):
        ledger.confirm("k-none", by="ana")
