"""One HTML file over all documents: engagements, statements, commitments, events and documents, each with its words.

It needs no network and holds nothing that could use one: style and script stand inside, and a Content-Security-Policy allows
these two and nothing else. Everything that comes from a text is escaped. Without JavaScript the whole of it can be read;
search and filters need it. Colours follow the reader's light or dark setting, and never say anything alone.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TextIO

from memcon.desk.contents import Contents
from memcon.export.html_rows import COLUMNS, Row, rows_of, safe
from memcon.export.parties import Parties
from memcon.export.written import Written, written

TITLE = "Record of diplomacy"
ABOUT = "Made by memcon. Each line shows the words that it was taken from."
SECTIONS = {
    "engagements": ("Engagements", "Who met whom, or was to, by day"),
    "statements": ("Statements", "Who said what, by day"),
    "commitments": ("Commitments", "Invitations, promises and demands, by the day they were told"),
    "events": ("Events", "The same facts coded in PLOVER, by day"),
    "documents": ("Documents", "The reports behind all of it, by publication"),
}
_FORM = """<form id="filters" hidden>
<label>Words<input type="search" name="words" autocomplete="off"></label>
<label>Party<select name="party"><option value="">all</option></select></label>
<label>Status<select name="status"><option value="">all</option></select></label>
<label>From<input type="date" name="since"></label>
<label>To<input type="date" name="until"></label>
<output id="told" aria-live="polite"></output>
</form>
"""


@dataclass(slots=True)
class _Page:
    """The file that is being written, and how many rows each section has."""

    file: TextIO
    counts: dict[str, int]

    def put(self, text: str) -> None:
        """Write a line."""
        self.file.write(text + "\n")


def write(contents: Contents, out: Path) -> list[Written]:
    """Write the report to the file `out`, row by row."""
    parties = Parties()
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        page = _Page(file, {})
        page.put(_head())
        for family in SECTIONS:
            _section(page, family, rows_of(family, contents, parties))
        page.put(f"</main>\n<script>{_data('report.js')}</script>\n</body>\n</html>")
    return [written(out, number, family) for family, number in page.counts.items()]


def _head() -> str:
    links = "".join(f'<li><a href="#{family}">{title}</a></li>' for family, (title, _) in SECTIONS.items())
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{TITLE}</title>\n<style>{_data('report.css')}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#engagements">Skip to the record</a>\n'
        f'<header>\n<h1>{TITLE}</h1>\n<p class="about">{ABOUT}</p>\n'
        f'<nav aria-label="Sections"><ul>{links}</ul></nav>\n</header>\n<main>\n{_FORM}'
    )


def _section(page: _Page, family: str, rows: Iterable[Row]) -> None:
    title, about = SECTIONS[family]
    count = 0
    page.put(f'<section id="{family}" aria-labelledby="{family}-title">\n<h2 id="{family}-title">{title}</h2>')
    for count, row in enumerate(rows, start=1):
        if count == 1:
            heads = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS[family])
            page.put(f'<div class="frame"><table>\n<caption>{about}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>')
        page.put(_row(row))
    end = f'</tbody></table></div>\n<p class="soft"><span class="count">{count}</span> shown, of {count}.</p>'
    page.put(end if count else '<p class="none">Nothing.</p>')
    page.put("</section>")
    page.counts[family] = count


def _row(row: Row) -> str:
    facets = "".join(f' data-{name}="{safe(value)}"' for name, value in row.facets.items() if value)
    first, *others = row.cells
    return f'<tr id="{safe(row.anchor)}"{facets}><th scope="row">{first}</th>{"".join(others)}</tr>'


def _data(name: str) -> str:
    return (files("memcon.export") / "data" / name).read_text(encoding="utf-8")


def _policy() -> str:
    """Only this style and this script, by their hashes; no image, font, frame, form or connection."""
    style, script = (_hash(_data(name)) for name in ("report.css", "report.js"))
    return f"default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
