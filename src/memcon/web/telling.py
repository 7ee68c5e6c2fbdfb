"""From a line of the desk's answers to the words: where they stand, each a link to the fact in its document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from memcon.desk.evidence import Quoted
from memcon.web import shown

MOST = 4  # places of one line; the item's own page has all


def evidence(quotes: Sequence[Quoted], item: str | None = None) -> Markup:
    """Where the words stand, a link for each document; what they are is said when pointed at."""
    once = list({(each.document, each.fact): each for each in reversed(quotes)}.values())[::-1]
    links = [_link(each) for each in once[:MOST]]
    if len(once) > MOST and item:
        links.append(shown.item_link(item, f"{len(once) - MOST} more"))
    return shown.lines(links)


def _link(quote: Quoted) -> Markup:
    source, _, day = quote.source.rpartition(", ")
    link = Markup('<a href="{}" title="{}">{}, <span class="one">{}</span></a>')
    return link.format(shown.document_path(quote.document, quote.fact), quote.sentence, source, day)


def places(quotes: Iterable[Quoted]) -> list[str]:
    """The same for JSON and CSV: document and fact."""
    return list(dict.fromkeys(f"{shown.short(each.document)}#{each.fact}" for each in quotes))


def words(text: str) -> str:
    """Running text on one line."""
    return " ".join(text.split())
