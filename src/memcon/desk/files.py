"""A page as Markdown, as one self-contained HTML file, or as a Word document; each line with the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from memcon.desk.evidence import Quoted
from memcon.desk.pages import Line, Page

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_STYLE = """
body { font: 15px/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; border-bottom: 1px solid #ccc; margin-top: 2rem; }
.about, .note, .id, cite { color: #555; font-size: .85rem; } .mark { font-weight: bold; margin-right: .5em; }
li { margin: .6rem 0; list-style: none; } ul { padding: 0; } .note { margin-left: 1.5rem; }
.id { font-family: monospace; margin-left: 1.5rem; } blockquote { margin: .3rem 1.5rem; }
cite { display: block; font-style: normal; } summary { cursor: pointer; color: #555; font-size: .85rem; margin-left: 1.5rem; }
"""


def to_markdown(page: Page) -> str:
    """The page as Markdown; what texts say is escaped."""
    return "\n".join(_markdown(page)) + "\n"


def _markdown(page: Page) -> Iterator[str]:
    yield f"# {_plain(page.title)}"
    yield ""
    yield from (f"{_plain(line)}  " for line in page.about)
    for section in page.sections:
        yield f"\n## {_plain(section.title)}\n"
        if not section.lines:
            yield section.nothing
        for line in section.lines:
            mark = f"**{_plain(line.mark)}** " if line.mark else ""
            yield f"- {mark}{_plain(line.text)}"
            yield from (f"  - {_plain(note)}" for note in line.notes)
            if line.items:
                yield f"  - `{' '.join(line.items)}`"
            yield from (f"  - > {_plain(quote.sentence)} — {_plain(_source(quote))}" for quote in line.quotes)


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(_printable(text).split()))


def _source(quote: Quoted) -> str:
    """Where words stand: outlet and day, title, address, document and offsets."""
    parts = [quote.source, f"“{quote.title}”" if quote.title else "", quote.url or ""]
    return ", ".join(part for part in parts if part) + f" ({quote.document[:19]} {quote.start}–{quote.end})"


def to_html(page: Page) -> str:
    """The page as one HTML file that needs no network. Everything that comes from a text is escaped."""
    body = "\n".join(_html(page))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{_safe(page.title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _html(page: Page) -> Iterator[str]:
    yield f"<h1>{_safe(page.title)}</h1>"
    yield from (f'<p class="about">{_safe(line)}</p>' for line in page.about)
    for section in page.sections:
        yield f"<h2>{_safe(section.title)}</h2>"
        if not section.lines:
            yield f"<p>{_safe(section.nothing)}</p>"
            continue
        yield "<ul>"
        for line in section.lines:
            yield from _html_line(line)
        yield "</ul>"


def _html_line(line: Line) -> Iterator[str]:
    mark = f'<span class="mark">{_safe(line.mark)}</span>' if line.mark else ""
    yield f"<li>{mark}{_safe(line.text)}"
    yield from (f'<div class="note">{_safe(note)}</div>' for note in line.notes)
    if line.items:
        yield f'<div class="id">{_safe(" ".join(line.items))}</div>'
    if line.quotes:
        yield "<details><summary>evidence</summary>"
        for quote in line.quotes:
            yield f"<blockquote>{_marked(quote)}<cite>{_linked(quote)}</cite></blockquote>"
        yield "</details>"
    yield "</li>"


def _marked(quote: Quoted) -> str:
    """The sentence with the very words set off."""
    exact = " ".join(quote.exact.split())
    before, found, after = quote.sentence.partition(exact)
    return f"{_safe(before)}<mark>{_safe(found)}</mark>{_safe(after)}" if found else _safe(quote.sentence)


def _linked(quote: Quoted) -> str:
    told = _safe(_source(quote))
    if quote.url and quote.url.startswith(("http://", "https://")):
        return f'<a href="{_safe(quote.url)}" rel="noreferrer">{told}</a>'
    return told


def _safe(text: str) -> str:
    return escape(_printable(text), quote=True)


def _printable(text: str) -> str:
    """The text without what XML and terminals can't hold."""
    return _UNPRINTABLE.sub("", text)


def write_docx(page: Page, path: Path) -> None:
    """Write the page as a Word document. python-docx is imported when it is needed."""
    import docx

    made = docx.Document()
    made.add_heading(_printable(page.title), level=0)
    for line in page.about:
        made.add_paragraph(_printable(line))
    for section in page.sections:
        made.add_heading(_printable(section.title), level=1)
        if not section.lines:
            made.add_paragraph(section.nothing)
        for entry in section.lines:
            paragraph = made.add_paragraph(style="List Bullet")
            paragraph.add_run(_printable(f"{entry.mark} ")).bold = True
            paragraph.add_run(_printable(entry.text))
            for text in (*entry.notes, " ".join(entry.items)):
                if text:
                    made.add_paragraph(_printable(text), style="List Bullet 2")
            for quote in entry.quotes:
                quoted = made.add_paragraph(style="List Bullet 2")
                quoted.add_run(_printable(f"“{quote.sentence}” ")).italic = True
                quoted.add_run(_printable(_source(quote)))
    made.save(str(path))
