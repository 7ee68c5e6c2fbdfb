"""What became of a plan, where a later clause or the next sentence tells it in words that no engagement is read from:
"was to visit Cairo; *it was put off*", "… *The cancellation* was confirmed in Cairo", "… *He cancelled* because of a strike".

What names the engagement again ("the visit was put off") is a draft of its own and merges; this is for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from memcon.reading import syntax
from memcon.reading.analysis import Analysis
from memcon.reading.engagements.drafts import Draft
from memcon.reading.engagements.reasons import reason_of
from memcon.reading.engagements.words import Words
from memcon.reading.parsing import Parse
from memcon.reading.predicates import NOMINAL, VERBAL, mention_of
from memcon.reading.status import FUTURE, ends_of, stands_now, status_of
from memcon.reading.status_forms import is_off, is_perfect, never_happened
from memcon.record import EngagementStatus, StatusChange

POINTING = frozenset({"it", "this", "that", "which"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both"})
TELLS = frozenset({"ROOT", "conj", "ccomp", "parataxis", "relcl"})
ASIDE = frozenset({"prep", "relcl", "acl", "compound", "nmod"})  # what sets a noun apart: "the visit *to Berlin*"


@dataclass(frozen=True, slots=True)
class Fate:
    """The word that tells it, where, and what it makes of the plan."""

    word: Any
    parse: Parse
    value: EngagementStatus


def with_fate(analysis: Analysis, draft: Draft, drafts: Iterable[Draft], words: Words) -> Draft:
    """The draft with the status that a later clause gives it; what was planned becomes history."""
    status = draft.status
    if status.value not in FUTURE or status.weak or draft.back or not draft.sides:
        return draft
    fate = next(_fates(analysis, draft, drafts, words), None)
    if fate is None:
        return draft
    shown = analysis.evidence(fate.parse.begins(fate.word), fate.parse.ends(fate.word), "status")
    became = replace(status, value=fate.value, cue=fate.word, told=True)
    why = reason_of(replace(draft.found, parse=fate.parse, token=fate.word), became)
    reason = None if why is None else analysis.evidence(*why, "reason")
    return replace(
        draft,
        status=became,
        history=(*draft.history, StatusChange(status=status.value, when=draft.when)),
        reason=draft.reason or (reason.exact if reason is not None else None),
        evidence=(*draft.evidence, shown, *([reason] if reason is not None else [])),
    )


def _fates(analysis: Analysis, draft: Draft, drafts: Iterable[Draft], words: Words) -> Iterator[Fate]:
    next_one = min((other.start for other in drafts if other.sides and other.start > draft.start), default=None)
    for parse, start in _stretches(analysis, draft):
        for token in parse.tokens_in(start, parse.end):
            offset = parse.begins(token)
            if next_one is not None and next_one < offset:
                return  # another engagement has been told
            if analysis.quotation_at(offset) is not None:
                continue
            value = _value(analysis, parse, token, draft, words)
            if value is not None:
                yield Fate(token, parse, value)


def _stretches(analysis: Analysis, draft: Draft) -> Iterator[tuple[Parse, int]]:
    """The rest of the draft's own sentence, and the next one of its paragraph."""
    parse = draft.found.parse
    yield parse, draft.found.end
    following = analysis.parses.get(parse.sentence.index + 1)
    if following is not None and following.sentence.block == parse.sentence.block:
        yield following, following.start


def _value(analysis: Analysis, parse: Parse, token: Any, draft: Draft, words: Words) -> EngagementStatus | None:
    lexicon = analysis.lexicon
    if token.pos_ in NOMINAL:
        value = ends_of(lexicon, token, "noun")
        return value if value is not None and _is_of_the_plan(token, words) else None
    if token.pos_ not in VERBAL or not _tells(token, words):
        return None
    missed = never_happened(token) and not words.taking_place.isdisjoint(syntax.forms(token))
    if missed or (is_off(token) is not None and not syntax.is_negated(token)):  # "the trip never took place"
        subjects = syntax.subjects(token)
        return "cancelled" if subjects and all(_names_the_plan(item, words) for item in subjects) else None
    value = ends_of(lexicon, token, "subject", "object")
    if value is None or syntax.is_negated(token) or syntax.modal_of(token) not in {None, "will", "would"}:
        return None
    if status_of(lexicon, token).conditional or (stands_now(draft.status) and is_perfect(token)):
        return None
    themes = _themes(token)
    if themes:
        return value if all(_names_the_plan(theme, words) for theme in themes) else None
    alone = token.lemma_ in words.crying_off and not any(child.dep_ in {"xcomp", "ccomp"} for child in token.children)
    return value if alone and _is_one_of_them(analysis, parse, token, draft) else None


def _tells(verb: Any, words: Words) -> bool:
    """Whether the verb tells what was done: finite, or under "had to", "decided to", "needed to"."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ in words.deciding and not syntax.is_negated(verb.head)
    return verb.dep_ in TELLS and verb.tag_ in {"VBD", "VBN", "VBZ", "VBP", "VB"}


def _themes(verb: Any) -> list[Any]:
    """What is called off: the object, or the subject of a passive."""
    if syntax.is_passive(verb) or (verb.dep_ == "xcomp" and any(child.dep_ == "auxpass" for child in verb.children)):
        return syntax.subjects(verb)
    return syntax.direct_objects(verb)


def _names_the_plan(noun: Any, words: Words) -> bool:
    """ "it", "this", "the trip", "their plans": the plan again, with nothing that sets it apart."""
    if noun.lower_ in POINTING:
        return True
    definite = any(child.lower_ in DEFINITE for child in noun.lefts)
    return noun.lower_ in words.plans and definite and not any(child.dep_ in ASIDE for child in noun.children)


def _is_of_the_plan(noun: Any, words: Words) -> bool:
    """ "*the cancellation* was confirmed", "confirmed *the postponement of the trip*"."""
    if not any(child.lower_ == "the" for child in noun.lefts) or noun.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    if any(child.dep_ in {"compound", "nmod", "amod"} for child in noun.children) or syntax.is_negated(noun.head):
        return False
    whose = syntax.under(noun, "of")
    return all(_names_the_plan(item, words) for item in whose) and noun.head.lemma_ in words.confirming


def _is_one_of_them(analysis: Analysis, parse: Parse, verb: Any, draft: Draft) -> bool:
    """Whether who cries off is one of those who were to take part."""
    mentions = [mention_of(analysis, parse, item) for item in syntax.subjects(verb)]
    people = [actor.key for mention in mentions if mention is not None for actor in mention.actors]
    return bool(people) and set(people) <= draft.people
