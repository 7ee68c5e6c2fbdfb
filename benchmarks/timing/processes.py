"""One process against two."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from timing.texts import texts_of

ROUNDS = 3
AHEAD = 4  # documents a process, read before the clock starts: the model is loaded and every process at work


def processes(gold: Path) -> Iterator[tuple[str, float]]:
    """How many times the documents of one process two read, readers loaded.

    Cores are counted that worked on it or stood idle for want of work, not those that others took: on a quiet machine
    that is the ratio of wall time, and on a busy one what it would be if it were quiet."""
    from memcon import intake

    texts = texts_of(gold, "polnear") or texts_of(gold, "plain", 600)
    documents = [intake.document(text, published=day) for text, day in texts]
    yield "two processes", statistics.median(_used(documents, 1) / _used(documents, 2) for _ in range(ROUNDS))


def _used(documents: list, jobs: int) -> float:
    """Seconds that the documents take `jobs` cores that are theirs alone."""
    import psutil

    from memcon.reading.processes import Setup, read_all

    reading = read_all([*documents[: AHEAD * jobs], *documents], Setup(), jobs)
    for _ in range(AHEAD * jobs):
        next(reading)
    own = psutil.Process()
    everyone = [own, *own.children(recursive=True)]

    def clocks() -> tuple[float, float, float]:
        machine = psutil.cpu_times()
        worked = sum(sum(one.cpu_times()[:2]) for one in everyone)
        return time.perf_counter(), worked, machine.idle + getattr(machine, "iowait", 0.0)

    begun = clocks()
    for _ in range(len(documents) - 1):
        next(reading)
    wall, worked, idle = (after - before for before, after in zip(begun, clocks(), strict=True))
    for _ in reading:
        pass
    return (worked + min(idle, max(0.0, jobs * wall - worked))) / jobs
