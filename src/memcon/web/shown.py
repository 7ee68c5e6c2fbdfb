"""How values look on a page: days, statuses by shape and word, parties, links. What comes from a text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from memcon.desk.wording import count, days
from memcon.export.links import web_address
from memcon.record import When

# A shape for each status: filled is done, empty is ahead, crossed is off. Paths in a box of 16.
_RING = '<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2"/>'
_DOTS = '<circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.4 2.4"/>'
_CROSS = '<path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/>'
_SHAPES = {
    "held": '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
    "kept": '<path d="M2.5 8.5l4 4 7-9" fill="none" stroke="currentColor" stroke-width="2.4"/>',
    "ongoing": f'{_RING}<path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor"/>',
    "planned": _RING,
    "open": _RING,
    "expected": _DOTS,
    "proposed": '<path d="M8 2l6 6-6 6-6-6z" fill="none" stroke="currentColor" stroke-width="2"/>',
    "invited": '<path d="M2 4h12v8H2zM2 4l6 5 6-5" fill="none" stroke="currentColor" stroke-width="1.8"/>',
    "postponed": '<path d="M3 8h9M9 4l4 4-4 4M3 4v8" fill="none" stroke="currentColor" stroke-width="2"/>',
    "overdue": '<path d="M8 2l6.5 12h-13z" fill="none" stroke="currentColor" stroke-width="2"/>',
    "cancelled": _CROSS,
    "broken": _CROSS,
    "withdrawn": '<path d="M3 8h10" stroke="currentColor" stroke-width="2.4"/>',
    "declined": f'{_RING}<path d="M4 8h8" stroke="currentColor" stroke-width="2"/>',
    "denied": '<path d="M3 6h10M3 10h10M11 3L5 13" stroke="currentColor" stroke-width="2" fill="none"/>',
    "rejected": _CROSS,
    "confirmed": '<path d="M2.5 8.5l4 4 7-9" fill="none" stroke="currentColor" stroke-width="2.4"/>',
    "corrected": '<path d="M3 13l1-3.5L11 2.5l2.5 2.5-7 7z" fill="none" stroke="currentColor" stroke-width="1.8"/>',
}


@lru_cache(maxsize=100)
def status(word: str) -> Markup:
    """A status by shape and word; its colour says nothing that these don't."""
    shape = Markup(f'<svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">{_SHAPES.get(word, _RING)}</svg>')
    return Markup('<span class="status {0}">{1}{0}</span>').format(word, shape)


@lru_cache(maxsize=5000)
def day(when: When | None) -> Markup:
    """A day or a span of days; what the text says where no day is known."""
    if when is None or when.start is None:
        return Markup('<span class="soft">{}</span>').format(when.text if when and when.text else "undated")
    text = days(when)
    return Markup('<time datetime="{}">{}</time>').format(when.start, text)


def element(name: str, attributes: str, *inside: object) -> Markup:
    """<name attributes>inside</name>, the inside escaped; `attributes` must be ours or escaped already. `Markup.format` does
    the same ten times slower, which long tables feel."""
    return Markup(f"<{name} {attributes}>" + "".join(map(escape, inside)) + f"</{name}>")


def soft(*inside: object) -> Markup:
    """What is said in a lower voice."""
    return element("span", 'class="soft"', *inside)


def lines(values: Iterable[Any]) -> Markup:
    """Values one under the other."""
    return Markup("<br>").join(values) or Markup('<span class="soft">—</span>')


def item_path(item: str) -> str:
    """The page of a merged item."""
    return f"/items/{quote(item)}"


def item_link(item: str, text: str | None = None) -> Markup:
    """A link to an item's page; its id where no text is given."""
    shown = escape(text) if text else Markup("<code>{}</code>").format(item)
    return Markup('<a href="{}">{}</a>').format(item_path(item), shown)


def document_path(document: str, fact: str | None = None) -> str:
    """The page of a document, at one of its facts."""
    return f"/documents/{short(document)}" + (f"#{quote(fact)}" if fact else "")


def short(document: str) -> str:
    """A document's id as short as an address needs it."""
    return document.removeprefix("sha256:")[:16]


def person_path(name: str) -> str:
    """The page of a person, by key or name."""
    return f"/people/{quote(name, safe='')}"


def source_name(source: Any) -> str:
    """A document in a few words: outlet, else what else names it."""
    return str(source.outlet or source.title or source.input_id or source.url or short(source.document))


def outside(url: str | None, text: str | None = None) -> Markup:
    """A link to the web where the address is http or https; else the text alone."""
    safe = web_address(url)
    if safe is None:
        return escape(text or url or "")
    return Markup('<a class="out" href="{}" rel="noreferrer noopener">{}</a>').format(safe, text or url)


def spoken(field: str) -> str:
    """A field's name in words."""
    return field.replace("_", " ").replace(".", " ")


def value(given: Any) -> str:
    """Any value of a record on one line."""
    if isinstance(given, dict):
        kept = [value(each) for each in given.values() if each not in (None, [], False, "")]
        return ", ".join(dict.fromkeys(kept)) or "—"
    if isinstance(given, (list, tuple)):
        return "; ".join(value(each) for each in given) or "—"
    return " ".join(str(given).split()) if given is not None else "—"


FILTERS: dict[str, Callable[..., Any]] = {"day": day, "spoken": spoken, "value": value, "short": short, "status": status}
GLOBALS: dict[str, Callable[..., Any]] = {
    "status": status, "day": day, "item_link": item_link, "item_path": item_path, "document_path": document_path,
    "person_path": person_path, "source_name": source_name, "outside": outside, "lines": lines, "count": count,
}  # fmt: skip
