"""Reading in several processes: in order, each with its own reader, and a document that breaks one costs only itself."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from memcon.document import Document
from memcon.errors import InputError
from memcon.knowledge import Knowledge
from memcon.knowledge.folder import user_folder
from memcon.lexicon import Lexicon
from memcon.reading.parsing import DEFAULT_KIND, DEFAULT_MODEL
from memcon.reading.reader import Reader
from memcon.record import Record

AHEAD = 4  # documents that wait for each process; more would only fill memory

T = TypeVar("T")
Outcome = Record | InputError
Told = str | InputError  # between processes a record is its JSON


@dataclass(frozen=True)
class Setup:
    """What a process needs to make its reader: a model, a user's own folders, and which parser."""

    model: str = DEFAULT_MODEL
    knowledge: Path | None = None
    lexicon: Path | None = None
    parser: str = DEFAULT_KIND

    def reader(self) -> Reader:
        """The reader; raises what `Knowledge.load` and `Lexicon.load` raise."""
        knowledge = Knowledge.load(user_folder(self.knowledge))
        return Reader(model=self.model, knowledge=knowledge, lexicon=Lexicon.load(self.lexicon), parser=self.parser)


def read_all(items: Iterable[Document | T], setup: Setup, jobs: int) -> Iterator[tuple[Document | T, Outcome | None]]:
    """Each document with its record, or why it could not be read, in the order given. What is no document comes out at
    its place with None.

    With one job in this process; with more in as many others, and no more than a few documents ahead. The records are
    the same to the byte. Where reading a document ends its process, the document's outcome is an InputError, and the
    others that waited are read again."""
    if jobs > 1:
        with _Processes(setup, jobs) as processes:
            yield from processes.read(items)
        return
    reader: Reader | None = None
    for item in items:
        if isinstance(item, Document):
            reader = reader or setup.reader()
            yield item, _outcome(reader, item)
        else:
            yield item, None


def _outcome(reader: Reader, document: Document) -> Outcome:
    try:
        return reader.read(document)
    except InputError as error:
        return error


class _Processes:
    """A pool that is made anew when one of its processes dies."""

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._setup = setup
        self._jobs = jobs
        self._pool = self._new()

    def __enter__(self) -> _Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        # spawn: a process that was forked would share this one's locks and threads.
        start = partial(_begin, self._setup)
        return ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"), initializer=start)

    def read(self, items: Iterable[Document | T]) -> Iterator[tuple[Document | T, Outcome | None]]:
        waiting: deque[tuple[Document | T, Future[Told] | None]] = deque()
        for item in items:
            waiting.append((item, self._submit(item) if isinstance(item, Document) else None))
            if len(waiting) >= self._jobs * AHEAD:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _submit(self, document: Document) -> Future[Told]:
        try:
            return self._pool.submit(_read, document)
        except BrokenProcessPool as error:
            broken: Future[Told] = Future()
            broken.set_exception(error)
            return broken

    def _next(self, waiting: deque[tuple[Document | T, Future[Told] | None]]) -> tuple[Document | T, Outcome | None]:
        item, future = waiting.popleft()
        if future is None or not isinstance(item, Document):
            return item, None
        try:
            told = future.result()
        except BrokenProcessPool:
            told = self._alone(item)
            for place, (other, ended) in enumerate(waiting):
                if isinstance(other, Document) and ended is not None and ended.exception() is not None:
                    waiting[place] = (other, self._submit(other))
        return item, Record.from_json(told) if isinstance(told, str) else told

    def _alone(self, document: Document) -> Told:
        """Read with nothing beside it in a new pool: if that breaks too, it is this document that breaks it."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new()
        try:
            return self._pool.submit(_read, document).result()
        except BrokenProcessPool:
            self._pool = self._new()
            return InputError(f"{document.input_id or document.id}: the process that read it died; is it out of memory?")


# What follows runs in the other processes.

_reader: Reader | None = None


def _begin(setup: Setup) -> None:
    """Load all that reading needs. An interrupt is the first process's to handle."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _reader = setup.reader()


def _read(document: Document) -> Told:
    assert _reader is not None
    outcome = _outcome(_reader, document)
    return outcome.to_json() if isinstance(outcome, Record) else outcome
