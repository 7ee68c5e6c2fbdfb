"""PDF: the text layer, page after page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import IO

from pypdf import PdfReader

from memcon.document import Document
from memcon.errors import EmptyInput, InputError, TooLarge
from memcon.intake.documents import MAX_CHARACTERS, document
from memcon.intake.sources import Context, Source, attempt, parsing, stem_of

__all__ = ["read_pdf"]

MOST_PAGES = 2_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would write to stderr of flaws that it mends


def read_pdf(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document: the words as the pages carry them, lines and all.

    The file's own dates say when it was made, not when its words were published, and are left alone."""
    yield attempt(name, lambda: _document(stream, name, context))


def _document(stream: IO[bytes], name: str, context: Context) -> Document:
    with parsing("PDF"):
        reader = PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("the PDF is locked with a password; save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise TooLarge(f"{len(reader.pages):,} pages; the limit is {MOST_PAGES:,}")
        title = reader.metadata.title if reader.metadata else None
        text = _joined(reader)
    if not text.strip():
        raise EmptyInput("the PDF has no text layer; run it through text recognition first")
    return document(text, fallback=context.published, title=title, input_id=stem_of(name))


def _joined(reader: PdfReader) -> str:
    """The pages' text; a sentence that runs on to the next page is not cut by a blank line."""
    text = ""
    for page in reader.pages:
        words = page.extract_text().strip()
        ends = text.rstrip()[-1:] in (".", "!", "?", "”", "’", '"', ":")
        text += (("\n\n" if ends else "\n") if text else "") + words
        if len(text) >= MAX_CHARACTERS:
            raise TooLarge(f"more than {MAX_CHARACTERS:,} characters in the PDF")
    return text
