"""Is the speaker that a draft names the one whom the source gives the words to?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.desk.verify.claims import MARK, Claim, outside_marks, statements_over
from memcon.desk.verify.matching import Match
from memcon.desk.verify.words import Senses
from memcon.knowledge.folding import fold
from memcon.record import Speaker

Agreement = Literal["same", "other", "unknown"]

BESIDE = 4  # words between a name and the word of saying, or the quotation
CLOSE = 2  # the same, where the source's reading names another who stands beside
SIGNED = 8  # words after a quotation that may be no more than its signature

_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class SpeakerCheck:
    """Whether the speakers agree, and who they are in the source."""

    agreement: Agreement
    speakers: tuple[str, ...] = ()
    note: str | None = None


def check_speaker(claim: Claim, match: Match, senses: Senses) -> SpeakerCheck:
    """Compare the draft's speakers with those of the source's statements over the match.

    A draft that names nobody agrees with anybody. Where the reading of either names another, the name may still stand
    beside the words: then that is who is meant. Where the source's reading names nobody, the draft's name has to stand
    near the words there."""
    told = [speaker for each in statements_over(match.place.source.record, match.start, match.end)
            for speaker in (*each.speakers, *each.relayed_by)]  # fmt: skip
    names = tuple(dict.fromkeys(speaker.name or speaker.exact for speaker in told))
    claimed = [speaker for speaker in claim.speakers if _is_checkable(speaker, claim, senses)]
    if not claimed:
        return SpeakerCheck(_check_unnamed(claim, told), names)
    if any(_same(one, other, senses) for one in (*claimed, *claim.relays) for other in told):
        return SpeakerCheck("same", names)
    if _stands_beside(told, claim.beside, senses, CLOSE):
        return SpeakerCheck("same", names)
    around = _around(match)
    read_there = _stands_beside(told, around, senses)
    beside = _stands_beside(claimed, around, senses, CLOSE) or _leads_to_mark(claimed, around, senses)
    if beside or (_stands_in(claimed, around, senses) and not read_there):
        return SpeakerCheck("same", names, "the source names the speaker beside the words")
    if told:
        return SpeakerCheck("other", names)
    if _stands_in(claimed, _near(match), senses):
        return SpeakerCheck("unknown", names, "the source does not say whose words these are")
    return SpeakerCheck("other", (), "the source does not name this speaker near the words")


def names_of(speaker: Speaker, senses: Senses) -> tuple[str, ...]:
    """The words of a speaker's name, folded, in order: capitalised, no title; the span's where no name is known."""
    for text in (speaker.name, speaker.exact):
        words = [word for word in _NAME_WORD.findall(text or "") if word[:1].isupper()]
        kept = tuple(lower for word in words if (lower := fold(word).casefold()) not in senses.titles | senses.pronouns)
        if kept:
            return kept
    return ()


def _is_checkable(speaker: Speaker, claim: Claim, senses: Senses) -> bool:
    """Is somebody named, here or elsewhere in the paragraph? What is in quotation marks there is somebody's words."""
    if _own_names(speaker, senses):
        return True
    outside = {word.casefold() for word in claim.outside}
    return any(name in outside for name in names_of(speaker, senses))


def _own_names(speaker: Speaker, senses: Senses) -> tuple[str, ...]:
    """The name that the speaker's span itself has."""
    return names_of(speaker.model_copy(update={"name": None}), senses)


def _same(one: Speaker, other: Speaker, senses: Senses) -> bool:
    """May both be one? A name within the other's, the same id, an acronym, or a body and somebody who speaks for it."""
    if one.id and one.id == other.id:
        return True
    pairs = ((_own_names(one, senses), _own_names(other, senses)), (names_of(one, senses), names_of(other, senses)))
    if any(first and second and _same_name(first, second) for first, second in pairs):
        return True
    unnamed = not pairs[1][0] or not pairs[1][1]
    return bool(unnamed and one.country and one.country == other.country)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Does one name hold the other, do they share the last word and the first letter, or is one the other's initials?"""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    if any(len(name) > 1 and "".join(word[0] for word in name) in short for name, short in ((one, other), (other, one))):
        return True
    return one[-1] == other[-1] and one[0][0] == other[0][0]


def _stands_beside(speakers: Iterable[Speaker], outside: Sequence[str], senses: Senses, within: int = BESIDE) -> bool:
    """Does a speaker's last name stand beside a word of saying, or right beside a quotation?"""
    words = [word.casefold() for word in outside]
    reach = {  # how far to the right a word of saying has its speaker: one of telling has whom it tells there
        index: 0 if word in senses.addressing_words else within for index, word in enumerate(words) if word in senses.said_words
    }
    marks = [index for index, word in enumerate(words) if word == MARK]
    last_names = {name for speaker in speakers for name in names_of(speaker, senses)[-1:]}
    return any(
        any(-within <= index - verb <= right for verb, right in reach.items())
        or any(0 < index - mark <= within for mark in marks)
        for index, word in enumerate(words)
        if word in last_names
    )


def _leads_to_mark(speakers: Iterable[Speaker], outside: Sequence[str], senses: Senses) -> bool:
    """Does a speaker's last name stand right before a quotation ("…, including Romney -- “…") with no word of saying before it,
    which would make it the one who was told?"""
    words = [word.casefold() for word in outside]
    last_names = {name for speaker in speakers for name in names_of(speaker, senses)[-1:]}
    names_before = [number for number, word in enumerate(words) if word == MARK and number and words[number - 1] in last_names]
    return any(not senses.said_words & set(words[max(0, number - 5) : number]) for number in names_before)


def _stands_in(speakers: Iterable[Speaker], words: Sequence[str], senses: Senses) -> bool:
    """Does a speaker's last name stand among the words?"""
    found = {word.casefold() for word in words}
    return any(name in found for speaker in speakers for name in names_of(speaker, senses)[-1:])


def _around(match: Match) -> tuple[str, ...]:
    """The words outside quotation marks in the sentences that the match lies in, and in the few that end its line; of
    sentences with no such words those of the line so far."""
    document = match.place.source.document
    over = [each for each in match.place.sentences if each.start < match.end and each.end > match.start]
    start, end = (over[0].start, over[-1].end) if over else (match.start, match.end)
    line_end = document.shadow.find("\n", end)
    rest = outside_marks(document, end, line_end if line_end >= 0 else len(document.shadow))
    if len(rest) <= SIGNED:
        end = line_end if line_end >= 0 else len(document.shadow)
    words = outside_marks(document, start, end)
    if any(word != MARK for word in words):
        return words
    return outside_marks(document, document.shadow.rfind("\n", 0, start) + 1, end)


def _near(match: Match) -> list[str]:
    """All words of the line that the match stands in, and those in no quotation of the line before it."""
    shadow = match.place.source.document.shadow
    begin, end = shadow.rfind("\n", 0, match.start) + 1, shadow.find("\n", match.end)
    words = _NAME_WORD.findall(fold(shadow[begin : end if end >= 0 else len(shadow)]))
    before = shadow[:begin].rstrip()
    return [*words, *outside_marks(match.place.source.document, len(before) - 1)] if before else words


def _check_unnamed(claim: Claim, told: Sequence[Speaker]) -> Agreement:
    """A draft's "he" is not a source's "she"; beyond that nothing is claimed."""
    claimed = {fold(speaker.exact).casefold() for speaker in claim.speakers}
    there = {fold(speaker.exact).casefold() for speaker in told}
    clash = any(one in claimed and there == {other} for one, other in (("he", "she"), ("she", "he")))
    return "other" if clash else "unknown"
