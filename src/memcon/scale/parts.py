"""One piece of an archive becomes one file of the run, wholly or not at all: doing it twice leaves one file, the same."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from typing import IO, Any

import fsspec
import pyarrow.parquet

from memcon.intake.sources import Context
from memcon.scale.batches import record_batches
from memcon.scale.reading import Reading
from memcon.scale.schema import RECORDS
from memcon.scale.splits import Split, documents_of

__all__ = ["Work"]


@dataclass(frozen=True, slots=True)
class Work:
    """What every worker is told. Called with a piece and its number, it writes the piece's file and returns its row of the
    manifest (`schema.MANIFEST`). `made_by` is `Reading.made_by`: other knowledge makes other files."""

    out: str
    reading: Reading
    made_by: str

    def __call__(self, number: int, split: Split) -> dict[str, Any]:
        name = self.name_of(number, split)
        told = self._there(name) or self._written(name, split)
        return {"part": name, "path": split.path, "start": split.start, "end": split.end, "before": split.before, **told}

    def name_of(self, number: int, split: Split) -> str:
        """The file's name tells what it holds: a run that goes on finds what is done by names alone."""
        digest = hashlib.sha256(repr((split, self.made_by)).encode()).hexdigest()[:12]
        return f"part-{number:06d}-{digest}.parquet"

    def _there(self, name: str) -> dict[str, Any] | None:
        filesystem, folder = fsspec.core.url_to_fs(self.out)
        if not filesystem.exists(f"{folder}/{name}"):
            return None
        with filesystem.open(f"{folder}/{name}", "rb") as stream:
            table = pyarrow.parquet.read_table(stream, columns=["failed"])
            stream.seek(0)
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        failed = len(table) - table["failed"].null_count
        return {"rows": len(table), "failed": failed, "bytes": filesystem.size(f"{folder}/{name}"), "sha256": digest}

    def _written(self, name: str, split: Split) -> dict[str, Any]:
        filesystem, folder = fsspec.core.url_to_fs(self.out)
        hidden = f"{folder}/.{name}.{uuid.uuid4().hex}"  # a killed worker leaves at most this, which nobody reads
        rows = failed = 0
        with filesystem.open(hidden, "wb") as stream:
            counted = _Counted(stream)
            with pyarrow.parquet.ParquetWriter(counted, RECORDS, compression="zstd") as writer:
                context = Context(published=self.reading.published, columns=dict(self.reading.columns))
                for batch in record_batches(documents_of(split, context), self.reading):
                    writer.write_batch(batch)
                    rows += batch.num_rows
                    failed += batch.num_rows - batch.column("failed").null_count
        filesystem.mv(hidden, f"{folder}/{name}")
        return {"rows": rows, "failed": failed, "bytes": counted.size, "sha256": counted.digest.hexdigest()}


class _Counted:
    """A stream to write to that knows the hash and the number of its bytes."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.digest = hashlib.sha256()
        self.size = 0
        self.closed = False

    def write(self, data: Any) -> int:
        view = memoryview(data).cast("B")
        self.digest.update(view)
        self.size += view.nbytes
        self._stream.write(bytes(view))
        return view.nbytes

    def tell(self) -> int:
        return self.size

    def flush(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        self.closed = True

    def readable(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False
