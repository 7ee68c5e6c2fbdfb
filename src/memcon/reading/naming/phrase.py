"""One noun phrase as read: its parts as items; what it means is decided in `people`."""

from __future__ import annotations

from dataclasses import dataclass, field

from memcon.lexicon.tables import Title
from memcon.reading.naming.items import Item
from memcon.reading.naming.words import Sense
from memcon.record import OfficeStatus


@dataclass(slots=True)
class Phrase:
    """One noun phrase as read; what it means is decided in `people`. Item indices; None where a part is missing."""

    first: int
    last: int = -1  # index after the last item
    determiner: str | None = None
    party: Item | None = None  # "Chinese", "China's", "State Department"
    party_last: Item | None = None  # "of Japan" after title or name: wins over nothing, loses to `party`
    target: Item | None = None  # "ambassador to Washington"
    place: Item | None = None  # a city, a building or a region that is no party
    status: OfficeStatus = "current"
    titles: list[Item] = field(default_factory=list)
    honorific: Sense | None = None
    of_body: bool = False  # the title is that of a body named after the party ("President of the Kenya National Chamber")
    portfolio: tuple[int, int] | None = None  # "of Public Works" behind "minister"
    name: tuple[int, int] | None = None
    comma: bool = False  # the name stands after a comma: "the president, Li Hui"
    group: Item | None = None
    body: Item | None = None
    modifiers: list[str] = field(default_factory=list)
    plural: bool = False
    parties: list[Item] = field(default_factory=list)  # of several: "the foreign ministers of Egypt and Jordan"
    head: int = -1

    @property
    def all_titles(self) -> tuple[Title, ...]:
        """What its titles can be, the text's last title first."""
        return tuple(t for item in reversed(self.titles) if item.word for t in item.word.titles())

    @property
    def all_plurals(self) -> tuple[Title, ...]:
        """What its plural titles can be."""
        return tuple(s.title for item in reversed(self.titles) if item.word for s in item.word.senses if s.title)


def party_codes(item: Item | None) -> tuple[str, ...]:
    """The parties that an item can mean, the likelier first."""
    if item is None:
        return ()
    return tuple(dict.fromkeys(entry.code for entry in item.party_entries() if entry.code))
