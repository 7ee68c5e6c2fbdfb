"""Predicates: the lexicon's verbs and nouns found on the parses, with their arguments as tokens and as mentions.

Two cheap signals are used together: where the parser attached a phrase, and where it stands in the line. The small model
often hangs "with Qin" on the wrong word; a preposition right of the trigger in the same clause that is followed by a
mention is taken where the parse has nothing better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from memcon.lexicon import Lexicon, Predicate
from memcon.reading import syntax
from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis, at
from memcon.reading.parsing import Parse
from memcon.reading.telling import people_in, telling_clause

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN"})
# Dependents that open another clause: nothing beyond them belongs to the predicate.
CLAUSES = frozenset({"relcl", "ccomp", "advcl", "acl", "conj", "parataxis", "csubj", "pcomp", "xcomp"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III"})
# Prepositions that may stand far from their verb: "met late on Monday at his residence *with* Xi".
FAR_REACHING = frozenset({"with", "between", "to", "on", "into", "in", "at", "for"})
# "on the *sidelines* of the summit": what stands behind belongs to the verb.
ASIDE = frozenset({"sideline", "margin", "fringe", "side"})
# Prepositions of time, which belong to the verb however the model hangs them.
LOOSE = frozenset({"at", "during", "after", "following", "before"})
DEEPEST = 6  # steps from such a phrase up to its verb
REACH = 14  # words that a phrase of a predicate may stand away from it


@dataclass(frozen=True, slots=True)
class Argument:
    """Something that stands in `place` ("subject", "object", "possessor", "with", …) of a predicate.

    `token` is its head; `mention` the mention that covers it, None where the words name nobody that we know of."""

    place: str
    token: Any
    mention: Mention | None


@dataclass(frozen=True)
class FoundPredicate:
    """A lexicon entry found on a parse. `token` is its head word, `words` all its words; offsets are the document's.

    "subject" is always who does it and "object" whom it is done to: in a passive the agent is the subject. A noun's
    "subject" is that of the verb that carries it ("*Xi* held talks", "*Lavrov* arrived for talks")."""

    analysis: Analysis
    parse: Parse
    token: Any
    entry: Predicate
    words: tuple[Any, ...]

    @property
    def start(self) -> int:
        return self.parse.begins(self.token)

    @property
    def end(self) -> int:
        return self.parse.ends(self.token)

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments, each mention once a place, in text order within a place."""
        pairs = _noun_arguments(self) if self.entry.pos == "noun" else _verb_arguments(self)
        return tuple(_without_repeats(self._argument(place, token) for place, token in pairs))

    def at(self, *places: str) -> tuple[Argument, ...]:
        """The arguments in these places, in the order of the places."""
        return tuple(argument for place in places for argument in self.arguments if argument.place == place)

    def mentions_at(self, *places: str) -> tuple[Mention, ...]:
        """The mentions in these places; arguments that are nobody are left out."""
        return tuple(argument.mention for argument in self.at(*places) if argument.mention is not None)

    def _argument(self, place: str, token: Any) -> Argument:
        return Argument(place, token, mention_of(self.analysis, self.parse, token))


def find_predicates(analysis: Analysis) -> tuple[FoundPredicate, ...]:
    """All lexicon predicates on the parsed sentences, in text order; of one head word the longest entries."""
    return tuple(found for parse in analysis.parsed for found in predicates_of(analysis, parse))


def predicates_of(analysis: Analysis, parse: Parse) -> tuple[FoundPredicate, ...]:
    """The predicates of one sentence; looked up once in an analysis."""
    key = ("predicates", parse.sentence.index)
    if key not in analysis.memo:
        analysis.memo[key] = tuple(_predicates_of(analysis, parse))
    found: tuple[FoundPredicate, ...] = analysis.memo[key]
    return found


