"""The grammar of titles and names: one noun phrase at a time, from the left.

[the] [senior] [China's | Chinese | State Department] [former] [Mr.] TITLE [and TITLE] [of Japan] [, ] [Dr.] NAME [of Japan]
[the] [two] [senior] PARTY [senior] GROUP [from PARTY]        senior Chinese officials, a delegation from Japan
[the] PARTY BODY                                              the Danish government, the Foreign Ministry
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.reading.naming.items import Item
from memcon.reading.naming.personal import NOT_NAMES, Knows, PersonalNames
from memcon.reading.naming.phrase import Phrase
from memcon.reading.naming.words import Sense

# Nouns before which "official", "state" and "representative" are adjectives: "an official visit".
_DESCRIBED = frozenset(
    """visit visits trip trips tour talks meeting meetings dinner lunch banquet ceremony reception statement website page
    welcome response reply letter invitation channel channels language report account data figures residence guest""".split()
)
# "the current state of relations" is no government, "the Syrian state" is.
_NEEDS_PARTY = frozenset({"state", "customs"})
_FORMS_OF_STATE = frozenset({"republic", "kingdom", "sultanate", "state", "commonwealth", "emirate", "principality"})
_NEEDS_OWNER = frozenset({"head", "chief", "boss", "chairperson", "chairman", "chairwoman", "chair"})
_ALSO_ADJECTIVES = frozenset({"official", "representative", "state", "general", "head", "chief"})
_LONGEST_BODY = 5  # words of a body's name behind its state's
_EQUALS = frozenset({"counterpart", "opposite number", "colleague"})
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "another", "any", "no"})


class PhraseReader:
    """Reads the noun phrases of one sentence. `given_name` says whether a word is a given name somewhere.

    `departments`: the words that say of what somebody is minister; `institutions`: words of bodies that no name has."""

    def __init__(
        self,
        items: Sequence[Item],
        given_name: Knows,
        introduced: Knows,
        *,
        departments: frozenset[str] = frozenset(),
        institutions: frozenset[str] = frozenset(),
        title_case: bool = False,
    ) -> None:
        self._items = items
        self._departments = departments
        self._institutions = institutions
        self._given_name = given_name
        self._names = PersonalNames(items, given_name, institutions, title_case=title_case)
        self._introduced = introduced

    def phrases(self) -> Iterator[Phrase]:
        """All noun phrases with an actor in them, in text order, not overlapping.

        One at a time: who a phrase introduces is known when the next is read."""
        place = 0
        while place < len(self._items):
            if not self._may_begin(place):
                place += 1
                continue
            phrase = self._phrase(place)
            place = max(phrase.last, place + 1) if phrase else place + 1
            if phrase:
                yield phrase

    def _may_begin(self, place: int) -> bool:
        """Whether a phrase may: at most words, and before most others, none does."""
        item = self._items[place]
        if item.low in DETERMINERS and not (item.entries or item.word):
            return place + 1 < len(self._items) and not self._items[place + 1].plain
        return not item.plain

    def _at(self, index: int) -> Item | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def _low(self, index: int) -> str:
        item = self._at(index)
        return item.low if item else ""

    def _phrase(self, first: int) -> Phrase | None:
        if self._items[first].sense("sides", "people"):
            return self._several(first)
        if self._items[first].low == "that" and (after := self._at(first + 1)) is not None and after.capital:
            return None  # "said *that* Brazilian President …"
        phrase = Phrase(first)
        place = self._premodifiers(first, phrase)
        place = self._titles(place, phrase)
        if phrase.titles:
            return self._titled(place, phrase)
        for kinds in (("groups", "group"), ("body",)):
            noun = self._noun(place, phrase, *kinds)
            if noun:
                return noun
        return self._untitled(first, place, phrase)

    def _several(self, first: int) -> Phrase:
        """ "the two leaders", "the foreign ministers of Egypt and Jordan" """
        phrase = Phrase(first, first + 1, head=first, plural=True)
        self._of_parties(phrase)
        return phrase

    def _of_parties(self, phrase: Phrase) -> None:
        """The parties after a plural: "of Egypt, Jordan and Qatar", "from both Koreas"."""
        if self._low(phrase.last) not in {"of", "from"}:
            return
        place = phrase.last + 1
        while True:
            place += self._low(place) == "the"
            item = self._at(place)
            if item is None or not item.party_entries() or item.has("adjective"):
                return
            phrase.parties.append(item)
            phrase.last = place + 1
            place = phrase.last
            while self._low(place) in {",", "and"}:
                place += 1
            if place == phrase.last:
                return

    def _premodifiers(self, place: int, phrase: Phrase) -> int:
        """Determiner, modifiers, qualifiers, honorifics and the party before a title or noun; the index after them."""
        if self._low(place) in DETERMINERS:
            phrase.determiner = self._low(place)
            place += 1
        while (item := self._at(place)) is not None:
            following = self._premodifier(place, item, phrase)
            if following == place:
                return place
            place = following
        return place

    def _premodifier(self, place: int, item: Item, phrase: Phrase) -> int:
        if item.sense("title", "titles") and not self._modifies(place, item):
            return place
        qualifier = item.sense("qualifier")
        if qualifier:
            phrase.status = qualifier.status
            return place + 1 + (self._low(place + 1) == "-")
        honorific = item.sense("honorific")
        if honorific and self._low(place + 1) not in {",", ""}:
            phrase.honorific = honorific
            return place + 1 + (self._low(place + 1) == ".")
        if item.party_entries() and not phrase.party and not self._is_name_here(place):
            several = self._coordinated(place)
            if several:
                phrase.parties = [self._items[index] for index in several]
                return several[-1] + 1
            phrase.party = item
            return place + 1 + (self._low(place + 1) in {"'s", "'"})
        if self._colours(place, item) and (place == 0 or not item.capital or phrase.party or phrase.determiner):
            phrase.modifiers.append(item.low)
            return place + 1 + (self._low(place + 1) == ",")
        if self._describes(place, item, phrase):
            phrase.modifiers.append(item.low)
            return place + 1
        if item.low in {"-", "/"} and phrase.party and (self._at(place + 1) or item).sense("modifier", "qualifier"):
            return place + 1
        body = item.sense("body")
        if (
            body
            and (following := self._at(place + 1))
            and (following.sense("title", "titles") or following.sense("group", "groups"))
        ):
            phrase.body = item
            return place + 1
        return place

    def _describes(self, place: int, item: Item, phrase: Phrase) -> bool:
        """Any small word between an owner and a title: "Brazil's *confirmed* head of state"."""
        following, owner = self._at(place + 1), self._at(place - 1)
        plain = item.text.isalpha() and not item.capital and not item.word and not item.entries and len(item.text) > 3
        owned = owner is not None and owner is phrase.party and item.start - owner.end >= len("'s ")
        return plain and owned and following is not None and following.sense("title") is not None

    def _coordinated(self, place: int) -> list[int]:
        """Where the parties stand in "British, Danish and Spanish counterparts", "US and Chinese senior officials"."""
        found = [place]
        while True:
            after = found[-1] + 1
            while self._low(after) in {",", "and", "-", "/"}:
                after += 1
            item = self._at(after)
            if after == found[-1] + 1 or item is None or not item.party_entries() or item.person_entries():
                break
            found.append(after)
        head = found[-1] + 1
        while (item := self._at(head)) is not None and self._colours(head, item):
            head += 1
        noun = self._at(head)
        plural = noun is not None and noun.sense("titles", "groups") is not None
        return found if plural and len(found) > 1 else []

    def _modifies(self, place: int, item: Item) -> bool:
        """A title word that only colours the next ("general secretary" is one title; "president" before a name is none)."""
        return (
            bool(item.sense("modifier"))
            and bool((self._at(place + 1) or item).sense("title", "titles", "group", "groups"))
            and place + 1 < len(self._items)
        )

    def _colours(self, place: int, item: Item) -> bool:
        """A modifier, and not the noun itself ("the Danish government", "the Danish government officials")."""
        if not item.sense("modifier"):
            return False
        following = self._at(place + 1)
        noun = item.sense("body", "group", "groups")
        return not noun or bool(following and following.sense("title", "titles", "group", "groups", "body"))

    def _is_name_here(self, place: int) -> bool:
        """A name that is a state's and a person's ("Jordan", "Chad") and stands before a surname."""
        item = self._items[place]
        return bool(item.person_entries()) and not item.party_entries()

    def _titles(self, place: int, phrase: Phrase) -> int:
        """The index behind the titles of one holder: "with *the Polish premier*, *President* Macron left" has two."""
        while (item := self._at(place)) is not None and item.sense("title", "titles"):
            if phrase.titles and item.low.removesuffix("s") in _NEEDS_OWNER:
                break  # "Foreign Minister *heads* delegation"
            phrase.titles.append(item)
            phrase.plural = phrase.plural or bool(item.sense("titles") and not item.sense("title"))
            phrase.head = place
            place = self._after_title(place + 1, phrase)
            if self._low(place) in {"and", "&", "/", ",", "-"} and self._joins_title(place + 1):
                if self._low(place) == "," and (phrase.determiner or not item.capital) and not self._is_equal(phrase):
                    break
                place += 1
                while (
                    (item := self._at(place)) is not None
                    and (item.sense("modifier") or (item.party_entries() and item.has("adjective")))
                    and not item.sense("title")
                ):
                    place += 1
        return place

    def _joins_title(self, place: int) -> bool:
        """Whether the title after "and" belongs to the same holder: it is capitalised, and a name follows it."""
        probe = place
        while (item := self._at(probe)) is not None and (item.sense("modifier") or item.sense("title")):
            probe += 1
        first = self._at(place)
        return bool(
            first and first.capital and probe > place and (name := self._at(probe)) and self._names.end_of(probe, name) > probe
        )

    def _after_title(self, place: int, phrase: Phrase) -> int:
        """Suffixes and the "of" that belongs to the title."""
        suffix = self._at(place)
        if suffix and suffix.low in {"-", "‑"} and (following := self._at(place + 1)) and following.sense("suffix"):
            place, suffix = place + 1, following
        if suffix and (sense := suffix.sense("suffix")):
            phrase.status = sense.status
            place += 1
        place = self._past_portfolio(self._of_party(self._after_acronym(place), phrase), phrase)
        return self._of_party(place, phrase) if phrase.portfolio else place

    def _past_portfolio(self, place: int, phrase: Phrase) -> int:
        """The index after "of Public Works and Housing" in "Minister of Public Works and Housing Jane Roe"."""
        title = phrase.titles[-1]
        begun = any(of in title.low for of in (" of ", " for "))  # "Minister of Trade |, Industry and Energy"
        if not title.sense("portfolio") and not (begun and title.sense("title")):
            return place
        governed = self._low(place) in {"of", "for"}
        first = place + 1 + (self._low(place + 1) == "the") if governed else self._joint(place) if begun else place
        if first == place:
            return place
        end = first
        while self._is_department(end):
            end += 1
            joint = self._joint(end)
            end = joint if joint > end and self._is_department(joint) else end
        if end <= first:
            return place
        phrase.portfolio = (place, end)
        return end

    def _is_department(self, index: int) -> bool:
        item = self._at(index)
        return item is not None and item.capital and item.low in self._departments

    def _joint(self, index: int) -> int:
        """The index after "and", "&" or a comma: "Trade, Industry and Energy"."""
        after = index
        while self._low(after) in {"and", "&", ","} and after < index + 2:
            after += 1
        return after

    def _after_acronym(self, place: int) -> int:
        """The index after "(EAM)" in "External Affairs Minister (EAM) S Jaishankar"."""
        inside = self._at(place + 1)
        if self._low(place) != "(" or self._low(place + 2) != ")" or inside is None:
            return place
        following = self._at(place + 3)
        return place + 3 if inside.text.isupper() and following is not None and following.capital else place

    def _of_party(self, place: int, phrase: Phrase) -> int:
        for _ in range(3):
            preposition = self._low(place)
            if phrase.party_last is not None and preposition == "of":
                break
            if preposition not in {"of", "for", "to", "at", "in"} and not (preposition == "from" and self._is_equal(phrase)):
                break
            after = self._past_form_of_state(place + 1)
            item = self._at(after)
            if item is not None and preposition == "of" and item.has("region") and not item.party_entries():
                return after + 1  # "president of the Kurdistan Region": of no state
            if item is None or not (item.party_entries() or item.sense("body")) or self._owns_a_name(after):
                break
            body_end = self._past_body(after + 1) if preposition == "of" and item.party_entries() else after + 1
            if body_end > after + 1:  # "President of *the Kenya National Chamber*": of Kenya, and not its president
                phrase.party_last, phrase.of_body = phrase.party_last or item, True
                phrase.portfolio = (place, body_end)
                return body_end
            if preposition in {"to", "at", "in"} or (preposition == "for" and item.has("state", "region", "igo", "capital")):
                if not self._sent(phrase):
                    break
                phrase.target = item
            elif item.party_entries() and (following := self._at(after + 1)) and following.sense("title"):
                break  # "the envoy of *US President X*"
            elif item.has("adjective") and not item.has("state", "igo", "group"):
                if (body := self._at(after + 1)) is None or not body.sense("body", "domain"):
                    break
                phrase.party_last, phrase.body, after = item, body, after + 1  # "the head of the *Russian Foreign Ministry*"
            elif item.party_entries():
                phrase.party_last = item
            else:
                phrase.body = item
            place = after + 1
        return place

    def _past_body(self, place: int) -> int:
        """The index after "National Chamber", "Fatherland Front (VFF) Central Committee": capitals up to a body's word."""
        end = place
        probe = self._past_acronym(place)
        while (item := self._at(probe)) is not None and item.capital and probe < end + _LONGEST_BODY:
            if item.sense("title", "honorific") or item.person_entries():
                break
            probe += 1
            if item.low in self._institutions:
                end = probe
                probe = self._past_acronym(probe)
        return end

    def _past_acronym(self, place: int) -> int:
        """The index after "(VFF)"."""
        inside = self._at(place + 1)
        acronym = inside is not None and inside.text.isupper() and len(inside.text) > 1
        return place + 3 if self._low(place) == "(" and self._low(place + 2) == ")" and acronym else place

    def _is_equal(self, phrase: Phrase) -> bool:
        """ "His *counterpart from* Norway": from where, of an equal, is of which party."""
        return phrase.titles[-1].low in _EQUALS

    def _past_form_of_state(self, place: int) -> int:
        """The index after "the", "the Republic of", "the Sultanate of" before a state's name."""
        place += self._low(place) == "the"
        probe = place
        while self._low(probe) in {"federal", "islamic", "democratic", "people's", "federative"}:
            probe += 1
        formal = self._low(probe) in _FORMS_OF_STATE and self._low(probe + 1) == "of"
        return probe + 2 + (self._low(probe + 2) == "the") if formal else place

    def _owns_a_name(self, place: int) -> bool:
        """ "president of the *United States' Council* on Foreign Relations": whose council it is, not whose president."""
        after = place + 1 + (self._low(place + 1) in {"'s", "'"})
        following = self._at(after)
        owned = following is not None and (after > place + 1 or following.start - self._items[place].end == len("'s "))
        return bool(owned and following and following.capital)

    def _sent(self, phrase: Phrase) -> bool:
        return any(t.level == "envoy" or "representative" in t.forms[0] for t in phrase.all_titles)

    def _titled(self, place: int, phrase: Phrase) -> Phrase | None:
        phrase.last = place
        if phrase.plural and phrase.party_last is None:
            self._of_parties(phrase)
        elif phrase.plural and phrase.party_last is not None:
            self._more_parties(phrase)
        if phrase.plural and self._one_of_a_list(phrase):
            place = phrase.last
        after = self._past_body(place) if phrase.party_last is not None and not phrase.plural else place
        while (item := self._at(after)) is not None and item.sense("honorific"):
            phrase.honorific = item.sense("honorific")
            after += 1 + (self._low(after + 1) == ".")
        item = self._at(after)
        end = self._names.end_of(after, item) if item and not phrase.plural else after
        if item and end > after and self._goes_on_with_a_body(place, item, phrase):
            end = after
        if item and end == after and item.low == "," and not phrase.plural:
            return self._after_comma(after, phrase)
        if end > after:
            return self._named(after, end, phrase)
        return phrase if self._stands_alone(phrase) else self._without_title(phrase)

    def _one_of_a_list(self, phrase: Phrase) -> bool:
        """ "Presidents of *Namibia Hage Roe*, Zambia Ann Lee and …": the first, read as one person."""
        owner = phrase.parties[0] if len(phrase.parties) == 1 else phrase.party_last if not phrase.parties else None
        item = self._at(phrase.last)
        if owner is None or item is None or not (item.person_entries() or self._given_name(item.text)):
            return False
        if self._names.end_of(phrase.last, item) <= phrase.last:
            return False
        phrase.plural, phrase.parties, phrase.party_last = False, [], owner
        return True

    def _goes_on_with_a_body(self, place: int, item: Item, phrase: Phrase) -> bool:
        """ "Chair of *the IGAD* Assembly": a capital after "of the …" that is nobody's name goes on with the body's."""
        definite = self._low(place - 2) == "the" and self._items[place - 1] is phrase.party_last
        return definite and not item.person_entries() and not self._given_name(item.text)

    def _more_parties(self, phrase: Phrase) -> None:
        """The rest of the list that began with the title's own "of": "ministers of Egypt | and Jordan"."""
        assert phrase.party_last is not None
        phrase.parties = [phrase.party_last]
        place = phrase.last
        while self._low(place) in {",", "and"}:
            place += 1 + (self._low(place + 1) in {"and", "the"})
            item = self._at(place)
            if item is None or not item.party_entries() or item.has("adjective"):
                return
            phrase.parties.append(item)
            phrase.last = place = place + 1

    def _after_comma(self, comma: int, phrase: Phrase) -> Phrase | None:
        """ "the Malaysian prime minister, Hon. Najib Razak, ..." """
        start = comma + 1
        honorific = None
        while (item := self._at(start)) is not None and item.sense("honorific"):
            honorific = item.sense("honorific")
            start += 1 + (self._low(start + 1) == ".")
        item = self._at(start)
        end = self._names.end_of(start, item) if item else start
        closes = self._low(end) in {",", "", ".", ";", ")", "”"} or end >= len(self._items)
        definite = phrase.party or phrase.party_last or phrase.determiner in {"the", "his", "her", "its"}
        if end > start and ((definite and closes) or self._bare_before(start, end, phrase)):
            phrase.honorific = honorific or phrase.honorific
            phrase.comma = True
            return self._named(start, end, phrase)
        return phrase if self._stands_alone(phrase) else self._without_title(phrase)

    def _bare_before(self, start: int, end: int, phrase: Phrase) -> bool:
        """ "hosted by *Prime Minister, Sitiveni Rabuka* in Suva": a title in capitals with no article, and a full name."""
        bare = phrase.determiner is None and all(word[0].isupper() for word in self._items[phrase.head].text.split())
        full = end - start > 1 or " " in self._items[start].text
        person = self._items[start].person_entries() or self._given_name(self._items[start].text)
        return bare and full and bool(person) and not phrase.portfolio and self._seat_of_one(phrase)

    def _seat_of_one(self, phrase: Phrase) -> bool:
        """A title that one person holds in a state: "President", "Foreign Minister", not "Minister" or "Ambassador"."""
        one = any(title.level in {"leader", "minister"} for title in phrase.all_titles)
        return one and phrase.titles[-1].sense("portfolio") is None

    def _named(self, start: int, end: int, phrase: Phrase) -> Phrase:
        phrase.name = (start, end)
        phrase.head = end - 1
        phrase.last = end
        if self._low(end) == "of":
            after = end + 1 + (self._low(end + 1) == "the")
            item = self._at(after)
            if item and item.has("state", "former_state", "igo", "group"):
                phrase.party_last = item
                phrase.last = after + 1
        return phrase

    def _follows_owner(self, first: int) -> bool:
        """ "Putin's top diplomat": a known person and three characters, the "'s " that no item holds."""
        owner = self._at(first - 1)
        return bool(owner and owner.person_entries() and self._items[first].start - owner.end == len("'s "))

    def _stands_alone(self, phrase: Phrase) -> bool:
        """A title with no name: it stands for its holder with a party or a determiner, or capitalised at a sentence's head."""
        alone = any(title.alone for title in phrase.all_titles)
        if self._low(phrase.head + 1) in _DESCRIBED and phrase.titles[-1].low in _ALSO_ADJECTIVES:
            return False
        if not alone and all(title.level == "military" for title in phrase.all_titles):
            return False  # "a major", "the general": ranks are ordinary words without a name
        owned = self._follows_owner(phrase.first)
        if phrase.titles[-1].low in _NEEDS_OWNER and not (phrase.party_last or phrase.party):
            return False  # "the head of a company"
        anchored = bool(owned or phrase.party or phrase.party_last or phrase.parties or phrase.body or phrase.determiner)
        head = self._items[phrase.head]
        return anchored or (alone and (phrase.plural or head.capital))

    def _without_title(self, phrase: Phrase) -> Phrase | None:
        """What is left when the title turns out to be no title: the party before it."""
        if phrase.party is None:
            return None
        start = self._index_of(phrase.party, phrase.first)
        return Phrase(start, start + 1, party=phrase.party, head=start)

    def _noun(self, place: int, phrase: Phrase, *kinds: str) -> Phrase | None:
        item = self._at(place)
        if item is None:
            return None
        sense = item.sense(*kinds)  # type: ignore[arg-type]
        if sense is None or (sense.kind != "body" and self._low(place + 1) in _DESCRIBED):
            return None
        if sense.kind == "body" and self._ends_a_name(place, phrase):
            return None
        phrase.head, phrase.last = place, place + 1
        if sense.kind == "body":
            phrase.body = item
        else:
            phrase.group = item
            phrase.plural = sense.kind == "groups"
        self._from_party(phrase)
        return phrase if self._refers(phrase, sense) else None

    def _ends_a_name(self, place: int, phrase: Phrase) -> bool:
        """ "the Eucharistic *Congress*", "the Bolshoi *Senate*": the last word of some other name."""
        before, item = self._at(place - 1), self._items[place]
        if before is None or before.text in NOT_NAMES or phrase.party is not None or place > phrase.first + 1:
            return False
        plain = not before.word and not before.entries and before.text.isalpha()
        return item.capital and plain and before.capital and item.start - before.end == 1

    def _from_party(self, phrase: Phrase) -> None:
        """ "officials from China", "a delegation of the European Union", "the government of Japan" """
        if phrase.plural:
            self._of_parties(phrase)
            if len(phrase.parties) == 1:
                phrase.party_last = phrase.parties[0]
            return
        preposition = self._low(phrase.last)
        after = self._past_form_of_state(phrase.last + 1)
        item = self._at(after)
        seated = preposition == "in" and phrase.body is not None and item is not None and item.has("capital", "state")
        if item and item.party_entries() and not item.has("adjective") and (preposition in {"from", "of"} or seated):
            phrase.party_last = item
            phrase.last = after + 1

    def _refers(self, phrase: Phrase, sense: Sense) -> bool:
        if sense.kind == "body" and sense.form in _NEEDS_PARTY and not (phrase.party or phrase.party_last):
            return False
        if phrase.party or phrase.party_last or phrase.parties or (phrase.body and sense.kind != "body"):
            return True
        return bool(phrase.determiner == "the" and sense.kind == "body") or bool(
            sense.kind == "body" and self._items[phrase.head].capital and sense.office != "Ministry"
        )

    def _untitled(self, first: int, place: int, phrase: Phrase) -> Phrase | None:
        """A name, a party or a place on its own."""
        start = place
        if phrase.party is not None and not phrase.honorific:
            start = self._index_of(phrase.party, first)
            item = self._items[start]
            if item.person_entries() and not self._is_state_first(item):
                return self._bare_name(first, start, Phrase(first))
            name_end = self._names.end_of(start, item) if self._names.goes_on(start) else start
            if name_end > start:
                return self._named(start, name_end, Phrase(first, honorific=phrase.honorific))
            named = self._name_after_party(start, place, phrase)
            if named is not None:
                return named
            if self._low(place) == "capital" and item.party_entries():  # "the Georgian capital", "Slovenia's capital"
                return Phrase(start, place + 1, place=item, head=place)
            return Phrase(start, start + 1, party=item, head=start, determiner=phrase.determiner)
        return self._bare_name(first, start, phrase)

    def _name_after_party(self, start: int, place: int, phrase: Phrase) -> Phrase | None:
        """ "China's Xi", "Israeli Benny Gantz": a person whom the party before the name places."""
        item = self._at(place)
        if item is None or place == start or not item.person_entries() or item.party_entries():
            return None
        end = self._names.end_of(place, item)
        return self._named(place, end, phrase) if end > place else None

    def _is_state_first(self, item: Item) -> bool:
        return item.entries[0].kind not in {"person", "surname"}

    def _index_of(self, wanted: Item, first: int) -> int:
        return next(index for index in range(first, len(self._items)) if self._items[index] is wanted)

    def _title_follows(self, place: int) -> bool:
        """ "Elin Sand, Norway's foreign minister", "Elin Sand, who": a title or "who" makes the words before it a name."""
        if self._low(place) != ",":
            return False
        if self._low(place + 1) in {"who", "whose"}:
            return True
        probe = self._phrase(place + 1) if place + 1 < len(self._items) else None
        if probe is not None and probe.name and self._owns(probe.last):  # "Elin Sand, *President Biden's* special envoy"
            probe = self._phrase(probe.last)
        return bool(probe and probe.titles and not probe.name and not probe.plural)

    def _owns(self, place: int) -> bool:
        """Whether a possessive stands before the item: the three characters "'s " that no item holds."""
        item = self._at(place)
        return item is not None and item.start - self._items[place - 1].end == len("'s ")

    def _bare_name(self, first: int, place: int, phrase: Phrase) -> Phrase | None:
        item = self._at(place)
        if item is None:
            return None
        if item.has("city", "building", "region") and not item.person_entries():
            return Phrase(place, place + 1, place=item, head=place)
        end = self._names.end_of(place, item)
        if end == place:
            return None
        known = (
            any(i.person_entries() for i in self._items[place:end])
            or self._introduced(" ".join(i.text for i in self._items[place:end]))
            or self._introduced(self._items[place].text)
            or self._introduced(self._items[end - 1].text)
        )
        article = self._low(place - 1) in {"the", "a", "an"}  # "the *Blue* Pacific Continent" is nobody's given name
        given = end - place > 1 and self._given_name(item.text) and not article
        if not (phrase.honorific or known or given or (end - place > 1 and self._title_follows(end))):
            return None
        phrase.first = first if phrase.honorific else place
        phrase.modifiers.clear()
        return self._named(place, end, phrase)
