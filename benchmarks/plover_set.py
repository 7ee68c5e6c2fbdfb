"""PLOVER sentences by type: what is found, with which sides, and what is taken for what.

    python benchmarks/plover_set.py --gold FOLDER [--diplomacy] [--parse-cache DIR]

FOLDER holds `plover/plover_dev.jsonl`. The figures of the whole set are `score_plover.py`'s; this shows where they come from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from rich.console import Console
from rich.table import Table

from memcon.reading.reader import Reader
from memcon.record import Event

MUTUAL = frozenset({"CONSULT", "AGREE"})
NOT_STATES = frozenset({"IGO", "NGO", "IMG", "MNC", "ISM", "UNO", "EUR", "INT"})


@dataclass
class Tally:
    """One gold type: sentences, those with the type found, those with its sides too, and what else was found in them."""

    gold: int = 0
    hit: int = 0
    full: int = 0
    instead: Counter[str] = field(default_factory=Counter)


def main() -> int:
    args = arguments().parse_args()
    path = args.gold / "plover" / "plover_dev.jsonl"
    if not path.is_file():
        print(f"no {path}: nothing to measure", file=sys.stderr)
        return 0
    golds = [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]
    chosen = [gold for gold in golds if gold.get("interstate_diplomacy") or not args.diplomacy]
    show(tallies(reader(args.parse_cache), chosen))
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold sets")
    parser.add_argument("--diplomacy", action="store_true", help="only sentences between governments")
    parser.add_argument("--parse-cache", type=Path, help="keep parses here between runs")
    return parser


def reader(parse_cache: Path | None) -> Reader:
    if parse_cache is None:
        return Reader()
    from parse_cache import CachedParser

    return Reader(parser=CachedParser(parse_cache))


def tallies(reader: Reader, golds: Iterable[dict[str, Any]]) -> dict[str, Tally]:
    """A tally for each type of the gold."""
    found: dict[str, Tally] = {}
    for gold in golds:
        events = reader.read(gold["text"], published=gold["date"]).events
        tally = found.setdefault(gold["event_plover"], Tally())
        right = [event for event in events if event.type in (gold["event_plover"], gold.get("event_alt"))]
        tally.gold += 1
        tally.hit += bool(right)
        tally.full += any(has_sides(event, gold, reader) for event in right)
        if not right:
            tally.instead.update({event.type for event in events} or {"nothing"})
    return found


def has_sides(event: Event, gold: dict[str, Any], reader: Reader) -> bool:
    """Whether the gold's sides are the event's, either way round where the type has no direction."""
    source, target = (folded_codes(gold.get(side) or []) for side in ("source", "target"))
    actor, recipient = (
        {party if party in reader.knowledge.states else "ORG" for party in side} for side in (event.actor, event.recipient)
    )
    if source <= actor and target <= recipient:
        return True
    either_way = gold["event_plover"] in MUTUAL or gold.get("reciprocal")
    return bool(either_way) and source | target <= actor | recipient


def folded_codes(side: list[dict[str, Any]]) -> set[str]:
    codes = {actor.get("code_iso") or actor.get("code") for actor in side}
    return {"ORG" if code in NOT_STATES else str(code) for code in codes if code}


def show(found: dict[str, Tally]) -> None:
    """One line a type, the largest first."""
    table = Table("type", "sentences", "type found", "sides too", "found instead")
    for kind, tally in sorted(found.items(), key=lambda item: -item[1].gold):
        instead = ", ".join(f"{other} {count}" for other, count in tally.instead.most_common())
        table.add_row(kind, str(tally.gold), str(tally.hit), str(tally.full), instead)
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