def _predicates_of(analysis: Analysis, parse: Parse) -> Iterator[FoundPredicate]:
    hyphens = "-" in parse.doc.text
    for token in parse.doc:
        covered: set[str] = set()
        longest = 0
        for entry, words in _entries(analysis.lexicon, token, hyphens=hyphens):
            if len(words) < longest and covered.issuperset(entry.sections):
                continue
            if not any(word.dep_ == "prep" for word in words):  # "called X *on* Monday" is not "called on X"
                longest = max(longest, len(words))
                covered.update(entry.sections)
            yield FoundPredicate(analysis, parse, token, entry, words)


def _entries(lexicon: Lexicon, token: Any, *, hyphens: bool) -> Iterator[tuple[Predicate, tuple[Any, ...]]]:
    joined = _hyphenated(token) if hyphens else None
    if joined is not None:
        yield from ((entry, (token,)) for entry in lexicon.predicates_headed(joined, "noun"))
    pos = "verb" if token.pos_ in VERBAL else "noun" if token.pos_ in NOMINAL or _stands_as_noun(token) else None
    if pos is None:
        return
    near: list[tuple[Any, tuple[str, ...]]] | None = None
    for form in dict.fromkeys(syntax.forms(token)):
        for entry in lexicon.predicates_headed(form, pos):
            if len(entry.words) == 1:
                yield entry, (token,)
                continue
            near = near if near is not None else _near(token)
            words = _matched(token, entry, near)
            if words is not None:
                yield entry, words


def _hyphenated(token: Any) -> str | None:
    """The word that the token is the root of, where the model split it at hyphens: "tête-à-tête", "sit-down"."""
    words, place = token.doc, token.i
    if not (place > 1 and words[place - 1].text == "-") and not (place + 2 < len(words) and words[place + 1].text == "-"):
        return None
    first = last = token
    while first.i > 1 and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_:
        first = first.nbor(-2)
    while last.i + 2 < len(token.doc) and last.nbor().text == "-" and not last.whitespace_:
        last = last.nbor(2)
    inside = first.i <= token.head.i <= last.i and token.head.i != token.i
    return token.doc[first.i : last.i + 1].text.lower() if first.i < last.i and not inside else None


def _stands_as_noun(token: Any) -> bool:
    """ "held a *bilateral*", "had a *roundtable*": an adjective to the model, a noun by its place."""
    return token.pos_ == "ADJ" and token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass", "attr"}


def _near(token: Any) -> list[tuple[Any, tuple[str, ...]]]:
    """The words that may belong to a predicate with this head, each with its forms."""
    return [(item, syntax.forms(item)) for item in (*own_words(token), *_complementizers(token)) if item is not token]


def _matched(token: Any, entry: Predicate, near: list[tuple[Any, tuple[str, ...]]]) -> tuple[Any, ...] | None:
    """The tokens of the entry's words around its head, or None where one is missing. A noun's stand in the entry's order:
    "a meeting on the sidelines of the summit" is no "summit meeting"."""
    place = entry.words.index(entry.head)
    rest = [(word, number < place) for number, word in enumerate(entry.words) if number != place]
    found = [token]
    for word, before in rest:
        near_by = (item for item, forms in near if word in forms and item not in found)
        match = next((item for item in near_by if entry.pos == "verb" or (item.i < token.i) == before), None)
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _complementizers(verb: Any) -> Iterator[Any]:
    """The "for" of "called *for* X to do Y", which the parser hangs on the verb below."""
    for child in verb.children:
        if child.dep_ in {"advcl", "ccomp", "xcomp"}:
            yield from (word for word in child.children if word.dep_ == "mark" and word.lower_ == "for")


def own_words(token: Any) -> Iterator[Any]:
    """The token and its dependents, without those of other clauses, no further away than REACH words."""
    yield token
    for child in token.children:
        if child.dep_ not in CLAUSES and abs(child.i - token.i) <= REACH:
            yield from own_words(child)


