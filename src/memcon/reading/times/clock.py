"""Rules for times of day: clock times, parts of the day, tonight. Without a day of their own they are joined to the date beside
them ("11:30 p.m. on Tuesday"), else take the day of publication."""

from __future__ import annotations

from datetime import datetime, timedelta

from memcon.reading.times.absolute import mod_of
from memcon.reading.times.choice import nearest_weekday, reference
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.values import Stretch, day_of

_LEAD_TO_CLOCK = frozenset({"at", "by", "from", "until", "till", "around", "about", "before", "after", "since", "of"})
UNDATED = "XXXX-XX-XX"


@rule(
    "time.clock",
    "c:(?: CLOCK | HOUR ) a:AMPM (?: LP? z:ZONE (?: sign:(?: PLUS | HY ) shift:HOUR )? RP? )?",
    "c:CLOCK (?: LP? z:ZONE (?: sign:(?: PLUS | HY ) shift:HOUR )? RP? )?",
    "c:MILITARY z:ZONE",
    "c:NUM z:ZONE",
    "c:(?: HOUR | NUM ) oclock:(?: o APOS clock )",
)
def clock(match: Match) -> Reading | None:
    text = match.part("c")[0].text
    hour, minute = _hour_and_minute(match, text)
    if match.has("a"):
        if hour > 12:
            return None
        hour = hour % 12 + (12 if match.word("a").startswith("p") else 0)
    zoned = match.has("z")
    if (
        not match.has("a")
        and not match.has("oclock")
        and not zoned
        and match.before not in _LEAD_TO_CLOCK
        and match.after not in {"local", "gmt", "hours"}
    ):
        return None
    if hour > 24 or minute > 59:
        return None
    offset = _offset(match) if zoned else 0
    return timed(match, f"T{hour:02d}:{minute:02d}", zoned=zoned, offset=offset)


def _hour_and_minute(match: Match, text: str) -> tuple[int, int]:
    if ":" in text:
        hour, minute = text.split(":")
        return int(hour), int(minute)
    if text.isdigit() and len(text) == 4:
        return int(text[:2]), int(text[2:])
    return match.number("c"), 0


def _offset(match: Match) -> int:
    if not match.has("shift") or not match.has("shift"):
        return 0
    return match.number("shift") * (1 if match.word("sign") == "+" else -1)


def timed(match: Match, time: str, *, zoned: bool = False, offset: int = 0) -> Reading:
    """A time of the publication day, that the joining moves to the date beside it; in UTC where a zone is given."""
    today, anchor = reference(match)
    if today is None:
        return Reading("TIME", Stretch(UNDATED + time + ("Z" if zoned else "")), bare=True)
    if offset:
        moment = datetime.fromisoformat(f"{today.isoformat()}{time}") - timedelta(hours=offset)
        today, time = moment.date(), f"T{moment:%H:%M}"
    return Reading(
        "TIME", Stretch(today.isoformat() + time + ("Z" if zoned else ""), today, today), anchor=anchor, bare=True
    )


@rule("time.noon", "c:CLOCKWORD")
def noon(match: Match) -> Reading | None:
    return timed(match, "T" + match.look("clock_words", "c"))


@rule(
    "time.part.day",
    "{grade}? d:(?: this | tomorrow | yesterday | last ) p:PART",
    "{grade}? d:(?: tonight | overnight )",
)
def part_of_near_day(match: Match) -> Reading | None:
    part = match.look("parts", "p") if match.has("p") else "NI"
    step = {"tomorrow": 1, "yesterday": -1, "last": -1}.get(match.word("d"), 0)
    today, anchor = reference(match)
    if today is None:
        return Reading("TIME", Stretch(f"{UNDATED}T{part}"), mod_of(match))
    day = today + timedelta(days=step)
    return Reading("TIME", Stretch(f"{day.isoformat()}T{part}", day, day), mod_of(match), anchor)


@rule("time.part.weekday", "{grade}? w:WEEKDAY p:PART")
def weekday_part(match: Match) -> Reading | None:
    day, part = nearest_weekday(match, match.weekday("w")), match.look("parts", "p")
    return Reading(
        "TIME", Stretch(f"{day.stretch.value}T{part}", day.stretch.first, day.stretch.last), mod_of(match), day.anchor
    )


@rule("time.part", "(?: in | on | during )? the? {grade}? p:PART", "the early hours")
def part_of_day(match: Match) -> Reading | None:
    """ "in the evening", "the morning of": waits for its date."""
    part = match.look("parts", "p") if match.has("p") else "MO"
    return timed(match, f"T{part}")


__all__ = ["day_of", "timed"]
