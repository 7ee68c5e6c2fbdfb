"""What an engagement was before: the status it had, when, and why it changed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from memcon.reading.analysis import Analysis
from memcon.reading.engagements.attributes import time_near, when_of
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.words import Words
from memcon.reading.status import FUTURE, Status
from memcon.record import EngagementStatus, StatusChange, Time, When

WEEKDAY = re.compile(r"(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?")


def history_of(analysis: Analysis, draft: Draft, words: Words) -> tuple[tuple[StatusChange, ...], tuple[Time, ...]]:
    """Earlier statuses told in the same clause ("had been planned for February but was postponed") with their dates."""
    changes, times = [], []
    for value, cue in draft.status.earlier:
        time = time_near(analysis, draft.found.parse, [cue], [draft.found.token], words)
        changes.append(StatusChange(status=value, when=when_of(time) if time else None))
        if time is not None:
            times.append(time)
    return tuple(changes), tuple(times)


def coming(when: When | None, value: EngagementStatus, published: str | None) -> When | None:
    """A plan's time begins no earlier than the publication: "later this year" is from now to its end."""
    if when is None or when.start is None or published is None or value not in FUTURE:
        return when
    if when.start < published <= (when.end or when.start):
        return when.model_copy(update={"start": published})
    return when


def past_weekday(when: When | None, value: EngagementStatus, present: bool, published: str | None) -> When | None:
    """ "They met on Friday", printed on a Thursday: the Friday before, whatever the day's nearest is."""
    if when is None or when.start is None or published is None or value != "held" or present or when.precision != "day":
        return when
    ahead = (date.fromisoformat(when.start) - date.fromisoformat(published[:10])).days
    if not 0 < ahead < 7 or when.anchor is None or not WEEKDAY.fullmatch(when.text or ""):
        return when
    day = (date.fromisoformat(when.start) - timedelta(days=7)).isoformat()
    return when.model_copy(update={"start": day, "end": day})


def next_year(when: When | None, status: Status, published: str | None) -> When | None:
    """ "A meeting in May looks unlikely", printed in June: a plan that stands is for the May to come."""
    if when is None or when.start is None or published is None or status.value not in FUTURE or status.behind:
        return when
    around = () if status.cue is None else (status.cue, *status.cue.children, status.cue.head)
    past = any(word.tag_ in {"VBD", "VBN"} and word.lower_ not in {"looked", "seemed"} for word in around)  # "was scheduled to"
    if past or (when.end or when.start) >= published or when.precision != "month" or not (when.text or "").isalpha():
        return when
    start, end = (f"{int(day[:4]) + 1}{day[4:]}" for day in (when.start, when.end or when.start))
    leap = {start[4:], end[4:]} & {"-02-29"}
    return when if leap else when.model_copy(update={"start": start, "end": end})


def settled(value: EngagementStatus, when: When | None, published: str | None, present: bool, weak: bool) -> EngagementStatus:
    """The status once the date is known: a present or a past with a coming date is a plan; a weak plan behind us was held."""
    if when is None or when.start is None or published is None:
        return value
    if value in {"held", "ongoing"} and when.start > published:
        return "planned"
    if value == "planned" and weak and when.start <= published:
        return "held"
    return value if not present or when.start <= published else "planned"
