"""Adding from the page: texts, files and addresses are read one after another behind the scenes, and told as they are done."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from threading import Lock

from memcon.document import Document
from memcon.errors import InputError, MemconError
from memcon.intake import Context, Failed, Source, document, read_bytes
from memcon.intake.fetch import Fetcher
from memcon.ledger import Added, Ledger
from memcon.record import Record

JOBS_KEPT = 50


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the person says of what is added; it fills in where a document says nothing itself."""

    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one document. `found` counts its facts by family."""

    name: str
    outcome: str
    document: str | None = None
    title: str | None = None
    reason: str | None = None
    found: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class Job:
    """One adding: what was given, what is done, and whether that is all."""

    id: str
    given: int
    results: list[Result] = field(default_factory=list)
    finished: bool = False
    taken: int = 0  # of what was given; a file may hold many documents

    def now(self) -> Job:
        """How far it is at this moment; what is added while a page is drawn does not reach the copy."""
        finished = self.finished  # asked first: what is finished has all its results
        return Job(self.id, self.given, list(self.results), finished, self.taken)


Given = Callable[[], Iterator[Source]]


def text_given(text: str, told: Metadata) -> Given:
    """A pasted text."""

    def sources() -> Iterator[Source]:
        try:
            yield document(text, fallback=told.published, title=told.title, outlet=told.outlet, url=told.url)
        except InputError as error:
            yield Failed("the pasted text", error)

    return sources


def file_given(name: str, data: bytes, told: Metadata) -> Given:
    """An uploaded file; its name tells the format, and nothing else."""
    return lambda: (_with_outlet(each, told) for each in read_bytes(data, name, Context(published=told.published)))


def address_given(address: str, told: Metadata, *, allow_private: bool) -> Given:
    """The page or feed at an address."""

    def sources() -> Iterator[Source]:
        with Fetcher(allow_private=allow_private) as fetcher:
            for each in fetcher.read(address, Context(published=told.published)):
                yield _with_outlet(each, told)

    return sources


def _with_outlet(source: Source, told: Metadata) -> Source:
    if isinstance(source, Failed) or source.outlet or not told.outlet:
        return source
    return replace(source, outlet=told.outlet)


class Adder:
    """Adds in the background, one document at a time, so that two visitors never load the model twice."""

    def __init__(self, ledger: Ledger, read: Callable[[Document], Record]) -> None:
        self._ledger = ledger
        self._read = read
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="memcon-add")

    def start(self, given: Iterable[Given]) -> Job:
        """Begin, and return at once."""
        wanted = list(given)
        job = Job(secrets.token_urlsafe(9), len(wanted))
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > JOBS_KEPT:
                self._jobs.popitem(last=False)
        self._worker.submit(self._run, job, wanted)
        return job

    def job(self, name: str) -> Job | None:
        """The job of that id, if it is remembered."""
        return self._jobs.get(name)

    def close(self) -> None:
        """Let the document in hand be finished, and stop."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, given: list[Given]) -> None:
        try:
            for sources in given:
                for source in sources():
                    job.results.append(self.add(source))
                job.taken += 1
        except Exception as error:  # a fault of ours must be seen, not leave the page waiting
            job.results.append(Result("memcon", "failed", reason=f"{type(error).__name__}: {error}"))
        finally:
            job.finished = True

    def add(self, source: Source) -> Result:
        """Read one document and add it; what the ledger has is not read again."""
        if isinstance(source, Failed):
            return Result(source.name, "failed", reason=str(source.error))
        name = source.input_id or source.url or source.title or source.id[7:23]
        try:
            if self._ledger.knows(source):
                return Result(name, "same", source.id, source.title)
            record = self._read(source)
            added = self._ledger.add(source, record)
        except MemconError as error:
            return Result(name, "failed", source.id, source.title, str(error))
        return Result(name, added.outcome, added.document, source.title, _reason(added, record), _counts(record))


def _reason(added: Added, record: Record) -> str | None:
    parts = [added.reason, f"of {added.of[7:23]}" if added.of else None, *record.warnings]
    return "; ".join(filter(None, parts)) or None


def _counts(record: Record) -> tuple[tuple[str, int], ...]:
    families = ("engagements", "statements", "commitments", "events", "offices")
    return tuple((family, len(getattr(record, family))) for family in families)
