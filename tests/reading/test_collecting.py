"""Garbage is looked for between texts, and as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from markup import shared_reader
from memcon.reading.collecting import collected_later


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_no_garbage_is_looked_for_while_a_text_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, seen = shared_reader(), []
    plain = type(reader)._record

    def watched(self: object, analysis: object) -> object:
        seen.append(gc.isenabled())
        return plain(self, analysis)  # type: ignore[arg-type]

    monkeypatch.setattr(type(reader), "_record", watched)
    records = reader.pipe([("Orban met Vucic in Subotica on Monday.", {"published": "2024-06-13"})] * 3)
    next(records)
    assert seen == [False]
    assert gc.isenabled()  # whoever takes the records works as ever
    records.close()


def test_it_stays_off_where_it_was_off() -> None:
    gc.disable()
    with collected_later():
        pass
    assert not gc.isenabled()


def test_it_is_on_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="no"), collected_later():
        raise ValueError("no")
    assert gc.isenabled()


def test_the_last_of_several_readers_puts_it_on_again() -> None:
    both, one_left = Barrier(2), Barrier(2)

    def short() -> None:
        with collected_later():
            both.wait(10)
        one_left.wait(10)

    def long() -> bool:
        with collected_later():
            both.wait(10)
            one_left.wait(10)
            return gc.isenabled()

    with ThreadPoolExecutor(2) as pool:
        ending, staying = pool.submit(short), pool.submit(long)
        assert staying.result() is False
        ending.result()
    assert gc.isenabled()
