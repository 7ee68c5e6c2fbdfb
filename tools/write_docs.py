"""Write the pages that are made from the code: docs/commands.md, export-tables.md and record.schema.json.

    python tools/write_docs.py [--check]

With --check nothing is written; the exit code is 1 where a page is not what the code says.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from memcon.cli import command
from memcon.export.dictionary import dictionary_page
from memcon.record import json_schema

DOCS = Path(__file__).parents[1] / "docs"


def commands(group: click.Group, context: click.Context, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every command's words and its help, depth first by name."""
    for name in group.list_commands(context):
        inner = group.get_command(context, name)
        assert inner is not None, name
        inner_context = click.Context(inner, info_name=name, parent=context, max_content_width=100, terminal_width=100)
        yield (*words, name), inner.get_help(inner_context)
        if isinstance(inner, click.Group):
            yield from commands(inner, inner_context, (*words, name))


def commands_page() -> str:
    """docs/commands.md."""
    with click.Context(command, info_name="memcon", max_content_width=100, terminal_width=100) as context:
        sections = [f"## memcon {' '.join(words)}\n\n```\n{text}\n```\n" for words, text in commands(command, context)]
    return "# Commands\n\nMade from the code by `make docs`.\n\n" + "\n".join(sections)


def pages() -> dict[Path, str]:
    """All pages by their place."""
    return {
        DOCS / "commands.md": commands_page(),
        DOCS / "export-tables.md": dictionary_page(),
        DOCS / "record.schema.json": json.dumps(json_schema(), indent=1) + "\n",
    }


def stale() -> list[str]:
    """Names of pages that are not what the code says."""
    return [path.name for path, text in pages().items() if not path.is_file() or path.read_text(encoding="utf-8") != text]


def main() -> int:
    if "--check" in sys.argv:
        return 1 if stale() else 0
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
