"""Rules for dates that count from another day: from the publication date (last week, two years ago, tomorrow), or from
the date before in the text (the following day, a month later)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from memcon.reading.times.amounts import QUANTIFIED, amount_of, quantified_mod
from memcon.reading.times.choice import mod_of, nearest_weekday, reference, tense_of, yearless
from memcon.reading.times.grammar import FUTURE, Match, Reading, rule
from memcon.reading.times.names import is_capital_name
from memcon.reading.times.tense import defers
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

_BACK = frozenset({"last", "previous", "preceding", "past"})
_ON = frozenset({"next", "coming", "following", "ensuing", "upcoming"})
_REACH = 60  # tokens that a sentence is looked through for
_NEAR = 40  # tokens within which "the following day" looks for its day
_STEP = "step:(?: last | next | this (?: past | coming )? )"


def _words(match: Match, name: str = "step") -> set[str]:
    return {token.lower for token in match.part(name)}


def _step(match: Match) -> int:
    """-1, 0 or 1 for last, this or next."""
    words = _words(match)
    return 1 if words & _ON else -1 if words & _BACK else 0


def _is_near(match: Match) -> bool:
    """Was the last time expression read in the few words before?"""
    return bool(match.scene.history) and match.start - match.scene.history[-1][0] < _NEAR


def _base(match: Match, letter: str, *, anaphoric: bool) -> tuple[date | None, str | None]:
    """What to count from: for "the following day" the date before in the text, else the publication date."""
    previous = match.scene.previous(day=letter in {"D", "N", "TH", "TM"}) if anaphoric else None
    if previous and previous.stretch.first and previous.stretch.last:
        onward = not _words(match).isdisjoint(_ON)
        return (previous.stretch.last if onward else previous.stretch.first), previous.stretch.value
    return reference(match)


def _stepped(base: tuple[date | None, str | None], letter: str, step: int, mod: str | None = None) -> Reading | None:
    today, anchor = base
    if today is None:
        return Reading("DATE", unplaced(letter), mod)
    moved = shift(today, step, letter)
    return Reading("DATE", grain_of(moved, letter), mod, anchor) if moved else None


def _calendar_unit(match: Match) -> str | None:
    """The unit's letter where it is one of days or more, in the singular."""
    letter = match.look("units", "u")
    return None if letter.startswith("T") or match.word("u").endswith("s") else letter


@rule("relative.unit", f"{{edge}}? {{grade}}? {_STEP} u:UNIT")
def unit(match: Match) -> Reading | None:
    """ "Last week", "earlier this year", "the end of next month"."""
    letter = _calendar_unit(match)
    if letter in {None, "D", "N"}:
        return None
    found = _stepped(reference(match), letter or "", _step(match), mod_of(match))
    return _until_today(match, found) if found and match.word("step") == "this" else found


def _until_today(match: Match, reading: Reading) -> Reading:
    """ "Earlier this year" ends with the publication date, "later this year" starts with it."""
    today, stretch = match.scene.published, reading.stretch
    if match.word("grade") == "earlier":
        return replace(reading, stretch=replace(stretch, last=today))
    if match.word("grade") == "later":
        return replace(reading, stretch=replace(stretch, first=today))
    return reading


@rule(
    "relative.edge",
    "{edge} the step:(?: following | previous | next | preceding | coming )? u:UNIT",
    "{edge} step:that u:UNIT",
    "{grade} in the u:UNIT",
)
def edge(match: Match) -> Reading | None:
    """ "The end of the year", "later in the day", "the beginning of the following month"."""
    letter = _calendar_unit(match)
    if letter is None:
        return None
    anaphoric = match.has("step") or (letter == "D" and _is_near(match))
    return _stepped(_base(match, letter, anaphoric=anaphoric), letter, _step(match), mod_of(match))


@rule("relative.years_end", "the? u:UNIT (?: POSSESSIVE | HY ) end")
def years_end(match: Match) -> Reading | None:
    """ "By year-end", "at month's end"."""
    letter = _calendar_unit(match)
    return _stepped(reference(match), letter, 0, "END") if letter in {"W", "M", "Y"} else None


