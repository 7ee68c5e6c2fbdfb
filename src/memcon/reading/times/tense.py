"""Past or future: which way a bare weekday or month points, from the words around it.

The nearest verb group to the left within the sentence decides ("was due to arrive in Cairo on Saturday, officials said
Wednesday"); where none stands there, the first to the right. Measured on the diplomacy sentences of the accuracy page.
"""

from __future__ import annotations

from memcon.reading.times.grammar import FUTURE, PAST, Scene

_REACH_LEFT, _REACH_RIGHT = 40, 25
_WALLS = frozenset(".!?;")
_UNSURE = "unsure"  # a cue that tells nothing and ends the search


def tense_at(scene: Scene, start: int, end: int) -> str | None:
    """The tense that governs tokens [start, end): PAST, FUTURE, or None where nothing tells."""
    if scene.tense_hint:
        told = scene.tense_hint(scene.tokens[start].start, scene.tokens[end - 1].end)
        if told:
            return told
    told = _right_beside(scene, end) or _leftward(scene, start) or _rightward(scene, end)
    return None if told == _UNSURE else told


def _right_beside(scene: Scene, end: int) -> str | None:
    """ "The summit in July will …": the time belongs to a noun whose verb follows at once."""
    word, following = scene.word(end), scene.word(end + 1)
    if word in _tense(scene, "future") or word in {"would"}:
        return FUTURE
    if word in _tense(scene, "be") and (following in _tense(scene, "planned") or following == "to"):
        return FUTURE
    return None


def _leftward(scene: Scene, start: int) -> str | None:
    if scene.word(start - 1) in {"until", "till", "to"} and _defers(scene, start):
        return FUTURE
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


def _is_wall(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if token.kind == "gap" or token.text in _WALLS - {"."}:
        return True
    if token.text != ".":
        return False
    before, after = scene.token(index - 1), scene.token(index + 1)
    short = before is not None and len(before.text) <= 4 and before.capital and before.end == token.start
    return not (short and after is not None and after.kind != "gap" and scene.word(index - 1) not in {"may", "june", "july"})


def _cue(scene: Scene, index: int, distance: int) -> str | None:
    """What the word at `index` says of the tense, with the auxiliaries before it."""
    word = scene.word(index)
    if word in _tense(scene, "future"):
        return FUTURE
    if word in _tense(scene, "toward"):
        return _toward(scene, index)
    if word in _tense(scene, "planned") and _is_lower(scene, index):
        return _planned(scene, index)
    if word in _tense(scene, "plans") and distance and word not in {"before", "until"} and not word.endswith("ed"):
        return FUTURE
    if _is_past_form(scene, index):
        return _participle(scene, index)
    if word.endswith("ing") and scene.word(index - 1) in _tense(scene, "be"):
        return FUTURE if distance else None
    if word in _tense(scene, "present") and distance <= 8 and _is_lower(scene, index):
        return _toward(scene, index - 1) if scene.word(index - 1) in _tense(scene, "toward") else FUTURE
    if word in _tense(scene, "past"):
        return PAST
    return FUTURE if word in _tense(scene, "be") and distance == 2 else None  # "the next summit is in November"


def _toward(scene: Scene, index: int) -> str | None:
    """An infinitive or a modal: future, unless what governs it is past ("failed to meet", "would have met")."""
    word, following, before = scene.word(index), scene.word(index + 1), scene.word(index - 1)
    if following == "have":
        return PAST
    if word != "to":
        return FUTURE if _is_lower(scene, index) else None
    after = scene.token(index + 1)
    if (
        after is None
        or not after.text.isalpha()
        or after.capital
        or following in _tense(scene, "no_infinitive")
        or following.endswith(("ing", "s"))
    ):
        return None
    if before in _tense(scene, "planned"):
        return _planned(scene, index - 1)
    if before in _tense(scene, "plans") or before in _tense(scene, "be") or before in {"how", "when", "where", "what"}:
        return FUTURE
    if _is_past_form(scene, index - 1) or before in {"used", "able"}:
        return PAST
    if following in _tense(scene, "purpose"):
        return _UNSURE
    return None if before in _tense(scene, "were") else FUTURE


def _planned(scene: Scene, index: int) -> str | None:
    """ "is scheduled for" looks ahead, "was due to" too; "had been scheduled", "originally planned" look back."""
    group = [scene.word(place) for place in range(index - 1, max(-1, index - 5), -1)]
    for word in group:
        if word in _tense(scene, "once"):
            return PAST
        if word in _tense(scene, "be") | _tense(scene, "were"):
            continue
        if word in {".", ","}:
            break
    if scene.word(index) == "set" and scene.word(index + 1) not in {"for", "to"}:
        return PAST
    return FUTURE


def _participle(scene: Scene, index: int) -> str:
    """A form in -ed or an irregular past: past, unless "will", "to be" or the like leads it."""
    for place in range(index - 1, max(-1, index - 5), -1):
        word = scene.word(place)
        if word in _tense(scene, "have") or word in {"had", "and", ",", "who", "which"} or word in _tense(scene, "were"):
            return PAST
        if word in _tense(scene, "future"):
            return FUTURE
        if word in _tense(scene, "toward"):
            return _toward(scene, place) or PAST
    return PAST


def _defers(scene: Scene, start: int) -> bool:
    """ "postponed until June", "put off to Friday", "extended until …": does a verb of deferring lead it?"""
    words = {scene.word(place) for place in range(max(0, start - 6), start - 1)}
    return not words.isdisjoint(_tense(scene, "deferrals"))


def _is_past_form(scene: Scene, index: int) -> bool:
    token = scene.token(index)
    if token is None or token.kind != "word" or token.capital:
        return False
    word = token.lower
    if word in _tense(scene, "irregular_past"):
        return True
    return len(word) > 3 and word.endswith("ed") and word not in _tense(scene, "not_past")


def _is_lower(scene: Scene, index: int) -> bool:
    token = scene.token(index)
    return token is not None and not token.capital


def _tense(scene: Scene, name: str) -> frozenset[str]:
    return scene.vocabulary.tense[name]
