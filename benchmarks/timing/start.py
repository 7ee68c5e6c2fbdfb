"""How long memcon takes to start."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from timing.records import MODEL
from timing.texts import news
from timing.turns import command_ratio

MEMCON = [sys.executable, "-c", "from memcon.cli import main; main()"]


def start(gold: Path) -> Iterator[tuple[str, float]]:
    """`memcon --version` against `import spacy`, and one article cold against spaCy's load and one call."""
    yield "start", start_ratio()
    yield "cold", cold_ratio(gold)


def start_ratio() -> float:
    """`memcon --version` to `import spacy`."""
    return command_ratio([*MEMCON, "--version"], [sys.executable, "-c", "import spacy"], rounds=7)


def cold_ratio(gold: Path, rounds: int = 5) -> float:
    """`memcon read` of one article to spaCy's load and one call."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(news(gold, 1)[0][0], encoding="utf-8")
        load = f"import spacy; spacy.load({MODEL!r})(open({str(file)!r}).read())"
        return command_ratio([*MEMCON, "read", str(file), "--json"], [sys.executable, "-c", load], rounds)
