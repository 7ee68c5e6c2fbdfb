"""What `memcon verify` and `memcon readouts` are given: drafts and sources, from files or ledgers."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

import click

from memcon.desk.verify import SourceText, ledger_sources
from memcon.document import Document
from memcon.errors import InputError
from memcon.intake import Failed, read_paths
from memcon.ledger import Ledger
from memcon.reading.reader import Reader

_SQLITE = b"SQLite format 3\x00"


def one_document(path: str, published: str | None = None) -> Document:
    """The document at a path; `-` is standard input. Raises InputError where there is none, or more than one."""
    stdin = sys.stdin.buffer.read() if path == "-" else None
    found = list(read_paths([path], published=published, stdin=stdin))
    for each in found:
        if isinstance(each, Failed):
            raise InputError(f"{each.name}: {each.error}")
    documents = [each for each in found if isinstance(each, Document)]
    if len(documents) != 1:
        raise InputError(f"{path} holds {len(documents)} documents; give one at a time")
    return documents[0]


def source_texts(places: Iterable[str], reader: Reader, stack: ExitStack) -> Iterator[SourceText]:
    """The sources at these paths and in these ledgers, one by one; what can't be read is told on standard error."""
    for place in places:
        if is_ledger(place):
            yield from ledger_sources(stack.enter_context(Ledger.open(place)))
            continue
        for each in read_paths([place]):
            if isinstance(each, Failed):
                click.echo(f"memcon: {each.name}: {each.error}", err=True)
            else:
                yield SourceText(each, reader.read)


def is_ledger(place: str) -> bool:
    """Is this a database, by its address or its first bytes?"""
    if place.startswith(("postgresql", "sqlite:")):
        return True
    file = Path(place)
    if not file.is_file():
        return False
    with file.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE
