"""Plain text: the text exactly as given, or the articles of a database's export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from memcon.intake.decoding import decode
from memcon.intake.exports import sources_of_text
from memcon.intake.sources import Context, Source, read_whole, stem_of

__all__ = ["read_plain"]


def read_plain(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document, nothing moved; of an export of Factiva or Nexis each article, cut out of its fields."""
    decoded = decode(read_whole(stream))
    yield from sources_of_text(decoded.text, name, context, input_id=stem_of(name), warnings=decoded.warnings)
