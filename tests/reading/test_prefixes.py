"""Words with a prefix and a hyphen are one word to the parser, and are what was printed in the record."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon import intake
from memcon.reading.parsing import SpacyParser
from memcon.reading.prefixes import joined, parted

WORDS = """
Sikorski and Sybiha co-chaired the commission. | co-chaired | co-chair | VERB
Sikorski will co-host the conference with Sybiha. | co-host | co-host | VERB
Ghana has re-opened its embassy. | re-opened | reopen | VERB
The two states co-operate on trade. | co-operate | cooperate | VERB
Their co-operation goes on. | co-operation | cooperation | NOUN
""".strip().splitlines()


@pytest.mark.parametrize("line", WORDS)
def test_the_word_is_whole(line: str) -> None:
    text, word, lemma, part = (item.strip() for item in line.split("|"))
    analysis = shared_reader().analyse(intake.document(f"Talks were held. {text}", published="2024-06-13"))
    assert analysis.parsed
    (found,) = [token for token in parted(SpacyParser().parse([joined(text)])[0], text) if "-" in token.text]
    assert (found.text, found.lemma_, found.pos_) == (word, lemma, part)
    assert text[found.idx : found.idx + len(word)] == word


@pytest.mark.parametrize("text", ["Go-slow strikes end.", "The Franco-German axis.", "A pre-election vow.", "Oslo met."])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert joined(text) == text
    line = SpacyParser().parse([text])[0]
    assert parted(line, text) is line


def test_who_chairs_together_meets() -> None:
    record = shared_reader().read(
        "Radosław Sikorski and Dmytro Kuleba co-chaired the fourth round of the dialogue in Lublin on Monday.",
        published="2024-06-13",
    )
    (one,) = record.engagements
    assert (one.kind, one.status, one.parties) == ("talks", "held", ("POL", "UKR"))
    assert "co-chaired" in "".join(item.exact for item in one.evidence)


def test_a_plan_told_with_co_host_is_a_plan_to_its_end() -> None:
    record = shared_reader().read(
        "Penny Wong will co-host the strategic dialogue with Retno Marsudi, hold talks with Vivian Balakrishnan, and visit Dili.",
        published="2024-06-13",
    )
    assert {(one.status, one.parties) for one in record.engagements} >= {
        ("planned", ("AUS", "IDN")),
        ("planned", ("AUS", "SGP")),
    }
    assert record.commitments == ()
