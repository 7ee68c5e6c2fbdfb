"""Who is meant, by name and date.

In this order, and no further:

1. full name
2. title, surname and country
3. country, office and date
4. a surname already introduced in the text
5. a surname that only one office-holder bears on that date
6. unresolved, with the candidates
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from memcon.knowledge.dates import day_of, earliest, latest
from memcon.knowledge.folding import skeleton, words_of
from memcon.knowledge.holdings import Tenure, tenure_on
from memcon.knowledge.offices import Offices, Title
from memcon.knowledge.people import EXACT_ONLY
from memcon.knowledge.tables import Holding, Person

if TYPE_CHECKING:
    from memcon.knowledge.knowledge import Knowledge

__all__ = ["HONORIFICS", "Resolution", "resolve"]

_STANDING = {"is": "is", "last known": "last known", "maybe": "may be", "before": "to be", "after": "former"}
_SURE = ("is", "last known")
# Offices whose holder a bare surname does not mean where a leader or a minister bears it too.
_LESSER = frozenset(
    "ambassador permanent_representative charge_daffaires special_envoy spokesperson senior_official official".split()
)
_ASTRAY = 0.85  # of the letters of a misspelt family name, in order
_TELLING = 4  # consonants of a given name that tell it from others ("Mario" and "Maria" sound alike, and are short)


@dataclass(frozen=True, slots=True)
class Resolution:
    """An answer, or none.

    `person` is None where nothing decided; `candidates` are then those it may be. `holding` is the office by which the
    person was found, or the one held on that day. `rule`: full name, title surname country, office and date, introduced,
    unique surname, unresolved. `status`: is, last known (the source did not look so late), may be (a partial date leaves
    it open), former, to be, or unresolved."""

    person: Person | None
    holding: Holding | None
    candidates: tuple[Person, ...]
    rule: str
    status: str


HONORIFICS = re.compile(
    r"^(?:(?:(?:His|Her) (?:Royal |Serene )?(?:Excellency|Majesty|Highness)|H\.E\.|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Gen\.|General|Sir"
    r"|Dame|Lord|Sayyid|Sayed|Prof\.?|Amb\.?|Sheikh|Shaykh|Sheikha|Prince|Princess|Mullah|Ayatollah|Cardinal) )+(?=\S)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SEATS = {
    "EC": "EU",
    "EUCO": "EU",
    "CEU": "EU",
    "EEAS": "EU",
    "EP": "EU",
    "AUC": "AU",
    "UNSEC": "UN",
}  # organs whose offices stand with the whole
_NOBODY = Resolution(None, None, (), "unresolved", "unresolved")


def resolve(
    knowledge: Knowledge,
    name: str | None = None,
    *,
    title: str | None = None,
    country: str | None = None,
    target: str | None = None,
    on: date | str | None = None,
    introduced: Sequence[str] = (),
) -> Resolution:
    """Who is meant by a name, a title, or both. See `Knowledge.resolve`."""
    day = day_of(on) if on else ""
    words = f"{title or ''} {knowledge.party_name(country) if country in _SEATS else ''}"
    country = _SEATS.get(country, country) if country else None
    said = knowledge.offices.read(title, country) if title else Title((), "current", "", True)
    if name is None:
        return _by_office(knowledge, said, country, target, day, f"{words} {said.office}")
    name = _POSSESSIVE.sub("", name)
    if not knowledge.people.named(name):
        name = HONORIFICS.sub("", name)
    return (
        _by_full_name(knowledge, name, said, country, day)
        or _by_title(knowledge, name, said, country, day)
        or _by_title_anywhere(knowledge, name, said, country, day)
        or _by_sound(knowledge, name, said, country, day)
        or _by_introduction(knowledge, name, said, country, day, introduced)
        or _by_unique_surname(knowledge, name, said, country, day)
        or _unresolved(knowledge, name, country, day)
    )


def _by_full_name(knowledge: Knowledge, name: str, said: Title, country: str | None, day: str) -> Resolution | None:
    if len(words_of(name)) < 2:
        return None
    ids = knowledge.people.named(name) or _longer_name(knowledge, name, country, day)
    if len(ids) > 1:
        ids = _narrowed(knowledge, ids, said, country, day)
    return _answer(knowledge, ids[0], said, country, day, "full name") if len(ids) == 1 else None


def _longer_name(knowledge: Knowledge, name: str, country: str | None, day: str) -> tuple[str, ...]:
    """Those in office for the country whose known name is the first word of this one and others of it, in its order."""
    first, *others = name.split()
    if not country or not day or not 2 <= len(others) <= 6:
        return ()
    found: dict[str, None] = {}
    for length in range(len(others) - 1, 0, -1):
        for rest in combinations(others, length):
            found.update(dict.fromkeys(knowledge.people.named(" ".join((first, *rest)))))
    return tuple(i for i in found if any(_in_office(h, country, day) for h in knowledge.holdings.of_person(i)))


def _in_office(holding: Holding, country: str, day: str) -> bool:
    return holding.country == country and tenure_on(holding, day).standing in _SURE


def _narrowed(knowledge: Knowledge, ids: tuple[str, ...], said: Title, country: str | None, day: str) -> tuple[str, ...]:
    """Of several bearers of a name: by country, then by office, then by who holds one that day."""
    held = {i: knowledge.holdings.of_person(i) for i in ids}
    here = {i for i in ids if country in knowledge.people.countries(i)}
    in_office = {i for i in ids if any(h.type in said.types for h in held[i])}
    that_day = {i for i in ids if day and any(tenure_on(h, day).standing == "is" for h in held[i])}
    for kept in (here, in_office, that_day):
        ids = tuple(i for i in ids if i in kept) or ids
    return ids


def _by_title(knowledge: Knowledge, name: str, said: Title, country: str | None, day: str) -> Resolution | None:
    if not said.types or not country:
        return None
    for types in dict.fromkeys((said.types[:1], said.types, Offices.widened(said.types))):
        holdings = [h for kind in types for h in knowledge.holdings.of_office(country, kind)]
        for tenures in _by_likelihood(holdings, said, day):
            chosen = knowledge.people.fitting(name, _people_of(tenures))
            if len(chosen) == 1:
                return _answer(knowledge, chosen[0], said, country, day, "title surname country")
            if chosen:
                return None
    return None


def _by_title_anywhere(knowledge: Knowledge, name: str, said: Title, country: str | None, day: str) -> Resolution | None:
    """ "Foreign Minister Prince Faisal bin Farhan": the only holder anywhere whose name holds two words or more of this one."""
    told = {word for word in words_of(name) if len(word) > 2}
    if country or not day or not said.types or said.status == "former" or len(told) < 2:
        return None
    kind = said.types[0]
    held = (t for party in knowledge.holdings.countries_with(kind) for t in knowledge.holders_on(party, kind, day))
    sure = [tenure.holding for tenure in held if tenure.standing in _SURE]
    names = {h: [words_of(known) for known in knowledge.people.full_names(h.person)] for h in sure}
    found = [h for h in sure if any(told <= set(known) for known in names[h])]
    found = found or [h for h in sure if any(_misspelt(words_of(name), known) for known in names[h])]
    return _answer(knowledge, found[0].person, said, found[0].country, day, "full name") if len(found) == 1 else None


def _misspelt(said: list[str], known: list[str]) -> bool:
    """ "Gotabaya *Rajpaksha*": the given name, long enough to tell, and a letter or two astray in the other."""
    if len(said) != 2 or len(known) < 2 or said[0] != known[0] or len(said[0]) <= _TELLING:
        return False
    return len(said[1]) > _TELLING and SequenceMatcher(None, said[1], known[-1]).ratio() >= _ASTRAY


def _by_sound(knowledge: Knowledge, name: str, said: Title, country: str | None, day: str) -> Resolution | None:
    """ "Abdourahmane" for "Abdourahamane" Tchiani: the one office-holder of that family name whose given name sounds so."""
    given, *_, family = words_of(name) if " " in name else ("", "")
    sound = skeleton(given)
    if not day or len(sound) < _TELLING or said.status == "former":
        return None
    bearers = [i for i in knowledge.people.known_as(family) if not country or country in knowledge.people.countries(i)]
    fitting = [
        i
        for i in bearers
        if not EXACT_ONLY.intersection(knowledge.people.countries(i))
        and sound in {skeleton(words_of(full)[0]) for full in knowledge.people.full_names(i)}
        and any(tenure_on(h, day).standing in _SURE for h in knowledge.holdings.of_person(i))
    ]
    return _answer(knowledge, fitting[0], said, country, day, "full name") if len(fitting) == 1 else None


def _by_likelihood(holdings: Iterable[Holding], said: Title, day: str) -> list[list[Tenure]]:
    """The holdings that a title of that status can mean on that day, the likeliest group first.

    A former office never means the present one."""
    tenures = [tenure_on(h, day) if day else Tenure(h, "maybe") for h in holdings]
    by_standing = {s: [t for t in tenures if t.standing == s] for s in ("is", "last known", "maybe", "before", "after")}
    if said.status == "former":
        return [by_standing["after"] if day else tenures]
    if said.status in ("designate", "elect"):
        return [by_standing["before"], by_standing["is"]]
    near = [t for t in by_standing["before"] + by_standing["after"] if _near(t, day)]
    return [by_standing["is"], by_standing["last known"], by_standing["maybe"], near]


def _near(tenure: Tenure, day: str) -> bool:
    """Left or came within about a month: stories are printed the day after a change."""
    end, start = latest(tenure.holding.end), earliest(tenure.holding.start)
    return any(edge and _days(edge, day) <= 31 for edge in (end, start))


def _days(one: str, other: str) -> int:
    y, m, d = (int(a) - int(b) for a, b in zip(one.split("-"), other.split("-"), strict=True))
    return abs(y * 365 + m * 30 + d)


def _people_of(tenures: Iterable[Tenure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.holding.person for t in tenures))


def _by_office(knowledge: Knowledge, said: Title, country: str | None, target: str | None, day: str, title: str) -> Resolution:
    if not country or not day or said.status not in ("current", "acting"):
        return _NOBODY
    for kind in said.types:
        tenures = knowledge.holdings.on(country, kind, day, single=kind in knowledge.offices.single)
        meant = _best_titled([t for t in tenures if not target or t.holding.target == target], title)
        if not meant:
            continue
        people = _people_of(meant)
        if len(people) == 1:
            first = meant[0]
            return Resolution(knowledge.people.get(people[0]), first.holding, (), "office and date", _STANDING[first.standing])
        return Resolution(None, None, _persons(knowledge, people), "unresolved", "unresolved")
    return _NOBODY


def _best_titled(tenures: Sequence[Tenure], title: str) -> list[Tenure]:
    """Where several hold offices of a kind, those whose office shares the most words with the title."""
    if len(_people_of(tenures)) < 2:
        return list(tenures)
    said = set(words_of(title))
    shared = [len(said & set(words_of(t.holding.office))) for t in tenures]
    best = max(shared)
    chosen = [t for t, count in zip(tenures, shared, strict=True) if count == best]
    sure = [t for t in chosen if t.standing in _SURE]
    return sure or chosen


def _by_introduction(
    knowledge: Knowledge, name: str, said: Title, country: str | None, day: str, introduced: Sequence[str]
) -> Resolution | None:
    if not introduced:
        return None
    bearers = set(knowledge.people.known_as(name)) | set(knowledge.people.named(name))
    for person_id in reversed(introduced):
        if person_id in bearers and (not country or country in knowledge.people.countries(person_id)):
            return _answer(knowledge, person_id, said, country, day, "introduced")
    return None


def _by_unique_surname(knowledge: Knowledge, name: str, said: Title, country: str | None, day: str) -> Resolution | None:
    if not day or (not said.honorific and not said.types):
        return None
    if not country and not said.types and knowledge.is_shared_surname(name):
        return None
    bearers = [i for i in knowledge.people.known_as(name) if not country or country in knowledge.people.countries(i)]
    # The very office first: "President Bush" is no premier of the same name, though constitutions differ.
    for types in dict.fromkeys((tuple(said.types), tuple(Offices.widened(said.types)))):
        found = [i for i in bearers if _holds(knowledge, i, types, said, day)]
        if not types:  # the president, and nobody whom a text would have to introduce: the ambassador somewhere
            found = [i for i in found if not _held(knowledge, i, said, day) <= _LESSER]
        if found:
            return _answer(knowledge, found[0], said, country, day, "unique surname") if len(found) == 1 else None
    return None


def _holds(knowledge: Knowledge, person_id: str, types: Sequence[str], said: Title, day: str) -> bool:
    """Whether the person stands to an office of these kinds as the title says, on the day."""
    return any(not types or kind in types for kind in _held(knowledge, person_id, said, day))


def _held(knowledge: Knowledge, person_id: str, said: Title, day: str) -> set[str]:
    """The kinds of office to which the person stands as the title says, on the day."""
    holdings = knowledge.holdings.of_person(person_id)
    return {h.type for h in holdings if tenure_on(h, day).standing in _wanted(said)}


def _wanted(said: Title) -> tuple[str, ...]:
    return {"former": ("after",), "designate": ("before", "is"), "elect": ("before", "is")}.get(said.status, _SURE)


def _answer(knowledge: Knowledge, person_id: str, said: Title, country: str | None, day: str, rule: str) -> Resolution:
    person = knowledge.people.get(person_id)
    holdings = [h for h in knowledge.holdings.of_person(person_id) if not country or h.country == country]
    types = Offices.widened(said.types)
    fitting = [h for h in holdings if h.type in types] or ([] if said.types and said.status == "former" else holdings)
    groups = _by_likelihood(fitting, said, day) if day else []
    tenures = next((group for group in groups if group), []) or _last_left(fitting, said, day)
    rank = {kind: i for i, kind in enumerate(types or tuple(knowledge.offices.levels))}
    best = min(tenures, key=lambda t: (rank.get(t.holding.type, 99), t.holding.start), default=None)
    if best is None:
        return Resolution(person, None, (), rule, "former" if said.status == "former" else "may be")
    return Resolution(person, best.holding, (), rule, _STANDING[best.standing])


def _last_left(holdings: list[Holding], said: Title, day: str) -> list[Tenure]:
    """The office that somebody named in full left last, where none is held that day."""
    left = [t for t in (tenure_on(h, day) for h in holdings) if t.standing == "after"] if day else []
    return [max(left, key=lambda t: latest(t.holding.end))] if left and said.status == "current" else []


def _persons(knowledge: Knowledge, ids: Iterable[str]) -> tuple[Person, ...]:
    return tuple(p for p in map(knowledge.people.get, ids) if p)


def _unresolved(knowledge: Knowledge, name: str, country: str | None, day: str) -> Resolution:
    """Nobody, and at most twenty whom the name may mean: those of the country, and the highest in office that day, first."""
    ids = knowledge.people.named(name) or knowledge.people.known_as(name)
    here = [i for i in ids if country in knowledge.people.countries(i)] or list(ids)
    rank = {kind: i for i, kind in enumerate(knowledge.offices.levels)}

    def prominence(person_id: str) -> tuple[int, str]:
        held = [tenure_on(h, day) for h in knowledge.holdings.of_person(person_id)] if day else []
        return min((rank.get(t.holding.type, 99) for t in held if t.standing in _SURE), default=99), person_id

    return Resolution(None, None, _persons(knowledge, sorted(here, key=prominence)[:20]), "unresolved", "unresolved")
