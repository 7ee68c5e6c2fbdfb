"""The marks of example sentences, and what is held against a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.lexicon.markup import Marked, parse_example


def test_actors_trigger_and_time() -> None:
    example = parse_example("[Lavrov|RUS] {met} with [Fidan|TUR|Hakan Fidan] in Ankara on <Tuesday=2024-03-05>.")
    assert example.text == "Lavrov met with Fidan in Ankara on Tuesday."
    assert example.actors == (Marked(0, 6, "RUS"), Marked(16, 21, "TUR", "Hakan Fidan"))
    assert example.triggers == (Marked(7, 10),)
    assert example.times == (Marked(35, 42, "2024-03-05"),)
    assert example.parties == {"RUS", "TUR"}


def test_marks_nest_and_a_trigger_may_be_split() -> None:
    example = parse_example("[Oslo|NOR] {called} it {off}, ((as [Lima|PER] (too) had wished)).")
    assert example.text == "Oslo called it off, as Lima (too) had wished."
    assert [example.text[mark.start : mark.end] for mark in example.triggers] == ["called", "off"]
    assert [example.text[mark.start : mark.end] for mark in example.contents] == ["as Lima (too) had wished"]
    assert example.actors[1] == Marked(23, 27, "PER")


@pytest.mark.parametrize("broken", ["[Lavrov]", "{met", "met}", "((said", "[a|B}", "<Tuesday>"])
def test_broken_marks_are_refused(broken: str) -> None:
    with pytest.raises(ValueError, match=r"closed|closes|needs"):
        parse_example(broken)


words = st.text(alphabet="abc xyzéß'", min_size=1, max_size=12)


@given(st.lists(st.tuples(st.sampled_from("[{<("), words), max_size=6))
def test_marks_leave_the_words_and_point_at_them(pieces: list[tuple[str, str]]) -> None:
    marks = {"[": "[{}|RUS]", "{": "{{{}}}", "<": "<{}=2024>", "(": "(({}))"}
    example = parse_example(" ".join(marks[kind].format(word) for kind, word in pieces))
    assert example.text == " ".join(word for _, word in pieces)
    found = [*example.actors, *example.triggers, *example.times, *example.contents]
    shown = sorted((mark.start, example.text[mark.start : mark.end]) for mark in found)
    assert [word for _, word in shown] == [word for _, word in pieces]
