"""Events that engagements stand for: type, mode and roles."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon.document import Document
from memcon.reading.analysis import Analysis
from memcon.reading.events.engaged import engaged_events
from memcon.record import Engagement, Evidence, Participant, When

TEXT = "Somebody met somebody."


def engagement(
    status: str = "held", kind: str = "meeting", parties: tuple[str, ...] = ("CHN", "USA"), **more: object
) -> Engagement:
    shown = (Evidence(of=("kind",), start=0, end=8, exact="Somebody"),)
    return Engagement(id=str(more.pop("id", "e1")), kind=kind, status=status, parties=parties, evidence=shown, **more)  # type: ignore[arg-type]


def person(country: str, role: str) -> Participant:
    return Participant(name=f"somebody of {country}", country=country, role=role)  # type: ignore[arg-type]


def coded(*engagements: Engagement) -> list[tuple[str, str | None, tuple[str, ...], tuple[str, ...], str]]:
    reader = shared_reader()
    analysis = Analysis(document=Document(TEXT, TEXT), knowledge=reader.knowledge, lexicon=reader.lexicon)
    return [(d.type, d.mode, d.actor, d.recipient, d.status) for d in engaged_events(analysis, engagements)]


@pytest.mark.parametrize(
    ("status", "kind", "mode"),
    [
        ("held", "CONSULT", None),
        ("ongoing", "CONSULT", None),
        ("planned", "AGREE", None),
        ("expected", "AGREE", None),
        ("invited", "AGREE", None),
        ("postponed", "REJECT", "meet"),
        ("cancelled", "REJECT", "meet"),
        ("declined", "REJECT", "meet"),
    ],
)
def test_the_status_decides_the_type_and_is_kept(status: str, kind: str, mode: str | None) -> None:
    assert coded(engagement(status)) == [(kind, mode, ("CHN", "USA"), (), status)]


def test_a_denied_meeting_is_no_event() -> None:
    assert coded(engagement("denied")) == []


def test_one_party_alone_is_no_event() -> None:
    assert coded(engagement(parties=("USA",))) == []


def test_a_visitor_is_the_actor_and_the_host_the_recipient() -> None:
    visit = engagement(kind="visit", participants=(person("CHN", "host"), person("USA", "visitor")))
    assert coded(visit) == [("CONSULT", "visit", ("USA",), ("CHN",), "held")]


def test_whoever_is_no_visitor_is_visited() -> None:
    assert coded(engagement(participants=(person("USA", "visitor"),))) == [("CONSULT", "visit", ("USA",), ("CHN",), "held")]
    assert coded(engagement(participants=(person("USA", "host"),))) == [("CONSULT", "visit", ("CHN",), ("USA",), "held")]


def test_a_call_is_by_phone() -> None:
    assert coded(engagement(kind="call"))[0][1] == "phone"
    assert coded(engagement(format="video"))[0][1] == "phone"


def test_talks_hosted_by_a_third_party() -> None:
    talks = engagement(
        kind="talks", parties=("CHN", "OMN", "USA"), participants=(person("OMN", "host"), person("USA", "participant"))
    )
    assert coded(talks) == [("CONSULT", "third-party", ("CHN", "USA"), ("OMN",), "held")]


def test_a_summit_of_many_is_multilateral() -> None:
    assert coded(engagement(kind="summit", parties=("CHN", "IND", "USA")))[0][1] == "multilateral"


def test_a_visit_is_told_by_its_meetings() -> None:
    visit = engagement(id="e1", kind="visit", participants=(person("USA", "visitor"),))
    assert len(coded(visit, engagement(id="e2", part_of="e1"))) == 1


def test_background_and_link_are_kept() -> None:
    reader = shared_reader()
    analysis = Analysis(document=Document(TEXT, TEXT), knowledge=reader.knowledge, lexicon=reader.lexicon)
    draft = next(engaged_events(analysis, (engagement(background=True),)))
    assert (draft.background, draft.derived_from) == (True, "e1")


def test_a_meal_is_told_by_the_talks_of_its_day() -> None:
    when = When(start="2024-03-05", end="2024-03-05", precision="day")
    assert len(coded(engagement(when=when), engagement(id="e2", kind="dinner", when=when))) == 1
    assert len(coded(engagement(when=when), engagement(id="e2", kind="dinner"))) == 2


def test_a_letter_is_no_consultation() -> None:
    assert coded(engagement(kind="letter")) == []
