"""Status: whether what a predicate says was held, is planned, was called off, was declined, ...

Read from the word's own tense, modal and negation, and from the words over it ("*plans* to meet", "*postponed* the
visit", "an *invitation* to visit"). The words stand in `lexicon/data/status.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading import syntax
from memcon.reading.predicates import NOMINAL, VERBAL, carrier_of, chain_above, holder_of, own_words
from memcon.reading.status_cues import CueWords, cue_words
from memcon.reading.status_forms import (
    HAPPENING,
    clauses_on,
    denies,
    finite,
    goes_ahead,
    has_lapsed,
    is_conditional,
    is_contrast,
    is_definite,
    is_instead,
    is_off,
    is_perfect,
    is_to_happen,
    is_told_before,
    never_happened,
    no_date,
    no_longer,
    phrase_says,
    sets_out,
    was_held,
    was_to_have,
)
from memcon.record import EngagementStatus

DEEPEST = 6  # governors looked at above a predicate
OPPOSITES: Mapping[str, EngagementStatus] = {
    "planned": "denied",  # "has no plans to meet"
    "expected": "denied",  # "is not expected to meet"
    "proposed": "declined",  # "does not want to meet"
    "invited": "denied",
    "ongoing": "cancelled",  # "will not resume talks"
}
# Prepositions through which a cue reaches a noun: "the prospect *of*", "called *for*", "agreed *on*", "preparations *for*".
LINKS = frozenset({"of", "for", "on", "to", "from", "about", "into"})
# Beside a verb in the present: "travels *next* to Kyiv", "flies *on* to Doha", "leaves *tonight*" tell what is to come.
ONWARD = frozenset({"next", "on", "onward", "onwards", "then", "afterwards", "later", "tonight", "tomorrow"})
SETTLED: frozenset[EngagementStatus] = frozenset({"postponed", "cancelled", "declined", "denied"})
FUTURE: frozenset[EngagementStatus] = frozenset({"planned", "expected", "proposed", "invited"})


@dataclass(frozen=True, slots=True)
class Status:
    """What became of it. `cue` is the token that decided, None where only the tense did.

    `negated`: the text says that it did not happen. `conditional`: only an "if" or a question. `present`: a simple present,
    which a headline uses for what was held. `behind`: past perfect, before the news. `weak`: only the words around it
    suggest it ("ahead of the visit"). `told`: a verb's tense says it; a noun alone ("his visit") is taken for held.
    `implied`: that nothing came of it is only to be understood ("had been due to visit"). `earlier` are statuses that it had
    before, with their cues."""

    value: EngagementStatus = "held"
    cue: Any | None = None
    negated: bool = False
    conditional: bool = False
    present: bool = False
    behind: bool = False
    weak: bool = False
    told: bool = False
    implied: bool = False
    earlier: tuple[tuple[EngagementStatus, Any], ...] = ()


def stands_now(status: Status) -> bool:
    """Whether a plan is told as of now ("will", "is to"), so that what "had been put off" before does not end it."""
    cue = status.cue
    return status.value in FUTURE and cue is not None and (cue.lower_ in {"will", "shall"} or cue.tag_ in {"VBZ", "VBP"})


def status_of(lexicon: Lexicon, token: Any) -> Status:
    """The status of the verb or noun `token` in its sentence."""
    words = cue_words(lexicon)
    found = _verb_status(words, token, 0) if token.pos_ in VERBAL else _noun_status(words, token, 0)
    return _overturned(words, token, found)


def _overturned(words: CueWords, token: Any, found: Status) -> Status:
    """ "was scheduled to visit Cairo *but cancelled*", "… but the trip *was put off*": what became of the plan in the end."""
    if found.value not in FUTURE or found.weak or found.cue is None:
        return found
    verbs = [item for item in (found.cue, *syntax.governors(found.cue)) if item.pos_ in VERBAL]
    for later in (child for verb in verbs for child in verb.children if child.dep_ == "conj" and child.i > token.i):
        says = _says(words, later, "subject", "object") if later.pos_ in VERBAL else None
        if says in SETTLED and not syntax.is_negated(later) and _is_about_the_plan(words, later, token):
            return replace(found, value=says, cue=later, earlier=(*found.earlier, (found.value, found.cue)))
        if never_happened(later) and _is_about_the_plan(words, later, token):
            return replace(found, value="cancelled", cue=later, earlier=(*found.earlier, (found.value, found.cue)))
    return found


def _is_about_the_plan(words: CueWords, verb: Any, token: Any) -> bool:
    """Whether a later verb tells of what was planned: without an object of its own, or with "the trip", "it", "the talks"."""
    own = [child for child in verb.children if child.dep_ in {"dobj", "nsubj", "nsubjpass"} and child.i > token.i]
    return all(child.lower_ in words.plans or child.tag_ in {"WDT", "PRP"} for child in own)


# Words over a predicate


def ends_of(lexicon: Lexicon, token: Any, *places: str) -> EngagementStatus | None:
    """How the word ends what stands in one of these places of it ("*postponed* the visit"), None where it does not."""
    return _says(cue_words(lexicon), token, *places, among=SETTLED)


def _says(
    words: CueWords, token: Any, *places: str, among: frozenset[EngagementStatus] | None = None
) -> EngagementStatus | None:
    """The status that the token gives to what stands in one of these places of it, None where it says nothing; of the
    senses that a word has ("reschedule") the first, or the first `among` these."""
    form = "verb" if token.pos_ in VERBAL else "noun" if token.pos_ in NOMINAL else "adjective"
    for word in syntax.forms(token):
        for row in words.cues.get((form, word), ()):
            if row.governs.isdisjoint(places) or row.is_other(token) or (among and row.status not in among):
                continue
            if not row.rest or _has_words(token, row.rest, "noun" not in places):
                return row.status
    return None


def _has_words(token: Any, rest: tuple[str, ...], of_object: bool) -> bool:
    """Whether the cue's other words stand by its first; "held talks *over lunch*" does not hold them over."""
    near = [item for item in own_words(token) if not (of_object and item.dep_ == "prep" and _has_other(item, rest))]
    return {form for item in near for form in syntax.forms(item)}.issuperset(rest)


