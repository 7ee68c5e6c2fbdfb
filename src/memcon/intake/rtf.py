"""Rich text: its words; each article where it is an export of Factiva or Nexis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from striprtf.striprtf import rtf_to_text

from memcon.intake.decoding import decode
from memcon.intake.exports import sources_of_text
from memcon.intake.sources import Context, Source, parsing, read_whole, stem_of

__all__ = ["read_rtf"]


def read_rtf(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document, or each article of an export. Offsets point into the words without their marks."""
    decoded = decode(read_whole(stream))
    with parsing("rich text"):
        text = rtf_to_text(decoded.text, errors="replace")
    yield from sources_of_text(text, name, context, input_id=stem_of(name), warnings=decoded.warnings)
