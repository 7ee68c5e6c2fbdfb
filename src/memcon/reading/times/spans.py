"""Rules for longer stretches of the calendar: months, quarters, seasons, years, decades, centuries, and ranges."""

from __future__ import annotations

import re
from datetime import date, timedelta

from memcon.reading.times.choice import mod_of, reference, relative_year, with_mod, yearless
from memcon.reading.times.days import Made, ranged, spanning, stand_apart
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.names import BARE_YEARS, is_month, is_year
from memcon.reading.times.values import (
    Stretch,
    century_of,
    decade_of,
    from_to,
    half_of,
    month_of,
    quarter_of,
    season_of,
    year_of,
)

_WHICH = "which:(?: this | last | next | that | same ) year"
_OF_YEAR = f"(?: (?: COMMA | of | in )? (?: y:YEAR | the? {_WHICH} | plain:(?: the year ) ) )"
_LONGEST_RANGE = 200  # years
_BESIDE = 12  # tokens within which a year speaks for the months after it


@rule("date.month", "{edge}? {grade}? m:{month}")
def month(match: Match) -> Reading | None:
    number = match.month("m")
    if not is_month(match):
        return None
    year = _year_beside(match)
    if year:
        return Reading("DATE", month_of(year, number), mod_of(match), f"{year:04d}")
    found = yearless(match, lambda year: month_of(year, number), f"XXXX-{number:02d}", exact=False)
    return with_mod(found, match)


def _year_beside(match: Match) -> int | None:
    """ "Last year, in June and in October", "since 2019, when they signed it in May": the year of the one before."""
    scene = match.scene
    place, before = scene.history[-1] if scene.history else (0, None)
    if before is None or before.stretch.first is None or match.start - place > _BESIDE:
        return None
    between = [token.lower for token in scene.tokens[place : match.start]]
    years = re.fullmatch(r"\d{4}", before.stretch.value) or re.fullmatch(r"\d{4}", before.anchor or "")
    linked = "when" in between or scene.vocabulary.lists["links"].issuperset(between[1:])
    walled = not {".", ";", "!", "?"}.isdisjoint(between)
    return before.stretch.first.year if years and linked and not walled else None


@rule("date.month.year", "{edge}? {grade}? m:{month} (?: COMMA | of )? y:YEAR")
def month_and_year(match: Match) -> Reading | None:
    return Reading("DATE", month_of(match.number("y"), match.month("m")), mod_of(match))


@rule("date.month.relative_year", f"{{edge}}? {{grade}}? m:{{month}} COMMA? of? the? {_WHICH}")
def month_of_relative_year(match: Match) -> Reading | None:
    """ "April of last year"."""
    number = match.month("m")
    return _in_relative_year(match, lambda year: month_of(year, number), f"XXXX-{number:02d}", match.word("which"))


@rule(
    "date.week_of_month",
    "the n:(?: ORD | last ) week (?: of | in ) the? coming? m:{month} (?: COMMA? y:YEAR )?",
    "n:(?: ORD | last ) week of the? coming? m:{month} (?: COMMA? y:YEAR )?",
)
def week_of_month(match: Match) -> Reading | None:
    """ "The third week of July" is the month, bounded to its days 15 to 21."""
    number, month = (match.number("n") if match.word("n") != "last" else 0), match.month("m")
    if number > 5:
        return None
    return ranged(match, lambda year: _week_in(month_of(year, month), number), f"XXXX-{month:02d}")


def _week_in(month: Stretch, number: int) -> Stretch:
    """The nth seven days of a month; 0 is the last."""
    assert month.first is not None
    assert month.last is not None
    if number == 0:
        return Stretch(month.value, month.last - timedelta(days=6), month.last)
    first = month.first + timedelta(days=7 * (number - 1))
    return Stretch(month.value, min(first, month.last), min(first + timedelta(days=6), month.last))


def _in_relative_year(match: Match, make: Made, unplaced: str, which: str) -> Reading:
    year = relative_year(match, which)
    stretch = make(year) if year else None
    return Reading("DATE", stretch or Stretch(unplaced), mod_of(match), match.scene.anchor if stretch else None)


@rule("range.months", "m:{month} x:YEAR? by:(?: {through} | and ) n:{month} (?: COMMA? y:YEAR )?")
def months(match: Match) -> Reading | None:
    """ "April to June 2023", "between March and May"."""
    if stand_apart(match) or (_is_no_range(match) and not match.has("y")):
        return None
    first, last = match.month("m"), match.month("n")
    if match.has("x"):
        end = month_of(match.number("y"), last) if match.has("y") else None
        stretch = spanning(month_of(match.number("x"), first), end)
        return Reading("DATE", stretch) if stretch else None
    unplaced = f"XXXX-{first:02d}/XXXX-{last:02d}"
    return ranged(match, lambda year: spanning(month_of(year - (last < first), first), month_of(year, last)), unplaced)


def _is_no_range(match: Match) -> bool:
    """ "Moved July to August": without "from", "to" joins no range."""
    return match.word("by") == "to" and match.before not in {"from", "("}


@rule("range.years", "a:YEAR by:(?: {through} | and | STROKE ) b:(?: YEAR | YY )")
def years(match: Match) -> Reading | None:
    """ "from 2011 to 2014", "2024-25", "between 2014 and 2016"."""
    first, last = match.number("a"), match.number("b")
    if _is_no_range(match) or stand_apart(match) or (last < 100 and match.word("by").isalpha()):
        return None
    if last < 100:
        last += first - first % 100
    in_order = first in BARE_YEARS and last in BARE_YEARS and first < last <= first + _LONGEST_RANGE
    return Reading("DATE", from_to(year_of(first), year_of(last))) if in_order else None


