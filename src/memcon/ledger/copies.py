"""Near-copies: the same story again, cut, retitled or mistyped. MinHash proposes, shingles decide.

Whether two texts are near-copies depends on these two alone, so the order of adding can't matter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import numpy
from datasketch import MinHash

PERMUTATIONS = 126
ROWS = 3  # 42 bands of 3: two texts that share 40 % of their shingles meet in a band 19 times in 20
SHINGLE = 3  # words
CHUNK = 8192  # shingles hashed at once, so that a text of 2 MB costs no more memory than a page
# Cuts keep most of the shorter text; another story on the same meeting, even one that shares the quotes, under a third.
CONTAINED = 0.7
SHORT = 60  # shingles: below this, two readouts filled into one template look alike
SHORT_CONTAINED = 0.9
LENGTH_RATIO = 8  # a caption lifted from a long story is no copy of the story
_SEED = 1
_SCHEME = "affine32"


def shingles_of(text: str) -> frozenset[str]:
    """All runs of three words, folded."""
    words = re.findall(r"\w+", text.casefold())
    if len(words) < SHINGLE:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(map(" ".join, zip(*(words[at:] for at in range(SHINGLE)), strict=False)))


@lru_cache(maxsize=1)
def _permutations() -> Any:
    return MinHash(PERMUTATIONS, seed=_SEED, scheme=_SCHEME).permutations


def signature_of(shingles: frozenset[str]) -> bytes:
    """The MinHash signature, 4 bytes a permutation."""
    minhash = MinHash(PERMUTATIONS, seed=_SEED, scheme=_SCHEME, permutations=_permutations())
    words = sorted(shingles)
    for start in range(0, len(words), CHUNK):
        minhash.update_batch([word.encode("utf-8", "surrogatepass") for word in words[start : start + CHUNK]])
    return bytes(minhash.hashvalues.astype("<u4").tobytes())


def bands_of(signature: bytes) -> tuple[str, ...]:
    """The keys by which a near-copy is looked up."""
    step = 4 * ROWS
    return tuple(f"{at // step:02d}-{signature[at : at + step].hex()}" for at in range(0, len(signature), step))


def likeness(one: bytes, other: bytes) -> float:
    """The share of equal values in two signatures: about what share of their shingles the texts have in common."""
    return float((numpy.frombuffer(one, "<u4") == numpy.frombuffer(other, "<u4")).mean())


def near_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Are the texts of these shingles one story?"""
    fewer, more = sorted((len(one), len(other)))
    if fewer == 0 or more > LENGTH_RATIO * fewer:
        return False
    shared = len(one & other) / fewer
    return shared >= (SHORT_CONTAINED if fewer < SHORT else CONTAINED)
