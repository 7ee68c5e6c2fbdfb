"""`memcon serve`: the ledger in a browser."""

from __future__ import annotations

import ipaddress
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from memcon.cli.ledger_options import database_option

DEFAULT_PORT = 8760


@click.command()
@database_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=DEFAULT_PORT, show_default=True, help="0: any that is free.")
@click.option("--token", envvar="MEMCON_TOKEN", help="What visitors must show; MEMCON_TOKEN sets it unseen by other users.")
@click.option("--user-header", metavar="NAME", help="The header in which your reverse proxy names the user it let in.")
@click.option("--host-name", "host_names", multiple=True, metavar="NAME", help="A name under which the server is asked for.")
@click.option("--by", help="Whose decisions are made here, where no proxy says it; your login otherwise.")
@click.option("--allow-private", is_flag=True, help="Fetch addresses in your own network too.")
@click.option(
    "--knowledge", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Your own tables of who is who."
)
@click.option("--lexicon", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Your own words.")
def command(
    database: str,
    host: str,
    port: int,
    token: str | None,
    user_header: str | None,
    host_names: tuple[str, ...],
    by: str | None,
    allow_private: bool,
    knowledge: Path | None,
    lexicon: Path | None,
) -> None:
    """Open the ledger as a page on this machine: look, search, add, review, verify. It never asks the network for anything
    but an address that you add.

    Only this machine can reach it. To let others in, give --host and a --token, or stand it behind a reverse proxy that
    signs users in and says who they are (--user-header).

    \b
    Example:
      memcon serve --db memcon.db
      MEMCON_TOKEN=… memcon serve --host 0.0.0.0 --host-name desk.example.org
    """
    if not (_loopback(host) or token or user_header):
        raise click.UsageError(f"{host} can be reached by others: give --token, or --user-header behind a reverse proxy")
    uvicorn, create_app, settings_type, loopback = _web()
    settings = settings_type(
        token=token,
        user_header=user_header,
        hosts=(*loopback, host.lower(), f"[{host.lower()}]", *(name.lower() for name in host_names)),
        reviewer=by,
        allow_private=allow_private,
        knowledge_folder=knowledge,
        lexicon_folder=lexicon,
    )
    app = create_app(database, settings=settings)
    config = uvicorn.Config(
        app, host=host, port=port, log_level="warning", server_header=False, proxy_headers=False, timeout_graceful_shutdown=5
    )
    server = uvicorn.Server(config)
    with config.bind_socket() as socket:
        socket.listen(config.backlog)  # who follows the address before the server is up waits, and is not turned away
        shown = f"[{host}]" if ":" in host else host
        click.echo(f"memcon: http://{shown}:{socket.getsockname()[1]}/ shows {database}; stop with Ctrl-C", err=True)
        with suppress(KeyboardInterrupt):  # Ctrl-C is how one stops it
            server.run(sockets=[socket])


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _web() -> tuple[Any, Any, Any, tuple[str, ...]]:
    """What the extra brings. Raises click.ClickException where it is not installed."""
    try:
        import uvicorn

        from memcon.web.app import create_app
        from memcon.web.settings import LOOPBACK, Settings
    except ModuleNotFoundError as error:
        raise click.ClickException(f"the page needs {error.name}: pip install 'memcon[web]'") from error
    return uvicorn, create_app, Settings, LOOPBACK