@rule(
    "relative.previous",
    "the step:(?: next | following | previous | preceding | ensuing ) u:UNIT",
    "step:(?: that | the? same | the very same ) u:UNIT",
)
def following(match: Match) -> Reading | None:
    """ "The following day", "that year": counted from the date before in the text, else from publication."""
    letter, step = _calendar_unit(match), match.word("step")
    if letter is None:
        return None
    is_length = step == "next" and (letter in {"E", "C"} or match.scene.listed("lead_to_span", match.start - 1))
    if is_length or (step == "that" and letter in {"D", "E", "C"} and not _is_near(match)):
        return None
    return _stepped(_base(match, letter, anaphoric=True), letter, _step(match))


@rule(
    "relative.same_last_year",
    "the same (?: UNIT | period | time ) (?: a year (?: ago | earlier | before ) | the? (?: last | previous ) year )",
)
def same_a_year_ago(match: Match) -> Reading | None:
    """ "The same month a year ago": of the date before in the text."""
    previous = match.scene.previous()
    moved = shift(previous.stretch.first, -1, "Y") if previous and previous.stretch.first else None
    if previous is None or moved is None:
        return None
    value = previous.stretch.value
    letter = "Q" if "-Q" in value else "W" if "-W" in value else {4: "Y", 7: "M"}.get(len(value), "D")
    return Reading("DATE", grain_of(moved, letter), anchor=value)


@rule(
    "relative.ago",
    QUANTIFIED + " {filler}? u:UNIT way:(?: ago | hence | from now | earlier | later | prior | previously )",
    QUANTIFIED + " {filler}? u:UNIT way:(?: afterward | afterwards | before | after )",
    "q:{quantifier}? n:{amount} u:UNIT more:(?: and a half ) way:(?: ago | earlier | later )",
    "the u:UNIT way:(?: before | after )",
    "u:UNIT way:(?: later | earlier )",
)
def ago(match: Match) -> Reading | None:
    """ "Two years ago", "a month later", "the day before", "hours later" (which is the same day)."""
    way, letter = match.word("way"), match.look("units", "u")
    if way in {"before", "after", "prior"} and not (match.scene.listed("clause_ends", match.end) or _opens(match)):
        return None
    bare = match.end - match.start == 2 and not match.has("n")
    if bare and (letter not in {"TH", "TM"} or not match.word("u").endswith("s")):
        return None  # "days later" has no place in the calendar
    if way in {"earlier", "later"} and match.after == "than":
        return None
    number = amount_of(match) if match.has("n") else 1.0
    back = way in {"ago", "earlier", "before", "prior", "previously"}
    if number is None:
        return Reading("DATE", Stretch("PAST_REF" if back else "FUTURE_REF"))
    if match.has("more"):
        number += 0.5
    base = _base(match, letter, anaphoric=way not in {"ago", "hence", "from"})
    return _moved(base, letter, -number if back else number, quantified_mod(match))


def _opens(match: Match) -> bool:
    """ "*The day before* she was in Wellington.": of a sentence without a comma, in which "before" joins no clause."""
    scene = match.scene
    if scene.word(match.start - 1) not in {"", ".", "!", "?"} and "\n" not in scene.tokens[match.start - 1].text:
        return False
    if scene.word(match.end) not in {"he", "she", "they", "it", "we", "i"}:
        return False
    rest = (scene.word(place) for place in range(match.end, match.end + _REACH))
    return "," not in takewhile(lambda word: word not in {".", "!", "?", ""}, rest)


def _moved(base: tuple[date | None, str | None], letter: str, count: float, mod: str | None) -> Reading | None:
    today, anchor = base
    if letter not in MONTHS_IN and letter not in DAYS_IN:  # hours and minutes: the day itself
        return Reading("DATE", day_of(today) if today else Stretch("XXXX-XX-XX"), mod, anchor)
    if today is None:
        return Reading("DATE", unplaced(letter), mod)
    if count != int(count) and letter in MONTHS_IN:
        count, letter = round(count * MONTHS_IN[letter]), "M"
    moved = shift(today, int(count), letter)
    if moved is None:
        return None
    # "A week ago" names the day; "two weeks ago" is no more exact than its week, "two decades ago" than its year.
    exact = letter in {"D", "N"} or (letter == "W" and abs(count) == 1)
    grain = "D" if exact else "Y" if letter in {"E", "C"} else letter
    return Reading("DATE", grain_of(moved, grain), mod, anchor)


