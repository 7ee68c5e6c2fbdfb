"""Rules for how long (nearly six hours, a three-day visit, the coming months) and how often (every two years, annual)."""

from __future__ import annotations

from datetime import date

from memcon.reading.times.amounts import QUANTIFIED, amount_of, quantified_mod
from memcon.reading.times.choice import reference
from memcon.reading.times.grammar import Match, Reading, rule
from memcon.reading.times.values import DAYS_IN, MONTHS_IN, Stretch, shift

_LEAD_TO_SINGLE = frozenset(
    [
        "for",
        "within",
        "in",
        "over",
        "after",
        "than",
        "lasted",
        "took",
        "spent",
        "least",
        "of",
        "under",
        "about",
        "nearly",
        "almost",
        "just",
        "around",
        "roughly",
        "another",
        "take",
        "last",
        "lasts",
        "every",
    ]
)
_LEAD_TO_BARE = frozenset(
    [
        "for",
        "in",
        "within",
        "over",
        "after",
        "during",
        "since",
        "spent",
        "took",
        "lasted",
        "many",
        "of",
        "last",
        "lasts",
        "takes",
        "take",
        "and",
        "just",
    ]
)
_NAMES = {"E": "DE", "C": "CE", "N": "D"}
# "the coming months" bounds a due date; how far it reaches is a convention, not a fact.
_REACH = {"D": 7, "W": 6, "M": 6, "Y": 5, "E": 2}


def value_of(number: float | None, letter: str) -> str:
    """The TIMEX3 value of a length of time: PT6H, P2W, PXM."""
    if letter == "F":
        number, letter = (None if number is None else number * 2), "W"
    timed, name = ("T", letter[1:]) if letter.startswith("T") else ("", _NAMES.get(letter, letter))
    return f"P{timed}{'X' if number is None else f'{number:g}'}{name}"


@rule("duration", QUANTIFIED + " {filler}? HY? u:UNIT (?: HY long )?", "q:{quantifier}? n:{amount} u:UNIT and a half")
def duration(match: Match) -> Reading | None:
    letter, number = match.look("units", "u"), amount_of(match)
    words = [token.lower for token in match.scene.tokens[match.start : match.end]]
    if _is_age(match) or not _measures(match, letter, words):
        return None
    if words[-1] == "half":
        number = (number or 0) + 0.5
    if number == 0.5 and letter == "TH":
        number, letter = 30, "TM"
    return Reading("DURATION", Stretch(value_of(number, letter)), quantified_mod(match))


def _is_age(match: Match) -> bool:
    rest = [match.scene.word(match.end + step) for step in range(2)]
    return "old" in rest[:1] or (rest[0] in {"-", "–", "‑"} and rest[1] == "old") or match.before == "aged"


def _measures(match: Match, letter: str, words: list[str]) -> bool:
    """Not "a day after …", "a second round", "a quarter of": words that look like lengths of time and are none."""
    hyphened = any(word in {"-", "‑", "–"} for word in words)
    unit = match.word("u")
    if letter == "Q" and ((match.after == "of" and len(words) < 3) or not unit.endswith("s")):
        return False
    if letter == "TS" and not (hyphened or unit.endswith("s")):
        return False
    single = [word for word in words if word not in {"a", "an", "the"}] == [unit]
    if single and letter == "TH" and words[0] == "an":
        return True
    if single:
        return match.after not in {"after", "before"} and (match.before in _LEAD_TO_SINGLE or match.after == "of")
    if words[0] in {"the"}:
        return True
    counted = match.number("n") > 1 and match.after.isalpha() and match.after.islower()
    return (
        unit.endswith("s")
        or hyphened
        or counted
        or "one" in words
        or "a" in words
        or "an" in words
        or "another" in words
        or "half" in words
        or "entire" in words
    )


