"""The pure parts of merging: names, windows, wordings, copies, selectors, preferred values."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.builders import engagement, person, when
from memcon.ledger.clustering import Clustering, Item, Verdict
from memcon.ledger.copies import bands_of, near_copies, shingles_of, signature_of
from memcon.ledger.keys import cursor_of, fold, place_of
from memcon.ledger.people import name_words, person_key, same_person
from memcon.ledger.selectors import find_selected, selectors_of
from memcon.ledger.settling import Member, settle
from memcon.ledger.windows import Window, window_of
from memcon.ledger.wording import likeness, word_difference, wording_of
from memcon.record import Participant, When


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("President Amara Diallo", ("amara", "diallo")),
        ("Volodymyr Zelenskyy", ("volodymyr", "zelenskyy")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Sergey Lavrov’s", ("sergey", "lavrov s")),
        ("senior Croatian officials", ()),
        ("G7 Leaders", ()),
        ("the Chinese side", ()),
        ("Foreign Minister", ()),
        (None, ()),
    ],
)
def test_names_are_told_from_groups_and_offices(name: str | None, words: tuple[str, ...]) -> None:
    assert name_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (person("Vesna"), person("Korda|HRV"), True),
        (person("Vesna"), person("V. Korda|HRV"), True),
        (person("Vesna"), person("Ivan Korda|HRV"), False),
        (Participant(name="Li", id="Q1"), Participant(name="Li", id="Q2"), False),
        (Participant(name="A B", id="Q1"), Participant(name="C D", id="Q1"), True),
        (Participant(office="Foreign Minister"), person("Vesna"), True),
        (Participant(office="Foreign Minister"), Participant(office="President"), False),
        (Participant(name="senior officials"), person("Vesna"), False),
    ],
)
def test_one_person_under_two_names(one: Participant, other: Participant, same: bool) -> None:
    assert same_person(person_key(one), person_key(other)) is same


@pytest.mark.parametrize(
    ("given_when", "published", "status", "background", "expected"),
    [
        (when("2024-03-05"), None, "held", False, ("2024-03-05", "2024-03-05", "day")),
        (when("2024-03-05", precision="unknown"), None, "held", False, ("2024-03-05", "2024-03-05", "about")),
        (when("2024-03-04", "2024-03-10"), None, "held", False, ("2024-03-04", "2024-03-10", "days")),
        (when("2024-03-01", "2024-03-31"), None, "held", False, ("2024-03-01", "2024-03-31", "month")),
        (when("2024-01-01", "2024-12-31"), None, "held", False, ("2024-01-01", "2024-12-31", "wide")),
        (when("2019-01-01", "2023-12-31"), None, "held", False, ("2022-11-26", "2023-12-31", "wide")),
        (None, "2024-03-05", "held", False, ("2024-03-05", "2024-03-05", "about")),
        (None, "2024-03-05", "planned", True, ("2024-03-05", "2025-03-05", "wide")),
        (When(text="soon"), "2024-03-05", "held", True, None),
        (None, None, "held", False, None),
        (when("2024-02-30"), None, "held", False, None),
    ],
)
def test_windows(given_when: Any, published: Any, status: str, background: bool, expected: Any) -> None:
    window = window_of(given_when, published, status, background)
    assert (window and (str(window.first), str(window.last), window.grain)) == expected


def test_windows_meet_and_lie_within() -> None:
    week, day = Window(date(2024, 3, 4), date(2024, 3, 10), "days"), Window(date(2024, 3, 11), date(2024, 3, 11), "day")
    assert not week.meets(day)
    assert week.meets(day, slack=1)
    assert not day.within(week)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("We will not leave the table", "“We will not leave the table”", True),
        ("frank", "candid", False),
        ("ferries will run all winter long on time", "ferries will run all winter long on time, she hopes", True),
        ("ferries will run all winter long", "trains never stop at the border post", False),
    ],
)
def test_wordings(one: str, other: str, same: bool) -> None:
    assert (likeness(wording_of(one), wording_of(other))[0] >= 0.65) is same


def test_a_shared_quote_settles_it() -> None:
    quoted = wording_of("the talks, “a long way from any real agreement today”", ("a long way from any real agreement today",))
    plain = wording_of("that ministers were a long way from any real agreement today and went home")
    assert likeness(quoted, plain)[0] == likeness(plain, quoted)[0] == 0.95
    assert word_difference("a b c", "a c d") == (("b", ""), ("", "d"))


@given(text=st.text(max_size=400))
def test_copies_are_symmetric_and_every_text_has_a_signature(text: str) -> None:
    shingles, other = shingles_of(text), shingles_of("A harbour pilot met the ferry at dawn.")
    assert len(bands_of(signature_of(shingles))) == 42
    assert near_copies(shingles, other) == near_copies(other, shingles)
    assert near_copies(shingles, shingles) == bool(shingles)


@given(before=st.text(max_size=80), after=st.text(max_size=80), filler=st.text(max_size=40))
def test_a_quote_is_found_wherever_its_text_moved(before: str, after: str, filler: str) -> None:
    quote = "said that ferries will run on the western strait"
    text = before + quote + after
    selectors = selectors_of(text, len(before), len(before) + len(quote))
    found = find_selected(filler + text, selectors)
    assert found is not None
    assert (filler + text)[found.start : found.end] == quote


def test_a_quote_is_found_again_when_reworded_a_little_and_not_when_it_is_gone() -> None:
    text = "He came. She said that ferries will run on the western strait all winter. They left."
    selectors = selectors_of(text, 9, 73)
    changed = "He came late. She said that the ferries will run on the western strait this winter. They left."
    found = find_selected(changed, selectors)
    assert found is not None
    assert (found.how, "western strait" in changed[found.start : found.end]) == ("likeness", True)
    assert find_selected("He came. They left, and nobody spoke of anything at all on that day.", selectors) is None
    assert find_selected("Nothing.", selectors_of("No ferries.", 0, 2)) is not None
    assert find_selected("Quite other.", selectors_of("No ferries.", 3, 10)) is None


def test_of_two_places_with_the_same_words_the_one_in_the_same_surroundings_is_meant() -> None:
    text = "Korda agreed. Ilves agreed. "
    selectors = selectors_of(text, text.rindex("agreed"), text.rindex("agreed") + 6)
    newer = "It was late when Korda agreed. Ilves agreed. Then all agreed."
    found = find_selected(newer, selectors)
    assert found is not None
    assert newer[: found.start].endswith("Ilves ")


def member(published: str, day: str, precision: str, **more: Any) -> Member[Any]:
    text = "They met."
    fact = engagement(text, "met", ["Vesna"], day=when(day, precision=precision), **more)
    return Member(report=f"r-{published}-{day}", document="d", published=published, fact=fact)


FIRST = member("2024-03-06", "2024-03-05", "day")


@pytest.mark.parametrize(
    ("one", "other", "preferred", "rule"),
    [
        (FIRST, member("2024-03-09", "2024-03-04", "unknown"), "2024-03-05", "more precise"),
        (FIRST, member("2024-03-07", "2024-03-04", "day", background=True), "2024-03-05", "closer to the source"),
        (FIRST, member("2024-03-09", "2024-03-04", "day"), "2024-03-04", "later"),
        (FIRST, member("2024-03-06", "2024-03-04", "day"), "2024-03-04", "first by spelling"),
    ],
)
def test_the_preferred_value_goes_by_the_stated_rule(one: Any, other: Any, preferred: str, rule: str) -> None:
    for members in ([one, other], [other, one]):
        settled = settle("when", members, lambda fact: fact.when, lambda w: {"day": 1}.get(w.precision, 0))
        assert settled.value.start == preferred
        assert settled.disagreement is not None
        assert settled.disagreement.rule == rule


def test_clusters_of_numbers_that_are_close_do_not_chain() -> None:
    def compare(one: int, other: int) -> Verdict:
        apart = abs(one - other)
        return Verdict(1 - apart / 10, strong=True, against="too far" if apart > 3 else None)

    items = [Item(f"i{n}", f"d{n}", n) for n in (0, 1, 3, 5, 6, 20)]
    clustering = Clustering(items, compare, 0.7)
    assert clustering.clusters() == [["i0", "i1", "i3"], ["i20"], ["i5", "i6"]]
    assert Clustering(items, compare, 0.7).components() == [["i0", "i1", "i3", "i5", "i6"], ["i20"]]
    barred = Clustering(items, compare, 0.7, bars=[("i5", "i6")], joins=[("i0", "i20")]).clusters()
    assert ["i0", "i20"] in barred
    assert not any({"i5", "i6"} <= set(cluster) for cluster in barred)


@given(day=st.dates().map(str), item=st.text("0123456789abcdef", min_size=1))
def test_a_page_leads_back_to_its_place(day: str, item: str) -> None:
    assert place_of(cursor_of(day, item)) == (day, item)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
