"""The Arrow schemas at the edges: texts in, records out, and what is told of each part of a run."""

from __future__ import annotations

import pyarrow as pa

__all__ = ["MANIFEST", "RECORDS", "TEXTS"]

# A text a row. Only `text` must be there; `published` is an ISO date. Other columns are left alone.
TEXTS = pa.schema([(name, pa.string()) for name in ("id", "text", "published", "title", "url", "outlet")])

# A document a row, in the order of the texts. `record` is its JSON, or null where `failed` says why there is none. `text`,
# `shadow` (null: the same as the text) and `blocks` (JSON) are the document as intake made it, so that a ledger can take
# the row without reading anything again.
RECORDS = pa.schema(
    [
        ("name", pa.string()),
        ("document", pa.string()),
        ("input_id", pa.string()),
        ("url", pa.string()),
        ("title", pa.string()),
        ("outlet", pa.string()),
        ("published", pa.string()),
        ("text", pa.large_string()),
        ("shadow", pa.large_string()),
        ("blocks", pa.large_string()),
        ("record", pa.large_string()),
        ("failed", pa.string()),
    ]
)

# A part of a run: the piece of the archive that it was read from, and what stands in its file. `start` and `end` are bytes of
# a file of JSON Lines or row groups of a Parquet file, null where the whole file is one piece; `before` counts the lines or
# rows of the file that stand before the piece.
MANIFEST = pa.schema(
    [
        ("part", pa.string()),
        ("path", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("before", pa.int64()),
        ("rows", pa.int64()),
        ("failed", pa.int64()),
        ("bytes", pa.int64()),
        ("sha256", pa.string()),
    ]
)
