"""What a confidence is worth: of the facts in each band, how many stand in the gold.

    python benchmarks/calibration.py --gold FOLDER [--scorers FOLDER] [--document dev|test|NAME …] [--skip NAME …]
                                     [--parse-cache DIR] [--rules]

Facts and gold are matched as score_record.py does it. An event that is only planned or called off costs nothing unmatched,
as there; a fact that matches an optional one is right. `--rules` shows the constructions that are wrong most often.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from rich.console import Console
from rich.table import Table

from memcon.reading.reader import Reader

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SCORES = {
    "engagements": "engagement_score",
    "statements": "statement_score",
    "commitments": "commitment_score",
    "events": "event_score",
}
HAPPENED = {None, "held", "ongoing"}
SURE = {"commitments": 0.8, "events": 0.75}  # the most that these claim; the others claim .9

Row = tuple[str, float, bool, str]  # kind, confidence, right, rule


def main() -> int:
    args = arguments().parse_args()
    scorer = loaded((args.scorers or args.gold) / "score_record.py")
    rows = list(judged(args.gold / "records", reader(args.parse_cache), scorer, set(args.document), set(args.skip)))
    show(rows)
    if args.rules:
        show_rules(rows)
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorers", type=Path)
    parser.add_argument("--document", nargs="*", default=[], help="these texts, or this half of a corpus, only")
    parser.add_argument("--skip", nargs="*", default=[])
    parser.add_argument("--parse-cache", type=Path)
    parser.add_argument("--rules", action="store_true")
    return parser


def reader(parse_cache: Path | None) -> Reader:
    if parse_cache is None:
        return Reader()
    from parse_cache import CachedParser

    return Reader(parser=CachedParser(parse_cache))


def loaded(path: Path) -> ModuleType:
    """The folder's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score_record", path)
    assert spec is not None, path
    assert spec.loader is not None, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(records: Path, reader: Reader, scorer: ModuleType, only: set[str], skip: set[str]) -> Iterator[Row]:
    """Every fact read in these texts: its kind, confidence, whether the gold has it, and its rule."""
    for path in sorted((records / "gold").glob("*.json")):
        gold: dict[str, Any] = json.loads(path.read_text(encoding="utf8"))
        if path.stem in skip or (only and path.stem not in only and gold.get("half") not in only):
            continue
        text = (records / "texts" / f"{path.stem}.txt").read_text(encoding="utf8")
        record = json.loads(reader.read(text, published=gold.get("published"), input_id=path.stem).to_json())
        for kind, name in SCORES.items():
            yield from _matched(kind, gold.get(kind, []), record[kind], text, getattr(scorer, name), scorer.assign)


def _matched(kind: str, golds: list[Any], facts: list[Any], text: str, score: Any, assign: Any) -> Iterator[Row]:
    pairs = assign(golds, facts, lambda wanted, fact: score(wanted, fact, text))
    right = {index for _, index in pairs}
    for index, fact in enumerate(facts):
        if index in right or kind != "events" or fact.get("status") in HAPPENED:
            yield kind, fact["confidence"], index in right, fact.get("rule") or ""


def show(rows: list[Row]) -> None:
    table = Table("facts", *(f"{low:.1f}-" for low in BANDS[:-1]), title="share right (number) by confidence")
    for kind in SCORES:
        cells = []
        for low, high in pairwise(BANDS):
            band = [right for name, confidence, right, _ in rows if name == kind and low <= confidence < high]
            cells.append(f"{sum(band) / len(band):.2f} ({len(band)})" if band else "")
        table.add_row(kind, *cells)
    Console(width=110).print(table)


def show_rules(rows: list[Row]) -> None:
    """Rules of confident facts that are wrong at least once in five, those with most mistakes first."""
    counts: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for kind, confidence, right, rule in rows:
        if confidence >= SURE.get(kind, 0.9):
            counts[kind, rule].append(right)
    wrong = {key: found for key, found in counts.items() if sum(found) < 0.8 * len(found)}
    for (kind, rule), found in sorted(wrong.items(), key=lambda item: sum(item[1]) - len(item[1])):
        print(f"{kind} {rule}: {sum(found)} of {len(found)} right")


if __name__ == "__main__":
    sys.exit(main())
