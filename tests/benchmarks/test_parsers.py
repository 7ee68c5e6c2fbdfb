"""The table of the two parsers is what was measured, and how far trees agree is counted by words."""

from __future__ import annotations

import json
from collections.abc import Sequence

import parsers
from memcon.reading.parsed import Line


class Fixed:
    """A parser that gives these heads, labels and tags to every text of three words."""

    name = "fixed"

    def __init__(self, heads: list[int], labels: list[str], tags: list[str]) -> None:
        self._columns = {"heads": heads, "labels": labels, "tags": tags}

    def parse(self, texts: Sequence[str]) -> list[Line]:
        return [
            Line(texts=text.split(), spaces=[True] * 3, parts=["X"] * 3, lemmas=text.split(), **self._columns) for text in texts
        ]


def test_words_agree_by_tag_by_head_and_by_head_and_label() -> None:
    one = Fixed([1, 1, 1], ["nsubj", "ROOT", "dobj"], ["NN", "VB", "NN"])
    other = Fixed([1, 1, 0], ["nsubj", "ROOT", "dobj"], ["NN", "NN", "NNS"])
    third = Fixed([1, 1, 1], ["dobj", "ROOT", "dobj"], ["NN", "VB", "NN"])
    texts = ["a b c", "d e f"]
    assert parsers.agreement(texts, one, other) == {"words": 6, "tags": 0.3333, "heads": 0.6667, "labels": 0.6667}
    assert parsers.agreement(texts, one, third) == {"words": 6, "tags": 1.0, "heads": 1.0, "labels": 0.6667}


def test_a_row_for_each_set_and_what_is_missing_is_a_dash() -> None:
    figures = {label: dict.fromkeys(keys, 0.91) for label, _, _, _, keys, _ in parsers.ROWS}
    fewer = figures | {"PLOVER": {"diplomacy_f1": 1}}
    agreed = {"words": 1200, "tags": 0.99, "heads": 0.5, "labels": 0.25}
    lines = parsers.table({"default": figures, "small": fewer, "agreement": agreed}).splitlines()
    assert len(lines) == 2 + len(parsers.ROWS) + 1
    assert next(line for line in lines if "PLOVER" in line).endswith("| .910 · .910 · .910 | 1 · – · – |")
    assert lines[-1].endswith("| – | .990 · .500 · .250 |")


def test_the_page_shows_the_stored_figures() -> None:
    written = parsers.page(json.loads(parsers.STORED.read_text(encoding="utf-8")))
    assert parsers.PAGE.read_text(encoding="utf-8") == written, "run benchmarks/parsers.py --tables"
