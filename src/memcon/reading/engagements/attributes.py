"""What else the text says of an engagement near the word for it: when, how long, where, how it was called, and why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from memcon.reading import syntax
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.nouns import AFTER
from memcon.reading.engagements.words import Words
from memcon.reading.parsing import Parse
from memcon.reading.predicates import FoundPredicate, carrier_of, chain_above
from memcon.reading.status_forms import HAPPENING
from memcon.record import DescribedAs, Duration, Precision, Time, When

_PERIOD = re.compile(r"P(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?)?")
_MINUTES = (7 * 1440, 1440, 60, 1)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")
_AND = re.compile(r"\s+and\s+(?:on\s+)?")
JOINED = 24  # characters within which the next day stands: "and on Wednesday"
TOO_FAR = 99.0
NOT_SHARED = -1.0
SHARED = 1.0  # steps by which another trigger may be nearer to a date that both have: "visited on Friday, meeting Putin"
# Clauses below a trigger that keep their dates for themselves.
OWN_TIME = frozenset({"xcomp", "relcl", "acl", "ccomp", "advcl", "conj", "pcomp"})
# Labels of a date that belongs to the noun behind it.
ATTRIBUTIVE = frozenset({"compound", "nmod", "amod", "nummod", "poss"})


# When


def time_near(
    analysis: Analysis,
    parse: Parse,
    heads: Iterable[Any],
    others: Iterable[Any],
    words: Words,
    reach: float = 99.0,
) -> Time | None:
    """The date that goes with these words: one that hangs on them, else the nearest that no other trigger is nearer to.

    `others` are the head tokens of the sentence's other drafts; telling verbs keep their dates ("announced on Monday");
    `reach` is how many steps away in the tree it may stand."""
    times = [time for time in analysis.times_in(parse.start, parse.end) if time.type in {"DATE", "TIME"}]
    heads, others = list(heads), list(others)
    kept = NOT_SHARED if any(_told_before_or_after(head) for head in heads) else None
    if (named := _when_clause(times, parse, heads)) is not None:
        return named
    times = [time for time in times if not _bounds(parse, time) and not _is_of_what_is_ahead(parse, time, heads)]
    for distance, _, time in sorted(((_distance(parse, time, heads, words), time.start, time) for time in times), key=_rank):
        nearest_other = min((_distance(parse, time, [other], words) for other in others), default=TOO_FAR)
        shared = kept if kept is not None else SHARED * 3 if any(head.tag_ == "VBG" for head in heads) else SHARED
        if distance < min(TOO_FAR, reach) and distance <= nearest_other + shared:
            return _narrowed(time, times, parse, heads, words)
    return None


def _narrowed(time: Time, times: list[Time], parse: Parse, heads: list[Any], words: Words) -> Time:
    """ "*this year's* summit in *September*": of two dates of which one holds the other, the narrower."""
    if precision_of(time) not in {"year", "range", "season"} or time.earliest is None or time.latest is None:
        return time
    for other in times:
        if other is time or other.earliest is None or other.latest is None or _distance(parse, other, heads, words) >= TOO_FAR:
            continue
        inside = time.earliest <= other.earliest and other.latest <= time.latest
        if inside and precision_of(other) in {"day", "month"}:
            return other
    return time


def _when_clause(times: Iterable[Time], parse: Parse, heads: Iterable[Any]) -> Time | None:
    """ "not since October, *when* the two shook hands": the date that the clause hangs on."""
    joined = [head.head for head in heads if head.dep_ == "conj" and head.head.pos_ == "VERB"]
    marks = [child for head in (*heads, *joined) for child in head.children if child.lower_ == "when" and child.i > 1]
    before = [parse.ends(mark.nbor(-2) if mark.nbor(-1).text == "," else mark.nbor(-1)) for mark in marks]
    return next((time for time in times if time.end in before), None)


def _told_before_or_after(head: Any) -> bool:
    """ "flew to Hanoi on Monday *after meeting* Xi", "*before travelling* on to Manila": another day than the verb's."""
    return bool(head.tag_ == "VBG" and head.dep_ == "pcomp" and head.head.lower_ in {"before", "after", "following"})


