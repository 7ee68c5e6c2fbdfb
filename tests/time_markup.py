"""Marked-up sentences: `"Lavrov met Fidan on <Tuesday=2021-03-09>"` is a text and what should be found in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from memcon.document import Document
from memcon.record import Published

SENTENCES = Path(__file__).parent / "reading" / "times" / "sentences.toml"
_MARK = re.compile(r"<([^<>=]+)=([^<>]*)>")


def read_marked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text, and (start, end, value) of each mark; `<words=>` with no value marks nothing."""
    text, spans, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        if mark.group(2):
            spans.append((len(text), len(text) + len(mark.group(1)), mark.group(2)))
        text += mark.group(1)
        position = mark.end()
    return text + marked[position:], spans


def sentences() -> Iterator[tuple[str, str]]:
    """(publication date, marked sentence) of the file, in order."""
    for group in tomllib.loads(SENTENCES.read_text("utf-8"))["at"]:
        for sentence in group["sentences"]:
            yield group["published"], sentence


def document(text: str, published: str | None = None) -> Document:
    """A plain document with or without a publication date."""
    return Document(
        text=text, shadow=text, published=Published(date=published, basis="given" if published else "unknown")
    )
