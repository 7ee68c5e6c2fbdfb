"""Arrow batches of texts in, Arrow batches of records out: what any engine maps over its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from memcon.document import Document
from memcon.errors import MemconError
from memcon.intake.sources import Context, Failed, Source
from memcon.intake.tables import read_rows
from memcon.scale.reading import DEFAULT, Reading, reader_of
from memcon.scale.rows import failed_row, row_of
from memcon.scale.schema import RECORDS

__all__ = ["read_batches", "record_batches"]

BATCH_DOCUMENTS = 256
BATCH_CHARACTERS = 8_000_000  # a batch of long documents is cut earlier: memory is bounded by this, not by the archive


def read_batches(
    batches: Iterable[pa.RecordBatch], reading: Reading = DEFAULT, name: str = "batch"
) -> Iterator[pa.RecordBatch]:
    """Records (`schema.RECORDS`) of texts (`schema.TEXTS`, only `text` must be there), a row each, in order.

    A text that can't be read has its reason under `failed`. A text without an `id` is called by `name` and its number."""
    rows = (row for batch in batches for row in batch.to_pylist())
    sources = read_rows(rows, name, Context(published=reading.published, columns=dict(reading.columns)))
    yield from record_batches(sources, reading)


def record_batches(sources: Iterable[Source], reading: Reading) -> Iterator[pa.RecordBatch]:
    """The same for documents that intake has made."""
    rows: list[dict[str, str | None]] = []
    size = 0
    for source in sources:
        rows.append(_row(source, reading))
        size += len(rows[-1].get("text") or "")
        if len(rows) >= BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            yield pa.RecordBatch.from_pylist(rows, schema=RECORDS)
            rows, size = [], 0
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=RECORDS)


def _row(source: Source, reading: Reading) -> dict[str, str | None]:
    if isinstance(source, Failed):
        return failed_row(source.name, str(source.error))
    name = source.input_id or source.url or source.id
    return _read(name, source, reading)


def _read(name: str, document: Document, reading: Reading) -> dict[str, str | None]:
    try:
        return row_of(name, document, reader_of(reading).read(document))
    except MemconError as error:
        return failed_row(name, str(error), document)
