"""A run over an archive: pieces, an engine that spreads them, a folder of Parquet parts, and a manifest written last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any

import fsspec
import pyarrow.parquet

from memcon.document import Document
from memcon.errors import InputError, RunError
from memcon.intake.sources import Failed
from memcon.record import Record
from memcon.scale.parts import Work
from memcon.scale.reading import DEFAULT, Reading
from memcon.scale.rows import document_of_row, record_of_row
from memcon.scale.schema import MANIFEST
from memcon.scale.splits import SPLIT_BYTES, plan
from memcon.version import __version__

__all__ = ["ENGINES", "Folder", "is_run", "open_folder", "run"]

ENGINES = ("local", "ray", "spark")
MANIFEST_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Folder:
    """A finished run. `parts` are rows of `schema.MANIFEST`, in the archive's order."""

    path: str
    made_by: str
    parts: tuple[dict[str, Any], ...]

    @property
    def documents(self) -> int:
        return sum(part["rows"] - part["failed"] for part in self.parts)

    @property
    def failed(self) -> int:
        return sum(part["failed"] for part in self.parts)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Every row (`schema.RECORDS`), in the archive's order. Raises RunError where a part is missing or changed."""
        filesystem, folder = fsspec.core.url_to_fs(self.path)
        for part in self.parts:
            name = f"{folder}/{part['part']}"
            if not filesystem.exists(name):
                raise RunError(f"{part['part']} is missing from {self.path}; give the run's command again")
            with filesystem.open(name, "rb") as stream:
                if hashlib.file_digest(stream, "sha256").hexdigest() != part["sha256"]:
                    raise RunError(f"{part['part']} in {self.path} has changed since the run; remove it and run again")
                stream.seek(0)
                for batch in pyarrow.parquet.ParquetFile(stream).iter_batches(batch_size=256):
                    yield from batch.to_pylist()

    def records(self) -> Iterator[tuple[Document, Record] | Failed]:
        """Each document with its record, or why it could not be read."""
        for row in self.rows():
            if row["failed"] is not None:
                yield Failed(row["name"], InputError(row["failed"]))
                continue
            record = record_of_row(row)
            yield document_of_row(row, record), record


def run(
    paths: Iterable[str],
    out: str,
    *,
    reading: Reading = DEFAULT,
    engine: str = "local",
    workers: int = 1,
    address: str | None = None,
    split_bytes: int = SPLIT_BYTES,
    progress: Callable[[int, int], None] | None = None,
) -> Folder:
    """Read an archive into a folder of Parquet parts with a manifest.

    `paths` and `out` are local or any address that fsspec knows. `engine` is local, ray or spark; `address` is a running
    Ray cluster's or Spark master's. The parts are the same bytes whatever the engine and the number of workers; a run that
    was broken off goes on where it stopped when it is given again. `progress` is told parts done and parts in all.
    Raises RunError where there is nothing to read, or the engine is not installed."""
    if engine not in ENGINES:
        raise RunError(f"no engine is called {engine!r}; there are {', '.join(ENGINES)}")
    splits = plan(list(paths), split_bytes)
    filesystem, folder = fsspec.core.url_to_fs(out)
    filesystem.makedirs(folder, exist_ok=True)
    work = Work(filesystem.unstrip_protocol(folder), reading, reading.made_by())
    spread = import_module(f"memcon.scale.engines.{engine}").run_splits
    done: list[dict[str, Any]] = []
    for row in spread(work, splits, workers, address):
        done.append(row)
        if progress:
            progress(len(done), len(splits))
    finished = Folder(work.out, work.made_by, tuple(sorted(done, key=lambda row: row["part"])))
    _check_whole(finished, [work.name_of(number, split) for number, split in enumerate(splits)])
    _write_manifest(finished, reading)
    return finished


def is_run(path: str) -> bool:
    """Is this a folder that `run` has finished?"""
    filesystem, folder = fsspec.core.url_to_fs(path)
    return bool(filesystem.exists(f"{folder.rstrip('/')}/{MANIFEST_NAME}"))


def open_folder(path: str) -> Folder:
    """A run's folder. Raises RunError where there is no manifest: the run was not finished, or it is another folder."""
    filesystem, folder = fsspec.core.url_to_fs(path)
    name = f"{folder.rstrip('/')}/{MANIFEST_NAME}"
    if not filesystem.exists(name):
        raise RunError(f"{path} has no {MANIFEST_NAME}: the run was not finished; give its command again")
    try:
        told = json.loads(filesystem.cat_file(name))
        return Folder(path, told["made_by"], tuple(dict(part) for part in told["parts"]))
    except (ValueError, KeyError, TypeError) as error:
        raise RunError(f"{name} is no manifest of memcon's: {error}") from error


def _check_whole(folder: Folder, names: list[str]) -> None:
    """Every piece once: engines may do a piece again, but tell of it once."""
    told = [part["part"] for part in folder.parts]
    if told != names:
        raise RunError(f"{len(names)} parts were to be made and {len(told)} came back; give the command again to go on")


def _write_manifest(folder: Folder, reading: Reading) -> None:
    filesystem, path = fsspec.core.url_to_fs(folder.path)
    told = {
        "memcon": __version__,
        "made_by": folder.made_by,
        "reading": asdict(reading),
        "documents": folder.documents,
        "failed": folder.failed,
        "columns": MANIFEST.names,
        "parts": [{name: part[name] for name in MANIFEST.names} for part in folder.parts],
    }
    filesystem.pipe_file(f"{path}/{MANIFEST_NAME}", (json.dumps(told, indent=1) + "\n").encode())
