"""No engine: this process, or several on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any

from memcon.errors import RunError
from memcon.scale.parts import Work
from memcon.scale.splits import Split

__all__ = ["run_splits"]


def run_splits(work: Work, splits: Sequence[Split], workers: int, address: str | None = None) -> Iterator[dict[str, Any]]:
    """The pieces in this process, or in `workers` processes. Raises RunError where one of them is killed."""
    if workers <= 1:
        yield from (work(number, split) for number, split in enumerate(splits))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(work, number, split) for number, split in enumerate(splits)]
        try:
            for done in as_completed(waiting):
                yield done.result()
        except BrokenProcessPool as error:
            raise RunError("a worker was killed, for want of memory perhaps; give the command again to go on") from error