def mention_of(analysis: Analysis, parse: Parse, token: Any) -> Mention | None:
    """The mention that covers the token, or its apposition ("His Highness, *Crown Prince X*"); of an apposition its head."""
    mention = analysis.mention_at(parse.begins(token))
    if mention is None and token.pos_ in NOMINAL:
        described = (child for child in token.children if child.dep_ == "appos" and child.i > token.i)
        mention = next((m for m in (analysis.mention_at(parse.begins(child)) for child in described) if m), None)
    return analysis.mentions[mention.of] if mention is not None and mention.of is not None else mention


def _without_repeats(arguments: Iterator[Argument]) -> Iterator[Argument]:
    seen = set()
    for argument in arguments:
        key = (argument.place, argument.mention.start if argument.mention else -argument.token.i)
        if key not in seen:
            seen.add(key)
            yield argument


# Verbs


def _verb_arguments(found: FoundPredicate) -> Iterator[tuple[str, Any]]:
    verb = found.token
    yield from _subject_and_object(found, verb)
    yield from _phrases(found, list(found.words), [])
    for child in verb.children:
        if child.dep_ == "xcomp" or (child.dep_ == "advcl" and any(word in found.words for word in child.children)):
            yield "infinitive", child
        elif child.dep_ == "ccomp" and not syntax.about_somebody(child):
            yield "clause", child


def _subject_and_object(found: FoundPredicate, verb: Any) -> Iterator[tuple[str, Any]]:
    subjects = [item for item in syntax.subjects(verb) if not _is_label(item)]
    if syntax.is_passive(verb) and not _acts(found, verb):
        for item in syntax.agents(verb) or _agent_right_of(found, verb):
            yield "subject", item
            yield "agent", item
        yield from (("object", item) for item in subjects)
    else:
        yield from (("subject", item) for item in subjects)
        known = any(mention_of(found.analysis, found.parse, item) for item in subjects)
        if not known and not (verb.dep_ in {"xcomp", "ccomp"} and any(item.pos_ == "PROPN" for item in subjects)):
            yield from (("subject", item) for item in _subject_left_of(found.analysis, found.parse, verb))
    objects = syntax.direct_objects(verb)
    if not subjects and not objects and verb.dep_ != "xcomp":
        yield from _between_names(found, verb)
    if objects and not any(mention_of(found.analysis, found.parse, item) for item in objects):
        yield from (("object", item) for item in _person_right_of(found, verb, objects[0]))
    yield from (("object", _antecedent(item, verb)) for item in objects)


def _acts(found: FoundPredicate, verb: Any) -> bool:
    """ "Egypt's top diplomat *conferred* with X", where the model takes a past tense for a participle on the subject."""
    alone = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and not syntax.agents(verb)
    signal = found.entry.engagement
    if not alone or signal is None or "with" not in signal.partner or not any(c.lower_ == "with" for c in verb.children):
        return False
    mention = mention_of(found.analysis, found.parse, verb.head)
    return mention is not None and mention.kind in {"name", "title"}


def _antecedent(item: Any, verb: Any) -> Any:
    """ "Xi, *whom* he had hosted in May": whom the clause hangs on."""
    return verb.head if item.tag_ == "WP" and verb.dep_ == "relcl" else item


def _between_names(found: FoundPredicate, verb: Any) -> Iterator[tuple[str, Any]]:
    """ "*Viktor Orban* hosted *Vladimir Putin*", where the model takes the verb for an adjective: who stands on either side."""
    if verb.tag_ not in {"VBD", "VBN", "VBZ"} or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return
    left = found.analysis.mention_at(found.parse.begins(verb.nbor(-1)))
    right = mention_after(found.analysis, found.parse, verb)
    if left is None or right is None or left.possessive or {left.kind, right.kind} - {"name", "title"}:
        return
    yield "subject", verb.nbor(-1)
    head = found.parse.token_at(right.head_end - 1)
    if head is not None:
        yield "object", head


