"""The tables of figures in README.md and docs/speed.md, written from what is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, what it is called, and what it should reach; in README too where `short` says how."""

    figure: str
    label: str
    least: float | None = None
    most: float | None = None
    form: str = "{:.2f}"
    short: str | None = None


NEAR_COPIES = "near-copies in a ledger on disk, against datasketch in memory"
ROWS = (
    Row(
        "polnear",
        "political news: memcon / spaCy's pipeline, documents a second",
        least=2.0,
        short="whole records of political news, against spaCy's pipeline",
    ),
    Row(
        "polnear, small parser",
        "the same with the smaller parser (`--parser small`)",
        least=2.5,
        short="the same with the smaller parser",
    ),
    Row("foreign", "foreign ministries' readouts", least=1.3, short="of readouts"),
    Row("plain", "texts that name no party", least=6.0, short="of texts that name no party"),
    Row("recognizers-text", "dates / recognizers-text", least=20, form="{:.0f}", short="dates, against recognizers-text"),
    Row("dateparser", "dates / dateparser.search", least=3, form="{:.1f}", short="dates, against dateparser.search"),
    Row("textacy", "whole records / textacy's direct quotations", short="whole records, against textacy's quotations"),
    Row("near copies", "near-copies found in a ledger on disk / datasketch's MinHashLSH in memory", short=NEAR_COPIES),
    Row("two processes", "two processes / one", least=1.8, short="two processes, against one"),
    Row("start", "processor time: `memcon --version` / `import spacy`", most=0.3),
    Row("cold", "`memcon read` of one article, cold / spaCy's load and one call", most=1.6),
    Row("peak", "peak memory of a reader after 2,000 documents, MB", most=600, form="{:.0f}"),
    Row("growth", "the same to that after 1,000, news before plain texts", most=1.05),
    Row("linear", "time a byte: a document of 5 MB / one of 0.5 MB", most=1.2),
)


def speed_table(figures: Mapping[str, float]) -> str:
    """All figures with their aims; bold is short of the aim."""
    lines = ["| measured | figure | aim |", "|---|---|---|"]
    for row in ROWS:
        if row.figure in figures:
            lines.append(f"| {row.label} | {_figure(row, figures[row.figure])} | {_aim(row)} |")
    return "\n".join(lines)


def short_table(figures: Mapping[str, float]) -> str:
    """What README shows: how many times as fast."""
    shown = [row for row in ROWS if row.short and row.figure in figures]
    lines = ["| memcon | times as fast |", "|---|---|"]
    return "\n".join([*lines, *(f"| {row.short} | {row.form.format(figures[row.figure])} |" for row in shown)])


def _figure(row: Row, figure: float) -> str:
    short = (row.least is not None and figure < row.least) or (row.most is not None and figure > row.most)
    return f"**{row.form.format(figure)}**" if short else row.form.format(figure)


def _aim(row: Row) -> str:
    return f"{row.least:g}" if row.least is not None else f"at most {row.most:g}" if row.most is not None else ""


def placed(page: str, name: str, table: str) -> str:
    """The page with the table between the marks of this name."""
    marks = re.compile(rf"(<!-- {name}: .*?-->\n).*?(<!-- /{name} -->)", re.DOTALL)
    written, count = marks.subn(lambda found: f"{found[1]}{table}\n{found[2]}", page)
    if count != 1:
        raise ValueError(f"the page has {count} places for the table {name!r}")
    return written


def copies_table(figures: Mapping[str, float]) -> str:
    """How well copies are found."""
    threshold = figures["near copies, datasketch: threshold"]
    lines = ["| | precision | recall |", "|---|---|---|"]
    for name, label in (("memcon", "memcon"), ("datasketch", f"datasketch, threshold {threshold:g}")):
        precision, recall = (figures[f"near copies, {name}: {what}"] for what in ("precision", "recall"))
        lines.append(f"| {label} | {precision:.3f} | {recall:.3f} |")
    return "\n".join(lines)


def pages(stored: Mapping[str, Any]) -> dict[Path, str]:
    """README and docs/speed.md with these figures."""
    figures = stored["figures"]
    readme, speed = ROOT / "README.md", ROOT / "docs" / "speed.md"
    written = placed(speed.read_text(encoding="utf-8"), "speed", speed_table(figures))
    return {
        speed: placed(written, "copies", copies_table(figures)),
        readme: placed(readme.read_text(encoding="utf-8"), "speed", short_table(figures)),
    }
