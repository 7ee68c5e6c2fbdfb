"""Rules for times of day: clock times, parts of the day, tonight.

Without a day of their own they are joined to the date beside them ("11:30 p.m. on Tuesday", `finding.py`), else take
the day of publication."""

from __future__ import annotations

from datetime import datetime, timedelta

from memcon.reading.times.choice import mod_of, nearest_weekday, reference
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.names import is_capital_name
from memcon.reading.times.values import Stretch

_UNDATED = "XXXX-XX-XX"
_ZONED = "LP? z:ZONE (?: sign:(?: PLUS | HY ) shift:HOUR )? RP?"


@rule(
    "time.clock",
    f"c:(?: CLOCK | HOUR ) a:AMPM (?: {_ZONED} )?",
    f"c:CLOCK (?: {_ZONED} )?",
    "c:(?: MILITARY | NUM ) z:ZONE",
    "c:HOUR whole:(?: o APOS clock )",
)
def clock(match: Match) -> Reading | None:
    """ "10 a.m.", "18:40 (GMT +8)", "0800 UTC", "5 o'clock"; a bare "10:30" only after "at" and the like."""
    hour, minute = _hour_and_minute(match)
    if match.has("a"):
        hour = hour % 12 + (12 if match.word("a")[0] == "p" else 0) if hour <= 12 else hour
    sure = match.has("a") or match.has("z") or match.has("whole") or match.after in {"local", "hours"}
    if hour > 24 or minute > 59 or not (sure or match.scene.listed("lead_to_clock", match.start - 1)):
        return None
    return _timed(match, f"T{hour:02d}:{minute:02d}")


def _hour_and_minute(match: Match) -> tuple[int, int]:
    digits = match.part("c")[0].text
    if ":" in digits:
        hour, minute = digits.split(":")
        return int(hour), int(minute)
    return (int(digits[:2]), int(digits[2:])) if len(digits) == 4 and digits.isdigit() else (match.number("c"), 0)


def _timed(match: Match, time: str) -> Reading:
    """A time of the publication day, which joining moves to the date beside it; in UTC where a zone is given."""
    zone = "Z" if match.has("z") else ""
    today, anchor = reference(match)
    if today is None:
        return Reading("TIME", Stretch(_UNDATED + time + zone), bare=True)
    if match.has("shift"):
        offset = match.number("shift") * (1 if match.word("sign") == "+" else -1)
        moment = datetime.fromisoformat(f"{today.isoformat()}{time}") - timedelta(hours=offset)
        today, time = moment.date(), f"T{moment:%H:%M}"
    return Reading("TIME", Stretch(today.isoformat() + time + zone, today, today), anchor=anchor, bare=True)


@rule("time.noon", "c:CLOCKWORD")
def noon(match: Match) -> Reading | None:
    return _timed(match, "T" + match.look("clock_words", "c"))


@rule(
    "time.part.day",
    "{grade}? d:(?: this | tomorrow | yesterday | last ) p:PART",
    "{grade}? d:(?: tonight | overnight )",
)
def part_of_near_day(match: Match) -> Reading | None:
    """ "This morning", "last night", "tonight"."""
    if is_capital_name(match):
        return None
    part = match.look("parts", "p") if match.has("p") else "NI"
    today, anchor = reference(match)
    if today is None:
        return Reading("TIME", Stretch(f"{_UNDATED}T{part}"), mod_of(match))
    day = today + timedelta(days={"tomorrow": 1, "yesterday": -1, "last": -1}.get(match.word("d"), 0))
    return Reading("TIME", Stretch(f"{day.isoformat()}T{part}", day, day), mod_of(match), anchor)


_STEP = "step:(?: the (?: next | following | previous | preceding | very same | same ) | that same? | same )"


@rule("time.part.step", f"{_STEP} p:PART", "the p:PART step:(?: before | after )")
def part_of_stepped_day(match: Match) -> Reading | None:
    """ "The previous evening", "the next morning", "that night", "the night before": from the day before in the text."""
    words = {token.lower for token in match.part("step")}
    if match.end - match.start == 3 and words <= {"before", "after"} and not match.scene.listed("clause_ends", match.end):
        return None
    previous = match.scene.story_day(match.start) or match.scene.previous(day=True)
    if previous is None or previous.stretch.first is None:
        today, anchor = reference(match)
    else:
        today, anchor = previous.stretch.first, previous.stretch.value[:10]
    value = match.look("parts", "p")
    if today is None:
        return Reading("TIME", Stretch(f"{_UNDATED}T{value}"))
    days = -1 if words & {"previous", "preceding", "before"} else 1 if words & {"next", "following", "after"} else 0
    day = today + timedelta(days=days)
    return Reading("TIME", Stretch(f"{day.isoformat()}T{value}", day, day), anchor=anchor)


@rule("time.part.weekday", "{grade}? w:WEEKDAY p:PART")
def weekday_part(match: Match) -> Reading | None:
    """ "Monday morning"."""
    day = nearest_weekday(match, match.weekday("w"))
    value = f"{day.stretch.value}T{match.look('parts', 'p')}"
    return Reading("TIME", Stretch(value, day.stretch.first, day.stretch.last), mod_of(match), day.anchor)


@rule("time.part", "the? {grade}? p:PART", "the early hours")
def part_of_day(match: Match) -> Reading | None:
    """ "In the evening", "the morning of": waits for its date."""
    return _timed(match, "T" + (match.look("parts", "p") if match.has("p") else "MO"))
