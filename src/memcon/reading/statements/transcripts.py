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
_ASIDE = re.compile(r"\s*\([^()]*\)$")  # "(01:27)", "(through an interpreter)"
_COLON = re.compile(r"(?: \([^()\n]{1,40}\))?:")
_ANSWERS = frozenset({"a", "a.", "answer"})
_FIRST_PERSON = frozenset({"i", "we"})


@dataclass(frozen=True, slots=True)
class _Words:
    """The paragraphs [start, end) of one turn."""

    start: int
    end: int
    draft: Draft


@dataclass(slots=True)
class _Turn:
    """A label, and what is said under it."""

    label: tuple[int, int]
    parts: list[tuple[int, int]]
    is_question: bool = False


def find_turns(analysis: Analysis) -> tuple[list[Draft], list[HeldBack]]:
    """Drafts of all labelled turns, in text order, and the questions that are none."""
    turns = [turn for turn in _turns(analysis) if turn.parts]
    questions = [
        HeldBack(what="statement", reason="a question", evidence=(analysis.evidence(*turn.label, "speakers"),))
        for turn in turns
        if turn.is_question
    ]
    return [_draft(analysis, turn) for turn in turns if not turn.is_question], questions


def _turns(analysis: Analysis) -> list[_Turn]:
    named = _named_labels(analysis)
    turns: list[_Turn] = []
    going_on = False
    for block in analysis.document.blocks:
        if block.kind == "speaker":
            turns.append(_Turn((block.start, block.end), []))
        elif block.start in named:
            colon = named[block.start]
            words = colon + len(analysis.shadow[colon : block.end]) - len(analysis.shadow[colon : block.end].lstrip())
            turns.append(_Turn((block.start, colon), [(words, block.end)] if words < block.end else []))
        elif going_on and block.kind in {"paragraph", "question"}:
            turns[-1].parts.append((block.start, block.end))
            turns[-1].is_question |= block.kind == "question"
        elif block.kind != "boilerplate":  # a stage direction, or a time, may stand within a turn
            going_on = False
            continue
        going_on = bool(turns)
    return turns


def _named_labels(analysis: Analysis) -> dict[int, int]:
    """Paragraphs that start with a person and a colon, and where the colon ends; none unless the text has two turns."""
    turns = any(block.kind == "speaker" for block in analysis.document.blocks)
    found = {}
    for block in analysis.document.blocks:
        mention = analysis.mention_at(block.start) if block.kind == "paragraph" else None
        colon = _COLON.match(analysis.shadow, mention.end) if mention is not None and mention.kind == "name" else None
        if colon is not None:
            found[block.start] = colon.end()
    return found if len(found) > 1 or turns else {}


def _draft(analysis: Analysis, turn: _Turn) -> Draft:
    start, stop = turn.label
    name = _ASIDE.sub("", analysis.shadow[start:stop].rstrip(" :"))
    end = start + len(name)
    colon = analysis.shadow.rfind(":", end, stop)
    cue = (colon if colon >= 0 else end, stop) if end < stop else turn.label
    voice = Voice(start, end, start + max(name.rfind(" "), -1) + 1)
    above = _named_above(analysis) if name.lower() in _ANSWERS else None
    if above is not None:
        voice = Voice(start, end, above.head_start, (above.start, above.end))
    return Draft(TURN, (voice,), tuple(turn.parts), group=turn.label, cue_stretch=cue)


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
    """The turns and the drafts. Inside a turn, "we urge" is its speaker's own, what others said is relayed by them."""
    words = [_Words(turn.start, turn.end, turn) for turn in turns]
    result = list(turns)
    for draft in drafts:
        holding = touching(words, draft.start, draft.start + 1)
        if not holding:
            result.append(draft)
        elif (inside := _inside(analysis, draft, holding[0].draft)) is not None:
            result.append(inside)
    return result


def _inside(analysis: Analysis, draft: Draft, turn: Draft) -> Draft | None:
    """The draft as part of the turn, or None where it is nothing apart from it ("I think", "thank you")."""
    label = turn.speakers[0]
    if draft.cue is None or any(voice.start == label.start for voice in draft.speakers):
        return None
    signal = draft.cue.signal
    if all(analysis.shadow[voice.start : voice.end].lower() in _FIRST_PERSON for voice in draft.speakers):
        whose = label.stands_for or (label.start, label.end)
        own = tuple(replace(voice, head=label.head, stands_for=whose) for voice in draft.speakers)
        return replace(draft, speakers=own) if signal.stance != "neutral" else None
    return replace(draft, relayed_by=draft.relayed_by or turn.speakers) if signal.sense != "attitude" else None
