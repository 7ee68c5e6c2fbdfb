"""Blame that a judgement says, diplomats declared unwelcome, and events that commitments stand for."""

from __future__ import annotations

import pytest

from markup import read_marked, shared_reader

JUDGED = [
    ("[Pakistan|PAK] called the decision of [India|IND] a setback.", "PAK", "IND"),
    ("[Peru|PER] described the visit of [Chile|CHL] to the island as a provocation.", "PER", "CHL"),
    ("[Japan|JPN] called [Russia|RUS]'s drills “unacceptable”.", "JPN", "RUS"),
    ("[Russia|RUS] bought the island; [Japan|JPN] called it “regrettable”.", "JPN", "RUS"),
    ("[Kenya|KEN] said that the raid by [Sudan|SDN] was unacceptable.", "KEN", "SDN"),
    ("[Sudan|SDN]'s claims were baseless, [Kenya|KEN] said.", "KEN", "SDN"),
    ("[Kenya|KEN] dismissed [Sudan|SDN]'s charges as baseless.", "KEN", "SDN"),
]


@pytest.mark.parametrize(("sentence", "actor", "recipient"), JUDGED)
def test_judged(sentence: str, actor: str, recipient: str) -> None:
    _, record = read_marked(sentence)
    assert [(e.actor, e.recipient) for e in record.events if e.type == "ACCUSE"] == [((actor,), (recipient,))]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Pakistan|PAK] called the decision of [India|IND] a success.",
        "[Pakistan|PAK] did not call the decision of [India|IND] a setback.",
        "[Pakistan|PAK] could call the decision of [India|IND] a setback.",
        "[Pakistan|PAK] called its own decision a mistake.",
        "[Peru|PER] called a meeting on the illegal trade.",
        "[Peru|PER] said that the floods in [Chile|CHL] were dangerous.",
        "[Peru|PER] said that its own raid was a mistake.",
        "[Peru|PER] said that the raid by [Chile|CHL] was not unacceptable.",
        "The American president called her vote for the [Iraq|IRQ] war a mistake.",
    ],
)
def test_not_judged(sentence: str) -> None:
    _, record = read_marked(sentence)
    assert not [event for event in record.events if event.rule == "judged"]


PRAISED = [
    ("[Kenya|KEN] described [Sudan|SDN] as a key and reliable partner.", "KEN", "SDN"),
    ("[Kenya|KEN] called [Sudan|SDN] a close friend.", "KEN", "SDN"),
    ("[Kenya|KEN] called the president of [Sudan|SDN] a man of peace.", "KEN", "SDN"),
]


@pytest.mark.parametrize(("sentence", "actor", "recipient"), PRAISED)
def test_praised(sentence: str, actor: str, recipient: str) -> None:
    _, record = read_marked(sentence)
    assert (actor,) in [event.actor for event in record.events if event.type == "SUPPORT" and recipient in event.recipient]


@pytest.mark.parametrize(
    "sentence",
    ["[Kenya|KEN] did not call [Sudan|SDN] a close friend.", "[Kenya|KEN] called a close friend of [Sudan|SDN]."],
)
def test_not_praised(sentence: str) -> None:
    _, record = read_marked(sentence)
    assert not [event for event in record.events if event.type == "SUPPORT"]


UNWELCOME = [
    ("[Peru|PER] declared the ambassador of [Mexico|MEX] persona non grata.", "SANCTION", "PER", "MEX"),
    ("The ambassador of [Mexico|MEX] was declared persona non grata by [Peru|PER].", "SANCTION", "PER", "MEX"),
    ("[Peru|PER] said it had declared two diplomats of [Mexico|MEX] personae non gratae.", "SANCTION", "PER", "MEX"),
    ("[Peru|PER] will declare the ambassador of [Mexico|MEX] persona non grata.", "THREATEN", "PER", "MEX"),
    ("Two envoys of [Mexico|MEX] will be declared persona non grata, [Peru|PER] said.", "THREATEN", "PER", "MEX"),
    (
        "[Peru|PER] has ordered its foreign ministry to declare the envoy of [Mexico|MEX] persona non grata.",
        "THREATEN",
        "PER",
        "MEX",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "actor", "recipient"), UNWELCOME)
def test_unwelcome(sentence: str, kind: str, actor: str, recipient: str) -> None:
    _, record = read_marked(sentence)
    assert (kind, (actor,), (recipient,)) in [(e.type, e.actor, e.recipient) for e in record.events]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Peru|PER] did not declare the ambassador of [Mexico|MEX] persona non grata.",
        "[Peru|PER] could declare the ambassador of [Mexico|MEX] persona non grata.",
        "The ambassador of [Mexico|MEX] was declared persona non grata.",
    ],
)
def test_not_unwelcome(sentence: str) -> None:
    _, record = read_marked(sentence)
    assert not [event for event in record.events if event.rule == "unwelcome"]


def test_an_answer_and_a_joint_future_are_agreements() -> None:
    text = "Kenya's president invited his Ugandan counterpart to Nairobi. The latter accepted. Kenya and Uganda are to create a fund."
    events = shared_reader().read(text, published="2024-03-07").events
    assert [(e.type, e.rule) for e in events if e.rule.startswith("commitment.")] == [
        ("AGREE", "commitment.acceptance"),
        ("AGREE", "commitment.agreement"),
    ]
    assert [e.status for e in events if e.rule == "commitment.agreement"] == ["planned"]


def test_what_a_predicate_has_told_is_told_once() -> None:
    _, record = read_marked("[Norway|NOR] will give [Ghana|GHA] a loan of $5 million.")
    assert [event.type for event in record.events] == ["AGREE"]
