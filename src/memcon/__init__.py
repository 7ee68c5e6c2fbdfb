"""memcon reads reports of diplomacy and keeps the record of it, each field with the words it was taken from.

    import memcon

    record = memcon.read(open("report.txt").read(), published="2023-06-19")
    for engagement in record.engagements:
        print(engagement.kind, engagement.status, engagement.parties)

    reader = memcon.Reader()  # keeps the model loaded
    for record in reader.pipe([(text, {"published": "2023-06-19"})]):
        ...
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memcon.version import __version__

if TYPE_CHECKING:
    from memcon.document import Document
    from memcon.reading.reader import Reader, read
    from memcon.record import Record

__all__ = ["Document", "Reader", "Record", "__version__", "read"]

# Imported when first asked for: `memcon --version` needs none of them.
_HOMES = {
    "Document": "memcon.document",
    "Reader": "memcon.reading.reader",
    "Record": "memcon.record",
    "read": "memcon.reading.reader",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'memcon' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
