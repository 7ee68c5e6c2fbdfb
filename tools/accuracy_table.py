"""Print the tables of docs/accuracy.md from the JSON that `make accuracy` wrote.

    python tools/accuracy_table.py benchmarks/accuracy.json

One row a set and figure, so that the page never holds a figure that was not measured.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path


def rows(measured: dict[str, dict[str, float]]) -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| set | figure | memcon |"
    yield "|---|---|---|"
    for name, figures in measured.items():
        for position, (key, value) in enumerate(figures.items()):
            yield f"| {name if position == 0 else ''} | {key.replace('_', ' ')} | {value:g} |"


def main() -> int:
    measured = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sys.stdout.write("\n".join(rows(measured)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
