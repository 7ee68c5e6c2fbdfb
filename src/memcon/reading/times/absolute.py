"""Rules for dates of the calendar: days, months, years, quarters, seasons, decades, centuries, and ranges of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from memcon.reading.times.choice import nearest_weekday, numeric, reference, yearless
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.values import (
    Stretch,
    century_of,
    day_of,
    decade_of,
    easter,
    from_to,
    half_of,
    make_date,
    month_of,
    nth_weekday,
    orthodox_easter,
    quarter_of,
    season_of,
    year_of,
)

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
# A bare number is a year only in these; history before needs "in 1648".
_BARE_YEARS = range(1500, 2101)
_EDGES = {
    "end": "END",
    "close": "END",
    "beginning": "START",
    "start": "START",
    "outset": "START",
    "turn": "START",
    "middle": "MID",
}
_GRADES = {"early": "START", "mid": "MID", "late": "END", "earlier": "START", "later": "END"}
_LEAD_TO_YEAR = frozenset(
    {"in", "since", "until", "till", "before", "during", "after", "from", "by", "of", "for", "between", "through"}
)
_LEAD_TO_MONTH = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "before",
        "during",
        "after",
        "from",
        "by",
        "of",
        "for",
        "between",
        "through",
        "this",
        "last",
        "next",
        "early",
        "late",
        "mid",
        "every",
        "each",
        "to",
        "late-",
    ]
)
_OWNERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "'s", "’s", "new"])
_NAME_FOLLOWS_NOT = frozenset({"will", "would", "has", "said", "says", "told", "and", "who", "is", "was", "had"})


def mod_of(match: Match) -> str | None:
    """The TIMEX mod that "early", "mid-", "the end of" put on a date."""
    if match.has("grade"):
        return _GRADES[match.word("grade")]
    if match.has("edge"):
        return _EDGES[match.word("edge")]
    return None


@rule("date.iso", "d:ISO")
def iso(match: Match) -> Reading | None:
    text = match.part("d")[0].text
    made = _date(*(int(part) for part in text[:10].split("-")))
    if made is None:
        return None
    return Reading("TIME", Stretch(text, made, made)) if "T" in text else Reading("DATE", day_of(made))


@rule("date.numeric", "d:(?:SLASH|DOTTED)")
def slash(match: Match) -> Reading | None:
    first, second, third = (int(part) for part in re.split(r"[/.]", match.part("d")[0].text))
    if first > 31:
        made = _date(first, second, third)
        return Reading("DATE", day_of(made)) if made else None
    year = third if third > 99 else third + (2000 if third < 70 else 1900)
    if match.part("d")[0].kind == "dotted":
        first, second = second, first
    stretch = numeric(match, first, second, year)
    return Reading("DATE", stretch) if stretch else None


def _date(year: int, month: int, day: int) -> date | None:
    return make_date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None


@rule(
    "date.day",
    "(?: {week_day} COMMA? LP? the? )? m:{month} d:{date_day} (?: (?: COMMA | of )? y:YEAR )? (?: LP {week_day} RP )?",
    "(?: {week_day} COMMA? LP? the? )? d:{date_day} of? m:{month} (?: (?: COMMA | of )? y:YEAR )? (?: LP {week_day} RP )?",
    "the? d:ORD of m:MONTH (?: COMMA? y:YEAR )?",
)
def day(match: Match) -> Reading | None:
    month, number = match.month("m"), match.number("d")
    if match.has("y"):
        made = make_date(match.number("y"), month, number)
        return Reading("DATE", day_of(made)) if made else None
    return yearless(match, lambda year: _day(year, month, number), f"XXXX-{month:02d}-{number:02d}", exact=True)


def _day(year: int, month: int, number: int) -> Stretch | None:
    made = make_date(year, month, number)
    return day_of(made) if made else None


@rule(
    "date.day.same_year",
    "m:{month} d:{date_day} COMMA? (?: of )? which:(?: this | last | next | that ) year",
    "d:{date_day} of? m:{month} (?: of )? which:(?: this | last | next | that ) year",
)
def day_of_relative_year(match: Match) -> Reading | None:
    year = relative_year(match, match.word("which"))
    stretch = _day(year, match.month("m"), match.number("d")) if year else None
    return Reading("DATE", stretch, anchor=match.scene.anchor) if stretch else None


def relative_year(match: Match, which: str) -> int | None:
    """This, last, next or that year as a number; "that" is the year of the date before in the text."""
    if which in {"that", "same"}:
        previous = match.scene.previous()
        return previous.stretch.first.year if previous and previous.stretch.first else None
    today, _ = reference(match)
    return today.year + {"this": 0, "last": -1, "next": 1}[which] if today else None


@rule(
    "range.days",
    "m:{month} a:{date_day} by:(?: {through} | and | COMMA? and ) b:{date_day} (?: COMMA? y:YEAR )?",
    "a:{date_day} by:(?: {through} | and | COMMA? and ) b:{date_day} of? m:{month} (?: COMMA? y:YEAR )?",
)
def days_of_one_month(match: Match) -> Reading | None:
    month, first, last = match.month("m"), match.number("a"), match.number("b")
    if first >= last:
        return None
    return _range(
        match,
        lambda year: _from_to(_day(year, month, first), _day(year, month, last)),
        f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}",
    )


@rule(
    "range.days.months",
    "m:{month} a:{date_day} by:(?: {through} | and ) n:{month} b:{date_day} (?: COMMA? y:YEAR )?",
    "a:{date_day} m:{month} by:(?: {through} | and ) b:{date_day} n:{month} (?: COMMA? y:YEAR )?",
)
def days_of_two_months(match: Match) -> Reading | None:
    if _apart(match):
        return None
    start, end = (match.month("m"), match.number("a")), (match.month("n"), match.number("b"))
    unplaced = "XXXX-{:02d}-{:02d}/XXXX-{:02d}-{:02d}".format(*start, *end)
    return _range(match, lambda year: _from_to(_day(year - (end < start), *start), _day(year, *end)), unplaced)


@rule(
    "range.days.years",
    "m:{month} a:{date_day} COMMA? x:YEAR COMMA? by:(?: {through} | and ) n:{month} b:{date_day} COMMA? y:YEAR",
    "a:{date_day} m:{month} x:YEAR by:(?: {through} | and ) b:{date_day} n:{month} y:YEAR",
)
def days_of_two_years(match: Match) -> Reading | None:
    if _apart(match):
        return None
    start = _day(match.number("x"), match.month("m"), match.number("a"))
    end = _day(match.number("y"), match.month("n"), match.number("b"))
    stretch = _from_to(start, end)
    return Reading("DATE", stretch) if stretch else None


@rule("range.months", "m:{month} x:YEAR? by:(?: {through} | and ) n:{month} (?: COMMA? y:YEAR )?")
def months(match: Match) -> Reading | None:
    if _apart(match) or (match.word("by") == "to" and match.before not in {"from", "("} and not match.has("y")):
        return None
    first, last = match.month("m"), match.month("n")
    if match.has("x"):
        start = month_of(match.number("x"), first)
        stretch = _from_to(start, month_of(match.number("y"), last) if match.has("y") else None)
        return Reading("DATE", stretch) if stretch else None
    return _range(
        match,
        lambda year: _from_to(month_of(year - (last < first), first), month_of(year, last)),
        f"XXXX-{first:02d}/XXXX-{last:02d}",
    )


@rule("range.years", "a:YEAR by:(?: {through} | and | STROKE ) b:(?: YEAR | YY )")
def years(match: Match) -> Reading | None:
    first, last = match.number("a"), match.number("b")
    if match.word("by") == "to" and match.before not in {"from", "("}:
        return None
    if last < 100:
        last += first - first % 100
        if match.word("by") in {"and", "to", "through", "until", "till"}:
            return None
    if _apart(match) or not (first in _BARE_YEARS and last in _BARE_YEARS and first < last <= first + 200):
        return None
    return Reading("DATE", from_to(year_of(first), year_of(last)))


def _apart(match: Match) -> bool:
    """ "May 3 and June 5" are two dates, unless they stand after "between"."""
    return match.word("by") == "and" and match.before != "between"


def _from_to(start: Stretch | None, end: Stretch | None) -> Stretch | None:
    if start is None or end is None or not (start.first and end.last and start.first < end.last):
        return None
    return from_to(start, end)


def _range(match: Match, make: object, unplaced: str) -> Reading | None:
    assert callable(make)
    if match.has("y"):
        stretch = make(match.number("y"))
        return Reading("DATE", stretch) if stretch else None
    return yearless(match, make, unplaced, exact=True)


@rule("date.month.year", "{edge}? {grade}? m:{month} (?: COMMA | of )? y:YEAR")
def month_and_year(match: Match) -> Reading | None:
    return Reading("DATE", month_of(match.number("y"), match.month("m")), mod_of(match))


@rule(
    "date.month.relative_year",
    "{edge}? {grade}? m:{month} COMMA? of? (?: the )? which:(?: this | last | next | that | same ) year",
)
def month_of_relative_year(match: Match) -> Reading | None:
    year = relative_year(match, match.word("which"))
    month = match.month("m")
    if year is None:
        return Reading("DATE", Stretch(f"XXXX-{month:02d}"), mod_of(match))
    return Reading("DATE", month_of(year, month), mod_of(match), match.scene.anchor)


@rule("date.month", "{edge}? {grade}? m:{month}")
def month(match: Match) -> Reading | None:
    if not _is_month(match):
        return None
    number = match.month("m")
    found = yearless(match, lambda year: month_of(year, number), f"XXXX-{number:02d}", exact=False)
    return replace(found, mod=mod_of(match)) if found else None


def _is_month(match: Match) -> bool:
    """A bare month word that is no name ("Theresa May", "Ambassador April Glaspie") and no short form by itself."""
    graded = match.has("grade") or match.has("edge")
    led = graded or match.before in _LEAD_TO_MONTH
    word, before = match.word("m"), match.scene.token(match.start - 1)
    if word not in match.scene.vocabulary.words["months"]:
        return led
    if graded:
        return True
    surname = word in match.scene.surnames
    after = match.scene.token(match.end)
    if led and not surname:
        return True
    if led:
        return (
            match.after not in {"'s", "’s"}
            and match.after not in _NAME_FOLLOWS_NOT
            and match.before not in {"to", "of", "by", "for", "from"}
        )
    if surname or match.scene.listed("name_titles", match.start - 1) or match.scene.listed("name_after", match.end):
        return False
    if word in {"may", "march"} and (before is None or not before.text.islower() or before.kind != "word"):
        return False
    followed_by_name = after is not None and after.capital and after.kind == "word"
    opens = before is None or before.kind not in {"word", "possessive", "number"}
    return not (before is not None and before.capital and before.kind == "word") and not (opens and followed_by_name)


@rule("date.fiscal", "{edge}? y:FISCAL")
def fiscal_year(match: Match) -> Reading | None:
    digits = re.sub(r"\D", "", match.part("y")[0].text)
    return Reading("DATE", year_of(int(digits) if len(digits) == 4 else 2000 + int(digits)), mod_of(match))


@rule("date.year", "{edge}? {grade}? fiscal:(?: fiscal year? | financial year )? y:YEAR")
def year(match: Match) -> Reading | None:
    number = match.number("y")
    if not (match.has("fiscal") or mod_of(match) or _is_year(match, number)):
        return None
    return Reading("DATE", year_of(number), mod_of(match))


def _is_year(match: Match, number: int) -> bool:
    """A bare four-digit number that is a year and no count, name or document number."""
    scene, before = match.scene, match.scene.token(match.start - 1)
    after = scene.token(match.end)
    if (
        number not in _BARE_YEARS
        or (before and before.text in "$€£¥#+°@" and before.text)
        or match.after in {"%", "/", "°"}
    ):
        return False
    if (
        scene.listed("counting", match.start - 1)
        or scene.listed("counted", match.end)
        or (match.after == "-" and scene.word(match.end + 1) in {"strong", "member"})
    ):
        return False
    bracketed = match.before == "(" and match.after == ")"
    if bracketed:
        return not scene.listed("not_years", match.start - 3)
    if scene.listed("not_years", match.start - 1) or (
        match.before in {"-", "–", "—"}
        and before is not None
        and before.start == scene.tokens[match.start].start - 1
        and scene.word(match.start - 2).isdigit()
    ):
        return False
    if match.before in _LEAD_TO_YEAR:
        return match.before in {"in", "since", "until", "till", "during"} or not _counts(scene.word(match.end))
    if match.before in _OWNERS:
        return not _counts(scene.word(match.end)) or match.before in {
            "the",
            "'s",
            "’s",
            "his",
            "her",
            "its",
            "their",
            "our",
        }
    if before is None or before.kind in {"sign", "gap"}:
        return not _counts(scene.word(match.end)) and not (after is not None and after.kind in {"number", "thousands"})
    return before.kind == "word" and not _counts(scene.word(match.end)) and number >= 1900


def _counts(word: str) -> bool:
    """Does the word after a number look like things counted?"""
    return (
        word.isalpha()
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in {"was", "is", "has", "elections", "as", "this", "crisis"}
    )


@rule("date.decade", "{edge}? {grade}? the? d:DECADE", "the? {grade}? d:DECADE")
def decade(match: Match) -> Reading | None:
    digits = re.sub(r"\D", "", match.part("d")[0].text)
    if len(digits) == 4:
        return Reading("DATE", decade_of(int(digits)), mod_of(match))
    paired = match.before in {"and", "or"} and match.scene.tokens[match.start - 2].kind == "decade"
    led = (
        match.scene.tokens[match.start].lower == "the"
        or "’" in match.part("d")[0].text
        or "'" in match.part("d")[0].text
    )
    if not (paired or led) or match.before in {"his", "her", "their", "my"}:
        return None
    return Reading("DATE", decade_of(1900 + int(digits)), mod_of(match))


@rule(
    "date.century",
    "{edge}? the? {grade}? n:(?: ORD | NUM HY ORD ) HY? (?: century | centuries )",
    "{edge}? {grade}? which:(?: this | last | next ) century",
)
def century(match: Match) -> Reading | None:
    if match.has("n"):
        number = sum(int(match.scene.vocabulary.number(token)) for token in match.part("n"))
        return Reading("DATE", century_of(number), mod_of(match)) if 1 <= number <= 30 else None
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch("XX"), mod_of(match))
    step = {"this": 0, "last": -1, "next": 1}[match.word("which")]
    return Reading("DATE", century_of((today.year - 1) // 100 + 1 + step), mod_of(match), anchor)


_OF_YEAR = "(?: (?: COMMA | of | in )? (?: y:YEAR | (?: the )? which:(?: this | last | next | that | same ) year | plain:(?: the year ) ) )"


@rule("date.quarter", "{edge}? the? n:ORD quarter " + _OF_YEAR + "?", "{edge}? n:QUARTER (?: of )? y:YEAR", "n:QUARTER")
def quarter(match: Match) -> Reading | None:
    word = match.word("n")
    number = int(word[1]) if match.part("n")[0].kind == "word" and word[:1] == "q" else match.number("n")
    if not 1 <= number <= 4:
        return None
    return _part_of_year(match, lambda year: quarter_of(year, number), f"XXXX-Q{number}")


@rule(
    "date.half",
    "{edge}? the? n:(?: first | second ) half of (?: y:YEAR | (?: the )? which:(?: this | last | next | that | same ) year | plain:(?: the year ) )",
    "n:HALF y:YEAR",
)
def half(match: Match) -> Reading | None:
    number = {"first": 1, "second": 2, "h1": 1, "h2": 2}[match.word("n")]
    return _part_of_year(match, lambda year: half_of(year, number), f"XXXX-H{number}")


def _part_of_year(match: Match, make: object, unplaced: str) -> Reading | None:
    assert callable(make)
    if match.has("y"):
        return Reading("DATE", make(match.number("y")), mod_of(match))
    which = match.word("which") if match.has("which") else "this" if match.has("plain") else ""
    if which:
        year = relative_year(match, which)
        return Reading(
            "DATE", make(year) if year else Stretch(unplaced), mod_of(match), match.scene.anchor if year else None
        )
    return yearless(match, make, unplaced, exact=False)


@rule(
    "date.season",
    "{edge}? {grade}? the? s:SEASON (?: COMMA | of )? y:YEAR",
    "{edge}? {grade}? the? s:SEASON of? which:(?: this | last | next | that ) year",
    "{edge}? {grade}? step:(?: last | next | this (?: past | coming )? | the (?: coming | past | previous | following ) | that ) s:SEASON",
    "{edge}? {grade} s:SEASON",
    "the s:SEASON",
)
def season(match: Match) -> Reading | None:
    name = match.look("seasons", "s")
    if match.has("y") or match.has("which"):
        return _part_of_year(match, lambda year: season_of(year, name), f"XXXX-{name}")
    if not match.has("step"):
        if not match.has("grade") and (
            match.before not in {"in", "during", "until", "by", "since", "over", "through", "for", "of"}
            or match.after == "of"
        ):
            return None
        found = yearless(match, lambda year: season_of(year, name), f"XXXX-{name}", exact=False)
        return replace(found, mod=mod_of(match)) if found else None
    return _stepped_season(match, name, {token.lower for token in match.part("step")})


def _stepped_season(match: Match, name: str, words: set[str]) -> Reading | None:
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-{name}"), mod_of(match))
    stretches = [season_of(year, name) for year in range(today.year - 2, today.year + 3)]
    before = [s for s in stretches if s.last and s.last < today]
    after = [s for s in stretches if s.first and s.first > today]
    now = [s for s in stretches if s.first and s.last and s.first <= today <= s.last]
    if words & {"last", "past", "previous"}:
        chosen = before[-1]
    elif words & {"next", "coming", "following"}:
        chosen = after[0]
    else:
        chosen = now[0] if now else season_of(today.year, name)
    return Reading("DATE", chosen, mod_of(match), anchor)


@rule("date.weekday", "{grade}? w:WEEKDAY")
def weekday(match: Match) -> Reading | None:
    scene, before = match.scene, match.scene.token(match.start - 1)
    after = scene.token(match.end)
    if (
        after is not None
        and after.capital
        and (scene.listed("name_after", match.end) or (before is not None and before.lower == "the"))
    ):
        return None
    if before is not None and before.capital and scene.listed("name_before", match.start - 1):
        return None
    return replace(nearest_weekday(match, match.weekday("w")), mod=mod_of(match))


def holiday_on(text: str, year: int) -> date | None:
    """The day of a holiday given as the lexicon writes it: "12-25", "easter-2", "orthodox+0", "nth 4 4 11"."""
    moved = re.fullmatch(r"(easter|orthodox)([+-]\d+)", text)
    if moved:
        base = easter(year) if moved.group(1) == "easter" else orthodox_easter(year)
        return date.fromordinal(base.toordinal() + int(moved.group(2)))
    if text.startswith("nth "):
        nth, weekday_number, month_number = (int(part) for part in text.split()[1:])
        return nth_weekday(year, month_number, weekday_number, nth)
    month_number, day_number = (int(part) for part in text.split("-"))
    return make_date(year, month_number, day_number)
