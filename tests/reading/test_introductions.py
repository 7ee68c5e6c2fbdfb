"""Of whom somebody is whom only a description introduces, and what does not tell it."""

from __future__ import annotations

import pytest

from markup import shared_reader

DESCRIBED = [
    ("Fidan's chief of staff, Ada Lund, said the port was open.", "TUR"),
    ("The Norwegian ministry's top civil servant, Ada Lund, said the port was open.", "NOR"),
    ("Ada Lund, the spokeswoman for the Norwegian army, said the port was open.", "NOR"),
    ("Moscow's critic, Ada Lund, said the port was open.", None),
    ("A spokesman for the rebels, Ada Lund, said the port was open.", None),
    ("Fidan met Ada Lund, who said the port was open.", None),
]


@pytest.mark.parametrize(("text", "party"), DESCRIBED)
def test_a_description_tells_of_whom_somebody_is(text: str, party: str | None) -> None:
    (statement,) = shared_reader().read(text, published="2024-03-07").statements
    assert [speaker.country for speaker in statement.speakers] == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The African Union's envoy, former Nigerian president Olusegun Obasanjo, said the deal was near.", "AU"),
        ("Moscow's guest, former German chancellor Gerhard Schroeder, said the deal was near.", "DEU"),
        ("Former German chancellor Gerhard Schroeder, a friend of Putin, said the deal was near.", "DEU"),
    ],
)
def test_an_office_of_today_goes_before_a_former_one(text: str, party: str) -> None:
    (statement,) = shared_reader().read(text, published="2024-03-07").statements
    assert [speaker.country for speaker in statement.speakers] == [party]


def test_what_is_told_once_holds_for_every_mention() -> None:
    text = "Fidan's chief of staff, Ada Lund, wrote that the port was open. “Ships may sail,” Lund said. It was late, she added."
    statements = shared_reader().read(text, published="2024-03-07").statements
    assert [[(s.name, s.country) for s in statement.speakers] for statement in statements] == [[("Ada Lund", "TUR")]] * 3


def test_a_title_and_the_name_beside_it_are_one() -> None:
    text = "The two ministers met Abiy's chief of staff, Ada Lund. They agreed to open the port, she said."
    record = shared_reader().read(text, published="2024-03-07")
    assert [speaker.name for speaker in record.statements[-1].speakers] == ["Ada Lund"]
