"""Exports of the news databases Factiva and Nexis: many articles in one text, each with its fields.

Four layouts, told by their marks:
  Factiva with field codes     HD, WC, PD, SN, LP, TD … at the head of lines, "Document ABC0000020230619ej6j0001" at the end
  Factiva as shown             headline, "456 words", date, source …, a blank line, the story, the same end
  Nexis, older                 "3 of 200 DOCUMENTS", outlet, date, headline, BYLINE: …, LENGTH: …, the story, LOAD-DATE: …
  Nexis Uni                    headline, outlet, date, …, "Body", the story, "Load-Date: …", "End of Document"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from memcon.intake.dates import parse_date
from memcon.intake.documents import document
from memcon.intake.sources import Context, Source, attempt

__all__ = ["Article", "find_articles", "sources_of_text"]

MOST_FIELDS = 25  # lines between an article's word count and its story

_FACTIVA_END = re.compile(
    r"^[ \t]*(?:AN[ \t]+)?(?:Document|Dokument|Documento)[ \t]+([A-Z]{2,10}00[A-Za-z0-9]{12,30})[ \t]*\r?$", re.MULTILINE
)
_NEXIS_START = re.compile(r"^[ \t]*(?:FOCUS - )?\d{1,5} of \d{1,5} DOCUMENTS?[ \t]*\r?$", re.MULTILINE)
_NEXIS_UNI_END = re.compile(r"^[ \t]*End of Document[ \t]*\r?$", re.MULTILINE)

_CODE = re.compile(
    r"(HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|CLM|ART|DLN)(?:\s+(.*))?$"
)
_WORD_COUNT = re.compile(r"[\d.,]+ words$")
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright)", re.IGNORECASE)
_LANGUAGE = re.compile(r"(?:English|French|German|Spanish|Portuguese|Italian|Dutch|Russian|Chinese|Japanese|Arabic)$")
_FIELD = re.compile(r"([A-Z][A-Z/ -]{2,22}|[A-Z][a-z]+(?:-[A-Z][a-z]+)?): ?(.*)$")
_NEXIS_HEAD = frozenset({"BYLINE", "SECTION", "LENGTH", "DATELINE", "HEADLINE", "HIGHLIGHT", "SERIES", "SOURCE", "TYPE"})
_NEXIS_TAIL = re.compile(
    "(?:URL|LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|SUBJECT|NOTES|DOCUMENT-TYPE|JOURNAL-CODE|CORRECTION-DATE"
    "|ORGANIZATION|COMPANY|INDUSTRY|PERSON|CITY|STATE|COUNTRY|GEOGRAPHIC)$"
)
_UNI_TAIL = re.compile(r"(?:Classification|Graphic|Notes|Load-Date: .*)$")


@dataclass(frozen=True, slots=True)
class Article:
    """One article of an export: the story's text, and what its fields say. `date` is ISO."""

    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    id: str | None = None


def find_articles(text: str) -> tuple[Article, ...]:
    """The articles of an export; none where the text is no export."""
    if _FACTIVA_END.search(text):
        return tuple(_factiva(text))
    if _NEXIS_START.search(text):
        pieces = _NEXIS_START.split(text)[1:]
        return tuple(article for piece in pieces if (article := _nexis(_lines(piece))))
    if _NEXIS_UNI_END.search(text):
        pieces = _NEXIS_UNI_END.split(text)
        return tuple(article for piece in pieces if (article := _nexis_uni(_lines(piece))))
    return ()


