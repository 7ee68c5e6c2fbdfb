"""What all tests share. `--soak` runs long tests whole; without it they run a tenth of their rounds."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run long tests whole (`make soak`), not a tenth of them")


@pytest.fixture(scope="session")
def share(request: pytest.FixtureRequest) -> int:
    """By how much a long test divides its rounds: 1 in `make soak`, 10 elsewhere."""
    return 1 if request.config.getoption("--soak") else 10
