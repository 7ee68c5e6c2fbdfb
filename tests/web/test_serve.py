"""`memcon serve`: on this machine only, unless it is told how to tell visitors apart; clear where the extra is missing."""

from __future__ import annotations

import builtins
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from memcon.cli import command
from web.conftest import get


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "desk.example.org"])
def test_beyond_this_machine_only_with_a_token_or_a_proxy(host: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(command, ["serve", "--db", str(tmp_path / "a.db"), "--host", host])
    assert done.exit_code == 2
    assert "--token" in done.output


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = builtins.__import__

    def refusing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "uvicorn":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refusing)
    done = CliRunner().invoke(command, ["serve", "--db", str(tmp_path / "a.db")])
    assert done.exit_code == 1
    assert "pip install 'memcon[web]'" in done.output


@pytest.fixture
def serving(place: Path) -> Iterator[subprocess.Popen[str]]:
    """`memcon serve` as a user starts it, stopped whatever happens."""
    run = [sys.executable, "-c", "from memcon.cli import main; main()", "serve", "--db", str(place), "--port", "0"]
    with subprocess.Popen(run, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_it_says_where_it_is_and_answers_until_it_is_stopped(serving: subprocess.Popen[str]) -> None:
    assert serving.stderr is not None
    told = serving.stderr.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/", told)
    assert address, told
    assert get(address[0] + "engagements").status_code == 200
    serving.send_signal(signal.SIGINT)
    assert serving.wait(timeout=60) == 0
