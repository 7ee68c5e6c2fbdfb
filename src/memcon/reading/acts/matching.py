"""Which lexicon entry a predicate is: of those with its words, the one whose object fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from memcon.lexicon import CommitmentSignal, EventSignal, Lexicon
from memcon.reading import syntax
from memcon.reading.acts.mainline import Clause
from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.predicates import NOMINAL, FoundPredicate, carrier_of, predicates_of

Section = Literal["event", "commitment"]
OBJECTS_OF_VERBS = ("object", "clause", "infinitive")
OBJECTS_OF_NOUNS = ("of", "possessor", "modifier", "to", "with")
PEOPLES = frozenset({"@crowd", "@people", "@refugees"})  # classes that a demonym is of: "180 *Syrians*"
QUANTITIES = frozenset({"of"})
PARTICLES = frozenset({"up", "over", "through", "along", "by", "out"})
# Who serves a state, and so is told by it what to do: "ordered *his ministers* to …", "ordered *the army* to …".
ORGANS = frozenset({"army", "military", "government", "cabinet", "ministry", "navy", "police"})
SERVANTS = ORGANS | frozenset({"minister", "force", "troop", "official", "officer", "diplomat", "envoy", "staff", "aide"})
PURPOSES = frozenset({"advcl", "acl", "relcl"})
TOPICS = frozenset({"on", "about", "over", "regarding", "concerning"})
PAPERS = frozenset({"letter", "message", "note", "word", "telegram", "card"})  # "a letter of support" is no support
GERUND = "(gerund)"  # what an entry asks for where a deed must follow: "commitment to *sending* doctors"


@dataclass(frozen=True)
class Act:
    """A predicate on the main line: the clause it stands in and the lexicon entry that fits it best.

    `inner` is the predicate of what it promises, asks, refuses or threatens to do."""

    found: FoundPredicate
    clause: Clause
    inner: FoundPredicate | None = None

    @property
    def parse(self) -> Parse:
        return self.found.parse

    @property
    def start(self) -> int:
        return min(self.parse.begins(word) for word in self.found.words)

    @property
    def end(self) -> int:
        return max(self.parse.ends(word) for word in self.found.words)


def acts_of(analysis: Analysis, parse: Parse, clauses: tuple[Clause, ...], section: Section) -> Iterator[Act]:
    """For each clause its verb's act, or else those of the event nouns that the verb carries."""
    found: dict[int, list[FoundPredicate]] = {}
    contacts: dict[int, FoundPredicate] = {}
    for predicate in predicates_of(analysis, parse):
        if predicate.entry.engagement is not None:
            contacts.setdefault(predicate.token.i, predicate)
        if getattr(predicate.entry, section) is not None and object_fits(analysis.lexicon, predicate, section):
            found.setdefault(predicate.token.i, []).append(predicate)
    best = {index: _best(analysis.lexicon, found[index], section) for index in sorted(found)}
    for clause in clauses:
        verb = best.get(clause.token.i)
        nouns = _topmost([n for n in best.values() if n.entry.pos == "noun" and _carries(analysis.lexicon, clause, n.token)])
        # "A bombing killed two": the noun says more than the verb
        if verb is not None and not any(noun.token.dep_ == "nsubj" for noun in nouns):
            yield Act(verb, clause, _inner(verb, contacts | best))
        else:
            yield from (Act(noun, clause) for noun in nouns)


def _topmost(nouns: list[FoundPredicate]) -> list[FoundPredicate]:
    """Those under no other: "condemnation of the *raid*" is no raid."""
    own = {noun.token.i for noun in nouns}
    return [noun for noun in nouns if not any(token.i in own for token in syntax.governors(noun.token))]


def _inner(found: FoundPredicate, best: dict[int, FoundPredicate]) -> FoundPredicate | None:
    """The predicate of the infinitive or clause under this one, or of a noun it asks for ("demanded *talks*")."""
    for argument in found.at("infinitive", "clause", "object", *found.entry.words[1:]):
        item = best.get(argument.token.i)
        if item is not None and (item.entry.pos == "verb" or item.entry.engagement is not None):
            return item
    return None


def _best(lexicon: Lexicon, candidates: list[FoundPredicate], section: Section) -> FoundPredicate:
    """Most words first, then the one that asked for most of what is there."""
    return max(candidates, key=lambda found: (len(found.words), fitness(lexicon, found, section), -candidates.index(found)))


def _signal(found: FoundPredicate, section: Section) -> EventSignal | CommitmentSignal:
    signal = found.entry.event if section == "event" else found.entry.commitment
    assert signal is not None
    return signal


