"""The ledger for assistants: a Model Context Protocol server whose tools only read, over the functions of the desk.

Whatever a tool answers names the documents and the words that it rests on, and `cite` gives the footnote: an assistant can
ask the ledger and must cite it. `verify` lets it check its own draft before it hands the draft on."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Literal

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from memcon.desk import channels, dossier, known_on, positions, promises, side_by_side, timeline
from memcon.desk.citing import cite_item
from memcon.errors import MemconError
from memcon.ledger import Filters, Ledger
from memcon.version import __version__

if TYPE_CHECKING:
    from memcon.reading.reader import Reader

__all__ = ["make_server"]

INSTRUCTIONS = """This is a ledger of diplomacy: who met whom, when and where; what is planned, held, postponed or cancelled;
who said what, word for word; what was promised. Every item points at the words of the documents that tell it.
Cite each fact you use by the `notes` of `cite` (outlet, title, date, address, words). Quote only words that stand in `words`,
`exact` or `text`; never mend or join them. Say so when the ledger has nothing; it holds only what was added to it.
Parties are ISO alpha-3 codes (USA, CHN) or acronyms (EU, UN). Days are ISO (2023-06-19). Check a draft with `verify`."""

LONGEST = 4000  # characters of a document in one answer
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

Party = Annotated[str, Field(description="ISO alpha-3 code or acronym: USA, CHN, EU", max_length=40)]
Day = Annotated[str | None, Field(description="ISO day, 2023-06-19", pattern=r"^\d{4}-\d{2}-\d{2}$")]
On = Annotated[str | None, Field(description="As known on this ISO day: nothing later is used", pattern=r"^\d{4}-\d{2}-\d{2}$")]
What = Literal["engagements", "statements", "commitments", "events", "documents", "people"]
Limit = Annotated[int, Field(ge=1, le=50)]


def make_server(place: str, reader: Callable[[], Reader]) -> MCPServer[Any]:
    """The server over the ledger at `place`; `reader` is asked for when a draft is to be verified."""
    server: MCPServer[Any] = MCPServer("memcon", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    for name, tool in TOOLS.items():
        server.tool(name, annotations=_READS, structured_output=True)(_over(place, tool))
    server.tool("verify", annotations=_READS, structured_output=True)(_verifier(place, reader))
    return server


def find(
    ledger: Ledger,
    what: What,
    between: Annotated[list[str] | None, Field(description="One party or two", max_length=2)] = None,
    person: str | None = None,
    since: Day = None,
    until: Day = None,
    status: list[str] | None = None,
    kind: list[str] | None = None,
    issue: str | None = None,
    source: str | None = None,
    after: Annotated[str | None, Field(description="The `next` of the page before")] = None,
    limit: Limit = 20,
) -> dict[str, Any]:
    """List engagements, statements, commitments, events, documents or people, narrowed; `next` gives the next page."""
    filters = Filters(
        between=tuple(party.upper() for party in between or ()),
        person=person,
        since=since,
        until=until,
        status=tuple(status or ()),
        kind=tuple(kind or ()),
        issue=issue,
        source=source,
    )
    page = getattr(ledger, what)(filters, after=after, limit=limit)
    return {"items": [item.model_dump(mode="json") for item in page], "next": page.next}


def show(ledger: Ledger, id: Annotated[str, Field(description="An item's id, e-1f3a; may be shortened")]) -> dict[str, Any]:
    """One item with its sources, its history, where sources disagree, and its citations."""
    item = ledger.get(id)
    return {**item.model_dump(mode="json"), **_citations(ledger, item.id)}


def cite(ledger: Ledger, id: str) -> dict[str, Any]:
    """The footnotes of one item: outlet, title, date, address and the words it rests on."""
    return _citations(ledger, id)


def search(
    ledger: Ledger, words: Annotated[str, Field(min_length=1, max_length=400)], after: str | None = None, limit: Limit = 10
) -> dict[str, Any]:
    """Passages that have the words (stemmed; "a phrase" in double marks), the found words marked."""
    page = ledger.search(words, after=after, limit=limit)
    return {"passages": [hit.model_dump(mode="json") for hit in page], "next": page.next}


def document(ledger: Ledger, id: str, start: Annotated[int, Field(ge=0)] = 0) -> dict[str, Any]:
    """A document's outlet, title, date and address, and its text from `start` on; `next_start` where there is more."""
    row = ledger.document(id)
    text = ledger.text(row.id).text
    end = min(len(text), start + LONGEST)
    return {**row.model_dump(mode="json"), "text": text[start:end], "next_start": end if end < len(text) else None}


