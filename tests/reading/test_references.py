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
2023-03-10 Iran and Saudi Arabia agreed to reopen embassies. Wang Yi, China's top diplomat, called it a victory. The ministers of [the two countries|IRN,SAU] will meet.
2023-06-19 Blinken met [his Chinese and German counterparts|CHN,DEU] in Paris.
2023-06-19 Modi met [his Danish and Spanish counterparts|DNK,ESP|Mette Frederiksen] Mette Frederiksen and Pedro Sanchez.
2023-06-19 China protested. [It|CHN] summoned the ambassador.
2023-06-19 Lavrov met Fidan and thanked [him|TUR|Hakan Fidan].
2023-06-19 Qin Gang met Lavrov on Monday. During [his|RUS|Sergei Lavrov] stay, Lavrov will also open an embassy.
2023-06-19 Lavrov spoke. "The guest was Wang Yi, and he was tired," [he|RUS|Sergei Lavrov] said.
2023-06-19 India and Pakistan joined the SCO. [Both countries|IND,PAK] signed.
2023-06-19 Lavrov met Fidan on Monday. [They|RUS,TUR] agreed to go on.
2023-03-08 Pope Francis left for Rome. Salih praised him. [The Pope|VAT|Pope Francis] smiled.
2023-06-19 Qin Gang met Lavrov. Fidan, [he|CHN|Qin Gang] said, would fly home.
2023-06-19 Lavrov told Fidan, [who himself|TUR|Hakan Fidan] had called for calm, that it was late.
2023-06-19 Lula met Xi Jinping in Beijing. China lifted its ban. [Both sides|BRA,CHN] agreed.
2023-06-19 China and India agreed to a truce after talks between [their leaders|CHN,IND].
2023-06-19 Egypt and Qatar spoke. [The ambassadors of both countries|EGY,QAT] return today.
2023-06-19 Lavrov hosted Fidan. Biden phoned [both sides|RUS,TUR] on Monday.
2023-06-19 Qin Gang, Fidan and Lavrov met. [All|CHN,RUS,TUR] affirmed their commitment.
2023-06-19 Wang Yi received Lavrov in Beijing. [The visiting minister|RUS|Sergei Lavrov] said thanks.
2023-06-19 Wang Yi met Lavrov. Fidan saw Qin Gang before [the latter|CHN|Qin Gang] flew home.
2023-06-19 [The foreign minister|DEU|Annalena Baerbock] flew to Oslo. Annalena Baerbock met Wang Yi there.
2023-06-19 Lavrov saw Fidan. [The two top diplomats|RUS,TUR] talked, and [both foreign affairs ministers|RUS,TUR] left.
2023-06-19 France and Germany agreed. [The two neighbouring nations|DEU,FRA] will sign.
2023-06-19 Lavrov saw [his counterpart from Norway|NOR|Anniken Huitfeldt].
2023-06-19 [Chinese state councilor|CHN|Roe Lee] visits Laos. State Councilor Roe Lee of China left on Monday.
2023-06-19 Antony Blinken met Wang Yi. Then [the US diplomat|USA|Antony Blinken] flew home.
2023-06-19 [Joan Weir|KEN|Joan Weir], who heads the Kenyan foreign ministry, spoke.
2023-06-19 Hungary's Janos Ader and his successor, [Jane Roe|HUN|Jane Roe], spoke.
2023-06-19 Defence Minister Sergei Shoigu of Russia left, [Deputy Defence Minister Alan Roe|RUS|Alan Roe] said.
2023-06-19 Macri met Lula. The talks before Lula's visit were [his|BRA|Luiz Inácio Lula da Silva] first.
2023-06-19 Xi Jinping's speech was long. Lula met Biden, and [the two|BRA,USA] agreed.
2019-06-12 Shinzo Abe will see Rouhani, Taro Kono told reporters. Abe carries no letter, [he|JPN|Taro Kono] added.
2019-06-12 [The two ministers|IRN,JPN], Zarif and Taro Kono, held talks.
2023-08-20 Ghana spoke with the Nigerien junta. [The junta|NER] agreed.
2024-08-28 Albanese's plane was late. It followed Luxon's talks with Lula, at which [the pair|BRA,NZL] signed a pact.
2023-06-19 "It was late," Modi said. Albanese called it early. [They|AUS,IND] had dined together.
2023-06-19 Modi left. Albanese and Lula stayed. [They|AUS,BRA] dined together.
2023-06-19 Lula left. Fidan and Lavrov stayed. A call between [the two|RUS,TUR] came a month after [they|RUS,TUR] fell out.
2023-06-19 Lula flew home. Modi, whom [he|BRA|Luiz Inácio Lula da Silva] had welcomed, was pleased.
2023-06-19 Lula flew home. Modi, whose guest [he|BRA|Luiz Inácio Lula da Silva] was, stayed in Delhi.
2023-06-19 Lula met Modi. Annalena Baerbock invited [the two leaders|BRA,IND] to Berlin.
2023-06-19 Lula met Modi. On Monday he leaves for Lima, where Boric expects him. It was late. [The presidents|BRA,IND] went on.
2023-06-19 Penny Wong visited Suva in May; [her counterpart, Alan Roe|FJI|Alan Roe], had been in Australia in April.
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


