"""Which reader reads a file: by its name's ending, then by its first bytes."""

from __future__ import annotations

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
}
# First bytes → the ending they stand for.
_SIGNATURES: tuple[tuple[bytes, str], ...] = ()


def read_stream(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """All documents of one stream, by the reader for its format; a failure is named and costs only itself.

    `stream` must be seekable."""
    try:
        reader = _reader_for(stream, name)
        yield from reader(stream, name, context)
    except InputError as error:
        yield Failed(name, error)


def _reader_for(stream: IO[bytes], name: str) -> Reader:
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
    if start.startswith((b'{"id"', b'{"text"', b'{"title"', b'{"published"', b'{"url"', b'{"outlet"')):
        return ".jsonl"
    return ".txt"
