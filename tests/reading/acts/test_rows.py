"""Rows of spans: the first that touches, without looking at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from memcon.reading.acts.rows import Row, rows_of, touching

spans = st.tuples(st.integers(0, 50), st.integers(1, 10)).map(lambda pair: (pair[0], pair[0] + pair[1], "e1"))


def test_the_first_row_that_touches() -> None:
    rows = rows_of([(20, 30, "e2"), (5, 10, "e1")])
    assert touching(rows, 8, 9, within=(0, 40)) == "e1"
    assert touching(rows, 25, 40, within=(0, 40)) == "e2"
    assert touching(rows, 12, 18, within=(0, 40)) is None
    assert touching(rows, 25, 40, within=(0, 15)) is None


@given(st.lists(spans, max_size=8), st.integers(0, 50))
def test_as_a_look_at_all_of_them(found: list[Row], start: int) -> None:
    wanted = any(row_start < start + 3 and start < row_end for row_start, row_end, _ in found)
    assert (touching(rows_of(found), start, start + 3, within=(0, 100)) is not None) == wanted
