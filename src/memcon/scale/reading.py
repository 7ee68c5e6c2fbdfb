"""How texts are read, as a value that travels to every worker, and the reader that each process keeps for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.reading.parsing import DEFAULT_KIND, DEFAULT_MODEL

if TYPE_CHECKING:
    from memcon.reading.reader import Reader

__all__ = ["DEFAULT", "Reading", "reader_of"]

@dataclass(frozen=True, slots=True)
class Reading:
    """`knowledge` and `lexicon` are folders that every worker can open; `columns` maps our names to a table's."""

    model: str = DEFAULT_MODEL
    knowledge: str | None = None
    lexicon: str | None = None
    published: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    parser: str = DEFAULT_KIND

    def made_by(self) -> str:
        """A hash of all that decides what a record says: version, model, parser, knowledge, lexicon and options."""
        from memcon.version import __version__

        reader = reader_of(self)
        parts: list[object] = [__version__, self.model, reader.knowledge.version, reader.lexicon.version]
        parts += [self.published, self.columns]
        if self.parser != DEFAULT_KIND:
            parts.append(reader.parser.name)
        return hashlib.sha256(repr(tuple(parts)).encode()).hexdigest()[:16]


DEFAULT = Reading()


@lru_cache(maxsize=2)
def reader_of(reading: Reading) -> Reader:
    """The reader of this process: the model is loaded once, however many batches come."""
    from memcon.reading.processes import Setup

    knowledge, lexicon = (Path(folder) if folder else None for folder in (reading.knowledge, reading.lexicon))
    return Setup(reading.model, knowledge, lexicon, reading.parser).reader()
