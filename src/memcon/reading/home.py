"""Whose text it is: the state that "the prime minister" and "the foreign ministry" are of where nobody says so.

address, outlet     pm.gov.au · mofa.go.jp · "Embassy of Finland"
transcript          the one party of those who answer the press
dateline            a capital before the story, where the story names its state too; or a city of the state named most
one state only      nobody else is told of
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis

_BRIEFING = re.compile(r"\b(?:briefing|gaggle|press conference)\b", re.IGNORECASE)
_HOST = re.compile(r"^(?:\w+://)?(?:www\.)?([\w.-]+)")
# Endings that are no country's (or sold to everybody), and those that are one's without being its ISO code.
_NOBODYS = frozenset({"tv", "co", "io", "me", "ai", "cc", "ws", "to", "ly", "fm", "im", "gg", "am"})
_SPECIAL = {"uk": "GBR", "gov": "USA", "mil": "USA"}


def home_of(analysis: Analysis) -> str | None:
    """The alpha-3 code of the state at home in the document, or None where nothing tells."""
    counts = _states_named(analysis, analysis.mentions)
    told = _by_address(analysis) or _by_outlet(analysis) or _by_dateline(analysis, counts)
    return told or _by_spokesperson(analysis) or _only_one(counts)


def _states_named(analysis: Analysis, mentions: Sequence[Mention]) -> Counter[str]:
    """How often each state is named in the story itself, places and datelines left out."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        sentence = analysis.sentence_at(mention.start)
        if mention.kind != "place" and sentence is not None and sentence.kind != "dateline":
            counts.update(party for party in mention.parties if party in analysis.knowledge.states)
    return counts


def _by_address(analysis: Analysis) -> str | None:
    match = _HOST.match(analysis.document.url or "")
    ending = match.group(1).lower().rpartition(".")[2] if match else ""
    if not ending or ending in _NOBODYS:
        return None
    states = analysis.knowledge.states.values()
    return _SPECIAL.get(ending) or next((state.code for state in states if state.iso2.lower() == ending), None)


def _by_outlet(analysis: Analysis) -> str | None:
    """The one state that the outlet's name holds: "Ministry of Foreign Affairs of Finland"."""
    names = analysis.knowledge.find_names(analysis.document.outlet or "")
    codes = {entry.code for name in names for entry in name.entries if entry.code in analysis.knowledge.states}
    return codes.pop() if len(codes) == 1 else None


def _by_dateline(analysis: Analysis, counts: Counter[str]) -> str | None:
    for sentence in analysis.sentences:
        if sentence.kind == "dateline":
            for mention in analysis.mentions_in(sentence.start, sentence.end):
                for code in mention.parties or mention.candidates:
                    state = analysis.knowledge.state(code)
                    most = bool(counts) and counts[code] == max(counts.values())
                    if state is not None and counts[code] and (most or _is_capital(analysis, mention, state.capital)):
                        return code
    return None


def _by_spokesperson(analysis: Analysis) -> str | None:
    """The one party of those who speak in a transcript, where an office that speaks for others is among them."""
    labels = [block for block in analysis.document.blocks if block.kind == "speaker"]
    named = [mention for block in labels for mention in analysis.mentions_in(block.start, block.end)]
    parties = {party for mention in named for party in mention.parties}
    speaks = any("spokes" in (actor.office or "").lower() for mention in named for actor in mention.actors)
    return next(iter(parties)) if len(parties) == 1 and (speaks or _heads_a_briefing(analysis)) else None


def _heads_a_briefing(analysis: Analysis) -> bool:
    head = next((block for block in analysis.document.blocks if block.kind in {"headline", "heading"}), None)
    return head is not None and _BRIEFING.search(analysis.shadow, head.start, head.end) is not None


def _is_capital(analysis: Analysis, mention: Mention, capital: str) -> bool:
    return analysis.shadow[mention.start : mention.end].casefold() == capital.casefold()


def _only_one(counts: Counter[str]) -> str | None:
    return next(iter(counts)) if len(counts) == 1 else None