def _has_other(preposition: Any, rest: tuple[str, ...]) -> bool:
    return any(child.lower_ not in rest for child in preposition.children)


def _says_before(words: CueWords, token: Any) -> EngagementStatus | None:
    """What the word right before "to" says, as whatever part of speech: the model takes "X and Y plan to" for a noun."""
    for form in syntax.forms(token):
        for kind in ("verb", "noun", "adjective"):
            for row in words.cues.get((kind, form), ()):
                if not row.rest and "infinitive" in row.governs:
                    return row.status
    return None


def _governed(words: CueWords, governor: Any, says: EngagementStatus, depth: int) -> Status:
    """The status under a cue, turned round where the cue is negated or called off itself."""
    over = _plain(words, governor, depth)
    if says == "declined" and governor.lemma_ == "rule" and (over.negated or syntax.is_negated(governor)):
        return Status(value="expected", cue=governor, conditional=over.conditional)  # "did not *rule out* a meeting"
    value = OPPOSITES.get(says, says) if over.negated or governor.lower_ == "unlikely" else says
    if says in {"cancelled", "postponed"} and (over.negated or over.value in {"declined", "denied"}):
        return Status(value="planned", cue=governor, conditional=over.conditional)  # "will not cancel the visit"
    if governor.pos_ in NOMINAL and over.value in {"declined", "cancelled", "postponed", "denied"}:
        value = over.value  # "turned down an invitation to visit"
    elif governor.pos_ in NOMINAL and over.value == "planned" and says in FUTURE:
        value = "planned"  # "accepted an invitation to visit"
    elif governor.pos_ in VERBAL and says in {"planned", "expected"} and over.value in {"proposed", "expected", "declined"}:
        value = over.value  # "*wants* to arrange a meeting"
    elif says == "ongoing":
        return replace(over, cue=over.cue or governor)
    if value in {"planned", "expected"} and has_lapsed(governor):
        return Status(value="cancelled", cue=governor, behind=True, implied=True, earlier=((value, governor),))
    return Status(value=value, cue=governor, conditional=over.conditional, behind=over.behind)


