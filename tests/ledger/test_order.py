"""Any order, any number of times: the same ledger."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.worlds import documents
from memcon.ledger import Ledger

SETTINGS = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SETTINGS
@given(world=st.lists(documents(), min_size=2, max_size=6), chance=st.randoms(use_true_random=False))
def test_any_order_and_twice_gives_the_same_ledger(new_place: Any, world: list[Any], chance: random.Random) -> None:
    other = world * 2
    chance.shuffle(other)
    with new_place() as first, new_place() as second, Ledger.open(first) as one, Ledger.open(second) as two:
        list(one.add_many(world))
        list(two.add_many(other))
        assert one.dump() == two.dump()
        assert one.hash() == two.hash()
