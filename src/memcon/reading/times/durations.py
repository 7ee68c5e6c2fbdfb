"""Rules for how long (nearly six hours, a three-day visit, the coming months) and how often (every two years)."""

from __future__ import annotations

from datetime import date

from memcon.reading.times.amounts import QUANTIFIED, amount_of, quantified_mod
from memcon.reading.times.choice import reference
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.values import DAYS_IN, MONTHS_IN, Stretch, shift

_MANY = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y"), "N": (1, "D")}  # units that values write in another
_FALLING = ("Y", "M", "W", "D", "TH", "TM", "TS")
# "The coming months" bounds a due date; how far it reaches is a convention of ours, not a fact.
_REACH = {"D": 7, "W": 6, "M": 6, "Y": 5, "E": 2}
_HYPHENS = frozenset({"-", "‑", "–"})
_AHEAD = frozenset({"next", "coming", "upcoming", "following"})
_ARTICLES = frozenset({"a", "an", "the"})


def value_of(number: float | None, letter: str) -> str:
    """The TIMEX3 value of a length of time: PT6H, P2W, PXM; decades and centuries in years, fortnights in weeks."""
    if letter in _MANY:
        times, letter = _MANY[letter]
        number = None if number is None else number * times
    timed, name = ("T", letter[1:]) if letter.startswith("T") else ("", letter)
    return f"P{timed}{'X' if number is None else f'{number:g}'}{name}"


@rule(
    "duration",
    QUANTIFIED + " {filler}? HY? u:UNIT (?: HY long )?",
    "q:{quantifier}? n:{amount} u:UNIT more:(?: and a half )",
)
def duration(match: Match) -> Reading | None:
    """ "Nearly six hours", "a two-hour meeting", "an hour and a half", "another two weeks"."""
    letter, number = match.look("units", "u"), amount_of(match)
    if _is_age(match) or not _measures(match, letter):
        return None
    if match.has("more"):
        number = (number or 0) + 0.5
    if number == 0.5 and letter == "TH":
        number, letter = 30, "TM"
    return Reading("DURATION", Stretch(value_of(number, letter)), quantified_mod(match))


def _is_age(match: Match) -> bool:
    hyphened = match.after in _HYPHENS and match.scene.word(match.end + 1) == "old"
    return match.after == "old" or hyphened or match.before == "aged"


def _measures(match: Match, letter: str) -> bool:
    """Not "a day after …", "a second round", "three quarters of": words that look like lengths of time and are none."""
    scene, unit = match.scene, match.word("u")
    words = [token.lower for token in scene.tokens[match.start : match.end]]
    hyphened = not _HYPHENS.isdisjoint(words)
    plural = unit.endswith("s") or unit == "centuries"
    if letter == "Q":
        return plural and not (match.after == "of" and len(words) < 3)
    if letter == "TS":
        return plural or hyphened
    if len(words) == 2 and words[0] in _ARTICLES:
        return _single(match, letter)
    counted = (amount_of(match) or 2) > 1 and match.after.isalpha() and match.after.islower()  # "a four day rally"
    return plural or hyphened or counted or not {"one", "a", "an", "another", "half", "entire"}.isdisjoint(words)


def _single(match: Match, letter: str) -> bool:
    """ "An hour"; "a day", "a year" only where something measures with it, not in "a day after the vote"."""
    if letter == "TH":
        return True
    led = match.scene.listed("lead_to_length", match.start - 1)
    return match.after not in {"after", "before"} and (led or match.after == "of")


@rule(
    "duration.two_units",
    "q:{quantifier}? n:(?: {number} | a | an ) u:UNIT COMMA? and? m:{number} v:UNIT",
)
def two_units(match: Match) -> Reading | None:
    """ "An hour and 45 minutes" is PT1H45M, "two years and three months" P2Y3M."""
    large, small = match.look("units", "u"), match.look("units", "v")
    if large not in _FALLING or small not in _FALLING or _FALLING.index(large) >= _FALLING.index(small):
        return None
    first, second = value_of(amount_of(match), large), value_of(amount_of(match, "m"), small)
    joint = second[2:] if large.startswith("T") else second[1:]
    return Reading("DURATION", Stretch(first + joint), quantified_mod(match))


