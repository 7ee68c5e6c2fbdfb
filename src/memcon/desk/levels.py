"""The level of a side at an engagement, and the channel that an engagement belongs to."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from memcon.ledger import MergedEngagement
from memcon.record import Participant


@dataclass(frozen=True, slots=True)
class ChannelLevel:
    """A level at which states talk, the record's levels that count as it, and words of offices that do."""

    name: str
    levels: frozenset[str]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """What counts as one round of contact, and as a silence longer than usual. Days, but for `fence`."""

    same_round: int
    assumed_gap: int
    fewest_gaps: int
    fence: float


@lru_cache(maxsize=1)
def tables() -> tuple[tuple[ChannelLevel, ...], Silence]:
    """The levels, highest first, and the thresholds, from data/channels.toml."""
    data = tomllib.loads((files("memcon.desk") / "data" / "channels.toml").read_text(encoding="utf-8"))
    levels = tuple(
        ChannelLevel(row["name"], frozenset(row["levels"]), tuple(row.get("offices", ()))) for row in data["level"]
    )
    return levels, Silence(**data["silence"])


def level_names() -> tuple[str, ...]:
    """All channel levels, highest first."""
    return tuple(level.name for level in tables()[0])


def level_of(participant: Participant) -> str | None:
    """The channel level of a participant; an office's own words go before the record's level."""
    office = (participant.office or "").lower()
    levels = tables()[0]
    by_office = next((level.name for level in levels if any(word in office for word in level.offices)), None)
    by_level = next((level.name for level in levels if participant.level in level.levels), None)
    return by_level if by_level == "leader" else by_office or by_level


def side_level(engagement: MergedEngagement, party: str) -> str | None:
    """The highest level that a party sent, or None where nobody of a known level is named."""
    names = level_names()
    sent = {level_of(each) for each in engagement.participants if each.country == party} - {None}
    return min((level for level in sent if level), key=names.index, default=None)


def channel_of(engagement: MergedEngagement, parties: tuple[str, ...]) -> str | None:
    """The channel that an engagement belongs to: that of the lower of the sides, as far as they are known.

    Soldiers and legislators make it theirs whomever they meet, but for a leader."""
    names = level_names()
    sides = [level for party in parties if (level := side_level(engagement, party))]
    if not sides:
        return None
    special = [level for level in sides if level in ("military", "legislature")]
    if special and "leader" not in sides:
        return special[0]
    return max(sides, key=names.index)
