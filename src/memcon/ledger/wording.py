"""Words said: are two wordings of one utterance, and where do they differ?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
# Words that carry no content of their own: two translations differ in these first.
EMPTY_WORDS = frozenset(
    """
    a an the this that these those and or but of in on at to for from by with as into about over between among is
    are was were be been being am has have had having do does did will would shall should can could may might must
    it its he his him she her they their them we our us i my me you your who which what there here so also both
    all said says saying added that's it's
    """.split()
)
ENOUGH_WORDS = 4  # content words: below this, wordings must be the same
CONTAINED = 0.85  # of the shorter wording's content words found in the longer: a cut
ALIKE = 0.6  # shared share of all content words: a translation or a paraphrase
QUOTE_WORDS = 5  # a quoted run of this many words in common settles it


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a statement, ready for comparing."""

    content: frozenset[str]
    quoted: tuple[str, ...]
    plain: str


@lru_cache(maxsize=2_000)
def wording_of(text: str, quotes: tuple[str, ...] = ()) -> Wording:
    """The wording of a text and of the parts of it that stand in quotation marks."""
    return Wording(stems(text), tuple(" ".join(words_of(quote)) for quote in quotes), " ".join(words_of(text)))


def words_of(text: str) -> list[str]:
    """The words, folded, with apostrophes unified."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text.casefold().replace("’", "'"))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def stems(text: str) -> frozenset[str]:
    """The stems of the content words."""
    return frozenset(_stem(word) for word in words_of(text) if word not in EMPTY_WORDS)


def likeness(one: Wording, other: Wording) -> tuple[float, str]:
    """(0 to 1, ground): from .65 on the two are wordings of the same thing."""
    if one.plain == other.plain:
        return 1.0, "the same words"
    if any(_long_enough(quote) and (quote in other.plain) for quote in one.quoted) or any(
        _long_enough(quote) and (quote in one.plain) for quote in other.quoted
    ):
        return 0.95, "the same quoted words"
    fewer, more = sorted((one.content, other.content), key=len)
    shared = len(fewer & more)
    if len(fewer) < ENOUGH_WORDS:
        return 0.0, "too few words to tell"
    if shared / len(fewer) >= CONTAINED:
        return 0.9, f"{shared} of {len(fewer)} content words of the shorter wording"
    alike = shared / len(fewer | more)
    return (0.65 + (alike - ALIKE) / 2 if alike >= ALIKE else alike), f"{shared} of {len(fewer | more)} content words"


def _long_enough(quote: str) -> bool:
    return quote.count(" ") + 1 >= QUOTE_WORDS


def word_difference(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """What turns one wording into the other: (words only in the first, words only in the second), in order.

    >>> word_difference("a frank and candid talk", "a candid talk today")
    (('frank and', ''), ('', 'today'))
    """
    first, second = one.split(), other.split()
    matcher = SequenceMatcher(None, [w.casefold() for w in first], [w.casefold() for w in second], autojunk=False)
    return tuple((" ".join(first[a:b]), " ".join(second[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
