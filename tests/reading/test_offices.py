"""Offices held, former and to come, as the text says them."""

from __future__ import annotations

import pytest

from markup import shared_reader

EXAMPLES = [
    ("Chinese Foreign Minister Qin Gang flew home.", ("Qin Gang", "Foreign Minister", "CHN", "current")),
    ("Wang Yi, China's top diplomat, flew home.", ("Wang Yi", "Top Diplomat", "CHN", "current")),
    ("Qin Gang, who was previously China's ambassador to the United States, flew home.",
     ("Qin Gang", "Ambassador to the United States", "CHN", "former")),
    ("Former President Barack Obama spoke.", ("Barack Obama", "President", "USA", "former")),
    ("US officials, including former House Speaker Nancy Pelosi and her successor, Kevin McCarthy, left.",
     ("Kevin McCarthy", "House Speaker", "USA", "current")),
    ("Elin Sand, Norway's acting foreign minister, spoke.", ("Elin Sand", "Foreign Minister", "NOR", "acting")),
    ("Lars Roe will become the Danish ambassador to Kenya.", ("Lars Roe", "Ambassador to Kenya", "DNK", "designate")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "office"), EXAMPLES)
def test_offices_are_read_with_their_status(text: str, office: tuple[str, str, str, str]) -> None:
    record = shared_reader().read(text, published="2023-06-19")
    found = {(o.person, o.office, o.country, o.status) for o in record.offices}
    assert office in found, found


def test_an_office_named_twice_is_one_fact() -> None:
    text = "Chinese Foreign Minister Qin Gang left. Foreign Minister Qin Gang will return."
    assert len(shared_reader().read(text, published="2023-06-19").offices) == 1


def test_a_name_without_an_office_gives_none() -> None:
    assert not shared_reader().read("Qin Gang left.", published="2023-06-19").offices