def _plain(words: CueWords, token: Any, depth: int) -> Status:
    if depth > DEEPEST:
        return Status()
    if token.pos_ in NOMINAL:
        return _noun_status(words, token, depth + 1)
    if token.pos_ in VERBAL:
        return _verb_status(words, token, depth + 1)
    return Status(negated=syntax.is_negated(token) or syntax.is_negated(token.head))


# Verbs


def _verb_status(words: CueWords, verb: Any, depth: int) -> Status:
    own = _own_status(words, verb)
    if depth > DEEPEST or verb.head.i == verb.i or (own.value == "cancelled" and own.cue is not None):
        return own
    governor = verb.head
    if _is_headline_plan(verb, governor) and _says(words, governor, "infinitive") is None:
        return Status(value="planned", cue=next(iter(verb.lefts)))
    if verb.dep_ in {"xcomp", "acl", "ccomp", "dobj", "advcl"}:
        return _under(words, verb, governor, own, depth)
    if verb.dep_ == "pcomp":
        return _after_preposition(words, governor, own, depth)
    if verb.dep_ == "conj" and governor.pos_ in VERBAL and not _has_own_tense(verb):
        return replace(_verb_status(words, governor, depth + 1), present=own.present, negated=own.negated)
    return own


def _is_headline_plan(verb: Any, noun: Any) -> bool:
    """ "*Pakistan foreign secretary to visit Oslo*": a whole headline is a noun and an infinitive. "The first leader to visit"
    has a count or an article."""
    to = next(iter(verb.lefts), None)
    hung = verb.dep_ in {"relcl", "acl", "advcl"} and noun.dep_ == "ROOT" and noun.pos_ in NOMINAL
    if not hung or to is None or to.tag_ != "TO":
        return False
    finite = any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in verb.doc)
    return not finite and not any(child.pos_ in {"DET", "NUM"} or child.lower_ in _COUNTS for child in noun.lefts)


_COUNTS = frozenset({"first", "second", "third", "last", "next", "only", "latest"})


