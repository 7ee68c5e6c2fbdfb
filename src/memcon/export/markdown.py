"""A record as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.export.memorandum import Line, Memorandum, memorandum
from memcon.record import Record


def to_markdown(record: Record, *, evidence: bool = False) -> str:
    """The record as a Markdown sheet, with the words that show each fact where `evidence` is true."""
    return "\n".join(_lines(memorandum(record), evidence)) + "\n"


def _lines(sheet: Memorandum, evidence: bool) -> Iterator[str]:
    yield f"# {_escaped(sheet.title)}"
    yield ""
    yield f"*{_escaped(sheet.source)}*"
    for section in sheet.sections:
        yield from ("", f"## {section.title}")
        for group in section.groups:
            yield from ("", f"**{_escaped(group.heading)}**", "") if group.heading else ("",)
            for line in group.lines:
                yield from _entry(line, evidence)
    if sheet.held_back:
        yield from ("", "## Held back", "", *(f"- {_escaped(item)}" for item in sheet.held_back))
    if sheet.warnings:
        yield from ("", "## Warnings", "", *(f"- {_escaped(item)}" for item in sheet.warnings))


def _entry(line: Line, evidence: bool) -> Iterator[str]:
    yield f"- {_escaped(line.text)} `{line.fact_id}`"
    for detail in line.details:
        yield f"  - {_escaped(detail)}"
    if evidence:
        for item in line.evidence:
            yield f"  - > {_escaped(' '.join(item.exact.split()))} ({item.start}–{item.end})"


def _escaped(text: str) -> str:
    """Markdown's own marks in a report's words stay words."""
    for mark in ("\\", "`", "*", "_", "<", "[", "#"):
        text = text.replace(mark, "\\" + mark)
    return text
