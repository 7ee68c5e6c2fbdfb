"""Is the day that a draft gives a quotation the day on which the source has it said?"""

from __future__ import annotations

from datetime import date, timedelta

from memcon.desk.verify.claims import Claim, statements_over
from memcon.desk.verify.matching import Match
from memcon.record import When

REPORTED_WITHIN = 7  # days after which a report that names no day is of something older


def said_between(match: Match) -> tuple[date, date] | None:
    """The days within which the source has the words said: its own day for them, else shortly before it was published."""
    record = match.place.source.record
    for statement in statements_over(record, match.start, match.end):
        bounds = bounds_of(statement.when)
        if bounds:
            return bounds
    published = record.document.published.date
    if published is None:
        return None
    day = date.fromisoformat(published)
    return day - timedelta(days=REPORTED_WITHIN), day


def bounds_of(when: When | None) -> tuple[date, date] | None:
    """First and last day of a time, where it has any."""
    if when is None or when.start is None:
        return None
    return date.fromisoformat(when.start), date.fromisoformat(when.end or when.start)


def dates_agree(claim: Claim, match: Match) -> bool:
    """Do the draft's days and the source's touch? Where either gives none they do not differ."""
    claimed = bounds_of(claim.when)
    told = said_between(match) if claimed else None
    return claimed is None or told is None or (claimed[0] <= told[1] and told[0] <= claimed[1])
