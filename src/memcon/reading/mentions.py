"""Mentions: every stretch that names or describes an actor, and who that is on the day of publication.

Two passes over the text: the first introduces everybody who is named in full, the second reads all phrases with them
known, so that "Blinken" in the headline is the "Antony Blinken" of the third paragraph. Names and titles come from one
linear pass each; the grammar that joins them stands in `naming`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from memcon.document import Document
from memcon.knowledge import Knowledge, Name
from memcon.knowledge.names import Entry
from memcon.lexicon import Lexicon
from memcon.reading.actors import Actor, Mention, MentionKind
from memcon.reading.analysis import within
from memcon.reading.naming.acronyms import with_short_names, with_short_words
from memcon.reading.naming.halves import halves_in
from memcon.reading.naming.items import Item, items_of
from memcon.reading.naming.outlets import without_outlets
from memcon.reading.naming.people import Cast, actor_of, fitting_title, holder_of, is_vague, named_in, singular
from memcon.reading.naming.personal import in_title_case
from memcon.reading.naming.phrase import Phrase, party_codes
from memcon.reading.naming.phrases import PhraseReader
from memcon.reading.naming.words import Word, find_words
from memcon.reading.sentences import Sentence
from memcon.record import Level, Published

# After these a capital or a building is where something is, not who acts.
_PLACE_PREPOSITIONS = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "to",
        "from",
        "into",
        "around",
        "inside",
        "through",
        "via",
        "leaving",
        "left",
        "reached",
        "visited",
        "visiting",
        "toward",
        "towards",
    }
)
_HEADLINES = frozenset({"headline", "heading"})
_INSIDE = datetime.timedelta(days=60)  # past the slack of a month that an inferred bound has
_READ = frozenset({"paragraph", "headline", "heading", "question", "caption", "speaker", "dateline", "embed"})


def find_mentions(
    document: Document, sentences: tuple[Sentence, ...], knowledge: Knowledge, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """All mentions but pronouns and definite descriptions, which need the parse (`references`)."""
    names = [n for n in knowledge.find_names(document.shadow) if not document.shadow.startswith("'t", n.end)]  # "Don't"
    names = with_short_names(document.shadow, names)
    names = without_outlets(document.shadow, _without_own_acronyms(document.shadow, names), sentences, lexicon)
    words = with_short_words(document.shadow, find_words(document.shadow, lexicon))
    words = tuple(_up_to_states(document.shadow, words, names, lexicon))
    cast = _cast(document, knowledge, lexicon)
    _introduce(names, cast)
    sure = _sure_parties(names)
    chosen = tuple(replace(name, entries=_narrowed(name.entries, sure)) for name in names)
    nicknames = _nicknames(words, sure, knowledge)
    combined = _combined(words, document.shadow, knowledge, {n.start for n in names if any(e.code for e in n.entries)})
    halves = halves_in(document.shadow, sure, lexicon.table("actors")["halves"], knowledge)
    by_place = {name.start: name for name in (*halves, *chosen, *nicknames, *combined)}
    chosen = tuple(by_place[start] for start in sorted(by_place))
    found: list[Mention] = []
    for sentence in sentences:
        if sentence.kind in _READ:
            items = items_of(
                document.shadow,
                sentence.start,
                sentence.end,
                within(chosen, sentence.start, sentence.end),
                within(words, sentence.start, sentence.end),
            )
            title_case = sentence.kind in _HEADLINES and in_title_case(document.shadow[sentence.start : sentence.end])
            read = list(_mentions(document.shadow, items, cast, len(found), title_case=title_case))
            here = _with_owners(document.shadow, _with_names(document.shadow, read), cast, len(found))
            found.extend(_with_members(document.shadow, here, cast))
    return tuple(_whole(_placed(mention, cast), knowledge) for mention in found)


def _cast(document: Document, knowledge: Knowledge, lexicon: Lexicon) -> Cast:
    table = lexicon.table("actors")
    return Cast(
        knowledge,
        day_for_names(document.published),
        officeless=frozenset(table["plural"]["officeless"]),
        departments=frozenset(table["portfolio"]["words"]),
        institutions=frozenset(table["institution"]["words"]),
    )


def _placed(mention: Mention, cast: Cast) -> Mention:
    """The mention with what the text says later of a person whom nothing has placed yet."""
    actor = mention.actor
    if actor is None or actor.kind != "person" or actor.country or not actor.name or mention.kind != "name":
        return mention
    later = cast.by_name.get(actor.name.casefold())
    if later is None or not later.country:
        return mention
    known = replace(later, office=actor.office or later.office, level=actor.level or later.level, status=actor.status)
    return replace(mention, actors=(known,))


def _whole(mention: Mention, knowledge: Knowledge) -> Mention:
    """The mention with organs standing for their organisation: the European Commission is the EU's."""
    if not any(actor.country in knowledge.wholes for actor in mention.actors):
        return mention
    wholes = knowledge.wholes
    return replace(mention, actors=tuple(replace(a, country=wholes.get(a.country or "", a.country)) for a in mention.actors))


