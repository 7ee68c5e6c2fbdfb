"""Web archives: each page that a WARC file keeps, under its own address."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from functools import partial
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator

from memcon.document import Document
from memcon.errors import InputError
from memcon.intake.decoding import decode
from memcon.intake.documents import document
from memcon.intake.html import html_document
from memcon.intake.sources import Context, Failed, Source, attempt, parsing, read_whole, stem_of

logging.getLogger("warcio").setLevel(logging.CRITICAL)

__all__ = ["read_warc"]

_CHARSET = re.compile(r"charset=[\"']?([\w\-]{2,20})", re.IGNORECASE)


def read_warc(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """A document a page: responses with status 200 and a text or HTML type; the rest of the archive is passed over.

    The day of the crawl is no publication date. A damaged record ends the archive, with the failure named."""
    records = iter(ArchiveIterator(stream))
    number = 0
    while True:
        try:
            # warcio writes to stderr of damage that it reads past; the library never prints.
            with parsing("WARC file"), redirect_stderr(io.StringIO()):
                record = next(records, None)
                page = _page(record) if record else None
        except InputError as error:
            yield Failed(f"{name}:{number + 1}", error)
            return
        if record is None:
            return
        if page:
            number += 1
            yield attempt(page[0], partial(_document, *page, f"{stem_of(name)}-{number}", context))


def _page(record: Any) -> tuple[str, str, bytes] | None:
    """Address, content type and bytes of a page; None for what is none."""
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return None
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    if not kind.lower().startswith(("text/html", "application/xhtml", "text/plain")):
        return None
    return record.rec_headers.get_header("WARC-Target-URI") or "?", kind, read_whole(record.content_stream())


def _document(url: str, kind: str, data: bytes, name: str, context: Context) -> Document:
    charset = _CHARSET.search(kind)
    if kind.lower().startswith("text/plain"):
        decoded = decode(data, declared=charset[1] if charset else None)
        return document(decoded.text, fallback=context.published, url=url, input_id=name, warnings=decoded.warnings)
    return html_document(data, context, input_id=name, url=url, charset=charset[1] if charset else None)