def object_fits(lexicon: Lexicon, found: FoundPredicate, section: Section) -> bool:
    """Whether what stands in the object's place is of the words or classes that the entry asks for."""
    return (
        _connected(found)
        and not _is_phrasal(found)
        and not _has_object_too(lexicon, found, section)
        and _filled(found, section)
        and all(_matching(lexicon, found, *demand) for demand in _demands(found, section))
    )


def _has_object_too(lexicon: Lexicon, found: FoundPredicate, section: Section) -> bool:
    """Whether a verb with its preposition ("withdraw *from*", "call *for*") has an object besides and so is another one."""
    words = found.words
    if found.entry.pos != "verb" or len(words) != 2 or words[1].dep_ != "prep":
        return False
    wanted = expanded(lexicon, _signal(found, section).object)
    objects = (child for child in found.token.children if child.dep_ == "dobj")
    return any(wanted.isdisjoint(phrase_lemmas(item)) for item in objects)


def _is_phrasal(found: FoundPredicate) -> bool:
    """Whether a particle makes another verb of it: "*wound up* the summit" wounds nobody."""
    own = {word.i for word in found.words}
    particles = (child for child in found.token.children if child.dep_ == "prt" and child.i not in own)
    if found.entry.pos != "verb":
        return False
    # "kidnapped *up to* 16 people": no particle, whatever the model says
    return any(child.lower_ in PARTICLES and child.doc[child.i + 1 : child.i + 2].text.lower() != "to" for child in particles)


def _connected(found: FoundPredicate) -> bool:
    """Whether each word hangs on another one of the predicate, not deeper ("expressed thanks for *support*" is no support)."""
    own = {word.i for word in found.words}
    return all(word.i == found.token.i or _hangs_on(own, word) for word in found.words)


def _hangs_on(own: set[int], word: Any) -> bool:
    head = word.head
    while head.i not in own and head.head.i != head.i:
        if head.dep_ == "prep" and head.lower_ not in QUANTITIES:  # "held a series of talks" is talks held
            return False
        head = head.head
    return True


def fitness(lexicon: Lexicon, found: FoundPredicate, section: Section) -> int:
    """How many words the entry asked for and found: "peacekeeping force" is more of a peacekeeper than of troops."""
    signal = _signal(found, section)
    needs = len(signal.needs) if isinstance(signal, EventSignal) else 0
    return needs + sum(_matching(lexicon, found, *demand) for demand in _demands(found, section))


def _demands(found: FoundPredicate, section: Section) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """(words, places where one of them must stand)."""
    signal = _signal(found, section)
    if signal.object:
        own = found.entry.words[1:]  # of "call for" what stands under "for" is the object
        places = (*OBJECTS_OF_VERBS, *own) if found.entry.pos == "verb" else OBJECTS_OF_NOUNS
        yield signal.object, (*signal.what, "object") if isinstance(signal, CommitmentSignal) else places
    if isinstance(signal, EventSignal) and signal.subject:
        yield signal.subject, ("subject",)
    if isinstance(signal, EventSignal) and signal.deed:
        yield signal.deed, ("infinitive",)


def _filled(found: FoundPredicate, section: Section) -> bool:
    signal = _signal(found, section)
    return not (isinstance(signal, EventSignal) and signal.needs) or bool(found.at(*signal.needs))


def _matching(lexicon: Lexicon, found: FoundPredicate, words: tuple[str, ...], places: tuple[str, ...]) -> int:
    wanted = expanded(lexicon, words)
    matching = len({lemma for head in _heads(found, places) for lemma in phrase_lemmas(head) if lemma in wanted})
    people = not PEOPLES.isdisjoint(words) and any(mention.rule == "demonym" for mention in found.mentions_at(*places))
    return matching + people


def _heads(found: FoundPredicate, places: tuple[str, ...]) -> Iterator[Any]:
    """Nouns in these places; of a clause its subject ("allowed *inspectors* to enter")."""
    if "infinitive" in places:
        yield from purposes(found)
    for argument in found.at(*places):
        if argument.place in {"clause", "infinitive"}:
            yield from (child for child in argument.token.children if child.dep_ in syntax.NOMINAL_SUBJECTS)
            yield argument.token
        else:
            yield argument.token


def purposes(found: FoundPredicate) -> Iterator[Any]:
    """ "tasked teams *to follow up*", "gave him a day *to leave*": infinitives that hang on the object or as a purpose."""
    nouns = [argument.token for argument in found.at("object")]
    for word in [*found.words, *nouns]:
        for child in word.children:
            hangs = child.dep_ in PURPOSES or (child.dep_ == "xcomp" and word.i != found.token.i)  # "is ready *to send*"
            if hangs and child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children):
                yield child