_DEFINED = re.compile(r"((?:[A-Z][\w'-]*[ -](?:(?:of|for|the|and|on|in) )*){2,7})\(([A-Z]{2,8})\)")


def _without_own_acronyms(shadow: str, names: Sequence[Name]) -> list[Name]:
    """The names without acronyms that the text itself makes: "the Partnership for Central America (PCA)" is no court."""
    known = {name.end: {entry.code for entry in name.entries} for name in names}
    own = set()
    for match in _DEFINED.finditer(shadow):
        initials = "".join(word[0] for word in re.findall(r"[A-Z][\w']*", match.group(1)))
        code = match.group(2)
        same = {entry.name for name in names if shadow[name.start : name.end] == code for entry in name.entries}
        alike = any(len(_told(known_name) & _told(match.group(1))) > 1 for known_name in same)
        if initials.endswith(code) and code not in known.get(match.start(2) - 2, set()) and not alike:
            own.add(code)
    return [name for name in names if shadow[name.start : name.end] not in own] if own else list(names)


def _told(name: str) -> set[str]:
    """The longer words of a name."""
    return {word.lower() for word in re.findall(r"[^\W\d_]{4,}", name)}


_NEXT_NAME = re.compile(r",? |, and | and ")


def _with_names(shadow: str, mentions: list[Mention]) -> list[Mention]:
    """ "his Danish and Spanish counterparts A and B": as many names as parties, in order, say who the plural means."""
    out = list(mentions)
    for index, group in enumerate(mentions):
        if group.kind != "group" or len(group.actors) < 2:
            continue
        names: list[Mention] = []
        before = group
        for mention in mentions[index + 1 :]:
            if mention.kind != "name" or not _NEXT_NAME.fullmatch(shadow, before.end, mention.start):
                break
            names.append(mention)
            before = mention
        if len(names) == len(group.actors):
            people = [m.actor for m in names if m.actor]
            if len(people) == len(names):
                placed = [replace(p, country=p.country or g.country) for p, g in zip(people, group.actors, strict=True)]
                out[index] = replace(group, actors=tuple(placed), rule="group.named")
                for offset, person in enumerate(placed, start=1):
                    out[index + offset] = replace(mentions[index + offset], actors=(person,))
    return out


def _with_owners(shadow: str, mentions: list[Mention], cast: Cast, offset: int) -> list[Mention]:
    """ "Jane Roe, *Secretary-General Guterres's special envoy* for Oslo": a title that its owner stands before."""
    out = list(mentions)
    for index, (name, owner, title) in enumerate(zip(mentions, mentions[1:], mentions[2:], strict=False)):
        owned = owner.possessive and owner.kind in {"name", "title"} and title.kind == "title" and not title.possessive
        apart = shadow[name.end : owner.start] in {", ", ", the "} and shadow[owner.end : title.start] in {"'s ", "' "}
        if name.kind == "name" and owned and apart and name.actor and title.actor and title.actor.country:
            joined, actor = _joined(name, title, offset + index, cast)
            if actor is not None:
                out[index], out[index + 2] = replace(name, actors=(actor,)), joined
    return out


_INCLUDING = re.compile(r",? (?:including|such as|among them|led by|headed by|like)(?: the)? $")


def _with_members(shadow: str, mentions: list[Mention], cast: Cast) -> Iterator[Mention]:
    """ "senior US officials, including X and Y": those named belong to the group's party where nothing else places them."""
    party: str | None = None
    before: Mention | None = None
    for mention in mentions:
        if (
            before is not None
            and before.kind == "group"
            and before.actor
            and _INCLUDING.search(shadow[before.end : mention.start])
        ):
            party = before.actor.country
        actor = mention.actor
        if party and actor and actor.kind == "person" and actor.country is None:
            actor = replace(actor, country=party)
            cast.remember(actor)
            mention = replace(mention, actors=(actor,))
        yield mention
        before = mention


