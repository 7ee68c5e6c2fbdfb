"""Words of status over an engagement: what they make of it, and the phrases in which they mean something else."""

from __future__ import annotations

import pytest

from markup import read_marked


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("The {meeting} between [Lavrov|RUS] and [Fidan|TUR] was put on hold.", "postponed"),
        ("[Lavrov|RUS] put a {meeting} with [Fidan|TUR] on hold.", "postponed"),
        ("The planned {meeting} between [Lavrov|RUS] and [Fidan|TUR] was put off until May.", "postponed"),
        ("Plans for a {meeting} between [Lavrov|RUS] and [Fidan|TUR] were dropped.", "cancelled"),
        ("[Lavrov|RUS] is due to {meet} [Fidan|TUR] in Ankara on Monday.", "planned"),
        ("[Lavrov|RUS] declined in principle to {meet} [Fidan|TUR].", "declined"),
        ("[Lavrov|RUS] has no plans to {meet} [Fidan|TUR].", "denied"),
        ("The Kremlin set up a {meeting} between [Lavrov|RUS] and [Fidan|TUR] on Tuesday.", "held"),
        ("[Lavrov|RUS] had a phone {call} with [Fidan|TUR] on Tuesday.", "held"),
        ("[Lavrov|RUS] held {talks} over lunch with [Fidan|TUR].", "held"),
        ("[Lavrov|RUS] {met} [Fidan|TUR] without delay.", "held"),
    ],
)
def test_status_by_its_words(marked: str, status: str) -> None:
    example, record = read_marked(marked)
    assert [(e.status, set(e.parties)) for e in record.engagements] == [(status, set(example.parties))]
