"""The halves of a divided country by their side: "the North" and "the South" where the text names both by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from memcon.knowledge import Knowledge, Name
from memcon.knowledge.names import Entry

# Not "the North of Syria", "the South China Sea", "the north": a capital, and nothing that it only says the side of.
_HALF = r"\b[Tt]he ({})\b(?! of\b|[- ][A-Z])"


def halves_in(shadow: str, named: Mapping[str, None], halves: Mapping[str, str], knowledge: Knowledge) -> Iterator[Name]:
    """Names for each half's party; none unless all of the parties are `named`."""
    if not set(halves.values()) <= named.keys():
        return
    for found in re.finditer(_HALF.format("|".join(halves)), shadow):
        code = halves[found[1]]
        yield Name(found.start(1), found.end(1), (Entry("state", code, name=knowledge.party_name(code)),))