def day_for_names(published: Published) -> str:
    """The day on which names are looked up: publication, or a day inside the bounds of an undated text; "" if unknown."""
    if published.date:
        return published.date
    bounds = [datetime.date.fromisoformat(bound) for bound in (published.earliest, published.latest) if bound]
    if not bounds:
        return ""
    if len(bounds) == 2:
        return (bounds[0] + (bounds[1] - bounds[0]) / 2).isoformat()
    return (bounds[0] + (_INSIDE if published.earliest else -_INSIDE)).isoformat()


def _introduce(names: Sequence[Name], cast: Cast) -> None:
    """First pass: persons named in full. Of several bearers of a name, the one in office that day."""
    for name in names:
        ids = [entry.person_id for entry in name.entries if entry.kind == "person" and entry.person_id]
        for person_id in ids[:1] if len(ids) == 1 else ():
            if person_id not in cast.introduced:
                cast.introduced.append(person_id)


def _up_to_states(shadow: str, words: Sequence[Word], names: Sequence[Name], lexicon: Lexicon) -> Iterator[Word]:
    """The words without what belongs to a state's full name: "the president *of the Republic* of Kenya" is no "president of
    the republic", "*the Kingdom* of Bhutan" no kingdom that the text would have to tell of."""
    states = {
        name.start: name for name in names if " of " in shadow[name.start : name.end] and any(e.code for e in name.entries)
    }
    for word in words:
        opens = (states.get(place) for place in range(word.start + 1, word.end))
        name = next((name for name in opens if name is not None and name.end > word.end), None)
        if name is None:
            yield word
        else:
            shorter = find_words(shadow[word.start : name.start], lexicon)
            yield from (replace(item, start=item.start + word.start, end=item.end + word.start) for item in shorter)


def _sure_parties(names: Sequence[Name]) -> dict[str, None]:
    """Parties that the text names without doubt, in text order."""
    sure: dict[str, None] = {}
    for name in names:
        codes = {entry.code for entry in name.entries if entry.code}
        if len(codes) == 1:
            sure.setdefault(codes.pop())
    return sure


def _nicknames(words: Sequence[Word], sure: dict[str, None], knowledge: Knowledge) -> Iterator[Name]:
    """ "the island", "the bloc", where the text names whom they mean."""
    for word in words:
        sense = word.sense("nickname")
        named = dict.fromkeys(knowledge.wholes.get(code, code) for code in sure)
        codes = [code for code in sense.parties if code in named] if sense else []
        if len(codes) == 1:
            yield _standing_for(word, codes[0], "igo" if codes[0] in knowledge.igos else "state", knowledge)


def _combined(words: Sequence[Word], shadow: str, knowledge: Knowledge, parties: set[int]) -> Iterator[Name]:
    """ "*Franco*-German", "*Sino*-Russian": a first half that means a party before a hyphen and another party (starting at one
    of `parties`) only; not the "Indo-Pacific"."""
    for word in words:
        sense = word.sense("combining")
        if sense and shadow[word.end : word.end + 1] == "-" and word.end + 1 in parties:
            yield _standing_for(word, sense.parties[0], "adjective", knowledge)


def _standing_for(word: Word, code: str, kind: str, knowledge: Knowledge) -> Name:
    return Name(word.start, word.end, (Entry(kind, code, name=knowledge.party_name(code)),))


def _narrowed(entries: tuple[Entry, ...], sure: dict[str, None]) -> tuple[Entry, ...]:
    parties = [entry for entry in entries if entry.code and entry.kind not in {"person", "surname"}]
    if len({entry.code for entry in parties}) < 2:
        return entries
    kept = tuple(entry for entry in entries if entry.code in sure or entry not in parties)
    return kept if any(entry in parties for entry in kept) else entries


def _mentions(shadow: str, items: list[Item], cast: Cast, offset: int, *, title_case: bool) -> Iterator[Mention]:
    reader = PhraseReader(
        items,
        lambda word: cast.knowledge.gender_of_name(word) is not None,
        cast.knows,
        departments=cast.departments,
        institutions=cast.institutions,
        title_case=title_case,
    )
    before: Mention | None = None
    index = offset
    for phrase in reader.phrases():
        mention = _mention(shadow, phrase, items, cast)
        if mention is None:
            continue
        if before is not None:
            mention = _owned_by(shadow, before, mention, cast)
        if before is not None and _in_apposition(shadow, before, mention):
            mention, actor = _joined(before, mention, index - 1, cast)
            if actor is not None:
                before = replace(before, actors=(actor,))
        if before is not None and _names_counterpart(shadow, before, mention):
            before, mention = _named_counterpart(before, mention, index, cast)
        if before is not None:
            yield before
        before = mention
        index += 1
    if before is not None:
        yield before


