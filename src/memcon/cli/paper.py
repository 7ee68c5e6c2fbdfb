"""Records on the terminal: a memorandum that a person likes to read, or one table."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from memcon.export.memorandum import Line, Memorandum, memorandum
from memcon.record import Engagement, Record

_STATUS_STYLES = {
    "held": "green", "ongoing": "green", "planned": "cyan", "expected": "cyan", "proposed": "cyan", "invited": "cyan",
    "postponed": "yellow", "cancelled": "red", "declined": "red", "denied": "red", "critical": "red", "supportive": "green",
    "demanding": "yellow", "open": "cyan", "kept": "green", "broken": "red", "overdue": "red",
}  # fmt: skip


def print_record(record: Record, console: Console, *, evidence: bool = False) -> None:
    """One record as a memorandum."""
    console.print(render(memorandum(record), evidence=evidence))


def render(sheet: Memorandum, *, evidence: bool = False) -> RenderableType:
    """The sheet as something rich can print. Text of the report is never read as markup."""
    parts: list[RenderableType] = [Rule(style="dim"), Text(sheet.title, style="bold"), Text(sheet.source, style="dim")]
    for section in sheet.sections:
        parts += [Text(""), Text(section.title.upper(), style="bold blue")]
        for group in section.groups:
            if group.heading:
                parts.append(Padding(Text(group.heading, style="bold"), (0, 0, 0, 2)))
            parts += [_entry(line, evidence) for line in group.lines]
    parts += _notes("Held back", sheet.held_back) + _notes("Warnings", sheet.warnings)
    return Group(*parts)


def _entry(line: Line, evidence: bool) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style="dim", width=4, justify="right")
    grid.add_column(ratio=1)
    grid.add_row(line.fact_id, _styled(line.text))
    for detail in line.details:
        grid.add_row("", Text(detail, style="dim") if not detail.endswith("]") else Text(detail))
    if evidence:
        for item in line.evidence:
            grid.add_row("", Text(f"“{' '.join(item.exact.split())}” {item.start}–{item.end}", style="italic magenta"))
    return Padding(grid, (0, 0, 0, 2))


def _styled(text: str) -> Text:
    """The line with its status in its colour; the word stays, so colour alone says nothing."""
    head, dot, status = text.rpartition(" · ")
    if not dot or status not in _STATUS_STYLES:
        return Text(text)
    return Text.assemble(head, dot, (status, _STATUS_STYLES[status]))


def _notes(title: str, notes: tuple[str, ...]) -> list[RenderableType]:
    if not notes:
        return []
    return [
        Text(""),
        Text(title.upper(), style="bold blue"),
        *(Padding(Text(note, style="dim"), (0, 0, 0, 4)) for note in notes),
    ]


def engagements_table(records: list[Record]) -> Table:
    """All engagements of all records, a row each."""
    table = Table("document", "id", "when", "kind", "status", "who", "where", box=None, padding=(0, 1))
    for record in records:
        about = record.document
        name = about.input_id or about.title or about.id.removeprefix("sha256:")[:8]
        for engagement in record.engagements:
            when = engagement.when.start if engagement.when and engagement.when.start else "-"
            where = engagement.place.name or ""
            cells = (name, engagement.id, when, engagement.kind, engagement.status, _who(engagement), where)
            table.add_row(*(Text(cell) for cell in cells))
    return table


def _who(engagement: Engagement) -> str:
    """Names with their party, and the parties that nobody is named for."""
    named = [f"{person.name or person.office} ({person.country or '?'})" for person in engagement.participants]
    present = {person.country for person in engagement.participants}
    return ", ".join([*named, *(party for party in engagement.parties if party not in present)])
