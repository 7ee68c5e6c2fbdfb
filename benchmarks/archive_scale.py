"""What an archive takes: measured on this machine, and the arithmetic from there to a cluster.

    python benchmarks/archive_scale.py [--gold ../shared/gold] [--tables] [--price 0.04]

Measures, into benchmarks/archive_scale.json: each kind of text, read and written as Parquet by one process; the same 2,000
documents by one process, by two, by Ray and by Spark, which must give the same parts; what cutting an archive into pieces
costs. From there it writes the tables of docs/scale.md; `--tables` does only that. Time is processor time of all processes of
a run, so that other work on the machine hardly shows; wall time stands beside it. Without the gold folder the texts are
plain ones.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from memcon.scale.splits import SPLIT_BYTES
from speed import machine
from timing.table import placed
from timing.texts import Text, texts_of
from timing.turns import processor_time

HERE = Path(__file__).parent
STORED = HERE / "archive_scale.json"
PAGE = HERE.parent / "docs" / "scale.md"
README = HERE.parent / "README.md"
KINDS = {"polnear": "political news", "foreign": "readouts", "plain": "names no party"}
DOCUMENTS = 2000  # of the runs with an engine: all news and readouts of the gold, and plain texts
FEW = 12  # documents of a run that shows what an engine's start costs
PIECES = 12
ENGINES = {"one process": ("local", 1), "two processes": ("local", 2), "Ray, two": ("ray", 2), "Spark, two": ("spark", 2)}
PLANNED = 300 * 2**20  # bytes of JSON Lines that are cut into pieces
PRICE = 0.04  # dollars for an hour of one core: an assumption
ARCHIVE = 1_000_000_000
CORES = 1000
A_DAY = 300_000  # articles


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared" / "gold")
    parser.add_argument("--tables", action="store_true", help="only write the tables, of what is stored")
    parser.add_argument("--price", type=float, default=PRICE, help="dollars for an hour of one core")
    given = parser.parse_args()
    if not given.tables:
        with tempfile.TemporaryDirectory() as folder:
            stored = {"machine": machine(), **measure(given.gold, Path(folder))}
        STORED.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    for path, text in pages(json.loads(STORED.read_text(encoding="utf-8")), given.price).items():
        path.write_text(text, encoding="utf-8")
    return 0


# Measuring


def measure(gold: Path, folder: Path) -> dict[str, Any]:
    """All that is stored, but for the machine."""
    kinds = {kind: texts for kind in KINDS if (texts := texts_of(gold, kind, 600))}
    mixed = [text for kind in ("polnear", "foreign") for text in kinds.get(kind, [])]
    mixed += texts_of(gold, "plain", DOCUMENTS - len(mixed))
    return {
        "kinds": {kind: reading_of(texts, folder / kind) for kind, texts in kinds.items()},
        "engines": engines(mixed, folder),
        "planning": planning(mixed, folder / "planned.jsonl"),
    }


def reading_of(texts: list[Text], folder: Path) -> dict[str, float]:
    """Seconds of processor time a document, the model loaded, and bytes in and out."""
    from memcon.scale import Folder, Reading, run
    from memcon.scale.reading import reader_of

    folder.mkdir()
    archive = write_lines(folder / "texts.jsonl", texts)
    reader_of(Reading()).read(texts[0][0])
    done: list[Folder] = []
    seconds = processor_time(lambda: done.append(run([str(archive)], str(folder / "out"))))
    count = len(texts)
    figures = {
        "documents": count,
        "seconds": seconds / count,
        "words": sum(len(text.split()) for text, _ in texts) / count,
        "bytes in": archive.stat().st_size / count,
        "bytes out": sum(part["bytes"] for part in done[0].parts) / count,
        "bytes of JSON": sum(len(row["record"]) for row in done[0].rows()) / count,
    }
    print(folder.name, figures, flush=True)
    return figures


def write_lines(path: Path, texts: list[Text]) -> Path:
    """The texts as JSON Lines."""
    rows = (json.dumps({"id": str(number), "text": text, "published": day}) for number, (text, day) in enumerate(texts))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def engines(texts: list[Text], folder: Path) -> dict[str, dict[str, float]]:
    """Each engine's processor time and wall time over a few documents and over all. The parts must be the same."""
    found: dict[str, dict[str, float]] = {}
    expected: list[str] | None = None
    few, many = (write_lines(folder / f"{len(part)}.jsonl", part) for part in (texts[-FEW:], texts))
    for name, (engine, workers) in ENGINES.items():
        start = run_of(few, folder / f"{name} few", engine, workers)
        whole = run_of(many, folder / f"{name} many", engine, workers)
        parts = json.loads((folder / f"{name} many" / "manifest.json").read_text(encoding="utf-8"))["parts"]
        hashes = [part["sha256"] for part in parts]
        if expected not in (None, hashes):
            raise SystemExit(f"{name} gives other bytes than one process")
        expected = hashes
        found[name] = {
            "documents": len(texts),
            "start": start["processor"],
            "start, wall": start["wall"],
            "seconds": (whole["processor"] - start["processor"]) / (len(texts) - FEW),
            "processor": whole["processor"],
            "wall": whole["wall"],
        }
        print(name, found[name], flush=True)
    return found


