"""RSS and Atom feeds: an entry a document, with its title, date, address and the feed's name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial
from typing import IO, Any

import feedparser

from memcon.document import Document
from memcon.errors import EmptyInput, InputError
from memcon.intake.documents import document
from memcon.intake.html import html_text
from memcon.intake.sources import Context, Source, attempt, parsing, read_whole, stem_of

__all__ = ["read_feed"]


def read_feed(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """A document an entry: its full content where the feed carries it, else its summary.

    Raises InputError where this is no feed."""
    with parsing("feed"):
        feed = feedparser.parse(read_whole(stream))
    if not feed.version and not feed.entries:
        raise InputError("no RSS or Atom feed")
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, start=1):
        make = partial(_document, entry, outlet, f"{stem_of(name)}-{number}", context)
        yield attempt(f"{name}:{number}", make)


def _document(entry: Any, outlet: str | None, name: str, context: Context) -> Document:
    contents = [content.get("value") or "" for content in entry.get("content", [])]
    text = html_text(max([*contents, entry.get("summary") or ""], key=len))
    if not text:
        raise EmptyInput("the entry holds no text")
    return document(
        text,
        published=_date(entry),
        basis="metadata",
        fallback=context.published,
        title=html_text(entry.get("title") or "") or None,
        url=entry.get("link"),
        outlet=outlet,
        input_id=name,
    )


def _date(entry: Any) -> datetime.date | None:
    # dict.get: the entry's own get warns that it takes one date for the other
    parsed = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return datetime.date(*parsed[:3]) if parsed else None
