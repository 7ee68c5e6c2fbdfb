"""The API against its own description: whatever is asked, it answers as it says it will, and never with a 5xx."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from starlette.testclient import TestClient

from memcon.reading.reader import Reader
from memcon.web.app import create_app
from memcon.web.settings import Settings

EXAMPLES = 8  # of each operation


@pytest.fixture(scope="module")
def api(place: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    """The API in this process, over a copy of the small ledger."""
    copied = shutil.copy(place, tmp_path_factory.mktemp("api") / "api.db")
    app = create_app(copied, settings=Settings(today="2024-01-31", reviewer="anna", hosts=("*",)), read_with=lambda: reader)
    with TestClient(app, base_url="http://localhost"):
        yield schemathesis.openapi.from_asgi("/api/openapi.json", app)


def ask_at_random(operation: schemathesis.APIOperation) -> None:
    """Ask one operation as its description allows, and as it does not."""

    @given(case=st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in schemathesis.GenerationMode)))
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=[not_a_server_error], base_url="http://localhost")

    ask()


def test_no_question_breaks_the_api(api: schemathesis.BaseSchema) -> None:
    asked = set()
    for found in api.get_all_operations():
        operation = found.ok()
        ask_at_random(operation)
        asked.add(f"{operation.method.upper()} {operation.path}")
    assert {"GET /api/engagements", "GET /api/channels", "POST /api/verify", "POST /api/documents"} <= asked
