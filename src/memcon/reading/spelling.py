"""How the text itself spells a person's name, where that is not the spelling of the knowledge.

The knowledge has "Ingrida Šimonytė" and "Hamad II"; a reader who looks for the name in the text wants "Ingrida
Simonyte" and "Hamad bin Isa Al Khalifa". A surname alone does not count: the full name is then the knowledge's.
"""

from __future__ import annotations

import re

from memcon.reading.actors import Actor
from memcon.reading.analysis import Analysis

_WORD = re.compile(r"(?!(?:Jr|Sr|II|III|jr|sr|ii|iii)\b)[^\W\d_]{2,}")


def spellings(analysis: Analysis) -> dict[str, str]:
    """For each person who is named in full in the document, the longest form of the name there, by the actor's key."""
    key = ("spellings", 0)
    if key not in analysis.memo:
        analysis.memo[key] = _spellings(analysis)
    found: dict[str, str] = analysis.memo[key]
    return found


def _spellings(analysis: Analysis) -> dict[str, str]:
    found: dict[str, str] = {}
    for mention in analysis.mentions:
        if mention.kind != "name" or mention.actor is None or mention.actor.kind != "person":
            continue
        name = " ".join(analysis.shadow[mention.head_start : mention.head_end].split())
        if len(_WORD.findall(name)) > 1 and len(name) > len(found.get(mention.actor.key, "")):
            found[mention.actor.key] = name
    return found


def spelled(actor: Actor, in_text: dict[str, str]) -> str | None:
    """The actor's name: the knowledge's where the text agrees with it or has only a part, else the text's."""
    name, there = actor.name, in_text.get(actor.key)
    if name is None or there is None or actor.kind != "person" or _agree(name, there):
        return name
    return there


def _agree(name: str, there: str) -> bool:
    known, told = _WORD.findall(name.lower()), _WORD.findall(there.lower())
    if not known or not told:
        return True
    if set(told) <= set(known) or set(known) <= set(told):
        return True
    return bool(known[-1] == told[-1] and known[0][0] == told[0][0])
