"""What the text itself is not sure of takes from confidence, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from markup import read_marked
from memcon.lexicon import Lexicon
from memcon.reading.hedges import is_hedged

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Lavrov reportedly met Fidan in Ankara.", True),
        ("Lavrov is said to have met Fidan.", True),
        ("The two appear to have spoken by phone.", True),
        ("It was not immediately clear whether they met.", True),
        ("Lavrov met Fidan in Ankara.", False),
        ("Unconfirmedly is no word.", False),
        ("Moscow dismissed rumours that they had met.", False),
        ("", False),
    ],
)
def test_hedges(text: str, hedged: bool) -> None:
    assert is_hedged(text, LEXICON) is hedged


def test_a_hedged_fact_has_less_confidence_and_the_same_status() -> None:
    _, plain = read_marked("[Lavrov|RUS] {met} [Fidan|TUR] in Ankara.")
    _, hedged = read_marked("[Lavrov|RUS] reportedly {met} [Fidan|TUR] in Ankara.")
    assert [e.status for e in hedged.engagements] == [e.status for e in plain.engagements] == ["held"]
    assert hedged.engagements[0].confidence < plain.engagements[0].confidence
    assert hedged.events[0].confidence < plain.events[0].confidence


def test_a_lexicon_without_hedges_hedges_nothing(tmp_path: Path) -> None:
    bare = Lexicon(version="0")
    assert is_hedged("They reportedly met.", bare) is False
