"""What a compiled pattern can begin with."""

from __future__ import annotations

import re
from itertools import product

import pytest

from memcon.reading.times.beginnings import Beginning

EXPRESSIONS = [
    "[a]",
    "[ab][c]",
    "(?:[a])?[b]",
    "(?P<day>[a]|[b][c])[d]?",
    "(?:(?:[a][b]?)?[c])?[d]",
    "(?:[a]|[b]?)[c]",
    "[a](?:[b]|(?P<more>[c][d]))?",
    "(?![b])[ab][c]",
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_matches_is_allowed(expression: str) -> None:
    beginning = Beginning(expression)
    for length in (1, 2, 3, 4):
        for text in map("".join, product("abcd", repeat=length)):
            if re.match(expression, text):
                assert text[0] in beginning.openings
                assert beginning.allows(text[0], text[1:2])


def test_two_tokens_rule_out_most() -> None:
    beginning = Beginning("(?:[a])?[b](?:[c]|[d])")
    assert set(beginning.openings) == {"a", "b"}
    allowed = {one + other for one, other in product("abcd", repeat=2) if beginning.allows(one, other)}
    assert allowed == {"ab", "bc", "bd"}
    assert not beginning.allows("b", "")


def test_a_match_of_one_token_needs_no_second() -> None:
    beginning = Beginning("[a][b]?")
    assert beginning.allows("a", "")
    assert beginning.allows("a", "d")
