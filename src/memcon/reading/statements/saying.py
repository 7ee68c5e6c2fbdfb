"""Whether the words were said at all: futures, conditions, questions, refusals and negations over the cue."""

from __future__ import annotations

from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading.statements.drafts import CueWord
from memcon.reading.status import FUTURE, status_of
from memcon.reading.syntax import is_negated, modal_of

_CONDITIONS = frozenset({"if", "unless", "whether"})


def why_unsaid(lexicon: Lexicon, cue: CueWord) -> str | None:
    """Why nobody has said the words, or None where they were said. Attitudes are held, not said: a future does not touch them."""
    token = cue.token
    if token.pos_ == "NOUN":
        return None
    if _conditional(token):
        return "said only on a condition"
    if negated(cue) and cue.signal.sense == "speech" and not cue.signal.negated:
        return "not said"
    if not _open(token):
        return None
    value = status_of(lexicon, token).value
    if value == "declined":
        return "declined to say"
    return "not said yet" if value in FUTURE and cue.signal.sense != "attitude" else None


def negated(cue: CueWord) -> bool:
    """Whether a negation stands before the cue, outside any quotation between ("“Probably not,” she said" has none)."""
    if not is_negated(cue.token):
        return False
    first = min([int(child.i) for child in cue.token.children if child.dep_ in {"neg", "aux", "det", "nsubj"}] or [0])
    return all(token.text not in {"”", ","} for token in cue.parse.doc[first : cue.token.i])


def _open(token: Any) -> bool:
    """An infinitive, or a verb under a modal: what governs it decides whether it happened."""
    return modal_of(token) is not None or any(child.tag_ == "TO" for child in token.children if child.dep_ == "aux")


def _conditional(token: Any) -> bool:
    if any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in token.children):
        return True
    auxiliary = next((child for child in token.children if child.dep_ == "aux"), None)
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    return auxiliary is not None and subject is not None and auxiliary.i < subject.i < token.i
