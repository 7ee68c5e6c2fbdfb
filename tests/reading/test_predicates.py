"""Predicates: which words of the lexicon are found, and what stands in their places."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from markup import parse_example, shared_reader
from memcon import intake
from memcon.reading.lists import listed_up_to, listed_with
from memcon.reading.predicates import FoundPredicate, find_predicates

SENTENCES = [
    ("[Lavrov|RUS] {met} with [Fidan|TUR] in Ankara.", "meet", {"subject": ["Lavrov"], "with": ["Fidan"]}),
    ("[Fidan|TUR] was {received} by [Lavrov|RUS].", "receive", {"subject": ["Lavrov"], "object": ["Fidan"]}),
    ("[Joseph Biden|USA], Jr., {spoke} today with [Scholz|DEU].", "speak", {"subject": ["Joseph Biden"], "with": ["Scholz"]}),
    ("A {meeting} later this year between [Xi|CHN] and [Lula|BRA] is likely.", "meeting", {"between": ["Xi", "Lula"]}),
    ("[Xi|CHN]'s {talks} with [Lula|BRA] ended.", "talks", {"possessor": ["Xi"], "with": ["Lula"]}),
    ("[Lavrov|RUS] arrived in Ankara for {talks} with [Fidan|TUR].", "talks", {"subject": ["Lavrov"], "with": ["Fidan"]}),
    ("[Modi|IND] to {visit} Bhutan next week", "visit", {"subject": ["Modi"], "object": ["Bhutan"]}),
    ("[Xi|CHN] and [Lula|BRA] plan to hold a {round} of talks.", "round of talks", {"subject": ["Xi", "Lula"]}),
    ("[Wang Yi|CHN] held a {tête-à-tête} with [Jaishankar|IND].", "tête-à-tête", {"with": ["Jaishankar"]}),
]


def found_in(text: str) -> tuple[FoundPredicate, ...]:
    return find_predicates(shared_reader().analyse(intake.document(text, published="2024-03-07")))


@pytest.mark.parametrize(("marked", "lemma", "wanted"), SENTENCES)
def test_arguments_stand_in_their_places(marked: str, lemma: str, wanted: dict[str, list[str]]) -> None:
    text = parse_example(marked).text
    found = next(f for f in found_in(text) if f.entry.lemma == lemma)
    for place, names in wanted.items():
        assert [text[m.start : m.end] for m in found.mentions_at(place)][: len(names)] == names


def test_of_one_head_word_the_longest_entries_are_found() -> None:
    lemmas = [f.entry.lemma for f in found_in("Xi held a phone call with Lula.") if f.entry.engagement]
    assert "phone call" in lemmas
    assert "call" not in lemmas


def test_a_preposition_with_a_date_does_not_make_a_longer_entry() -> None:
    text = "Lavrov called Fidan on Monday."
    found = [f for f in found_in(text) if f.entry.engagement and f.entry.lemma == "call"]
    assert [text[m.start : m.end] for m in found[0].mentions_at("object")] == ["Fidan"]


def test_a_list_needs_an_and() -> None:
    text = "After talks with Xi, Lula met Modi, Sunak and Albanese."
    analysis = shared_reader().analyse(intake.document(text, published="2024-03-07"))
    by_name = {text[m.start : m.end]: m for m in analysis.mentions}
    assert [text[m.start : m.end] for m in listed_with(analysis, by_name["Modi"])] == ["Modi", "Sunak", "Albanese"]
    assert [text[m.start : m.end] for m in listed_up_to(analysis, by_name["Albanese"])] == ["Modi", "Sunak", "Albanese"]
    assert listed_with(analysis, by_name["Xi"]) == (by_name["Xi"],)


WORDS = "Xi Lula Modi met with held talks in Beijing , and call visit to was by .".split()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_whatever_the_words_spans_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for found in found_in(text):
        assert 0 <= found.start < found.end <= len(text)
        for argument in found.arguments:
            assert argument.mention is None or argument.mention.end <= len(text)