def own_clauses(noun: Any, words: Words) -> list[Any]:
    """Verbs that tell when and where the noun's own event was: "talks that *were to be held* on Monday", "planned for May"."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return []
    clauses = [child for child in noun.children if child.dep_ in {"relcl", "acl"} and child.i > noun.i]
    clauses += [child for child in noun.children if child.i > noun.i and child.pos_ == "ADJ" and child.lower_ in words.fixing]
    behind = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 3]
    if len(behind) == 2 and behind[0].text == "," and behind[1].tag_ == "VBN" and behind[1].dep_ in {"advcl", "acl", "amod"}:
        clauses.append(behind[1])  # "cancelled his visit to Rabat, planned for April 1"
    verbs = [verb for clause in clauses if _is_about(clause) for verb in _verb_group(clause)]
    return [verb for verb in verbs if _places_its_noun(verb, words)]


def told_with(token: Any, words: Words) -> list[Any]:
    """Verbs that tell of the word beside its own: "negotiations *are to resume* in Doha", "in Doha she *is* to be received"."""
    if token.pos_ in {"VERB", "AUX"}:
        journey = syntax.purpose_of(token)
        if journey is not None and (syntax.is_somewhere(journey, token.i) or not words.going.isdisjoint(syntax.forms(journey))):
            return [journey]
        over = [token]
        while over[-1].dep_ in {"xcomp", "acomp"} and not any(child.dep_ == "dobj" for child in over[-1].head.children):
            over.append(over[-1].head)
        return over[1:]
    journey = syntax.purpose_of(token.head) if token.dep_ == "dobj" else None
    if (
        journey is not None
        and not words.going.isdisjoint(syntax.forms(journey))
        and not words.support.isdisjoint(syntax.forms(token.head))
    ):
        return [journey]  # "*flew* to Delhi on Monday to hold talks"
    carrier = token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
    below = [child for child in carrier.children if child.dep_ in {"xcomp", "acomp"}] if carrier is not None else []
    return [item for child in below for item in _verb_group(child)]


def _is_about(clause: Any) -> bool:
    """Whether the noun over the clause is what the clause tells of: "which was held", "planned for May"."""
    participle = clause.tag_ in {"VBN", "JJ"} or (clause.tag_ == "VBD" and clause.dep_ == "acl")
    if participle and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in clause.children):
        return True
    return _is_relative(clause)


def _verb_group(verb: Any) -> list[Any]:
    below = [item for child in verb.children if child.dep_ in {"xcomp", "acomp", "conj"} for item in _verb_group(child)]
    return [verb, *below]


def _places_its_noun(verb: Any, words: Words) -> bool:
    forms = set(syntax.forms(verb))
    return bool(forms & (words.support | words.lasting | HAPPENING | words.fixing)) and not forms & words.telling


def _bounds(parse: Parse, time: Time) -> bool:
    """ "the first visit *since 2018*", "before May 5": a bound, not a date."""
    token = parse.token_at(time.start)
    before = parse.doc[token.i - 1].lower_ if token is not None and token.i > 0 else ""
    return before in {"since", "before", "until", "till", "after"}


def _is_of_what_is_ahead(parse: Parse, time: Time, heads: list[Any]) -> bool:
    """ "called off talks ahead of a *vote in September*": the date of another matter, unless that is the word itself."""
    token = parse.head_of(time.start, time.end)
    above = list(syntax.governors(token)) if token is not None else []
    of = next((place for place, item in enumerate(above) if item.lower_ == "of" and item.head.lower_ == "ahead"), 0)
    return of > 0 and {item.i for item in above[:of]}.isdisjoint(item.i for item in heads)


def _rank(row: tuple[float, int, Time]) -> tuple[float, int]:
    return row[0], row[1]


def _distance(parse: Parse, time: Time, heads: list[Any], words: Words) -> float:
    """Steps through the tree from the time to one of the heads, TOO_FAR where another clause's verb lies between."""
    token = parse.head_of(time.start, time.end)
    if token is None or _is_of_what_came_before(parse, time, heads):
        return TOO_FAR
    return min((1.0 if _closes(parse, time, head) else _steps(token, head, words) for head in heads), default=TOO_FAR)


def _is_of_what_came_before(parse: Parse, time: Time, heads: list[Any]) -> bool:
    """ "their first meeting *since* the talks of *May*", "*after* the summit in Delhi in *September*": the date of the other.

    A day is let through: what follows "the summit *on Thursday*" mostly does so that day."""
    first = parse.token_at(time.start)
    own = {head.i for head in heads}
    noun = False
    for token in reversed(parse.doc[max(0, first.i - _LONG_NAME) : first.i]) if first is not None else ():
        if token.i in own or token.pos_ in {"VERB", "AUX", "CCONJ"} or token.lower_ in {",", ";"}:
            return False
        if token.lower_ in AFTER | {"since"} and token.dep_ != "mark":
            return noun and (token.lower_ == "since" or time.earliest != time.latest)
        noun = noun or token.pos_ in {"NOUN", "PROPN"}
    return False


_LONG_NAME = 14  # words between the preposition and the date


def _closes(parse: Parse, time: Time, head: Any) -> bool:
    """ "flies to Doha, where he will meet the emir, *on Sunday*": the date stands right behind all that the word governs.

    So it does behind a noun with its owner and its place: "their meeting in Vladivostok *in September*"."""
    first = parse.token_at(time.start)
    owned = head.pos_ == "NOUN" and head.right_edge.i > head.i and any(child.dep_ == "poss" for child in head.children)
    if first is None or not (owned or (head.pos_ == "VERB" and head.dep_ != "ROOT")):
        return False
    between = parse.doc[head.right_edge.i + 1 : first.i]
    return 0 < len(between) < 3 and all(token.is_punct or token.lower_ in {"on", "in"} for token in between)


