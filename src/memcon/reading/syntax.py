"""Grammar questions asked of one parse: who is the subject, what hangs under "with", is it negated.

Token types are spaCy's; labels are ClearNLP's, as in the English models. Every function is pure and looks at one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "'ll", "wo", "ca", "'d"})
# Nouns that count or measure an event: "two days of talks", "a round of negotiations".
MEASURES = frozenset(
    "day hour week minute month round series set number spate flurry couple pair string session part leg stage phase start end "
    "conclusion beginning opening resumption close half course range lot".split()
)
PASTS = {"rang": "ring", "rung": "ring"}  # past tenses that the model takes for lemmas
OWN_PROMISE = frozenset({"promise", "vow", "pledge", "swear"})  # "promised X to go": who promises goes
FLOATING = frozenset({"each", "both", "all"})
NEGATORS = frozenset({"no", "not", "n't", "never", "neither", "nor", "without", "hardly", "scarcely"})


def forms(token: Any) -> tuple[str, ...]:
    """What the token may be in the lexicon: its lemma and its own form; the model's lemma of "hoped" is "hop"."""
    lemma = token.lemma_.lower()
    if token.lower_ in PASTS and token.tag_.startswith("VB"):
        return PASTS[token.lower_], token.lower_
    if token.pos_ == "VERB" and token.lower_.startswith(f"{lemma}e"):
        return f"{lemma}e", lemma, token.lower_
    return lemma, token.lower_


def conjuncts(token: Any) -> list[Any]:
    """The token and what is coordinated with it, in text order ("Lavrov, Wang and Fidan")."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and not _ends_a_clause(token, child):
            found.extend(conjuncts(child))
    return sorted(found, key=lambda item: int(item.i))


def _ends_a_clause(token: Any, conjunct: Any) -> bool:
    """ "X, who greeted *Y, Z, and W*": the last of a list inside the clause, which the model hangs on X."""
    clauses = (child for child in token.children if child.dep_ == "relcl" and child.i < conjunct.i)
    ends = (clause.right_edge for clause in clauses)
    return any(end.dep_ in {"conj", "appos"} and conjunct.left_edge.i - end.i <= _AND for end in ends)


_AND = 3  # tokens up to the next of a list behind its comma and "and"


def subjects(verb: Any) -> list[Any]:
    """Heads of the verb's subject, coordinated ones too; inherited from the governing verb where the verb has none.

    Covers "X did A and did B", "X agreed to do B", "after doing B, X did A", "X, who did B"."""
    own = [child for child in verb.children if child.dep_ in NOMINAL_SUBJECTS and child.dep_ != "expl"]
    if all(child.lower_ in FLOATING for child in own):  # "Chad and Niger are *each* sending": hung on the auxiliary
        own = [item for child in auxiliaries(verb) for item in child.children if item.dep_ in NOMINAL_SUBJECTS] or own
    if own:
        return [item for subject in own for item in conjuncts(_antecedent(subject, verb))]
    return _inherited_subjects(verb, depth=0)


def _antecedent(subject: Any, verb: Any) -> Any:
    """For a relative pronoun, the noun that the clause hangs on."""
    if subject.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        return _person_or_noun(subject, verb)
    return subject


def _person_or_noun(pronoun: Any, verb: Any) -> Any:
    """The noun that a relative clause hangs on; "who" means a person: "a meeting of Biden and *Xi*, who last met in Bali"."""
    comma = pronoun.i > 1 and pronoun.doc[pronoun.i - 1].text == ","
    before = pronoun.doc[pronoun.i - 2] if comma else None
    if pronoun.lower_ != "who" or before is None or before.pos_ != "PROPN" or verb.head.pos_ != "NOUN":
        return verb.head
    return first_of_list(before) if any(above.i == verb.head.i for above in governors(before)) else verb.head


def first_of_list(token: Any) -> Any:
    """The first of a list: what stands in it hangs on it."""
    while token.dep_ == "conj" and token.head.pos_ == token.pos_:
        token = token.head
    return token


def _inherited_subjects(verb: Any, depth: int) -> list[Any]:
    if depth > 4 or verb.head.i == verb.i:
        return []
    governor = verb.head
    if verb.dep_ == "xcomp":
        # "urged X to go": X goes; "agreed to go", "said to be": the subject does.
        objects = [child for child in governor.children if child.dep_ in {"dobj", "dative"} and child.i < verb.i]
        if objects and governor.pos_ in {"VERB", "AUX"} and governor.lemma_ not in OWN_PROMISE:
            return conjuncts(objects[0])
        return subjects(governor) if governor.pos_ in {"VERB", "AUX", "ADJ"} else []
    if verb.dep_ in {"conj", "advcl", "dep", "ccomp", "parataxis"} and governor.pos_ in {"VERB", "AUX"}:
        return subjects(governor) if verb.dep_ != "ccomp" else []
    if verb.dep_ in {"acomp", "attr", "oprd"}:  # "X is *due* to go"
        return subjects(governor) if governor.pos_ in {"VERB", "AUX"} else []
    if verb.dep_ == "pcomp":  # "after meeting Xi, Blinken flew home"
        holder = governor.head
        return subjects(holder) if holder.pos_ in {"VERB", "AUX"} else []
    if verb.dep_ == "acl":
        if verb.tag_ in {"VBG", "VBN"}:
            return [governor]
        # "an invitation to visit": whoever has the noun; "a plan to meet": the noun's verb's subject.
        return subjects(governor.head) if governor.dep_ in {"dobj", "attr"} and governor.head.pos_ in {"VERB", "AUX"} else []
    if verb.dep_ == "relcl":
        return [governor]
    if verb.dep_ in {"aux", "auxpass"}:
        return _inherited_subjects(governor, depth + 1)
    return []


def is_passive(verb: Any) -> bool:
    """Whether the verb is a passive form, reduced ones included ("talks hosted by Oman")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    acts = any(child.dep_ == "nsubj" and child.tag_ not in {"WDT", "WP"} for child in verb.children)
    reduced = verb.dep_ == "acl" and not acts  # "a statement that he *called* X": a past tense
    return bool(verb.tag_ == "VBN" and (reduced or any(child.dep_ == "agent" for child in verb.children)))


