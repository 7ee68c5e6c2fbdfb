"""Arrow batches in, Arrow batches out, and the rows as a ledger takes them."""

from __future__ import annotations

import pyarrow as pa
import pytest

from memcon.intake import document
from memcon.scale import RECORDS, Reading, read_batches
from memcon.scale.reading import reader_of
from memcon.scale.rows import document_of_row, record_of_row
from scale.archive import rows

READING = Reading(published="2024-03-05")


def read(texts: list[dict[str, str | None]], reading: Reading = READING, size: int = 3) -> list[dict[str, str]]:
    table = pa.Table.from_pylist(texts)
    batches = list(read_batches(table.to_batches(max_chunksize=size), reading))
    assert all(batch.schema == RECORDS for batch in batches)
    return [row for batch in batches for row in batch.to_pylist()]


def test_each_text_has_its_record_in_order() -> None:
    given = rows(8)
    reader = reader_of(READING)
    expected = [
        reader.read(row["text"], published=row["published"], outlet=row["outlet"], input_id=row["id"]).to_json() for row in given
    ]
    assert [row["record"] for row in read(given)] == expected


def test_a_text_that_can_not_be_read_has_its_reason() -> None:
    found = read([{"id": "a", "text": "  "}, {"id": "b", "text": "The envoys met in Quito."}, {"id": "c", "text": None}])
    assert [bool(row["failed"]) for row in found] == [True, False, True]
    assert found[0]["record"] is None
    assert "no text" in found[0]["failed"]


def test_names_and_columns_of_their_own() -> None:
    reading = Reading(published="2024-03-05", columns=(("text", "body"),))
    found = read([{"body": "The envoys met in Quito.", "other": "x"}, {"body": "They left.", "other": "y"}], reading)
    assert [row["name"] for row in found] == ["batch-1", "batch-2"]
    assert found[0]["published"] == "2024-03-05"


@pytest.mark.parametrize("text", ["OSLO, March 3 (Fjord Wire) — “We met,” he said.\n\nThey left.", "A\u200bb met\u00a0C."])
def test_a_row_gives_document_and_record_back(text: str) -> None:
    given = document(text, fallback="2024-03-05", title="A title", url="https://example.org/a", outlet="Post", input_id="a")
    record = reader_of(READING).read(given)
    (row,) = read([{"id": "a", "text": text, "title": "A title", "url": "https://example.org/a", "outlet": "Post"}])
    again = record_of_row(row)
    assert again == record
    assert document_of_row(row, again).blocks == given.blocks
    assert document_of_row(row, again).shadow == given.shadow


def test_long_documents_make_short_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("memcon.scale.batches.BATCH_CHARACTERS", 300)
    table = pa.Table.from_pylist(rows(8))
    sizes = [batch.num_rows for batch in read_batches(table.to_batches(), READING)]
    assert len(sizes) > 2
    assert sum(sizes) == 8
