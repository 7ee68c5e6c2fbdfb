"""Python's search for garbage, put off while a text is read.

Reading makes hundreds of thousands of small values that live as long as the text; looking through them every 700 for
circles that nobody holds any more takes a tenth of the time, and more in a text as long as a book. What is left of a text is
found right after it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_readers = 0  # how many threads read just now
_was_on = False


@contextmanager
def collected_later() -> Iterator[None]:
    """No collection of garbage inside, in any thread; it is on again behind, if it was, when the last reader is through."""
    global _readers, _was_on
    with _lock:
        if not _readers:
            _was_on = gc.isenabled()
            gc.disable()
        _readers += 1
    try:
        yield
    finally:
        with _lock:
            _readers -= 1
            if not _readers and _was_on:
                gc.enable()
