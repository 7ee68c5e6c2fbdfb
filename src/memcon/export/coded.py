"""What the formats for coded events share: the day of an event, its first source, and the engagement behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from memcon.desk.contents import Contents
from memcon.ledger import MergedEvent, Source
from memcon.record import Participant, Place

UNDATED = "neither its day nor a day of publication is known"


@dataclass(frozen=True, slots=True)
class Coded:
    """An event with what stands behind it. `day` is None where nothing dates it; `dated` is "event" or "publication"."""

    event: MergedEvent
    day: str | None
    dated: str
    source: Source
    participants: tuple[Participant, ...]
    place: Place


def coded_events(contents: Contents) -> Iterator[Coded]:
    """All events, each with its first source and with who took part and where, if it comes from an engagement."""
    scenes = {item.id: (item.participants, item.place) for item in contents.engagements}
    for event in contents.events:
        source = first_source(event.sources)
        participants, place = scenes.get(event.engagement or "", ((), Place()))
        dated = "event" if event.date else "publication"
        yield Coded(event, event.date or source.published, dated, source, participants, place)


def first_source(sources: tuple[Source, ...]) -> Source:
    """The earliest published."""
    return min(sources, key=lambda source: (source.published or "9999", source.document, source.report))
