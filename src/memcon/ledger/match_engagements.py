"""Are two reported engagements one? Parties, people, date, kind and place, each with points that a person can read.

Points: parties .25, people .35, date .25, kind .15, place .10, length .05; one engagement from THRESHOLD on, unless
something speaks against it: other people on one side, other days, a call against a dinner, another city.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from memcon.ledger.clustering import Verdict
from memcon.ledger.keys import digest, fold
from memcon.ledger.people import PersonKey, person_key, same_person
from memcon.ledger.windows import FUTURE_STATUS, Window, window_of
from memcon.record import Engagement

THRESHOLD = 0.65
MANY_PARTIES = 6  # a conference of more is looked up as a whole, not pair by pair
CALLED_OFF = FUTURE_STATUS | {"postponed", "cancelled", "declined"}
MEALS = frozenset({"breakfast", "lunch", "dinner"})
IN_ONE_ROOM = frozenset({"meeting", "talks", "summit", "trilateral", "conference", "other"})
NO_DAY = "0001-01-01"  # where a report that has no window is looked up by its words

Ground = tuple[str, float]
PEOPLE_ALL, PEOPLE_ONE_SIDE = 0.35, 0.2
DATE_SAME, DATE_SURE, DATE_NEAR, DATE_MONTH = 0.25, 0.2, 0.15, 0.08
PLACE_SAME, PLACE_COUNTRY = 0.1, 0.05
NO, NOTHING = -1.0, ("", 0.0)


@dataclass(frozen=True, slots=True)
class EngagementFeatures:
    """What comparing looks at."""

    parties: tuple[str, ...]
    people: tuple[PersonKey, ...]
    window: Window | None
    earlier: tuple[Window, ...]  # days that an earlier plan was for
    kind: str
    form: str
    status: str
    city: str
    country: str
    place: str
    minutes: int | None
    outlet: str
    words: str
    keys: tuple[str, ...]  # by which the report is looked up: no two are compared that share none

    @property
    def viewpoint(self) -> str:
        """Whose readout it reads like: the side of the person named first."""
        return self.people[0].country if self.people else ""


def engagement_features(fact: Engagement, published: str | None, outlet: str | None) -> EngagementFeatures:
    """The features of one reported engagement."""
    place_country = fact.place.country if fact.kind == "visit" else None
    earlier = (window_of(step.when, None, step.status, True) for step in fact.history if step.when)
    parties = tuple(sorted({*fact.parties, *([place_country] if place_country else [])}))
    people = tuple(person_key(each) for each in fact.participants)
    return EngagementFeatures(
        parties=parties,
        people=people,
        window=window_of(fact.when, published, fact.status, fact.background),
        earlier=tuple(window for window in earlier if window),
        kind=fact.kind,
        form=fact.format or "",
        status=fact.status,
        city=fold(fact.place.city),
        country=fact.place.country or "",
        place=fold(fact.place.name),
        minutes=fact.duration.minutes if fact.duration else None,
        outlet=fold(outlet),
        words=_same_words(fact),
        keys=tuple(_party_keys(parties) + _traveller_keys(fact.kind, people, fact.place.country)),
    )


def engagement_blocks(features: EngagementFeatures) -> list[tuple[str, str, str]]:
    """(block, first day, last day): two reports that may be one share a block, and days in it, give or take one."""
    if features.window is None:
        return [(f"words:{features.words}", NO_DAY, NO_DAY)]
    windows = (features.window, *features.earlier)
    return sorted({(key, w.first.isoformat(), w.last.isoformat()) for key in features.keys for w in windows})


@lru_cache(maxsize=4_000)
def compare_engagements(one: EngagementFeatures, other: EngagementFeatures) -> Verdict:
    """Points for what agrees, or the reason why the two can't be one."""
    if one.window is None or other.window is None:
        return _compare_undated(one, other)
    if not set(one.keys) & set(other.keys):
        return Verdict(0.0, against=f"parties {'+'.join(one.parties)} against {'+'.join(other.parties)}")
    kind = _compare_kinds(one, other)
    people = _compare_people(one, other)
    date = _compare_dates(one, other)
    place = _compare_places(one, other)
    parties = _compare_parties(one, other)
    grounds = (parties, people, date, kind, place, _compare_lengths(one, other))
    against = next((text for text, points in grounds if points < 0), None)
    kept = tuple((text, points) for text, points in grounds if points > 0)
    score = min(1.0, round(sum(points for _, points in kept), 2))
    if against:
        return Verdict(score, kept, against=against)
    if date[1] == 0 and not _dateless_will_do(one, other, people, place):
        return Verdict(min(score, THRESHOLD - 0.01), kept)
    return Verdict(score, kept, strong=people[1] >= PEOPLE_ALL and date[1] >= DATE_SURE)


