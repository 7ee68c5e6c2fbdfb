"""Who a phrase means on the day: knowledge by name and date, what the text itself introduced, or the text's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from memcon.knowledge import Holding, Knowledge, Person, Resolution
from memcon.knowledge.folding import fold
from memcon.lexicon.tables import Title
from memcon.reading.actors import Actor, Gender
from memcon.reading.naming.items import PARTICLES, Item
from memcon.reading.naming.phrase import Phrase, party_codes
from memcon.record import Level, OfficeStatus

_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM", "HUN"})
# Where people are called by their given name, "Abiy" and "Prayuth".
_BY_GIVEN_NAME = frozenset({"ETH", "ERI", "THA", "LAO", "MNG", "ISL", "MYS", "IDN"})
_STATUS_WORD = {"former": "former ", "acting": "acting ", "designate": "incoming ", "elect": "incoming "}
_LEVELS_RANKED: tuple[Level, ...] = (
    "leader",
    "minister",
    "senior_official",
    "envoy",
    "military",
    "legislator",
    "official",
    "other",
)


@dataclass
class Cast:
    """The persons of one document as they are introduced. `on` is the day of publication, "" where unknown.

    `officeless`: titles that name no office of their own in the plural ("the leaders of Egypt and Jordan");
    `departments`: the words that say of what somebody is minister; `institutions`: words of bodies that no name has. All
    are the lexicon's."""

    knowledge: Knowledge
    on: str
    introduced: list[str] = field(default_factory=list)  # ids of known persons, in order
    by_name: dict[str, Actor] = field(default_factory=dict)  # last name and full name, folded → actor, the latest wins
    given: dict[str, dict[str, Actor]] = field(default_factory=dict)  # given name → those of them with particles behind it
    officeless: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()

    def remember(self, actor: Actor, said: str | None = None) -> None:
        """Make the actor known by full name and by the names it can be shortened to; by those of the text's form too."""
        if actor.kind != "person" or not actor.name:
            return
        if actor.id and actor.id not in self.introduced:
            self.introduced.append(actor.id)
        short = short_names(actor.name, actor.country, self._person(actor))
        for name in (*short, *(short_names(said, actor.country) if said else ())):
            self.by_name[name.casefold()] = actor
            words = name.casefold().split()
            if len(words) > 2 and words[1] in {"bin", "bint", "ibn", "al"}:
                self.given.setdefault(words[0], {})[name.casefold()] = actor

    def _person(self, actor: Actor) -> Person | None:
        return self.knowledge.person(actor.id) if actor.id else None

    def by_given_name(self, name: str) -> Actor | None:
        """ "Sheikh *Abdullah*", "Prince *Faisal*": the last person introduced with this given name before particles."""
        return next(reversed(self.given.get(name.casefold(), {}).values()), None)

    def by_middle_name(self, name: str) -> Actor | None:
        """ "*Rana* called on Modi", after "Arzu Rana Deuba": the last person introduced with this word inside a full name."""
        for full, actor in reversed(self.by_name.items()):
            if name.casefold() in full.split()[1:-1] and actor.name:
                return actor
        return None

    def knows(self, word: str) -> bool:
        """Whether the text has introduced somebody by this name."""
        return word.casefold() in self.by_name


def short_names(name: str, country: str | None, person: Person | None = None) -> tuple[str, ...]:
    """The names under which a full name comes back: the last word with its particles; the first where families come first."""
    words = [word for word in name.replace(".", "").split() if word not in {"Jr", "Sr", "II", "III"}]
    if not words:
        return ()
    found = [name, " ".join(words)]
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    found += [" ".join(words[start:]), words[-1]]
    if "-" in words[-1] and words[-1].split("-")[0].lower() in PARTICLES:
        found.append(words[-1].split("-", 1)[1])
    if len(words) > 1 and country in _FAMILY_FIRST | _BY_GIVEN_NAME:
        found.append(words[0])
    if person:
        found += [*person.family, *person.short_names]
    return tuple(dict.fromkeys(found))


def actor_of(phrase: Phrase, items: Sequence[Item], cast: Cast) -> Actor | None:
    """The one actor that a phrase with a name or a title in the singular means."""
    codes = party_codes(phrase.party) or party_codes(phrase.party_last)
    if phrase.body and not codes:
        codes = party_codes(phrase.body)
    if phrase.name:
        return _named(phrase, items, codes, cast)
    return _titled(phrase, items, codes, cast)


