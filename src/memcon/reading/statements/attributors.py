"""Attribution without a verb: "according to X", "in the words of X", and a name with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.statements.drafts import Draft, Stretch, Voice
from memcon.reading.statements.parentheses import clipped, segment_of
from memcon.reading.statements.speakers import phrase

LONGEST_LABEL = 60  # characters before a colon that may still name a speaker
_CONJUNCTIONS = re.compile(r"(?:And|But|So|Yet|Or|and|but|so|yet|or)\s+")
_BREAKS = re.compile(r",\s+(?:but|though|although|while|yet)\s")


def find_attributed(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """Drafts for each "according to X" of the sentence."""
    text = parse.doc.text.lower()
    for words in analysis.lexicon.table("attribution").get("prepositions", []):
        for match in re.finditer(rf"\b{re.escape(words)}\b", text):
            start, end = parse.start + match.start(), parse.start + match.end()
            if analysis.quotation_at(start) is None:
                yield from _draft(analysis, parse, start, end)


def _draft(analysis: Analysis, parse: Parse, start: int, end: int) -> Iterator[Draft]:
    preposition = parse.token_at(end - 1)
    heads = (
        [child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}] if preposition is not None else []
    )
    if not heads:
        return
    speaker = phrase(parse, heads[0])
    after = _phrase_end(parse, heads[0], speaker.end)
    segment = segment_of(analysis, parse, start)
    parts = [
        part for stretch in ((segment[0], start), (after, segment[1])) if (part := clipped(analysis, stretch, segment))
    ]
    if parts and parts[0][1] <= start:
        parts[0] = _without_conjunction(analysis, parts[0])
    elif parts:
        parts[0] = _before_contrast(analysis, parts[0])
    if len(parts) == 2 and not _sets_off(analysis, start, after):
        parts = parts[:1]
    if parts and parts[0][0] < parts[0][1]:
        yield Draft("according_to", 0.9, (speaker,), tuple(parts), group=(start, after), cue_stretch=(start, end))


def _phrase_end(parse: Parse, head: Any, speaker_end: int) -> int:
    """Where the speaker's phrase ends with its appositions and clauses, if a comma closes it."""
    return max(speaker_end, parse.ends(head.right_edge))


def _sets_off(analysis: Analysis, start: int, after: int) -> bool:
    """Whether commas stand on both sides of [start, after)."""
    return analysis.shadow[:start].rstrip()[-1:] == "," and analysis.shadow[after : after + 2].strip()[:1] == ","


def _without_conjunction(analysis: Analysis, part: Stretch) -> Stretch:
    match = _CONJUNCTIONS.match(analysis.shadow, *part)
    return (match.end(), part[1]) if match else part


def _before_contrast(analysis: Analysis, part: Stretch) -> Stretch:
    match = _BREAKS.search(analysis.shadow, *part)
    return (part[0], match.start()) if match else part


def find_labelled(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """A name, a colon and its words: "Petrov: “No one asked us.”", and in headlines without marks."""
    colon = analysis.shadow.find(":", parse.start, min(parse.end, parse.start + LONGEST_LABEL))
    if colon < 0 or colon + 2 >= parse.end or not analysis.shadow[colon + 1].isspace():
        return
    tokens = parse.tokens_in(parse.start, colon)
    content = clipped(analysis, (colon + 1, parse.end), (parse.start, parse.end))
    if content is None or not _is_name(tokens):
        return
    quoted = analysis.shadow[content[0]] == "“"
    if quoted or parse.sentence.kind == "headline":
        speaker = Voice(parse.start, parse.ends(tokens[-1]), parse.begins(tokens[-1]))
        yield Draft(
            "label", 0.8, (speaker,), (content,), group=(parse.start, colon + 1), cue_stretch=(colon, colon + 1)
        )


def _is_name(tokens: list[Any]) -> bool:
    return (
        0 < len(tokens) <= 6
        and all(token.pos_ in {"PROPN", "ADJ", "ADP", "NOUN", "DET", "PART"} for token in tokens)
        and any(token.pos_ == "PROPN" for token in tokens)
    )
