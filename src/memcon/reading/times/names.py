"""What looks like a date and is none: "Theresa May", "Resolution 2254", "2000 troops", "Sunday Times"."""

from __future__ import annotations

from memcon.reading.times.grammar import Match, Scene

# A bare number is a year only in these; history before takes "in".
BARE_YEARS = range(1500, 2101)
_GOAL_YEARS = 3  # "Climate Compact 2035": a capitalised word before a year this far ahead names a programme
_UNYEARLY_SIGNS = frozenset("$€£¥#+°@%/=")


def is_capital_word(scene: Scene, index: int) -> bool:
    """Is there a capitalised word, other than an article and the like, at a token index?"""
    token = scene.token(index)
    return token is not None and token.kind == "word" and token.capital and not scene.listed("determiners", index)


def is_month(match: Match) -> bool:
    """Is the bare month word of part "m" a month? Short forms need a word that leads to a month."""
    hyphened = match.scene.word(match.end) in {"-", "‑"} and match.scene.word(match.end + 1) == "a"
    if hyphened and match.part("m")[-1].kind == "word":
        return False  # "Mar-a-Lago"
    scene = match.scene
    if match.has("grade") or match.has("edge"):
        return True
    led = scene.listed("lead_to_month", match.start - 1)
    word = match.word("m")
    if word not in scene.vocabulary.words["months"]:
        return led
    if word in scene.surnames:
        return led and not _is_surname(match)
    return led or _stands_alone(match, word)


def _is_surname(match: Match) -> bool:
    """In a text that knows a Mrs May: "of May", "May's government", "in May said"."""
    scene = match.scene
    return scene.listed("lead_to_name", match.start - 1) or scene.listed("follow_name", match.end)


def _stands_alone(match: Match, word: str) -> bool:
    """ "The September summit", "March saw …" with nothing that leads to it and nothing that makes it a name."""
    scene, before = match.scene, match.scene.token(match.start - 1)
    if scene.listed("name_titles", match.start - 1) or scene.listed("name_after", match.end):
        return False
    if is_capital_word(scene, match.start - 1):
        return False
    opens = before is None or before.kind not in {"word", "possessive", "number"}
    if word in {"may", "march"}:
        return not opens and match.after not in {"on", "of", "for"}
    return not (opens and is_capital_word(scene, match.end))


def is_weekday_name(match: Match) -> bool:
    """ "The Sunday Times", "Black Friday"."""
    scene = match.scene
    if scene.listed("name_before", match.start - 1) and is_capital_word(scene, match.start - 1):
        return True
    return is_capital_word(scene, match.end) and (scene.listed("name_after", match.end) or match.before == "the")


def is_capital_name(match: Match) -> bool:
    """ "USA Today", "CBS This Morning": capitalised after a capitalised word."""
    return match.scene.tokens[match.start].capital and is_capital_word(match.scene, match.start - 1)


def is_year(match: Match, number: int) -> bool:
    """Is a bare four-digit number a year, and no count, name or number of a document?"""
    scene = match.scene
    if number not in BARE_YEARS or _measured(match):
        return False
    if match.before == "(" and match.after == ")":
        return not scene.listed("not_years", match.start - 3)  # "Resolution 2231 (2015)"
    if scene.listed("not_years", match.start - 1) or _is_tail(match):
        return False
    if scene.listed("lead_to_year", match.start - 1):
        return True
    counts = _counts(scene, match.end)
    if match.before == "the" or scene.listed("owners", match.start - 1):
        return number >= 1900 or not counts
    return not counts and _fits_noun(match, number)


def _measured(match: Match) -> bool:
    """Signs and words around a number that make it an amount: "$2000", "some 2000", "2000 troops", "2000-strong"."""
    scene = match.scene
    if match.before in _UNYEARLY_SIGNS or match.after in _UNYEARLY_SIGNS:
        return True
    if scene.listed("counting", match.start - 1) or scene.listed("counted", match.end):
        return True
    return match.after == "-" and scene.listed("counted", match.end + 1)


def _is_tail(match: Match) -> bool:
    """The last part of a number with hyphens: a telephone or document number."""
    before = match.scene.token(match.start - 1)
    touches = before is not None and before.end == match.scene.tokens[match.start].start
    return touches and match.before in {"-", "–"} and match.scene.word(match.start - 2).isdigit()


def _counts(scene: Scene, index: int) -> bool:
    """Does the word after a number look like things counted ("of 1800 observers")?"""
    word = scene.word(index)
    plural = word.isalpha() and word.endswith("s") and not word.endswith(("ss", "is", "as"))
    return plural and not scene.listed("not_counted", index)


def _fits_noun(match: Match, number: int) -> bool:
    """ "The 2015 accord", "by 2015", "WTO 2015"; a far goal after a name is the name's."""
    scene, before = match.scene, match.scene.token(match.start - 1)
    if before is None or before.kind in {"sign", "gap", "possessive"}:
        following = scene.token(match.end)
        return following is None or following.kind not in {"number", "thousands"}
    if not is_capital_word(scene, match.start - 1):
        return before.kind == "word"
    return number >= 1900 and (scene.published is None or number <= scene.published.year + _GOAL_YEARS)
