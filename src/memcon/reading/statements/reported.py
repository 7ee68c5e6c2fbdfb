"""Reported speech in one sentence: a cue with its speaker and its words, wherever the words stand.

The words follow ("X said that …"), go before ("…, X said"), lie on both sides ("…, X said, …") or are what an act is
about ("X praised …"). Quotations are only looked at as walls here; `quoted` gives them their statements.
"""

from __future__ import annotations

from typing import Any

from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.statements.content import content_tokens, hull
from memcon.reading.statements.cues import find_cues
from memcon.reading.statements.drafts import CueWord, Draft, Stretch
from memcon.reading.statements.speakers import phrase, speaker_tokens
from memcon.reading.syntax import auxiliaries, is_passive

# Children of a cue that stand with it and not in its words: "told *reporters* *in Rabat* *on Monday*".
_WITH_CUE = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "npadvmod",
        "prep",
        "dative",
        "dobj",
        "agent",
        "prt",
        "expl",
    }
)
_BREAKS = frozenset([",", ";", ":", "—", "–", "--", "”", "“", "(", ")"])


def find_reported(analysis: Analysis, parse: Parse) -> list[Draft]:
    """Drafts of this sentence's cues, in text order, nested ones too."""
    drafts = []
    for readings in find_cues(parse, analysis.lexicon):
        for cue in readings:
            draft = _draft(analysis, cue)
            if draft is not None:
                drafts.append(draft)
                break
    return drafts


def _draft(analysis: Analysis, cue: CueWord) -> Draft | None:
    if _inside_quotation(analysis, cue):
        return None
    speakers = speaker_tokens(cue)
    if not speakers:
        return None
    group = _group(cue, speakers)
    segment = _segment(analysis, cue)
    parts, rule = _parts(analysis, cue, group, segment)
    if not parts:
        return None
    return Draft(
        rule=f"{rule}.{cue.lemma.replace(' ', '_')}",
        confidence=0.9,
        speakers=tuple(phrase(cue.parse, head) for head in speakers),
        parts=tuple(parts),
        cue=cue,
        group=group,
    )


def _inside_quotation(analysis: Analysis, cue: CueWord) -> bool:
    """Words inside marks speak for themselves, but for a quotation that starts with the cue: X “stressed that …”."""
    quotation = analysis.quotation_at(cue.start)
    return quotation is not None and bool(analysis.shadow[quotation.inner_start : cue.start].strip())


def _group(cue: CueWord, speakers: list[Any]) -> Stretch:
    """The stretch of speaker and cue, with what stands between and directly after them."""
    parse, doc = cue.parse, cue.parse.doc
    first = last = int(cue.token.i)
    for head in speakers:
        if head.head == cue.token and head.i < cue.token.i:
            first = min(first, int(head.left_edge.i))
    for token in auxiliaries(cue.token):
        first = min(first, int(token.i)) if token.i < cue.token.i else first
    for child in sorted(cue.token.children, key=lambda item: int(item.i)):
        if child.i > cue.token.i and child.dep_ in _WITH_CUE and child.left_edge.i <= last + 1:
            last = max(last, int(child.right_edge.i))
    mark = next((child for child in cue.token.children if child.dep_ == "mark" and child.lower_ == "as"), None)
    if mark is not None:
        first = min(first, int(mark.i))
    return parse.begins(doc[first]), parse.ends(doc[last])


def _segment(analysis: Analysis, cue: CueWord) -> Stretch:
    """The sentence, or what lies between semicolons outside quotations around the cue."""
    start, end = cue.parse.start, cue.parse.end
    for token in cue.parse.doc:
        if token.text == ";" and analysis.quotation_at(cue.parse.begins(token)) is None:
            place = cue.parse.begins(token)
            if place < cue.start:
                start = place + 1
            elif place < end:
                end = place
    return start, end


def _parts(analysis: Analysis, cue: CueWord, group: Stretch, segment: Stretch) -> tuple[list[Stretch], str]:
    around = _around(analysis, cue, group, segment)
    if around:
        return around, "around"
    heads = content_tokens(cue, right_only=not is_passive(cue.token))
    parts = [clipped for stretch in hull(cue, heads) if (clipped := _clip(analysis, stretch, segment))]
    if parts:
        return parts, "clause"
    follows = _quotation_after(analysis, cue, segment)
    return ([follows], "quote.after") if follows else ([], "")


def _around(analysis: Analysis, cue: CueWord, group: Stretch, segment: Stretch) -> list[Stretch]:
    """Content that goes before, or lies on both sides of, a parenthetical speaker and cue."""
    if cue.signal.sense == "act":
        return []
    left = analysis.shadow[segment[0] : group[0]].rstrip()
    if not left or left[-1] not in ",”—–?!-":
        return []
    if not _has_clause(cue.parse, segment[0], group[0]):
        return []
    heads = content_tokens(cue, right_only=True)
    right = _clip(analysis, (group[1], segment[1]), segment)
    follows = analysis.shadow[group[1] : group[1] + 2].strip()[:1]
    if heads and follows not in {",", "—"}:
        return []
    before = _clip(analysis, (segment[0], group[0]), segment)
    parts = [before] if before else []
    if right and follows in {",", "—"} and _resumes(analysis, cue, right):
        parts.append(right)
    return parts


def _has_clause(parse: Parse, start: int, end: int) -> bool:
    """Whether a finite verb or a whole quotation stands in [start, end)."""
    tokens = parse.tokens_in(start, end)
    if tokens and (tokens[0].text == "“" or tokens[-1].text == "”" or any(token.text == "”" for token in tokens[-3:])):
        return True
    return any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.dep_ not in {"relcl"} for token in tokens)


def _resumes(analysis: Analysis, cue: CueWord, right: Stretch) -> bool:
    """Whether what follows the parenthesis goes on with the words before it."""
    if analysis.shadow[right[0]] == "“":
        return True
    token = cue.parse.token_at(right[0])
    if token is None or token.tag_ in {"VBG", "VBN", "WDT", "WP", "WRB"}:
        return False
    if cue.token.dep_ in {"parataxis", "ccomp"} or any(
        child.dep_ == "ccomp" and child.i > cue.token.i for child in cue.token.children
    ):
        return True
    return any(
        child.dep_ == "conj" and child.i > cue.token.i and any(item.dep_.startswith("nsubj") for item in child.children)
        for child in cue.token.children
    )


def _quotation_after(analysis: Analysis, cue: CueWord, segment: Stretch) -> Stretch | None:
    """A quotation that the cue leads to without a clause between: "said: “…”", "described it as “…”"."""
    for quotation in analysis.quotations_in(
        cue.end, analysis.shadow.find("\n", cue.end) if "\n" in analysis.shadow[cue.end :] else len(analysis.shadow)
    ):
        if quotation.start >= segment[1]:
            return None
        between = analysis.shadow[cue.end : quotation.start]
        if between.strip().endswith((":", ",")) or not between.strip():
            return quotation.start, quotation.end
        return None
    return None


def _clip(analysis: Analysis, stretch: Stretch, segment: Stretch) -> Stretch | None:
    """The stretch inside the segment, without marks and conjunctions at its ends."""
    start, end = max(stretch[0], segment[0]), min(stretch[1], segment[1])
    shadow = analysis.shadow
    while start < end and shadow[start] in " ,:;—–-.)”\n":
        start += 1
    while end > start and shadow[end - 1] in " ,:;—–-.(“\n":
        end -= 1
    return (start, end) if start < end else None
