"""The corpus beside the tests: its gold points at its texts, its sentences say what can be judged."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from memcon.lexicon.markup import parse_example

CORPUS = Path(__file__).parent.parent / "corpus"
GOLDS = sorted((CORPUS / "records" / "gold").glob("*.json"))
SPANS = {"engagements": "quote_evidence", "commitments": "evidence", "events": "evidence"}


def gold_of(path: Path) -> tuple[dict[str, Any], str]:
    text = (CORPUS / "records" / "texts" / f"{path.stem}.txt").read_text(encoding="utf8")
    return json.loads(path.read_text(encoding="utf8")), text


def sentences() -> list[dict[str, Any]]:
    tables: list[dict[str, Any]] = tomllib.loads((CORPUS / "sentences.toml").read_text(encoding="utf8"))["sentence"]
    return tables


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_gold_points_at_words_of_its_text(path: Path) -> None:
    gold, text = gold_of(path)
    for kind, key in SPANS.items():
        assert [fact[key] for fact in gold[kind] if fact[key] not in text] == []
    said = [words for fact in gold["statements"] for words in (fact["content"], fact["quote"]) if words]
    assert [words for words in said if words not in text] == []
    assert 90 <= len(text.split()) <= 450


def test_the_corpus_is_as_large_and_as_wide_as_its_page_says() -> None:
    golds = [gold_of(path)[0] for path in GOLDS]
    assert len(golds) >= 83
    assert len({code for gold in golds for code in gold["countries"]}) >= 135
    assert sum(gold["us"] for gold in golds) * 3 <= len(golds)
    assert all(gold["us"] == ("USA" in gold["countries"]) for gold in golds)


def test_the_fourth_lot_alone_is_unseen() -> None:
    """A lot is opened when a newer one is written: a text that rules were mended on cannot go back."""
    golds = [gold_of(path)[0] for path in GOLDS]
    halves = Counter((gold.get("lot", 1), gold["half"]) for gold in golds)
    assert halves[1, "test"] == halves[2, "test"] == halves[3, "test"] == 0
    assert halves[2, "dev"] >= 24
    assert halves[3, "dev"] >= 14
    assert (halves[4, "dev"], halves[4, "test"]) == (0, 12)
    third = [gold for gold in golds if gold.get("lot") == 3]
    assert sum(not gold["us"] for gold in third) >= 9
    fourth = [gold for gold in golds if gold.get("lot") == 4]
    assert sum(not gold["us"] for gold in fourth) >= 8
    assert len({code for gold in fourth for code in gold["countries"]}) >= 40


@pytest.mark.parametrize("lot", [2, 3])
def test_the_later_lots_are_dense(lot: int) -> None:
    engagements = [len(gold["engagements"]) for gold, _ in map(gold_of, GOLDS) if gold.get("lot") == lot]
    assert sum(engagements) >= 10 * len(engagements)


def test_every_sentence_can_be_judged() -> None:
    tables = sentences()
    assert len(tables) >= 294
    halves = Counter((table.get("lot", 1), table["half"]) for table in tables)
    assert halves[1, "test"] == halves[2, "test"] == halves[3, "test"] == 0  # a lot is opened when the next is written
    assert halves[2, "dev"] >= 60
    assert halves[3, "dev"] >= 40
    assert (halves[4, "dev"], halves[4, "test"]) == (0, 36)
    for table in tables:
        example = parse_example(table["marked"])
        kinds = [line.split()[0] for line in table["expect"]]
        assert set(kinds) <= {"E", "S", "C", "V", "-E", "-C", "?E"}
        assert kinds.count("S") <= max(1, len(example.contents))
