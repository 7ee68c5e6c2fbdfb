"""The date that a sentence gives an engagement of its own.

A stated cascade, each stage only where the one before found nothing: the day that a list gives it; what hangs on its word, on
a clause about it, on its verb; what its last day hangs on; what stands right behind who takes part; the one date at the end of
a row of verbs; for a "where" clause the date beside its place; for a plan its bound ("before the end of the year"); what was
said right after it ("told reporters on Tuesday after talks with X")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from memcon.reading import syntax
from memcon.reading.analysis import Analysis, at
from memcon.reading.engagements import attributes
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.words import Words
from memcon.reading.predicates import carrier_of, chain_above
from memcon.reading.status import FUTURE, SETTLED
from memcon.record import Time

BEHIND = re.compile(r"\s*[,)]*\s*(?:(?:on|in|late|early)\s+)?(?:late\s+|early\s+)?")
BARE = re.compile(r"\s*[,(]?\s*(?:from\s+|on\s+|between\s+)?")  # between a place and its dates
NEAR = 3.0  # steps in the tree within which a date belongs to "the meeting"
LONGEST = 21  # days of one occasion
ORDER = frozenset({"beforehand", "afterwards", "afterward", "subsequently", "thereafter"})
LIMITS = frozenset({"before", "by", "until"})


def time_of(analysis: Analysis, draft: Draft, words: Words, drafts: Iterable[Draft]) -> Time | None:
    """The draft's own time expression; not one that dates an earlier status. `drafts` are all of the document."""
    token, parse = draft.found.token, draft.found.parse
    others = [d.found.token for d in drafts if d.sentence == draft.sentence and d.found.token.i != token.i]
    reach = NEAR if draft.back and not draft.sides else attributes.TOO_FAR
    heads = [token, *attributes.own_clauses(token, words), *attributes.told_with(token, words), *_came_for(token, words)]
    time = (
        draft.dated
        or _before_the_purpose(analysis, draft)
        or attributes.time_near(analysis, parse, heads, others, words, reach)
    )
    if time is None and closes(draft, words):
        time = attributes.time_near(analysis, parse, _returns(draft), others, words, reach)
    time = time or _behind(analysis, draft, words) or _of_the_last(analysis, draft, drafts)
    time = (
        time
        or _behind_its_place(analysis, draft, words)
        or _still_to_come(analysis, draft)
        or _beside_its_place(analysis, draft)
        or _limit(analysis, draft)
        or _coming(analysis, draft)
        or _of_the_telling(analysis, draft)
    )
    if time is not None and any(item.start == time.start for item in draft.evidence):
        return None
    if time is not None and _is_of_the_invitation(analysis, draft, time):
        return None
    if _is_before_or_after(draft):
        return _around_another(analysis, draft, time)
    return _from_to(analysis, draft, heads, words) or time


def _is_of_the_invitation(analysis: Analysis, draft: Draft, time: Time) -> bool:
    """ "said *on Sunday* that the invitation to X to a summit stood": a day outside the noun's phrase is not the summit's."""
    cue, parse = draft.status.cue, draft.found.parse
    if draft.status.value != "invited" or cue is None or cue.pos_ != "NOUN":
        return False
    token = parse.head_of(time.start, time.end)
    return token is not None and not any(item.i in {cue.i, draft.found.token.i} for item in (token, *syntax.governors(token)))


def _is_before_or_after(draft: Draft) -> bool:
    """ "will attend the summit in May but go to Cairo *beforehand*": told by what else is done in the sentence."""
    verb = draft.found.token if draft.found.entry.pos == "verb" else carrier_of(draft.found.token)
    return verb is not None and verb.dep_ == "conj" and any(child.lower_ in ORDER for child in verb.children)


def _around_another(analysis: Analysis, draft: Draft, time: Time | None) -> Time | None:
    """Its own date where it has one, else the month in which the other is: the day of the other is none of its own."""
    parse = draft.found.parse
    if time is not None and time.start > draft.found.start:
        return time
    before = _dates(analysis, parse.start, draft.found.start)
    last = before[-1] if before else None
    return last if last is not None and last.earliest is not None and last.earliest != last.latest else None


