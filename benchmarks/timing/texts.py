"""The texts that all are timed on."""

from __future__ import annotations

import json
from pathlib import Path

from plain_texts import plain_texts

Text = tuple[str, str | None]  # and its day of publication
FILES = {"polnear": "quotes/polnear_dev.jsonl", "foreign": "readouts/foreign_dev.jsonl"}


def texts_of(gold: Path, kind: str, limit: int | None = None) -> list[Text]:
    """Texts of one kind: political news (polnear), readouts (foreign) or plain; none where the gold folder is missing."""
    if kind == "plain":
        return [(text, "2024-05-20") for text in plain_texts(limit or 2000)]
    file = gold / FILES[kind]
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []
    return [(row["text"], row.get("published") or row.get("date")) for row in rows][:limit]


def news(gold: Path, count: int) -> list[Text]:
    """`count` texts of political news, or plain ones where there are none."""
    return texts_of(gold, "polnear", count) or texts_of(gold, "plain", count)
