"""Pages made from the code are what the code says, and every command has its place in the documentation."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from memcon.cli import COMMANDS

ROOT = Path(__file__).parents[2]


def test_pages_made_from_the_code_are_current() -> None:
    # In a process of its own: click keeps the help options of commands that other tests have called by themselves.
    done = subprocess.run([sys.executable, str(ROOT / "tools" / "write_docs.py"), "--check"], check=False)
    assert done.returncode == 0, "run `make docs`"


def test_every_command_is_told_of_outside_the_list_of_commands() -> None:
    pages = [ROOT / "README.md", *(path for path in (ROOT / "docs").rglob("*.md") if path.name != "commands.md")]
    told = "\n".join(path.read_text(encoding="utf-8") for path in pages)
    assert [name for name in COMMANDS if f"memcon {name}" not in told] == []