@rule("relative.end_the_day", "the day")
def end_the_day(match: Match) -> Reading | None:
    """ "To end the day at 7,114": the day before in the text."""
    if not match.scene.listed("ending", match.start - 1):
        return None
    return _stepped(_base(match, "D", anaphoric=True), "D", 0)


@rule("relative.before_last", "the u:UNIT before last")
def before_last(match: Match) -> Reading | None:
    letter = _calendar_unit(match)
    return _stepped(reference(match), letter, -2) if letter else None


@rule(
    "relative.day",
    "{grade}? d:(?: today | tomorrow | yesterday )",
    "far:(?: the day after ) d:tomorrow",
    "far:(?: the day before ) d:yesterday",
)
def deictic(match: Match) -> Reading | None:
    if is_capital_name(match):
        return None
    step = {"today": 0, "tomorrow": 1, "yesterday": -1}[match.word("d")] * (2 if match.has("far") else 1)
    return _stepped(reference(match), "D", step, mod_of(match))


@rule(
    "relative.month",
    f"{{edge}}? {{grade}}? {_STEP} m:MONTH",
    "{edge}? {grade}? step:(?: the (?: previous | following | coming | past ) ) m:MONTH",
    f"{_STEP} m:{{month}} d:{{date_day}}",
)
def stepped_month(match: Match) -> Reading | None:
    """ "Last November": the November before this one, whatever the tense."""
    month = match.month("m")
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-{month:02d}"))
    year = today.year
    if _step(match) < 0 and month >= today.month:
        year -= 1
    if _step(match) > 0 and month <= today.month:
        year += 1
    if match.has("d"):
        made = make_date(year, month, match.number("d"))
        return Reading("DATE", day_of(made), anchor=anchor) if made else None
    return Reading("DATE", month_of(year, month), mod_of(match), anchor)


@rule(
    "relative.weekday",
    f"{{grade}}? {_STEP} w:WEEKDAY",
    "{grade}? step:(?: the (?: following | previous | next | coming | past ) | coming ) w:WEEKDAY",
)
def stepped_weekday(match: Match) -> Reading | None:
    """ "Next Wednesday" is next week's, "last Wednesday" the one before today, "this Wednesday" this week's."""
    weekday, words = match.weekday("w"), _words(match)
    today, anchor = _base(match, "D", anaphoric=not words.isdisjoint({"following", "previous"}))
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-WXX-{weekday}"))
    in_week = weekday - today.isoweekday()
    if words & _BACK:
        days = in_week % 7 - 7
    elif words == {"next"}:
        days = in_week + 7
    else:
        days = in_week % 7 or 7 if words & _ON else in_week
    return Reading("DATE", day_of(today + timedelta(days=days)), mod_of(match), anchor)


@rule("relative.weekday.week", "w:WEEKDAY of? step:(?: last | next | this ) week")
def weekday_of_week(match: Match) -> Reading | None:
    """ "Monday of last week"."""
    weekday = match.weekday("w")
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-WXX-{weekday}"))
    moved = today + timedelta(days=weekday - today.isoweekday() + 7 * _step(match))
    return Reading("DATE", day_of(moved), anchor=anchor)


@rule("range.weekdays", "w:WEEKDAY by:(?: {through} | and ) v:WEEKDAY")
def weekdays(match: Match) -> Reading | None:
    """ "From Monday to Wednesday"; "Monday and Tuesday" are two dates."""
    apart = match.word("by") == "and" and match.before != "between"
    if apart or (match.before == "from" and defers(match.scene, match.start)):
        return None
    start = nearest_weekday(match, match.weekday("w"))
    if start.stretch.first is None:
        return Reading("DATE", Stretch(f"{start.stretch.value}/XXXX-WXX-{match.weekday('v')}"))
    days = (match.weekday("v") - match.weekday("w")) % 7
    end = day_of(start.stretch.first + timedelta(days=days))
    return Reading("DATE", from_to(start.stretch, end), anchor=start.anchor) if days else None


