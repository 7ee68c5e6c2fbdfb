"""Every name that the tables know, found in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.knowledge import Entry, Knowledge, Name

KNOWLEDGE = Knowledge.load()
KNOWLEDGE.find_names("")  # built before Hypothesis takes the time


def found(knowledge: Knowledge, text: str) -> dict[str, tuple[Entry, ...]]:
    return {text[n.start : n.end]: n.entries for n in knowledge.find_names(text)}


def codes(entries: tuple[Entry, ...]) -> set[str | None]:
    return {entry.code for entry in entries}


def kinds(entries: tuple[Entry, ...]) -> set[str]:
    return {entry.kind for entry in entries}


def people(knowledge: Knowledge, entries: tuple[Entry, ...]) -> set[str]:
    return {knowledge.display_name(e.person_id) for e in entries if e.person_id}


@pytest.mark.parametrize(
    ("text", "name", "kind", "code"),
    [
        ("Talks in Kenya went on.", "Kenya", "state", "KEN"),
        ("The U.S. sent envoys.", "U.S.", "state", "USA"),
        ("A US envoy flew in.", "US", "state", "USA"),
        ("The U.S.-led talks", "U.S.", "state", "USA"),
        ("Türkiye said so.", "Türkiye", "state", "TUR"),
        ("Turkiye said so.", "Turkiye", "state", "TUR"),
        ("The Ivory Coast delegation", "Ivory Coast", "state", "CIV"),
        ("Côte d’Ivoire agreed.", "Côte d’Ivoire", "state", "CIV"),
        ("In Zaire, years ago,", "Zaire", "former_state", "COD"),
        ("Taiwan, or the Republic of China, said", "Republic of China", "state", "TWN"),
        ("The People's Republic of China said", "People's Republic of China", "state", "CHN"),
        ("Namibian envoys met.", "Namibian", "adjective", "NAM"),
        ("Two Swedes were there.", "Swedes", "demonym", "SWE"),
        ("Beijing said no.", "Beijing", "capital", "CHN"),
        ("BEIJING, June 19 —", "BEIJING", "capital", "CHN"),
        ("aides at the White House said", "White House", "metonym", "USA"),
        ("the Kremlin said", "Kremlin", "metonym", "RUS"),
        ("the State Department said", "State Department", "ministry", "USA"),
        ("NATO said.", "NATO", "igo", "NATO"),
        ("the UN nuclear watchdog said", "UN nuclear watchdog", "igo", "IAEA"),
        ("OPEC+ met.", "OPEC+", "igo", "OPEC+"),
        ("P5+1 talks", "P5+1", "igo", "P5+1"),
        ("The WHO met.", "WHO", "igo", "WHO"),
        ("Hamas said no.", "Hamas", "group", "HAMAS"),
        ("They met in Geneva.", "Geneva", "city", "CHE"),
        ("At Camp David they talked.", "Camp David", "building", "USA"),
        ("across the Middle East", "Middle East", "region", None),
        ("in N'Djamena on Monday", "N'Djamena", "capital", "TCD"),
    ],
)
def test_parties_and_places(knowledge: Knowledge, text: str, name: str, kind: str, code: str | None) -> None:
    entries = found(knowledge, text)[name]
    assert any((entry.kind, entry.code) == (kind, code) for entry in entries)


@pytest.mark.parametrize(
    "text",
    [
        "They told us that they had met.",
        "Who met whom is unknown.",
        "They ate turkey and drank china tea.",
        "It may be that he will do so on Friday.",
        "He was so near to an end.",
    ],
)
def test_ordinary_words_are_no_names(knowledge: Knowledge, text: str) -> None:
    assert not found(knowledge, text)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Georgia", "Georgia", {"GEO", "USA"}),
        ("Congo", "Congo", {"COD", "COG"}),
        ("Congolese", "Congolese", {"COD", "COG"}),
        ("Korea", "Korea", {"KOR", "PRK"}),
        ("Korean", "Korean", {"KOR", "PRK"}),
        ("Dominican", "Dominican", {"DMA", "DOM"}),
        ("Brussels", "Brussels", {"BEL", "EU", "NATO"}),
        ("Guinea", "Guinea", {"GIN"}),
        ("Guinea-Bissau", "Guinea-Bissau", {"GNB"}),
        ("Equatorial Guinea", "Equatorial Guinea", {"GNQ"}),
        ("Papua New Guinea", "Papua New Guinea", {"PNG"}),
        ("Niger", "Niger", {"NER"}),
        ("Nigerien", "Nigerien", {"NER"}),
        ("Nigerian", "Nigerian", {"NGA"}),
        ("Slovakia", "Slovakia", {"SVK"}),
        ("Slovenia", "Slovenia", {"SVN"}),
        ("Sudan", "Sudan", {"SDN"}),
        ("South Sudan", "South Sudan", {"SSD"}),
        ("North Korea", "North Korea", {"PRK"}),
        ("Dominica", "Dominica", {"DMA"}),
        ("Foreign Office", "Foreign Office", {"GBR", "PAK"}),
        ("White House", "White House", {"USA"}),
        ("Russian White House", "Russian White House", {"RUS"}),
        ("Republic of China", "Republic of China", {"TWN"}),
        ("Washington", "Washington", {"USA"}),
        ("ICC", "ICC", {"ICC"}),
        ("Commonwealth", "Commonwealth", {"COMMONWEALTH"}),
    ],
)
def test_ambiguous_names_keep_all_they_can_mean(knowledge: Knowledge, text: str, name: str, expected: set[str]) -> None:
    assert codes(found(knowledge, f"They were for {text} then.")[name]) - {None} == expected


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("Antony Blinken left.", "Antony Blinken", "Antony Blinken"),
        ("KIM JONG UN MEETS PUTIN", "KIM JONG UN", "Kim Jong Un"),
        ("Kim Jong-un met", "Kim Jong-un", "Kim Jong Un"),
        ("Abdel-Fattah El-Sisi met", "Abdel-Fattah El-Sisi", "Abdel Fattah el-Sisi"),
        ("Abe Shinzo met", "Abe Shinzo", "Shinzo Abe"),
        ("Gerhard Schroeder met", "Gerhard Schroeder", "Gerhard Schröder"),
        ("Gerhard Schröder met", "Gerhard Schröder", "Gerhard Schröder"),
        ("Jens\nStoltenberg met", "Jens\nStoltenberg", "Jens Stoltenberg"),
        ("Joseph R. Biden Jr. met", "Joseph R. Biden Jr.", "Joe Biden"),
        ("Putin’s aide", "Putin", "Vladimir Putin"),
        ("the Putin-Xi call", "Putin", "Vladimir Putin"),
    ],
)
def test_persons(knowledge: Knowledge, text: str, name: str, person: str) -> None:
    assert person in people(knowledge, found(knowledge, text)[name])


def test_a_surname_that_many_bear_names_nobody(knowledge: Knowledge) -> None:
    (entry,) = found(knowledge, "Aides of Wang met.")["Wang"]
    assert (entry.kind, entry.person_id) == ("surname", None)


@pytest.mark.parametrize("surname", ["May", "Brown", "Rice", "Bush", "King", "Kim"])
def test_a_surname_that_is_a_word_is_weak(knowledge: Knowledge, surname: str) -> None:
    entries = found(knowledge, f"They said that {surname} left.")[surname]
    assert all(entry.weak for entry in entries if entry.kind == "surname")


def test_a_dated_name_says_when_it_held(knowledge: Knowledge) -> None:
    entries = found(knowledge, "The leaders met in Nur-Sultan.")["Nur-Sultan"]
    assert any((entry.start, entry.end) == ("2019-03-23", "2022-09-17") for entry in entries)


def test_two_sentences_make_no_name(knowledge: Knowledge) -> None:
    assert "Xi. Jinping" not in found(knowledge, "He met Xi. Jinping said")
    assert "Guinea. Bissau" not in found(knowledge, "He left Guinea. Bissau said")


def test_the_longest_name_wins_and_names_do_not_overlap(knowledge: Knowledge) -> None:
    names = knowledge.find_names("The Democratic Republic of the Congo and Guinea-Bissau, the United Nations Security Council")
    assert len(names) == 3
    assert all(a.end <= b.start for a, b in pairwise(names))


@given(st.text(alphabet=st.sampled_from(list("USA .,-'’éİßﬁ\nKimJongUnXP+5")), max_size=60))
def test_spans_lie_in_the_text_whatever_it_is(text: str) -> None:
    names: tuple[Name, ...] = KNOWLEDGE.find_names(text)
    assert all(0 <= n.start < n.end <= len(text) and n.entries for n in names)
    assert list(names) == sorted(names, key=lambda n: n.start)


def test_a_long_text_is_read_in_time_that_grows_with_it(knowledge: Knowledge) -> None:
    text = "Wang Yi of China met Antony Blinken in Beijing. " * 2000
    assert len(knowledge.find_names(text)) == 8000
