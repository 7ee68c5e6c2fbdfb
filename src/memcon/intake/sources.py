"""What intake yields for one input, and the tools that all readers of formats share."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO, Any

from memcon.document import Document
from memcon.errors import InputError, TooLarge
from memcon.intake.documents import MAX_CHARACTERS

__all__ = ["Context", "Failed", "Reader", "Source", "attempt", "parsing", "read_whole", "stem_of"]


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read: its name (file, line or entry) and why. The batch goes on."""

    name: str
    error: InputError


Source = Document | Failed


@dataclass(frozen=True, slots=True)
class Context:
    """What readers are told besides the bytes.

    `published` fills in where a document has no date of its own. `columns` maps our names (`id text published title url
    outlet`) to a table's. `depth` counts the containers around the stream. `before` counts the lines or rows of the same file
    that stand before this stream, for documents are numbered through a file however it is cut."""

    published: str | datetime.date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    before: int = 0


Reader = Callable[[IO[bytes], str, Context], Iterator[Source]]


def attempt(name: str, make: Callable[[], Document]) -> Source:
    """The document that `make` makes, or the InputError it raised as Failed."""
    try:
        return make()
    except InputError as error:
        return Failed(name, error)


@contextmanager
def parsing(kind: str) -> Iterator[None]:
    """Turn what a format's library raises on damaged bytes into an InputError that names the format."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        reason = str(error).strip().splitlines()[0][:200] if str(error).strip() else type(error).__name__
        raise InputError(f"damaged {kind}: {reason}") from error


def read_whole(stream: IO[bytes]) -> bytes:
    """All bytes of a stream that holds one document. Raises TooLarge at 20 MB."""
    data = stream.read(MAX_CHARACTERS)
    if len(data) >= MAX_CHARACTERS:
        raise TooLarge(f"{MAX_CHARACTERS:,} bytes or more; split it into its documents")
    return data


def stem_of(name: str) -> str:
    """A document's id from its file's name: without folder and without endings that name a format."""
    path = PurePath(name)
    stem = path.stem if path.suffix else path.name
    return PurePath(stem).stem if path.suffix in (".gz", ".zst") and PurePath(stem).suffix else stem


def text_of(value: Any) -> str | None:
    """A table's or JSON object's value as words: None for nothing, numbers as written."""
    if value is None or isinstance(value, str):
        return value or None
    return str(value)
