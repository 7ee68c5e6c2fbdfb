"""Quotations: where marks open and close, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import intake
from memcon.reading.quotations import find_quotations


def found(text: str) -> list[str]:
    document = intake.document(text)
    return [document.text[q.inner_start : q.inner_end] for q in find_quotations(document)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("He said «yes» and „no“.", ["yes", "no"]),
        ("He said «yes” twice.", ["yes"]),
        ("“The minister told us, ‘Wait,’ and we waited,” she said.", ["The minister told us, ‘Wait,’ and we waited,"]),
        ("“It goes on\n“and ends here.”", ["It goes on", "and ends here."]),
        ("“The truce holds, the general said.", ["The truce holds,"]),
        ("“The truce holds, said General Rey on Monday.", ["The truce holds,"]),
        ("It never closes: “The truce holds and holds", ["The truce holds and holds"]),
        ("No marks at all.", []),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert found(text) == inner


@given(st.text(alphabet="ab .,\n“”\"'«»", max_size=80).map(lambda text: f"It {text}"))
def test_quotations_are_sorted_apart_and_inside_their_line(text: str) -> None:
    document = intake.document(text)
    end = 0
    for quotation in find_quotations(document):
        assert end <= quotation.start < quotation.inner_start <= quotation.inner_end <= quotation.end <= len(text)
        assert "\n" not in document.shadow[quotation.start : quotation.end]
        end = quotation.end
