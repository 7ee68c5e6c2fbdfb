"""What a difference does to a quotation: cut mid-sentence, turned round, merged from two, altered, or made up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.desk.verify.matching import OP, Match, Run
from memcon.desk.verify.types import Verdict
from memcon.desk.verify.words import Senses, Words

ALTERED = 0.5  # share of the words, by weight, from which a quotation is an altered one and not another
ALTERED_START = 0.12  # the same where the draft begins as the source's quotation begins, or has LONG_RUN words of it
LONG_RUN = 6
FAR = 25  # words left out between two stretches, from which they are two quotations though one pair of marks is round both
PART = 3  # words that each part of a merged quotation has at least
CONNECTORS = 2  # words that may join them
SCANNED = 60  # runs that may begin or end a merged quotation; they are sorted by length
SHORT_GAP = 4  # words left out where the draft marks it, of which a "not" is no small part
LOCAL = 2  # other content words that a change of polarity may bring along

_MARK = re.compile(r"[“”\"'‘’«»„`]")
_ENDED = re.compile(r"[.!?,][”'\s]*$")
_SENTENCE_END = re.compile(r"[.!?…]")


@dataclass(frozen=True)
class Judgement:
    """The verdict on words alone; the match that it rests on, and a second one of a merged quotation."""

    verdict: Verdict
    match: Match | None = None
    other: Match | None = None
    notes: tuple[str, ...] = ()


def judge_change(words: Words, match: Match | None, runs: Sequence[Run], senses: Senses) -> Judgement:
    """The verdict on words that stand nowhere exactly."""
    if match is None:
        return Judgement("not found")
    merged = _merged(words, match, runs, senses)
    if merged:
        return merged
    if _turned_round(words, match, senses):
        return Judgement("polarity flipped", match)
    return Judgement("altered" if _near_enough(words, match, senses) else "not found", match)


def _near_enough(words: Words, match: Match, senses: Senses) -> bool:
    longest = max((b - a for tag, a, b, _, _ in match.ops if tag == "equal"), default=0)
    if longest >= LONG_RUN or _begins_alike(words, match, senses):
        return match.share >= ALTERED_START
    return match.share >= ALTERED


def _begins_alike(words: Words, match: Match, senses: Senses) -> bool:
    """Do draft and source quotation share their first words, PART or more, that say something?"""
    tag, a, b, c, _ = match.ops[0]
    group = match.place.group_at(match.place.words.starts[c])
    if tag != "equal" or b - a < PART or group is None or senses.weight(words.forms[a:b]) < 1:
        return False
    begin = match.place.groups[group][0]
    return c == 0 or match.place.words.starts[c - 1] < begin


def _turned_round(words: Words, match: Match, senses: Senses) -> bool:
    """Do the words differ by a negation, and in little else?"""
    turned, others = False, 0
    for op in match.ops:
        if op[0] == "equal":
            continue
        draft, source = _sides(words, match, op)
        one, other = (sum(word in senses.negations for word in side) for side in (draft, source))
        prefixed = len(draft) == len(source) == 1 and senses.opposite(draft[0], source[0])
        turned = turned or (one + other) % 2 == 1 or prefixed
        others += 0 if prefixed else max(sum(word not in senses.light for word in side) for side in (draft, source))
    return turned and others <= LOCAL and others <= len(words) // 4


def _sides(words: Words, match: Match, op: OP) -> tuple[tuple[str, ...], tuple[str, ...]]:
    _, a, b, c, d = op
    return words.forms[a:b], match.place.words.forms[c:d]


def _merged(words: Words, match: Match, runs: Sequence[Run], senses: Senses) -> Judgement | None:
    """Two stretches of different quotations that together are the draft's words, more of them than one place has."""
    whole = [run for run in runs if run.length >= PART and senses.weight(words.forms[run.first : run.first + run.length]) >= 1]
    heads = [run for run in whole if run.first == 0][:SCANNED]
    tails = [run for run in whole if run.first + run.length == len(words)][:SCANNED]
    pairs = [
        (min(head.length + tail.length, len(words)), head, tail)
        for head in heads
        for tail in tails
        if 0 < tail.first <= head.length + CONNECTORS and _apart(head, tail)
    ]
    if not pairs:
        return None
    _, head, tail = max(pairs, key=lambda pair: pair[0])
    between = words.forms[head.length : tail.first]
    if any(word not in senses.light for word in between) or match.share >= 1 - senses.weight(between) / senses.weight(
        words.forms
    ):
        return None
    first, second = (Match(run.place, run.start, run.end, share=run.length / len(words)) for run in (head, tail))
    return Judgement("merged from two quotes", first, second)


