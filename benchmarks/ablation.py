"""What each part of reading is worth: the same sets with the part switched off.

    python benchmarks/ablation.py --gold FOLDER [--parse-cache DIR] [--limit N]

A part whose absence costs no points is removed from memcon. docs/accuracy.md keeps the last table.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parent))

from rich.console import Console
from rich.table import Table

from gold_sets import SETS, Bench, Figures
from memcon.reading import reader as cascade
from memcon.reading.engagements import candidates
from memcon.reading.parsing import DEFAULT_KIND, Parser
from memcon.reading.reader import Reader
from memcon.reading.statements import saying
from memcon.reading.status import Status

WATCHED = {
    "records": ("engagements_f1", "statements_f1", "commitments_f1", "events_f1", "status", "date", "speaker"),
    "foreign": ("full_hits", "engagements_per_document"),
    "diplomacy_dates": ("value_f1",),
    "polnear": ("quoted_speaker_f",),
}


@contextmanager
def without_tense() -> Iterator[None]:
    """Every bare weekday and month lies in the past."""
    with patch.object(cascade, "find_times", partial(cascade.find_times, tense_hint=lambda start, end: "past")):
        yield


@contextmanager
def without_references() -> Iterator[None]:
    """Pronouns and descriptions stay unresolved."""
    with patch.object(cascade, "resolve_references", lambda analysis: analysis.mentions):
        yield


@contextmanager
def without_status() -> Iterator[None]:
    """Whatever a text names has happened."""
    held: Callable[..., Status] = lambda *_: Status()  # noqa: E731
    with ExitStack() as stack:
        for module in (candidates, saying):
            stack.enter_context(patch.object(module, "status_of", held))
        yield


PARTS: dict[str, Any] = {"tense": without_tense, "references": without_references, "status": without_status}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--parse-cache", type=Path)
    parser.add_argument("--limit", type=int)
    args = parser.parse_args()
    parser_: Parser | str = DEFAULT_KIND
    if args.parse_cache:
        from parse_cache import CachedParser

        parser_ = CachedParser(args.parse_cache)
    reader = Reader(parser=parser_)
    rows = {"everything on": measured(reader, args)}
    for name, off in PARTS.items():
        with off():
            rows[f"{name} off"] = measured(reader, args)
    show(rows)
    return 0


def measured(reader: Reader, args: argparse.Namespace) -> dict[str, Figures]:
    with tempfile.TemporaryDirectory() as out:
        bench = Bench(reader, args.gold.resolve(), args.gold.resolve(), Path(out), args.limit)
        return {name: SETS[name](bench) or {} for name in WATCHED}


def show(rows: dict[str, dict[str, Figures]]) -> None:
    columns = [(name, key) for name, keys in WATCHED.items() for key in keys]
    table = Table("", *(f"{name}\n{key}" for name, key in columns))
    for label, figures in rows.items():
        table.add_row(label, *(f"{figures.get(name, {}).get(key, float('nan')):g}" for name, key in columns))
    Console(width=200).print(table)


if __name__ == "__main__":
    sys.exit(main())
