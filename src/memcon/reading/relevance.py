"""Which sentences are worth the parser's time.

A text that names a party, an office, a body or a group, or that quotes anybody, is parsed whole: there nearly every sentence
can carry a fact, or is what a pronoun looks back at. In any other text (most of what is not politics) nobody acts for
a state, so that there is neither contact nor deed between two, and a sentence is parsed only where it may attribute words:
where it holds all the words of an entry for speech, in any inflection, or a phrase like "according to", or a colon. If it
also holds a pronoun, the sentences that the pronoun looks back at are parsed too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from memcon.lexicon import Lexicon
from memcon.lexicon.inflection import inflected
from memcon.reading.actors import Mention
from memcon.reading.memory import REACH
from memcon.reading.quotations import Quotation
from memcon.reading.sentences import Sentence

# Layout whose sentences are read: the story itself, and captions, which report engagements.
READ = frozenset({"paragraph", "headline", "heading", "question", "caption"})
# Mentions that carry nothing by themselves where no party is named.
IDLE = frozenset({"name", "place"})
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|['’](?:s|m|re|ve)\b")
_PART = re.compile(r"[^\W_]+")
_LOOKS_BACK = frozenset(
    "he him his himself she her hers herself they them their themselves it its itself both each all latter former "
    "we our us".split()
)


class Relevance:
    """What makes a sentence worth a parse, by one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        forms = lexicon.table("irregular").get("forms", {})
        self._rests: dict[str, list[tuple[frozenset[str], ...]]] = {}  # by a form of the head: the forms of the other words
        for predicate in lexicon.predicates:
            if predicate.speech is not None:
                rest = list(predicate.words)
                rest.remove(predicate.head)
                others = tuple(inflected(word, forms) for word in rest)
                for form in inflected(predicate.head, forms):
                    self._rests.setdefault(form, []).append(others)
        self._phrases = tuple(lexicon.table("attribution").get("prepositions", ()))

    def worth_parsing(
        self, shadow: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], quotations: Sequence[Quotation]
    ) -> tuple[Sentence, ...]:
        """The sentences that can carry a fact, in text order."""
        read = tuple(sentence for sentence in sentences if sentence.kind in READ)
        if quotations or any(mention.parties or mention.kind not in IDLE for mention in mentions):
            return read
        chosen = set(self._chosen(shadow, read))
        return tuple(sentence for sentence in read if sentence.index in chosen)

    def _chosen(self, shadow: str, sentences: Iterable[Sentence]) -> Iterator[int]:
        for sentence in sentences:
            text = shadow[sentence.start : sentence.end].lower()
            words = words_of(text)
            if self._may_tell(text, words):
                back = 0 if words.isdisjoint(_LOOKS_BACK) else REACH
                yield from range(sentence.index - back, sentence.index + 1)

    def _may_tell(self, text: str, words: set[str]) -> bool:
        if ":" in text or "“" in text or "”" in text or any(phrase in text for phrase in self._phrases):
            return True
        heads = self._rests.keys() & words
        return any(_all_there(rest, words) for head in heads for rest in self._rests[head])


def words_of(text: str) -> set[str]:
    """The words of a text in lower case, whole and in the parts that hyphens and apostrophes set apart."""
    words = set(_WORD.findall(text))
    joined = [word for word in words if not word.isalnum()]
    return words.union(*(_PART.findall(word) for word in joined))


def _all_there(rest: tuple[frozenset[str], ...], words: set[str]) -> bool:
    return all(not forms.isdisjoint(words) for forms in rest)
