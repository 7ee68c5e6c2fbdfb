"""Re-reading, combining, backing up, and what is new in the morning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ledger.builders import document, engagement, statement
from ledger.corpus import add_corpus, corpus
from memcon.document import Document
from memcon.errors import LedgerError
from memcon.ledger import Ledger
from memcon.record import Published, Record

TEXT = "They met on Tuesday, and Korda said that ferries will run."


def reading(kind: str = "meeting", published: str | None = "2024-03-05", **more: Any) -> tuple[Document, Record]:
    """One reading of TEXT."""
    meeting = engagement(TEXT, "met", ["Vesna", "Tomas"], kind=kind, day="2024-03-05")
    return document(TEXT, published, meeting, statement(TEXT, "ferries will run", "Vesna"), **more)


def test_a_re_reading_tells_what_changes_before_it_is_applied(ledger: Ledger) -> None:
    ledger.add(*reading())
    before = ledger.hash()
    new = document(
        TEXT,
        "2024-03-05",
        engagement(TEXT, "met", ["Vesna", "Tomas"], kind="talks", day="2024-03-05"),
        engagement(TEXT, "run", ["Vesna", "Idris"], number=2),
        lexicon="2",
    )[1]
    changes = list(ledger.reread(lambda _: new))
    assert [(c.change, c.family, c.says) for c in changes] == [
        ("changed", "engagements", "met"),
        ("gained", "engagements", "run"),
        ("lost", "statements", "ferries will run"),
    ]
    assert changes[0].fields == {"kind": ("meeting", "talks")}
    assert ledger.hash() == before
    assert list(ledger.reread(lambda _: new, apply=True)) == changes
    assert [item.kind for item in ledger.engagements()] == ["talks", "meeting"]
    assert len(ledger.statements()) == 0
    assert list(ledger.reread(lambda _: new)) == []


def test_what_is_read_again_is_the_document_as_it_was_given(ledger: Ledger) -> None:
    given, record = reading(title="Ferries", url="https://example.org/1", basis="metadata")
    ledger.add(given, record)
    seen: list[Document] = []
    list(ledger.reread(lambda text: seen.append(text) or record))  # type: ignore[func-returns-value]
    assert seen == [given]


def test_a_date_that_is_inferred_anew_moves_the_document(ledger: Ledger) -> None:
    ledger.add(*reading(published="2024-03-05", basis="inferred"))
    new = reading(published="2024-03-08", basis="inferred")[1]
    seen: list[Published] = []
    list(ledger.reread(lambda text: seen.append(text.published) or new, apply=True))  # type: ignore[func-returns-value]
    assert seen == [Published()]  # an inferred date is the reading's own, not the document's
    assert ledger.documents()[0].published == "2024-03-08"
    assert ledger.record(TEXT_ID).document.published.date == "2024-03-08"


TEXT_ID = reading()[0].id


def test_two_ledgers_combined_are_the_ledger_of_both(new_place: Any) -> None:
    documents = corpus()
    with (
        new_place() as a,
        new_place() as b,
        Ledger.open(a, clock=lambda: "2024-06-01T08:00:00+00:00") as one,
        Ledger.open(b, clock=lambda: "2024-06-02T08:00:00+00:00") as two,
    ):
        list(one.add_many(documents[:5]))
        list(two.add_many(documents[3:]))
        rejected = one.engagements()[0]
        undone = one.confirm(one.statements()[0].id, by="ana")
        one.undo(undone, by="ana")
        one.reject(rejected.id, by="ana")
        two.watch("pair", "jpn bra")
        two.note(two.engagements()[0].id, "call them", by="ben")
        counts = one.combine(two)
        assert counts["decisions"] == 1
        assert counts["same"] == 2
        two.combine(one)
        assert one.hash() == two.hash()
        assert one.watches() == two.watches()
        assert one.combine(two) == {"same": 8, "decisions": 0, "candidates": 0}


def test_where_two_ledgers_differ_in_a_reading_the_newer_one_stays(new_place: Any) -> None:
    with new_place() as a, new_place() as b, Ledger.open(a) as one, Ledger.open(b) as two:
        one.add(*reading())
        two.add(*reading("talks", lexicon="2"))
        two.combine(one)
        one.combine(two)
        assert one.hash() == two.hash()
        assert one.engagements()[0].kind == "talks"


def test_a_backup_is_the_ledger_and_never_overwrites(place: str, tmp_path: Path) -> None:
    add_corpus(place)
    with Ledger.open(place) as ledger:
        ledger.note(ledger.engagements()[0].id, "ask", by="ana")
        copy = ledger.backup(tmp_path / "copy.db")
        with Ledger.open(copy) as copied:
            assert copied.hash() == ledger.hash()
        with pytest.raises(LedgerError, match="never overwrites"):
            ledger.backup(copy)


def test_the_morning_tells_what_is_new_on_what_is_watched(place: str) -> None:
    hour = ["2024-03-05T08:00:00+00:00"]
    with Ledger.open(place, clock=lambda: hour[0]) as ledger:
        ledger.add(*reading())
        hour[0] = "2024-03-06T08:00:00+00:00"
        text = "Later they met, as Ilves said that nothing was signed; Kaya met Diallo too."
        ledger.add(
            *document(
                text,
                "2024-03-06",
                engagement(text, "met", ["Tomas", "Vesna"], day="2024-03-05"),
                engagement(text, "met Diallo", ["Idris", "Amara"], number=2, day="2024-03-06", issues=("ports",)),
                statement(text, "nothing was signed", "Tomas"),
            )
        )
        (everything,) = ledger.news("2024-03-06T00:00:00+00:00").sections
        assert (everything.watch, len(everything.engagements), len(everything.statements)) == (None, 2, 1)
        ledger.watch("pair", "HRV EST")
        ledger.watch("person", "Kaya")
        ledger.watch("issue", "ports")
        ledger.watch("issue", "ports")
        ledger.watch("feed", "https://example.org/feed")
        news = ledger.news("2024-03-06T00:00:00+00:00")
        found = {section.watch.value: section for section in news.sections if section.watch}
        assert news.documents == 1
        assert sorted(found) == ["EST+HRV", "Kaya", "ports"]
        assert found["EST+HRV"].updated == (found["EST+HRV"].engagements[0].id,)
        assert [len(found[name].engagements) for name in ("EST+HRV", "Kaya", "ports")] == [1, 1, 1]
        assert ledger.news("2024-03-07T00:00:00+00:00").documents == 0
        ledger.unwatch("pair", "EST+HRV")
        assert [watch.kind for watch in ledger.watches()] == ["feed", "issue", "person"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda ledger: ledger.watch("colour", "red"), "can't be watched"),
        (lambda ledger: ledger.watch("pair", "USA"), "two parties"),
        (lambda ledger: ledger.unwatch("person", "Nobody"), "not watched"),
        (lambda ledger: ledger.undo("d-none", by="ana"), "no decision"),
    ],
)
def test_upkeep_that_makes_no_sense_is_refused(ledger: Ledger, change: Any, message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        change(ledger)