def _steps(token: Any, head: Any, words: Words) -> float:
    above = [token, *syntax.governors(token)]
    path = [head, *syntax.governors(head)]
    indices = [item.i for item in path]
    meeting = next((item for item in above if item.i in indices), None)
    if meeting is None:
        return TOO_FAR
    down, up = above[: above.index(meeting)], path[: indices.index(meeting.i)]
    own = [item for item in down if item.pos_ in {"VERB", "AUX"} and item.dep_ in OWN_TIME]
    if any(item.i > head.i or item.dep_ == "relcl" or _is_relative(item) for item in own):
        return TOO_FAR  # "met him to speak of a vote *in January*"; "in the visit, which ends *on Friday*, he will meet X"
    if any(item.dep_ in {"ccomp", "relcl", "parataxis"} for item in up):
        return TOO_FAR  # "said *on Monday* that they had met"
    if head.pos_ in {"NOUN", "PROPN"} and any(item.dep_ in OWN_TIME and not telling_of(item, words) for item in up):
        return TOO_FAR  # "visited *in April* to prepare the president's trip"
    beside = any(item.lower_ in words.in_person for item in down)  # "on the sidelines of the *June 18* summit"
    beside = beside or (head.pos_ == "VERB" and down[-1:] != [] and down[-1].lower_ in {"at", "during"})
    if token.dep_ in ATTRIBUTIVE and len(down) > 1 and token.head.i != head.i and not beside:
        return TOO_FAR  # "spoke of the *April 22* summit"
    told = bool(up) and up[-1].dep_ != "prep" and not words.telling.isdisjoint(syntax.forms(meeting))
    if told and down and down[-1].lower_ not in {"for", "to", "until", "till"}:
        return TOO_FAR  # "announced *on Monday* a visit"; but "put off *until May*"
    return float(len(down) + 1.5 * len(up) + abs(token.i - head.i) / 100)


