"""The app: every page, the API and the assets over one ledger."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, FastAPI
from starlette.staticfiles import StaticFiles

from memcon.ledger import Ledger
from memcon.version import __version__
from memcon.web.api import router as api_router
from memcon.web.nav import Nav
from memcon.web.pages import PAGES
from memcon.web.problems import answer_problems
from memcon.web.security import Guard
from memcon.web.settings import House, Settings
from memcon.web.tidy import Tidy
from memcon.web.views import Renderer

if TYPE_CHECKING:
    from memcon.reading.reader import Reader

ABOUT = """Ask a memcon ledger: who met whom, who said what, what was promised.

Lists come in pages: `next` is the `after` of the one that follows, null at the end. Every error has the shape of Problem."""


def create_app(
    ledger_url: str | Path,
    *,
    settings: Settings | None = None,
    read_with: Callable[[], Reader] | None = None,
    **more: Any,
) -> FastAPI:
    """The app over the ledger at a path or URL. `more` are fields of Settings, as in `token="…"`.

    The ledger is opened now and closed when the server stops. `read_with` gives the reader of what is added. Raises
    LedgerError where the ledger can't be opened."""
    house = House(Ledger.open(ledger_url), settings or Settings(**more), read_with=read_with)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        house.close()

    app = FastAPI(
        title="memcon", version=__version__, description=ABOUT, lifespan=lifespan, openapi_url="/api/openapi.json",
        docs_url=None, redoc_url=None,
    )  # fmt: skip
    modules = [import_module(f"memcon.web.pages.{name}") for name in PAGES]
    nav = [each.NAV for each in modules if isinstance(getattr(each, "NAV", None), Nav)]
    app.state.house, app.state.renderer = house, Renderer(nav)
    for module in modules:
        router: APIRouter = module.router
        app.include_router(router)
    app.include_router(api_router)
    app.mount("/static", StaticFiles(packages=[("memcon.web", "static")]), name="static")
    app.add_middleware(Tidy)
    app.add_middleware(Guard, house=house)
    answer_problems(app, app.state.renderer)
    return app
