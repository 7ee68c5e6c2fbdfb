"""The acts agree with PLOVER's own tables: types, modes and CAMEO codes."""

from __future__ import annotations

from memcon.lexicon import Lexicon

LEXICON = Lexicon.load()
EVENTS = [predicate for predicate in LEXICON.predicates if predicate.event is not None]
DECLARED = {"0871"}  # a ceasefire declared is CONCEDE, one kept RETREAT: docs/plover.md


def test_at_least_200_predicates_cover_the_sixteen_types() -> None:
    assert len({(predicate.lemma, predicate.pos) for predicate in EVENTS}) >= 200
    assert {predicate.event.type for predicate in EVENTS if predicate.event} == {entry.id for entry in LEXICON.plover}


def test_codes_become_the_types_that_the_acts_have() -> None:
    wrong = []
    for predicate in EVENTS:
        signal = predicate.event
        assert signal is not None
        code = LEXICON.cameo_code(signal.cameo) if signal.cameo else None
        if signal.cameo not in DECLARED and (code is None or code.type != signal.type):
            wrong.append((predicate.source, predicate.lemma, signal.cameo, signal.type))
    assert wrong == []


def test_modes_are_plovers() -> None:
    wrong = []
    for predicate in EVENTS:
        signal = predicate.event
        if signal is not None and signal.mode and signal.mode not in LEXICON.plover_type(signal.type).modes:
            wrong.append((predicate.source, predicate.lemma, signal.mode))
    assert wrong == []


def test_classes_that_acts_ask_for_exist() -> None:
    classes = set(LEXICON.table("noun_classes"))
    asked = {
        word[1:]
        for predicate in LEXICON.predicates
        for signal in (predicate.event, predicate.commitment)
        if signal is not None
        for word in (*signal.object, *getattr(signal, "subject", ()))
        if word.startswith("@")
    }
    assert asked <= classes