def _from_to(analysis: Analysis, draft: Draft, heads: list[Any], words: Words) -> Time | None:
    """ "talks that are to *begin on Monday and continue on Tuesday*", "*opened on May 3 and will end on May 5*": both days."""
    parse, told = draft.found.parse, [head for head in heads if head.pos_ == "VERB"]
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else None
    told += [carrier] if carrier is not None else []
    for first in (verb for verb in told if not words.beginning.isdisjoint(syntax.forms(verb))):
        for last in first.children:
            if last.dep_ != "conj" or (words.lasting | words.closing).isdisjoint(syntax.forms(last)):
                continue
            begins = _dates(analysis, parse.ends(first), parse.begins(last))
            ends = _dates(analysis, parse.ends(last), parse.ends(last.right_edge))
            if len(begins) == len(ends) == 1 and (span := _stretch(analysis, begins[0], ends[0])) is not None:
                return span
    return None


def _stretch(analysis: Analysis, first: Time, last: Time) -> Time | None:
    """From one day to a later one, told as one; None where they are no days or too far apart for one occasion."""
    days = [value for time in (first, last) for value in (time.earliest, time.latest) if value is not None]
    if len(days) < 4 or days[0] != days[1] or days[2] != days[3]:
        return None
    if not 0 < (date.fromisoformat(days[2]) - date.fromisoformat(days[0])).days <= LONGEST:
        return None
    exact, value = analysis.text[first.start : last.end], f"{days[0]}/{days[2]}"
    return first.model_copy(update={"end": last.end, "exact": exact, "latest": days[2], "value": value})


def _came_for(noun: Any, words: Words) -> list[Any]:
    """ "*arrives* on Friday for *talks*": the verb of those who come for it."""
    top = (chain_above(noun) or [noun])[-1]  # "for *two days* of talks"
    verb = top.head.head if top.dep_ == "pobj" and top.head.lower_ == "for" else None
    if verb is None:
        return []
    due = [child for child in verb.children if child.dep_ == "acomp" and child.lower_ in words.fixing]  # "is *due* in Rome"
    return [verb, *due] if due or not words.coming_for.isdisjoint(syntax.forms(verb)) else []


def closes(draft: Draft, words: Words) -> bool:
    """Whether its end is told, and so its date: "*wrapped up* a four-day visit on Sunday", "*at the end of* a visit"."""
    if _stands_at(draft, words.ends):
        return True
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else None
    clauses = [child for child in draft.found.token.children if child.dep_ == "relcl" and _is_subject_clause(child)]
    verbs = [*clauses, *([carrier] if carrier is not None else [])]
    return any(not words.closing.isdisjoint(syntax.forms(verb)) for verb in verbs)


def _is_subject_clause(clause: Any) -> bool:
    """ "a visit *that ended* on Sunday"."""
    return any(child.tag_ == "WDT" and child.dep_ == "nsubj" for child in clause.children)


def opens(draft: Draft, words: Words) -> bool:
    """Whether it is told by its first day: "*at the start of* a four-day visit"."""
    return _stands_at(draft, words.starts)


def _stands_at(draft: Draft, parts: frozenset[str]) -> bool:
    above = chain_above(draft.found.token) if draft.found.entry.pos == "noun" else []
    return any(item.lower_ in parts and item.head.lower_ == "at" for item in above)


def _returns(draft: Draft) -> list[Any]:
    """ "Wrapped up his visit *and returned home* on Tuesday": the verbs beside the one that tells of the end."""
    carrier = carrier_of(draft.found.token)
    return [] if carrier is None else [child for child in carrier.children if child.dep_ == "conj" and child.pos_ == "VERB"]


def _dates(analysis: Analysis, start: int, end: int) -> list[Time]:
    return [time for time in analysis.times_in(start, end) if time.type in {"DATE", "TIME"}]


