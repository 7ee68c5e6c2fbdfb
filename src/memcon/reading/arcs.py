"""Heads from scores: each word takes the head that scores best, and a ring is broken where that costs least."""

from __future__ import annotations

from typing import Any


def best_heads(scores: Any) -> list[int]:
    """The head of each word; a root is its own. `scores` has a row for each word with one score for each head, and on the
    diagonal that of being a root. At least one word is a root, and from every word the way up ends at one."""
    import numpy

    chosen = scores.argmax(axis=1)
    heads: list[int] = chosen.tolist()
    if not (chosen == numpy.arange(len(heads))).any():
        first = int((scores.diagonal() - scores.max(axis=1)).argmax())
        heads[first] = first
    while ring := _ring(heads):
        _broken(heads, ring, scores)
    return heads


def _ring(heads: list[int]) -> list[int]:
    """The words of a ring, or none."""
    state = [0] * len(heads)  # 0: not looked at, a number: on the way from that word, -1: leads to a root
    for start in range(len(heads)):
        place = start
        while not state[place]:
            state[place] = start + 1
            if heads[place] == place:
                break
            place = heads[place]
        if state[place] == start + 1 and heads[place] != place:
            ring = [place]
            while (after := heads[ring[-1]]) != place:
                ring.append(after)
            return ring
        place = start
        while state[place] == start + 1:
            state[place] = -1
            place = heads[place]
    return []


def _broken(heads: list[int], ring: list[int], scores: Any) -> None:
    """One word of the ring gets the best head outside of it and of what hangs on it, or is a root."""
    inside = set(ring)
    while below := {word for word, head in enumerate(heads) if head in inside and word not in inside}:
        inside |= below
    best: tuple[float, int, int] | None = None
    for word in ring:
        row = scores[word]
        kept = float(row[heads[word]])
        for head in range(len(heads)):
            if head in inside and head != word:
                continue
            cost = kept - float(row[head])
            if best is None or cost < best[0]:
                best = cost, word, head
    assert best is not None
    heads[best[1]] = best[2]
