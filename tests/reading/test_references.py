"""He, the secretary, both sides, his Chinese counterpart: who is meant."""

from __future__ import annotations

import pytest

from markup import parse_example, shared_reader
from memcon import intake

REFERENCES = """
2023-06-19 Blinken met Qin Gang on Sunday. [The secretary|USA|Antony Blinken] praised the talks.
2023-06-19 Wang Yi blamed Washington. [He|CHN|Wang Yi] said ties were poor.
2023-06-19 Biden said [he|USA|Joe Biden] expected to meet Xi.
2023-06-19 Xi Jinping told Joe Biden that the two should meet. [He|CHN|Xi Jinping] praised Bali.
2023-06-19 German Foreign Minister Annalena Baerbock met Wang Yi. [She|DEU|Annalena Baerbock] praised the talks.
2023-06-19 Blinken met [his Chinese counterpart|CHN|Qin Gang] in Beijing.
2023-06-19 Blinken met Qin Gang for talks that [both sides|CHN,USA] called frank.
2023-06-19 Turkish Foreign Minister Hakan Fidan met [his Danish counterpart, Lars Roe|DNK|Lars Roe].
2023-03-16 Japanese Prime Minister Fumio Kishida hosted South Korean President Yoon Suk-yeol. [The two leaders|JPN,KOR] agreed.
2023-06-19 Blinken met [his Chinese and German counterparts|CHN,DEU] in Paris.
2023-06-19 Modi met [his Danish and Spanish counterparts|DNK,ESP|Mette Frederiksen] Mette Frederiksen and Pedro Sanchez.
2023-06-19 China protested. [It|CHN] summoned the ambassador.
2023-06-19 Lavrov met Fidan and thanked [him|TUR|Hakan Fidan].
2023-06-19 Qin Gang met Lavrov on Monday. During [his|RUS|Sergei Lavrov] stay, Lavrov will also open an embassy.
2023-06-19 Lavrov spoke. "The guest was Wang Yi, and he was tired," [he|RUS|Sergei Lavrov] said.
2023-06-19 India and Pakistan joined the SCO. [Both countries|IND,PAK] signed.
2023-06-19 Lavrov met Fidan on Monday. [They|RUS,TUR] agreed to go on.
2023-11-10 China and the United States differ on Taiwan. [The two leaders|CHN,USA] will talk.
"""


@pytest.mark.parametrize("line", REFERENCES.strip().splitlines())
def test_references_are_resolved_as_marked(line: str) -> None:
    published, marked = line.split(" ", 1)
    example = parse_example(marked)
    mentions = shared_reader().analyse(intake.document(example.text, published=published)).mentions
    for actor in example.actors:
        found = [m for m in mentions if actor.start <= m.start and m.end <= actor.end]
        assert found, f"nothing in {example.text[actor.start : actor.end]!r}"
        assert tuple(sorted({party for m in found for party in m.parties})) == tuple(actor.value.split(","))
        if actor.name:
            assert actor.name in [a.name for m in found for a in m.actors]


def test_a_pronoun_with_nobody_before_it_stays_open() -> None:
    mentions = shared_reader().analyse(intake.document("He said so. It rained.", published="2023-06-19")).mentions
    assert all(not mention.actors for mention in mentions)


def test_a_subject_that_stands_for_a_clause_is_nobody() -> None:
    text = "Iran and the EU met in Vienna. It was agreed that the talks would go on."
    mentions = shared_reader().analyse(intake.document(text, published="2023-06-19")).mentions
    assert [m for m in mentions if text[m.start : m.end] == "It"] == []


def test_the_subject_is_not_its_own_object() -> None:
    text = "Lavrov met Fidan. Lavrov told him that the deal was dead."
    mentions = shared_reader().analyse(intake.document(text, published="2023-07-19")).mentions
    him = next(m for m in mentions if text[m.start : m.end] == "him")
    assert him.actor is not None
    assert him.actor.name == "Hakan Fidan"
