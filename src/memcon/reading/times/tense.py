"""Past or future: which way a bare weekday or month points, from the words around it.

The nearest verb group to the left within the sentence decides ("was due to arrive in Cairo on Saturday, officials said
Wednesday"); where none stands there, the first to the right. Without it value F1 falls by 10 points on the diplomacy
sentences and by 6 on our own (docs/accuracy/times.md). The cue words are the table `tense` of `times.toml`.
"""

from __future__ import annotations

from memcon.reading.times.grammar import FUTURE, PAST, Scene

_REACH_LEFT, _REACH_RIGHT, _REACH_GROUP, _REACH_PLAN = 40, 25, 5, 14  # tokens
_NEAR = 11  # within which a present tense or "after" speaks for the time
_VERBAL = ("ed", "ing")
_UNSURE = "unsure"  # a cue that tells nothing and ends the search


def tense_at(scene: Scene, start: int, end: int) -> str | None:
    """The tense that governs tokens [start, end): PAST, FUTURE, or None where nothing tells."""
    if scene.tense_hint:
        told = scene.tense_hint(scene.tokens[start].start, scene.tokens[end - 1].end)
        if told:
            return told
    told = _beside(scene, start, end) or _leftward(scene, start) or _rightward(scene, end)
    return None if told == _UNSURE else told


def _beside(scene: Scene, start: int, end: int) -> str | None:
    """Words that touch the time: "signed in March", "postponed until June", "the summit in July will …"."""
    if scene.cue("preposition", start - 1) and _is_past_form(scene, start - 2):
        return _cue(scene, start - 2, 2) or PAST
    if scene.cue("until", start - 1) and defers(scene, start):
        return FUTURE
    if scene.cue("before", start - 1) and scene.word(end) in {"'s", "’s"}:
        return FUTURE
    if scene.cue("future", end) or scene.word(end) == "would":
        return FUTURE
    if scene.cue("be", end) and (scene.cue("planned", end + 1) or scene.word(end + 1) == "to"):
        return FUTURE
    return None


def _leftward(scene: Scene, start: int) -> str | None:
    for index in range(start - 1, max(-1, start - 1 - _REACH_LEFT), -1):
        if _is_wall(scene, index):
            return None
        told = _cue(scene, index, start - index)
        if told:
            return told
    return None


def _rightward(scene: Scene, end: int) -> str | None:
    for index in range(end, min(len(scene.tokens), end + _REACH_RIGHT)):
        if _is_wall(scene, index):
            return None
        told = _cue(scene, index, 0)
        if told:
            return told
    return None


def was_planned(scene: Scene, start: int) -> bool:
    """ "Xi *was scheduled* to meet Modi in May": a plan of then, with no other verb between it and the time."""
    for index in range(start - 1, max(-1, start - 1 - _REACH_PLAN), -1):
        if _is_wall(scene, index) or scene.word(index) == ",":
            return False
        if scene.cue("planned", index) and _is_lower(scene, index):
            return scene.cue("were", index - 1) or scene.cue("were", index - 2)
        if _is_past_form(scene, index) or scene.cue("future", index) or scene.cue("be", index):
            return False
    return False


def _is_wall(scene: Scene, index: int) -> bool:
    """The end of a sentence; a full stop after a short capitalised word is an abbreviation's."""
    token = scene.tokens[index]
    if token.kind == "gap" or token.text in {"!", "?", ";"}:
        return True
    if token.text != ".":
        return False
    before, after = scene.token(index - 1), scene.token(index + 1)
    month = scene.word(index - 1) in scene.vocabulary.words["months"]
    short = before is not None and len(before.text) <= 4 and before.capital and before.end == token.start and not month
    return not short or after is None or after.kind == "gap"


def _cue(scene: Scene, index: int, distance: int) -> str | None:
    """What the word at `index` says of the tense, with the auxiliaries before it; `distance` is 0 right of the time."""
    word = scene.word(index)
    if word not in scene.vocabulary.telling and not word.endswith(_VERBAL):
        return None  # most words
    if scene.cue("future", index):
        return FUTURE
    if scene.cue("toward", index):
        return _toward(scene, index)
    if scene.cue("planned", index) and _is_lower(scene, index):
        return _planned(scene, index)
    if scene.cue("inviting", index) and distance > 2:
        return FUTURE
    if scene.cue("summoning", index) and distance > 2 and scene.word(index + distance - 1) == "for":
        return FUTURE  # but "summoned the ambassador on Monday" looks back
    if scene.cue("calling_off", index) and distance > 1:
        return _UNSURE
    if _is_past_form(scene, index):
        return _participle(scene, index)
    if scene.cue("plans", index) and distance:
        return FUTURE
    if scene.cue("after", index) and 0 < distance <= _NEAR:
        return PAST
    if scene.cue("past", index):
        return PAST
    return _present(scene, index, distance)


