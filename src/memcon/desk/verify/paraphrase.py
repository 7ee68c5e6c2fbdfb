"""A claim in the draft's own words: does a source say as much, or the opposite?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from memcon.desk.verify.claims import Claim
from memcon.desk.verify.judging import Judgement
from memcon.desk.verify.matching import Match, aligned_in
from memcon.desk.verify.scanning import Candidates, Place
from memcon.desk.verify.words import Senses
from memcon.ledger.wording import stems
from memcon.reading.sentences import Sentence

TURNED = 0.75  # the same, from which a "not" more or less turns it round
SAID = 0.6  # of the claim's content words, by stem, found in one sentence of a source


def judge_claim(claim: Claim, candidates: Candidates, places: dict[int, Place], senses: Senses) -> Judgement:
    """The source sentence that shares most of the claim's content, and whether it is turned round there."""
    wanted = stems(claim.exact)
    best: tuple[float, Match] | None = None
    for _, index, start, end in sorted(candidates.lines, reverse=True):
        place = places[-index]
        for sentence in place.sentences:
            if sentence.start >= end or sentence.end <= start:
                continue
            share = len(wanted & stems(place.source.document.shadow[sentence.start : sentence.end])) / max(len(wanted), 1)
            if best is None or share > best[0]:
                match = _beside(claim, place, sentence, senses)
                best = (share, replace(match, share=share)) if match else best
    if best is None or best[0] < SAID:
        return Judgement("not found", best[1] if best else None)
    if _is_odd(claim.words.forms, senses) != _is_odd(best[1].place.words.forms[best[1].first : best[1].last], senses):
        if best[0] >= TURNED:
            return Judgement("polarity flipped", best[1])
        return Judgement("paraphrased", best[1], notes=("one of the two has a “not” more: read both",))
    return Judgement("paraphrased", best[1])


def _beside(claim: Claim, place: Place, sentence: Sentence, senses: Senses) -> Match | None:
    low, high = bisect_left(place.words.starts, sentence.start), bisect_left(place.words.starts, sentence.end)
    return aligned_in(claim.words, place, low, high, senses)


def _is_odd(forms: Sequence[str], senses: Senses) -> bool:
    """Is the number of negations odd?"""
    return sum(form in senses.negations for form in forms) % 2 == 1
