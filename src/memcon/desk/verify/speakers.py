"""Is the speaker that a draft names the one whom the source gives the words to?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from memcon.desk.verify.claims import Claim, outside_marks, statements_over
from memcon.desk.verify.matching import Match
from memcon.desk.verify.names import NAME_WORD, names_of, own_names, same_speaker
from memcon.desk.verify.standing import (
    CLOSE,
    distance_to_saying,
    leads_to_mark,
    stands_beside,
    stands_in,
    without_owners,
    words_around,
    words_near,
)
from memcon.desk.verify.words import Senses
from memcon.knowledge.folding import fold
from memcon.record import Speaker, Statement

Agreement = Literal["same", "other", "unsettled", "unclaimed"]

BESIDE_WORDS = "the source names the speaker beside the words"
REACH = 80  # characters before the words in which a clause of its own may begin

# "… as Petrenko went on about “": a clause with its own subject, up to the mark
_SUBJECT_BEFORE = re.compile(
    r"(?:^|[,;.:—–-] |\band |\bbut )(?:as|while|when|after|before|until) "
    r"(?P<name>[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3})(?: (?!that\b)[a-z]+){1,5} “$"
)
_LABEL = re.compile(r"(?P<name>[A-Z][\w.'-]+)\s*(?:--|[—–:])\s*“?$")
_SIGNED = re.compile(
    r"(?:^[\w.,!?]*[”\s]*by |(?:[―—–]|--)\s*)(?P<name>[A-Z][\w.'-]+(?: (?:and )?[A-Z][\w.'-]+){0,6})(?=[.,;]|\s*$)"
)


@dataclass(frozen=True)
class SpeakerCheck:
    """Whether the speakers agree, and who they are in the source."""

    agreement: Agreement
    speakers: tuple[str, ...] = ()
    note: str | None = None


def check_speaker(claim: Claim, match: Match, senses: Senses) -> SpeakerCheck:
    """Compare the draft's speakers with those of the source's statements over the match.

    A draft that names nobody agrees with anybody. Where the reading of either names another, the name may still stand
    beside the words: then that is who is meant. Where neither the source's reading nor the words around settle whose they
    are, the answer is "unsettled"; where the draft's name is nowhere near, "other"."""
    every = statements_over(match.place.source.record, match.start, match.end)
    spoken = [each for each in every if each.cue is None or each.cue.sense == "speech"]
    over = spoken or every  # "Solberg recalled the wire that Petrenko sent": where somebody speaks, who recalls it does not
    told = [speaker for each in over for speaker in (*each.speakers, *each.relayed_by)]
    names = tuple(dict.fromkeys(speaker.name or speaker.exact for speaker in told))
    claimed = [speaker for speaker in claim.speakers if _is_checkable(speaker, claim, senses)]
    if claim.unread:
        return SpeakerCheck("unsettled", names, "memcon can't make out whom the draft gives these words to")
    if not claimed:
        return SpeakerCheck(_check_unnamed(claim, told), names)
    subject = _subject_before(match)
    if subject and not _among(told, subject, senses):
        note = "in the source another stands right before these words"
        return SpeakerCheck("same", names) if _among(claimed, subject, senses) else SpeakerCheck("unsettled", names, note)
    if any(same_speaker(one, other, senses) for one in (*claimed, *claim.relays) for other in told):
        relay = _second_hand((*claimed, *claim.relays), over, senses)
        return (
            SpeakerCheck("unsettled", names, f"the source has it second-hand, from {relay}")
            if relay
            else SpeakerCheck("same", names)
        )
    return _check_by_place(claimed, claim, told, names, match, senses)


def _check_by_place(
    claimed: Sequence[Speaker], claim: Claim, told: Sequence[Speaker], names: tuple[str, ...], match: Match, senses: Senses
) -> SpeakerCheck:
    """Where the source's reading does not have the draft's speaker: what the words around say.

    A name beside a word of saying, or that leads up to the quotation with a dash or a colon, goes before the reading; the
    reading, where its speaker is named in the same line, before names that merely stand near."""
    described = all(speaker.exact[:1].islower() for speaker in claimed)  # "Flynn, an aide of Trump": the aide was read
    if described and stands_beside(told, claim.beside, senses, CLOSE):
        return SpeakerCheck("same", names)
    if distance_to_saying(claimed, claim.beside, senses) is None and distance_to_saying(told, claim.beside, senses):
        return SpeakerCheck("same", names)
    around = without_owners(words_around(match), senses)
    near, far = distance_to_saying(claimed, around, senses), distance_to_saying(told, around, senses)
    if _labels(claimed, match, senses) or (near is not None and (far is None or near < far)):
        return SpeakerCheck("same", names, BESIDE_WORDS)
    if any(own_names(speaker, senses) for speaker in _in_line(told, match)):
        return SpeakerCheck("other", names)
    if told:
        beside = stands_beside(claimed, around, senses, CLOSE) or leads_to_mark(claimed, around, senses)
        weak = beside or (stands_in(claimed, around, senses) and not stands_in(told, around, senses))
        return SpeakerCheck("same", names, BESIDE_WORDS) if weak else SpeakerCheck("other", names)
    if _is_first(claimed, around, senses):
        return SpeakerCheck("same", names, BESIDE_WORDS)
    if _goes_on(claimed, match, senses):
        return SpeakerCheck("same", names, "in the source the words around these are the speaker's")
    if stands_in(claimed, words_near(match), senses):
        return SpeakerCheck("unsettled", names, "the source does not say whose words these are")
    return SpeakerCheck("other", (), "the source does not name this speaker near the words")


