"""The first page: what lies ahead, what took place last, and which texts came in; where there is nothing, what to do first."""

from __future__ import annotations

from fastapi import APIRouter

from memcon.web.asking import Asked
from memcon.web.nav import Nav
from memcon.web.pages.document import document_table
from memcon.web.pages.ledger import engagement_table
from memcon.web.views import View, page

router = APIRouter()
NAV = Nav("Today", "/", "record")
SHOWN = 8
AHEAD = ("planned", "expected", "proposed", "invited")


@page(router, "/")
def home(ask: Asked) -> View:
    """Three short lists."""
    today = ask.today.isoformat()
    ahead = ask.ledger.engagements(status=AHEAD, since=today, limit=SHOWN)
    past = ask.ledger.engagements(status=("held", "ongoing"), until=today, newest_first=True, limit=SHOWN)
    texts = ask.ledger.documents(newest_first=True, limit=SHOWN)
    tables = (
        engagement_table(ask, ahead.items, None, "Planned, the next first", name="ahead"),
        engagement_table(ask, past.items, None, "Held, the latest first", name="past"),
        document_table(texts.items, None, "Texts, the latest first"),
    )
    return View("home.html", "Today", tables=tables, context={"today": today, "ahead": AHEAD, "empty": not texts.items})
