"""Matrix products for the parser's convolutions: the fastest that give a row the same bits wherever it stands.

A parse must not depend on its neighbours, to the bit. thinc's own BLIS keeps to that but is slow; NumPy's OpenBLAS is three
times as fast, and takes rows by the dozen and rounds those left over its own way: where the number of rows is a multiple of
some unit none is left over, and a row keeps its bits. `row_unit` finds the unit on the machine at hand, with one thread, or
says that there is none.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

UNITS = (12, 24, 48)  # what OpenBLAS's kernels take at a time, from AVX2 to AVX-512
BLOCKS = (1, 2, 3, 5, 8, 13, 21, 34, 55)  # how many units are tried together; kernels change with the size
FEW = 5  # so many units are tried from a few places only
# The library as NumPy's wheels carry it, and as distributions build it.
PREFIXES = (("scipy_", "64_"), ("", "64_"), ("scipy_", ""), ("", ""))


@lru_cache(maxsize=1)
def _thread_calls() -> tuple[Any, Any] | None:
    """OpenBLAS's functions that tell and set its number of threads, where NumPy carries an OpenBLAS."""
    import numpy

    home = Path(numpy.__file__).parent
    for path in sorted([*home.parent.glob("numpy.libs/*openblas*"), *home.glob(".dylibs/*openblas*")]):
        library = ctypes.CDLL(str(path))
        for before, after in PREFIXES:
            told = getattr(library, f"{before}openblas_get_num_threads{after}", None)
            setting = getattr(library, f"{before}openblas_set_num_threads{after}", None)
            if told is not None and setting is not None:
                return told, setting
    return None


@contextmanager
def one_thread() -> Iterator[None]:
    """OpenBLAS with one thread inside, and as it was after: how it splits work among threads moves the rounding."""
    calls = _thread_calls()
    before = calls[0]() if calls else 1
    if calls is None or before == 1:
        yield
        return
    calls[1](1)
    try:
        yield
    finally:
        calls[1](before)


def row_unit(weights: Sequence[Any]) -> int | None:
    """The unit for products with all these `weights` (2-D, float32, a column for each outcome); None: there is none."""
    if _thread_calls() is None:
        return None
    with one_thread():
        return next((unit for unit in UNITS if all(_agrees(one, unit) for one in weights)), None)


def _agrees(weights: Any, unit: int) -> bool:
    """Whether rows give the same bits wherever they stand among any multiple of `unit` rows."""
    import numpy

    count = max(BLOCKS) * unit
    rows = numpy.random.default_rng(7).standard_normal((count + unit, weights.shape[0])).astype("float32")
    whole = numpy.dot(rows, weights)
    for size in BLOCKS:
        for first in range(unit) if size < FEW else (1, unit - 1, count - size * unit):
            last = first + size * unit
            if not numpy.array_equal(numpy.dot(rows[first:last], weights), whole[first:last]):
                return False
    return True