def _text(items: Sequence[Item], first: int, after: int) -> str:
    """The words of items with single spaces, "Joseph R. Biden"."""
    parts: list[str] = []
    for index in range(first, after):
        glued = index > first and items[index].start == items[index - 1].end
        parts.append(items[index].text if glued or not parts else " " + items[index].text)
    return "".join(parts)


def is_relative(title: str) -> bool:
    """A title that only says whose equal somebody is ("his Russian counterpart Sergey Lavrov")."""
    return title.lower().endswith(("counterpart", "counterparts", "opposite number", "successor", "predecessor", "host"))


def title_text(phrase: Phrase) -> str | None:
    """The title as the text has it, the last of several ("State Councilor and Foreign Minister")."""
    alone = [singular(item.text) if item.sense("titles") and not item.sense("title") else item.text for item in phrase.titles]
    said = [text for text in alone if not is_relative(text)] or alone
    return " and ".join(said) if said else None


def singular(title: str) -> str:
    """A plural title in the singular ("prime ministers", "secretaries of state")."""
    head, of, rest = title.partition(" of ")
    if head.endswith("ies"):
        head = head[:-3] + "y"
    elif head.endswith("s"):
        head = head[:-1]
    return head + of + rest


def _named(phrase: Phrase, items: Sequence[Item], codes: tuple[str, ...], cast: Cast) -> Actor | None:
    assert phrase.name is not None
    name = _text(items, *phrase.name)
    local = cast.by_name.get(name.casefold()) or (cast.by_given_name(name) if phrase.honorific or phrase.titles else None)
    if local is None and " " not in name and name.casefold() not in PARTICLES:
        local = cast.by_middle_name(name)
    if local and local.country and codes and local.country not in codes:
        local = None
    resolution = _resolution(phrase, name, codes, cast) if local is None or not local.id else None
    if resolution and resolution.person:
        actor = _known(resolution, codes, cast)
        actor = replace(actor, name=_spelled(name, actor.name or name))
    elif local:
        actor = local
    elif " " in name or phrase.titles or phrase.honorific:
        actor = Actor("person", name=name, country=codes[0] if len(codes) == 1 else None)
    else:
        return None
    actor = with_title(actor, phrase, items, codes, cast)
    cast.remember(actor, name)
    return actor


_REGNAL = re.compile(r"\b[IVX]{2,}$")


def _spelled(said: str, known: str) -> str:
    """The text's own spelling of the full name that the tables know, and its fuller name for "Hamad II"."""
    if " " in said and (fold(said).lower() == fold(known).lower() or (_REGNAL.search(known) and not _REGNAL.search(said))):
        return said
    return known


def _resolution(phrase: Phrase, name: str, codes: tuple[str, ...], cast: Cast) -> Resolution | None:
    titles: list[str | None] = [item.text for item in reversed(phrase.titles) if not is_relative(item.text)] or [None]
    for title in titles:
        said = _STATUS_WORD.get(phrase.status, "") + title if title else None
        for code in codes or (None,):
            found = cast.knowledge.resolve(name, title=said, country=code, on=cast.on or None, introduced=cast.introduced)
            if found.person and not _contradicts(found, code, cast.knowledge):
                return found
    return _by_part(name, codes, cast)


def named_in(name: str, country: str, cast: Cast) -> Actor | None:
    """The one person in office for the country whom a full name means, or its first words: "Salva Kiir *Mayardit*"."""
    words = name.split()
    for kept in range(len(words), 1, -1):
        found = cast.knowledge.resolve(" ".join(words[:kept]), country=country, on=cast.on or None)
        if found.person and found.rule == "full name" and found.status in {"is", "last known"}:
            return None if _contradicts(found, country, cast.knowledge) else _known(found, (country,), cast)
    return None


def _by_part(name: str, codes: tuple[str, ...], cast: Cast) -> Resolution | None:
    """A full name with a middle initial ("Antony J. Blinken") or behind words of respect ("Makhdoom Shah Mahmood Qureshi")."""
    words = name.split()
    plain = [word for word in words if len(word.rstrip(".")) > 1]
    shorter = [plain] * (plain != words) + [words[cut:] for cut in range(1, len(words) - 1)]
    shorter += [[words[0], *words[cut:]] for cut in range(2, len(words))]  # "Ferdinand Romualdez Marcos Jr."
    for part in shorter:
        if len(part) < 2:
            continue
        found = cast.knowledge.resolve(" ".join(part), country=codes[0] if codes else None, on=cast.on or None)
        if found.person and found.rule == "full name" and not _contradicts(found, codes[0] if codes else None, cast.knowledge):
            return found
    return None