def _dateless_will_do(one: EngagementFeatures, other: EngagementFeatures, people: Ground, place: Ground) -> bool:
    """A plan with no date finds its people's engagement; "they met that year" needs the city as well."""
    wide = [each for each in (one, other) if each.window and each.window.grain == "wide"]
    a_plan = all(each.status in CALLED_OFF for each in wide)
    return people[1] >= PEOPLE_ALL and (a_plan or place[1] >= PLACE_SAME)


def _same_words(fact: Engagement) -> str:
    told = fold(" ".join(evidence.exact for evidence in fact.evidence))
    names = " ".join(sorted(person_key(each).shown for each in fact.participants))
    return digest(fact.kind, fact.status, "+".join(fact.parties), names, told)


def _party_keys(parties: tuple[str, ...]) -> list[str]:
    if len(parties) < 2 or len(parties) > MANY_PARTIES:
        return ["all:" + "+".join(parties)] if parties else []
    return ["+".join(pair) for pair in combinations(parties, 2)]


def _traveller_keys(kind: str, people: tuple[PersonKey, ...], place_country: str | None) -> list[str]:
    """A trip is looked up by who travels as well: not every report says to whom."""
    if kind != "visit":
        return []
    travellers = _travellers(people, place_country or "") or people
    return sorted({f"visitor:{person.words[-1]}" for person in travellers if person.words})


def _travellers(people: tuple[PersonKey, ...], place_country: str) -> tuple[PersonKey, ...]:
    return tuple(person for person in people if person.country != place_country) if place_country else ()


def _compare_undated(one: EngagementFeatures, other: EngagementFeatures) -> Verdict:
    if one.window is None and other.window is None and one.words == other.words:
        return Verdict(1.0, (("the same words, without a date", 1.0),), strong=True)
    return Verdict(0.0)