def _agent_right_of(found: FoundPredicate, verb: Any) -> Iterator[Any]:
    """ "was received at the palace of Rabat *by the king*", where the model hangs the agent on the palace."""
    for place, item in prepositions_right_of(found.analysis, found.parse, verb):
        if place == "by":
            yield item
            return


def _is_label(token: Any) -> bool:
    """ "*Geng Shuang*: The minister will visit": who speaks, which the model takes for the subject."""
    return token.i + 1 < len(token.doc) and bool(token.nbor().text == ":")


def _person_right_of(found: FoundPredicate, verb: Any, first: Any) -> Iterator[Any]:
    """The person right after the verb, in a list whose last noun the model takes for the object: "meets *X* and others"."""
    mention = mention_after(found.analysis, found.parse, verb)
    if mention is None or mention.kind not in {"name", "title"} or mention.possessive:
        return
    head = found.parse.token_at(mention.head_end - 1)
    if head is not None and verb.i < head.i < first.i:
        yield head


def _subject_left_of(analysis: Analysis, parse: Parse, verb: Any) -> Iterator[Any]:
    """The mention right before a finite verb, whatever the parse says: "*Joseph Biden*, Jr., spoke", "*Xi* today met"."""
    first = min((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), key=lambda c: c.i, default=verb)
    if first.lower_ == "to":
        yield from _subject_of_infinitive(analysis, parse, first)
        return
    if verb.tag_ not in FINITE and first.tag_ not in FINITE:
        return
    for place in range(first.i - 1, max(first.i - 8, -1), -1):
        token = parse.doc[place]
        mention = analysis.mention_at(parse.begins(token))
        if mention is not None:
            if not mention.possessive and not _under_preposition(parse, mention):
                yield token
            return
        prefix = token.lower_ == "co" and token.nbor().text == "-"  # "Dar *co-*chaired", cut in three
        skipped = prefix or token.is_punct or token.tag_ == "RB" or token.text in GENERATIONS
        if not (skipped or _in_time(analysis, parse, token)):
            return


def _subject_of_infinitive(analysis: Analysis, parse: Parse, to: Any) -> Iterator[Any]:
    """The nearest mention left of "to" with no preposition between: "*X and Y* plan to hold", "*Modi* to visit Bhutan"."""
    for place in range(to.i - 1, max(to.i - 6, -1), -1):
        token = parse.doc[place]
        mention = analysis.mention_at(parse.begins(token))
        if mention is not None:
            planned = to.i > token.i + 1 and to.nbor(-1).pos_ in NOMINAL  # "*Aso*'s plan to visit"
            if (planned or not mention.possessive) and not _under_preposition(parse, mention):
                yield token
            return
        if token.is_punct or token.tag_ in {"IN", "WDT", "WP"}:
            return


def _in_time(analysis: Analysis, parse: Parse, token: Any) -> bool:
    return at(analysis.times, parse.begins(token)) is not None


def _under_preposition(parse: Parse, mention: Mention) -> bool:
    first = parse.token_at(mention.start)
    return first is not None and first.i > 0 and parse.doc[first.i - 1].tag_ in {"IN", "TO"}


def _prepositional(word: Any) -> Iterator[tuple[str, Any]]:
    """(preposition, head under it) for the word's prepositional phrases, those that hang on its place and time too."""
    for child in word.children:
        if child.dep_ in {"prep", "dative", "agent", "prt"}:
            if any(other.dep_ == "conj" and other.pos_ == "ADP" for other in child.children):
                yield from _coordinated(child)
            for item in syntax.prepositional_objects(child):
                yield child.lower_, item
                if child.lower_ in {"in", "at", "on", "from", "for"}:
                    yield from _partners_under(item)
        elif child.dep_ in {"npadvmod", "advmod"}:
            yield from _partners_under(child)


def _coordinated(preposition: Any) -> Iterator[tuple[str, Any]]:
    """ "talks with X, *and with Y*": the phrases that the model hangs on the first."""
    for other in preposition.children:
        if other.dep_ == "conj" and other.pos_ == "ADP":
            yield from ((other.lower_, item) for item in syntax.prepositional_objects(other))


