"""Words inside words: who passes on whom, and cues that the parser hung too deep.

In "said A and warned that B", "said A, arguing that B" and "X said A and Y said B" the small model hangs the second verb
inside A. Where tense and subject agree with the first cue, the second is its equal, and A ends before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from memcon.reading.analysis import Analysis
from memcon.reading.statements.drafts import Draft, Stretch, Voice
from memcon.reading.statements.parentheses import clipped
from memcon.reading.statements.who import can_speak
from memcon.reading.syntax import OBJECTS

_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset("he she they it him her them who we i you that which his its their our my".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CONTRAST = frozenset({"although", "though", "while", "whereas"})
_TENSES = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}
_HEARERS = frozenset({"him", "her", "them", "me", "us"})
_STATES = frozenset({"be", "have"})
_SEQUENCE = frozenset({"before", "after"})
_LINKS = frozenset({"cc", "punct"})


def relayed(analysis: Analysis, drafts: Sequence[Draft], unsaid: Sequence[Draft] = ()) -> list[Draft]:
    """One sentence's drafts: equals set apart, those inside another's words marked as relayed.

    Left out, because they are no statement of their own: attitudes inside somebody's words, infinitives ("asked him to
    say"), cues whose speaker is the outer one's, and all that stands in words which were not said."""
    result: list[Draft] = []
    ours = _apart(analysis, _before_attributors(analysis, list(drafts)))
    for draft in ours:
        outer = [other for other in ours if other is not draft and _holds(other, draft)]
        if any(_holds(other, draft) for other in unsaid):
            continue
        if not outer:
            result.append(draft)
            continue
        nearest = min(outer, key=lambda other: other.end - other.start)
        if _is_own(analysis, draft, nearest):
            passes_on = nearest.cue is None or nearest.cue.signal.sense == "speech"
            result.append(replace(draft, relayed_by=nearest.speakers) if passes_on else draft)
    return _chained(analysis, result)