def _behind(analysis: Analysis, draft: Draft, words: Words) -> Time | None:
    """The date right behind the last who takes part or the place, whatever the model hangs it on: "will meet X *on Sunday*".

    Where the verb tells what is done about it ("called off talks with X on Monday") the date is the verb's, unless a place
    stands before it ("a meeting with X in Vientiane *in September*")."""
    parse, start = draft.found.parse, draft.found.end
    if draft.kind == "visit" or not (times := _dates(analysis, start, parse.end)):
        return None
    mentions = [m for m in analysis.mentions_in(start, times[0].start) if m.kind not in {"adjective", "pronoun"}]
    if not mentions or not BEHIND.fullmatch(analysis.shadow[mentions[-1].end : times[0].start]):
        return None
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else draft.found.token
    telling = carrier is not None and not words.telling.isdisjoint(syntax.forms(carrier))
    if telling and mentions[-1].kind != "place":
        return None
    between = parse.tokens_in(start, times[0].start)
    return None if any(_is_other(analysis, parse.begins(token), token) for token in between) else times[0]


def _before_the_purpose(analysis: Analysis, draft: Draft) -> Time | None:
    """ "was in Rabat on Sunday and in Tunis *on Monday* to see X": the date right before the infinitive."""
    parse, word = draft.found.parse, draft.found.token
    if draft.found.entry.pos == "verb":
        first = word.left_edge if syntax.purpose_of(word) is not None else None
    else:  # "took him to Lima, *on August 4*, for a meeting with X"
        top = (chain_above(word) or [word])[-1]
        first = top.head if top.dep_ == "pobj" and top.head.lower_ == "for" and top.head.head.pos_ == "VERB" else None
    if first is None or draft.kind == "visit" or _dates(analysis, parse.begins(word), parse.ends(word.right_edge)):
        return None
    before = _dates(analysis, parse.start, parse.begins(first))[-1:]
    return next((time for time in before if not analysis.shadow[time.end : parse.begins(first)].strip(" ,")), None)


def _behind_its_place(analysis: Analysis, draft: Draft, words: Words) -> Time | None:
    """ "will pay a visit to Sri Lanka, *14-15 June*": the days that stand bare behind where a visit goes."""
    if draft.kind != "visit" or draft.visited is None or draft.visited.start < draft.found.start:
        return None
    time = next(iter(_dates(analysis, draft.visited.end, draft.found.parse.end)), None)
    carrier = carrier_of(draft.found.token) if draft.found.entry.pos == "noun" else draft.found.token
    telling = carrier is not None and not words.telling.isdisjoint(syntax.forms(carrier))
    if time is None or telling or not BARE.fullmatch(analysis.shadow[draft.visited.end : time.start]):
        return None
    return time


def _is_other(analysis: Analysis, start: int, token: Any) -> bool:
    """Whether the word begins another matter: a verb, a noun that names nobody."""
    if token.pos_ in {"VERB", "AUX"}:
        return True
    return token.pos_ == "NOUN" and analysis.mention_at(start) is None and at(analysis.times, start) is None


def _of_the_last(analysis: Analysis, draft: Draft, drafts: Iterable[Draft]) -> Time | None:
    """ "will meet X and (will) be received by Y *on 28 April*": the one date at the end of a row of verbs is that of all."""
    verb = draft.found.token if draft.found.entry.pos == "verb" else carrier_of(draft.found.token)
    parse = draft.found.parse
    times = _dates(analysis, parse.start, parse.end)
    if verb is None or draft.kind == "visit" or len(times) != 1 or times[0].start < draft.found.end:
        return None
    token = parse.head_of(times[0].start, times[0].end)
    if token is None:
        return None
    above = next((item for item in syntax.governors(token) if item.pos_ == "VERB"), None)
    if above is None or above.i == verb.i or above.dep_ != "conj" or above.head.i != verb.i or token.i != above.right_edge.i:
        return None
    contacts = [other.found.token for other in drafts if other.kind != "visit" and other.sentence == draft.sentence]
    told = {item.i for noun in contacts for item in (noun, carrier_of(noun)) if item is not None}
    alike = above.tag_ == verb.tag_ or (syntax.modal_of(above) is not None and syntax.modal_of(verb) is not None)
    return times[0] if above.i in told and alike else None