def _phrases(found: FoundPredicate, heads: list[Any], further: list[Any]) -> Iterator[tuple[str, Any]]:
    """Prepositional phrases of the heads; of the further heads and right of the word those that the heads do not have."""
    pairs = [pair for head in heads for pair in _prepositional(head)]
    yield from pairs
    for more in ([pair for head in further for pair in _prepositional(head)], _right_of(found)):
        known = {place for place, item in pairs if mention_of(found.analysis, found.parse, item) is not None}
        fresh = [pair for pair in more if pair[0] not in known]
        yield from fresh
        pairs += fresh


def _right_of(found: FoundPredicate) -> list[tuple[str, Any]]:
    last = max(found.words, key=lambda word: int(word.i))
    allowed = {"with", "between"} if found.entry.pos == "noun" else FAR_REACHING
    signal = found.entry.engagement
    if found.entry.pos == "noun" and signal is not None and signal.kind in {"visit", "letter"}:
        allowed = allowed | {"to"}
    pairs = [pair for pair in prepositions_right_of(found.analysis, found.parse, last) if pair[0] in allowed]
    return pairs if signal is None else [pair for pair in pairs if not _is_anothers(found, *pair)]


def _is_anothers(found: FoundPredicate, place: str, item: Any) -> bool:
    """ "spoke after *talks* with X": the phrase stands right behind another word of contact, whose it is."""
    mention = mention_of(found.analysis, found.parse, item)
    first = found.parse.token_at(mention.start) if mention is not None else None
    before = first.i - 1 if first is not None else -1
    while before > found.token.i and found.parse.doc[before].lower_ != place:
        before -= 1
    noun = found.parse.doc[before - 1] if before > 0 else found.token
    if noun in found.words or noun.pos_ != "NOUN" or noun.head.head.lemma_.lower() in ASIDE:
        return False
    return any(e.engagement for form in syntax.forms(noun) for e in found.analysis.lexicon.predicates_headed(form, "noun"))


def _partners_under(item: Any) -> Iterator[tuple[str, Any]]:
    """ "met *in Vienna* with X" : the parser may hang "with X" on Vienna."""
    for child in item.children:
        if child.dep_ == "prep" and child.lower_ in {"with", "between"}:
            for partner in syntax.prepositional_objects(child):
                yield child.lower_, partner


def prepositions_right_of(analysis: Analysis, parse: Parse, token: Any) -> Iterator[tuple[str, Any]]:
    """(preposition, head of the mention after it) right of the token in the same clause, whatever the parse says."""
    for place in range(token.i + 1, min(token.i + 1 + REACH, len(parse.doc) - 1)):
        word = parse.doc[place]
        if word.tag_ in FINITE or word.lower_ in {";", ":", "that", "which", "who"}:
            return
        if word.tag_ not in {"IN", "TO"} or parse.doc[word.i - 1].lower_ == "according":
            continue
        mention = mention_after(analysis, parse, word)
        if mention is not None:
            head = parse.token_at(mention.head_end - 1) or parse.token_at(mention.head_start)
            if head is not None:
                yield word.lower_, head


def mention_after(analysis: Analysis, parse: Parse, word: Any) -> Mention | None:
    """The mention that begins right after the word, an article or a possessive between them aside."""
    for place in range(word.i + 1, min(word.i + 4, len(parse.doc))):
        following = parse.doc[place]
        mention = analysis.mention_at(parse.begins(following))
        if mention is not None:
            return mention
        if following.dep_ not in {"det", "poss", "amod"} and following.tag_ not in {"DT", "PRP$"}:
            return None
    return None


# Nouns