@rule(
    "relative.weekend",
    f"{{edge}}? {{grade}}? {_STEP} weekend",
    "{edge}? {grade}? step:(?: the (?: following | previous | past | coming )? ) weekend",
)
def weekend(match: Match) -> Reading | None:
    """ "Over the weekend" is the last one in the past tense, the coming one in the future."""
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch("XXXX-WXX-WE"))
    words = _words(match)
    over = words == {"the"} and tense_of(match) != FUTURE and today.isoweekday() < 6
    weeks = -1 if words & _BACK or over else 1 if words & {"next", "following"} else 0
    return Reading("DATE", weekend_of(today + timedelta(weeks=weeks)), mod_of(match), anchor)


_WEEK_OF = "the? week (?: of | beginning | starting | ending | commencing ) WEEKDAY? COMMA?"


@rule(
    "relative.week_of",
    f"{_WEEK_OF} m:{{month}} d:{{date_day}} (?: COMMA? y:YEAR )?",
    f"{_WEEK_OF} d:{{date_day}} m:{{month}} (?: COMMA? y:YEAR )?",
)
def week_of_day(match: Match) -> Reading | None:
    """ "The week of June 5"."""
    month, number = match.month("m"), match.number("d")

    def of_year(year: int) -> Stretch | None:
        made = make_date(year, month, number)
        return week_of(made) if made else None

    if match.has("y"):
        stretch = of_year(match.number("y"))
        return Reading("DATE", stretch) if stretch else None
    return yearless(match, of_year, "XXXX-WXX", exact=True)


@rule("relative.ordinal_day", "the d:(?: DAYTH | ORD ) month:(?: of (?: this | the ) month )?")
def ordinal_day(match: Match) -> Reading | None:
    """ "On the 18th": of the month of the date just before, else the nearest by tense."""
    closed = match.has("month") or match.scene.listed("clause_ends", match.end)
    number = match.number("d")
    figure = match.part("d")[0].kind == "dayth" or number >= 10  # "on the first," is no day
    if not (closed and figure and number <= 31 and match.scene.listed("lead_to_ordinal_day", match.start - 1)):
        return None
    previous = match.scene.previous() if _is_near(match) else None
    if previous and previous.stretch.first:
        made = make_date(previous.stretch.first.year, previous.stretch.first.month, number)
        return Reading("DATE", day_of(made), anchor=previous.stretch.value) if made else None
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-XX-{number:02d}"))
    return _day_by_tense(today, anchor, number, 1 if tense_of(match) == FUTURE else -1)


def _day_by_tense(today: date, anchor: str | None, number: int, sign: int) -> Reading | None:
    for step in range(4):  # a month or two may lack the day
        month = shift(today.replace(day=1), sign * step, "M")
        made = make_date(month.year, month.month, number) if month else None
        if made and (made - today).days * sign >= 0:
            return Reading("DATE", day_of(made), anchor=anchor)
    return None


@rule("reference", "r:REF", "more r:recently", "very r:soon")
def pointing(match: Match) -> Reading | None:
    """ "Recently", "currently", "soon"; not "as soon as", "shortly before", "the soon-to-open terminal"."""
    if match.after in {"-", "‑", "–", "as", "before", "after"}:
        return None
    return Reading("DATE", Stretch(match.look("references", "r")))


@rule(
    "reference.future",
    "the kind:(?: near | foreseeable | immediate | not too distant | distant | very near )? future",
    "the kind:(?: near | long | short | medium | longer ) term",
)
def future(match: Match) -> Reading | None:
    led = match.has("kind") or match.before in {"in", "for", "over"}
    return Reading("DATE", Stretch("FUTURE_REF")) if led and match.after != "of" else None


@rule("reference.past", "the (?: recent | distant )? past")
def past(match: Match) -> Reading | None:
    """ "In the past"; not "in the past nine elections"."""
    following = match.scene.token(match.end)
    counted = following is not None and match.scene.vocabulary.number(following) > 0
    led = match.before in {"in", "of", "from", "over"}
    return Reading("DATE", Stretch("PAST_REF")) if led and not counted else None


@rule("reference.present", "the time being", "the present (?: time | day )", "the moment")
def present(match: Match) -> Reading | None:
    led = match.before in {"for", "at", "until", "to", "in", "up"}
    return Reading("DATE", Stretch("PRESENT_REF")) if led else None
