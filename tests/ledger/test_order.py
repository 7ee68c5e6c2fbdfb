"""Any order, any number of times: the same ledger."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.worlds import documents
from memcon.ledger import Ledger

SETTINGS = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


@SETTINGS
@given(world=st.lists(documents(), min_size=3, max_size=5), chance=st.randoms(use_true_random=False))
def test_decisions_hold_whenever_the_documents_come(new_place: Any, world: list[Any], chance: random.Random) -> None:
    """One ledger decides with all documents there; the other gets the decisions, and the documents bit by bit."""
    some = chance.sample(world, 2)
    with new_place() as first, new_place() as second, Ledger.open(first) as one, Ledger.open(second) as two:
        list(one.add_many(world))
        decide_at_random(one, chance)
        list(two.add_many(some))
        two.combine(one)
        gone = two.forget(some[0][0].id)
        assert gone == some[0][0].id
        two.add(*some[0])
        assert one.dump() == two.dump()


def decide_at_random(ledger: Ledger, chance: random.Random) -> None:
    """A few decisions on whatever there is."""
    items = [*ledger.engagements(), *ledger.statements()]
    ledger.reject(chance.choice(items).id, by="ana")
    ledger.confirm(chance.choice(items).id, by="ana")
    ledger.correct(chance.choice(items).id, "issues", ["ferries"], by="ana")
    several = [item for item in items if len(item.reports) > 1]
    if several:
        item = chance.choice(several)
        ledger.split(item.reports[:1], by="ben")
    meetings = [item.id for item in ledger.engagements()]
    if len(meetings) > 1:
        ledger.join(chance.sample(meetings, 2), by="ben")
    ledger.undo(chance.choice(ledger.decisions()).id, by="cem")