def _still_to_come(analysis: Analysis, draft: Draft) -> Time | None:
    """ "cancelled a visit to Rome *in October*": a day to come is not that of the cancelling."""
    published, parse = analysis.document.published.date, draft.found.parse
    if draft.status.value not in SETTLED or published is None:
        return None
    times = _dates(analysis, draft.found.end, parse.end)
    if len(times) != 1 or times[0].earliest is None or times[0].earliest <= published:
        return None
    between = parse.tokens_in(draft.found.end, times[0].start)
    return None if any(_is_other(analysis, parse.begins(token), token) for token in between) else times[0]


def _beside_its_place(analysis: Analysis, draft: Draft) -> Time | None:
    """ "first to Lima, on August 4, and then, *on August 6*, to Brasilia, where he and Lula conferred"."""
    verb = draft.found.token if draft.found.entry.pos == "verb" else carrier_of(draft.found.token)
    where = next((child for child in verb.children if child.lower_ == "where"), None) if verb is not None else None
    if where is None or draft.kind == "visit":
        return None
    parse = draft.found.parse
    times = _dates(analysis, parse.start, parse.begins(where))
    if not times:
        return None
    between = parse.tokens_in(times[-1].end, parse.begins(where))
    return None if any(token.pos_ in {"VERB", "AUX", "NOUN"} for token in between) else times[-1]


def _limit(analysis: Analysis, draft: Draft) -> Time | None:
    """ "is to be held *before the end of the year*": a plan's bound is its date, counted from the publication on."""
    if draft.status.value not in FUTURE or draft.kind == "visit":
        return None
    parse = draft.found.parse
    times = _dates(analysis, draft.found.end, parse.end)
    first = parse.token_at(times[0].start) if len(times) == 1 else None
    if first is None or first.i == 0 or parse.doc[first.i - 1].lower_ not in LIMITS or times[0].earliest is None:
        return None
    long = times[0].earliest != times[0].latest
    verbs = [token for token in parse.tokens_in(draft.found.end, times[0].start) if token.pos_ == "VERB"]
    return times[0] if long and len(verbs) <= 1 else None


def _coming(analysis: Analysis, draft: Draft) -> Time | None:
    """ "will meet *in the coming weeks*": a stretch ahead with an end is when a plan is for."""
    if draft.status.value not in FUTURE:
        return None
    parse = draft.found.parse
    times = [time for time in analysis.times_in(draft.found.end, parse.end) if time.type == "DURATION" and time.earliest]
    first = parse.token_at(times[0].start) if len(times) == 1 else None
    if first is None or first.i == 0 or parse.doc[first.i - 1].lower_ not in {"in", "over", "during", "within"}:
        return None
    verbs = [token for token in parse.tokens_in(draft.found.end, times[0].start) if token.pos_ in {"VERB", "AUX"}]
    return None if verbs else times[0]


def _of_the_telling(analysis: Analysis, draft: Draft) -> Time | None:
    """ "told a news conference *on Tuesday* following talks with X": the talks were on the day of what was said after them."""
    if draft.found.entry.pos != "noun" or draft.kind == "visit" or draft.status.value != "held":
        return None
    top = (chain_above(draft.found.token) or [draft.found.token])[-1]
    if top.dep_ != "pobj" or top.head.lower_ not in {"after", "following"} or draft.back:
        return None
    parse, verb = draft.found.parse, top.head.head
    if verb.tag_ not in {"VBD", "VBN"}:
        return None
    for time in _dates(analysis, parse.start, parse.end):
        token = parse.head_of(time.start, time.end)
        holder = token.head if token is not None else None
        if (
            holder is not None
            and verb.i in {holder.i, holder.head.i}
            and time.earliest is not None
            and time.earliest == time.latest
        ):
            return time
    return None
