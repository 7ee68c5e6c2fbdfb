"""Spark: the pieces as a frame, mapped over with `mapInArrow`; Spark does a piece again whose worker was lost."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from memcon.errors import RunError
from memcon.scale.batches import read_batches
from memcon.scale.parts import Work
from memcon.scale.reading import DEFAULT, Reading
from memcon.scale.schema import MANIFEST, RECORDS
from memcon.scale.splits import Split

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

__all__ = ["read_frame", "run_splits"]

_TRIES = 4  # how often local mode tries a task; a cluster has spark.task.maxFailures
_SPLIT = "number long, path string, start long, end long, before long"
_TYPES = {pa.string(): "string", pa.large_string(): "string", pa.int64(): "long"}


def read_frame(frame: DataFrame, reading: Reading = DEFAULT) -> DataFrame:
    """A frame of texts (`schema.TEXTS`) → a frame of records (`schema.RECORDS`)."""
    return frame.mapInArrow(_reads(reading), _ddl(RECORDS))


def run_splits(work: Work, splits: Sequence[Split], workers: int, address: str | None = None) -> Iterator[dict[str, Any]]:
    """The pieces on the Spark master at `address`, or in `workers` processes on this machine.

    Raises RunError where Spark or Java is not installed."""
    spark = _started(workers, address)
    rows = [(number, *asdict(split).values()) for number, split in enumerate(splits)]
    pieces = spark.createDataFrame(spark.sparkContext.parallelize(rows, len(rows)), _SPLIT)
    for row in pieces.mapInArrow(_does(work), _ddl(MANIFEST)).collect():
        yield row.asDict()


def _reads(reading: Reading) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def read(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        return (_plain(batch) for batch in read_batches(batches, reading))

    return read


def _does(work: Work) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def do(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            done = [work(row.pop("number"), Split(**row)) for row in batch.to_pylist()]
            yield pa.RecordBatch.from_pylist(done, schema=MANIFEST)

    return do


def _plain(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Spark's strings are Arrow's small ones."""
    return pa.RecordBatch.from_arrays([column.cast(pa.string()) for column in batch.columns], batch.schema.names)


def _ddl(schema: pa.Schema) -> str:
    return ", ".join(f"`{field.name}` {_TYPES[field.type]}" for field in schema)


def _started(workers: int, address: str | None) -> SparkSession:
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise RunError("Spark is not installed: pip install 'memcon[spark]'") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("memcon")
    if address is None:
        builder = builder.config("spark.ui.enabled", "false").config("spark.driver.host", "127.0.0.1")
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.log.level", "ERROR")
        builder = builder.config("spark.ui.showConsoleProgress", "false")
    # Batches go through Arrow alone; what PySpark says of pandas on import is no concern of the user's.
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas", category=FutureWarning)
    try:
        return builder.master(address or f"local[{workers},{_TRIES}]").getOrCreate()
    except PySparkRuntimeError as error:
        raise RunError(f"Spark does not start ({error}); it needs Java 17 or later") from error
