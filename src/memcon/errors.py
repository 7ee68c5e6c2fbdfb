"""Every error that memcon raises on purpose, in one tree.

    MemconError                     something a user can act on; its message names the next step
    ├── InputError                  one document can't be read; a batch goes on without it
    │   ├── EmptyInput              nothing in it
    │   ├── NotText                 bytes that are no text in any encoding we know
    │   ├── TooLarge                over the size limit
    │   └── UnknownFormat           no reader for this kind of file
    ├── DataError                   a table (knowledge, lexicon, floors) is malformed: names file and line
    ├── RecordError                 a record that does not hold against its document
    ├── LedgerError                 the database can't do what was asked
    └── RunError                    a run over an archive can't start, or its folder is not whole

The library never prints. What went wrong without stopping the reading stands in `Record.warnings`.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "EmptyInput",
    "InputError",
    "LedgerError",
    "MemconError",
    "NotText",
    "RecordError",
    "RunError",
    "TooLarge",
    "UnknownFormat",
]


class MemconError(Exception):
    """Base of all errors that memcon raises on purpose."""


class InputError(MemconError):
    """One document can't be read."""


class EmptyInput(InputError):
    """The document holds no text."""


class NotText(InputError):
    """The bytes are no text in any encoding that memcon knows."""


class TooLarge(InputError):
    """The document is over the size limit."""


class UnknownFormat(InputError):
    """No reader knows this kind of file."""


class DataError(MemconError):
    """A data table is malformed; the message names file and line."""


class RecordError(MemconError):
    """A record that does not hold against its document."""


class LedgerError(MemconError):
    """The ledger can't do what was asked."""


class RunError(MemconError):
    """A run over an archive can't start, or its folder is not whole."""