HOME = """
NEW DELHI, June 19 (Wire) - India put off talks with Pakistan. [Foreign ministry spokesman Sid Roe|IND] said so.
NEW DELHI, June 19 (Wire) - India put off talks with Pakistan. [Foreign Secretary Ann Roe|IND] said so.
CANBERRA, June 19 (Wire) - Australia opened an embassy. [The prime minister|AUS] was pleased.
TEHRAN, June 19 (Wire) - Antony Blinken came to Tehran, Iran said. He saw Ebrahim Raisi. [The visiting minister|USA] left.
MELBOURNE, June 19 (Wire) - [The PM|AUS] hosted Laos's Sonexay Siphandone. Australia will pay, and Australians will dance.
VIENNA, June 19 (Wire) - Iran and Russia met. [The foreign ministry|] was silent.
"""


@pytest.mark.parametrize("line", HOME.strip().splitlines())
def test_an_office_without_a_party_is_the_home_states(line: str) -> None:
    example = parse_example(line)
    mentions = shared_reader().analyse(intake.document(example.text, published="2023-06-19")).mentions
    (actor,) = example.actors
    found = [m for m in mentions if actor.start <= m.start and m.end <= actor.end]
    assert ",".join(party for m in found for party in m.parties) == actor.value


def test_the_home_state_is_known_by_address_and_outlet() -> None:
    text = "The prime minister met the president of France."
    for address in ({"url": "https://www.pm.gov.au/media/one"}, {"outlet": "Prime Minister of Australia"}):
        document = intake.document(text, published="2023-06-19", **address)
        first = shared_reader().analyse(document).mentions[0]
        assert (first.parties, text[first.start : first.end]) == (("AUS",), "The prime minister")


def test_a_pronoun_with_nobody_before_it_stays_open() -> None:
    mentions = shared_reader().analyse(intake.document("He said so. It rained.", published="2023-06-19")).mentions
    assert all(not mention.actors for mention in mentions)


def test_several_unknown_are_not_those_who_acted_before() -> None:
    text = "Modi spoke. Albanese smiled. The caterer and the florist left when they were paid."
    document = intake.document(text, published="2023-06-19")
    assert [m.actors for m in shared_reader().analyse(document).mentions if m.rule == "pronoun"] == [()]


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


@pytest.mark.parametrize("noun", ["factions", "militias", "drafts"])
def test_two_of_something_else_are_nobody_named(noun: str) -> None:
    text = f"Museveni spoke to Kiir. He has mediated talks between the two rival {noun} of the north."
    mentions = shared_reader().analyse(intake.document(text, published="2023-06-19")).mentions
    assert all(not mention.actors for mention in mentions if text[mention.start : mention.end] == "the two")


@pytest.mark.parametrize("of", ["of the western states", "of the world", "from the islands"])
def test_the_ministers_of_others_are_not_those_named_before(of: str) -> None:
    text = f"Lavrov met Fidan. The ministers {of} expressed their concern."
    mentions = shared_reader().analyse(intake.document(text, published="2023-06-19")).mentions
    assert all(not mention.actors for mention in mentions if text[mention.start : mention.end] == "The ministers")


def test_the_dead_do_not_meet() -> None:
    text = "Ingrida Simonyte recalled Soviet leader Joseph Stalin. The prime ministers left for talks in Oslo."
    mentions = shared_reader().analyse(intake.document(text, published="2022-11-28")).mentions
    assert all(not mention.actors for mention in mentions if text[mention.start : mention.end] == "The prime ministers")
