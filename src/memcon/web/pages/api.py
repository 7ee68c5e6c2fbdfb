"""The API's own page: what can be asked under which address. The description for programs is /api/openapi.json."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from memcon.web.asking import Asked
from memcon.web.tables import Column, Table
from memcon.web.views import View, page

router = APIRouter()


@page(router, "/api")
def overview(ask: Asked) -> View:
    """Every address of the API."""
    described: dict[str, Any] = ask.request.app.openapi()
    rows = [
        {
            "path": path, "method": method.upper(), "what": told.get("description", ""),
            "parameters": [each["name"] for each in told.get("parameters", ())],
        }
        for path, methods in described["paths"].items()
        for method, told in methods.items()
    ]  # fmt: skip
    columns = (
        Column("path", "Address"),
        Column("method", "Method"),
        Column("what", "What it answers", wide=True),
        Column("parameters", "Parameters", wide=True),
    )
    table = Table("addresses", "Addresses under /api", columns, rows)
    return View("api.html", "API", tables=(table,))
