"""Archives and compressed files: what is inside is read as if it lay there, within limits that stop a bomb."""

from __future__ import annotations

import gzip
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import IO, cast

import zstandard

from memcon.errors import InputError, TooLarge
from memcon.intake.formats import read_stream
from memcon.intake.sources import Context, Failed, Source, parsing
from memcon.intake.word import read_word

__all__ = ["read_gzip", "read_zip", "read_zstandard"]

DEEPEST = 3  # containers within containers
MOST_ENTRIES = 100_000
ALWAYS_UNPACKED = 100_000_000  # bytes: up to this any ratio is believed
HIGHEST_RATIO = 200  # of unpacked to packed bytes beyond that; text packs at 3 to 20
IN_MEMORY = 16_000_000  # bytes of one entry kept in memory; a larger one goes to a temporary file

_CHUNK = 1 << 20


def read_zip(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """All documents of a zip's entries, by name; a damaged or overlarge entry costs only itself.

    A Word document, which is a zip too, is read as one."""
    inner = _deeper(context)
    with parsing("zip"):
        archive = zipfile.ZipFile(stream)
    if "word/document.xml" in archive.namelist():
        stream.seek(0)
        yield from read_word(stream, name, context)
        return
    entries = sorted((entry for entry in archive.infolist() if _is_wanted(entry.filename)), key=lambda entry: entry.filename)
    if len(entries) > MOST_ENTRIES:
        raise TooLarge(f"{len(entries):,} entries; the limit is {MOST_ENTRIES:,}")
    for entry in entries:
        entry_name = f"{name}/{entry.filename}"
        try:
            with parsing("zip entry"):
                unpacked = _unpack(archive.open(entry), entry.compress_size)
        except InputError as error:
            yield Failed(entry_name, error)
            continue
        with unpacked:
            yield from read_stream(unpacked, entry_name, inner)


def read_gzip(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """The documents of the compressed file."""
    inner = _deeper(context)
    with parsing("gzip file"):
        unpacked = _unpack(cast("IO[bytes]", gzip.GzipFile(fileobj=stream)), _size(stream))
    with unpacked:
        yield from read_stream(unpacked, _without_ending(name), inner)


def read_zstandard(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """The documents of the compressed file."""
    inner = _deeper(context)
    with parsing("zstandard file"):
        reader = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(stream, read_across_frames=True)
        unpacked = _unpack(cast("IO[bytes]", reader), _size(stream))
    with unpacked:
        yield from read_stream(unpacked, _without_ending(name), inner)


def _deeper(context: Context) -> Context:
    if context.depth >= DEEPEST:
        raise TooLarge(f"more than {DEEPEST} archives inside one another")
    return replace(context, depth=context.depth + 1)


def _is_wanted(entry: str) -> bool:
    """No folders, hidden files, or what macOS adds to archives."""
    parts = PurePath(entry).parts
    return not entry.endswith("/") and not any(part.startswith((".", "__MACOSX")) for part in parts)


def _unpack(packed: IO[bytes], packed_size: int) -> IO[bytes]:
    """The unpacked bytes as a seekable stream. Raises TooLarge as soon as there are too many for the packed ones."""
    limit = max(ALWAYS_UNPACKED, HIGHEST_RATIO * packed_size)
    unpacked = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 the caller closes it
    try:
        with packed:
            while chunk := packed.read(_CHUNK):
                if unpacked.tell() + len(chunk) > limit:
                    raise TooLarge(f"unpacks to more than {limit:,} bytes from {packed_size:,}")
                unpacked.write(chunk)
    except BaseException:
        unpacked.close()
        raise
    unpacked.seek(0)
    return cast("IO[bytes]", unpacked)


def _size(stream: IO[bytes]) -> int:
    position = stream.tell()
    size = stream.seek(0, 2)
    stream.seek(position)
    return size


def _without_ending(name: str) -> str:
    return name[: -len(PurePath(name).suffix)] if PurePath(name).suffix.lower() in (".gz", ".zst") else name
