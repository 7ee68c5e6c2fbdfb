"""Web pages: the story's text, and the title, date and outlet that the page states.

trafilatura (Adrien Barbaresi, Apache-2.0) extracts; where it finds nothing or loses the paragraphs of a short page,
a plain walk over the tags takes its place. Offsets point into the extracted text, a blank line between paragraphs.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterator
from typing import IO, Any

import trafilatura

from memcon.document import Document
from memcon.errors import EmptyInput
from memcon.intake.dates import parse_date
from memcon.intake.decoding import Decoded, decode
from memcon.intake.documents import document
from memcon.intake.exports import find_articles, sources_of_text
from memcon.intake.sources import Context, Source, attempt, read_whole, stem_of

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it would write to stderr where it gives up
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

__all__ = ["html_document", "html_text", "read_html", "walk_lines"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w\-]{2,20})", re.IGNORECASE)
_EXPORT = re.compile(rb"End of Document|\d of \d{1,5} DOCUMENTS?\b|Do[ck]umento? {1,3}[A-Z]{2,10}00")
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]{0,30})")
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
MOST_TAGS = 20_000  # news pages have hundreds to a few thousand; trafilatura's time grows with the square
_HEAD = 100_000  # characters in which a page's title stands
_UNREAD = re.compile("(?:script|style|noscript|template|svg|nav|header|footer|aside|form|select|button|head|iframe)$")
_INLINE = re.compile("(?:a|abbr|b|bdi|bdo|cite|em|font|i|img|mark|q|s|small|span|strong|sub|sup|time|tt|u|var|wbr)$")


def read_html(stream: IO[bytes], name: str, context: Context) -> Iterator[Source]:
    """One document: a page's story; or each article of a Factiva or Nexis export."""
    data = read_whole(stream)
    if _EXPORT.search(data):
        text = "\n".join(walk_lines(_decode_page(data, None).text))
        if find_articles(text):
            yield from sources_of_text(text, name, context, input_id=stem_of(name))
            return
    yield attempt(name, lambda: html_document(data, context, input_id=stem_of(name)))


def html_document(
    data: bytes, context: Context, *, input_id: str | None = None, url: str | None = None, charset: str | None = None
) -> Document:
    """A page as a document. `url` and `charset` are what the server said. Raises EmptyInput where it holds no story."""
    decoded = _decode_page(data, charset)
    page = _extract(decoded.text, url)
    text = html_text(decoded.text, page)
    if not text.strip():
        raise EmptyInput("no story was found in this page")
    date = parse_date(page.date) if page and page.date else None
    return document(
        text,
        published=date,
        basis="metadata",
        fallback=context.published,
        title=page.title if page else _title(decoded.text),
        url=url or (page.url if page else None),
        outlet=page.sitename if page else None,
        input_id=input_id,
        warnings=decoded.warnings,
    )


def html_text(page: str, extracted: Any = None) -> str:
    """A page's paragraphs with a blank line between them; the plain walk where `extracted` is poorer."""
    lines = extracted.text.split("\n") if extracted and extracted.text else []
    if len(lines) < 2:
        walked = walk_lines(page)
        lines = walked if len(walked) > len(lines) else lines
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _decode_page(data: bytes, charset: str | None) -> Decoded:
    declared = _CHARSET.search(data, 0, 4096)
    return decode(data, declared=charset or (declared[1].decode("ascii") if declared else None))


def _extract(page: str, url: str | None) -> Any:
    """trafilatura's answer, or None where it gives up or would take minutes."""
    if page.count("<") > MOST_TAGS:
        return None
    return trafilatura.bare_extraction(
        page.replace("\x00", " "),
        url=url,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _title(page: str) -> str | None:
    start = page[:_HEAD].lower().find("<title")
    opened = page.find(">", start)
    closed = page.find("<", opened)
    if -1 in (start, opened, closed):
        return None
    words = " ".join(html.unescape(page[opened + 1 : closed]).split())
    return _TITLE_TAIL.sub("", words) or None


def walk_lines(page: str) -> list[str]:
    """The visible lines of a page, tag by tag: linear however deep the tags are nested."""
    lowered = page.lower() if len(page.lower()) == len(page) else page
    unclosed: set[str] = set()
    pieces: list[str] = []
    position = 0
    while (tag := page.find("<", position)) >= 0:
        pieces.append(page[position:tag])
        position, separator = _after_tag(lowered, tag, unclosed)
        pieces.append(separator)
    pieces.append(page[position:])
    lines = html.unescape("".join(pieces)).split("\n\n")
    return [words for line in lines if (words := " ".join(line.split()))]


def _after_tag(page: str, tag: int, unclosed: set[str]) -> tuple[int, str]:
    """Where the text goes on after the tag at this place, and what to put in its stead.

    `unclosed` collects the elements whose end was once not found, so that it is not looked for again."""
    if page.startswith("<!--", tag):
        closed = page.find("-->", tag)
        return (closed + 3 if closed >= 0 else len(page)), ""
    match = _TAG_NAME.match(page, tag)
    closed = page.find(">", tag)
    if closed < 0:
        return len(page), ""
    if not match:
        return (closed + 1, "") if page[tag + 1 : tag + 2] in ("!", "?") else (tag + 1, "<")
    name = match[1]
    if _UNREAD.match(name) and page[tag + 1] != "/" and name not in unclosed:
        closing = page.find(f"</{name}", closed)
        if closing >= 0:
            closed = page.find(">", closing)
            return (closed + 1 or len(page)), "\n\n"
        unclosed.add(name)
    return closed + 1, "" if _INLINE.match(name) else "\n\n"