def _has_own_tense(verb: Any) -> bool:
    subject = any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for child in verb.children)
    if verb.tag_ == "VBP" and verb.head.tag_ in {"VB", "VBP"} and not subject:
        return False  # "will tout …, discuss …, *attend* a conference": the model takes the bare form for a present
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _under(words: CueWords, verb: Any, governor: Any, own: Status, depth: int) -> Status:
    marks = [child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"]
    infinitive = verb.dep_ != "ccomp" and bool(marks)
    if marks and governor.i == marks[0].i - 1 and governor.tag_ == "VB" and governor.text[:1].isupper():
        return Status(value="planned", cue=marks[0])  # "Modi to visit Bhutan", where the model takes Modi for a verb
    says = _says(words, governor, *_places_of(verb, infinitive))
    if says is None and infinitive and marks[0].i > governor.i + 1:
        says = _says_before(words, marks[0].nbor(-1))
    if says in FUTURE and verb.tag_ == "VBD":
        says = None  # "expects that they met"
    if governor.lemma_ in words.reports and governor.dep_ == "dobj" and governor.head.lemma_ in {"deny", "dismiss", "reject"}:
        return Status(value="denied", cue=governor.head)  # "dismissed *rumours* that he would visit"
    if own.negated and infinitive and governor.lemma_ in {"decide", "choose", "opt", "vow"}:
        return Status(value="declined", cue=governor)  # "decided *not to* attend"
    if says is not None:
        under = _governed(words, governor, says, depth)
        if own.negated and under.value in OPPOSITES:
            return replace(under, value=OPPOSITES[under.value])
        return under
    if verb.dep_ == "ccomp" and marks and (offered := _of_what_is_offered(words, verb, governor)) is not None:
        return Status(value=offered, cue=governor)
    allowed = bool(marks) and governor.lemma_ in words.allowing
    if verb.dep_ == "xcomp" or infinitive or allowed:
        return _under_any_verb(words, verb, infinitive, own, depth)
    if own.cue is not None and own.cue.lower_ in {"would", "'d"} and verb.dep_ == "ccomp" and governor.tag_ in {"VBD", "VBN"}:
        return replace(own, value="declined" if own.value == "denied" else "planned")  # "said he would visit"
    return own


def _of_what_is_offered(words: CueWords, verb: Any, governor: Any) -> EngagementStatus | None:
    """ "accepted *invitations* from X to come", where the model takes the invitations for who comes."""
    nouns = [child for child in verb.children if child.dep_ == "nsubj" and child.pos_ == "NOUN" and child.i > governor.i]
    if not any(_says(words, noun, "infinitive") in FUTURE for noun in nouns):
        return None
    return _says(words, governor, "object")


def _places_of(verb: Any, infinitive: bool) -> tuple[str, ...]:
    if infinitive:
        return ("infinitive",)
    return {"ccomp": ("clause",), "xcomp": ("infinitive", "gerund"), "dobj": ("gerund",)}.get(verb.dep_, ())


def _under_any_verb(words: CueWords, verb: Any, infinitive: bool, own: Status, depth: int) -> Status:
    """ "began meeting", "is to meet", "is going to meet", "flew there to meet": as the verb over it."""
    governor = verb.head
    described = governor.pos_ in NOMINAL and governor.dep_ == "attr"  # "will become the first *to visit*"
    over = _plain(words, governor.head if described else governor, depth)
    judged = any(child.dep_ in {"acomp", "attr"} for child in governor.children)
    if governor.lemma_ == "be" and infinitive and judged:
        return replace(over, conditional=governor.tag_ != "VBD")  # "it is important for the two to meet"
    if infinitive and governor.dep_ == "pcomp" and is_instead(governor.head):
        return replace(over, negated=True)  # "will fly home instead of stopping in Rome *to meet* X"
    if infinitive and syntax.is_somewhere(governor, verb.i):  # "is in Moscow to meet X"
        return replace(over, value="ongoing", cue=governor) if governor.tag_ in {"VBZ", "VBP"} else over
    if governor.lemma_ == "be" and infinitive and over.value in {"held", "ongoing"}:
        over = replace(over, value="planned", cue=governor, present=False)
    if governor.lower_ == "going" and over.value == "ongoing":
        over = replace(over, value="planned", cue=governor)
    yet = governor.lemma_ in {"have", "be"} and any(child.lower_ == "yet" for child in governor.children)
    if governor.lemma_ in words.failures or yet:  # "failed to meet", "has *yet* to meet"
        over = replace(over, negated=not over.negated)
    if infinitive:
        over = on_the_way(words.departing, governor, verb.i, over)
    return replace(over, negated=over.negated or own.negated)


def on_the_way(departing: frozenset[str], verb: Any, before: int, told: Status) -> Status:
    """ "*headed* to Vienna for talks", "*set off* to meet X": who only sets out has not been there."""
    if told.value not in {"held", "ongoing"} or told.negated or not sets_out(departing, verb, before):
        return told
    return replace(told, value="planned", cue=verb, told=False, present=False)


def _after_preposition(words: CueWords, preposition: Any, own: Status, depth: int) -> Status:
    """ "after meeting X", "without meeting X", "the possibility of meeting X", "looks forward to meeting X"."""
    if preposition.lower_ == "without" or is_instead(preposition):
        return replace(own, negated=True)
    governor = preposition.head
    says = _says(words, governor, "gerund", "noun", "infinitive") if preposition.lower_ in LINKS else None
    if says:
        return _governed(words, governor, says, depth)
    over = _plain(words, governor, depth) if governor.pos_ in VERBAL else Status()
    if preposition.lower_ in words.before or preposition.lower_ == "before":
        return replace(over, weak=True, negated=False)
    return replace(over, negated=own.negated) if over.value in FUTURE else own


def _own_status(words: CueWords, verb: Any) -> Status:
    helpers = syntax.auxiliaries(verb)
    modal = next((child for child in helpers if child.lower_ in syntax.MODALS or child.tag_ == "MD"), None)
    negated = syntax.is_negated(verb) and not is_contrast(verb)
    conditional = is_conditional(words, verb)
    if modal is not None and no_longer(verb):
        return Status(value="cancelled", cue=modal, conditional=conditional)  # "will *no longer* visit"
    if modal is not None:
        value = words.modals.get(modal.lower_, "planned" if modal.lower_ in {"wo", "'ll"} else "expected")
        if any(child.lower_ == "have" for child in helpers):
            return Status(value=value, cue=modal, negated=True)  # "would have met"
        if negated:
            return Status(value="declined" if value == "planned" else "denied", cue=modal, conditional=conditional)
        return Status(value=value, cue=modal, conditional=conditional)
    headline = verb.dep_ == "ROOT" or (verb.head.pos_ == "PROPN" and verb.head.dep_ == "ROOT")  # "Putin, Erdogan *to meet*"
    if verb.tag_ == "VB" and any(child.lower_ == "to" for child in helpers) and headline:
        return Status(value="planned", negated=negated)
    if verb.tag_ == "VBN" and any(child.lower_ == "have" for child in helpers) and was_to_have(verb):
        return Status(value="cancelled", cue=verb.head, told=True)
    forms = {child.lower_ for child in helpers}
    if verb.tag_ == "VBG" and forms & {"is", "are", "am", "'s", "'re", "’s", "’re"}:
        return Status(value="ongoing", negated=negated, present=True, conditional=conditional)
    said = verb.tag_ == "VBG" and verb.dep_ == "ccomp" and forms & {"was", "were"}
    if said and not words.departing.isdisjoint(syntax.forms(verb)):
        return Status(value="planned", negated=negated, conditional=conditional)  # "said she *was heading* to Oslo"
    present = verb.tag_ in {"VBZ", "VBP"} and not helpers
    due = next((child for child in verb.children if child.dep_ == "acomp" and verb.lemma_ == "be"), None)
    if due is not None and (says := _adjective_says(words, due)) is not None:
        return Status(value=OPPOSITES.get(says, says) if negated else says, cue=due, conditional=conditional)
    when = present and verb.dep_ == "advcl" and any(child.lower_ == "when" for child in verb.children)
    if when and syntax.modal_of(verb.head) in {"will", "shall"}:
        return Status(value="planned", cue=verb.head, negated=negated)  # "will discuss grain *when they meet*"
    if present and any(child.lower_ == "before" and child.dep_ == "mark" for child in verb.children):
        return Status(value="planned", negated=negated)  # "a day *before* he travels to Serbia"
    ahead = {"advmod", "prt", "npadvmod"}
    onward = next((child for child in verb.children if child.lower_ in ONWARD and child.dep_ in ahead), None)
    if present and onward is not None:
        return Status(value="planned", cue=onward, negated=negated, conditional=conditional)
    return Status(told=True, negated=negated, conditional=conditional, present=present, behind="had" in forms)


# Nouns


def _noun_status(words: CueWords, noun: Any, depth: int) -> Status:
    if any(child.lower_ in {"no", "any"} and child.dep_ == "det" for child in noun.children) and denies(noun):
        over = _over_noun(words, noun, depth)
        return (
            replace(over, value=OPPOSITES[over.value], negated=False)
            if over.value in OPPOSITES
            else replace(over, negated=True)
        )
    over = _over_noun(words, noun, depth)
    for clause in clauses_on(noun):
        told = _told_by_clause(words, clause, depth)
        if told is not None and over.value in SETTLED and told.cue is not None:
            return replace(over, earlier=(*told.earlier, (told.value, told.cue)))
        if told is not None and not (over.told and over.value == "held" and told.value in FUTURE and is_perfect(clause)):
            return told  # but "*flew* there for a visit that had been planned for long"
    if (over.cue is None or over.weak) and not was_held(noun):
        for child in noun.lefts:
            says = _adjective_says(words, child)
            if says is not None:
                return Status(value=says, cue=child, conditional=over.conditional)
    return over


def _adjective_says(words: CueWords, token: Any) -> EngagementStatus | None:
    rows = (
        words.cues.get(("adjective", token.lower_), ())
        if token.dep_ in {"amod", "compound", "nmod", "acomp", "attr", "xcomp", "oprd"}
        else ()
    )
    return next((row.status for row in rows if not row.rest and not row.is_other(token)), None)


def _told_by_clause(words: CueWords, clause: Any, depth: int) -> Status | None:
    """ "a trip, *which had been planned for February but was postponed*": the last verb decides, the others are history."""
    told: list[tuple[EngagementStatus, Any]] = []
    for verb in [clause, *(child for child in clause.children if child.dep_ == "conj" and child.pos_ in VERBAL)]:
        says = _says(words, verb, "subject", "object")
        passive = verb.tag_ == "VBN" or syntax.is_passive(verb)
        if verb.lemma_ == "be" and any(is_to_happen(child) for child in verb.children):
            told.append(("planned", verb))  # "which *was to take place* in June"
        elif says and says != "ongoing" and passive:
            told.append((OPPOSITES.get(says, says) if syntax.is_negated(verb) else says, verb))
    if not told:
        return None
    return Status(value=told[-1][0], cue=told[-1][1], earlier=tuple(told[:-1]))


def _ended_above(words: CueWords, participle: Any) -> Status | None:
    """ "A visit *planned for the same day* was postponed", where the model takes the participle for the subject."""
    verb = participle.head
    if participle.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in VERBAL or not syntax.is_passive(verb):
        return None
    says = _says(words, verb, "object")
    if says not in {"postponed", "cancelled"} or syntax.is_negated(verb):
        return None
    return Status(value=says, cue=verb, earlier=(("planned", participle),))


def _over_noun(words: CueWords, noun: Any, depth: int) -> Status:
    top = (chain_above(noun) or [noun])[-1]
    while top.dep_ == "conj" and top.head.pos_ in NOMINAL:
        top = top.head
    if depth > DEEPEST or top.head.i == top.i:
        return Status()
    if top.dep_ == "pobj":
        return _noun_under_preposition(words, top, depth)
    carrier = carrier_of(noun)
    if carrier is None:
        return Status()
    ended = _ended_above(words, carrier) if top.dep_ in {"nsubj", "nsubjpass"} else None
    if ended is not None:
        return ended
    says = _says(words, carrier, "subject" if top.dep_ == "nsubj" else "object")
    if top.dep_ == "nsubj" and says in FUTURE:
        says = None  # "the talks *aim* to end the war"
    if says is None and top.dep_ in {"nsubj", "nsubjpass"}:
        return _told_of_subject(words, carrier, depth)
    if says is None:
        return _verb_status(words, carrier, depth + 1)
    return _with_history(words, carrier, _governed(words, carrier, says, depth), depth)


def _with_history(words: CueWords, verb: Any, status: Status, depth: int) -> Status:
    """ "was planned for May but has been called off": what the same subject's next verb says is the status now."""
    for later in (child for child in verb.children if child.dep_ == "conj" and child.pos_ in VERBAL):
        says = _says(words, later, "subject", "object")
        if says and says != "ongoing" and syntax.is_passive(later):
            return Status(value=says, cue=later, earlier=((status.value, verb),))
    return status


def _told_of_subject(words: CueWords, carrier: Any, depth: int) -> Status:
    """ "The talks *are set for* Tuesday", "the visit *is likely*", "the talks *lasted*"."""
    off = is_off(carrier)
    if off is not None:
        return Status(value="planned" if syntax.is_negated(carrier) else "cancelled", cue=off, told=True)
    for child in carrier.children:
        says = _adjective_says(words, child) if child.dep_ in {"acomp", "attr", "xcomp", "oprd"} else None
        if says is not None:
            return Status(value=OPPOSITES.get(says, says) if syntax.is_negated(carrier) else says, cue=child)
        if child.dep_ == "xcomp" and carrier.lemma_ == "be" and next(iter(child.lefts), child).lower_ == "to":
            return Status(value="planned", cue=child)  # "a meeting *is to be held*"
        if carrier.lemma_ == "be" and child.dep_ == "prep" and (says := phrase_says(words, child)) is not None:
            return Status(value=OPPOSITES.get(says, says) if syntax.is_negated(carrier) else says, cue=child)
        if child.lower_ == "under" and any(item.lower_ == "way" for item in child.children):
            return Status(value="ongoing", cue=child, present=True)
        if child.lower_ == "on" and carrier.lemma_ == "be" and any(item.lower_ in {"hold", "ice"} for item in child.children):
            return Status(value="ongoing" if syntax.is_negated(carrier) else "postponed", cue=child)
    status = _verb_status(words, carrier, depth + 1)
    by_itself = carrier.lemma_ in {"go", "take", "happen", "occur", "proceed"} or syntax.is_passive(carrier)
    if status.value == "declined" and by_itself:
        return replace(status, value="cancelled", told=True)  # "the visit *will not take place*"
    if status.negated and (carrier.lemma_ in {"go", "proceed"} or (never_happened(carrier) and is_told_before(carrier))):
        return replace(status, value="cancelled", cue=carrier, negated=False)  # "the visit never took place"
    happens = any(form in HAPPENING for form in syntax.forms(carrier)) or syntax.is_passive(carrier)
    return status if happens else replace(status, weak=True, negated=False)


def _noun_under_preposition(words: CueWords, noun: Any, depth: int) -> Status:
    preposition = noun.head
    governor = holder_of(preposition)
    if preposition.lower_ in words.before or preposition.head.lower_ == "ahead":
        return Status(value="planned", cue=preposition, weak=True)
    if preposition.lower_ == "without":
        return Status(negated=True)
    if preposition.lower_ in {"for", "of"} and no_date(governor):
        return Status(value="planned", cue=governor, negated=not is_definite(noun))  # a plan stands, its day does not
    if preposition.lower_ == "with" and goes_ahead(governor):
        going = _plain(words, governor, depth)
        gone = going.negated or going.value in {"declined", "denied"}
        return Status(value="cancelled", cue=governor) if gone else going  # "*will not go ahead with* a planned summit"
    says = _says(words, governor, "noun", "object", "infinitive") if preposition.lower_ in LINKS else None
    if says is None and governor.pos_ in NOMINAL and governor.dep_ == "dobj" and preposition.lower_ == "for":
        governor = governor.head  # "set the stage for a summit"
        says = _says(words, governor, "noun")
    if says is not None and says != "ongoing":
        return _governed(words, governor, says, depth)
    there = governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP"} and preposition.lower_ in {"on", "for"}
    due = any(_adjective_says(words, child) for child in governor.children)  # "is *due* in Rome on Monday for talks"
    if there and not due and not syntax.is_negated(governor):
        return Status(value="ongoing", cue=governor, present=True)  # "who *is* on a visit", "*is* in Rome for talks"
    if preposition.lower_ == "for" and governor.pos_ in VERBAL:
        return on_the_way(words.departing, governor, noun.i, _plain(words, governor, depth))
    if preposition.lower_ == "for" and governor.lemma_.lower() in words.journeys:
        journey = _plain(words, governor, depth)  # "his visit *for a summit* was cancelled": with it the summit
        return journey if journey.value in SETTLED | FUTURE else Status()
    sets_out_on = governor.pos_ in VERBAL and not words.setting_out.isdisjoint(syntax.forms(governor))
    if preposition.lower_ in {"on", "to"} and sets_out_on:
        return _plain(words, governor, depth)
    if governor.pos_ in NOMINAL and governor.dep_ == "dobj" and preposition.lower_ in {"of", "about"}:
        denied = _says(words, governor.head, "object") if governor.lemma_ in words.reports else None
        if denied in {"denied", "declined"}:
            return Status(value="denied", cue=governor.head)  # "denied *reports of* a meeting"
    over = next((item for item in syntax.governors(preposition) if item.pos_ in VERBAL), None)
    if over is not None and preposition.lower_ in {"after", "at", "during", "in", "following", "on"}:
        around = _plain(words, finite(over) if preposition.lower_ in {"after", "following"} else over, depth)
        return Status(value=around.value, cue=around.cue, weak=True) if around.value in {"planned", "expected"} else Status()
    return Status()
