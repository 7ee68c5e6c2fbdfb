"""The contract: frozen values, equal bytes, and a check that finds what does not hold."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from memcon.document import Document
from memcon.errors import RecordError
from memcon.record import (
    About,
    Commitment,
    Engagement,
    Event,
    Evidence,
    MadeBy,
    Participant,
    Record,
    json_schema,
    spans_of,
)

TEXT = "Lavrov met Fidan in Ankara on Tuesday."
DOCUMENT = Document(TEXT, TEXT)


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(of=("kind",), start=start, end=start + len(words), exact=words)


def engagement(**changes: object) -> Engagement:
    fields: dict[str, object] = {
        "id": "e1",
        "kind": "meeting",
        "parties": ("RUS", "TUR"),
        "participants": (Participant(name="Sergey Lavrov", country="RUS"),),
        "rule": "meet",
        "evidence": (evidence("met"),),
    }
    return Engagement.model_validate(fields | changes)


def record(*engagements: Engagement, **rest: object) -> Record:
    about = About(id=DOCUMENT.id, made_by=MadeBy(memcon="0", model="m", knowledge="k", lexicon="l"))
    return Record.model_validate({"document": about, "engagements": engagements} | rest)


def test_a_record_that_holds_passes() -> None:
    record(engagement()).check(DOCUMENT)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"evidence": ({"start": 0, "end": 3, "exact": "Fid"},)}, "not 'Fid'"),
        ({"evidence": ({"start": 0, "end": 99, "exact": "x"},)}, "outside the text"),
        ({"evidence": ()}, "no evidence"),
        ({"rule": ""}, "which rule"),
        ({"part_of": "e9"}, "refers to e9"),
        ({"parties": ("TUR", "RUS")}, "not sorted"),
    ],
)
def test_check_names_what_does_not_hold(wrong: dict[str, object], says: str) -> None:
    with pytest.raises(RecordError, match=says):
        record(engagement(**wrong)).check(DOCUMENT)


def test_check_sees_every_reference_and_doubled_ids() -> None:
    commitment = Commitment(id="c1", kind="pledge", engagement="e7", rule="r", evidence=(evidence("met"),))
    event = Event.model_validate(
        {
            "id": "c1",
            "type": "CONSULT",
            "quad": 1,
            "score": 1,
            "from": "e8",
            "rule": "r",
            "evidence": (evidence("met"),),
        }
    )
    with pytest.raises(RecordError, match=r"(?s)two facts have the id c1.*refers to e7.*refers to e8"):
        record(commitments=(commitment,), events=(event,)).check(DOCUMENT)


def test_values_are_frozen_and_closed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        engagement().kind = "call"  # type: ignore[misc]
    with pytest.raises(ValidationError, match="extra"):
        engagement(mood="good")


def test_json_goes_round_and_is_the_same_bytes() -> None:
    one = record(engagement())
    assert Record.from_json(one.to_json()) == one
    assert one.to_json() == record(engagement()).to_json()
    assert "\n" not in one.to_json()
    assert json.loads(one.to_json(indent=1)) == json.loads(one.to_json())


def test_json_fits_the_schema() -> None:
    event = Event.model_validate(
        {
            "id": "v1",
            "type": "CONSULT",
            "quad": 1,
            "score": 1,
            "from": "e1",
            "rule": "r",
            "evidence": (evidence("met"),),
        }
    )
    jsonschema.validate(json.loads(record(engagement(), events=(event,)).to_json()), json_schema())


def test_facts_are_found_by_id() -> None:
    assert record(engagement()).fact("e1").id == "e1"
    with pytest.raises(RecordError, match="no fact 'e2'"):
        record(engagement()).fact("e2")


def test_frames_have_a_row_a_fact() -> None:
    frame = record(engagement()).to_frame()
    assert list(frame["id"]) == ["e1"]
    assert frame["participants"][0][0]["name"] == "Sergey Lavrov"


@given(st.text(max_size=40))
def test_a_document_is_known_by_its_text(text: str) -> None:
    assert Document(text, text).id == Document(text, text, title="another").id


def test_a_shadow_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="shadow"):
        Document("abc", "ab")


def test_spans_are_found_at_any_depth() -> None:
    assert [span.exact for span in spans_of(record(engagement()))] == ["met"]
