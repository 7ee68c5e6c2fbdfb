"""Plain text: the text exactly as given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from memcon.document import Document
from memcon.intake.decoding import decode
from memcon.intake.documents import document
from memcon.intake.sources import Context, Source, attempt, read_whole, stem_of

__all__ = ["read_plain"]


def read_plain(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document: the file's text, nothing moved."""

    def make() -> Document:
        decoded = decode(read_whole(stream))
        return document(decoded.text, input_id=stem_of(name), fallback=context.published, warnings=decoded.warnings)

    yield attempt(name, make)
