"""Set phrases: runs of words that one side repeats over time, when each was first and last used, and how it changed.

A phrase is a run of SHORTEST to LONGEST words that stands in statements of two days or two sources, begins and ends with a
word of content, and is part of no longer run in the same statements. A later statement that has most of its words, but not
the run itself, is a changed use, shown word by word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from memcon.ledger.wording import EMPTY_WORDS, word_difference
from memcon.record import Model

SHORTEST, LONGEST = 3, 12  # words
CONTENT = 2  # words of content that a phrase has at least
CHANGED = 0.6  # of a phrase's words, in order, that a changed use still has
MOST = 200  # phrases looked at for changed uses, the most used first
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement to look through: its item, day, sources and words."""

    item: str
    day: str
    sources: frozenset[str]
    words: str


class Use(Model):
    """A statement that has a phrase, or a changed form of it, with the words and how they differ from the phrase."""

    item: str
    day: str
    wording: str
    differences: tuple[tuple[str, str], ...] = ()


class SetPhrase(Model):
    """A repeated run of words. `silent` counts the later statements that do without it."""

    text: str
    uses: tuple[Use, ...]
    first: str
    last: str
    changed: tuple[Use, ...] = ()
    silent: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a saying, folded, with their places."""

    saying: Saying
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def text(self, first: int, length: int) -> str:
        return self.saying.words[self.spans[first][0] : self.spans[first + length - 1][1]]


def set_phrases(sayings: Sequence[Saying]) -> tuple[SetPhrase, ...]:
    """The set phrases of these statements, those used most first."""
    texts = [_words(each) for each in sorted(sayings, key=lambda each: (each.day, each.item))]
    places = _recurring(texts)
    kept = _longest(places)
    ranked = sorted(kept, key=lambda gram: (-len(places[gram]), -len(gram), gram))
    return tuple(_phrase(gram, places[gram], texts) for gram in ranked[:MOST])


def common_run(phrase: str, words: str) -> str | None:
    """The longest run of a phrase's words that other words have too, if it is worth a phrase."""
    one, other = _words(Saying("", "", frozenset(), phrase)), _words(Saying("", "", frozenset(), words))
    match = SequenceMatcher(None, one.words, other.words, autojunk=False).find_longest_match()
    first, last = match.a, match.a + match.size
    while first < last and one.words[first] in EMPTY_WORDS:
        first += 1
    while first < last and one.words[last - 1] in EMPTY_WORDS:
        last -= 1
    return one.text(first, last - first) if last - first >= SHORTEST and _worth(one.words[first:last]) else None


def _words(saying: Saying) -> _Words:
    found = list(_WORD.finditer(saying.words))
    folded = tuple(match[0].casefold().replace("’", "'") for match in found)
    return _Words(saying, folded, tuple(match.span() for match in found))


Places = dict[tuple[str, ...], dict[int, int]]


def _recurring(texts: Sequence[_Words]) -> Places:
    """Runs of words → {number of the text: where in it}, for those that recur."""
    found: Places = defaultdict(dict)
    for number, text in enumerate(texts):
        for length in range(SHORTEST, LONGEST + 1):
            for first in range(len(text.words) - length + 1):
                gram = text.words[first : first + length]
                if _worth(gram):
                    found[gram].setdefault(number, first)
    return {gram: places for gram, places in found.items() if _recurs([texts[number].saying for number in places])}


def _worth(gram: tuple[str, ...]) -> bool:
    content = sum(word not in EMPTY_WORDS for word in gram)
    return content >= CONTENT and gram[0] not in EMPTY_WORDS and gram[-1] not in EMPTY_WORDS


def _recurs(sayings: Sequence[Saying]) -> bool:
    """In statements of two days, or of two sources that share none."""
    if len({saying.day for saying in sayings}) > 1:
        return True
    return any(not one.sources & other.sources for one in sayings for other in sayings if one.item < other.item)


def _longest(places: Places) -> list[tuple[str, ...]]:
    """Those that are part of no longer one in the same texts."""
    kept: list[tuple[str, ...]] = []
    covered: set[tuple[tuple[str, ...], frozenset[int]]] = set()
    for gram in sorted(places, key=lambda gram: (-len(gram), gram)):
        numbers = frozenset(places[gram])
        if (gram, numbers) in covered:
            continue
        kept.append(gram)
        covered |= {(part, numbers) for part in _parts(gram)}
    return kept


def _parts(gram: tuple[str, ...]) -> set[tuple[str, ...]]:
    lengths = range(SHORTEST, len(gram))
    return {gram[first : first + length] for length in lengths for first in range(len(gram) - length + 1)}


def _phrase(gram: tuple[str, ...], places: dict[int, int], texts: Sequence[_Words]) -> SetPhrase:
    uses = tuple(
        Use(item=texts[number].saying.item, day=texts[number].saying.day, wording=texts[number].text(first, len(gram)))
        for number, first in sorted(places.items())
    )
    others = [text for number, text in enumerate(texts) if number not in places]
    text = uses[0].wording
    changed = [use for other in others if other.saying.day >= uses[0].day and (use := _changed_use(gram, text, other))]
    altered = {use.item for use in changed}
    silent = sum(other.saying.day > uses[-1].day and other.saying.item not in altered for other in others)
    return SetPhrase(text=text, uses=uses, first=uses[0].day, last=uses[-1].day, changed=tuple(changed), silent=silent)


def _changed_use(gram: tuple[str, ...], phrase: str, text: _Words) -> Use | None:
    """The stretch of a text that has most of the phrase's words in their order, if it is hardly longer."""
    if len(set(gram) & set(text.words)) < CHANGED * len(gram):
        return None
    matcher = SequenceMatcher(None, gram, text.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    shared = sum(block.size for block in blocks)
    content = sum(gram[place] not in EMPTY_WORDS for block in blocks for place in range(block.a, block.a + block.size))
    first, last = (blocks[0].b, blocks[-1].b + blocks[-1].size) if blocks else (0, 0)
    if shared < CHANGED * len(gram) or content < CONTENT or last - first > 2 * len(gram) or shared == len(gram) == last - first:
        return None
    wording = text.text(first, last - first)
    return Use(item=text.saying.item, day=text.saying.day, wording=wording, differences=word_difference(phrase, wording))