def _apart(head: Run, tail: Run) -> bool:
    """Do two runs lie in two quotations or two sources, far from each other, or the other way round?"""
    if head.place is not tail.place:
        return True
    starts = head.place.words.starts
    one, other = head.place.group_at(starts[head.end - 1]), head.place.group_at(starts[tail.end - 1])
    return one != other or not 0 <= tail.end - head.end <= tail.length + FAR


def loses_marks(match: Match, words: Words, draft: str) -> bool:
    """Does an exact stretch of a quotation hold a mark where another begins or ends, and the draft none there?"""
    place = match.place
    if match.group is None or match.last - match.first != len(words):
        return False
    for number in range(len(words) - 1):
        between = place.source.document.shadow[
            place.words.ends[match.first + number] : place.words.starts[match.first + number + 1]
        ]
        if ("“" in between or "”" in between) and not _MARK.search(draft, words.ends[number], words.starts[number + 1]):
            return True
    return False


def gap_turns_round(words: Words, match: Match, senses: Senses) -> bool:
    """Is a negation of the source among the few words that the draft left out or put its own for?"""
    there = match.place.words.forms[match.first : match.last]
    one, other = (sum(form in senses.negations for form in forms) for forms in (words.forms, there))
    return one < other and len(there) - len(words) <= SHORT_GAP


def within_one(match: Match) -> bool:
    """Does a stretch begin and end in one quotation, or wholly outside of any?"""
    return match.place.group_at(match.start) == match.place.group_at(match.end - 1)


def hides_negation(match: Match, before: str, senses: Senses) -> bool:
    """Does the source have a "not" right beside an exact stretch, in its sentence and quotation, that the draft lost?

    `before` is what the draft has before the quotation: a "not", or a verb that says as much, may stand there."""
    place = match.place
    if match.group is None:
        return False
    said = set(re.findall(r"[a-z]+", before.casefold().replace("n't", " not")))
    if said & (senses.negations | senses.negative_verbs):
        return False
    first, last, forms = match.first, match.last, place.words.forms
    lost_before = first > 0 and forms[first - 1] in senses.negations and _side_by_side(match, first - 1)
    lost_after = last < len(forms) and forms[last] == "not" and _side_by_side(match, last - 1)
    return lost_before or lost_after


def _side_by_side(match: Match, index: int) -> bool:
    """Do a word and the next stand in one quotation with nothing but space between them?"""
    words, shadow = match.place.words, match.place.source.document.shadow
    return _joined_words(match, index, index + 1) and not shadow[words.ends[index] : words.starts[index + 1]].strip()


def _joined_words(match: Match, one: int, other: int) -> bool:
    """Do two neighbouring words stand in one sentence of one quotation?"""
    place = match.place
    same = place.group_at(place.words.starts[one]) == place.group_at(place.words.starts[other])
    between = place.source.document.shadow[place.words.ends[one] : place.words.starts[other]]
    return same and not _SENTENCE_END.search(between) and "\n" not in between


def cut_words(match: Match, draft: str) -> str:
    """The words of the source's sentence that a quotation shown as a whole sentence leaves off; empty where it does not.

    `draft` is the quotation as the draft has it, with what stands right after its closing mark. One that begins small is
    shown as a part."""
    words, place = match.place.words, match.place
    if not draft.lstrip("“ '[")[:1].isupper():
        return ""
    if _ENDED.search(draft) and match.last < len(words) and _joined_words(match, match.last - 1, match.last):
        return _sentence_side(match, match.last, 1)
    starts_inside = place.source.document.shadow[match.start].islower()
    if starts_inside and match.first and _joined_words(match, match.first - 1, match.first):
        return _sentence_side(match, match.first - 1, -1)
    return ""


def _sentence_side(match: Match, index: int, step: int) -> str:
    words, end = match.place.words, index
    while 0 < end + step < len(words) and _joined_words(match, *sorted((end, end + step))):
        end += step
    first, last = sorted((index, end))
    return " ".join(match.place.source.document.text[words.starts[first] : words.ends[last]].split())
