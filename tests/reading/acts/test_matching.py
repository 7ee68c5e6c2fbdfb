"""Which entry a predicate is: the same verb with another object is another act."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon import intake
from memcon.reading.acts import acts_of, clauses_of
from memcon.reading.acts.matching import expanded


def acts(text: str) -> list[tuple[str, str]]:
    """(lemma, frame) of the event acts on the main line."""
    reader = shared_reader()
    analysis = reader.analyse(intake.document(text, published="2024-03-07"))
    found = []
    for parse in analysis.parsed:
        for act in acts_of(analysis, parse, clauses_of(parse, reader.lexicon), "event"):
            found.append((act.found.entry.lemma, act.found.entry.frame))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chad withdrew its troops from Mali.", ("withdraw", "troops")),
        ("Chad withdrew its ambassador from Mali.", ("withdraw", "ties")),
        ("Chad withdrew its peacekeeping force from Mali.", ("withdraw", "ties")),
        ("Chad accepted refugees from Sudan.", ("accept", "refugees")),
        ("Chad expelled two diplomats.", ("expel", "diplomats")),
        ("Chad expelled a reporter.", ("expel", "person")),
        ("Chad summoned the ambassador of Mali.", ("summon", "ambassador")),
        ("Chad blocked the website of a daily.", ("block", "media")),
        ("Chad held an exercise near Mali.", ("hold exercise", "one country")),
        ("Chad held an exercise with Mali.", ("hold exercise", "")),
        ("Chad allowed inspectors to enter.", ("allow", "access")),
    ],
)
def test_the_object_decides(text: str, wanted: tuple[str, str]) -> None:
    assert acts(text) == [wanted]


def test_the_noun_says_more_than_the_verb() -> None:
    assert [lemma for lemma, _ in acts("A bombing in Chad killed two soldiers.")] == ["bombing"]


def test_a_verb_without_its_object_is_no_act() -> None:
    assert acts("Chad sent a letter.") == []


def test_classes_expand_to_their_words() -> None:
    words = expanded(shared_reader().lexicon, ("@texts", "song"))
    assert {"treaty", "song"} <= words
    assert "@texts" not in words
