"""Markdown: the words without their marks, a blank line between blocks; title and date from the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from memcon.document import Document
from memcon.intake.dates import parse_date
from memcon.intake.decoding import decode
from memcon.intake.documents import document
from memcon.intake.sources import Context, Source, attempt, read_whole, stem_of

__all__ = ["markdown_text", "read_markdown"]

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]*\n){0,200})---[ \t]*\r?\n")
_FIELD = re.compile(r"^(?P<key>[\w-]{1,30}):[ \t]*(?P<value>[^\n]*)$", re.MULTILINE)
_MARKED = re.compile(r"[\"“”„«»‘'—–―]|--")  # begins with a quotation mark, or with the dash of a signature
_INNER = str.maketrans("“”\"", "‘’'")
_DATE_KEYS = ("published", "date", "pubdate", "publish_date")
_OUTLET_KEYS = ("outlet", "publisher", "source", "site")


def read_markdown(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document: the text that a reader of the rendered page sees. Offsets point into that text."""
    yield attempt(name, lambda: _document(read_whole(stream), name, context))


def _document(data: bytes, name: str, context: Context) -> Document:
    decoded = decode(data)
    fields, body = _front_matter(decoded.text)
    stated = next((fields[key] for key in _DATE_KEYS if key in fields), None)
    return document(
        markdown_text(body),
        published=parse_date(stated) if stated else None,
        basis="metadata",
        fallback=context.published,
        title=fields.get("title") or _first_heading(body),
        url=fields.get("url"),
        outlet=next((fields[key] for key in _OUTLET_KEYS if key in fields), None),
        input_id=fields.get("id") or stem_of(name),
        warnings=decoded.warnings,
    )


def markdown_text(source: str) -> str:
    """The words of Markdown: emphasis, links and other marks gone, a blank line between blocks.

    A paragraph of a block quotation gets the quotation marks that its setting stands for (and double ones inside become
    single), unless it begins with its own or only signs the quotation."""
    blocks: list[str] = []
    depth = 0
    for token in MarkdownIt("commonmark").parse(source):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        text = _inline_text(token).strip() if token.content else ""
        if text:
            quoted = depth and token.type == "inline" and not _MARKED.match(text)
            blocks.append(f"“{text.translate(_INNER)}”" if quoted else text)
    return "\n\n".join(blocks)


def _inline_text(token: Token) -> str:
    if token.type == "html_block":
        return ""
    if token.children is None:
        return token.content
    spaced = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        spaced.get(child.type, child.content if child.type in ("text", "code_inline", "image") else "")
        for child in token.children
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, text
    fields = {field["key"].lower(): field["value"].strip().strip("\"'") for field in _FIELD.finditer(match["lines"])}
    return fields, text[match.end() :]


def _first_heading(body: str) -> str | None:
    match = re.search(r"^# +([^\n]+)", body[:5000], re.MULTILINE)
    return match[1].strip(" #\r") if match else None
