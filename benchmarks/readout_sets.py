"""Readouts: which field of the engagement is missed, what is found beside it, and whether confidence means something.

    python benchmarks/readout_sets.py --gold FOLDER [--limit N] [--misses] [--parse-cache DIR]

FOLDER holds `readouts/foreign_dev.jsonl` and `readouts/domestic_dev.jsonl`. The full-hit figure is `score_readouts.py`'s;
this shows where it comes from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from rich.console import Console
from rich.table import Table

from memcon.reading.reader import Reader
from memcon.record import Engagement

BANDS = (0.9, 0.8, 0.7, 0.0)


@dataclass
class Tally:
    """What was found in the foreign readouts, and in how many domestic ones something was found that is not there."""

    documents: int = 0
    engagements: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    bands: dict[float, list[bool]] = field(default_factory=lambda: {band: [] for band in BANDS})
    alarms: list[str] = field(default_factory=list)


def main() -> int:
    args = arguments().parse_args()
    folder = args.gold / "readouts"
    if not folder.is_dir():
        print(f"no {folder}: nothing to measure", file=sys.stderr)
        return 0
    sys.path.insert(0, str((args.scorers or args.gold).resolve()))
    tally = Tally()
    read = reader(args.parse_cache)
    for gold in lines(folder / "foreign_dev.jsonl", args.limit):
        add_foreign(tally, gold, read, args.misses)
    for gold in lines(folder / "domestic_dev.jsonl", args.limit):
        found = read.read(gold["text"], published=gold["published"]).engagements
        tally.alarms.extend(f"{gold['id']} {told(engagement)}" for engagement in found[:1])
    show(tally)
    return 0


def lines(path: Path, limit: int | None) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf8") as file:
        return list(islice((json.loads(line) for line in file if line.strip()), limit))


def add_foreign(tally: Tally, gold: dict[str, Any], read: Reader, misses: bool) -> None:
    """The best of the first three engagements against the title's facts, as the scorer has it."""
    from score_readouts import check  # type: ignore[import-not-found]

    found = read.read(gold["text"], published=gold["published"]).engagements
    checks = [(check(gold, engagement.model_dump(mode="json")), engagement) for engagement in found[:3]]
    tally.documents += 1
    tally.engagements += len(found)
    if not checks:
        tally.missed["nothing found"] += 1
        return
    best, engagement = max(checks, key=lambda pair: sum(pair[0].values()))
    wrong = [name for name, right in best.items() if not right]
    tally.missed.update(wrong)
    tally.rules[engagement.rule] += 1
    tally.bands[next(band for band in BANDS if engagement.confidence >= band)].append(not wrong)
    if wrong and misses:
        print(f"{gold['id']} {wrong}: {told(engagement)}", file=sys.stderr)


def told(engagement: Engagement) -> str:
    names = ", ".join(person.name or "?" for person in engagement.participants)
    return f"{engagement.kind} {engagement.status} {'/'.join(engagement.parties)} ({names}) by {engagement.rule}"


def show(tally: Tally) -> None:
    console = Console()
    documents = max(tally.documents, 1)
    console.print(f"{tally.documents} foreign readouts, {tally.engagements / documents:.2f} engagements each")
    table = Table("missed", "documents", title="fields of the best engagement")
    for name, count in tally.missed.most_common():
        table.add_row(name, str(count))
    console.print(table)
    bands = Table("confidence", "engagements", "right", title="calibration")
    for band, rights in tally.bands.items():
        if rights:
            bands.add_row(f"≥ {band:.1f}", str(len(rights)), f"{sum(rights) / len(rights):.3f}")
    console.print(bands)
    console.print("rules: " + ", ".join(f"{rule} {count}" for rule, count in tally.rules.most_common(12)))
    console.print(f"false alarms in domestic readouts: {len(tally.alarms)}")
    for alarm in tally.alarms:
        console.print(f"  {alarm}")


def reader(parse_cache: Path | None) -> Reader:
    if parse_cache is None:
        return Reader()
    from parse_cache import CachedParser

    return Reader(parser=CachedParser(parse_cache))


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--scorers", type=Path, help="the scorers' folder, where it is not the gold folder")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--misses", action="store_true", help="print every engagement that misses a field")
    parser.add_argument("--parse-cache", type=Path)
    return parser


if __name__ == "__main__":
    sys.exit(main())
