"""What counts as read right: each section's expectation for each polarity."""

from __future__ import annotations

import pytest

from memcon.lexicon import CommitmentSignal, EngagementSignal, EventSignal, Predicate, SpeechSignal
from memcon.lexicon.examples import Polarity, check_example, failing_examples
from memcon.lexicon.markup import parse_example
from memcon.record import (
    About,
    Commitment,
    Content,
    Cue,
    Engagement,
    Event,
    MadeBy,
    Participant,
    Record,
    Speaker,
    Statement,
    Time,
)

ABOUT = About(id="sha256:0", made_by=MadeBy(memcon="0", model="none", knowledge="0", lexicon="0"))
MET = "[Lavrov|RUS] {met} [Fidan|TUR] on <Tuesday=2024-03-05>."
SAID = "[Oslo|NOR] {said} ((that it would pay))."


def record(**facts: object) -> Record:
    return Record.model_validate({"document": ABOUT, "times": (TUESDAY,), **facts})


TUESDAY = Time(start=20, end=27, exact="Tuesday", type="DATE", value="2024-03-05")
MEET = Predicate(lemma="meet", pos="verb", engagement=EngagementSignal(kind="meeting"))
SAY = Predicate(lemma="say", pos="verb", speech=SpeechSignal())
PLEDGE = Predicate(lemma="pledge", pos="verb", commitment=CommitmentSignal(kind="pledge"))
SANCTION = Predicate(lemma="sanction", pos="verb", event=EventSignal(type="SANCTION", mode="discontinue"))


def problems(marked: str, predicate: Predicate, polarity: Polarity, **facts: object) -> list[str]:
    return check_example(parse_example(marked), record(**facts), predicate, polarity)


def engagement(status: str, *parties: str, kind: str = "meeting") -> dict[str, object]:
    values = {"id": "e1", "kind": kind, "status": status, "parties": parties}
    return {"engagements": (Engagement.model_validate(values),)}


def statement(speaker: str, exact: str, *, cue: str = "said", negated: bool = False) -> dict[str, object]:
    said = Statement(
        id="s1",
        kind="indirect",
        speakers=(Speaker(start=0, end=4, exact="Oslo", country=speaker),),
        cue=Cue(start=5, end=9, exact=cue, lemma="say"),
        content=Content(start=10, end=10 + len(exact), exact=exact),
        negated=negated,
    )
    return {"statements": (said,), "times": ()}


@pytest.mark.parametrize(
    ("polarity", "status", "right"),
    [
        ("positive", "held", True),
        ("positive", "planned", False),
        ("negated", "denied", True),
        ("negated", "held", False),
        ("planned", "expected", True),
        ("planned", "held", False),
    ],
)
def test_engagements_by_status(polarity: Polarity, status: str, right: bool) -> None:
    assert (problems(MET, MEET, polarity, **engagement(status, "RUS", "TUR")) == []) is right


def test_an_engagement_needs_its_kind_and_its_parties() -> None:
    assert problems(MET, MEET, "positive", **engagement("held", "RUS", "TUR", kind="talks")) == []
    assert problems(MET, MEET, "positive", **engagement("held", "RUS", "TUR", kind="letter")) != []
    assert problems(MET, MEET, "positive", **engagement("held", "RUS", "SRB")) != []
    assert problems(MET, MEET, "negated") == []


def test_a_predicate_of_what_was_called_off_is_never_held() -> None:
    cancel = Predicate(lemma="cancel", pos="verb", engagement=EngagementSignal(kind="meeting", status="cancelled"))
    assert problems(MET, cancel, "positive", **engagement("cancelled", "RUS", "TUR")) == []
    assert problems(MET, cancel, "planned", **engagement("held", "RUS", "TUR")) != []
    assert problems(MET, cancel, "planned", **engagement("cancelled", "RUS", "TUR")) == []


