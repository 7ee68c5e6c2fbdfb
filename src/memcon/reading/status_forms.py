"""Forms that tell of a status: constructions of a verb or noun that `status` asks about, each by its grammar alone."""

from __future__ import annotations

from typing import Any

from memcon.reading import syntax
from memcon.reading.predicates import VERBAL
from memcon.reading.status_cues import CueWords
from memcon.record import EngagementStatus

# Verbs that say of an event that it happens: "the visit *will begin*"; "the visit will help trade" only hints at it.
DATES = frozenset({"date", "dates", "timetable", "venue"})
HAPPENING = frozenset(
    {"take", "happen", "occur", "begin", "start", "last", "end", "conclude", "be", "come", "go", "follow", "open", "continue"}
    | {"resume", "proceed", "fail", "collapse", "run", "finish", "break", "stall", "close", "mark", "cap", "focus", "cover"}
)


def is_contrast(verb: Any) -> bool:
    """ "will *not* be held in Vienna *but* in Doha": only the place is denied."""
    return any(word.lower_ == "but" and word.head.pos_ not in VERBAL and word.i > verb.i for word in verb.subtree)


def is_conditional(words: CueWords, verb: Any) -> bool:
    clauses = [verb, *(child for child in verb.children if child.dep_ == "advcl")]
    if any(mark.dep_ == "mark" and mark.lower_ in words.conditions for clause in clauses for mark in clause.children):
        return True
    first = next(iter(verb.children), verb)
    inverted = any(child.dep_ == "nsubj" and child.i > first.i for child in verb.children)
    if first.lower_ in {"should", "had"} and first.dep_ == "aux" and inverted and verb.dep_ in {"advcl", "ccomp"}:
        return True  # "*Should they* meet, it would be …", "*Had they* met, …"
    last = verb.doc[len(verb.doc) - 1]
    return bool(last.lower_ == "?" and verb.dep_ == "ROOT")


def was_to_have(verb: Any) -> bool:
    """ "She *was to have* met him on Monday": she did not."""
    helped = any(child.lower_ == "to" for child in syntax.auxiliaries(verb))
    return verb.dep_ == "xcomp" and helped and verb.head.lemma_ == "be" and verb.head.tag_ == "VBD"


def no_longer(verb: Any) -> bool:
    return any(child.lower_ == "longer" and any(item.lower_ == "no" for item in child.children) for child in verb.children)


def is_perfect(verb: Any) -> bool:
    return any(child.lower_ == "had" for child in syntax.auxiliaries(verb))


def was_held(noun: Any) -> bool:
    """ "*held* their long-awaited meeting": the verb says that what was awaited took place."""
    past = noun.head.tag_ in {"VBD", "VBN"} and noun.dep_ == "dobj"
    return past and noun.head.lemma_ in {"hold", "have", "conduct", "conclude", "end", "finish", "make", "pay", "complete"}


def clauses_on(noun: Any) -> list[Any]:
    """Clauses that hang on the noun, those with "which" that the model hung on its place too."""
    own = [child for child in noun.children if child.dep_ in {"relcl", "acl"}]
    places = [item for child in noun.children if child.dep_ == "prep" for item in child.children]
    loose = [clause for place in places for clause in place.children if clause.dep_ == "relcl"]
    return own + [clause for clause in loose if any(child.tag_ == "WDT" for child in clause.children)]


def denies(noun: Any) -> bool:
    return any(child.lower_ == "no" for child in noun.children) or any(
        syntax.is_negated(g) for g in list(syntax.governors(noun))[:2]
    )


def finite(verb: Any) -> Any:
    """ "*agreed* to reopen the border after talks": the verb that tells, over an infinitive."""
    governor = verb.head
    told = verb.dep_ == "xcomp" and governor.pos_ in VERBAL and governor.tag_ == "VBD" and verb.tag_ == "VB"
    return governor if told else verb


def no_date(governor: Any) -> bool:
    """ "*No date* was set for the talks", "*a date* for the visit *has not been fixed*", "*has yet to be set*"."""
    verb = governor.head if governor.lower_ in DATES else governor
    over = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)  # "a date *has* yet to be *set*"
    near = [governor, *(child for item in over for child in item.children if child.dep_ in {"nsubjpass", "dobj", "nsubj"})]
    dates = [item for item in near if item.lower_ in DATES]
    yet = any(child.lower_ == "yet" for item in over for child in item.children)
    unset = yet or any(syntax.is_negated(item) for item in over)
    return bool(dates) and (unset or any(child.lower_ == "no" for date in dates for child in date.children))


