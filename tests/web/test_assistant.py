"""The ledger as an assistant asks it: through the protocol, each answer with its words, nothing written."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import pytest
from click.testing import CliRunner
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters

from ledger.builders import commitment, document, engagement, statement
from memcon.cli import command
from memcon.ledger import Ledger
from memcon.reading.reader import Reader
from memcon.web.assistant import TOOLS, make_server

TEXT = "Korda met Ilves in Tallinn. Korda said that grain must move before the winter storms. She promised to move grain."


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "memcon.db"
    facts = (
        engagement(TEXT, "met", ["Vesna", "Tomas"], day="2024-03-05", place="Tallinn"),
        statement(TEXT, "grain must move before the winter storms", "Vesna"),
        commitment(TEXT, "move grain", "pledge", "HRV", "EST"),
    )
    with Ledger.open(path) as ledger:
        ledger.add(*document(TEXT, "2024-03-05", *facts, outlet="Harbour Post", url="https://example.org/grain"))
    return path


def run(function: Any, *given: Any) -> Any:
    """The outcome of a coroutine, in a thread of its own: a browser's loop may be at work in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, partial(function, *given)).result()


def ask(place: Path, tool: str, **given: Any) -> dict[str, Any]:
    """The tool's answer. Raises AssertionError with its words where it is an error."""
    result = run(_call, make_server(str(place), Reader), tool, given)
    assert not result.is_error, result.content[0].text
    return result.structured_content


async def _call(server: Any, tool: str, given: dict[str, Any]) -> Any:
    async with Client(server) as client:
        return await client.call_tool(tool, given)


async def _tools(server: Any) -> Any:
    async with Client(server) as client:
        return (await client.list_tools()).tools


def test_every_tool_only_reads(place: Path) -> None:
    tools = run(_tools, make_server(str(place), Reader))
    assert {tool.name for tool in tools} == {*TOOLS, "verify"}
    assert all(tool.annotations.read_only_hint and not tool.annotations.destructive_hint for tool in tools)
    assert all(tool.description for tool in tools)


@pytest.mark.parametrize("what", ["engagements", "statements", "commitments", "events", "documents", "people"])
def test_find(place: Path, what: str) -> None:
    found = ask(place, "find", what=what)
    assert (len(found["items"]) > 0) == (what != "events")
    assert found["next"] is None


def test_find_in_pages(place: Path) -> None:
    first = ask(place, "find", what="people", limit=1)
    second = ask(place, "find", what="people", limit=1, after=first["next"])
    assert {first["items"][0]["name"], second["items"][0]["name"]} == {"Vesna Korda", "Tomas Ilves"}


def test_an_item_comes_with_its_footnotes(place: Path) -> None:
    (item,) = ask(place, "find", what="engagements", between=["hrv", "est"])["items"]
    shown = ask(place, "show", id=item["id"])
    assert shown["place"]["name"] == "Tallinn"
    assert shown["notes"] == ask(place, "cite", id=item["id"])["notes"]
    assert "Harbour Post" in shown["notes"][0]
    assert "https://example.org/grain" in shown["notes"][0]
    for citation in shown["citations"]:
        assert TEXT[citation["start"] : citation["end"]] == citation["exact"]


def test_search_and_document(place: Path) -> None:
    (hit,) = ask(place, "search", words="winter storm")["passages"]
    told = ask(place, "document", id=hit["document"], start=28)
    assert told["text"] == TEXT[28:]
    assert told["next_start"] is None


@pytest.mark.parametrize(
    ("tool", "given"),
    [
        ("timeline", {"parties": ["HRV", "EST"]}),
        ("timeline", {"parties": ["HRV"], "on": "2024-03-06"}),
        ("channels", {"own": "HRV", "other": "EST", "on": "2024-04-01"}),
        ("dossier", {"own": "HRV", "other": "EST", "on": "2024-04-01"}),
    ],
)
def test_the_desk_answers(place: Path, tool: str, given: dict[str, Any]) -> None:
    assert "Korda" in str(ask(place, tool, **given))


def test_promises(place: Path) -> None:
    (promise,) = ask(place, "promises", own="HRV", other="EST")["promises"]
    assert "move grain" in str(promise)


def test_only_what_was_known_on_the_day(place: Path) -> None:
    assert "Tallinn" not in str(ask(place, "timeline", parties=["HRV", "EST"], on="2024-03-01"))


def test_positions(place: Path) -> None:
    assert ask(place, "positions", actor="HRV", issue="taiwan")
    assert ask(place, "positions", actor="HRV", issue="taiwan", against="EST")


@pytest.mark.parametrize(
    ("tool", "given", "words"),
    [
        ("show", {"id": "e-ffff"}, "e-ffff"),
        ("timeline", {"parties": []}, "one party or two"),
        ("find", {"what": "rumours"}, "what"),
        ("timeline", {"parties": ["HRV"], "on": "soon"}, "on"),
    ],
)
def test_what_can_not_be_answered_is_said(place: Path, tool: str, given: dict[str, Any], words: str) -> None:
    result = run(_call, make_server(str(place), Reader), tool, given)
    assert result.is_error
    assert words in result.content[0].text
    assert "Traceback" not in result.content[0].text


def test_a_draft_is_checked(place: Path) -> None:
    draft = "Korda said “grain must move before the summer storms.”"
    findings = ask(place, "verify", draft=draft, published="2024-03-06")["findings"]
    assert [finding["verdict"] for finding in findings] == ["altered"]


def test_nothing_is_written(place: Path) -> None:
    with Ledger.open(place) as ledger:
        before = ledger.hash()
    test_an_item_comes_with_its_footnotes(place)
    with Ledger.open(place) as ledger:
        assert ledger.hash() == before


def test_over_standard_input_and_output(place: Path) -> None:
    line = ["-c", "from memcon.cli import main; main()", "mcp", "--db", str(place)]
    result = run(_call, StdioServerParameters(command=sys.executable, args=line), "find", {"what": "people"})
    assert len(result.structured_content["items"]) == 2


def test_a_ledger_that_is_not_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["mcp", "--db", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "no ledger at" in done.output
    assert not (tmp_path / "none.db").exists()


def test_the_tools_as_json(place: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(CliRunner().invoke, command, ["mcp", "--tools"]).result()
    assert '"name": "cite"' in done.stdout
