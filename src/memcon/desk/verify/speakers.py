"""Is the speaker that a draft names the one whom the source gives the words to?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from memcon.desk.verify.claims import Claim, statements_over
from memcon.desk.verify.matching import Match
from memcon.desk.verify.words import Senses
from memcon.knowledge.folding import fold
from memcon.record import Speaker

Agreement = Literal["same", "other", "unknown"]

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
        return SpeakerCheck(*_check_pronouns(claim, told, senses), names)
    if any(_same(one, other, senses) for one in (*claimed, *claim.relays) for other in told):
        return SpeakerCheck("same", names)
    if _stands_beside(claimed, match, senses):
        return SpeakerCheck("same", names, "the source names the speaker beside the words")
    if not told:
        return SpeakerCheck("unknown", names, "the source does not say whose words these are")
    return SpeakerCheck("other", names)
