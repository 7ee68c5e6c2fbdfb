"""Issues by their words, the longest at a place, and the relations of two parties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.document import Document
from memcon.lexicon import Lexicon
from memcon.reading.issues import find_issues

LEXICON = Lexicon.load()


def issues_in(text: str, *parties: str) -> tuple[str, ...]:
    return find_issues(Document(text, text), 0, len(text), LEXICON, parties)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("They discussed tensions across the Taiwan Strait.", ("taiwan",)),
        ("The ministers took up export controls on semiconductors.", ("export-controls", "semiconductors")),
        ("Kyiv asked for the Black Sea grain initiative to be extended.", ("grain-corridor",)),
        ("Tokyo raised the release of treated water from Fukushima.", ("wastewater",)),
        ("They reviewed the fight against terrorism and irregular migration.", ("counter-terrorism", "migration")),
        ("He called for the release of all hostages held in Gaza.", ("hostages", "gaza")),
        ("Both stressed missile defense and arms-control talks.", ("missile-defence", "arms-control")),
        ("Sweden’s NATO bid was on the table.", ("nato-enlargement",)),
        ("Four detained Americans may be freed.", ("detained-citizens",)),
        ("They spoke of AI and of fentanyl.", ("ai", "drugs")),
        ("He laid out the political transition in Syria.", ("syria",)),
        ("Fishing rights and the demarcation of the border were left for later.", ("fisheries", "border")),
        ("Cameras were not allowed; aid was not mentioned by the maid.", ()),
        ("She visited Syria.", ()),
        ("The Foreign Relations Committee met.", ()),
        ("The market traded fire extinguishers.", ()),
        ("", ()),
    ],
)
def test_words_show_issues(text: str, issues: tuple[str, ...]) -> None:
    assert issues_in(text) == issues


@pytest.mark.parametrize(
    ("text", "parties", "issue"),
    [
        ("They discussed bilateral relations.", ("CHN", "USA"), "us-china-relations"),
        ("They took stock of the relationship.", ("RUS", "CHN"), "china-russia-relations"),
        ("Ties between the two must improve.", ("KOR", "JPN"), "japan-south-korea-relations"),
        ("EU-Swiss ties were reviewed.", ("EU", "CHE"), "eu-switzerland-relations"),
        ("They discussed bilateral relations.", (), "bilateral-relations"),
        ("They discussed bilateral relations.", ("CHN", "JPN", "KOR"), "bilateral-relations"),
    ],
)
def test_relations_of_two_parties(text: str, parties: tuple[str, ...], issue: str) -> None:
    assert issues_in(text, *parties) == (issue,)


def test_offsets_choose_the_stretch() -> None:
    text = "Taiwan came first, then tariffs."
    assert find_issues(Document(text, text), 18, len(text), LEXICON) == ("tariffs",)


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    assert issues_in("İİİİ spoke of tariffs.") == ("tariffs",)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["tariffs", "Taiwan", "and", "İ", "debt.", "traded fire"]), max_size=12))
def test_each_issue_once_in_order_of_its_first_word(words: list[str]) -> None:
    names = {"tariffs": "tariffs", "Taiwan": "taiwan", "debt.": "debt"}
    expected = dict.fromkeys(names[word] for word in words if word in names)
    assert issues_in(" ".join(words)) == tuple(expected)
