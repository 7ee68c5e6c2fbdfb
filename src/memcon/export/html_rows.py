"""The rows of the HTML report: cells as safe HTML, with the evidence of every source folded up in the last one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from memcon.desk.contents import Contents
from memcon.export.annotations import spans_of_fact
from memcon.export.graph import xml_text
from memcon.export.links import web_address
from memcon.export.parties import Parties
from memcon.ledger import DocumentRow, MergedCommitment, MergedEngagement, MergedEvent, Source, Utterance
from memcon.ledger.types import Merged
from memcon.record import Evidence, When

AROUND = 140  # code points shown before and after the words
COLUMNS = {
    "engagements": ("When", "Kind", "Status", "Parties", "Who", "Where", "Evidence"),
    "statements": ("Day", "Speaker", "Words", "About", "Stance", "Evidence"),
    "commitments": ("Told", "Kind", "Status", "By", "To", "What", "Evidence"),
    "events": ("Day", "Type", "Status", "Actor", "Recipient", "Score", "Evidence"),
    "documents": ("Published", "Outlet", "Title", "Tells of"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its anchor, the facets that filters read, and its cells, the first without its tag."""

    anchor: str
    facets: dict[str, str | None]
    cells: tuple[str, ...]


def safe(text: object) -> str:
    """Text as HTML: escaped, on one line, without control characters."""
    return escape(" ".join(xml_text(str(text)).split()), quote=True)


def rows_of(family: str, contents: Contents, parties: Parties) -> Iterator[Row]:
    """The rows of one section."""
    if family == "documents":
        told = {name: [item for _, item in facts] for name, facts in contents.by_document().items()}
        yield from (_document(row, told.get(row.id, [])) for row in contents.documents)
        return
    made: dict[str, Callable[[Any, Parties], Row]] = {
        "engagements": _engagement, "statements": _statement, "commitments": _commitment, "events": _event,
    }  # fmt: skip
    for item in getattr(contents, family):
        row = made[family](item, parties)
        yield Row(row.anchor, row.facets, (*row.cells, f"<td>{evidence(item, contents)}</td>"))


def _engagement(item: MergedEngagement, parties: Parties) -> Row:
    people = [", ".join(part for part in (person.name, person.office) if part) for person in item.participants]
    where = ", ".join(dict.fromkeys(part for part in (item.place.name, item.place.city) if part))
    day = item.when.start if item.when else None
    facets = {"day": day, "parties": " ".join(item.parties), "status": item.status}
    status = _status(item.status, item.reason)
    cells = (_day(item.when), _cell(item.kind), status, _names(item.parties, parties), _lines(people), _cell(where))
    return Row(item.id, facets, cells)


def _statement(item: Utterance, parties: Parties) -> Row:
    speakers = [
        (speaker.name or speaker.office or "not named") + (f" ({speaker.country})" if speaker.country else "")
        for speaker in item.speakers
    ]
    sides = sorted({*(speaker.country for speaker in item.speakers if speaker.country), *item.about})
    facets = {"day": item.day, "parties": " ".join(sides)}
    words = f'<td class="words">{safe(item.words)}</td>'
    about = _lines([", ".join(each) for each in (item.about, item.issues) if each])
    return Row(item.id, facets, (safe(item.day or "—"), _lines(speakers), words, about, _cell(item.stance)))


def _commitment(item: MergedCommitment, parties: Parties) -> Row:
    facets = {"day": item.day, "parties": " ".join(sorted({*item.by, *item.to})), "status": item.status}
    due = f" ({item.due_text})" if item.due_text and item.due_text not in (item.what or "") else ""
    cells = (
        safe(item.day or "—"), _cell(item.kind), _status(item.status, None), _names(item.by, parties),
        _names(item.to, parties), f'<td class="words">{safe((item.what or "—") + due)}</td>',
    )  # fmt: skip
    return Row(item.id, facets, cells)


def _event(item: MergedEvent, parties: Parties) -> Row:
    facets = {"day": item.date, "parties": " ".join(sorted({*item.actor, *item.recipient})), "status": item.status}
    cells = (
        safe(item.date or "—"), _cell(" ".join(part for part in (item.type, item.mode) if part)),
        _status(item.status, None), _names(item.actor, parties), _names(item.recipient, parties), _cell(f"{item.score:+.1f}"),
    )  # fmt: skip
    return Row(item.id, facets, cells)