def _contradicts(found: Resolution, code: str | None, knowledge: Knowledge) -> bool:
    """The text places the person with a party for which the tables know no office of theirs."""
    return bool(code and found.person and code not in knowledge.people.countries(found.person.id))


def _known(resolution: Resolution, codes: tuple[str, ...], cast: Cast) -> Actor:
    person, holding = resolution.person, resolution.holding
    assert person is not None
    countries = cast.knowledge.people.countries(person.id)
    country = holding.country if holding else (countries[0] if len(countries) == 1 else None)
    if codes and (country is None or country not in codes):
        country = next((code for code in codes if code in countries), codes[0])
    status: OfficeStatus = (
        "former" if resolution.status == "former" else "acting" if holding and holding.status == "acting" else "current"
    )
    return Actor(
        "person",
        name=cast.knowledge.display_name(person.id),
        country=country,
        office=holding.office if holding and resolution.status != "to be" else None,
        level=_level_of(holding, cast) if holding and resolution.status != "to be" else None,
        id=person.id,
        status=status,
        gender=_gender(cast.knowledge.gender(person.id)),
    )


def _level_of(holding: Holding, cast: Cast) -> Level | None:
    """Crown princes and party leaders are leaders; the directors of party offices rank with ministers."""
    if holding.type == "party_or_dynastic" and holding.office.startswith(("Director", "Head")):
        return "minister"
    return _level(cast.knowledge.level_of(holding.type))


def _level(level: str) -> Level | None:
    return level if level in _LEVELS_RANKED else None


def _gender(gender: str | None) -> Gender | None:
    return "m" if gender == "m" else "f" if gender == "f" else None


def _said_gender(phrase: Phrase) -> Gender | None:
    """What a title's own end says: "spokes*woman*"; but a woman may be the chairman."""
    words = [word for item in phrase.titles for word in item.text.lower().split()]
    return "f" if any(w.endswith("woman") for w in words) else "m" if any(w.endswith("spokesman") for w in words) else None


def with_title(actor: Actor, phrase: Phrase, items: Sequence[Item], codes: tuple[str, ...], cast: Cast) -> Actor:
    """The actor with what the phrase's own title, honorific and party say of it."""
    title = fitting_title(phrase.all_titles, codes or ((actor.country,) if actor.country else ()))
    if title and not codes and len(title.parties) == 1:
        codes = title.parties
    gender = actor.gender or (phrase.honorific.gender if phrase.honorific else None) or (title.gender if title else None)
    gender = gender or _said_gender(phrase) or (_gender(cast.knowledge.gender_of_name(actor.name)) if actor.name else None)
    changed = replace(actor, gender=gender, country=actor.country or (codes[0] if len(codes) == 1 else None))
    if title is None or is_relative(phrase.titles[-1].text):
        return changed
    if phrase.status == "current" and actor.id and actor.level:
        holds = actor.status != "former"  # "Ambassador Fu Ying" is not still in London
        office = office_name(title, phrase, items)
        # "Minister Fidan" says less than the "foreign minister" he was introduced as.
        more = actor.office if actor.office and holds and office.lower() in actor.office.lower() else office
        return replace(changed, office=more, status="current")
    return replace(changed, office=office_name(title, phrase, items), level=_level_as(title, phrase), status=phrase.status)


def _level_as(title: Title, phrase: Phrase) -> Level:
    """The title's level; the president of a state's chamber or front is no leader of the state."""
    return "official" if phrase.of_body and title.level in {"leader", "minister"} else title.level


def fitting_title(titles: Sequence[Title], codes: Sequence[str]) -> Title | None:
    """The title that these parties have; a general one before one of other parties."""
    for title in titles:
        if title.parties and any(code in title.parties for code in codes):
            return title
    return next((title for title in titles if not title.parties), titles[0] if titles else None)


def office_name(title: Title, phrase: Phrase, items: Sequence[Item] = ()) -> str:
    """How a record names the office: the canonical form, or the text's words with capitals."""
    words = title_text(phrase) or title.forms[0]
    if phrase.portfolio and items:
        words = f"{words} {_text(items, *phrase.portfolio)}".replace(" ,", ",")
    if title.canonical:
        return title.canonical
    return " ".join(
        word if word in {"of", "the", "and", "for", "to"} else word[:1].upper() + word[1:] for word in words.split()
    )


