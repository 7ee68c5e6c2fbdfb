"""Answers to an invitation that do not name it again."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon.record import Commitment


def read(text: str) -> tuple[Commitment, ...]:
    return shared_reader().read(text, published="2024-03-07").commitments


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru invited Chile's president to visit Lima; the president accepted.", "acceptance"),
        ("Kenya's president invited his Ugandan counterpart to Nairobi. The latter accepted with pleasure.", "acceptance"),
        ("Kenya invited Uganda's president to Nairobi. The latter accepted the invitation.", "acceptance"),
        ("Ghana invited Togo's foreign minister to Accra, and she said she would gladly come.", "acceptance"),
        ("Ghana invited Togo's foreign minister to Accra, but he declined.", "refusal"),
        ("Ghana invited Togo's foreign minister to Accra. She did not accept.", "refusal"),
    ],
)
def test_answers(text: str, kind: str) -> None:
    found = read(text)
    invited = next(item for item in found if item.kind == "invitation")
    answer = next(item for item in found if item.kind == kind)
    assert (answer.by, answer.to) == (invited.to, invited.by)
    assert answer.evidence[0].start >= invited.evidence[0].end


@pytest.mark.parametrize(
    "text",
    [
        "Ghana invited Togo's foreign minister to Accra. Benin's minister accepted a prize.",
        "Ghana invited Togo's foreign minister to Accra. He might accept.",
        "Ghana invited Togo's foreign minister to Accra. The ministers declined to comment.",
        "Togo's foreign minister accepted. Ghana closed its border.",
    ],
)
def test_no_answer(text: str) -> None:
    assert not any(item.kind in {"acceptance", "refusal"} for item in read(text))


def test_one_word_answers_one_invitation() -> None:
    text = "Ghana invited Togo's president to Accra and Benin invited Togo's president to Cotonou. He accepted."
    assert [item.kind for item in read(text)].count("acceptance") <= 1
