"""The API under /api: the ledger's lists, its items and texts, the desk's answers, and what may be changed.

Every answer is typed, every error is a `Problem`, every list has an opaque `next`. /api/openapi.json describes it all."""

from __future__ import annotations

from fastapi import APIRouter

from memcon.web.api import desk, lists, single, work
from memcon.web.problems import RESPONSES

router = APIRouter(prefix="/api", responses=RESPONSES)
for part in (lists, single, desk, work):
    router.include_router(part.router)

__all__ = ["router"]
