"""The forms in which a term of the lexicon can stand in a text: plurals and the other spelling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.lexicon.tables import Spelling

_TITLES_OF_GENERALS = ("major general", "lieutenant general", "brigadier general", "colonel general", "army general")
_BEFORE_REST = (
    " of ", " for ", " to ", " on ", " in ", "-general", "-designate", " general", " d'", " de ", " at ", " without ",
)  # fmt: skip


def plural(phrase: str) -> str:
    """A noun phrase in the plural; its head word takes the ending ("foreign ministers", "secretaries-general")."""
    if phrase.endswith(_TITLES_OF_GENERALS):
        return phrase + "s"
    cuts = [phrase.find(rest) for rest in _BEFORE_REST if phrase.find(rest) > 0]
    head, rest = (phrase[: min(cuts)], phrase[min(cuts) :]) if cuts else (phrase, "")
    return plural_word(head) + rest


def plural_word(word: str) -> str:
    """A word (or a phrase by its last word) with its plural ending, by the rules of spelling."""
    if word.endswith(("woman", "man")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) and not word.endswith("arch"):
        return word + "es"
    return word + "s"


def with_plurals(term: str) -> tuple[str, ...]:
    """The term, its plural by its head and by its last word, and each with a possessive first word, each once."""
    forms = dict.fromkeys((term, plural(term), plural_word(term)))
    first, blank, rest = term.partition(" ")
    owned = (form.replace(first + " ", first + "'s ", 1) for form in forms) if blank and rest[0].isalpha() else ()
    return tuple(dict.fromkeys((*forms, *owned)))


def spelled(terms: Iterable[str], spellings: Iterable[Spelling]) -> tuple[str, ...]:
    """The terms in British and in American spelling, each once."""
    found: dict[str, None] = {}
    pairs = tuple(spellings)
    for term in terms:
        american, british = term, term
        for pair in pairs:
            american = american.replace(pair.british, pair.american)
            if pair.british not in british:
                british = british.replace(pair.american, pair.british)
        found.update(dict.fromkeys((term, american, british)))
    return tuple(found)


def inflected(word: str, irregular: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Every form that a verb or noun may take, and some that none takes. `irregular` gives forms by the verb's ending."""
    forms = {word, f"{word}s", f"{word}es", f"{word}d", f"{word}ed", f"{word}ing", f"{word}'s"}
    forms |= {f"{word}{word[-1]}{ending}" for ending in ("ed", "ing")}
    if word.endswith("e"):
        forms.add(f"{word[:-1]}ing")
    if word.endswith("y"):
        forms |= {f"{word[:-1]}{ending}" for ending in ("ies", "ied")}
    if word.endswith("f"):
        forms.add(f"{word[:-1]}ves")
    if word.endswith("man"):
        forms.add(f"{word[:-2]}en")
    for verb, given in irregular.items():
        if word.endswith(verb):
            forms |= {word.removesuffix(verb) + form for form in given}
    return frozenset(forms)
