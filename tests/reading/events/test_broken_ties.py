"""A state that breaks something off without saying with whom, in our words: with the one that the words before name."""

from __future__ import annotations

import pytest

from memcon import read

LINES = """
TCD > NER | Chad accused Niger of arming rebels. Chad recalled its ambassador on Monday.
TCD > NER | Chad blames Niger for the attack; it has recalled its ambassador.
TCD > NER | Chad expelled two diplomats of Niger on Monday. On Tuesday it cut diplomatic ties.
TCD > - | Chad was angry. It recalled its ambassador on Monday.
NOR > - | Norway praised Benin and Chad. It recalled its ambassador.
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_who_is_left(line: str) -> None:
    wanted, text = line.split(" | ")
    events = [event for event in read(text, published="2024-03-07").events if event.type == "SANCTION"]
    last = events[-1]
    assert f"{'/'.join(last.actor)} > {'/'.join(last.recipient) or '-'}" == wanted
