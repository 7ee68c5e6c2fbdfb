"""The ledger: many records merged into one history, in a database. Every method is one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection

from memcon.document import Document
from memcon.errors import LedgerError
from memcon.ledger import adding, candidates, combining, deciding, documents, explaining, morning, queries, searching
from memcon.ledger.dump import dump, ledger_hash
from memcon.ledger.facets import Facets, count_facets
from memcon.ledger.forgetting import forget
from memcon.ledger.gold import GoldDocument, gold_documents
from memcon.ledger.queries import Filters
from memcon.ledger.rereading import Reread, document_ids, readings, replace_readings
from memcon.ledger.standing import Telling, decisions_until, holds_later, tellings_until
from memcon.ledger.store import Store
from memcon.ledger.types import (
    Added,
    Candidate,
    Change,
    Decision,
    DecisionKind,
    DocumentRow,
    DocumentVersion,
    MergedCommitment,
    MergedEngagement,
    MergedEvent,
    NewCandidate,
    Page,
    PersonRow,
    SearchHit,
    Utterance,
    Why,
)
from memcon.record import Record

T = TypeVar("T")
AnyItem = MergedEngagement | Utterance | MergedCommitment | MergedEvent
PAGE = 100
EVERYTHING = Filters()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Ledger:
    """An open ledger. Use it as a context manager, or call `close`.

    >>> with Ledger.open(":memory:") as ledger:
    ...     len(ledger.engagements())
    0
    """

    def __init__(self, store: Store, clock: Callable[[], str] = _now) -> None:
        self._store = store
        self._clock = clock

    @classmethod
    def open(cls, place: str | Path, *, clock: Callable[[], str] = _now) -> Self:
        """Open the ledger at a path or URL (`sqlite:///…`, `postgresql://…`), making it where there is none.

        `clock` gives the time that is written beside what is added, as ISO text in UTC. Raises LedgerError where the
        place can't be opened, or holds the ledger of a newer memcon or the tables of another program."""
        return cls(Store(place), clock)

    @property
    def place(self) -> str:
        """Where the ledger is, without a password."""
        return self._store.name

    def close(self) -> None:
        """Give the database back."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def add(self, document: Document, record: Record, *, raw: bytes | None = None) -> Added:
        """Add a document with its record: wholly or not at all, and once however often it is added.

        `raw` are the bytes that the text was taken from, kept beside it. Raises LedgerError where the record is of
        another text, InputError for a text that a database can't hold."""
        prepared = adding.prepare(document, record)
        now = self._clock()
        return self._store.write(lambda connection: adding.add(connection, document, record, prepared, now, raw))

    def add_many(self, pairs: Iterable[tuple[Document, Record]]) -> Iterator[Added]:
        """Add documents one by one; what was added stays added if the rest fails."""
        for document, record in pairs:
            yield self.add(document, record)

    def hash(self) -> str:
        """One hash of all that the ledger holds; equal for the same documents and decisions, added in any order."""
        with self._store.reading() as connection:
            return ledger_hash(connection)

    def dump(self) -> list[str]:
        """The canonical dump, a line of JSON each."""
        with self._store.reading() as connection:
            return list(dump(connection))

    def has(self, document_id: str) -> bool:
        """Is there a document of this id?"""
        return self._ask(lambda c: documents.is_here(c, document_id))

    def knows(self, document: Document) -> bool:
        """Is this text here, under this address? Then reading it again can be spared."""
        with self._store.reading() as connection:
            return adding.knows(connection, document)

    def engagements(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[MergedEngagement]:
        """One page of engagements in the order of their days, undated ones last.

        Narrow by `Filters`, or its fields as keywords: `between=("USA", "CHN")`, `person`, `since`, `until`, `status`,
        `kind`, `issue`, `source`, `part_of`. `after` is the `next` of the page before. Raises LedgerError for a filter
        that engagements don't have."""
        return self._list("engagements", filters, after, limit, narrow)

    def statements(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[Utterance]:
        """One page of utterances, by the day they were said; `between`: the speakers' parties and those spoken of."""
        return self._list("statements", filters, after, limit, narrow)

    def commitments(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[MergedCommitment]:
        """One page of commitments, by the day they were first told."""
        return self._list("commitments", filters, after, limit, narrow)

    def events(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[MergedEvent]:
        """One page of PLOVER events, by day; `kind` is the type."""
        return self._list("events", filters, after, limit, narrow)

    def documents(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[DocumentRow]:
        """One page of documents, by publication. They are narrowed by `since`, `until` and `source`."""
        return self._ask(lambda c: documents.list_documents(c, _narrowed(filters, narrow), after=after, limit=limit))

    def people(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[PersonRow]:
        """One page of the people whom reports name, by name. Narrowed by `between`, `person`, `since` and `until`."""
        return self._ask(lambda c: documents.list_people(c, _narrowed(filters, narrow), after=after, limit=limit))

    def person(self, key: str) -> PersonRow:
        """A person by the key that `people` gives. Raises LedgerError where no report names them."""
        return self._ask(lambda c: documents.person_row(c, key))

    def walk(self, family: str, filters: Filters = EVERYTHING, **narrow: Any) -> Iterator[Any]:
        """All items of a list, page after page: "engagements", "statements", "commitments", "events", "documents",
        "people", "candidates"."""
        after = None
        while True:
            page = getattr(self, family)(filters, after=after, limit=PAGE, **narrow)
            yield from page
            after = page.next
            if after is None:
                return

    def facets(self, filters: Filters = EVERYTHING) -> Facets:
        """How many engagements filters leave, and how many of them each status, kind, pair, level, issue, person and
        source has."""
        return self._ask(lambda c: count_facets(c, filters))

    def least_certain(
        self,
        family: str,
        filters: Filters = EVERYTHING,
        *,
        after: str | None = None,
        limit: int = PAGE,
        not_by: str | None = None,
        **narrow: Any,
    ) -> Page[Any]:
        """One page of the items of a list that nobody decided on, the least certain first; with `not_by`, of those that
        this person has not decided on, whoever else did."""
        asked = _narrowed(filters, narrow)
        return self._ask(lambda c: queries.least_certain(c, family, asked, after=after, limit=limit, not_by=not_by))

    def get(self, name: str) -> AnyItem:
        """A merged item by its id, the id of any of its reports, or the beginning of either.

        Raises LedgerError for none, and for several."""
        found: AnyItem = self._ask(lambda c: queries.get_item(c, *deciding.resolve(c, name)))
        return found

    def parts(self, name: str) -> Page[MergedEngagement]:
        """The engagements that hang under this one."""
        return self.engagements(part_of=self.get(name).id)

    def document(self, name: str) -> DocumentRow:
        """A document by its id or the beginning of it, its input id, or its address. Raises LedgerError for none."""
        return self._ask(lambda c: documents.document_row(c, documents.find_document(c, name)))

    def text(self, name: str) -> Document:
        """A document whole, as intake made it."""
        return self._ask(lambda c: documents.document_text(c, documents.find_document(c, name)))

    def record(self, name: str) -> Record:
        """The record of one document, as it was read."""
        return self._ask(lambda c: documents.document_record(c, documents.find_document(c, name)))

    def items_told(self, name: str) -> dict[str, str]:
        """The merged items that a document tells of, by the ids of its facts."""
        return self._ask(lambda c: documents.items_told(c, documents.find_document(c, name)))

    def versions(self, url: str) -> tuple[DocumentVersion, ...]:
        """The texts that stood at an address, oldest first, and what changed from one to the next."""
        return self._ask(lambda c: documents.versions(c, url))

    def search(
        self, words: str, *, after: str | None = None, limit: int = PAGE, marks: tuple[str, str] = searching.MARKS
    ) -> Page[SearchHit]:
        """One page of passages with all the words, stemmed; words in quotation marks are a phrase. Best first."""
        return self._ask(lambda c: searching.search(c, words, after=after, limit=limit, marks=marks))

    def why(self, name: str) -> Why:
        """Why the reports of an item are one, with points and grounds, and why its likest neighbours are not of it."""
        return self._ask(lambda c: explaining.why(c, *deciding.resolve(c, name)))

    def confirm(self, name: str, *, by: str) -> str:
        """A person says that an item is right, or that a candidate (k-…) is a fact.

        Returns the decision's id, as do all that follow."""
        return self._decide("confirm", name, by=by)

    def correct(self, name: str, field: str, value: Any, *, by: str) -> str:
        """A person sets a field ("kind", "when", "when.start", "place.city", …) in all reports of an item.

        Raises LedgerError where there is no such field, or the value does not fit it."""
        return self._decide("correct", name, by=by, field=field, value=value)

    def reject(self, name: str, *, by: str) -> str:
        """A person says that an item is wrong: lists leave it out."""
        return self._decide("reject", name, by=by)

    def note(self, name: str, text: str, *, by: str) -> str:
        """A person writes something beside an item."""
        return self._decide("note", name, by=by, note=text)

    def split(self, reports: Sequence[str], *, by: str) -> str:
        """Take reports out of the item that they share, for good. Raises LedgerError where that can't be."""
        now = self._clock()
        return self._store.write(lambda c: deciding.split(c, reports, by=by, at=now))

    def join(self, names: Sequence[str], *, by: str) -> str:
        """Make several items of one family one, for good."""
        now = self._clock()
        return self._store.write(lambda c: deciding.join(c, names, by=by, at=now))

    def undo(self, decision: str, *, by: str) -> str:
        """Take a decision back. It stays in the ledger, and undoing the undo brings it back."""
        now = self._clock()
        return self._store.write(lambda c: deciding.undo(c, decision, by=by, at=now))

    def propose(self, proposed: Iterable[NewCandidate]) -> int:
        """Add candidates: facts that another program proposes. They count for nothing until `confirm` is called on one.

        Returns how many were new. Raises LedgerError where a document is not here, or has other words there."""
        given, now = list(proposed), self._clock()
        return self._store.write(lambda c: combining.put(c, given, now))

    def candidates(
        self, filters: Filters = EVERYTHING, *, after: str | None = None, limit: int = PAGE, **narrow: Any
    ) -> Page[Candidate]:
        """One page of candidates, by document and place; rejected ones where they are asked for. Narrowed by `status`
        (open, confirmed, rejected), `kind` and `source`."""
        return self._ask(lambda c: candidates.list_candidates(c, _narrowed(filters, narrow), after=after, limit=limit))

    def candidate(self, name: str) -> Candidate:
        """A candidate by its id or the beginning of it. Raises LedgerError for none, and for several."""
        return self._ask(lambda c: candidates.get_candidate(c, name))

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first, with what they hold on to now."""
        return self._ask(deciding.decisions)

    def last_decisions(self, *, by: str | None = None, limit: int = 10) -> tuple[Decision, ...]:
        """The latest decisions, of one person where `by` is given, the last first."""
        return self._ask(lambda c: deciding.last_decisions(c, by=by, limit=limit))

    def reviewers(self) -> tuple[str, ...]:
        """Who has decided anything, by name."""
        return self._ask(deciding.reviewers)

    def unanchored(self) -> tuple[Decision, ...]:
        """The decisions whose words are in no document any more. They hold again when the words return."""
        return self._ask(deciding.unanchored)

    def gold(self) -> tuple[GoldDocument, ...]:
        """What persons confirmed and corrected, document by document, in the layout that `make accuracy` reads."""
        return self._ask(lambda c: tuple(gold_documents(c)))

    def reread(self, read: Callable[[Document], Record], *, apply: bool = False) -> Iterator[Change]:
        """Read all documents anew with `read`; gives the facts gained, lost and changed, document by document.

        Nothing is written unless `apply` is set; then each document is changed in a transaction of its own."""
        for name in self._ask(document_ids):
            pairs = self._ask(partial(readings, document_id=name))
            rereads = [Reread(name, row.id, Record.from_json(row.record), read(text)) for row, text in pairs]
            for each in rereads:
                yield from each.changes
            if apply:
                self._store.write(partial(replace_readings, rereads=rereads))

    def forget(self, name: str) -> str:
        """Remove a document and all that only it says; returns its id. Decisions on it are kept, unanchored."""

        def change(connection: Connection) -> str:
            found = documents.find_document(connection, name)
            forget(connection, found)
            return found

        return self._store.write(change)

    def combine(self, other: Ledger) -> Counter[str]:
        """Take in all documents and decisions of another ledger; how many documents were new, same, …, and decisions."""
        counts: Counter[str] = Counter()
        for name in other._ask(document_ids):
            told = other._ask(partial(combining.tellings, document_id=name))
            counts[self._store.write(partial(combining.take_in, told=told))] += 1
        proposed = other._ask(lambda c: candidates.candidates_of(c, document_ids(c)))
        counts["candidates"] = self._store.write(lambda c: combining.take_candidates(c, proposed))
        rows, watched = other._ask(combining.decisions_in)
        counts["decisions"] = self._store.write(lambda c: combining.take_decisions(c, rows, watched))
        return counts

    def holds_later(self, day: str) -> bool:
        """Is there a document that was published after an ISO day, or whose day of publication is unknown?"""
        return self._ask(lambda c: holds_later(c, day))

    def as_of(self, day: str, documents: Iterable[str] | None = None) -> Self:
        """The ledger as it stood at the end of a day: a new one in memory, of what had been published by then.

        Texts whose day is unknown are left out. `documents` limits it to these ids. Decisions are taken over, as they say
        how a text is to be read; notes written after the day are not. Close it when done."""
        seen = type(self).open(":memory:", clock=self._clock)
        names, taken = list[str](), list[list[Telling]]()
        for name in documents if documents is not None else self._ask(document_ids):
            told = self._ask(partial(tellings_until, document_id=name, day=day))
            if told:
                taken.append(told)
                names.append(name)
        seen._store.write(lambda c: combining.take_all(c, taken))
        proposed = self._ask(lambda c: candidates.candidates_of(c, names))
        seen._store.write(lambda c: combining.take_candidates(c, proposed))
        rows, _ = self._ask(combining.decisions_in)
        seen._store.write(lambda c: combining.take_decisions(c, decisions_until(rows, day), []))
        return seen

    def backup(self, path: str | Path) -> Path:
        """Copy the ledger into a new SQLite file while others may use it, and prove the copy by its hash.

        Raises LedgerError where the file exists, or the copy differs."""
        target = Path(path)
        combining.refuse_existing(target)
        if self._store.sqlite:
            combining.copy_sqlite(self._store, target)
        with type(self).open(target, clock=self._clock) as copy:
            if not self._store.sqlite:
                copy.combine(self)
            if copy.hash() != self.hash():
                raise LedgerError(f"the copy in {target} differs from the ledger: something was added meanwhile; try again")
        return target

    def watch(self, kind: str, value: str) -> None:
        """Watch a pair ("USA+CHN"), a person, an issue or a feed. Raises LedgerError for another kind."""
        now = self._clock()
        self._store.write(lambda c: morning.add_watch(c, kind, value, now))

    def unwatch(self, kind: str, value: str) -> None:
        """Watch something no more. Raises LedgerError where it was not watched."""
        self._store.write(lambda c: morning.drop_watch(c, kind, value))

    def watches(self) -> tuple[morning.Watch, ...]:
        """All that is watched."""
        return self._ask(morning.watches)

    def news(self, since: str) -> morning.News:
        """What documents added since then (ISO time in UTC) tell of what is watched; all of it where nothing is."""
        return self._ask(lambda c: morning.news(c, since))

    def _decide(self, kind: DecisionKind, name: str, **given: Any) -> str:
        now = self._clock()

        def change(connection: Connection) -> str:
            if name.startswith(f"{candidates.LETTER}-"):
                return deciding.decide_on_candidate(connection, kind, name, by=given["by"], at=now)
            _, item = deciding.resolve(connection, name)
            return deciding.decide(connection, kind, [deciding.reports_of(connection, item)], at=now, **given)

        return self._store.write(change)

    def _list(self, family: str, filters: Filters, after: str | None, limit: int, narrow: dict[str, Any]) -> Page[Any]:
        asked = _narrowed(filters, narrow)
        return self._ask(lambda c: queries.list_items(c, family, asked, after=after, limit=limit))

    def _ask(self, question: Callable[[Connection], T]) -> T:
        with self._store.reading() as connection:
            return question(connection)


def _narrowed(filters: Filters, narrow: dict[str, Any]) -> Filters:
    """The filters with some fields set; a single status or kind may stand for a tuple of one."""
    given: dict[str, Any] = {}
    for field, value in narrow.items():
        many = field in ("status", "kind", "between")
        given[field] = ((value,) if isinstance(value, str) else tuple(value)) if many else value
    try:
        return replace(filters, **given)
    except TypeError as error:
        raise LedgerError(f"no such filter: {', '.join(sorted(narrow))}") from error