def _present(scene: Scene, index: int, distance: int) -> str | None:
    """ "Is visiting", "arrives", "is in November": a present tense with a time looks ahead."""
    if scene.word(index).endswith("ing") and scene.cue("be", index - 1):
        return FUTURE if distance else None
    if scene.cue("present", index) and distance <= _NEAR and _is_lower(scene, index):
        return _toward(scene, index - 1) if scene.cue("toward", index - 1) else FUTURE
    if scene.token(index) is not None and scene.word(index) in {"'s", "’s"} and not scene.cue("pronoun", index - 1):
        return None  # "the Arab League's summit on Friday"
    return FUTURE if scene.cue("be", index) and 0 < distance <= _NEAR else None


def _toward(scene: Scene, index: int) -> str | None:
    """An infinitive or a modal: future, unless what governs it is past ("failed to meet", "would have met")."""
    if scene.word(index + 1) == "have":
        return PAST
    if scene.word(index) != "to":
        return FUTURE if _is_lower(scene, index) else None
    if not _is_infinitive(scene, index + 1):
        return None
    if scene.cue("planned", index - 1):
        return _planned(scene, index - 1)
    if scene.cue("plans", index - 1):
        unrealised = scene.word(index - 2) == "had" and not scene.cue("promised", index - 1)
        return PAST if unrealised else FUTURE  # "had hoped to meet in May", but "had agreed to meet in May"
    if scene.cue("be", index - 1) or scene.cue("asking", index - 1):
        return FUTURE
    if _is_past_form(scene, index - 1) or scene.cue("managed", index - 1):
        return PAST
    if scene.cue("purpose", index + 1):
        return _UNSURE
    return None if scene.cue("were", index - 1) else FUTURE


def _is_infinitive(scene: Scene, index: int) -> bool:
    """Is the word after "to" a verb, and no noun with its article, plural or name?"""
    token = scene.token(index)
    if token is None or not token.text.isalpha() or token.capital or scene.cue("no_infinitive", index):
        return False
    return not token.lower.endswith(("ing", "s"))


def _planned(scene: Scene, index: int) -> str | None:
    """ "Is scheduled for" looks ahead, "was due to" too; "had been scheduled", "originally planned" look back."""
    for place in range(index - 1, max(-1, index - _REACH_GROUP), -1):
        if scene.cue("once", place):
            return PAST
        if scene.word(place) in {".", ","}:
            break
    if scene.word(index) == "set" and scene.word(index + 1) not in {"for", "to"}:
        return PAST
    return FUTURE


def _participle(scene: Scene, index: int) -> str:
    """A form in -ed or an irregular past: past, unless "will", "to be", "is being" or the like leads it."""
    for place in range(index - 1, max(-1, index - _REACH_GROUP), -1):
        if scene.word(place) == "being" and scene.cue("be", place - 1):
            return FUTURE
        if scene.cue("future", place):
            return FUTURE
        if scene.cue("toward", place):
            return _toward(scene, place) or PAST
        if any(scene.cue(name, place) for name in ("have", "were", "apart")):
            return PAST
    return PAST


def defers(scene: Scene, start: int) -> bool:
    """ "Postponed until June", "put off to Friday", "moved from Tuesday": does a verb of deferring lead it?"""
    words = {scene.word(place) for place in range(max(0, start - 6), start - 1)}
    return not words.isdisjoint(scene.vocabulary.tense["deferrals"])


def _is_past_form(scene: Scene, index: int) -> bool:
    token = scene.token(index)
    if token is None or token.kind != "word" or token.capital:
        return False
    if scene.cue("irregular_past", index):
        return True
    return len(token.text) > 3 and token.lower.endswith("ed") and not scene.cue("not_past", index)


def _is_lower(scene: Scene, index: int) -> bool:
    token = scene.token(index)
    return token is not None and not token.capital
