"""How fast memcon is, as ratios to peers over the same texts on the same machine, one thread each.

    python benchmarks/speed.py [--gold ../shared/gold] [--only PART …] [--check] [--tables]

Each figure is the median of rounds in which memcon and its peer take turns, in seconds of processor time, so that a busy
machine slows both; `benchmarks/timing/` says how each is taken. The figures go into benchmarks/speed.json, those of other
parts stay there, and from there into the tables of README.md and docs/speed.md; `--tables` does only that. `--check`
measures the ratios of whole records, on a part of the texts, and of the start, and fails where one is more than 15 percent
behind the stored one (35 on another processor). Without the gold folder the parts that need it are left out. The peers that
memcon does not depend on get environments of their own under build/peers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from timing.check import ELSEWHERE, SLACK, measures, regressions
from timing.copies import copies
from timing.peers import dates, quotes
from timing.processes import processes
from timing.records import records, short_records, small_records, stages
from timing.size import linear, memory
from timing.start import start
from timing.table import pages

HERE = Path(__file__).parent
STORED = HERE / "speed.json"
PARTS: dict[str, Callable[[Path], Iterator[tuple[str, float]]]] = {
    "records": records,
    "small": small_records,
    "short": short_records,
    "stages": stages,
    "dates": dates,
    "quotes": quotes,
    "copies": copies,
    "start": start,
    "memory": memory,
    "linear": linear,
    "processes": processes,
}


def main() -> int:
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # nothing here has loaded NumPy yet
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared" / "gold")
    parser.add_argument("--only", nargs="*", choices=sorted(PARTS), help="some of the parts")
    parser.add_argument("--check", action="store_true", help="hold a short run against the stored ratios")
    parser.add_argument("--tables", action="store_true", help="only write the tables, of what is stored")
    given = parser.parse_args()
    stored = json.loads(STORED.read_text(encoding="utf-8"))
    if given.check:
        slack = SLACK if machine()["processor"] == stored["machine"]["processor"] else ELSEWHERE
        behind = regressions(stored["figures"], measures(given.gold), slack)
        for line in behind:
            print(f"more than {slack:.0%} behind: {line}", file=sys.stderr)
        return 1 if behind else 0
    if not given.tables:
        for part in given.only or PARTS:
            stored["figures"] |= measured(part, given.gold)
        stored["machine"] = machine()
        STORED.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    for path, page in pages(stored).items():
        path.write_text(page, encoding="utf-8")
    return 0


def measured(part: str, gold: Path) -> dict[str, float]:
    """The figures of one part, printed as they come."""
    figures = {}
    for row, figure in PARTS[part](gold):
        figures[row] = round(figure, 3)
        print(f"{row:40} {figure:10.3f}", flush=True)
    return figures


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    import numpy
    import spacy

    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "spacy": spacy.__version__,
        "numpy": numpy.__version__,
    }


if __name__ == "__main__":
    sys.exit(main())
