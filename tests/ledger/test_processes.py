"""Processes that are killed while they add, and processes that add at once: nothing lost, nothing doubled."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from multiprocessing.context import ForkServerContext
from typing import Any

import pytest

from ledger.corpus import add_corpus
from memcon.ledger import Ledger

KILLS = 200  # in `make soak`; a tenth elsewhere
PROCESSES = 4


@pytest.fixture(scope="session")
def warm() -> ForkServerContext:
    """Forks of one warm process, which has imported all that adding needs."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["memcon.ledger", "datasketch", "pg8000", "ledger.corpus"])
    return context


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, float]:
    """The hash of the corpus added in peace, and how long that takes."""
    place = str(tmp_path_factory.mktemp("peace") / "peace.db")
    started = time.monotonic()
    add_corpus(place)
    seconds = time.monotonic() - started
    with Ledger.open(place) as ledger:
        return ledger.hash(), seconds


@pytest.mark.long
def test_killed_at_random_moments_and_added_again(
    new_place: Any, warm: ForkServerContext, undisturbed: tuple[str, float], share: int
) -> None:
    expected, seconds = undisturbed
    moments = KILLS // share
    chance = random.Random(moments)
    unfinished = 0
    for _ in range(moments):
        with new_place() as place:
            process = warm.Process(target=add_corpus, args=(place,))
            process.start()
            begun = time.monotonic()
            process.join(chance.uniform(0, seconds))
            if not process.is_alive():  # a machine that has become faster: later moments would be no moments of adding
                seconds = min(seconds, time.monotonic() - begun)
            process.kill()
            process.join()
            unfinished += process.exitcode == -signal.SIGKILL
            add_corpus(place)
            with Ledger.open(place) as ledger:
                assert ledger.hash() == expected
    assert unfinished > moments / 4  # else the moments were no moments of adding


def test_four_processes_at_once(place: str, warm: Any, undisturbed: tuple[str, float]) -> None:
    processes = [warm.Process(target=add_corpus, args=(place, number)) for number in range(PROCESSES)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * PROCESSES
    with Ledger.open(place) as ledger:
        assert ledger.hash() == undisturbed[0]


def test_four_processes_make_a_new_ledger_at_once(tmp_path: Any, warm: Any, undisturbed: tuple[str, float]) -> None:
    place = str(tmp_path / "fresh.db")
    processes = [warm.Process(target=add_corpus, args=(place, number)) for number in range(PROCESSES)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * PROCESSES
    with Ledger.open(place) as ledger:
        assert ledger.hash() == undisturbed[0]
