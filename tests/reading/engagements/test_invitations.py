"""Invitations: to what, who invites, who is invited, and what became of it. Printed on 11 February 2018."""

from __future__ import annotations

import pytest

from markup import shared_reader
from reading.engagements.expected import fits

# kind status parties start place, then the visitors | the text; nothing before the bar: no engagement
INVITED = """
talks invited FRA/DEU 2018-03-01 Paris, Angela Merkel | French President Emmanuel Macron has invited Angela Merkel for talks in Paris in March.
summit invited FRA/DEU 2018-03-03 Paris, Angela Merkel | Emmanuel Macron conveyed to Angela Merkel an invitation to a summit in Paris on March 3.
dinner invited FRA/DEU - -, Angela Merkel | Emmanuel Macron invited Angela Merkel to dinner.
visit invited FRA/DEU - Paris, Angela Merkel | Emmanuel Macron extended an invitation to Angela Merkel to visit Paris.
visit invited FRA/DEU - Paris, Angela Merkel | Emmanuel Macron gave Angela Merkel an invitation to visit Paris.
visit invited FRA/DEU - -, Angela Merkel | Angela Merkel was invited by Emmanuel Macron for a state visit.
talks planned FRA/DEU - Paris, Angela Merkel | Angela Merkel accepted Emmanuel Macron's invitation for talks in Paris.
visit planned FRA/DEU 2018-03-01 Paris, Angela Merkel | Angela Merkel accepted an invitation from Emmanuel Macron to visit Paris in March.
visit declined FRA/DEU - Paris, Angela Merkel | Angela Merkel turned down an invitation from Emmanuel Macron to visit Paris.
 | Emmanuel Macron invited reporters to a dinner in Paris.
 | Emmanuel Macron invited proposals from Germany for a new treaty.
""".strip("\n").splitlines()


@pytest.mark.parametrize("line", INVITED)
def test_an_invitation_names_who_is_to_come_and_to_whom(line: str) -> None:
    wanted, _, text = line.partition("|")
    found = shared_reader().read(text.strip(), published="2018-02-11").engagements
    if not wanted.strip():
        assert not found
        return
    engagement, _, visitors = wanted.partition(",")
    assert len(found) == 1
    assert fits(engagement.strip(), found[0])
    assert [each.name for each in found[0].participants if each.role == "visitor"] == [visitors.strip()]