def test_times_and_names_are_held_against_every_record() -> None:
    other_day = TUESDAY.model_copy(update={"value": "2024-03-12"})
    assert "2024-03-12" in problems(MET, MEET, "negated", times=(other_day,))[0]
    assert "no time" in problems(MET, MEET, "negated", times=())[0]
    named = "[Lavrov|RUS|Sergey Lavrov] did not {meet} anybody."
    assert problems(named, MEET, "negated") == ["'Lavrov' was not resolved to Sergey Lavrov"]
    took_part = Engagement(id="e1", kind="meeting", status="denied", participants=(Participant(name="Sergey Lavrov"),))
    assert problems(named, MEET, "negated", engagements=(took_part,)) == []


@pytest.mark.parametrize(
    ("polarity", "speaker", "exact", "negated", "right"),
    [
        ("positive", "NOR", "that it would pay", False, True),
        ("positive", "SWE", "that it would pay", False, False),
        ("positive", "NOR", "that it", False, False),
        ("negated", "NOR", "that it would pay", True, True),
        ("negated", "NOR", "that it would pay", False, False),
        ("planned", "NOR", "that it would pay", False, True),
        ("planned", "SWE", "that it would pay", False, False),
    ],
)
def test_statements(polarity: Polarity, speaker: str, exact: str, negated: bool, right: bool) -> None:
    assert (problems(SAID, SAY, polarity, **statement(speaker, exact, negated=negated)) == []) is right


def test_a_statement_must_be_there_and_of_its_sense() -> None:
    assert problems(SAID, SAY, "positive", times=()) != []
    wants = Predicate(lemma="want", pos="verb", speech=SpeechSignal(sense="attitude"))
    assert problems(SAID, wants, "positive", **statement("NOR", "that it would pay")) != []


def test_denying_that_one_denies_says_nothing_of_the_content() -> None:
    deny = Predicate(lemma="deny", pos="verb", speech=SpeechSignal(negated=True))
    assert problems(SAID, deny, "negated", **statement("NOR", "that it would pay")) == []


@pytest.mark.parametrize(
    ("polarity", "by", "negated", "right"),
    [
        ("positive", ("NOR",), False, True),
        ("positive", ("SWE",), False, False),
        ("positive", ("NOR",), True, False),
        ("negated", ("NOR",), True, True),
        ("negated", ("NOR",), False, False),
        ("planned", ("NOR",), False, True),
        ("planned", ("SWE",), False, False),
    ],
)
def test_commitments(polarity: Polarity, by: tuple[str, ...], negated: bool, right: bool) -> None:
    given = Commitment(id="c1", kind="pledge", by=by, negated=negated)
    assert (problems("[Oslo|NOR] {pledged} help.", PLEDGE, polarity, commitments=(given,)) == []) is right


@pytest.mark.parametrize(
    ("polarity", "actor", "recipient", "status", "right"),
    [
        ("positive", "USA", "IRN", "held", True),
        ("positive", "USA", "RUS", "held", False),
        ("negated", "USA", "IRN", "held", False),
        ("negated", "USA", "IRN", "denied", True),
        ("planned", "USA", "IRN", "held", False),
        ("planned", "USA", "IRN", "planned", True),
    ],
)
def test_events(polarity: Polarity, actor: str, recipient: str, status: str, right: bool) -> None:
    coded = Event.model_validate(
        {
            "id": "v1", "type": "SANCTION", "mode": "discontinue", "quad": 4, "score": -6,
            "actor": (actor,), "recipient": (recipient,), "status": status,
        }
    )  # fmt: skip
    found = problems("[Washington|USA] {sanctioned} [Iran|IRN].", SANCTION, polarity, events=(coded,))
    assert (found == []) is right


def test_failing_examples_name_the_predicate_and_its_line() -> None:
    predicate = Predicate(lemma="meet", pos="verb", engagement=MEET.engagement, positive=(MET,), source="a.toml:7")
    lines = list(failing_examples([predicate], lambda text: record()))
    assert len(lines) == 1
    wanted = "a.toml:7: meet (positive): wanted a meeting held of ['RUS', 'TUR']; read: no engagement"
    assert lines[0].startswith(wanted)