def agents(verb: Any) -> list[Any]:
    """Who does it in a passive: heads under "by"."""
    return [
        item
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and is_passive(verb))
        for item in prepositional_objects(child)
    ]


def direct_objects(verb: Any) -> list[Any]:
    """Heads of the verb's objects, coordinated ones too."""
    return [item for child in verb.children if child.dep_ in OBJECTS for item in conjuncts(child)]


def prepositional_objects(preposition: Any) -> list[Any]:
    """What a preposition governs, coordinated ones too."""
    return [item for child in preposition.children if child.dep_ in {"pobj", "pcomp"} for item in conjuncts(child)]


def under(token: Any, *prepositions: str) -> list[Any]:
    """Heads under these prepositions attached to the token ("met *with* Qin", "talks *between* X and Y")."""
    return [
        item
        for child in token.children
        if child.dep_ in {"prep", "dative", "agent"} and child.lower_ in prepositions
        for item in prepositional_objects(child)
    ]


def possessors(noun: Any) -> list[Any]:
    """Whose: "*Blinken*'s meeting", "*the two leaders*' summit"."""
    return [item for child in noun.children if child.dep_ == "poss" for item in conjuncts(child)]


def auxiliaries(verb: Any) -> list[Any]:
    """The verb's auxiliaries in order; also a modal that the model hangs on words between: "*will* not, after all, travel"."""
    own = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if own or verb.tag_ not in {"VB", "VBP"}:
        return own
    parted = (grand for child in verb.children if child.dep_ == "advmod" and child.i < verb.i for grand in child.children)
    return [grand for grand in parted if grand.dep_ == "aux" and grand.tag_ == "MD"]


def purpose_of(verb: Any) -> Any | None:
    """The verb whose purpose an infinitive tells: "*flew* to Delhi to meet Modi", "*is* in Moscow to see Putin"."""
    marked = verb.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    governor = verb.head
    return governor if marked and verb.dep_ in {"advcl", "xcomp"} and governor.pos_ in {"VERB", "AUX"} else None


def is_somewhere(verb: Any, before: int) -> bool:
    """Whether "be" says where somebody is, in the words before a place of the sentence: "*is in Moscow* to meet Putin"."""
    places = (child for child in verb.children if child.dep_ in {"prep", "advmod"} and verb.i < child.i < before)
    return verb.lemma_ == "be" and any(child.lower_ in {"in", "at", "here", "there"} for child in places)


def is_negated(token: Any) -> bool:
    """Whether a negation stands on the token itself, its auxiliaries or its determiner."""
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in NEGATORS and child.dep_ in {"advmod", "det", "preconj", "cc"} and child.lower_ != "nor"
        ):
            return True
        if child.dep_ in {"aux", "auxpass"} and any(grandchild.dep_ == "neg" for grandchild in child.children):
            return True
        parted = child.dep_ == "advmod" and any(grandchild.dep_ == "aux" for grandchild in child.children)
        if parted and any(grandchild.dep_ == "neg" for grandchild in child.children):
            return True  # "will *not*, after all, travel"
    return False


def modal_of(verb: Any) -> str | None:
    """The modal of the verb in lower case ("will", "would"), or None."""
    for child in auxiliaries(verb):
        if child.lower_ in MODALS or child.tag_ == "MD":
            return str(child.lower_)
    return None


def governors(token: Any) -> Iterator[Any]:
    """The token's heads, nearest first."""
    while token.head.i != token.i:
        token = token.head
        yield token


def subtree_bounds(token: Any) -> tuple[int, int]:
    """First and last token index of the token's subtree."""
    return int(token.left_edge.i), int(token.right_edge.i)


def about_somebody(clause: Any) -> bool:
    """ "X, *both of whom are expected to run*": a relative clause that the model hangs on the verb as its complement."""
    return any(item.lower_ in {"whom", "which"} and item.head.lower_ == "of" for item in clause.subtree if item.i < clause.i)
