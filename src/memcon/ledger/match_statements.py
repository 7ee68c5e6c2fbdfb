"""Are two statements the same utterance? Same speaker, days close together, and wordings that differ no more than
translations and cuts do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from memcon.ledger.clustering import Verdict
from memcon.ledger.keys import fold
from memcon.ledger.match_engagements import NO_DAY
from memcon.ledger.people import NO_NAME, name_words
from memcon.ledger.windows import day_of
from memcon.ledger.wording import Wording, likeness, wording_of
from memcon.record import Speaker, Statement

THRESHOLD = 0.65
DAYS_APART = 3  # a readout posted the next day, a translation the day after


@dataclass(frozen=True, slots=True)
class StatementFeatures:
    """What comparing looks at."""

    speakers: tuple[tuple[str, tuple[str, ...], str], ...]  # (country, name words, office)
    day: date | None
    wording: Wording
    negated: bool


def statement_features(fact: Statement, published: str | None) -> StatementFeatures:
    """The features of one reported statement."""
    said = day_of(fact.when.start) if fact.when else None
    text = " ".join(part.exact for part in fact.content.parts) or fact.content.exact
    return StatementFeatures(
        speakers=tuple(_speaker_key(speaker) for speaker in fact.speakers),
        day=said or day_of(published),
        wording=wording_of(text, tuple(quote.exact for quote in fact.quotes)),
        negated=fact.negated,
    )


def statement_blocks(features: StatementFeatures) -> list[tuple[str, str, str]]:
    """One block a speaker, by last name, or by country where the speaker has no name."""
    if features.day is None:
        first = last = NO_DAY
    else:
        first = (features.day - timedelta(days=DAYS_APART)).isoformat()
        last = features.day.isoformat()
    keys = {f"said:{words[-1]}" if words else f"said:{country}:{office}" for country, words, office in features.speakers}
    return sorted((key, first, last) for key in keys)


def compare_statements(one: StatementFeatures, other: StatementFeatures) -> Verdict:
    """How alike the wordings are, or why the two can't be one utterance."""
    if not one.speakers or not other.speakers:
        return Verdict(0.0)
    if not any(_same_speaker(a, b) for a in one.speakers for b in other.speakers):
        return Verdict(0.0, against="other speakers")
    if (one.day is None) != (other.day is None):
        return Verdict(0.0)
    if one.day and other.day and abs((one.day - other.day).days) > DAYS_APART:
        return Verdict(0.0, against="too many days apart")
    if one.negated != other.negated:
        return Verdict(0.0, against="one says yes, the other no")
    score, ground = likeness(one.wording, other.wording)
    return Verdict(score, ((ground, round(score, 2)),), strong=True)


def _speaker_key(speaker: Speaker) -> tuple[str, tuple[str, ...], str]:
    words = () if speaker.anonymous else name_words(speaker.name)
    office = fold(speaker.office) or ("" if words else _unnamed(speaker))
    return speaker.country or "", words, office


def _unnamed(speaker: Speaker) -> str:
    return " ".join(word for word in fold(speaker.name or speaker.exact).split() if word not in NO_NAME)


def _same_speaker(one: tuple[str, tuple[str, ...], str], other: tuple[str, tuple[str, ...], str]) -> bool:
    if one[0] and other[0] and one[0] != other[0]:
        return False
    if one[1] and other[1]:
        return one[1][-1] == other[1][-1] and (one[1][0][0] == other[1][0][0] or 1 in (len(one[1]), len(other[1])))
    return one[0] == other[0] and one[2] == other[2] and not (one[1] or other[1])
