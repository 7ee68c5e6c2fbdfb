"""Where a personal name ends: known names, capitalised words, particles, initials, small articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from memcon.reading.naming.items import PARTICLES, Item

Knows = Callable[[str], bool]
LONGEST_NAME = 7  # words of a name nobody knows ("Hamad Bin Isa Al Khalifa" has five)
# "al-Sisi", "el-Qaddafi": a name whose article stays small.
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|at|az|ar|bin|ibn)-[A-Z]")
NOT_NAMES = frozenset(
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
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Sept",
        "Oct",
        "Nov",
        "Dec",
        "Also",
        "There",
        "Here",
        "Then",
        "Now",
        "Later",
        "Earlier",
        "Afterwards",
        "Afterward",
        "Meanwhile",
        "However",
        "Yet",
        "Still",
        "If",
        "Because",
        "Although",
        "Though",
        "Some",
        "Many",
        "Most",
        "All",
        "Both",
        "Only",
        "Even",
        "Once",
        "Until",
        "Under",
        "Against",
        "About",
        "Asked",
        "Instead",
        "Like",
        "Thus",
        "Separately",
        "Today's",
        "Tonight",
        "Tomorrow",
        "Q",
        "Question",
        "Answer",
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
        "Senior",
        "Junior",
    ]
)


_WIDEST_GAP = 2  # characters between the words of a name: justified text has two spaces
_CAPITALISED = 0.7  # share of the longer words from which a headline capitalises every word
_LONGER = 4  # letters; "of" and "with" stay small in such headlines


def in_title_case(text: str) -> bool:
    """Whether a headline capitalises its words, so that a capital makes no name: "Minister Holds Bilateral Talks"."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONGER]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= _CAPITALISED * len(words)


class PersonalNames:
    """The personal names among the items of one sentence. `given_name` says whether a word is a given name somewhere;
    with `title_case` a capital alone makes none, and `institutions` are words that no name has."""

    def __init__(
        self,
        items: Sequence[Item],
        given_name: Knows,
        institutions: frozenset[str] = frozenset(),
        *,
        title_case: bool = False,
    ) -> None:
        self._items = items
        self._institutions = institutions
        self._given_name = given_name
        self._title_case = title_case

    def _at(self, index: int) -> Item | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def end_of(self, place: int, item: Item) -> int:
        """The index after the personal name that starts at `place`; `place` itself where none does."""
        if item.party_entries() and not item.person_entries() and not self.goes_on(place):
            return place
        end = place
        while end < len(self._items) and end - place < LONGEST_NAME and self._continues_name(end, place):
            end += 1
        while end > place and (self._items[end - 1].low == "-" or self._dangles(end - 1)):
            end -= 1
        return end

    def _dangles(self, index: int) -> bool:
        """A particle with no name after it."""
        return self._items[index].low in PARTICLES and not self._items[index].capital

    def goes_on(self, place: int) -> bool:
        """A given name that is also a state's, before a surname nobody knows ("Chad Wolf", "Jordan Bardella")."""
        item, following = self._items[place], self._at(place + 1)
        return bool(
            following
            and item.has("state", "city")
            and self._given_name(item.text)
            and following.capital
            and not following.party_entries()
            and not following.has("city", "building", "region")
            and following.start - item.end == 1
            and not following.word
        )

    def _continues_name(self, index: int, first: int) -> bool:
        item = self._items[index]
        if index > first and item.start - self._items[index - 1].end > _WIDEST_GAP:
            return False
        if item.person_entries() and item.low.split()[0] in PARTICLES and item.text[-1:].isalpha() and " " in item.text:
            return True  # "bin Zayed", a surname with its particle
        if item.low in PARTICLES:
            following = self._at(index + 1)
            return bool(following and following.capital) and (
                index > first or item.capital or item.low in {"al", "el", "bin", "de"}
            )
        if item.low in {"-", ".", "'"}:
            return index > first and self._inside_name(index) and not self._between_people(index, first)
        if index > first and item.has("adjective") and not self._given_name(self._items[first].text):
            return False  # "Radical French farmers"
        if index > first and (item.person_entries() or _ARTICLED.match(item.text)):
            return True
        if not item.capital or item.text in NOT_NAMES or not item.text[0].isalpha():
            return False
        if item.person_entries():
            return True
        if item.low in self._institutions:
            return False
        if item.party_entries() or item.has("city", "building", "region"):
            return index > first or self.goes_on(index)
        if self._title_case and not self._named_in_headline(index, first):
            return False
        return item.sense("title", "titles", "body", "group", "groups", "document") is None

    def _named_in_headline(self, index: int, first: int) -> bool:
        """In a headline of capitals: a given name, or the word right after one that nobody is known by."""
        opening, before = self._items[first], self._at(first - 1)
        if before is not None and (before.sense("honorific") or before.text == "."):  # "Ms. Mumtaz Baloch"
            return True
        if index == first:
            return self._given_name(opening.text)
        return index == first + 1 and self._given_name(opening.text) and not opening.person_entries()

    def _between_people(self, index: int, first: int) -> bool:
        """ "the *Biden-Xi* summit": two who are known by these names, and no double surname."""
        before, after = self._items[index - 1], self._at(index + 1)
        alone = index - 1 == first and self._items[index].low == "-"
        return alone and after is not None and bool(before.person_entries() and after.person_entries())

    def _inside_name(self, index: int) -> bool:
        before, item, after = self._items[index - 1], self._items[index], self._at(index + 1)
        if after is None or not after.text[0].isalpha():
            return False
        if item.low == ".":
            return len(before.text) <= 2 and before.capital and after.capital
        return before.end == item.start and item.end == after.start and (after.capital or len(after.text) > 1)