def timeline_of(
    ledger: Ledger, parties: list[Party], on: On = None, person: str | None = None, since: Day = None, until: Day = None
) -> dict[str, Any]:
    """The engagements of one party or two: past, ahead, and how each came to its status."""
    with _standing(ledger, parties, on) as (seen, pair, day):
        return timeline(seen, pair, day, person=person, since=since, until=until).model_dump(mode="json")


def channels_between(ledger: Ledger, own: Party, other: Party, on: On = None) -> dict[str, Any]:
    """Per level: the last contact, days silent, the usual gap, what is planned, which line went silent."""
    with _standing(ledger, [own, other], on) as (seen, pair, day):
        return channels(seen, pair, day).model_dump(mode="json")


def promises_between(ledger: Ledger, own: Party, other: Party, on: On = None) -> dict[str, Any]:
    """What two parties promised each other: kept (by what), open, overdue, withdrawn or broken, with the words."""
    with _standing(ledger, [own, other], on) as (seen, pair, day):
        return promises(seen, pair, day).model_dump(mode="json")


def positions_on(ledger: Ledger, actor: Party, issue: str, against: Party | None = None, on: On = None) -> dict[str, Any]:
    """What a party said on an issue over time, and its set phrases; `against` lays another party's beside it."""
    with _standing(ledger, [actor, against] if against else [actor], on) as (seen, pair, _):
        answer: Any = side_by_side(seen, pair[0], pair[1], issue) if against else positions(seen, pair[0], issue)
        return dict(answer.model_dump(mode="json"))


def dossier_on(ledger: Ledger, own: Party, other: Party, on: On = None) -> dict[str, Any]:
    """A brief before a meeting: last contacts, open promises, positions with quotes, who is who, what is planned."""
    day = date.fromisoformat(on) if on else date.today()
    return dossier(ledger, (own.upper(), other.upper()), day).model_dump(mode="json")


TOOLS: dict[str, Callable[..., dict[str, Any]]] = {
    "find": find,
    "show": show,
    "cite": cite,
    "search": search,
    "document": document,
    "timeline": timeline_of,
    "channels": channels_between,
    "promises": promises_between,
    "positions": positions_on,
    "dossier": dossier_on,
}


def _over(place: str, tool: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """The tool with its ledger given: opened for each call, so that a page or `memcon add` may work beside it."""
    signature = inspect.signature(tool, eval_str=True)
    asked = [parameter for name, parameter in signature.parameters.items() if name != "ledger"]

    @wraps(tool)
    def answered(**given: Any) -> dict[str, Any]:
        with _opened(place) as ledger:
            return tool(ledger, **given)

    answered.__signature__ = signature.replace(parameters=asked)  # type: ignore[attr-defined]
    answered.__annotations__ = {parameter.name: parameter.annotation for parameter in asked} | {"return": dict[str, Any]}
    return answered


def _verifier(place: str, reader: Callable[[], Reader]) -> Callable[..., dict[str, Any]]:
    def verify(
        draft: Annotated[str, Field(min_length=1, max_length=200_000)],
        published: Day = None,
    ) -> dict[str, Any]:
        """Check each quotation and claim of a draft against the ledger: exact, altered, wrong speaker, not found."""
        from memcon import intake
        from memcon.desk.verify import verify as check
        from memcon.desk.verify.verifying import ledger_sources

        with _opened(place) as ledger:
            text = intake.document(draft, published=published, input_id="draft")
            made = reader()
            return check(text, made.read(text), ledger_sources(ledger), made.lexicon).model_dump(mode="json")

    return verify


@contextmanager
def _opened(place: str) -> Iterator[Ledger]:
    """The ledger; what memcon says of a question it can't answer goes to the assistant as words, not as a traceback."""
    try:
        with Ledger.open(place) as ledger:
            yield ledger
    except MemconError as error:
        raise ToolError(str(error)) from error


@contextmanager
def _standing(ledger: Ledger, parties: list[Any], on: str | None) -> Iterator[tuple[Ledger, tuple[str, ...], date]]:
    """The ledger as it stood on a day, or as it stands."""
    pair = tuple(str(party).upper() for party in parties)
    if not 1 <= len(pair) <= 2:
        raise ToolError("one party or two")
    if on is None:
        yield ledger, pair, date.today()
        return
    day = date.fromisoformat(on)
    with known_on(ledger, day, pair) as seen:
        yield seen, pair, day


def _citations(ledger: Ledger, name: str) -> dict[str, Any]:
    found = cite_item(ledger, name)
    return {
        "notes": [citation.note for citation in found.citations],
        "citations": [citation.model_dump(mode="json") for citation in found.citations],
    }
