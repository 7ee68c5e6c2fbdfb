"""Every predicate proves itself: its positive, negated and planned examples are read as they say."""

from __future__ import annotations

import pytest

from markup import PUBLISHED, shared_reader
from memcon.lexicon import Lexicon
from memcon.lexicon.checking import problems, unproved
from memcon.lexicon.examples import failing_examples

LEXICON = Lexicon.load()
FILES = sorted({predicate.source.split(":")[0] for predicate in LEXICON.predicates})


def test_the_lexicon_holds_together() -> None:
    assert list(problems(LEXICON)) == []


def test_at_least_250_predicates_and_each_with_its_three_examples() -> None:
    assert len({(predicate.lemma, predicate.pos) for predicate in LEXICON.predicates}) >= 250
    assert [f"{predicate.source} {predicate.lemma}" for predicate in unproved(LEXICON)] == []


@pytest.mark.parametrize("file", FILES)
def test_examples_are_read_as_they_say(file: str) -> None:
    predicates = [predicate for predicate in LEXICON.predicates if predicate.source.startswith(f"{file}:")]
    reader = shared_reader()
    assert list(failing_examples(predicates, lambda text: reader.read(text, published=PUBLISHED))) == []
