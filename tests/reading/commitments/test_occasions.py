"""Invitations told in passing, in our words: who invites whom, or nothing."""

from __future__ import annotations

import pytest

from memcon import read

LINES = """
IND > MDV | At the invitation of President Droupadi Murmu, President Mohamed Muizzu is paying a state visit to India.
PAK > IRN | Hossein Amir-Abdollahian will visit Pakistan on 29 January at the invitation of Foreign Minister Jalil Abbas Jilani.
FRA > CHN | The visit to France by Xi Jinping from 5 to 7 May is at the invitation of President Emmanuel Macron.
FRA > IND | Emmanuel Macron, at whose invitation Narendra Modi came to Paris, was pleased.
nothing | Emmanuel Macron spoke at the invitation of the mayors.
nothing | Catherine Colonna spoke at the invitation of Emmanuel Macron.
nothing | Xi Jinping looked at the invitation with Olaf Scholz.
"""


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_who_came_at_whose_invitation(line: str) -> None:
    wanted, text = line.split(" | ")
    found = [item for item in read(text, published="2024-03-07").commitments if item.kind == "invitation"]
    assert ["/".join(item.by) + " > " + "/".join(item.to) for item in found] == ([] if wanted == "nothing" else [wanted])


def test_the_words_are_the_phrase() -> None:
    record = read("Xi Jinping will visit France in May at the invitation of Emmanuel Macron.", published="2024-03-07")
    assert [item.what.exact for item in record.commitments if item.what] == ["at the invitation of Emmanuel Macron"]