def _titled(phrase: Phrase, items: Sequence[Item], codes: tuple[str, ...], cast: Cast) -> Actor | None:
    title = fitting_title(phrase.all_titles, codes)
    if title is None:
        return None
    if _heads_ministry(phrase):
        return _minister(phrase, items, codes, cast)
    one_seat = len(title.parties) == 1 and (" " in title.forms[0] or title.gender is not None)  # "the Pope"
    codes = codes or (title.parties if one_seat else ())
    office = Actor(
        "office",
        name=_text(items, phrase.first + (phrase.determiner is not None), phrase.last),
        country=codes[0] if len(codes) == 1 else None,
        office=office_name(title, phrase, items),
        level=_level_as(title, phrase),
        status=phrase.status,
        gender=title.gender,
    )
    indefinite = phrase.determiner in {"a", "an", "another", "any", "no"}
    if indefinite or phrase.status not in {"current", "acting"} or not codes or is_vague(title):
        return office
    holder = _holder(phrase, items, codes, cast)
    if holder is None:
        return office
    return holder if phrase.status == "current" else replace(holder, status=phrase.status)


# The body whose head has a title of his own.
_MINISTERS = {"Foreign Ministry": "foreign minister", "Defence Ministry": "defence minister"}
_HEADS = frozenset({"head", "chief", "boss"})


def _heads_ministry(phrase: Phrase) -> bool:
    """ "The *head of the Russian Foreign Ministry*", "the *head of Mexican diplomacy*"."""
    sense = phrase.body.sense("body", "domain") if phrase.body else None
    return bool(sense and sense.office in _MINISTERS and phrase.titles and phrase.titles[-1].low in _HEADS)


def _minister(phrase: Phrase, items: Sequence[Item], codes: tuple[str, ...], cast: Cast) -> Actor:
    """The minister who heads the body that the phrase names: the holder, or the office."""
    sense = phrase.body.sense("body", "domain") if phrase.body else None
    title = _MINISTERS[str(sense.office if sense else "")]
    holder = holder_of(title, codes[0], cast) if len(codes) == 1 and phrase.status == "current" else None
    name = _text(items, phrase.first + (phrase.determiner is not None), phrase.last)
    country = codes[0] if len(codes) == 1 else None
    return holder or Actor("office", name=name, country=country, office=title.title(), level="minister", status=phrase.status)


def is_vague(title: Title) -> bool:
    """A title that many bear at a time: "the US diplomat" is somebody the text has named, not the secretary of state."""
    return title.office_type == "official"


# Kinds of office that several hold at a time: that the tables know one of them does not make it the one meant.
_MANY_SEATS = frozenset(
    {"deputy_foreign_minister", "deputy_defence_minister", "deputy_minister", "igo_deputy", "military_officer"}
)


def _heads(title: str, holding: Holding) -> bool:
    """ "The current president of the GCC" is not its secretary-general."""
    other = {"president", "commissioner"} & set(title.lower().split())
    return holding.type != "igo_head" or not other or any(word in holding.office.lower() for word in other)


def holder_of(title: str, code: str, cast: Cast) -> Actor | None:
    """The one person who holds the office of this title in a party on the day."""
    found = cast.knowledge.resolve(title=title, country=code, on=cast.on or None)
    if found.person is None or found.status not in {"is", "last known"} or found.holding is None:
        return None
    if found.holding.type in _MANY_SEATS or not _heads(title, found.holding):
        return None
    actor = _known(found, (code,), cast)
    return replace(actor, office=actor.office or title)


def _holder(phrase: Phrase, items: Sequence[Item], codes: tuple[str, ...], cast: Cast) -> Actor | None:
    """Who holds the office of the title on the day; somebody the text names goes before the tables."""
    before = items[phrase.first - 1].low if phrase.first else ""
    if phrase.target or phrase.portfolio or before in {"deputy", "vice", "assistant", "-"}:
        return None
    said = [item.text for item in reversed(phrase.titles) if not is_relative(item.text)]
    spelled_out = [title.forms[0] for title in phrase.all_titles if any(words.isupper() for words in said)]  # "FM", "PM"
    holders = (holder_of(title, code, cast) for code in codes for title in (*said, *spelled_out))
    return next((holder for holder in holders if holder), None)
