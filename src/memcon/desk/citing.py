"""Cite a fact: a reference ready for a footnote, for BibTeX and for CSL-JSON, with the words that it rests on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from memcon.desk.evidence import Shelf, first_of_each
from memcon.knowledge.folding import fold
from memcon.ledger import Ledger
from memcon.record import Commitment, Fact, Model, Record, Statement

LONGEST = 400  # characters of the words in a reference
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# What TeX would read as a command. A backslash is replaced in the same pass, so its own braces are left alone.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


class Citation(Model):
    """One source of one fact. `key` depends on the document alone, so it stays the same in every run and every ledger.

    [start, end) are code points of the document's text, of the words in `exact`."""

    key: str
    fact: str
    document: str
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    start: int
    end: int
    exact: str

    @property
    def note(self) -> str:
        """The reference as a footnote has it."""
        head = ", ".join(each for each in (self.outlet, f"“{_inner(self.title)}”" if self.title else None, self._day) if each)
        address = f", {self.url}" if self.url else ""
        words = _inner(_shortened(self.exact))
        return f"{head or self.document}{address}: “{words}” (characters {self.start}–{self.end})."

    @property
    def _day(self) -> str:
        if self.published is None:
            return "undated"
        day = date.fromisoformat(self.published)
        return f"{day.day} {day:%B %Y}"


class Citations(Model):
    """All sources of one item, earliest first."""

    item: str
    citations: tuple[Citation, ...]


def cite_item(ledger: Ledger, name: str) -> Citations:
    """The references of an item of the ledger, one a source. Raises LedgerError for an unknown id."""
    item = ledger.get(name)
    quotes = first_of_each(Shelf(ledger).quotes(item))
    return Citations(
        item=item.id,
        citations=tuple(
            Citation(
                key=citation_key(quote.document, quote.outlet, quote.published),
                **quote.model_dump(include=set(Citation.model_fields) - {"key"}),
            )
            for quote in quotes
        ),
    )


def cite_fact(record: Record, fact_id: str) -> Citations:
    """The reference of a fact of a record. Raises RecordError for an unknown id."""
    fact = record.fact(fact_id)
    about = record.document
    span = _telling(fact)
    made = Citation(
        key=citation_key(about.id, about.outlet, about.published.date),
        fact=fact.id,
        document=about.id,
        outlet=about.outlet,
        title=about.title,
        published=about.published.date,
        url=about.url,
        start=span.start,
        end=span.end,
        exact=span.exact,
    )
    return Citations(item=fact.id, citations=(made,))


def _telling(fact: Fact) -> Any:
    """The span that shows a fact best: what is said, what is promised, else its longest evidence."""
    if isinstance(fact, Statement):
        return fact.content
    if isinstance(fact, Commitment) and fact.what:
        return fact.what
    return max(fact.evidence, key=lambda span: span.end - span.start)


def citation_key(document: str, outlet: str | None, published: str | None) -> str:
    """A key that BibTeX takes: outlet, year and the beginning of the document's hash."""
    words = re.findall(r"[a-z0-9]+", fold(outlet or "").lower())
    return "-".join(("".join(words)[:20] or "source", (published or "nd")[:4], document.removeprefix("sha256:")[:8]))


def to_bibtex(citations: Iterable[Citation]) -> str:
    """BibTeX entries (`@misc`), one a document; the words stand in `note`."""
    return "\n\n".join(_entry(group) for group in _by_document(citations))


def _entry(group: Sequence[Citation]) -> str:
    first = group[0]
    day = date.fromisoformat(first.published) if first.published else None
    fields = {
        "title": f"{{{_tex(first.title)}}}" if first.title else None,
        "author": f"{{{_tex(first.outlet)}}}" if first.outlet else None,
        "year": str(day.year) if day else None,
        "day": str(day.day) if day else None,
        "howpublished": f"\\url{{{_tex_url(first.url)}}}" if first.url else None,
        "note": " ".join(f"``{_tex(_shortened(each.exact))}''" for each in group),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    lines += [f"  month = {_MONTHS[day.month - 1]},"] if day else []
    return "\n".join((f"@misc{{{first.key},", *lines, "}"))


def _tex(text: str | None) -> str:
    return "".join(_TEX.get(letter, letter) for letter in " ".join((text or "").split()))


def _tex_url(url: str | None) -> str:
    """An address as \\url takes it: what would end the group or start a comment is percent-encoded."""
    return "".join(f"%{ord(letter):02X}" if letter in "{}\\ " else letter for letter in url or "").replace("%", r"\%")


def to_csl(citations: Iterable[Citation]) -> str:
    """CSL-JSON, one item a document, as Zotero, pandoc and citeproc read it."""
    return json.dumps([_csl_item(group) for group in _by_document(citations)], ensure_ascii=False, indent=1)


def _csl_item(group: Sequence[Citation]) -> dict[str, Any]:
    first = group[0]
    item: dict[str, Any] = {"id": first.key, "type": "webpage" if first.url else "document"}
    if first.title:
        item["title"] = first.title
    if first.outlet:
        item["container-title"] = first.outlet
    if first.published:
        item["issued"] = {"date-parts": [[int(part) for part in first.published.split("-")]]}
    if first.url:
        item["URL"] = first.url
    return item | {"note": " ".join(f"“{_inner(_shortened(each.exact))}”" for each in group)}


def _by_document(citations: Iterable[Citation]) -> list[list[Citation]]:
    groups: dict[str, list[Citation]] = {}
    for each in citations:
        groups.setdefault(each.document, []).append(each)
    return list(groups.values())


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _inner(text: str | None) -> str:
    """Text that is to stand in quotation marks: its outer pair off, the marks inside made single."""
    plain = (text or "").strip()
    if len(plain) > 1 and plain[0] in '“"«' and plain[-1] in '”"»':
        plain = plain[1:-1]
    return re.sub(r"[”»]|\"(?=[\s.,;:!?]|$)", "’", re.sub(r"[“«]|\"(?=\w)", "‘", plain))
