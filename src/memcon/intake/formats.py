"""Which reader reads a file: by its name's ending, then by its first bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import IO, cast

from memcon.errors import InputError
from memcon.intake.sources import Context, Failed, Reader, Source

__all__ = ["FORMATS", "read_stream"]

SNIFFED = 4096  # bytes

# Ending of a file's name → module and function. Imported when first needed: a text needs no PDF library.
FORMATS: dict[str, str] = {
    ".txt": "plain.read_plain",
    ".text": "plain.read_plain",
    ".md": "markdown.read_markdown",
    ".markdown": "markdown.read_markdown",
    ".html": "html.read_html",
    ".htm": "html.read_html",
    ".xhtml": "html.read_html",
    ".jsonl": "jsonl.read_jsonl",
    ".ndjson": "jsonl.read_jsonl",
    ".json": "jsonl.read_json",
    ".rss": "feeds.read_feed",
    ".atom": "feeds.read_feed",
    ".xml": "feeds.read_feed",
    ".warc": "warc.read_warc",
    ".warc.gz": "warc.read_warc",
    ".zip": "containers.read_zip",
    ".gz": "containers.read_gzip",
    ".zst": "containers.read_zstandard",
    ".pdf": "pdf.read_pdf",
    ".docx": "word.read_word",
    ".rtf": "rtf.read_rtf",
    ".eml": "mail.read_message",
    ".mbox": "mail.read_mailbox",
    ".csv": "tables.read_csv",
    ".tsv": "tables.read_tsv",
    ".parquet": "tables.read_parquet",
}
# First bytes → the ending they stand for.
_SIGNATURES = (
    (b"%PDF-", ".pdf"),
    (b"PAR1", ".parquet"),
    (b"{\\rtf", ".rtf"),
    (b"WARC/", ".warc"),
    (b"PK\x03\x04", ".zip"),
    (b"\x1f\x8b", ".gz"),
    (b"\x28\xb5\x2f\xfd", ".zst"),
)
_FEED_ROOT = re.compile(rb"<(?:rss|feed|rdf:rdf)\b")


def read_stream(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """All documents of one stream, by the reader for its format; a failure is named and costs only itself.

    `stream` must be seekable."""
    try:
        reader = _reader_for(stream, name)
        yield from reader(stream, name, context)
    except InputError as error:
        yield Failed(name, error)


def _reader_for(stream: IO[bytes], name: str) -> Reader:
    ending = "".join(PurePath(name).suffixes[-2:]).lower()
    if ending not in FORMATS:
        ending = PurePath(name).suffix.lower()
    if ending not in FORMATS:
        ending = _ending_by_content(stream.read(SNIFFED))
        stream.seek(0)
    module, function = FORMATS[ending].split(".")
    return cast(Reader, getattr(import_module(f"memcon.intake.{module}"), function))


def _ending_by_content(head: bytes) -> str:
    for signature, ending in _SIGNATURES:
        if head.startswith(signature):
            return ending
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if start.startswith((b"<rss", b"<feed", b"<rdf:rdf")) or (start.startswith(b"<?xml") and _FEED_ROOT.search(start)):
        return ".rss"
    if start.startswith((b'{"id"', b'{"text"', b'{"title"', b'{"published"', b'{"url"', b'{"outlet"')):
        return ".jsonl"
    return ".txt"
