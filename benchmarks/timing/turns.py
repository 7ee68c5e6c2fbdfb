"""How time is taken: in seconds of processor time and by turns, so that a busy machine slows both sides of a ratio."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
TURN = 4  # documents that each reads before it is the other's turn
BYTECODE = Path(__file__).parents[2] / "build" / "peers" / "bytecode"


def processor_time(work: Callable[..., object], *given: Any) -> float:
    """Seconds of processor time that a call takes."""
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def by_turns(
    items: Sequence[T], ours: Callable[[Sequence[T]], object], theirs: Callable[[Sequence[T]], object], rounds: int
) -> float:
    """Their time to ours: the median of the rounds, in each of which the two take turns."""
    ours(items[:TURN]), theirs(items[:TURN])
    ratios = []
    for _ in range(rounds):
        spent = {ours: 0.0, theirs: 0.0}
        for first in range(0, len(items), TURN):
            for work in (theirs, ours):
                spent[work] += processor_time(work, items[first : first + TURN])
        ratios.append(spent[theirs] / spent[ours])
    return statistics.median(ratios)


def command_ratio(ours: list[str], theirs: list[str], rounds: int) -> float:
    """Processor time of our command to theirs, the least of the rounds each: a start has no work that may take more."""
    spent: dict[str, list[float]] = {"ours": [], "theirs": []}
    for _ in range(rounds + 1):
        spent["ours"].append(_command(ours))
        spent["theirs"].append(_command(theirs))
    return min(spent["ours"][1:]) / min(spent["theirs"][1:])  # the first compiles


def _command(command: list[str]) -> float:
    """Seconds of processor time of a command, with what it imports compiled before, as an installed package is."""
    compiled = {"PYTHONPYCACHEPREFIX": str(BYTECODE), "PYTHONDONTWRITEBYTECODE": ""}
    before = _children()
    subprocess.run(command, check=True, capture_output=True, env=os.environ | compiled)
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
