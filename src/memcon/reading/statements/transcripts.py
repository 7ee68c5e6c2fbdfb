"""Transcripts: each turn is one statement of whoever its label names; what the turn reports is relayed by them.

A bare question's turn ("Q:", "QUESTION:") states nothing; it is held back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from memcon.reading.actors import Mention
from memcon.reading.analysis import Analysis
from memcon.reading.statements.drafts import Draft, Voice, touching
from memcon.record import HeldBack

TURN = "turn"
# A transcript set in quotation marks: "“WALLACE: Let's start with …".
_QUOTED_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}):\s")
_ANSWERS = frozenset({"a", "a.", "answer"})
_FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class _Words:
    """The paragraphs [start, end) of one turn."""

    start: int
    end: int
    draft: Draft


def find_turns(analysis: Analysis) -> tuple[list[Draft], list[HeldBack]]:
    """Drafts of all labelled turns, in text order, and the questions that are none."""
    turns: list[Draft] = []
    questions: list[HeldBack] = []
    label = None
    parts: list[tuple[int, int]] = []
    is_question = False
    for block in (*analysis.document.blocks, None):
        if block is not None and label is not None and block.kind in {"paragraph", "question"}:
            parts.append((block.start, block.end))
            is_question = is_question or block.kind == "question"
            continue
        if block is not None and label is not None and block.kind == "boilerplate":
            continue  # a stage direction or a time within the turn
        if label is not None and parts:
            if is_question:
                questions.append(
                    HeldBack(what="statement", reason="a question", evidence=(analysis.evidence(*label, "speakers"),))
                )
            else:
                turns.append(_turn(analysis, label, parts))
        label = (block.start, block.end) if block is not None and block.kind == "speaker" else None
        parts, is_question = [], False
    return turns, questions


def _turn(analysis: Analysis, label: tuple[int, int], parts: Sequence[tuple[int, int]]) -> Draft:
    name = analysis.shadow[label[0] : label[1]].rstrip(" :")
    end = label[0] + len(name)
    head = label[0] + max(name.rfind(" "), -1) + 1
    return Draft(
        TURN,
        (Voice(label[0], end, head),),
        tuple(parts),
        group=label,
        cue_stretch=(end, label[1]) if end < label[1] else label,
    )


def _named_above(analysis: Analysis) -> Mention | None:
    """For a bare "A:", who the headline says is answering: "Foreign Ministry Spokesperson Ann Lee's remarks"."""
    above = next((block for block in analysis.document.blocks if block.kind == "speaker"), None)
    found = analysis.mentions_in(0, above.start) if above else ()
    return next((mention for mention in found if mention.kind in {"name", "title", "body"}), None)


def find_quoted_turns(analysis: Analysis) -> list[Draft]:
    """Quotations that start with a label in capitals."""
    found = []
    for quotation in analysis.quotations:
        match = _QUOTED_LABEL.match(analysis.shadow, quotation.inner_start, quotation.inner_end)
        if match and match.end() < quotation.inner_end:
            name = Voice(match.start(), match.end("name"), match.start())
            colon = (match.end("name"), match.end("name") + 1)
            found.append(Draft(TURN, (name,), ((match.end(), quotation.end),), group=match.span(), cue_stretch=colon))
    return found


def within_turns(analysis: Analysis, drafts: Sequence[Draft], turns: Sequence[Draft]) -> list[Draft]:
    """The turns and the drafts; those inside a turn are relayed by its speaker, or left out where they only say "we think"."""
    words = [_Words(turn.start, turn.end, turn) for turn in turns]
    result = list(turns)
    for draft in drafts:
        holding = touching(words, draft.start, draft.start + 1)
        if not holding:
            result.append(draft)
        elif _reports(analysis, draft):
            relays = draft.relayed_by or holding[0].draft.speakers
            result.append(replace(draft, relayed_by=relays))
    return result


def _reports(analysis: Analysis, draft: Draft) -> bool:
    voices = {analysis.shadow[voice.start : voice.end].lower() for voice in draft.speakers}
    return draft.cue is not None and draft.cue.signal.sense != "attitude" and not voices & _FIRST_PERSON
