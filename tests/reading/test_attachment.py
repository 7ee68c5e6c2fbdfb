"""The parser's known mistakes of attachment: what is hung anew, and what is left where it is. Printed on 22 March 2005."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon.reading.attachment import mended
from memcon.reading.parsing import SpacyParser

# said | what is said | start of the engagement, "-" for none
SAID = """
Viktor Yushchenko said on Tuesday he had held talks with Vladimir Putin in Kiev last week. | he had held talks with Vladimir Putin in Kiev last week | 2005-03-14
Viktor Yushchenko said on Monday he met Vladimir Putin in Kiev on Saturday. | he met Vladimir Putin in Kiev on Saturday | 2005-03-19
Viktor Yushchenko said in Kiev on Tuesday Russia had agreed to hold talks with Ukraine in May. | Russia had agreed to hold talks with Ukraine in May | 2005-05-01
Tarja Halonen announced late on Monday night she would visit Vilnius in June. | she would visit Vilnius in June | 2005-06-01
Tarja Halonen said that on Monday she had met Vladimir Putin. | that on Monday she had met Vladimir Putin | 2005-03-21
""".strip().splitlines()


@pytest.mark.parametrize("line", SAID)
def test_the_day_of_saying_is_not_the_day_of_what_was_said(line: str) -> None:
    text, content, start = (part.strip() for part in line.split("|"))
    record = shared_reader().read(text, published="2005-03-22")
    said = next(s for s in record.statements if s.cue and s.cue.exact in {"said", "announced"})
    assert said.content is not None
    assert said.content.exact == content
    assert [e.when.start if e.when else "-" for e in record.engagements] == [start]


@pytest.mark.parametrize(
    "text", ["Halonen met Putin on Tuesday.", "He said that he would go.", "On Tuesday he said he was ill.", "Go!"]
)
def test_a_line_without_a_mistake_stays_as_it_is(text: str) -> None:
    line = SpacyParser().parse([text])[0]
    assert mended(line) is line


def test_a_mended_line_is_a_whole_tree() -> None:
    line = SpacyParser().parse(["Halonen said on Tuesday he had held talks with Putin in Kiev last week."])[0]
    new = mended(line, [(16, 23)])  # Tuesday
    assert new is not line
    assert new.text == line.text
    assert [word.text for word in new if word.head.text == "said" and word.dep_ == "prep"] == ["on"]
    root = next(word for word in new if word.head is word)
    assert sorted(word.i for word in root.subtree) == list(range(len(new)))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said in a statement that Halonen had called Putin.",
        "The spokesman said in a briefing that Tarja Halonen had met Putin in Kiev.",
    ],
)
def test_what_is_said_in_a_statement_is_the_verbs(text: str) -> None:
    new = mended(SpacyParser().parse([text])[0])
    (clause,) = [word for word in new if word.dep_ == "ccomp"]
    assert clause.head.text == "said"
    assert [word.tag_ for word in clause.children if word.text == "that"] == ["IN"]


def test_what_a_statement_is_called_stays_on_the_statement() -> None:
    line = SpacyParser().parse(["The ministry issued a statement that Putin called misleading."])[0]
    assert mended(line) is line


def test_what_follows_a_pair_of_dashes_goes_on_with_what_stands_before() -> None:
    line = SpacyParser().parse(["We reaffirm our vow to talk — as set out in Kiev on February 2 — and reiterate our call for calm."])[0]
    (verb,) = [word for word in mended(line) if word.text == "reiterate"]
    assert (verb.head.text, verb.dep_) == ("reaffirm", "conj")


def test_a_day_is_no_part_of_the_name_behind_it() -> None:
    text = "On Saturday Li Hui handed over a letter from Xi Jinping to Volodymyr Zelensky."
    new = mended(SpacyParser().parse([text])[0], [(3, 11)])
    (day,) = [word for word in new if word.text == "Saturday"]
    assert (day.head.text, day.dep_) == ("On", "pobj")
    assert [word.text for word in new if word.dep_ == "nsubj"] == ["Hui"]


def test_a_group_of_states_names_its_summit() -> None:
    new = mended(SpacyParser().parse(["Ruto plans to attend the Group of 20 summit in Rio de Janeiro in November."])[0])
    (noun,) = [word for word in new if word.text == "summit"]
    assert (noun.head.text, noun.dep_) == ("attend", "dobj")
