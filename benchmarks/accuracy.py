"""How good memcon reads: every set of a gold folder, one table, floors checked.

    python benchmarks/accuracy.py --gold FOLDER [--only SET …] [--limit N] [--misses] [--check] [--parse-cache DIR]

FOLDER has the layout described in docs/accuracy.md, whole or in part; scorers are taken from it, or from --scorers.
A whole run with the default parser writes benchmarks/accuracy.json; `--parser small` reads with the smaller one.
With --check a figure under its floor in benchmarks/floors.json is an error, and
`--raise-floors` writes today's figures as floors where they are higher: a floor is never lowered.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from rich.console import Console
from rich.table import Table

from floors import below, lowered, raised
from gold_sets import SETS, Bench, Figures
from memcon.reading.parsing import DEFAULT_KIND, KINDS, SpacyParser
from memcon.reading.reader import Reader

HERE = Path(__file__).parent


def main() -> int:
    args = arguments().parse_args()
    gold = args.gold.resolve()
    if not gold.is_dir():
        print(f"no gold folder at {args.gold}: nothing to measure", file=sys.stderr)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        out = args.out or Path(temporary)
        bench = Bench(
            reader(args),
            gold,
            (args.scorers or gold).resolve(),
            out,
            args.limit,
            args.misses,
            frozenset(args.skip),
            frozenset(args.document),
        )
        measured = measure(bench, args.only or list(SETS))
    show(measured)
    whole = not (args.limit or args.only or args.skip or args.document or args.parser != DEFAULT_KIND)
    if whole:
        args.report.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf8")
    if args.raise_floors:
        raised(HERE / "floors.json", measured)
    problems = [*below(HERE / "floors.json", measured), *lowered(HERE / "floors.json")] if args.check else []
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="folder of gold sets")
    parser.add_argument("--scorers", type=Path, help="folder of score_*.py, where it is not the gold folder")
    parser.add_argument("--only", nargs="*", choices=list(SETS), help="these sets only")
    parser.add_argument("--document", nargs="*", default=[], help="of the records, these only")
    parser.add_argument("--skip", nargs="*", default=[], help="of the records, all but these")
    parser.add_argument("--limit", type=int, help="the first N texts of each set")
    parser.add_argument("--misses", action="store_true", help="print what is missed and what is extra")
    parser.add_argument("--check", action="store_true", help="fail under a floor")
    parser.add_argument("--raise-floors", action="store_true", help="write higher floors")
    parser.add_argument("--parser", choices=KINDS, default=DEFAULT_KIND, help="which parser reads")
    parser.add_argument("--parse-cache", type=Path, help="keep parses here between runs")
    parser.add_argument("--out", type=Path, help="keep predictions here")
    parser.add_argument("--report", type=Path, default=HERE / "accuracy.json", help="where the figures go")
    return parser


def reader(args: argparse.Namespace) -> Reader:
    """The reader with this parser, with remembered parses where asked for."""
    if args.parse_cache is None:
        return Reader(parser=args.parser)
    from parse_cache import CachedParser

    return Reader(parser=CachedParser(args.parse_cache, SpacyParser(kind=args.parser)))


def measure(bench: Bench, names: list[str]) -> dict[str, Figures]:
    """Figures by set; a set that the folder lacks is told and left out."""
    measured: dict[str, Figures] = {}
    for name in names:
        figures = SETS[name](bench)
        if figures is None:
            print(f"{name}: not in this folder", file=sys.stderr)
        else:
            measured[name] = figures
    return measured


def show(measured: dict[str, Figures]) -> None:
    table = Table("set", "figures", title="accuracy", show_lines=True)
    for name, figures in measured.items():
        table.add_row(name, "  ".join(f"{key} [bold]{value:g}[/]" for key, value in figures.items()))
    Console(width=120).print(table)


if __name__ == "__main__":
    sys.exit(main())