def is_wish(found: FoundPredicate) -> bool:
    """ "insisted that Y *withdraw*", "… *must* withdraw", not "insisted that the door *stayed* open"."""
    clauses = [argument.token for argument in found.at("clause")]
    obliged = any(child.lower_ in {"must", "should"} for clause in clauses for child in clause.children)
    bare = any(clause.tag_ in {"VB", "VBP"} and not syntax.auxiliaries(clause) for clause in clauses)
    return obliged or bare or not clauses


def is_no_promise(lexicon: Lexicon, found: FoundPredicate) -> bool:
    """ "is committed to *the process*", "assured them that it *is* ready", "ordered *him* back": nothing to be done."""
    lemma = found.entry.lemma
    clauses = [argument.token for argument in found.at("clause")]
    infinitives = found.at("infinitive")
    if lemma == "commit":
        given = expanded(lexicon, ("@funds",))
        nouns = [argument.token for argument in found.at("to") if argument.token.tag_ != "VBG"]
        things = [argument.token for argument in found.at("object") if not argument.token.lower_.endswith(("self", "selves"))]
        nouns += [] if syntax.is_passive(found.token) else things
        return not infinitives and bool(nouns) and not any(item in given for noun in nouns for item in phrase_lemmas(noun))
    if lemma == "assure":
        told = {"will", "would", "shall", "'ll", "’ll"}
        to_come = any(child.lower_ in told for clause in clauses for child in syntax.auxiliaries(clause))
        return bool(clauses) and not to_come
    if lemma == "order":
        people = [
            argument.token for argument in found.at("object") if argument.token.tag_ == "PRP" or argument.mention is not None
        ]
        return bool(people) and not infinitives and not clauses
    return False


def is_own_order(found: FoundPredicate) -> bool:
    """ "ordered *the foreign ministry* to …", "urged *his* ministers to …": what a state tells its own people."""
    if any(_is_own(argument.token) for argument in found.at("object")):
        return True
    by = {party for mention in found.mentions_at("subject") for party in mention.parties}
    asked = [mention for mention in found.mentions_at("object") if mention.kind in {"body", "title", "group"}]
    return bool(by) and bool(asked) and all(set(mention.parties) <= by for mention in asked)


def _is_own(noun: Any) -> bool:
    """ "*our* foreign minister", "*his* forces", "*the* army": those whom nobody but their own state orders."""
    left = [child for child in noun.lefts if child.pos_ != "PUNCT"]
    if any(child.tag_ == "PRP$" for child in left):
        return noun.lemma_.lower() in SERVANTS
    return noun.lemma_.lower() in ORGANS and {child.lower_ for child in left} == {"the"}


@lru_cache(maxsize=1024)
def expanded(lexicon: Lexicon, words: tuple[str, ...]) -> frozenset[str]:
    """The words with "@class" replaced by the words of the class."""
    classes = lexicon.table("noun_classes")
    return frozenset(item for word in words for item in (classes[word[1:]] if word.startswith("@") else [word]))


def phrase_lemmas(head: Any) -> Iterator[str]:
    """Lemmas that decide what kind of thing a noun phrase is: its head, what it counts, and its modifiers last."""
    yield GERUND if head.tag_ == "VBG" else str(head.lemma_.lower())
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in QUANTITIES and head.lemma_.lower() not in PAPERS:
            for item in syntax.prepositional_objects(child):
                yield from phrase_lemmas(item)
        elif child.dep_ in {"compound", "amod", "nmod"} and child.i < head.i:
            yield str(child.lemma_.lower())
            yield f"{child.lemma_} {head.lemma_}".lower()


def _carries(lexicon: Lexicon, clause: Clause, noun: Any) -> bool:
    """Whether the clause's verb does no more than carry the noun, or the noun is all the clause there is."""
    if noun.i == clause.token.i:
        return clause.token.pos_ in NOMINAL
    governors = lexicon.table("governors")
    carrier = carrier_of(noun)
    if carrier is None or carrier.i != clause.token.i:
        return False
    top = noun
    while top.head.i != carrier.i and top.head.i != top.i:
        if top.dep_ == "pobj" and top.head.lower_ in TOPICS and top.head.head.pos_ == "NOUN":
            return False  # "held meetings *on cooperation*"
        top = top.head
    if top.dep_ in {"nsubj"}:
        return carrier.lemma_.lower() in governors["happening"]
    return carrier.lemma_.lower() in governors["carrying"]
