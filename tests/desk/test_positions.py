"""Positions: statements over time, set phrases and how they change, relays told apart."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desk.proofs import assert_quoted
from ledger.builders import document, engagement, span, statement
from memcon.desk import positions, side_by_side
from memcon.desk.phrases import LONGEST, SHORTEST, Saying, set_phrases
from memcon.desk.positions import live_issues, positions_page, side_by_side_page
from memcon.ledger import Ledger
from memcon.record import Cue


def say(ledger: Ledger, day: str, speaker: str, words: str, *, issue: str = "borders", **more: Any) -> None:
    """A report of one statement."""
    name = {"Vesna": "Vesna Korda", "Tomas": "Tomas Ilves"}[speaker]
    text = f"{name} said that {words}."
    ledger.add(*document(text, day, statement(text, words, speaker, issues=(issue,), **more), outlet=f"Paper {speaker}"))


def saying(number: int, day: str, words: str) -> Saying:
    """A statement to look through, of a source of its own."""
    return Saying(f"s-{number}", day, frozenset({f"d{number}"}), words)


def test_a_phrase_used_on_two_days_with_first_and_last_use() -> None:
    found = set_phrases(
        [
            saying(1, "2024-01-01", "We want peace and stability along the northern border, always."),
            saying(2, "2024-02-01", "What matters is Peace and stability along the Northern border."),
            saying(3, "2024-03-01", "The weather was fine."),
        ]
    )
    assert [(each.text, each.first, each.last, each.silent) for each in found] == [
        ("peace and stability along the northern border", "2024-01-01", "2024-02-01", 1)
    ]


def test_a_changed_use_shows_the_words() -> None:
    found = set_phrases(
        [
            saying(1, "2024-01-01", "They support a peaceful solution of the border question."),
            saying(2, "2024-02-01", "They support a peaceful solution of the border question."),
            saying(3, "2024-03-01", "They support a lasting solution of the border question."),
        ]
    )
    phrase = next(each for each in found if each.text.startswith("support a peaceful"))
    (changed,) = phrase.changed
    assert (changed.day, changed.item) == ("2024-03-01", "s-3")
    assert ("peaceful", "lasting") in changed.differences
    assert phrase.silent == 0


def test_the_same_day_and_source_is_no_repetition_but_two_sources_are() -> None:
    one = saying(1, "2024-01-01", "There is no room for compromise here.")
    assert set_phrases([one, Saying("s-2", "2024-01-01", one.sources, one.words)]) == ()
    assert set_phrases([one, saying(2, "2024-01-01", one.words)])[0].text == "no room for compromise"


def test_positions_of_one_side_only_on_the_issue(ledger: Ledger) -> None:
    say(ledger, "2024-01-01", "Vesna", "the northern border stays open to all travellers", stance="supportive")
    say(ledger, "2024-02-01", "Vesna", "as ever the northern border stays open to trade", stance="critical")
    say(ledger, "2024-02-02", "Tomas", "the northern border stays shut")
    say(ledger, "2024-02-03", "Vesna", "fish are scarce", issue="fisheries")
    found = positions(ledger, "hrv", "borders")
    assert [each.day for each in found.statements] == ["2024-01-01", "2024-02-01"]
    assert found.stances == {"critical": 1, "supportive": 1}
    assert [each.text for each in found.phrases] == ["northern border stays open"]
    assert not positions(ledger, "HRV", "borders", since="2024-03-01").statements
    assert_quoted(found, ledger)


def test_two_sides_and_the_phrase_they_share(ledger: Ledger) -> None:
    for day in ("2024-01-01", "2024-02-01"):
        say(ledger, day, "Vesna", f"the northern border stays open in month {day[5:7]}")
    say(ledger, "2024-02-02", "Tomas", "it is good that the northern border stays open")
    found = side_by_side(ledger, "HRV", "EST", "borders")
    assert found.shared == ("northern border stays open",)
    page = side_by_side_page(found)
    assert page.sections[-1].lines
    assert "HRV: Statements" in {section.title for section in page.sections}


def test_what_a_side_relays_is_told_apart(ledger: Ledger) -> None:
    text = "Croatia's ministry said Tomas Ilves promised that Estonia would open its ports to grain."
    inner_words = "Estonia would open its ports to grain"
    outer = statement(text, f"Tomas Ilves promised that {inner_words}", "ministry|HRV", issues=("grain",))
    inner = statement(text, inner_words, "Tomas", number=2, issues=("grain",))
    inner = inner.model_copy(update={"cue": span(text, "promised", Cue, lemma="promise")})
    ledger.add(*document(text, "2024-01-01", outer, inner))
    (relayed,) = positions(ledger, "HRV", "grain").statements
    assert relayed.relays
    assert positions(ledger, "HRV", "grain").stances == {}
    (own,) = positions(ledger, "EST", "grain").statements
    assert own.told_by == ("ministry (HRV)",)
    assert not own.relays
    assert "relays: " in positions_page(positions(ledger, "HRV", "grain")).sections[0].lines[0].text


def test_live_issues_are_those_of_the_pair(ledger: Ledger) -> None:
    say(ledger, "2024-01-01", "Vesna", "the border is open", about=("EST",))
    say(ledger, "2024-01-02", "Vesna", "fish are scarce", issue="fisheries")
    text = "Vesna Korda met Tomas Ilves. She said that grain is dear."
    met = engagement(text, "met", ["Vesna", "Tomas"], day="2024-01-03")
    ledger.add(*document(text, "2024-01-03", met, statement(text, "grain is dear", "Vesna", issues=("grain",))))
    found = live_issues(ledger, ("HRV", "EST"), date(2024, 1, 1), date(2024, 12, 31))
    assert found == (("borders", 1), ("grain", 1))
    assert live_issues(ledger, ("HRV", "EST"), date(2024, 1, 2), date(2024, 12, 31)) == (("grain", 1),)


def test_the_history_s_phrase_on_the_strait(history: Ledger) -> None:
    found = positions(history, "USA", "taiwan")
    phrase = next(each for each in found.phrases if "peace and stability across the Taiwan Strait" in each.text)
    assert (phrase.first, phrase.last) == ("2023-06-19", "2023-11-16")
    assert any(line.text.startswith("“") for line in positions_page(found).sections[1].lines)


WORDS = st.lists(st.sampled_from("peace and stability along the border stays open we want trade".split()), max_size=20)


@given(st.lists(WORDS, max_size=6))
def test_every_use_stands_in_its_statement(texts: list[list[str]]) -> None:
    sayings = [saying(number, f"2024-01-{number + 1:02d}", " ".join(words)) for number, words in enumerate(texts)]
    by_item = {each.item: each for each in sayings}
    for phrase in set_phrases(sayings):
        assert SHORTEST <= len(phrase.text.split()) <= LONGEST
        assert len(phrase.uses) > 1
        for use in (*phrase.uses, *phrase.changed):
            assert use.wording in by_item[use.item].words
        assert phrase.first <= phrase.last
