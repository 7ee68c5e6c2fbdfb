"""Whether the words were said at all: futures, conditions, questions, refusals and negations over the cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading.statements.drafts import CueWord
from memcon.reading.status import FUTURE, status_of
from memcon.reading.syntax import is_negated

_CONDITIONS = frozenset({"if", "unless", "until", "whether"})
_NOBODY = frozenset({"no", "none", "nobody", "neither", "noone"})
_NEGATING = frozenset({"neg", "det", "aux", "auxpass", "preconj", "advmod", "cc"})


def why_unsaid(lexicon: Lexicon, cue: CueWord) -> str | None:
    """Why nobody has said the words, or None where they were said; a future does not touch what is only held."""
    if cue.token.pos_ == "NOUN":
        return _why_nothing(lexicon, cue)
    if _conditional(cue):
        return "said only on a condition"
    if _nor(cue.token) or _nobody(cue) or _left_unspoken(cue):
        return "not said"
    words = lexicon.table("attribution")
    if _withheld(words.get("withheld", []), cue.token) or (cue.lemma == "refuse" and _over(cue, words.get("silence", []))):
        return "declined to say"
    if cue.lemma == "ask" and _over(cue, words.get("unnamed", [])):
        return "asked not to be named"
    return _yet_to_come(lexicon, cue) if _open(cue) else None


def _why_nothing(lexicon: Lexicon, cue: CueWord) -> str | None:
    """Of a noun that its verb does something to: "lifted its *warning*", "does Seoul have any *comment*?"."""
    verb = cue.token.head
    if cue.token.dep_ != "dobj" or verb.pos_ != "VERB":
        return None
    if verb.lemma_ in lexicon.table("attribution").get("undone", []):
        return "taken back"
    return "a question" if _inverted(verb.children) else None


def _yet_to_come(lexicon: Lexicon, cue: CueWord) -> str | None:
    """What an infinitive or a modal leaves open, by what governs it."""
    if cue.token.dep_ == "acl" or (cue.token.dep_ == "relcl" and any(child.tag_ == "TO" for child in cue.token.children)):
        return "not said yet"  # "a rally to protest", "an order to inform", "anything to add"
    if cue.signal.sense == "attitude":
        return "not held yet" if any(child.tag_ == "TO" for child in cue.token.children) else None
    value = status_of(lexicon, cue.token).value
    if value == "declined":
        return "declined to say"
    return "not said yet" if value in FUTURE else None


def _nor(token: Any) -> bool:
    """ "would *neither* confirm *nor* deny"."""
    beside_it = (*token.children, *token.head.children)
    return any(child.lower_ in {"neither", "nor"} for child in beside_it if child.dep_ in {"cc", "preconj"})


def _left_unspoken(cue: CueWord) -> bool:
    return cue.signal.sense == "speech" and not cue.signal.negated and negated(cue)


def _over(cue: CueWord, lemmas: Sequence[str]) -> bool:
    return any(child.lemma_ in lemmas for child in cue.token.children)


def _nobody(cue: CueWord) -> bool:
    """ "*No* official said", "*neither* man mentioned", "*nobody* asked"; not "“No summons,” he said"."""
    subject = next((child for child in cue.token.children if child.dep_ == "nsubj"), None)
    if subject is None or not beside(cue, subject):
        return False
    return subject.lower_ in _NOBODY or any(
        child.lower_ in _NOBODY for child in subject.children if child.dep_ in {"det", "preconj"}
    )


def _withheld(words: Sequence[str], token: Any) -> bool:
    """Whether the verb hangs as infinitive or gerund, directly or by a preposition, on one that leaves it undone."""
    if token.dep_ not in {"xcomp", "pcomp"}:
        return False
    above = [token.head, token.head.head, token.head.head.head] if token.dep_ == "pcomp" else [token.head]
    return any(governor.lemma_ in words for governor in above)


def negated(cue: CueWord) -> bool:
    """Whether a negation stands on the cue itself; one in a quotation beside it is none: "“Probably not,” she said"."""
    return is_negated(cue.token) and any(child.dep_ in _NEGATING and beside(cue, child) for child in cue.token.children)


def beside(cue: CueWord, other: Any) -> bool:
    """Whether no quotation mark stands between the cue and another token of its sentence."""
    first, last = sorted((int(cue.token.i), int(other.i)))
    return not any(token.text in {"“", "”"} for token in cue.parse.doc[first:last])


def _open(cue: CueWord) -> bool:
    """An infinitive, or a verb under a modal: what governs it decides whether it happened."""
    helping = [child for child in cue.token.children if child.dep_ == "aux" and beside(cue, child)]
    return any(child.tag_ in {"TO", "MD"} for child in helping)


def _conditional(cue: CueWord) -> bool:
    beside_it = [child for child in cue.token.children if beside(cue, child)]
    if any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in beside_it):
        return True
    return _inverted(beside_it)


def _inverted(children: Sequence[Any]) -> bool:
    """ "*Had* he said", "*does* Seoul say": an auxiliary before the subject."""
    auxiliary = next((child for child in children if child.dep_ == "aux"), None)
    subject = next((child for child in children if child.dep_ == "nsubj"), None)
    return auxiliary is not None and subject is not None and auxiliary.i < subject.i < subject.head.i
