"""Constructions of real pages: occasions at the side of others, in long names; each a sentence of its own."""

from __future__ import annotations

import pytest

from markup import shared_reader

ASIDE = [
    "Lavrov met with Fidan on the sidelines of the Association of Southeast Asian Nations (ASEAN) post-Ministerial"
    " Conference with China in Vientiane.",
    "Lavrov met with Fidan on the margins of the summit of the Shanghai Cooperation Organisation (SCO) in Astana.",
]


@pytest.mark.parametrize("sentence", ASIDE)
def test_who_meets_at_the_side_of_a_conference_holds_no_other(sentence: str) -> None:
    (engagement,) = shared_reader().read(sentence, published="2024-07-27").engagements
    assert (engagement.kind, engagement.parties) == ("meeting", ("RUS", "TUR"))


def test_speaking_of_something_is_no_call() -> None:
    record = shared_reader().read("Lavrov and Fidan both spoke of the war in the south.", published="2024-07-27")
    assert record.engagements == ()
