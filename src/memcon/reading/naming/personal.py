"""Where a personal name ends: known names, capitalised words, particles, initials, small articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from memcon.reading.naming.items import PARTICLES, Item

Knows = Callable[[str], bool]
LONGEST_NAME = 7  # words of a name nobody knows ("Hamad Bin Isa Al Khalifa" has five)
# "al-Sisi", "el-Qaddafi": a name whose article stays small.
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|at|az|ar|bin|ibn)-[A-Z]")
_NOT_NAMES = frozenset(
    [
        "The",
        "A",
        "An",
        "And",
        "Or",
        "But",
        "In",
        "On",
        "At",
        "For",
        "From",
        "With",
        "Who",
        "Which",
        "That",
        "This",
        "These",
        "His",
        "Her",
        "Their",
        "Its",
        "He",
        "She",
        "They",
        "It",
        "We",
        "I",
        "You",
        "Today",
        "Yesterday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Also",
        "As",
        "By",
        "To",
        "Of",
        "When",
        "While",
        "After",
        "Before",
        "During",
        "Since",
        "Joint",
        "Readout",
        "Statement",
        "Meeting",
        "Remarks",
        "Press",
        "Call",
        "Visit",
    ]
)


class PersonalNames:
    """The personal names among the items of one sentence. `given_name` says whether a word is a given name somewhere."""

    def __init__(self, items: Sequence[Item], given_name: Knows) -> None:
        self._items = items
        self._given_name = given_name

    def _at(self, index: int) -> Item | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def end_of(self, place: int, item: Item) -> int:
        """The index after the personal name that starts at `place`; `place` itself where none does."""
        if item.party_entries() and not item.person_entries() and not self.goes_on(place):
            return place
        end = place
        while end < len(self._items) and end - place < LONGEST_NAME and self._continues_name(end, place):
            end += 1
        while end > place and self._items[end - 1].low in PARTICLES and not self._items[end - 1].capital:
            end -= 1
        return end

    def goes_on(self, place: int) -> bool:
        """A given name that is also a state's, before a surname nobody knows ("Chad Wolf", "Jordan Bardella")."""
        item, following = self._items[place], self._at(place + 1)
        return bool(
            following
            and item.has("state", "city")
            and self._given_name(item.text)
            and following.capital
            and not following.entries
            and following.start - item.end == 1
            and not following.word
        )

    def _continues_name(self, index: int, first: int) -> bool:
        item = self._items[index]
        if index > first and item.start - self._items[index - 1].end > 1:
            return False
        if item.person_entries() and item.low.split()[0] in PARTICLES and item.text[-1:].isalpha() and " " in item.text:
            return True  # "bin Zayed", a surname with its particle
        if item.low in PARTICLES:
            following = self._at(index + 1)
            return bool(following and following.capital) and (
                index > first or item.capital or item.low in {"al", "el", "bin", "de"}
            )
        if item.low in {"-", ".", "'"}:
            return index > first and self._inside_name(index)
        if index > first and (item.person_entries() or _ARTICLED.match(item.text)):
            return True
        if not item.capital or item.text in _NOT_NAMES or not item.text[0].isalpha():
            return False
        if item.person_entries():
            return True
        if item.party_entries() or item.has("city", "building", "region"):
            return index > first or self.goes_on(index)
        return item.sense("title", "titles", "body", "group", "groups", "document") is None

    def _inside_name(self, index: int) -> bool:
        before, item, after = self._items[index - 1], self._items[index], self._at(index + 1)
        if after is None or not after.text[0].isalpha():
            return False
        if item.low == ".":
            return len(before.text) <= 2 and before.capital and after.capital
        return before.end == item.start and item.end == after.start and (after.capital or len(after.text) > 1)
