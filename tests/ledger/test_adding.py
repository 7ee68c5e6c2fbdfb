"""What becomes of a document: new, same, a new version, a near-copy; and of one text at two addresses."""

from __future__ import annotations

import random
from typing import Any

import pytest

from ledger.builders import document, engagement, statement
from ledger.corpus import FILLER
from memcon.document import Document
from memcon.errors import InputError, LedgerError
from memcon.ledger import Ledger

STORY = "Korda met with Ilves on Tuesday in Tallinn and spoke of ferries. " + FILLER
OTHER = (
    "In Tallinn, two foreign ministers sat down on Tuesday. Korda met with Ilves for an hour, her office wrote. "
    "Asked about ferries, she answered that the winter timetable was nearly settled and that passengers should wait. "
    "Neither side gave details of gas prices. A joint statement is due next month, according to the Estonian host."
)


def told(text: str, published: str | None = "2024-03-05", **given: Any) -> Any:
    """A document with one meeting."""
    return document(text, published, engagement(text, "met with", ["Vesna", "Tomas"], day="2024-03-05"), **given)


def near_copies() -> list[str]:
    """Twenty copies: other headlines, cuts of the end and the beginning, typing errors, bylines."""
    chance = random.Random(3)
    copies = []
    for number in range(20):
        text = STORY
        if number % 4 == 0:
            text = text[: int(len(text) * chance.uniform(0.6, 0.95))]
        if number % 4 == 1:
            text = f"Ministers talk ferries in Tallinn, edition {number}\n\n" + text
        if number % 4 == 2:
            words = text.split()
            for _ in range(4):
                words[chance.randrange(6, len(words))] = "teh"
            text = " ".join(words)
        if number % 4 == 3:
            text = text + f" Additional reporting by stringer {number} in Riga."
        copies.append(text)
    return copies


def test_twenty_near_copies_are_one_source_and_another_story_stays_apart(ledger: Ledger) -> None:
    outcomes = [ledger.add(*told(text, outlet=f"Paper {n}")).outcome for n, text in enumerate([STORY, *near_copies()])]
    assert outcomes == ["new"] + ["near-copy"] * 20
    assert ledger.add(*told(OTHER, outlet="Harbour Post")).outcome == "new"
    (meeting,) = ledger.engagements()
    assert len(meeting.sources) == 22
    assert meeting.independent_sources == 2


def test_the_same_again_changes_nothing(ledger: Ledger) -> None:
    assert ledger.add(*told(STORY)).outcome == "new"
    before = ledger.hash()
    assert ledger.add(*told(STORY)).outcome == "same"
    assert ledger.hash() == before


def test_one_text_at_two_addresses_is_one_document_shown_by_the_better(ledger: Ledger) -> None:
    ledger.add(*told(STORY, outlet="Mirror", url="https://mirror.example/1"))
    added = ledger.add(*told(STORY, outlet="Harbour Post", url="https://example.org/1", basis="metadata"))
    assert added.outcome == "near-copy"
    (source,) = ledger.engagements()[0].sources
    assert (source.outlet, source.also_at) == ("Harbour Post", ("https://mirror.example/1",))
    assert ledger.documents()[0].addresses == 2


def test_one_text_under_two_dates_is_read_as_of_its_own(ledger: Ledger) -> None:
    early = document(STORY, "2024-03-05", engagement(STORY, "met with", ["Vesna", "Tomas"], day="2024-03-05"))
    late = document(STORY, "2024-03-07", engagement(STORY, "met with", ["Vesna", "Tomas"], day="2024-03-06"), basis="metadata")
    ledger.add(*early)
    ledger.add(*late)
    (meeting,) = ledger.engagements()
    assert meeting.when is not None
    assert meeting.when.start == "2024-03-06"
    assert meeting.sources[0].published == "2024-03-07"


def test_a_changed_text_at_one_address_is_a_version_with_its_differences(ledger: Ledger) -> None:
    url = "https://example.org/readout"
    ledger.add(*told(STORY, url=url))
    added = ledger.add(*told(STORY.replace("ferries", "trains"), "2024-03-06", url=url))
    assert added.outcome == "new version"
    first, second = ledger.versions(url)
    assert first.differences == ()
    assert second.differences == (("ferries.", "trains."),)
    (meeting,) = ledger.engagements()
    assert meeting.independent_sources == 1


def test_a_copy_forgotten_leaves_the_rest_one_source(ledger: Ledger) -> None:
    for number, text in enumerate([STORY, *near_copies()[:3]]):
        ledger.add(*told(text, f"2024-03-{5 + number:02d}"))
    with_three = ledger.hash()
    added = ledger.add(*told(near_copies()[5], "2024-03-01"))  # published first: it gives the source its name
    assert {row.source for row in ledger.documents()} == {added.document}
    ledger.forget(str(added.document))
    assert ledger.hash() == with_three
    with pytest.raises(LedgerError, match="no document"):
        ledger.forget(str(added.document))


def test_a_document_is_known_once_it_was_added(ledger: Ledger) -> None:
    given, record = told(STORY, url="https://example.org/1")
    assert not ledger.knows(given)
    ledger.add(given, record)
    assert ledger.knows(given)
    assert not ledger.knows(told(STORY, url="https://example.org/2")[0])
    assert not ledger.knows(told(STORY, "2024-03-09", url="https://example.org/1")[0])


def test_a_record_of_another_text_is_refused(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="read the document again"):
        ledger.add(told(STORY)[0], told(OTHER)[1])


@pytest.mark.parametrize("text", ["met with \x00", "met with \ud800"])
def test_a_text_that_no_database_holds_is_refused(ledger: Ledger, text: str) -> None:
    given = Document(text=text, shadow=text)
    about = told(STORY)[1].document.model_copy(update={"id": given.id})
    with pytest.raises(InputError, match="no database keeps"):
        ledger.add(given, told(STORY)[1].model_copy(update={"document": about}))


def test_a_text_and_its_raw_bytes_are_kept_whole(ledger: Ledger) -> None:
    text = "He said «no» — twice.\r\n\tTo Korda.\u00ad"
    shadow = text.replace("«", "“").replace("»", "”")
    given, record = document(text, None)
    ledger.add(Document(text=text, shadow=shadow, language="en"), record, raw=b"\xff\x00")
    kept = ledger.text(given.id)
    assert (kept.text, kept.shadow, kept.id) == (text, shadow, given.id)


def test_translations_and_cuts_of_one_utterance_are_wordings_of_it(ledger: Ledger) -> None:
    wordings = [
        "the border will stay open to all travellers this winter",
        "the border would remain open to all travellers in winter",
        "the border will stay open to all travellers",
    ]
    for words in wordings:
        text = f"On Tuesday Korda said that {words}."
        ledger.add(*document(text, "2024-03-05", statement(text, words, "Vesna")))
    text = "On Tuesday Korda said that ferries will not run this winter."
    ledger.add(*document(text, "2024-03-05", statement(text, "ferries will not run this winter", "Vesna")))
    utterance = max(ledger.statements(), key=lambda each: len(each.reports))
    assert len(ledger.statements()) == 2
    assert utterance.wordings[0].text == utterance.words
    assert {wording.text for wording in utterance.wordings} == set(wordings)
    assert ("would remain", "will stay") in {pair for wording in utterance.wordings for pair in wording.differences}
