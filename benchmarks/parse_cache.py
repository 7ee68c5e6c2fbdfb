"""A parser that remembers: parses kept in an SQLite file between runs, so that measuring again is quick.

For work on the rules only. The file belongs to one model; another model's parses are never mixed in."""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from memcon.reading.parsed import Line, line_of
from memcon.reading.parsing import Parser, SpacyParser


class CachedParser:
    """Wraps a parser; `parse` returns the same lines, from the file where they are there."""

    def __init__(self, folder: Path, inner: Parser | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._inner = inner or SpacyParser()
        self.name = self._inner.name
        self._db = sqlite3.connect(folder / f"{self.name.replace(' ', '-')}.sqlite", timeout=60)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("CREATE TABLE IF NOT EXISTS line (key TEXT PRIMARY KEY, columns BLOB)")

    def parse(self, texts: Sequence[str]) -> list[Line]:
        """Lines for these texts, in order."""
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
        known = {key: line for key in set(keys) if (line := self._load(key)) is not None}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        for key, doc in zip(missing, self._inner.parse(list(missing.values())), strict=True):
            line = line_of(doc)
            self._db.execute("INSERT OR REPLACE INTO line VALUES (?, ?)", (key, marshal.dumps(line.columns())))
            known[key] = line
        self._db.commit()
        return [known[key] for key in keys]

    def _load(self, key: str) -> Line | None:
        row = self._db.execute("SELECT columns FROM line WHERE key = ?", (key,)).fetchone()
        return Line(**marshal.loads(row[0])) if row else None