def _compare_kinds(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    if one.kind == other.kind:
        return f"both a {one.kind}" if one.kind not in ("talks", "other") else f"both {one.kind}", 0.15
    kinds = {one.kind, other.kind}
    if kinds <= IN_ONE_ROOM and not {"trilateral", "conference"} <= kinds:
        if {one.form, other.form} == {"in_person", "phone"} or {one.form, other.form} == {"in_person", "video"}:
            return f"{one.form} against {other.form}", NO
        return f"{one.kind} and {other.kind}", 0.1
    if kinds <= {"call", "talks", "other"} and "in_person" not in (one.form, other.form):
        return f"{one.kind} and {other.kind}", 0.1
    if kinds == {"summit", "call"} and "in_person" not in (one.form, other.form):
        return "summit and call", 0.1
    return f"{one.kind} against {other.kind}", NO


def _compare_parties(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    if one.parties == other.parties:
        return "same parties " + "+".join(one.parties), 0.25
    shared = sorted(set(one.parties) & set(other.parties))
    if one.kind == "visit" and shared:
        return "in common " + "+".join(shared), 0.1
    extra = set(one.parties) ^ set(other.parties)
    taking_part = {person.country for person in (*one.people, *other.people)}
    if len(shared) >= 2 and not extra & taking_part:
        return "in common " + "+".join(shared) + "; nobody is named of " + "+".join(sorted(extra)), 0.1
    return f"parties {'+'.join(one.parties)} against {'+'.join(other.parties)}", NO


def _compare_people(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    """Side by side. One person in common will do for a delegation; nobody in common speaks against."""
    if one.kind == "visit":
        return _compare_travellers(one, other)
    matched, open_sides, names = 0, 0, []
    for side in sorted({*one.parties, *other.parties}):
        ours = [person for person in one.people if person.country == side]
        theirs = [person for person in other.people if person.country == side]
        common = _in_common(ours, theirs)
        if common:
            matched += 1
            names.append(common.shown)
        elif _differ(ours, theirs):
            return f"{ours[0].shown} against {theirs[0].shown}", NO
        else:
            open_sides += 1
    return _people_points(matched, open_sides, names)


def _people_points(matched: int, open_sides: int, names: list[str]) -> Ground:
    if not matched:
        return NOTHING
    if matched >= 2 and matched >= open_sides:
        return "same people: " + ", ".join(names), PEOPLE_ALL
    return "one side the same: " + ", ".join(names), PEOPLE_ONE_SIDE


def _compare_travellers(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    ours = list(_travellers(one.people, one.country) or one.people)
    theirs = list(_travellers(other.people, other.country) or other.people)
    common = _in_common(ours, theirs)
    if common:
        return f"same visitor: {common.shown}", PEOPLE_ALL
    if _differ(ours, theirs):
        return f"{ours[0].shown} against {theirs[0].shown}", NO
    return NOTHING


def _in_common(ours: list[PersonKey], theirs: list[PersonKey]) -> PersonKey | None:
    for one in ours:
        for other in theirs:
            if same_person(one, other):
                return max(one, other, key=lambda person: (len(person.shown), person.shown))
    return None


def _differ(ours: list[PersonKey], theirs: list[PersonKey]) -> bool:
    """Nobody in common: another named person, or another level."""
    if any(person.named for person in ours) and any(person.named for person in theirs):
        return True
    levels, other_levels = {p.level for p in ours if p.level}, {p.level for p in theirs if p.level}
    return bool(levels and other_levels and not levels & other_levels)


def _compare_dates(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    for mine, its in [(one.window, other.window), *_moved(one, other), *((b, a) for a, b in _moved(other, one))]:
        if mine and its and mine.meets(its):
            return _overlap(mine, its)
    if one.window and other.window and one.window.meets(other.window, slack=1) and _clocks_may_differ(one, other):
        return f"a day apart: {_shown(one.window)} and {_shown(other.window)}, told from two sides", 0.1
    return f"{_shown(one.window)} against {_shown(other.window)}", NO


def _moved(one: EngagementFeatures, other: EngagementFeatures) -> list[tuple[Window, Window | None]]:
    """The days that one says it was first planned for, where the other is that plan, or its calling off."""
    return [(window, other.window) for window in one.earlier] if other.status in CALLED_OFF else []


def _overlap(one: Window, other: Window) -> Ground:
    grains = {one.grain, other.grain}
    if "wide" in grains:
        alike = one == other
        return (f"both {_shown(one)}", DATE_MONTH) if alike else (f"{_shown(one)} allows {_shown(other)}", 0.0)
    if "month" in grains:
        return f"{_shown(one)} and {_shown(other)}", DATE_MONTH
    if "about" in grains:
        same = one.first == other.first and one.last == other.last
        return (f"both {_shown(one)}", DATE_SURE) if same else (f"{_shown(one)} and {_shown(other)}", DATE_NEAR)
    if one == other:
        return f"both {_shown(one)}", DATE_SAME
    return f"{_shown(one)} and {_shown(other)}", DATE_SURE


def _clocks_may_differ(one: EngagementFeatures, other: EngagementFeatures) -> bool:
    """May one side's evening be the other's next morning? Only for two sides' tellings: nobody misdates their own."""
    if one.kind == "visit" or other.kind == "visit":
        return False
    if not (one.viewpoint and other.viewpoint and one.viewpoint != other.viewpoint):
        return False
    grains = {one.window.grain if one.window else "", other.window.grain if other.window else ""}
    return grains <= {"day", "about"} and not (one.outlet and one.outlet == other.outlet)


def _compare_places(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    if "call" in (one.kind, other.kind) or one.kind == "letter":
        return NOTHING
    if one.city and other.city and one.city == other.city:
        return f"both in {one.city}", PLACE_SAME
    if one.city and other.city and not _may_move(one, other):
        return f"{one.city} against {other.city}", NO
    if one.place and one.place == other.place:
        return f"both at {one.place}", PLACE_SAME
    if one.country and other.country:
        same = one.country == other.country
        return (f"both in {one.country}", PLACE_COUNTRY) if same else (f"{one.country} against {other.country}", NO)
    return NOTHING


def _may_move(one: EngagementFeatures, other: EngagementFeatures) -> bool:
    """One trip goes to several cities, and a plan names the big city where the villa in the hills is meant."""
    return one.kind == "visit" or bool({one.status, other.status} & CALLED_OFF)


def _compare_lengths(one: EngagementFeatures, other: EngagementFeatures) -> Ground:
    if one.minutes and one.minutes == other.minutes:
        return f"both {one.minutes} minutes", 0.05
    return NOTHING


def _shown(window: Window | None) -> str:
    if window is None:
        return "no date"
    days = window.first.isoformat() if window.first == window.last else f"{window.first} to {window.last}"
    return f"about {days}" if window.grain == "about" else days