def _mention(shadow: str, phrase: Phrase, items: list[Item], cast: Cast) -> Mention | None:
    start, end = items[phrase.first].start, items[phrase.last - 1].end
    head = items[phrase.head]
    possessive = shadow.startswith(("'s", "s'"), end) or shadow[end - 1 : end + 1] == "s'"

    plural = head.sense("sides", "people")
    if plural and not phrase.party and not phrase.titles:
        bare = plural.form.removeprefix("the ").removeprefix("both ").removeprefix("two ")
        actors = _of_each(bare, phrase, cast, titled=True)
        return Mention(start, end, head.start, head.end, "group", actors, "group" if actors else plural.kind)

    def made(kind: MentionKind, actors: tuple[Actor, ...], rule: str, candidates: tuple[str, ...] = ()) -> Mention:
        head_start = items[phrase.name[0]].start if phrase.name else head.start
        return Mention(start, end, head_start, head.end, kind, actors, rule, possessive, candidates=candidates)

    if (phrase.name or phrase.titles) and not phrase.plural:
        actor = actor_of(phrase, items, cast)
        return made("name" if phrase.name else "title", (actor,), "name" if phrase.name else "title") if actor else None
    if (phrase.plural and phrase.titles) or phrase.group:
        several = len(phrase.parties) > 1
        described = _group_actors(phrase, items)
        title = fitting_title(phrase.all_plurals, ())
        titled, level = title is not None and not is_vague(title), described[0].level
        actors = _of_each(head.text, phrase, cast, titled=titled, level=level) if several else described
        return made("group", actors, "group", party_codes(phrase.party) or party_codes(phrase.party_last))
    if (phrase.body and not phrase.party) or (phrase.body and phrase.head >= 0 and items[phrase.head] is phrase.body):
        return made("body", _body_actors(phrase, items), "body")
    if phrase.place:
        codes = dict.fromkeys(e.code for e in phrase.place.entries if e.code)
        return made("place", (), "place", tuple(codes))
    if phrase.party:
        return _party_mention(phrase, items, made)
    return None


def _of_each(plural_title: str, phrase: Phrase, cast: Cast, *, titled: bool, level: Level | None = None) -> tuple[Actor, ...]:
    """One actor for each party of "the foreign ministers of Egypt and Jordan": the holder, or the office.

    "The leaders of Egypt and Jordan" names no office: who came for each is not said."""
    title = singular(plural_title.lower())
    if title in cast.officeless:
        return tuple(_some_leaders(plural_title, item, codes, cast) for item in phrase.parties if (codes := party_codes(item)))
    actors = []
    for item in phrase.parties:
        codes = party_codes(item)
        holder = holder_of(title, codes[0], cast) if titled and len(codes) == 1 else None
        name = f"{item.text} {plural_title}".strip()
        described = Actor("group", name=name, country=codes[0] if len(codes) == 1 else None, level=level, plural=True)
        actors.append(holder or described)
    return tuple(actors)


def _some_leaders(plural_title: str, item: Item, codes: tuple[str, ...], cast: Cast) -> Actor:
    """Whoever came for one of several states; of an organisation, its members' leaders."""
    country = codes[0] if len(codes) == 1 else None
    if country and cast.knowledge.igo(country):
        return Actor("group", name=f"{item.text} {plural_title}", country=country, level="leader", plural=True)
    return Actor("office", name=f"{item.text} {singular(plural_title)}", country=country, level="leader")


def _group_actors(phrase: Phrase, items: list[Item]) -> tuple[Actor, ...]:
    only = phrase.parties[0] if len(phrase.parties) == 1 else None
    codes = party_codes(phrase.party) or party_codes(phrase.party_last or only) or party_codes(phrase.body)
    head = items[phrase.head]
    sense = head.sense("groups", "group") or head.sense("titles")
    first = phrase.first + (phrase.determiner in {"the", "a", "an"})
    name = " ".join(item.text for item in items[first : phrase.head + 1] if item.text not in {"'s"})
    level = sense.level if sense else None
    if level == "official" and {"senior", "top", "high-ranking", "high-level"} & set(phrase.modifiers):
        level = "senior_official"
    return (Actor("group", name=name, country=codes[0] if len(codes) == 1 else None, level=level, plural=phrase.plural),)


def _body_actors(phrase: Phrase, items: list[Item]) -> tuple[Actor, ...]:
    codes = party_codes(phrase.party) or party_codes(phrase.party_last) or party_codes(phrase.body)
    sense = items[phrase.head].sense("body")
    name = " ".join(item.text for item in items[phrase.first + (phrase.determiner == "the") : phrase.last] if item.text != "'s")
    office = sense.office if sense else None
    return (
        Actor(
            "body",
            name=name,
            country=codes[0] if len(codes) == 1 else None,
            office=office,
            level=sense.level if sense else "official",
        ),
    )