@rule(
    "duration.bare",
    "u:UNIT",
    "u:UNIT long:(?: HY long )",
    "many:(?: hundreds | dozens | thousands | tens | scores ) of u:UNIT",
)
def bare(match: Match) -> Reading | None:
    """ "For years", "decades-long", "hours of talks", "days after the vote"."""
    letter, unit = match.look("units", "u"), match.word("u")
    plural = unit.endswith("s") or unit == "centuries"
    if match.has("long"):
        return Reading("DURATION", Stretch(value_of(None if plural else 1, letter)))
    led = match.scene.listed("lead_to_lengths", match.start - 1)
    led = led or match.has("many") or match.after in {"of", "ago", "after", "before", "later", "earlier"}
    if not plural or not led or letter in {"TS", "Q"}:
        return None
    return Reading("DURATION", Stretch(value_of(None, letter)))


@rule(
    "duration.near",
    "the? step:(?: next | coming | upcoming | last | past | recent | previous | following | preceding )"
    " n:{amount}? {filler}? u:UNIT more:(?: and a half )?",
    "the n:{amount}? step:(?: next | coming | last | past ) {filler}? u:UNIT",
    "these (?: step:(?: past | last ) )? n:{amount} u:UNIT",
    "step:(?: this past ) n:{amount}? u:UNIT",
)
def near(match: Match) -> Reading | None:
    """ "The coming months", "the past decade", "recent weeks": a length that ends or starts now."""
    letter, unit = match.look("units", "u"), match.word("u")
    plural = unit.endswith("s") or match.has("n")
    step = match.part("step")[-1].lower if match.has("step") else "past"
    if not plural and not _is_near_length(match, letter, step):
        return None
    if match.scene.tokens[match.start].lower == "last" and match.has("n"):
        return None  # "would last six weeks"
    number = amount_of(match) if match.has("n") else None if plural else 1.0
    if match.has("more") and number:
        number += 0.5
    today, anchor = reference(match)
    value = value_of(number, letter)
    if today is None:
        return Reading("DURATION", Stretch(value))
    return Reading("DURATION", Stretch(value, *_window(today, letter, number, step in _AHEAD)), anchor=anchor)


def _is_near_length(match: Match, letter: str, step: str) -> bool:
    """ "The past year" and "over the next year" are lengths, "last year" and "the next day" dates."""
    led = match.scene.tokens[match.start].lower in {"the", "these", "this"} and letter not in {"TS", "TM"}
    if step == "next":
        return led and (letter in {"E", "C"} or match.scene.listed("lead_to_span", match.start - 1))
    return led and step in {"past", "last", "coming"} and not (step == "last" and letter == "C")


def _window(today: date, letter: str, number: float | None, ahead: bool) -> tuple[date | None, date | None]:
    if letter not in MONTHS_IN and letter not in DAYS_IN:
        return today, today
    reach = int(number) if number else _REACH.get(letter, 1)
    far = shift(today, reach if ahead else -reach, letter)
    if far is None:
        return None, None
    return (today, far) if ahead else (far, today)


@rule(
    "set.every",
    "(?: every | each ) other:other? n:{number}? few:few? u:UNIT",
    "(?: every | each ) other:second u:UNIT",
)
def every(match: Match) -> Reading | None:
    """ "Every six months", "every other year", "each week"."""
    number: float | None = 2.0 if match.has("other") else amount_of(match) if match.has("n") else 1.0
    return Reading("SET", Stretch(value_of(None if match.has("few") else number, match.look("units", "u"))))


@rule("set.weekday", "(?: every | each ) w:WEEKDAY")
def every_weekday(match: Match) -> Reading | None:
    return Reading("SET", Stretch(f"XXXX-WXX-{match.weekday('w')}"))


@rule("set.rate", "(?: a | per ) u:UNIT")
def rate(match: Match) -> Reading | None:
    """ "Twice a year", "$40 billion a year", "15 a year"."""
    scene, before = match.scene, match.scene.token(match.start - 1)
    figure = before is not None and before.kind in {"number", "thousands", "decimal"}
    rated = figure or scene.listed("rated", match.start - 1) or scene.tokens[match.start].lower == "per"
    return Reading("SET", Stretch(value_of(1, match.look("units", "u")))) if rated else None


@rule("set.adverb", "s:SET")
def adverb(match: Match) -> Reading | None:
    """ "Annual summits", "meets weekly"; not "his annual address", "The Daily Star"."""
    named = match.part("s")[0].capital and match.before not in {"", ".", "”", '"'}
    owned = match.scene.listed("owners", match.start - 1)
    return None if owned or named else Reading("SET", Stretch(match.look("sets", "s")))