@rule("duration.bare", "u:UNIT (?: HY long )?", "(?: hundreds | dozens | thousands | tens | scores ) of u:UNIT")
def bare(match: Match) -> Reading | None:
    """ "for years", "decades-long", "hours of talks"."""
    letter, unit = match.look("units", "u"), match.word("u")
    long = match.end - match.start > 1
    if (
        not unit.endswith("s")
        and unit not in {"centuries"}
        and not (long and match.scene.word(match.end - 1) == "long")
    ):
        return None
    if long:
        return Reading("DURATION", Stretch(value_of(None if unit.endswith("s") else 1, letter)))
    if letter == "TS" or letter == "Q":
        return None
    if match.before in _LEAD_TO_BARE or match.after in {"of", "ago", "after", "before", "later", "earlier"}:
        return Reading("DURATION", Stretch(value_of(None, letter)))
    return None


@rule(
    "duration.near",
    "the? step:(?: next | coming | upcoming | last | past | recent | previous | following | preceding ) n:{amount}? {filler}? u:UNIT",
    "the n:{amount}? step:(?: next | coming | last | past ) {filler}? u:UNIT",
    "these (?: step:(?: past | last ) )? n:{amount} u:UNIT",
    "step:(?: this past | the past | the last ) n:{amount}? u:UNIT",
)
def near(match: Match) -> Reading | None:
    """ "the coming months", "the past decade", "recent weeks": a length that ends or starts now."""
    letter, unit = match.look("units", "u"), match.word("u")
    counted = match.has("n")
    led = match.scene.tokens[match.start].lower in {"the", "these"}
    step = match.part("step")[-1].lower if match.has("step") else "past"
    if not (unit.endswith("s") or counted):
        if not (led and step in {"past", "last", "coming"}) or letter in {"TS", "TM"}:
            return None
    number = amount_of(match) if counted else None if unit.endswith("s") else 1.0
    value = "P10Y" if letter == "E" and number == 1 else value_of(number, letter)
    today, anchor = reference(match)
    if today is None:
        return Reading("DURATION", Stretch(value))
    first, last = _window(today, letter, number, ahead=step in {"next", "coming", "upcoming", "following"})
    return Reading("DURATION", Stretch(value, first, last), anchor=anchor)


def _window(today: date, letter: str, number: float | None, *, ahead: bool) -> tuple[date | None, date | None]:
    if letter not in MONTHS_IN and letter not in DAYS_IN:
        return today, today
    reach = int(number) if number else _REACH.get(letter, 1)
    return (today, shift(today, reach, letter)) if ahead else (shift(today, -reach, letter), today)


@rule("set.every", "(?: every | each ) other? n:{number}? (?: few )? u:UNIT", "(?: every | each ) n:ORD u:UNIT")
def every(match: Match) -> Reading | None:
    words = [token.lower for token in match.scene.tokens[match.start : match.end]]
    number: float | None = (
        amount_of(match)
        if match.has("n")
        else 2.0
        if "other" in words or "second" in words
        else None
        if "few" in words
        else 1.0
    )
    return Reading("SET", Stretch(value_of(number, match.look("units", "u"))))


@rule("set.weekday", "(?: every | each ) w:WEEKDAY")
def every_weekday(match: Match) -> Reading | None:
    return Reading("SET", Stretch(f"XXXX-WXX-{match.weekday('w')}"))


@rule("set.rate", "(?: a | per ) u:UNIT")
def rate(match: Match) -> Reading | None:
    """ "twice a year", "$40 billion a year", "15 a year"."""
    before = match.scene.token(match.start - 1)
    counted = before is not None and (
        before.kind in {"number", "thousands", "decimal"}
        or before.lower in {"once", "twice", "times", "million", "billion", "barrels", "tons", "dollars", "euros"}
    )
    per = match.scene.tokens[match.start].lower == "per"
    return Reading("SET", Stretch(value_of(1, match.look("units", "u")))) if counted or per else None


@rule("set.adverb", "s:SET")
def adverb(match: Match) -> Reading | None:
    """ "annual summits", "meets weekly"; not "his annual address", "Daily Star"."""
    token = match.part("s")[0]
    owned = match.before in {"his", "her", "its", "their", "'s", "’s", "our", "my"}
    named = token.capital and match.before not in {"", "."}
    return None if owned or named else Reading("SET", Stretch(match.look("sets", "s")))