@rule("date.year", "{edge}? {grade}? fiscal:(?: fiscal year? | financial year | fy )? y:YEAR")
def year(match: Match) -> Reading | None:
    number = match.number("y")
    sure = match.has("fiscal") or mod_of(match) is not None
    return Reading("DATE", year_of(number), mod_of(match)) if sure or is_year(match, number) else None


@rule("date.fiscal", "{edge}? y:FISCAL")
def fiscal_year(match: Match) -> Reading | None:
    digits = re.sub(r"\D", "", match.part("y")[0].text)
    return Reading("DATE", year_of(int(digits) if len(digits) == 4 else 2000 + int(digits)), mod_of(match))


@rule("date.decade", "{edge}? {grade}? the? d:DECADE", "the? {grade}? d:DECADE")
def decade(match: Match) -> Reading | None:
    """ "The 1990s", "the early '80s", "the 70s"; not "in his 70s" and not "the mid-30s" of a share."""
    text = match.part("d")[0].text
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return Reading("DATE", decade_of(int(digits)), mod_of(match))
    scene = match.scene
    quoted = text[0] in "'’"
    earlier = scene.token(match.start - 2)
    paired = match.before in {"and", "or"} and earlier is not None and earlier.kind == "decade"
    led = quoted or scene.tokens[match.start].lower == "the"
    if not (paired or led) or (int(digits) < 50 and not quoted):
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
    number = (today.year - 1) // 100 + 1 + {"this": 0, "last": -1, "next": 1}[match.word("which")]
    return Reading("DATE", century_of(number), mod_of(match), anchor)


@rule(
    "date.quarter",
    "{edge}? the? n:ORD quarter " + _OF_YEAR + "?",
    "{edge}? n:QUARTER of? y:YEAR",
    "n:QUARTER",
)
def quarter(match: Match) -> Reading | None:
    word = match.word("n")
    number = int(word[1]) if word[0] == "q" else match.number("n")
    if not 1 <= number <= 4:
        return None
    return _part_of_year(match, lambda year: quarter_of(year, number), f"XXXX-Q{number}")


@rule("date.half", "{edge}? the? n:(?: first | second ) half of " + _OF_YEAR, "n:HALF y:YEAR")
def half(match: Match) -> Reading | None:
    number = {"first": 1, "second": 2, "h1": 1, "h2": 2}[match.word("n")]
    return _part_of_year(match, lambda year: half_of(year, number), f"XXXX-H{number}")


def _part_of_year(match: Match, make: Made, unplaced: str) -> Reading | None:
    if match.has("y"):
        return Reading("DATE", make(match.number("y")) or Stretch(unplaced), mod_of(match))
    if match.has("which") or match.has("plain"):
        return _in_relative_year(match, make, unplaced, match.word("which") or "this")
    return yearless(match, make, unplaced, exact=False)


@rule(
    "date.season",
    "{edge}? {grade}? the? s:SEASON (?: COMMA | of )? y:YEAR",
    f"{{edge}}? {{grade}}? the? s:SEASON of? {_WHICH}",
)
def season_of_year(match: Match) -> Reading | None:
    name = match.look("seasons", "s")
    return _part_of_year(match, lambda year: season_of(year, name), f"XXXX-{name}")


# "The *Winter Olympics*", "the *Summer Palace*": names, and no time of the year.
NAMED_FOR_A_SEASON = frozenset({"olympics", "olympic", "paralympics", "paralympic", "games", "palace", "universiade"})


@rule("date.season.bare", "{edge}? {grade} s:SEASON", "the s:SEASON")
def season(match: Match) -> Reading | None:
    """ "In the spring", "early summer"; not "the spring of discontent"."""
    name = match.look("seasons", "s")
    led = match.has("grade") or match.scene.listed("lead_to_month", match.start - 1)
    if not led or match.after == "of" or match.after in NAMED_FOR_A_SEASON:
        return None
    return with_mod(yearless(match, lambda year: season_of(year, name), f"XXXX-{name}", exact=False), match)


@rule(
    "date.season.stepped",
    "{edge}? {grade}? step:(?: last | next | this (?: past | coming )? ) s:SEASON",
    "{edge}? {grade}? step:(?: the (?: coming | past | previous | following ) | that ) s:SEASON",
)
def stepped_season(match: Match) -> Reading | None:
    name, words = match.look("seasons", "s"), {token.lower for token in match.part("step")}
    today, anchor = reference(match)
    if today is None:
        return Reading("DATE", Stretch(f"XXXX-{name}"), mod_of(match))
    return Reading("DATE", _season_near(today, name, words), mod_of(match), anchor)


def _season_near(today: date, name: str, words: set[str]) -> Stretch:
    seasons = [season_of(year, name) for year in range(max(1, today.year - 2), today.year + 3)]
    if words & {"last", "past", "previous"}:
        return [season for season in seasons if season.last and season.last < today][-1]
    if words & {"next", "coming", "following"}:
        return next(season for season in seasons if season.first and season.first > today)
    now = [season for season in seasons if season.first and season.last and season.first <= today <= season.last]
    return now[0] if now else season_of(today.year, name)