def _is_relative(verb: Any) -> bool:
    return any(child.tag_ == "WDT" and child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def when_of(time: Time) -> When:
    """The record's date for a time expression."""
    return When(start=time.earliest, end=time.latest, precision=precision_of(time), text=time.exact, anchor=time.anchor)


def with_next_day(analysis: Analysis, time: Time) -> Time:
    """ "on Thursday *and Friday*": two days in a row, told as one stretch."""
    if time.earliest is None or time.earliest != time.latest:
        return time
    following = next(iter(analysis.times_in(time.end, time.end + JOINED)), None)
    if following is None or following.earliest is None or following.earliest != following.latest:
        return time
    next_day = date.fromisoformat(following.earliest) - date.fromisoformat(time.earliest) == timedelta(days=1)
    if not next_day or not _AND.fullmatch(analysis.shadow[time.end : following.start]):
        return time
    exact = analysis.text[time.start : following.end]
    value = f"{time.earliest}/{following.earliest}"
    return time.model_copy(update={"end": following.end, "exact": exact, "latest": following.latest, "value": value})


def precision_of(time: Time) -> Precision:
    if time.earliest is None:
        return "unknown"
    if _DAY.match(time.value):
        return "day"
    if re.fullmatch(r"\d{4}-\d\d", time.value):
        return "month"
    if re.fullmatch(r"\d{4}", time.value) and time.mod is None:
        return "year"
    return "season" if re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", time.value) else "range"


# How long


def durations_in(analysis: Analysis, parse: Parse) -> list[Time]:
    return [time for time in analysis.times_in(parse.start, parse.end) if time.type == "DURATION" and minutes_of(time)]


def minutes_of(time: Time) -> int | None:
    """Minutes of a TIMEX3 period ("PT1H30M" is 90); None for months, years and what is not counted."""
    found = _PERIOD.fullmatch(time.value)
    if found is None or not any(found.groups()):
        return None
    return round(sum(float(part) * size for part, size in zip(found.groups(), _MINUTES, strict=True) if part))


def until(when: When | None, duration: Duration, *, back: bool = False) -> When | None:
    """A visit of three days from 30 May ends on 1 June; with `back` the date is its last day."""
    days = duration.minutes // 1440
    if when is None or when.start is None or when.precision != "day" or when.start != when.end or days < 2:
        return when
    if back:
        start = date.fromisoformat(when.start) - timedelta(days=days - 1)
        return when.model_copy(update={"start": start.isoformat(), "precision": "range"})
    end = date.fromisoformat(when.start) + timedelta(days=days - 1)
    return when.model_copy(update={"end": end.isoformat(), "precision": "range"})


def duration_of(analysis: Analysis, found: FoundPredicate, words: Words) -> tuple[Duration, Time] | None:
    """The duration that hangs on the word, on what counts it or on the verb that carries it."""
    heads = {item.i for item in _own_heads(found, words)}
    for time in durations_in(analysis, found.parse):
        token = found.parse.head_of(time.start, time.end)
        if token is None:
            continue
        above = [token, *list(syntax.governors(token))[:2]]
        near = next((item for item in above if item.i in heads), None)
        if near is not None and not _is_lapse(found.parse, time, words) and not _of_another(found, token):
            minutes = minutes_of(time) or 0
            approximate = time.mod is not None or "few" in time.exact
            return Duration(minutes=minutes, approximate=approximate, text=time.exact), time
    return None


def _of_another(found: FoundPredicate, token: Any) -> bool:
    """ "the meeting capped *two days of talks*": the days are those of the talks."""
    counted = [item for child in token.children if child.lower_ == "of" for item in syntax.prepositional_objects(child)]
    return bool(counted) and all(item.i != found.token.i for item in counted)


def _own_heads(found: FoundPredicate, words: Words) -> list[Any]:
    heads = [found.token, *(chain_above(found.token) if found.entry.pos == "noun" else ())]
    carrier = carrier_of(found.token) if found.entry.pos == "noun" else None
    if carrier is not None:
        verbs = [carrier, *(child for child in carrier.children if child.dep_ == "conj")]
        heads.extend(verb for verb in verbs if not (words.support | words.lasting).isdisjoint(syntax.forms(verb)))
    heads.extend(
        clause
        for clause in found.token.doc[found.token.i + 1 :]
        if clause.dep_ in {"relcl", "acl"}
        and any(form in words.lasting for form in syntax.forms(clause))
        and any(child.tag_ == "WDT" for child in clause.children)
    )
    return heads


# "their second meeting in just over", "the 9th visit in": the span is that of the count.
_COUNTED = re.compile(r"\b(\w+|\d+(?:st|nd|rd|th))\b(?=[^.;]{0,60}\bin\s+(?:\w+\s+){0,3}$)")
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")


def _is_lapse(parse: Parse, time: Time, words: Words) -> bool:
    """ "two days *after*", "three weeks *ago*", "the second *in just over a week*": no length."""
    head = parse.doc.text[: time.start - parse.start].lower()
    if head.rstrip().endswith("within"):  # "will meet *within two weeks*"
        return True
    if any(count in words.counted or _NUMBERED.fullmatch(count) for count in _COUNTED.findall(head)):
        return True
    tail = parse.doc.text[time.end - parse.start :].lstrip().split(" ", 1)[0].lower().strip(",.")
    return tail in {"after", "ago", "before", "later", "earlier", "since"}


def telling_of(carrier: Any, words: Words) -> bool:
    """Whether the verb's place is the noun's: "held talks *in Doha*"; not "announced in Doha that talks ..."."""
    forms = set(syntax.forms(carrier))
    return bool(forms & (words.support | words.lasting | HAPPENING)) and not forms & words.telling


# How it was called, and why not


def described_of(analysis: Analysis, found: FoundPredicate, words: Words) -> tuple[tuple[DescribedAs, tuple[int, int]], ...]:
    """Adjectives on the noun, and those that somebody gave it ("talks that both sides described as “frank”")."""
    if found.entry.pos == "verb":
        return ()
    own = [(child, ()) for child in found.token.lefts if child.dep_ == "amod" and child.lower_ in words.described]
    told = [item for verb in _describing_verbs(found.token, words) for item in _told(analysis, found.parse, verb, words)]
    chosen: dict[str, tuple[DescribedAs, tuple[int, int]]] = {}
    for token, by in [*told, *own]:
        span = found.parse.begins(token), found.parse.ends(token)
        chosen.setdefault(token.lower_, (DescribedAs(text=analysis.text[span[0] : span[1]], by=by), span))
    return tuple(chosen.values())


def _describing_verbs(noun: Any, words: Words) -> Iterator[Any]:
    for child in noun.children:
        if child.dep_ == "relcl" and any(form in words.describing for form in syntax.forms(child)):
            yield child
    if noun.dep_ in {"dobj", "nsubjpass", "nsubj"} and any(form in words.describing for form in syntax.forms(noun.head)):
        yield noun.head


def _told(analysis: Analysis, parse: Parse, verb: Any, words: Words) -> Iterator[tuple[Any, tuple[str, ...]]]:
    by: set[str] = set()
    for token in syntax.subjects(verb):
        mention = analysis.mention_at(parse.begins(token))
        if mention is not None:
            by.update(mention.parties)
    for token in verb.subtree:
        if token.lower_ in words.described and token.i > verb.i:
            yield token, tuple(sorted(by))