def _document(row: DocumentRow, items: list[Merged]) -> Row:
    links = " ".join(f'<a href="#{safe(item.id)}">{safe(item.id)}</a>' for item in items)
    found = f"<details><summary>{len(items)} facts</summary>{links}</details>" if items else "nothing"
    title = row.title or row.input_id or row.id[:19]
    cells = (safe(row.published or "—"), _cell(row.outlet or "—"), f"<td>{_link(row.url, title)}</td>", f"<td>{found}</td>")
    return Row(f"d-{row.id.removeprefix('sha256:')[:16]}", {"day": row.published}, cells)


def evidence(item: Merged, contents: Contents) -> str:
    """The words of every source, folded up."""
    quotes = "".join(_source(source, contents) for source in item.sources)
    many = len(item.sources)
    return f"<details><summary>{many} source{'s' if many > 1 else ''}</summary>{quotes}</details>"


def _source(source: Source, contents: Contents) -> str:
    spans = spans_of_fact(contents.fact(source))
    kept = contents.text(source.document)
    text = kept.text if kept else None
    quotes = "".join(f"<p>{_passage(passage, text)}</p>" for passage in _passages(spans))
    where = ", ".join(part for part in (source.outlet, source.published) if part) or source.document[:19]
    link = f'<a href="#d-{source.document.removeprefix("sha256:")[:16]}">{safe(where)}</a>'
    return f"<blockquote>{quotes}<cite>{link} {_link(source.url, source.title or source.url or '')}</cite></blockquote>"


def _passages(spans: Iterable[Evidence]) -> list[list[Evidence]]:
    """The spans in the order of the text, those that lie in another left out, near ones in one passage."""
    found: list[list[Evidence]] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start > found[-1][-1].end + AROUND:
            found.append([span])
        elif span.start >= found[-1][-1].end:
            found[-1].append(span)
        elif span.end > found[-1][-1].end:
            found[-1][-1] = _both(found[-1][-1], span)
    return found


def _both(one: Evidence, other: Evidence) -> Evidence:
    """Two overlapping spans as one."""
    return Evidence(start=one.start, end=other.end, exact=one.exact + other.exact[one.end - other.start :])


def _passage(spans: list[Evidence], text: str | None) -> str:
    """The words marked, with what stands around and between them where the text is kept."""
    if text is None:
        return " … ".join(f"<mark>{safe(span.exact)}</mark>" for span in spans)
    first, last = spans[0].start, spans[-1].end
    before, after = text[max(0, first - AROUND) : first], text[last : last + AROUND]
    pieces = ["… " + before.partition(" ")[2] if first > AROUND else before]
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        pieces += [span.exact, text[span.end : following.start] if following else ""]
    pieces[-1] = after.rpartition(" ")[0] + " …" if last + AROUND < len(text) else after
    return "".join(_spaced(piece) if at % 2 == 0 else f"<mark>{safe(piece)}</mark>" for at, piece in enumerate(pieces))


def _spaced(text: str) -> str:
    """Text between marks: safe, a space kept at either end."""
    return f"{' ' if text[:1].isspace() else ''}{safe(text)}{' ' if text.strip() and text[-1:].isspace() else ''}"


def _link(url: str | None, text: str) -> str:
    """A link only where the address is http or https; else the text alone."""
    address = web_address(url)
    return f'<a href="{safe(address)}" rel="noreferrer noopener">{safe(text)}</a>' if address else safe(text)


def _cell(text: object) -> str:
    return f"<td>{safe(text)}</td>"


def _lines(texts: Iterable[str]) -> str:
    return f"<td>{'<br>'.join(map(safe, texts)) or '—'}</td>"


def _names(codes: tuple[str, ...], parties: Parties) -> str:
    return _lines(parties.name(code) for code in codes)


def _status(status: str, reason: str | None) -> str:
    why = f'<br><span class="soft">{safe(reason)}</span>' if reason else ""
    return f'<td class="status"><span class="{safe(status)}">{safe(status)}</span>{why}</td>'


def _day(when: When | None) -> str:
    if when is None or when.start is None:
        return safe(when.text if when and when.text else "—")
    if when.end in (None, when.start):
        return safe(when.start)
    if when.precision == "month":
        return safe(when.start[:7])
    return safe(when.start[:4]) if when.precision == "year" else f"{safe(when.start)}<br>to {safe(when.end)}"
