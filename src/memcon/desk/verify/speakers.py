"""Is the speaker that a draft names the one whom the source gives the words to?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.desk.verify.claims import Claim, statements_over
from memcon.desk.verify.matching import Match
from memcon.desk.verify.words import Senses
from memcon.knowledge.folding import fold
from memcon.record import Speaker

Agreement = Literal["same", "other", "unknown"]

BESIDE = 4  # words between a name and the word of saying

_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class SpeakerCheck:
    """Whether the speakers agree, and who they are in the source."""

    agreement: Agreement
    speakers: tuple[str, ...] = ()
    note: str | None = None


def check_speaker(claim: Claim, match: Match, senses: Senses) -> SpeakerCheck:
    """Compare the draft's speakers with those of the source's statements over the match.

    A draft that names nobody agrees with anybody. Where the source's reading names another, the draft's name may still
    stand beside the words in the source: then that is who is meant."""
    told = [speaker for each in statements_over(match.place.source.record, match.start, match.end)
            for speaker in (*each.speakers, *each.relayed_by)]  # fmt: skip
    names = tuple(dict.fromkeys(speaker.name or speaker.exact for speaker in told))
    claimed = [speaker for speaker in claim.speakers if _is_checkable(speaker, claim, senses)]
    if not claimed:
        return SpeakerCheck(_check_unnamed(claim, told), names)
    if any(_same(one, other, senses) for one in (*claimed, *claim.relays) for other in told):
        return SpeakerCheck("same", names)
    if _stands_beside(claimed, match, senses):
        return SpeakerCheck("same", names, "the source names the speaker beside the words")
    if not told:
        return SpeakerCheck("unknown", names, "the source does not say whose words these are")
    return SpeakerCheck("other", names)


def names_of(speaker: Speaker, senses: Senses) -> tuple[str, ...]:
    """The words of a speaker's name, folded, in order: capitalised, no title; the span's where no name is known."""
    for text in (speaker.name, speaker.exact):
        words = [word for word in _NAME_WORD.findall(text or "") if word[:1].isupper() or word[:1].isdigit()]
        kept = tuple(lower for word in words if (lower := fold(word).casefold()) not in senses.titles | senses.pronouns)
        if kept:
            return kept
    return ()


def _is_checkable(speaker: Speaker, claim: Claim, senses: Senses) -> bool:
    """Is somebody named, here or earlier in the paragraph?"""
    names = names_of(speaker, senses)
    if not names:
        return False
    is_pronoun = fold(speaker.exact).casefold() in senses.pronouns
    return not is_pronoun or any(name in fold(claim.paragraph).casefold() for name in names)


def _same(one: Speaker, other: Speaker, senses: Senses) -> bool:
    """May both be one? The same id, a name within the other's, or a body and somebody who speaks for it."""
    if one.id and other.id:
        return one.id == other.id
    first, second = names_of(one, senses), names_of(other, senses)
    if first and second:
        return _same_name(first, second)
    return bool(one.country and one.country == other.country)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Does one name hold the other, or do they share the last word and the first letter?"""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return one[-1] == other[-1] and one[0][0] == other[0][0]


def _stands_beside(claimed: Iterable[Speaker], match: Match, senses: Senses) -> bool:
    """Does a speaker's last name stand beside a word of saying, outside quotation marks, in the sentence of the words?"""
    around = _around(match)
    said = [index for index, word in enumerate(around) if word in senses.said_words]
    last_names = {name for speaker in claimed for name in names_of(speaker, senses)[-1:]}
    return any(abs(index - verb) <= BESIDE for index, word in enumerate(around) if word in last_names for verb in said)


def _around(match: Match) -> list[str]:
    """The words outside quotation marks in the sentences that the match lies in."""
    document = match.place.source.document
    over = [each for each in match.place.sentences if each.start < match.end and each.end > match.start]
    if not over:
        return []
    start, end = over[0].start, over[-1].end
    outside, reached = [], start
    for begin, close in match.place.groups:
        if close > start and begin < end:
            outside.append(document.shadow[reached : max(reached, begin)])
            reached = max(reached, close)
    outside.append(document.shadow[reached:end])
    return [fold(word).casefold() for word in _NAME_WORD.findall(" ".join(outside))]


def _check_unnamed(claim: Claim, told: Sequence[Speaker]) -> Agreement:
    """A draft's "he" is not a source's "she"; beyond that nothing is claimed."""
    claimed = {fold(speaker.exact).casefold() for speaker in claim.speakers}
    there = {fold(speaker.exact).casefold() for speaker in told}
    clash = any(one in claimed and there == {other} for one, other in (("he", "she"), ("she", "he")))
    return "other" if clash else "unknown"
