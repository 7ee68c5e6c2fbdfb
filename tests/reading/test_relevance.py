"""Which sentences are parsed, and that leaving the others unparsed loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from memcon import intake
from memcon.lexicon import Lexicon
from memcon.lexicon.inflection import inflected
from memcon.reading.mentions import find_mentions
from memcon.reading.quotations import find_quotations
from memcon.reading.reader import Reader
from memcon.reading.relevance import READ, Relevance, words_of
from memcon.reading.sentences import Sentence, find_sentences

READER = Reader()
FINAL = (
    "Denby Rovers beat Kelby Swifts on Saturday. Tom Harker scored twice. He hurt his knee in the last minute. "
    "Rain fell all afternoon. The manager {said} that he might be out for a month. The next game is in May."
)


def parsed(text: str) -> list[str]:
    analysis = READER.analyse(intake.document(text, published="2024-05-20"))
    return [analysis.shadow[parse.start : parse.end] for parse in analysis.parsed]


def test_a_text_where_nobody_speaks_and_no_party_is_named_is_not_parsed() -> None:
    assert parsed("Fog lingers in the valleys. The river stood two metres above its usual level.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sam Pryce met Joe Tindall in Selby on Monday. They talked for two hours.",
        "The swimmer finished in 58 minutes and reached the beach. She had lunch with her coach.",
    ],
)
def test_contact_between_people_of_no_party_is_not_parsed_and_is_no_fact(text: str) -> None:
    assert parsed(text) == []
    whole = Reader(parser=READER.parser)
    whole.__dict__["_relevance"] = Everything(whole.lexicon)
    assert READER.read(text, published="2024-05-20") == whole.read(text, published="2024-05-20")


@pytest.mark.parametrize("said", ["said", "has told everybody", "warned", "thinks", "denied", "was adding"])
def test_who_speaks_is_parsed_with_what_a_pronoun_looks_back_at(said: str) -> None:
    assert len(parsed(FINAL.format(said=said))) == 5  # all but the last


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the club, the roof leaks.",
        "The club's answer: nobody came.",
        "The mayor met the builders.",  # an office
        "France grows wheat.",  # a party
        "It is “a poor season”.",
    ],
)
def test_what_may_carry_a_fact_is_parsed(sentence: str) -> None:
    assert sentence in parsed(f"Fog lingers in the valleys. {sentence}")


class Everything(Relevance):
    def worth_parsing(self, shadow: str, sentences: Sequence[Sentence], *_: Any) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in sentences if sentence.kind in READ)


def test_records_are_those_of_the_text_parsed_whole() -> None:
    whole = Reader(parser=READER.parser)
    whole.__dict__["_relevance"] = Everything(whole.lexicon)
    texts = [FINAL.format(said=said) for said in ("said", "laughed", "promised", "was told", "expects")]
    texts.append("Sam Pryce met Joe Tindall in Selby. They agreed to race in June. They will talk again, the club wrote.")
    texts.append("Copper fell. Analysts expect it to fall further. The yield slipped. Nobody knew why.")
    for text in texts:
        assert READER.read(text, published="2024-05-20") == whole.read(text, published="2024-05-20")
    assert any(READER.read(text).statements for text in texts)


def test_every_form_that_the_model_knows_of_a_head_is_looked_for() -> None:
    """spaCy's own table of irregular forms, for all heads of what may be told."""
    parser: Any = READER.parser
    irregular = READER.lexicon.table("irregular")["forms"]
    table = parser._nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")
    heads = {(entry.head, entry.pos) for entry in READER.lexicon.predicates if entry.speech}
    missing = [
        (form, lemma)
        for pos in ("verb", "noun")
        for form, lemmas in table[pos].items()
        for lemma in lemmas
        if (lemma, pos) in heads and form not in inflected(lemma, irregular)
    ]
    assert missing == []


def test_words_are_found_whole_and_in_parts() -> None:
    assert {"sit-down", "sit", "down", "he", "it's", "'s"} - words_of("he had a sit-down; it's done. 's") == set()


def test_a_lexicon_without_words_lets_no_plain_sentence_through() -> None:
    document = intake.document("Sam Pryce said nothing. Fog lingers.", published="2024-05-20")
    sentences = find_sentences(document)
    mentions = find_mentions(document, sentences, READER.knowledge, READER.lexicon)
    chosen = Relevance(Lexicon(version="none")).worth_parsing(document.shadow, sentences, mentions, find_quotations(document))
    assert chosen == ()
