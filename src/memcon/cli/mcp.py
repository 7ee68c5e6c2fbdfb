"""`memcon mcp`: the ledger for assistants, read-only."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.ledger_options import database_option

if TYPE_CHECKING:
    from memcon.reading.reader import Reader


@click.command()
@database_option
@click.option("--tools", "list_tools", is_flag=True, help="Print the tools as JSON, and serve nothing.")
def command(database: str, list_tools: bool) -> None:
    """Serve the ledger to an assistant over the Model Context Protocol, on standard input and output.

    The tools only read: lists, items with their citations, search, the desk's answers, and a check of the assistant's own
    draft. Needs the extra memcon[mcp].

    \b
    Example:
      memcon mcp --db memcon.db
      memcon mcp --tools
    """
    try:
        from memcon.web.assistant import make_server
    except ModuleNotFoundError as error:
        if error.name != "mcp":
            raise
        raise click.ClickException("the server needs an extra: pip install 'memcon[mcp]'") from error

    if "://" not in database and not list_tools and not Path(database).is_file():
        raise click.ClickException(f"no ledger at {database}; make one with: memcon add PATHS --db {database}")
    server = make_server(database, _reader)
    if list_tools:
        _print_tools(server)
        return
    server.run("stdio")


def _print_tools(server: object) -> None:
    import asyncio
    import json

    tools = asyncio.run(server.list_tools())  # type: ignore[attr-defined]
    told = [{"name": tool.name, "description": tool.description, "input": tool.input_schema} for tool in tools]
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))


@lru_cache(maxsize=1)
def _reader() -> Reader:
    from memcon.reading.reader import Reader

    return Reader()