def _chained(analysis: Analysis, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those joined in which somebody says no more than what another told them.

    "Miller said the envoy had told *him* that …" is one message with its relay: the envoy's words, passed on by Miller. In
    "Miller said the envoy had condemned the raid" Miller tells of what the envoy did: two statements."""
    for inner in list(drafts):
        outer = next((other for other in drafts if other is not inner and _only_passes_on(analysis, other, inner)), None)
        if outer is not None:
            chain = replace(inner, parts=outer.parts, relayed_by=outer.relayed_by or outer.speakers)
            drafts = [chain if draft is inner else draft for draft in drafts if draft is not outer]
    return drafts


def _only_passes_on(analysis: Analysis, outer: Draft, inner: Draft) -> bool:
    """Whether the inner cue told the outer speaker something, and all the outer words are its speaker, itself and its words."""
    if outer.cue is None or inner.cue is None or inner.group is None or inner.relayed_by != outer.speakers:
        return False
    covered = (inner.group, *inner.parts, *((voice.start, voice.end) for voice in inner.speakers))
    words = [match for part in outer.parts for match in _WORD.finditer(analysis.shadow, *part)]
    rest = [word for word in words if not any(start <= word.start() < end for start, end in covered)]
    return all(word.group().lower() == "that" for word in rest) and _heard_by(analysis, outer.speakers, inner)


def _heard_by(analysis: Analysis, speakers: Sequence[Voice], inner: Draft) -> bool:
    """Whether a pronoun for the outer speakers stands where the inner cue has its hearer: "had told *him*"."""
    if inner.cue is None or "object" not in inner.cue.signal.addressee:
        return False
    parse = inner.cue.parse
    heard = [child for child in inner.cue.token.rights if child.dep_ in OBJECTS and child.lower_ in _HEARERS]
    for pronoun in heard:
        meant = analysis.mention_at(parse.begins(pronoun))
        said = analysis.mention_at(speakers[0].head)
        if meant is None or not meant.actors or said is None or not said.actors or set(meant.actors) & set(said.actors):
            return True
    return False


def _before_attributors(analysis: Analysis, drafts: list[Draft]) -> list[Draft]:
    """Words that end where ", according to X" or ", X reported" closes the sentence: X attributes all of it."""
    set_apart = [draft for draft in drafts if draft.cue is None or draft.rule.startswith("around")]
    closing = [draft.group[0] for draft in set_apart if draft.group and draft.end <= draft.group[0]]
    for place in closing:
        drafts = [
            replace(draft, parts=_parts_before(analysis, draft, place)) if draft.covers(place, place + 1) else draft
            for draft in drafts
        ]
    return drafts


def _apart(analysis: Analysis, drafts: list[Draft]) -> list[Draft]:
    """The drafts with equals cut out of each other's words."""
    for number, inner in enumerate(drafts):
        for place, outer in enumerate(drafts):
            if inner is outer or not _holds(outer, inner):
                continue
            cut = _cut(analysis, outer, inner)
            if cut is not None:
                drafts[place] = replace(outer, parts=_parts_before(analysis, outer, cut))
                if _pronominal(analysis, inner) or not _has_subject(inner):
                    inner = replace(inner, speakers=_voiced(inner, outer))
                    drafts[number] = inner
    return drafts


def _voiced(inner: Draft, outer: Draft) -> tuple[Voice, ...]:
    """The outer speakers; where the inner cue has a pronoun of its own, by its span: "urged A, although *it* says B"."""
    if not _has_subject(inner) or len(inner.speakers) != 1:
        return outer.speakers
    own = inner.speakers[0]
    meant = [(voice.head, voice.stands_for or (voice.start, voice.end)) for voice in outer.speakers]
    return tuple(Voice(own.start, own.end, head, whose) for head, whose in meant)


def _parts_before(analysis: Analysis, draft: Draft, cut: int) -> tuple[Stretch, ...]:
    kept = (clipped(analysis, part, (0, cut)) for part in draft.parts if part[0] < cut)
    return tuple(part for part in kept if part is not None)


def _has_subject(draft: Draft) -> bool:
    return draft.cue is not None and any(child.dep_ in _SUBJECTS for child in draft.cue.token.children)


def _cut(analysis: Analysis, outer: Draft, inner: Draft) -> int | None:
    """Where the outer words end if the inner cue is the outer one's equal, else None."""
    if outer.cue is None or inner.cue is None or outer.cue.start > inner.cue.start:
        return None
    token, parse = inner.cue.token, inner.cue.parse
    if token.dep_ == "conj" and _equal(analysis, outer, inner):
        edge = int(token.left_edge.i)
    elif token.dep_ == "advcl" and _is_contrast(analysis, inner):
        edge = int(token.left_edge.i)
        conceded = _pronominal(analysis, inner) and token.tag_ != "VBG"  # "announced A *though he said* B"
        if not conceded and parse.doc[edge - 1 - (parse.doc[edge - 1].text == "”")].text != ",":
            return None
    elif token.dep_ == "pcomp" and token.head.lower_ in _SEQUENCE and not _speaks(analysis, inner):
        edge = int(token.head.left_edge.i)
    else:
        return None
    while edge > 0 and parse.doc[edge - 1].dep_ in _LINKS:
        edge -= 1
    cut = parse.begins(parse.doc[edge])
    return cut if cut > outer.start else None


def _equal(analysis: Analysis, before: Draft, inner: Draft) -> bool:
    """Whether a coordinated cue has the first one's tense, and a subject of its own or none but the first one's to share."""
    if before.cue is None or inner.cue is None or inner.cue.signal.sense == "attitude":
        return False
    outer, token = before.cue.token, inner.cue.token
    if _tense(token) != _tense(outer):
        return False
    if _tense(token) != "other" and set(before.speakers) & set(inner.speakers):
        return True  # "thanked those who had *mediated and vowed*"
    if _has_subject(inner) or _pronominal(analysis, inner) or _tense(token.head) != _tense(token):
        return True
    if _tense(token) == "past" and token.head.i > outer.i and (token.head.lemma_ in _STATES or _set_off(token)):
        return True  # "said it *was* ready and warned": a report shifts what is into the past, but what happened behind it
    return not _speaks(analysis, inner)


def _set_off(token: Any) -> bool:
    """ "respected the path of China, *and reiterated*": a comma before the second of two verbs."""
    doc, edge = token.doc, int(token.left_edge.i)
    pair = token.head.dep_ != "conj" and sum(child.dep_ == "conj" for child in token.head.children) == 1
    return pair and edge > 1 and doc[edge - 1].dep_ == "cc" and doc[edge - 2].text == ","


def _speaks(analysis: Analysis, draft: Draft) -> bool:
    return not _pronominal(analysis, draft) and any(can_speak(analysis, voice) for voice in draft.speakers)


def _tense(token: Any) -> str:
    return _TENSES.get(token.tag_, "other")


def _is_contrast(analysis: Analysis, inner: Draft) -> bool:
    token = inner.cue.token if inner.cue else None
    if token is None:
        return False
    if token.tag_ == "VBG":
        return _pronominal(analysis, inner) or any(child.lower_ == "while" for child in token.children)
    return any(child.dep_ == "mark" and child.lower_ in _CONTRAST for child in token.children)


def _holds(outer: Draft, inner: Draft) -> bool:
    return inner.at is not None and outer.covers(*inner.at)


def _is_own(analysis: Analysis, draft: Draft, outer: Draft) -> bool:
    if draft.cue is not None and (draft.cue.signal.sense == "attitude" or draft.cue.token.tag_ == "VB"):
        return False
    return not set(draft.speakers) & set(outer.speakers) and not _pronominal(analysis, draft)


def _pronominal(analysis: Analysis, draft: Draft) -> bool:
    return all(analysis.shadow[voice.start : voice.end].lower() in _PRONOUNS for voice in draft.speakers)
