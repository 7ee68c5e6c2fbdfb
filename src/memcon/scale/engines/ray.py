"""Ray Data: each actor holds one reader; Ray spreads the pieces, and does a piece again whose worker was lost."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from memcon.errors import RunError
from memcon.scale.batches import read_batches
from memcon.scale.parts import Work
from memcon.scale.reading import DEFAULT, Reading, reader_of
from memcon.scale.schema import MANIFEST
from memcon.scale.splits import Split

if TYPE_CHECKING:
    from ray.data import Dataset

__all__ = ["read_dataset", "run_splits"]


def read_dataset(dataset: Dataset, reading: Reading = DEFAULT, *, workers: int = 1) -> Dataset:
    """A dataset of texts (`schema.TEXTS`) → a dataset of records (`schema.RECORDS`)."""
    return _mapped(dataset, _Texts, reading, rows=256, workers=workers)


def run_splits(work: Work, splits: Sequence[Split], workers: int, address: str | None = None) -> Iterator[dict[str, Any]]:
    """The pieces on a Ray cluster: the one at `address`, or one of `workers` processes on this machine.

    Raises RunError where Ray is not installed."""
    rows = [{"number": number, **asdict(split)} for number, split in enumerate(splits)]
    with redirect_stdout(sys.stderr):  # Ray tells of lost workers on standard output, which is for data
        ray, ours = _started(workers, address)
        try:
            pieces = ray.data.from_items(rows, override_num_blocks=len(rows))
            yield from _mapped(pieces, _Pieces, work, rows=1, workers=workers).iter_rows()
        finally:
            if ours:
                ray.shutdown()


def _mapped(dataset: Dataset, worker: type, told: Any, *, rows: int, workers: int) -> Dataset:
    """Actors, each with its reader. Ray Data starts a lost one again, and its batch with it."""
    from ray.data import ActorPoolStrategy

    pool = ActorPoolStrategy(size=workers)
    arguments: dict[str, Any] = {"fn_constructor_args": (told,), "batch_format": "pyarrow", "batch_size": rows}
    return dataset.map_batches(worker, compute=pool, num_cpus=1, **arguments)


class _Texts:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        reader_of(reading)

    def __call__(self, table: pa.Table) -> Iterator[pa.Table]:
        for batch in read_batches(table.to_batches(), self._reading):
            yield pa.Table.from_batches([batch])


class _Pieces:
    def __init__(self, work: Work) -> None:
        self._work = work
        reader_of(work.reading)

    def __call__(self, table: pa.Table) -> pa.Table:
        done = [self._work(row.pop("number"), Split(**row)) for row in table.to_pylist()]
        return pa.Table.from_pylist(done, schema=MANIFEST)


def _started(workers: int, address: str | None) -> tuple[Any, bool]:
    """Ray, and whether it was started here."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # memcon sends nothing anywhere
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise RunError("Ray is not installed: pip install 'memcon[ray]'") from error
    ours = not ray.is_initialized()
    if ours:
        here = {"address": address} if address else {"num_cpus": workers, "include_dashboard": False}
        ray.init(log_to_driver=False, logging_level="ERROR", **here)
    ray.data.DataContext.get_current().enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return ray, ours
