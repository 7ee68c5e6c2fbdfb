"""Issues: the questions that states deal with, found by their words (`lexicon/data/issues.toml`).

One automaton over all terms; the longest term at a place wins; what the lexicon lists as meaning something else is
passed over. Relations between two parties get an id made of their names ("us-china-relations").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from memcon.document import Document
from memcon.lexicon import Lexicon
from memcon.lexicon.inflection import spelled, with_plurals
from memcon.reading.naming.words import lowered
from memcon.reading.phrases import Phrases

BILATERAL = "bilateral-relations"
NEAR = 60  # characters between the two words of a `near` pair
FIRST_IN_PAIR = "us"  # "us-china-relations", as the press puts it; other pairs stand in alphabetical order
_PLAIN = str.maketrans({**dict.fromkeys("-‐‑‒–—\n\r\t\u00a0\u202f", " "), "’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class _Hit:
    """A term at [start, end). `side` is 0 for a whole term, 1 or 2 for one half of a `near` pair, -1 for a not-term."""

    start: int
    end: int
    issue: str
    side: int


def find_issues(document: Document, start: int, end: int, lexicon: Lexicon, parties: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the issues whose words stand in [start, end), in the order of their first word, each once.

    `parties` are those that the words are about or between (alpha-3 or acronym); with two of them, words for "the
    relations" give the relations of that pair."""
    return issues_in(document.shadow[start:end], lexicon, parties)


def issues_in(text: str, lexicon: Lexicon, parties: Iterable[str] = ()) -> tuple[str, ...]:
    """The same for a stretch of clean text."""
    places: dict[str, int] = {}
    for hit in _accepted(list(_hits(text, lexicon))):
        places[hit.issue] = min(places.get(hit.issue, hit.start), hit.start)
    between = _pair(sorted(set(parties)), lexicon)
    found = sorted(places, key=lambda issue: (places[issue], issue))
    return tuple(between if issue == BILATERAL and between else issue for issue in found)


def _pair(parties: list[str], lexicon: Lexicon) -> str | None:
    """The id of the relations between two parties, None unless there are two."""
    if len(parties) != 2:
        return None
    names = [lexicon.slugs.get(party, party.lower()) for party in parties]
    return "-".join((*sorted(names, key=lambda name: (name != FIRST_IN_PAIR, name)), "relations"))


def _hits(text: str, lexicon: Lexicon) -> Iterator[_Hit]:
    terms, cased = _terms(lexicon)
    for start, end, meanings in (*terms.find(lowered(text.translate(_PLAIN))), *cased.find(text)):
        for issue, side in meanings:
            yield _Hit(start, end, issue, side)


def _accepted(hits: list[_Hit]) -> Iterator[_Hit]:
    """Hits that no longer one covers: whole terms, and halves that stand near their other half."""
    spans = sorted({(hit.start, hit.end) for hit in hits if hit.side <= 0}, key=lambda span: (span[0], -span[1]))
    maximal = _uncovered(spans)
    for hit in hits:
        if hit.side == 0 and (hit.start, hit.end) in maximal:
            yield hit
    for issue in dict.fromkeys(hit.issue for hit in hits if hit.side == 1):
        first = [hit for hit in hits if hit.issue == issue and hit.side == 1]
        second = [hit for hit in hits if hit.issue == issue and hit.side == 2]
        yield from (one for one in first if any(_gap(one, other) <= NEAR for other in second))


def _uncovered(spans: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of spans sorted by start (longer first), those that lie in no other."""
    kept: set[tuple[int, int]] = set()
    reach = -1
    for start, end in spans:
        if end > reach:
            kept.add((start, end))
            reach = end
    return kept


def _gap(one: _Hit, other: _Hit) -> int:
    return max(one.start - other.end, other.start - one.end)


Meanings = tuple[tuple[str, int], ...]  # issue and side


@lru_cache(maxsize=4)
def _terms(lexicon: Lexicon) -> tuple[Phrases[Meanings], Phrases[Meanings]]:
    """The terms for lower-cased text, and those for text as written."""
    uncased: dict[str, set[tuple[str, int]]] = {}
    cased: dict[str, set[tuple[str, int]]] = {}
    for issue in lexicon.issues:
        sides = ((0, issue.terms), (-1, issue.not_terms), *enumerate(issue.near, start=1))
        for side, terms in sides:
            for term in terms:
                for form in spelled(with_plurals(term.translate(_PLAIN)), lexicon.spellings):
                    uncased.setdefault(form, set()).add((issue.id, side))
        for term in issue.cased:
            cased.setdefault(term, set()).add((issue.id, 0))
    return _phrases(uncased), _phrases(cased)


def _phrases(terms: dict[str, set[tuple[str, int]]]) -> Phrases[Meanings]:
    return Phrases({term: tuple(sorted(meanings)) for term, meanings in terms.items()})