def _among(speakers: Iterable[Speaker], name: str, senses: Senses) -> bool:
    """Is this one of the speakers' names?"""
    words = set(names_of(Speaker(start=0, end=len(name), exact=name), senses))
    return any(words & set(names_of(speaker, senses)) for speaker in speakers)


def _second_hand(claimed: Sequence[Speaker], over: Sequence[Statement], senses: Senses) -> str | None:
    """Who passes on the words of the draft's speaker, where the draft does not say so and it is none of the speaker's side."""
    own = [each for each in over if any(same_speaker(one, other, senses) for one in claimed for other in each.speakers)]
    for each in own:
        for relay in each.relayed_by:
            sides = {speaker.country for speaker in each.speakers}
            named = names_of(relay, senses) and not any(same_speaker(one, relay, senses) for one in claimed)
            if named and (relay.country is None or relay.country not in sides):
                return relay.name or relay.exact
    return None


def _subject_before(match: Match) -> str | None:
    """Who does something in a clause of its own right before the words: "as Petrenko went on about “…"."""
    shadow = match.place.source.document.shadow
    found = _SUBJECT_BEFORE.search(shadow, max(0, match.start - REACH), match.start)
    return found["name"] if found else None


def _labels(claimed: Sequence[Speaker], match: Match, senses: Senses) -> bool:
    """Does a speaker's name lead up to the words with a dash or a colon ("…, like Maren Solberg -- “…"), or sign them ("…”
    by Maren Solberg", "…” ― Maren Solberg" at the end of the line)?"""
    shadow, (_, end) = match.place.source.document.shadow, _line(match)
    before = _LABEL.search(shadow, max(0, match.start - REACH), match.start)
    words = NAME_WORD.findall(shadow, max(0, match.start - REACH), before.start()) if before else []
    if senses.addressing_words & {word.casefold() for word in words[-CLOSE:]}:  # "told Maren Solberg: “…"
        before = None
    after = _SIGNED.search(shadow[match.end : end])
    return any(found and _among(claimed, found["name"], senses) for found in (before, after))


def _in_line(speakers: Iterable[Speaker], match: Match) -> Iterator[Speaker]:
    """Those whose own span stands in the line of the words."""
    low, high = _line(match)
    return (speaker for speaker in speakers if low <= speaker.start < high)


def _line(match: Match) -> tuple[int, int]:
    shadow = match.place.source.document.shadow
    end = shadow.find("\n", match.end)
    return shadow.rfind("\n", 0, match.start) + 1, end if end >= 0 else len(shadow)


def _is_first(claimed: Sequence[Speaker], words: Sequence[str], senses: Senses) -> bool:
    """Is a speaker the first who is named among the words?"""
    no_names = senses.light | senses.titles | senses.calendar
    names = [word.casefold() for word in words if word[:1].isupper() and word.casefold() not in no_names]
    return bool(names) and any(names[0] in names_of(speaker, senses) for speaker in claimed)


def _goes_on(claimed: Sequence[Speaker], match: Match, senses: Senses) -> bool:
    """Does the sentence begin with the draft's speaker; or are all other words of the line that speaker's; or those of the
    line before, where this one names nobody? Who is named there goes before whom a pronoun is read as."""
    document, record = match.place.source.document, match.place.source.record
    begin = max((each.start for each in match.place.sentences if each.start <= match.start), default=match.start)
    if _is_first(claimed, NAME_WORD.findall(fold(document.shadow[begin : match.start])), senses):
        return True
    low, high = _line(match)
    lines = [(low, high)]
    if not any(word[:1].isupper() for word in outside_marks(document, low, high)[1:]):
        lines.append((document.shadow.rfind("\n", 0, len(document.shadow[:low].rstrip())) + 1, low))
        words = outside_marks(document, *lines[1])
        if distance_to_saying(claimed, words, senses):
            return True
    told = [
        [who for each in record.statements if first <= each.content.start < last for who in each.speakers]
        for first, last in lines
    ]
    named = [[who for who in here if own_names(who, senses)] for here in told]
    found = next((here for here in (*named, *told) if here), [])
    return bool(found) and all(any(same_speaker(one, other, senses) for one in claimed) for other in found)


def _is_checkable(speaker: Speaker, claim: Claim, senses: Senses) -> bool:
    """Is somebody named, here or elsewhere in the paragraph? What is in quotation marks there is somebody's words."""
    if own_names(speaker, senses):
        return True
    outside = {word.casefold() for word in claim.outside}
    return any(name in outside for name in names_of(speaker, senses))


def _check_unnamed(claim: Claim, told: Sequence[Speaker]) -> Agreement:
    """A draft's "he" is not a source's "she"; beyond that nothing is claimed."""
    claimed = {fold(speaker.exact).casefold() for speaker in claim.speakers}
    there = {fold(speaker.exact).casefold() for speaker in told}
    clash = any(one in claimed and there == {other} for one, other in (("he", "she"), ("she", "he")))
    return "other" if clash else "unclaimed"