def run_of(archive: Path, out: Path, engine: str, workers: int) -> dict[str, float]:
    """Seconds of wall time and of the processor time of all processes of a run."""
    import psutil

    line = [sys.executable, "-c", "from memcon.cli import main; main()", "run", str(archive), "--out", str(out)]
    line += ["--engine", engine, "--workers", str(workers), "--split-size", str(archive.stat().st_size // PIECES + 1)]
    begun = time.perf_counter()
    process = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
    spent: dict[int, float] = {}
    while process.poll() is None:
        spent |= dict(_family(psutil.Process(process.pid)))
        time.sleep(0.2)
    wall = time.perf_counter() - begun
    if process.returncode:
        raise SystemExit(f"{' '.join(line[2:])} ended with {process.returncode}")
    return {"wall": wall, "processor": sum(spent.values())}


def _family(process: Any) -> Iterator[tuple[int, float]]:
    """The processor time of each process under this one, and of this one."""
    import psutil

    try:
        everyone = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return
    for one in everyone:
        try:
            times = one.cpu_times()
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue  # it has just ended: what it was last seen with counts
        yield one.pid, times.user + times.system


def planning(texts: list[Text], path: Path) -> dict[str, float]:
    """Bytes a second at which JSON Lines are cut into pieces, which one process does before all reading."""
    from memcon.scale.splits import plan

    lines = write_lines(path, texts).read_bytes()
    with path.open("wb") as stream:
        for _ in range(PLANNED // len(lines) + 1):
            stream.write(lines)
    size = path.stat().st_size
    return {"bytes": size, "bytes a second": size / processor_time(lambda: plan([str(path)]))}


# The arithmetic


def pages(stored: dict[str, Any], price: float) -> dict[Path, str]:
    """docs/scale.md and README with these figures."""
    text = PAGE.read_text(encoding="utf-8")
    tables = {
        "kinds": kinds_table(stored),
        "engines": engines_table(stored),
        "cluster": cluster_table(stored, price),
        "laptop": laptop_table(stored),
    }
    for name, table in tables.items():
        text = placed(text, name, table)
    return {PAGE: text, README: placed(README.read_text(encoding="utf-8"), "archive", summary(stored, price))}


def summary(stored: dict[str, Any], price: float) -> str:
    """README's lines."""
    kinds = list(stored["kinds"].values())
    news, plain = kinds[0]["seconds"], kinds[-1]["seconds"]
    day = A_DAY * news * pair_factor(stored) / 2 / 3600
    hours = ARCHIVE * news * overhead(stored) / 3600
    return (
        f"A core reads {1 / news:.0f} articles of political news a second, and {1 / plain:.0f} texts that name no party.\n"
        f"A day's {A_DAY:,} articles take a laptop of two cores {day:.1f} hours at most; 10⁹ take {hours:,.0f} core-hours\n"
        f"(${hours * price:,.0f} at ${price:.2f} each); [docs/scale.md](docs/scale.md) says how that is reckoned."
    )


def kinds_table(stored: dict[str, Any]) -> str:
    """What one process measured on each kind of text."""
    head = "| text | words | documents a second and core | bytes in | Parquet out | record as JSON |"
    return _table(
        head,
        (
            f"| {KINDS[kind]}, {told['documents']} texts | {told['words']:.0f} | {1 / told['seconds']:.1f} "
            f"| {told['bytes in']:,.0f} | {told['bytes out']:,.0f} | {told['bytes of JSON']:,.0f} |"
            for kind, told in stored["kinds"].items()
        ),
    )


def engines_table(stored: dict[str, Any]) -> str:
    """What an engine costs beside one process."""
    alone = stored["engines"]["one process"]
    head = f"| {alone['documents']:,} documents by | start, s | ms a document | to one process | in all, s | wall, s |"
    return _table(
        head,
        (
            f"| {name} | {told['start']:.0f} | {1000 * told['seconds']:.0f} | {told['seconds'] / alone['seconds']:.2f} "
            f"| {told['processor']:.0f} | {told['wall']:.0f} |"
            for name, told in stored["engines"].items()
        ),
    )


def _table(head: str, rows: Iterable[str]) -> str:
    return "\n".join([head, "|" + "---|" * (head.count("|") - 1), *rows])


def pair_factor(stored: dict[str, Any]) -> float:
    """How many times the processor time of one process two take for a document; never under 1."""
    told = stored["engines"]
    return float(max(1.0, told["two processes"]["seconds"] / told["one process"]["seconds"]))


def overhead(stored: dict[str, Any]) -> float:
    """How many times the processor time of one process the dearest engine takes for a document; never under 1."""
    told = stored["engines"]
    return max(1.0, *(told[name]["seconds"] / told["one process"]["seconds"] for name in ENGINES))


def cluster_table(stored: dict[str, Any], price: float) -> str:
    """Core-hours, hours, bytes and cost of ARCHIVE documents on CORES cores."""
    factor = overhead(stored)
    lines = [
        f"| 10⁹ documents of | core-hours | hours on {CORES:,} cores | TB in | TB out | $ a million | $ in all "
        "| pieces, minutes each |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind, told in stored["kinds"].items():
        hours = ARCHIVE * told["seconds"] * factor / 3600
        pieces = ARCHIVE * told["bytes in"] / SPLIT_BYTES
        lines.append(
            f"| {KINDS[kind]} | {hours:,.0f} | {hours / CORES:.1f} | {ARCHIVE * told['bytes in'] / 1e12:.1f} "
            f"| {ARCHIVE * told['bytes out'] / 1e12:.1f} | {hours * price / (ARCHIVE / 1e6):.2f} | {hours * price:,.0f} "
            f"| {pieces:,.0f}, {60 * hours / pieces:.0f} |"
        )
    rate = stored["planning"]["bytes a second"]
    news = ARCHIVE * next(iter(stored["kinds"].values()))["bytes in"]
    lines += [
        "",
        f"With an engine's factor of {factor:.2f}, the dearest measured above, and ${price:.2f} a core-hour.",
        f"Cutting JSON Lines into pieces goes at {rate / 1e9:.1f} GB a second, in one process and before all reading: "
        f"{news / rate / 3600:.1f} hours for the",
        f"{news / 1e12:.1f} TB of the first row, if the store gives them as fast; Parquet needs none of that.",
    ]
    return "\n".join(lines)


def laptop_table(stored: dict[str, Any]) -> str:
    """A day's articles on two cores."""
    lines = [f"| {A_DAY:,} a day of | two cores read a second | a day | hours for {A_DAY:,} |", "|---|---|---|---|"]
    for kind, told in stored["kinds"].items():
        rate = 2 / (told["seconds"] * pair_factor(stored))
        lines.append(f"| {KINDS[kind]} | {rate:.1f} | {rate * 86400:,.0f} | {A_DAY / rate / 3600:.1f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # nothing here has loaded NumPy yet
    sys.exit(main())
