"""Where sentences end, and where they don't."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import intake
from memcon.document import Block, Document
from memcon.reading.sentences import find_sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_sentences(Document(text, text, (Block(0, len(text), "paragraph"),)))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Okoye met Dr. Sand on Jan. 5 in St. Petersburg.|He left.",
        "The U.S. delegation left.|It rained.",
        "They met in the U.S. on Friday.|The talks failed.",
        "Joseph R. Biden, Jr. spoke.|He left.",
        "“We will not sign.”|The minister left.",
        "“Why now?” he asked.|Nobody knew.",
        "Trade rose 3.5 percent.|Talks go on.",
        "One line\n|Another line",
    ],
)
def test_sentences_end_where_marked(text: str) -> None:
    assert [part.strip() for part in text.split("|")] == split(text.replace("|", " ").replace("\n ", "\n"))


def test_a_sentence_never_crosses_a_block() -> None:
    text = "Photo: a handshake Jane Roe The ministers met."
    document = Document(text, text, (Block(0, 18, "caption"), Block(19, 27, "credit"), Block(28, len(text), "paragraph")))
    assert [s.kind for s in find_sentences(document)] == ["caption", "credit", "paragraph"]


@given(st.text(alphabet="ab .!?\n“”'AU.", max_size=200))
def test_sentences_are_in_order_apart_and_not_empty(text: str) -> None:
    found = find_sentences(Document(text, text, (Block(0, len(text), "paragraph"),) if text else ()))
    assert [s.index for s in found] == list(range(len(found)))
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[s.start : s.end].strip() == text[s.start : s.end] != "" for s in found)


def test_a_long_text_is_split_in_linear_time() -> None:
    text = "The ministers met on Monday. " * 20_000
    assert len(find_sentences(intake.document(text, published="2023-06-19"))) == 20_000
