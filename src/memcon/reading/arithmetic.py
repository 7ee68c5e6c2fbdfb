"""Matrix products for the parser's convolutions: the fastest that give a row the same bits wherever it stands.

A parse must not depend on its neighbours, to the bit. thinc's own BLIS keeps to that but is slow; NumPy's OpenBLAS is three
times as fast, and rounds a row by its place among a few: rows that start at a multiple of some number agree. `row_unit`
finds that number on the machine at hand, with one thread, or says that there is none.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

UNITS = (12, 24, 48)  # what OpenBLAS's kernels take at a time, from AVX2 to AVX-512
BLOCKS = (1, 2, 3, 5, 8, 13, 21, 34, 55)  # how many blocks are tried together; kernels change with the size
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


def row_unit(weights: Any) -> int | None:
    """The number of rows that agree wherever they stand in a product with `weights` (2-D, float32); None: none does."""
    if _thread_calls() is None:
        return None
    with one_thread():
        return next((unit for unit in UNITS if _agrees(weights, unit)), None)


def _agrees(weights: Any, unit: int) -> bool:
    """Whether blocks of `unit` rows give the same bits alone and in any company."""
    import numpy

    count = max(BLOCKS)
    rows = numpy.random.default_rng(7).standard_normal((count, unit, weights.shape[1])).astype("float32")
    alone = numpy.stack([numpy.dot(block, weights.T) for block in rows])
    for size in BLOCKS:
        for first in range(0, count - size + 1, size):
            together = numpy.dot(rows[first : first + size].reshape(size * unit, -1), weights.T)
            if not numpy.array_equal(together.reshape(size, unit, -1), alone[first : first + size]):
                return False
    return True
