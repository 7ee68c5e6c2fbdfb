"""The main line of a sentence: its news clause by clause, and how each is meant."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon import intake
from memcon.reading.acts import clauses_of


def moods(text: str) -> dict[str, str]:
    """Each clause's verb with its mood."""
    reader = shared_reader()
    analysis = reader.analyse(intake.document(text, published="2024-03-07"))
    return {clause.token.lower_: clause.mood for parse in analysis.parsed for clause in clauses_of(parse, reader.lexicon)}


@pytest.mark.parametrize(
    ("text", "verb", "mood"),
    [
        ("Peru froze the account.", "froze", "held"),
        ("Peru will freeze the account.", "freeze", "planned"),
        ("Peru said it would freeze the account.", "freeze", "planned"),
        ("Peru plans to freeze the account.", "freeze", "planned"),
        ("Peru promised to freeze the account.", "freeze", "planned"),
        ("Peru is ready to freeze the account.", "freeze", "planned"),
        ("Peru is going to freeze the account.", "freeze", "planned"),
        ("Peru to freeze the account", "freeze", "planned"),
        ("Peru will not freeze the account.", "freeze", "refused"),
        ("Peru refused to freeze the account.", "freeze", "refused"),
        ("Peru did not freeze the account.", "freeze", "negated"),
        ("Peru failed to freeze the account.", "freeze", "negated"),
        ("Peru could freeze the account.", "freeze", "conditional"),
        ("Peru would have frozen the account.", "frozen", "conditional"),
        ("Peru would freeze the account if Chile asked.", "freeze", "conditional"),
        ("Peru must freeze the account, Chile said.", "freeze", "obliged"),
        ("Peru has to freeze the account.", "freeze", "obliged"),
        ("Peru began to freeze the accounts.", "freeze", "held"),
        ("Peru said on Monday it had frozen the account.", "frozen", "held"),
        ("Peru closed the office and froze the account.", "froze", "held"),
        ("Peru will close the office and freeze the account.", "freeze", "planned"),
        ("Peru closed the office, freezing the account.", "freezing", "held"),
        ("Peru made clear that it would freeze the account.", "freeze", "planned"),
        ("Peru answered by freezing the account.", "freezing", "held"),
        ("Peru joined its allies in freezing the account.", "freezing", "held"),
        ("Peru is to freeze the account.", "freeze", "planned"),
        ("Peru and Chile are to freeze the account.", "freeze", "planned"),
        ("Peru will no longer freeze the account.", "freeze", "refused"),
        ("Peru met the minister of Chile, who froze the account.", "froze", "held"),
        ("Peru froze the account; Chile protested.", "froze", "held"),
        ("Peru froze the account on Monday, two weeks after Chile closed its bank.", "froze", "held"),
    ],
)
def test_moods(text: str, verb: str, mood: str) -> None:
    assert moods(text).get(verb) == mood


@pytest.mark.parametrize(
    "text",
    [
        "The minister, who froze the account, resigned.",
        "After Peru froze the account, prices rose.",
        "Prices rose because Peru froze the account.",
        "The account that Peru froze was large.",
        "Chile urged Peru to have frozen the account.",
        "Peru met the minister of Chile, who had frozen the account.",
        "Peru met the minister who froze the account.",
    ],
)
def test_background_stays_out(text: str) -> None:
    assert not set(moods(text)) & {"froze", "frozen"}


def test_a_declaration_is_told_from_a_statement() -> None:
    reader = shared_reader()
    declared = []
    for text in ("Peru announced that it would freeze the account.", "Peru said that it would freeze the account."):
        analysis = reader.analyse(intake.document(text, published="2024-03-07"))
        clauses = clauses_of(analysis.parsed[0], reader.lexicon)
        declared.append(next(clause.declared for clause in clauses if clause.token.lower_ == "freeze"))
    assert declared == [True, False]
