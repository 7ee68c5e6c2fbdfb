"""Files, folders, globs and standard input as a stream of documents."""

from __future__ import annotations

import datetime
import glob
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from memcon.errors import InputError
from memcon.intake.formats import read_stream
from memcon.intake.sources import Context, Failed, Source

__all__ = ["read_bytes", "read_paths"]


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: str | datetime.date | None = None,
    columns: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
    fetch: Callable[[str, Context], Iterator[Source]] | None = None,
) -> Iterator[Source]:
    """Each document at these paths, or the failure in its place; one at a time, in a stated order.

    A path is a file, a folder (its files by name, hidden ones left out), a glob, `-` for `stdin`, or an http(s) address
    where `fetch` is given (`Fetcher().read`). `published` fills in where a document has no date. `columns` maps our names
    (`text`, `published`, …) to those of a table."""
    context = Context(published=published, columns=dict(columns or {}))
    for path in paths:
        if str(path) == "-":
            yield from read_bytes(stdin or b"", "stdin", context)
        elif str(path).startswith(("http://", "https://")):
            yield from fetch(str(path), context) if fetch else [Failed(str(path), InputError("addresses are not fetched here"))]
        else:
            yield from _read_path(str(path), context)


def read_bytes(data: bytes, name: str, context: Context | None = None) -> Iterator[Source]:
    """The documents in these bytes; `name` tells the format by its ending, else the bytes do."""
    yield from read_stream(io.BytesIO(data), name, context or Context())


def _read_path(path: str, context: Context) -> Iterator[Source]:
    files = list(_files(path))
    if not files:
        yield Failed(path, InputError("no such file, or nothing in this folder or under this pattern"))
    for file in files:
        yield from _read_file(file, context)


def _files(path: str) -> Iterator[Path]:
    given = Path(path)
    if given.is_dir():
        found = sorted(file for file in given.rglob("*") if file.is_file())
        yield from (file for file in found if not _is_hidden(file, given))
    elif given.exists():
        yield given
    elif glob.has_magic(path):
        for match in sorted(glob.glob(path, recursive=True)):
            if Path(match).is_file():
                yield Path(match)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _read_file(file: Path, context: Context) -> Iterator[Source]:
    try:
        with file.open("rb") as stream:
            yield from read_stream(stream, str(file), context)
    except OSError as error:
        yield Failed(str(file), InputError(f"can't be opened: {error.strerror or error}"))