_STATES = frozenset({"state", "former_state", "adjective", "demonym", "capital"})


def _party_mention(phrase: Phrase, items: list[Item], made: Callable[..., Mention]) -> Mention | None:
    item = phrase.party
    assert item is not None
    codes = party_codes(item)
    kind = item.party_entries()[0].kind
    preposition = _preposition_before(items, phrase.first)
    spoken = items[phrase.last].text in {"'s", "'"} if phrase.last < len(items) else False
    if item.has("capital", "city", "building") and preposition and not spoken:
        return made("place", (), "place", codes)
    name = item.party_entries()[0].name or item.text
    if kind in _STATES or kind == "metonym":
        label: MentionKind = "metonym" if kind in {"capital", "metonym"} else "adjective" if kind == "adjective" else "state"
        return made(label, tuple(Actor("state", name=name, country=code) for code in codes[:1] if len(codes) == 1), kind, codes)
    if kind == "ministry":
        return made(
            "body",
            tuple(Actor("body", name=item.text, country=code, office=name, level="official") for code in codes[:1]),
            kind,
            codes,
        )
    return made("organisation", tuple(Actor("organisation", name=name, country=code) for code in codes[:1]), kind, codes)


def _preposition_before(items: list[Item], index: int) -> bool:
    place = index - 2 if index > 1 and items[index - 1].low == "the" else index - 1
    if place < 0 or (place and items[place - 1].low == "according"):  # "according to the Kremlin" is who speaks
        return False
    return items[place].low in _PLACE_PREPOSITIONS


def _owned_by(shadow: str, before: Mention, mention: Mention, cast: Cast) -> Mention:
    """ "Putin's top diplomat": of the owner's party; whoever holds the office there, or the office."""
    owner, owned = before.actor, mention.actor
    if not before.possessive or owner is None or owner.country is None or owned is None or owned.country is not None:
        return mention
    if before.kind != "name" or shadow[before.end : mention.start] not in {"'s ", "' "}:
        return mention
    title = shadow[mention.start : mention.end] if mention.kind == "title" else ""
    actor = (holder_of(title, owner.country, cast) if title else None) or replace(owned, country=owner.country)
    return replace(mention, actors=(actor,))


def _in_apposition(shadow: str, before: Mention, mention: Mention) -> bool:
    """ "Wang Yi, China's top diplomat": a title with its party or article right after a name and a comma."""
    if mention.possessive:  # "Prince Mikasa, the *monarch's* uncle"
        return False
    return before.kind == "name" and mention.kind == "title" and shadow[before.end : mention.start] in {", ", ","}


def _names_counterpart(shadow: str, before: Mention, mention: Mention) -> bool:
    """ "his Chinese counterpart(,) Qin Gang": the name says who the description before it is."""
    if (
        before.kind != "group"
        or mention.kind != "name"
        or not before.actors
        or shadow[before.end : mention.start] not in {", ", " "}
    ):
        return False
    return shadow[before.start : before.head_end].lower().endswith(("counterpart", "opposite number"))


def _named_counterpart(before: Mention, mention: Mention, index: int, cast: Cast) -> tuple[Mention, Mention]:
    """Both mentions with the named person as their actor, whom the description places."""
    described, person = before.actors[0], mention.actor
    if person is None or (person.country and described.country and person.country != described.country):
        return before, mention
    actor = replace(person, country=person.country or described.country)
    if actor.id is None and actor.country and actor.name:
        actor = named_in(actor.name, actor.country, cast) or actor
    cast.remember(actor, person.name)
    return replace(before, actors=(actor,), of=index), replace(mention, actors=(actor,))


def _joined(before: Mention, mention: Mention, index: int, cast: Cast) -> tuple[Mention, Actor | None]:
    """The title as an apposition of the name before it, and that name's actor with the title's office and party."""
    person, office = before.actor, mention.actor
    if person is None or office is None:
        return mention, None
    if person.country and office.country and person.country != office.country:
        return mention, None
    if office.kind == "person" and office.id != person.id:
        # The tables' holder differs from the text's own; the text wins, with its title.
        office = replace(office, kind="office", id=None, name=None)
    actor = replace(
        person,
        country=person.country or office.country,
        office=person.office if person.id and person.office and person.status == "current" else office.office,
        level=person.level or office.level,
        status=office.status if office.status != "current" else person.status,
    )
    cast.remember(actor)
    return replace(mention, actors=(actor,), of=index), actor
