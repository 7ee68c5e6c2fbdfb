"""The bundled history as a ledger, and what it shows: a promise of June that was kept in November."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from memcon.desk.pages import Page, Section
from memcon.desk.promises import Promise, promise_line, promises
from memcon.document import Document
from memcon.examples import history_path
from memcon.intake import Failed, read_paths
from memcon.ledger import Ledger
from memcon.record import Record

PAIR = ("USA", "CHN")
PROMISED, NO_LATER = "2023-06", "2023-09-30"
SEEN_FROM = date(2024, 1, 31)


def add_history(ledger: Ledger, read: Callable[[Document], Record]) -> int:
    """Read the bundled reports of four relationships and add them; how many there are. Raises InputError for a broken one."""
    number = 0
    for source in read_paths([history_path()]):
        if isinstance(source, Failed):
            raise source.error
        ledger.add(source, read(source))
        number += 1
    return number


def kept_promise(ledger: Ledger) -> Promise:
    """June's "meeting later this year", as the whole history tells it: kept, with the words of both ends."""
    return _expected(ledger)


def unkept_promise(ledger: Ledger) -> Promise:
    """The same promise where no report after September is known: overdue by January."""
    with ledger.as_of(NO_LATER) as earlier:
        return _expected(earlier)


def _expected(ledger: Ledger) -> Promise:
    found = promises(ledger, PAIR, SEEN_FROM).promises
    return next(each for each in found if each.kind == "expectation" and (each.told or "").startswith(PROMISED))


def history_page(ledger: Ledger) -> Page:
    """What `memcon demo` shows of the history."""
    kept, unkept = kept_promise(ledger), unkept_promise(ledger)
    return Page(
        title="One history out of many reports: a promise and what became of it",
        about=(f"the bundled history, seen from {SEEN_FROM}",),
        sections=(
            Section(title="With all reports", lines=(promise_line(kept),)),
            Section(title=f"Had nothing been published after {NO_LATER}", lines=(promise_line(unkept),)),
        ),
    )
