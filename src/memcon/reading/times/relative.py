"""Rules for dates that count from another day: from the publication date (last week, two years ago, tomorrow), or from the
date before in the text (the following day, a month later)."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.reading.times.absolute import mod_of
from memcon.reading.times.amounts import QUANTIFIED, amount_of, quantified_mod
from memcon.reading.times.choice import FUTURE, nearest_weekday, reference, tense_of, yearless
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.values import (
    DAYS_IN,
    MONTHS_IN,
    Stretch,
    day_of,
    from_to,
    grain_of,
    make_date,
    month_of,
    shift,
    unplaced,
    week_of,
    weekend_of,
)

_STEPS = {
    "last": -1,
    "previous": -1,
    "preceding": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "ensuing": 1,
    "upcoming": 1,
}
_CALENDAR = frozenset({"D", "W", "F", "M", "Q", "Y", "E", "C"})
_CLAUSE_ENDS = frozenset(
    {
        "",
        ".",
        ",",
        ";",
        ":",
        ")",
        "”",
        '"',
        "!",
        "?",
        "-",
        "–",
        "—",
        "and",
        "but",
        "in",
        "at",
        "when",
        "as",
        "with",
        "while",
        "to",
        "on",
    }
)
_ENDING = frozenset(
    ["end", "ended", "ending", "finish", "finished", "close", "closed", "start", "started", "begin", "began"]
)


def step_of(match: Match, name: str = "step") -> int:
    """-1, 0 or 1 for last, this or next."""
    return next((_STEPS[token.lower] for token in match.part(name) if token.lower in _STEPS), 0)


@rule(
    "relative.unit",
    "{edge}? {grade}? step:(?: last | next | this (?: past | coming )? ) u:UNIT",
    "{edge} the step:(?: following | previous | next | preceding | coming )? u:UNIT",
    "{grade} in the u:UNIT",
)
def unit(match: Match) -> Reading | None:
    """ "last week", "earlier this year", "the end of next month", "later in the day"."""
    letter = match.look("units", "u")
    today, anchor = reference(match)
    if letter not in _CALENDAR or (match.word("u").endswith("s") and match.word("u") != "s"):
        return None
    step = step_of(match) if match.has("step") else 0
    anaphoric = (
        match.scene.tokens[match.start].lower != "this"
        and match.has("step")
        and match.word("step") in {"following", "previous", "preceding"}
    )
    if letter == "D" and (step or match.word("step") == "this" if match.has("step") else False):
        return None
    previous = match.scene.previous(day=letter == "D")
    if (anaphoric or letter == "D") and previous and previous.stretch.first and _near(match):
        today, anchor = previous.stretch.first, previous.stretch.value
    return _stepped(today, anchor, letter, step, mod_of(match))


def _near(match: Match) -> bool:
    """Was the last date read in the few words before?"""
    return bool(match.scene.history) and match.start - match.scene.history[-1][0] < 40


def _stepped(today: date | None, anchor: str | None, letter: str, step: int, mod: str | None) -> Reading | None:
    if today is None:
        return Reading("DATE", unplaced(letter), mod)
    moved = shift(today, step, letter)
    return Reading("DATE", grain_of(moved, letter), mod, anchor) if moved else None


@rule(
    "relative.previous",
    "{edge}? {grade}? the step:(?: next | following | previous | preceding | ensuing ) u:UNIT",
    "step:(?: that | the? same | the very same ) u:UNIT",
    "{edge} step:that u:UNIT",
)
def following(match: Match) -> Reading | None:
    """ "the following day", "that year": counted from the date before in the text, else from publication."""
    letter = match.look("units", "u")
    if (
        letter not in _CALENDAR
        or match.word("u").endswith("s")
        or (letter in {"D", "C", "E"} and match.word("step") == "that" and _near(match) is False)
    ):
        return None
    previous = match.scene.previous(day=letter == "D")
    if previous and previous.stretch.first:
        today, anchor = previous.stretch.first, previous.stretch.value
        if match.word("step") == "following" or match.word("step") == "next":
            today = previous.stretch.last or today
    else:
        found, anchor_or_none = reference(match)
        if found is None:
            return Reading("DATE", unplaced(letter))
        today, anchor = found, anchor_or_none or ""
    return _stepped(today, anchor or None, letter, step_of(match), mod_of(match) if match.has("edge") else None)


@rule(
    "relative.same_last_year",
    "the same (?: UNIT | period | time ) (?: a year (?: ago | earlier | before ) | last year | (?: the )? previous year )",
)
def same_a_year_ago(match: Match) -> Reading | None:
    previous = match.scene.previous()
    if previous is None or previous.stretch.first is None:
        return None
    moved = shift(previous.stretch.first, -1, "Y")
    if moved is None:
        return None
    value = previous.stretch.value
    letter = (
        "Q" if "-Q" in value else "W" if "-W" in value else "Y" if len(value) == 4 else "M" if len(value) == 7 else "D"
    )
    return Reading("DATE", grain_of(moved, letter), anchor=value)


@rule(
    "relative.ago",
    QUANTIFIED
    + " {filler}? u:UNIT way:(?: ago | earlier | later | hence | prior | previously | afterward | afterwards | from now | before | after )",
    "way:(?: the ) u:UNIT side:(?: before | after )",
)
def ago(match: Match) -> Reading | None:
    """ "two years ago", "a month later", "the day before"."""
    letter = match.look("units", "u")
    way = match.word("side") if match.has("side") else match.word("way")
    if way in {"before", "after", "prior"} and match.after not in _CLAUSE_ENDS:
        return None
    if way in {"earlier", "later"} and match.after == "than":
        return None
    number = 1.0 if match.has("side") else amount_of(match)
    if number is None:
        back = way in {"ago", "earlier", "before", "prior", "previously"}
        return Reading("DATE", Stretch("PAST_REF" if back else "FUTURE_REF"))
    return _moved(match, letter, number, way, None if match.has("side") else quantified_mod(match))


def _moved(match: Match, letter: str, number: float, way: str, mod: str | None) -> Reading | None:
    from_publication = way in {"ago", "hence", "from"}
    previous = match.scene.previous(day=letter == "D")
    today, anchor = reference(match)
    if not from_publication and previous and previous.stretch.first:
        today, anchor = previous.stretch.first, previous.stretch.value
    if letter not in MONTHS_IN and letter not in DAYS_IN:
        return Reading("DATE", day_of(today) if today else Stretch("XXXX-XX-XX"), mod, anchor)
    if today is None:
        return Reading("DATE", unplaced(letter), mod)
    count = int(number) * (1 if way in {"later", "hence", "from", "after", "afterward", "afterwards"} else -1)
    if number != int(number) and letter in MONTHS_IN:
        count, letter = round(number * MONTHS_IN[letter]) * (1 if count > 0 else -1), "M"
    moved = shift(today, count, letter)
    if moved is None:
        return None
    # "a week ago" names the day; "two weeks ago" is no more exact than its week.
    exact = letter in {"D", "N"} or (letter == "W" and number == 1)
    return Reading(
        "DATE", day_of(moved) if exact else grain_of(moved, "Y" if letter in {"E", "C"} else letter), mod, anchor
    )


@rule("relative.end_the_day", "the day")
def end_the_day(match: Match) -> Reading | None:
    """ "to end the day at 7,114": the day before in the text."""
    if match.before not in _ENDING:
        return None
    previous = match.scene.previous(day=True)
    today, anchor = (previous.stretch.first, previous.stretch.value) if previous else reference(match)
    return Reading("DATE", day_of(today), anchor=anchor) if today else None


@rule("relative.before_last", "the u:UNIT before last")
def before_last(match: Match) -> Reading | None:
    today, anchor = reference(match)
    return _stepped(today, anchor, match.look("units", "u"), -2, None)


@rule(
    "relative.day",
    "{grade}? d:(?: today | tomorrow | yesterday )",
    "far:(?: the day after ) d:tomorrow",
    "far:(?: the day before ) d:yesterday",
)
def deictic(match: Match) -> Reading | None:
    far = match.has("far")
    step = {"today": 0, "tomorrow": 1, "yesterday": -1}[match.word("d")] * (2 if far else 1)
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch("XXXX-XX-XX"))
    return Reading("DATE", day_of(today + timedelta(days=step)), None if far else mod_of(match), anchor)


@rule(
    "relative.month",
    "{edge}? {grade}? step:(?: last | next | this (?: past | coming )? | the (?: previous | following | coming | past ) ) m:MONTH",
    "step:(?: last | next | this (?: past | coming )? ) m:{month} d:{date_day}",
)
def stepped_month(match: Match) -> Reading | None:
    """ "last November": the November before this one, whatever the tense."""
    month = match.month("m")
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-{month:02d}"))
    words = {token.lower for token in match.part("step")}
    year = _year_of_month(today, month, words)
    if match.has("d"):
        made = make_date(year, month, match.number("d"))
        return Reading("DATE", day_of(made), anchor=anchor) if made else None
    return Reading("DATE", month_of(year, month), mod_of(match), anchor)


def _year_of_month(today: date, month: int, words: set[str]) -> int:
    if words & {"last", "past", "previous"}:
        return today.year if month < today.month else today.year - 1
    if words & {"next", "coming", "following"}:
        return today.year if month > today.month else today.year + 1
    return today.year


@rule(
    "relative.weekday",
    "{grade}? step:(?: last | next | this (?: past | coming )? | the (?: following | previous | next | coming | past ) | coming ) w:WEEKDAY",
)
def stepped_weekday(match: Match) -> Reading | None:
    """ "next Wednesday" is next week's, "last Wednesday" the one before today, "this Wednesday" this week's."""
    weekday = match.weekday("w")
    today, anchor = reference(match)
    words = {token.lower for token in match.part("step")}
    previous = match.scene.previous()
    if words & {"following", "previous"} and previous and previous.stretch.first:
        today, anchor = previous.stretch.first, previous.stretch.value
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-WXX-{weekday}"))
    ahead = (weekday - today.isoweekday()) % 7
    if words & {"last", "past", "previous"}:
        moved = today + timedelta(days=ahead - 7)
    elif words == {"next"}:
        moved = today + timedelta(days=weekday - today.isoweekday() + 7)
    elif words & {"coming", "following", "next"}:
        moved = today + timedelta(days=ahead or 7)
    else:
        moved = today + timedelta(days=weekday - today.isoweekday())
    return Reading("DATE", day_of(moved), mod_of(match), anchor)


@rule("relative.weekday.week", "w:WEEKDAY of? step:(?: last | next | this ) week")
def weekday_of_week(match: Match) -> Reading | None:
    weekday = match.weekday("w")
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-WXX-{weekday}"))
    return Reading(
        "DATE", day_of(today + timedelta(days=weekday - today.isoweekday() + 7 * step_of(match))), anchor=anchor
    )


@rule("range.weekdays", "w:WEEKDAY by:(?: {through} | and ) v:WEEKDAY")
def weekdays(match: Match) -> Reading | None:
    """ "from Monday to Wednesday"; "Monday and Tuesday" are two dates."""
    if match.word("by") == "and" and match.before != "between":
        return None
    start = nearest_weekday(match, match.weekday("w"))
    if start.stretch.first is None:
        return Reading("DATE", Stretch(f"{start.stretch.value}/XXXX-WXX-{match.weekday('v')}"))
    days = (match.weekday("v") - match.weekday("w")) % 7
    end = day_of(start.stretch.first + timedelta(days=days))
    return Reading("DATE", from_to(start.stretch, end), anchor=start.anchor) if days else None


@rule(
    "relative.weekend",
    "{edge}? {grade}? step:(?: last | next | this (?: past | coming )? | the (?: following | previous | past | coming )? ) weekend",
)
def weekend(match: Match) -> Reading | None:
    today, anchor = reference(match)
    words = {token.lower for token in match.part("step")}
    if today is None:
        return Reading("DATE", Stretch("XXXX-WXX-WE"))
    if words & {"last", "past", "previous"} or (
        words == {"the"} and tense_of(match) != FUTURE and today.isoweekday() < 6
    ):
        today -= timedelta(days=7)
    elif words & {"next", "following"}:
        today += timedelta(days=7)
    return Reading("DATE", weekend_of(today), mod_of(match), anchor)


@rule(
    "relative.week_of",
    "the? week (?: of | beginning | starting | ending | commencing ) WEEKDAY? COMMA? (?: m:{month} d:{date_day} | d:{date_day} m:{month} ) (?: COMMA? y:YEAR )?".replace(
        "m:{month} d:{date_day} | d:{date_day} m:{month}", "m:{month} d:{date_day}"
    ),
    "the? week (?: of | beginning | starting | ending | commencing ) WEEKDAY? COMMA? d:{date_day} m:{month} (?: COMMA? y:YEAR )?",
)
def week_of_day(match: Match) -> Reading | None:
    month, number = match.month("m"), match.number("d")
    if match.has("y"):
        made = make_date(match.number("y"), month, number)
        return Reading("DATE", week_of(made)) if made else None

    def of_year(year: int) -> Stretch | None:
        made = make_date(year, month, number)
        return week_of(made) if made else None

    return yearless(match, of_year, "XXXX-WXX", exact=True)


@rule("relative.ordinal_day", "the d:DAYTH (?: of (?: this | the ) month )?")
def ordinal_day(match: Match) -> Reading | None:
    """ "on the 18th": of the month of the date before, else the nearest by tense."""
    closed = match.after in _CLAUSE_ENDS or match.scene.word(match.end - 1) == "month"
    if match.before not in {"on", "until", "by", "since", "from", "through"} or not closed:
        return None
    number = match.number("d")
    if not 1 <= number <= 31:
        return None
    previous = match.scene.previous()
    today, anchor = reference(match)
    if previous and previous.stretch.first and _near(match):
        made = make_date(previous.stretch.first.year, previous.stretch.first.month, number)
        return Reading("DATE", day_of(made), anchor=previous.stretch.value) if made else None
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-XX-{number:02d}"))
    return _day_by_tense(match, today, anchor, number)


def _day_by_tense(match: Match, today: date, anchor: str | None, number: int) -> Reading | None:
    sign = 1 if tense_of(match) == FUTURE else -1
    for step in range(4):
        month = shift(today.replace(day=1), sign * step, "M")
        made = make_date(month.year, month.month, number) if month else None
        if made and (made - today).days * sign >= 0:
            return Reading("DATE", day_of(made), anchor=anchor)
    return None


@rule("reference", "r:REF", "more r:recently", "very r:soon")
def pointing(match: Match) -> Reading | None:
    compound = match.after in {"-", "‑", "–"}  # "the soon-to-open terminal"
    return None if compound else Reading("DATE", Stretch(match.look("references", "r")))


@rule(
    "reference.future",
    "the (?: near | foreseeable | immediate | not too distant | distant | very near )? future",
    "the (?: near | long | short | medium | longer ) term",
)
def future(match: Match) -> Reading | None:
    return (
        Reading("DATE", Stretch("FUTURE_REF"))
        if match.before in {"in", "for", "over"} or match.end - match.start > 2
        else None
    )


@rule("reference.past", "the (?: recent | distant )? past")
def past(match: Match) -> Reading | None:
    return (
        Reading("DATE", Stretch("PAST_REF"))
        if match.before in {"in", "of", "from", "over"} and not match.after.isdigit()
        else None
    )


@rule(
    "reference.present",
    "the time being",
    "the present (?: time | day )",
    "the current (?: year | month )",
    "the moment",
)
def present(match: Match) -> Reading | None:
    return Reading("DATE", Stretch("PRESENT_REF")) if match.before in {"for", "at", "until", "to", "in", "up"} else None