def sources_of_text(
    text: str,
    name: str,
    context: Context,
    *,
    input_id: str,
    title: str | None = None,
    warnings: tuple[str, ...] = (),
) -> Iterator[Source]:
    """The articles of an export as documents; any other text as one document."""
    articles = find_articles(text)
    if not articles:
        make = partial(document, text, fallback=context.published, title=title, input_id=input_id, warnings=warnings)
        yield attempt(name, make)
    for number, article in enumerate(articles, start=1):
        make = partial(
            document,
            article.text,
            published=article.date,
            basis="metadata",
            fallback=context.published,
            title=article.title,
            outlet=article.outlet,
            input_id=article.id or f"{input_id}-{number}",
            warnings=warnings,
        )
        yield attempt(f"{name}:{number}", make)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def _joined(lines: Sequence[str]) -> str:
    """The lines as text, one blank line at most between them."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _factiva(text: str) -> Iterator[Article]:
    reached = 0
    for end in _FACTIVA_END.finditer(text):
        lines = _lines(text[reached : end.start()])
        reached = end.end()
        codes = [match for line in lines if (match := _CODE.match(line))]
        coded = {match[1] for match in codes} >= {"HD", "PD"}
        if article := _factiva_coded(lines, end[1]) if coded else _factiva_shown(lines, end[1]):
            yield article


def _factiva_coded(lines: list[str], document_id: str) -> Article | None:
    fields: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if match := _CODE.match(line):
            current = fields.setdefault(match[1], [])
            current.append((match[2] or "").strip())
        else:
            current.append(line.strip())
    body = "\n\n".join(text for code in ("LP", "TD") if (text := _joined(fields.get(code, []))))
    one_line = {code: " ".join(" ".join(words).split()) or None for code, words in fields.items()}
    date = parse_date(one_line.get("PD") or "")
    return Article(body, one_line.get("HD"), one_line.get("SN"), date, document_id) if body else None


def _factiva_shown(lines: list[str], document_id: str) -> Article | None:
    count = next((number for number, line in enumerate(lines) if _WORD_COUNT.match(line.strip())), None)
    if count is None:
        return None
    head = [line.strip() for line in lines[:count] if line.strip()]
    head = [line for line in head if not line.lower().startswith("by ")] or head
    fields_end = _end_of_fields(lines, count)
    fields = [line.strip() for line in lines[count + 1 : fields_end] if line.strip()]
    dated = next((number for number, field in enumerate(fields) if parse_date(field)), None)
    after_date = fields[dated + 1 :] if dated is not None else fields
    outlet = next((field for field in after_date if any(map(str.isalpha, field))), None)
    body = _joined(lines[fields_end:])
    date = parse_date(fields[dated]) if dated is not None else None
    return Article(body, head[-1] if head else None, outlet, date, document_id) if body else None


def _end_of_fields(lines: list[str], count: int) -> int:
    """Where the story begins: after the copyright line, else the language, else the first blank line below the fields."""
    for mark in (_COPYRIGHT, _LANGUAGE):
        for number in range(count + 1, min(count + MOST_FIELDS, len(lines))):
            if mark.match(lines[number].strip()):
                return number + 1
    below = range(count + 2, len(lines))
    return next((number for number in below if not lines[number].strip() and lines[number - 1].strip()), count + 1)


def _nexis(lines: list[str]) -> Article | None:
    visible = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    dated = next(((place, date) for place, (_, line) in enumerate(visible[:12]) if (date := parse_date(line))), None)
    if dated is None:
        return None
    place, date = dated
    heads = [number for number, line in visible[:30] if (field := _FIELD.match(line)) and field[1] in _NEXIS_HEAD]
    begin = _after_field(lines, heads[-1]) if heads else visible[place][0] + 1
    end = next((number for number in range(begin, len(lines)) if _is_nexis_tail(lines[number])), len(lines))
    body = _joined([line.strip() for line in lines[begin:end]])
    outlet = visible[0][1] if place else None
    return Article(body, _nexis_title(lines, visible[place][0] + 1, heads), outlet, date) if body else None


def _after_field(lines: list[str], field: int) -> int:
    """The line after a field and its continuation lines."""
    return next((number for number in range(field, len(lines)) if not lines[number].strip()), len(lines))


def _is_nexis_tail(line: str) -> bool:
    field = _FIELD.match(line.strip())
    copyright_line = line.strip().lower().startswith("copyright ") and any(map(str.isdigit, line))
    return copyright_line or (field is not None and _NEXIS_TAIL.match(field[1]) is not None)


def _nexis_title(lines: list[str], begin: int, heads: list[int]) -> str | None:
    """The HEADLINE field, else the lines at the margin between date and fields (editions are centred)."""
    for head in heads:
        if lines[head].strip().startswith("HEADLINE:"):
            return " ".join(" ".join(lines[head : _after_field(lines, head)]).split())[len("HEADLINE:") :].strip()
    between = [line.strip() for line in lines[begin : heads[0] if heads else begin] if line and not line.startswith("     ")]
    return " ".join(line for line in between if line) or None


def _nexis_uni(lines: list[str]) -> Article | None:
    begin = next((number + 1 for number, line in enumerate(lines) if line.strip() == "Body"), None)
    if begin is None:
        return None
    head = [line.strip() for line in lines[: begin - 1] if line.strip()]
    end = next((number for number in range(begin, len(lines)) if _UNI_TAIL.match(lines[number].strip())), len(lines))
    date = next((date for line in head if (date := parse_date(line)) and not _COPYRIGHT.match(line)), None)
    title = head[0] if head else None
    outlet = head[1] if len(head) > 1 and not parse_date(head[1]) else None
    body = _joined([line.strip() for line in lines[begin:end]])
    return Article(body, title, outlet, date) if body else None
