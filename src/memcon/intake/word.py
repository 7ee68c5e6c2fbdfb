"""Word documents (.docx): paragraphs and tables in order, a blank line between them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO

import docx
from docx.table import Table

from memcon.errors import TooLarge
from memcon.intake.documents import MAX_CHARACTERS
from memcon.intake.exports import sources_of_text
from memcon.intake.sources import Context, Source, parsing, stem_of

__all__ = ["read_word"]

MOST_UNPACKED = 10 * MAX_CHARACTERS  # bytes of XML for one document's text


def read_word(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document, or each article of a Nexis or Factiva export."""
    with parsing("Word document"):
        unpacked = sum(entry.file_size for entry in zipfile.ZipFile(stream).infolist())
        if unpacked > MOST_UNPACKED:
            raise TooLarge(f"unpacks to {unpacked:,} bytes; the limit is {MOST_UNPACKED:,}")
        stream.seek(0)
        opened = docx.Document(stream)
        text = "\n\n".join(_lines(opened))
        title = opened.core_properties.title or None
    yield from sources_of_text(text, name, context, title=title, input_id=stem_of(name))


def _lines(opened: docx.document.Document) -> Iterator[str]:
    for part in opened.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield "\t".join(cell.text.strip() for cell in row.cells)
        else:
            yield part.text.strip()