def is_definite(noun: Any) -> bool:
    """ "*the* visit", "*Xi's* visit", but not "the *next* visit": what both sides know of."""
    known = any(child.dep_ == "poss" or child.lower_ in {"the", "this", "that"} for child in noun.lefts)
    return known and not any(child.lower_ in {"next", "further", "new", "other"} for child in noun.lefts)


def is_to_happen(verb: Any) -> bool:
    starting = {"take", "happen", "begin", "start", "open", "convene", "resume", "hold", "occur", "go", "be"}
    marked = any(child.lower_ == "to" for child in syntax.auxiliaries(verb))
    return bool(verb.dep_ == "xcomp" and marked and not starting.isdisjoint(syntax.forms(verb)))


def goes_ahead(verb: Any) -> bool:
    """ "*go ahead* with the visit", "*press ahead* with talks", "*proceed* with a summit"."""
    ahead = any(child.lower_ in {"ahead", "forward", "on"} and child.dep_ in {"advmod", "prt"} for child in verb.children)
    return bool(verb.lemma_ == "proceed" or (verb.lemma_ in {"go", "press", "push", "move"} and ahead))


def never_happened(verb: Any) -> bool:
    """ "never *took* place", "did not *go* ahead", "did not *materialise*"."""
    told = any(form in HAPPENING or form in {"materialise", "materialize"} for form in syntax.forms(verb))
    return told and verb.lemma_ != "be" and syntax.is_negated(verb)


LAPSING = frozenset({"schedule", "set", "slate", "due", "expect", "suppose", "book", "bill", "mean"})


def has_lapsed(cue: Any) -> bool:
    """ "*had been due* to visit", "*had been scheduled* for March": a plan told from behind, of which nothing came."""
    verb = cue if cue.pos_ in VERBAL else cue.head
    helpers = {child.lower_ for child in syntax.auxiliaries(verb)}
    passive = "been" in helpers or verb.lower_ == "been"
    return "had" in helpers and passive and not LAPSING.isdisjoint(syntax.forms(cue))


def is_off(verb: Any) -> Any | None:
    """ "The visit *is off*": the word that says so, None where it stands in another phrase ("is off limits")."""
    marks = {"prep", "prt", "advmod", "acomp"}
    off = next((child for child in verb.children if child.lower_ == "off" and child.dep_ in marks), None)
    return None if verb.lemma_ != "be" or off is None or list(off.children) else off


def is_told_before(verb: Any) -> bool:
    """ "*The visit* did not take place": the subject is what was told before, not one that nobody has heard of."""
    nouns = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(
        any(child.lower_ in {"the", "his", "her", "their", "this"} for child in noun.lefts)
        and not any(child.dep_ in {"prep", "relcl", "acl"} for child in noun.children)
        for noun in nouns
    )


def phrase_says(words: CueWords, preposition: Any) -> EngagementStatus | None:
    """ "A call is *in the works*", "talks are *on the table*"."""
    found = (words.phrases.get(f"{preposition.lower_} the {item.lower_}") for item in preposition.children)
    return next((status for status in found if status is not None), None)


def sets_out(departing: frozenset[str], verb: Any, before: int) -> bool:
    """Whether the verb says only that somebody leaves for somewhere: "headed to Vienna", "left Oslo"; not "headed the team"."""
    if departing.isdisjoint(syntax.forms(verb)):
        return False
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if verb.lemma_ == "leave" and objects:
        return all(item.pos_ == "PROPN" for item in objects)
    where = {"for", "to", "toward", "towards", "off", "out", "back", "home", "from"}
    steps = (child for child in verb.children if verb.i < child.i < before and child.lower_ in where)
    return not objects and any(child.dep_ != "prep" or _leads_somewhere(child) for child in steps)


def _leads_somewhere(preposition: Any) -> bool:
    return any(item.pos_ == "PROPN" for item in syntax.prepositional_objects(preposition))


def is_instead(preposition: Any) -> bool:
    """ "*instead of* going", "*rather than* stop": what somebody does not do."""
    before = preposition.nbor(-1).lower_ if preposition.i > 0 else ""
    return (before, preposition.lower_) in {("instead", "of"), ("rather", "than")}
