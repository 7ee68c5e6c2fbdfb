"""Many texts read together give the records that each gives alone."""

from __future__ import annotations

import pytest

from memcon.errors import EmptyInput
from memcon.reading import reader as reading
from memcon.reading.reader import Reader

READER = Reader()
TEXTS = [
    "The Norwegian foreign minister met his Chilean counterpart in Oslo on Monday. They will meet again in June.",
    "Copper fell. Analysts expect it to fall further.",
    "El ministro de Relaciones Exteriores de Chile se reunió con su homóloga en Oslo y ambos acordaron volver a verse.",
    "Fog lingers in the valleys.",
    "Peru “will not sign”, its president said on Tuesday.\n\nHe left for Lima.",
]


def items(texts):
    return [(text, {"published": "2024-05-20"}) for text in texts]


@pytest.mark.parametrize(("together", "enough"), [(1, 9_999), (2, 9_999), (8, 9_999), (8, 60)])
def test_records_are_those_of_read(monkeypatch, together, enough):
    monkeypatch.setattr(reading, "TOGETHER", together)
    monkeypatch.setattr(reading, "ENOUGH", enough)
    alone = [READER.read(text, published="2024-05-20").to_json() for text in TEXTS * 3]
    assert [record.to_json() for record in READER.pipe(items(TEXTS * 3))] == alone


def test_what_came_before_a_text_that_cannot_be_read_is_out_first():
    found = []
    with pytest.raises(EmptyInput):
        found.extend(READER.pipe(items([*TEXTS[:2], " ", TEXTS[3]])))
    records = READER.pipe(items([*TEXTS[:2], " ", TEXTS[3]]))
    assert [next(records).document.id, next(records).document.id] == [READER.read(text).document.id for text in TEXTS[:2]]
    with pytest.raises(EmptyInput):
        next(records)


def test_no_texts_give_no_records():
    assert list(READER.pipe([])) == []


def test_a_long_text_does_not_wait_for_others():
    asked = []

    def texts():
        for text in TEXTS[:3]:
            asked.append(text)
            yield text * (reading.ENOUGH // len(text) + 1), {}

    records = READER.pipe(texts())
    next(records)
    assert asked == TEXTS[:1]