def _noun_arguments(found: FoundPredicate) -> Iterator[tuple[str, Any]]:
    noun = found.token
    for item in syntax.possessors(noun):
        yield "possessor", item
    for item in modifiers(noun):
        yield "modifier", item
    carrier = carrier_of(noun)
    if carrier is not None:
        yield from (pair for pair in _subject_and_object(found, carrier) if pair[0] == "subject")
    if carrier is not None and noun.dep_ == "dobj":
        given = [child for child in carrier.children if child.dep_ == "dative" and child.i < noun.i]
        yield from (("taker", item) for child in given for item in syntax.conjuncts(child))  # "gave *X and Y* lunch"
    clause = telling_clause(found.analysis.lexicon, noun) if found.entry.engagement is not None else None
    heads = [noun, *chain_above(noun)]
    if clause is not None:
        yield from people_in(clause)
        heads.append(clause)
    partners = any(child.dep_ == "prep" and child.lower_ in {"with", "between"} for child in noun.children)
    # "a walk and *a dinner with X*", but not "talks with X and *a meeting of ministers*".
    beside = [child for child in noun.children if child.dep_ == "conj" and child.pos_ == "NOUN" and not partners]
    yield from _phrases(found, heads, [*beside, *([] if carrier is None else [carrier])])


def modifiers(noun: Any) -> Iterator[Any]:
    """Words left of the noun in its phrase that may name a party: "*U.S.*-*China* talks", "the *Russian*-*American* summit"."""
    for child in noun.lefts:
        if child.dep_ in {"compound", "amod", "nmod", "npadvmod", "punct"}:
            yield from (item for item in child.subtree if item.pos_ in {"PROPN", "ADJ", "NOUN"})


def chain_above(noun: Any) -> list[Any]:
    """Nouns that count or measure this one: "two *days* of talks", "a *round* of talks", "a *series* of meetings"."""
    chain = []
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in syntax.MEASURES:
        noun = noun.head.head
        chain.append(noun)
    return chain


def carrier_of(noun: Any) -> Any | None:
    """The verb that has the noun, or what counts it, as object, passive subject or purpose; None where none does."""
    top = first_event((chain_above(noun) or [noun])[-1])
    head = top.head
    if top.dep_ in {"dobj", "nsubjpass", "attr", "nsubj"} and head.pos_ in VERBAL:
        return head
    if top.dep_ != "pobj":
        return None
    holder = holder_of(head)
    if holder.pos_ in VERBAL:
        return holder
    if top is not noun and top.i < noun.i and holder.dep_ == "pobj" and holder.i < top.i and holder.head.dep_ == "prep":
        return _verb_above(holder)  # "after a walk across the square and *two hours of talks*"
    if holder.pos_ in NOMINAL and holder.head.pos_ in VERBAL:
        return holder.head
    return _verb_above(holder) if head.lower_ in LOOSE else None


def first_event(noun: Any) -> Any:
    """The first of the nouns that a noun is listed with: "after *a walk* and two hours of talks"; also where the model lists
    it with whom the first was with: "had *breakfast* with X and lunch with Y"."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in NOMINAL:
        top = top.head
    with_whom = top is not noun and top.pos_ == "PROPN" and top.dep_ == "pobj" and top.head.lower_ == "with"
    return top.head.head if with_whom and top.head.head.pos_ == "NOUN" else top


def _verb_above(noun: Any) -> Any | None:
    """ "renewed his *commitment* to peace *during* talks with X": the verb over the nouns that it was hung on."""
    for item in list(syntax.governors(noun))[:DEEPEST]:
        if item.pos_ in VERBAL:
            return item
        if item.dep_ not in {"prep", "pobj", "dobj", "compound", "nmod", "conj"}:
            return None
    return None


def holder_of(preposition: Any) -> Any:
    """What a preposition hangs on; of two in a row ("pulled *out of* the summit") what the first hangs on."""
    holder = preposition.head
    return holder.head if holder.pos_ in {"ADP", "ADV"} and holder.dep_ in {"prep", "prt", "advmod"} else holder
