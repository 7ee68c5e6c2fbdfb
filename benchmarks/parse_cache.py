"""A parser that remembers: parses kept in an SQLite file between runs, so that measuring again is quick.

For work on the rules only. The file belongs to one model; another model's parses are never mixed in."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from memcon.reading.parsing import Parser, SpacyParser


class CachedParser:
    """Wraps a parser; `parse` returns the same Docs, from the file where they are there."""

    def __init__(self, folder: Path, inner: Parser | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._inner = inner or SpacyParser()
        self.name = self._inner.name
        self._vocab = self._inner._nlp.vocab  # type: ignore[attr-defined]
        self._db = sqlite3.connect(folder / f"{self.name.replace(' ', '-')}.sqlite", timeout=60)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("CREATE TABLE IF NOT EXISTS parse (key TEXT PRIMARY KEY, doc BLOB)")

    def parse(self, texts: Sequence[str]) -> list[Any]:
        """Docs for these texts, in order."""
        keys = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
        known = {key: doc for key in set(keys) if (doc := self._load(key)) is not None}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        for key, doc in zip(missing, self._inner.parse(list(missing.values())), strict=True):
            self._db.execute("INSERT OR REPLACE INTO parse VALUES (?, ?)", (key, doc.to_bytes()))
            known[key] = doc
        self._db.commit()
        return [known[key] for key in keys]

    def _load(self, key: str) -> Any | None:
        from spacy.tokens import Doc

        row = self._db.execute("SELECT doc FROM parse WHERE key = ?", (key,)).fetchone()
        return Doc(self._vocab).from_bytes(row[0]) if row else None
