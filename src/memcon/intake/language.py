"""Tell the language of a text, offline."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from memcon.intake.words import layout_words

__all__ = ["find_language"]

SAMPLE = 3_000  # characters from each of the beginning, the middle and the end
FEWEST_LETTERS = 40  # below that a guess from Latin letters is worth nothing
SHORT = 200  # letters: below that one English function word is enough to doubt a foreign guess
SURE = 0.9  # probability under which a foreign guess is not believed
ENGLISH_SHARE = 0.12  # of words: no other language reaches it with the words below; English prose has .20 to .40

_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where the text is too short to tell.

    English is told by its function words first: trigram models call short English sentences full of
    foreign names anything. The rest is py3langid's guess where it is sure (BSD-3-Clause, 97 languages)."""
    sample = _sample(text)
    low = sample.lower()
    words = _WORD.findall(low) if len(low) == len(sample) else [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return None
    share = sum(map(_english_words().__contains__, words)) / len(words)
    if share >= ENGLISH_SHARE and len(words) >= 4:
        return "en"
    letters = sum(map(len, words))
    code, probability = _identifier().classify(sample)
    if 2 * sum(character < "\u0250" for word in words for character in word) < letters:
        return str(code)  # no Latin script: not English, whatever the length
    if code == "en" and letters >= FEWEST_LETTERS:
        return "en"
    short = letters < SHORT
    return str(code) if letters >= FEWEST_LETTERS and probability >= SURE and not (short and share) else None


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


@cache
def _english_words() -> frozenset[str]:
    return frozenset(layout_words().english_words)


@cache
def _identifier() -> Any:
    from memcon.intake.language_model import load_identifier

    return load_identifier()
