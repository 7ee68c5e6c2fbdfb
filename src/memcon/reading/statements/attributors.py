"""Attribution without a verb: "according to X", "in the words of X", and a name with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.statements.drafts import Draft, Stretch, Voice, touching
from memcon.reading.statements.parentheses import clipped, segment_of
from memcon.reading.statements.speakers import phrase
from memcon.reading.syntax import subjects

LONGEST_LABEL = 60  # characters before a colon that may still name a speaker
_NEXT_LINE = 4  # characters between a colon and a quotation on the next line
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–-]{1,2})\s*(?P<name>(?:[A-Z][\w.'’-]*\s){0,4}(?P<last>[A-Z][\w.'’-]*\w))(?=[\s.,]*(?:\n|$))"
)
_IN_NAMES = frozenset({"PROPN", "ADJ", "ADP", "NOUN", "DET", "PART"})
_CONJUNCTIONS = re.compile(r"(?:And|But|So|Yet|Or|and|but|so|yet|or)\s+")
_BREAKS = re.compile(r",\s+(?:but|though|although|while|yet)\s")


def find_attributed(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """Drafts for each "according to X" of the sentence."""
    text = analysis.shadow[parse.start : parse.end].lower()
    for words in analysis.lexicon.table("attribution").get("prepositions", []):
        if words not in text:
            continue
        for match in re.finditer(rf"\b{re.escape(words)}\b", text):
            start, end = parse.start + match.start(), parse.start + match.end()
            if analysis.quotation_at(start) is None:
                yield from _draft(analysis, parse, start, end)


def _draft(analysis: Analysis, parse: Parse, start: int, end: int) -> Iterator[Draft]:
    preposition = parse.token_at(end - 1)
    following = parse.token_at(end + 1)
    if following is not None and following.lower_ == "which":
        yield from _of_a_document(analysis, parse, (start, end), following)
        return
    heads = [child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}] if preposition is not None else []
    if not heads:
        return
    speaker = phrase(parse, heads[0])
    after = _phrase_end(parse, heads[0], speaker.end)
    segment = segment_of(analysis, parse, start)
    parts = [part for stretch in ((segment[0], start), (after, segment[1])) if (part := clipped(analysis, stretch, segment))]
    if parts and parts[0][1] <= start:
        parts[0] = _without_conjunction(analysis, parts[0])
    elif parts:
        parts[0] = _before_contrast(analysis, parts[0])
    if len(parts) == 2 and analysis.shadow[parts[1][0]] == "“":
        parts = parts[1:]  # "…, where, in the words of X, “…”": only the quotation is X's
    elif len(parts) == 2 and not _sets_off(analysis, start, after):
        parts = parts[:1]
    if parts and parts[0][0] < parts[0][1]:
        yield Draft("according_to", (speaker,), tuple(parts), group=(start, after), cue_stretch=(start, end))


def _of_a_document(analysis: Analysis, parse: Parse, words: Stretch, which: Any) -> Iterator[Draft]:
    """ "X read out a statement *according to which* …": what follows are the words; X speaks, or the document does."""
    document = parse.token_at(words[0] - 2)
    content = clipped(analysis, (parse.ends(which), parse.end), segment_of(analysis, parse, words[0]))
    if document is None or content is None or document.pos_ not in {"NOUN", "PROPN"}:
        return
    light = analysis.lexicon.table("attribution").get("light", [])
    issued = document.dep_ == "dobj" and document.head.lemma_ in light
    speakers = tuple(phrase(parse, head) for head in (subjects(document.head) if issued else [document]))
    if speakers:
        group = (min(speaker.start for speaker in speakers), parse.ends(which))
        yield Draft("according_to", speakers, (content,), group=group, cue_stretch=words)


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
    """A name, a colon and its words: "Petrov: “No one asked us.”", "Said Petrov: “…”"; in headlines without marks too."""
    colon = analysis.shadow.find(":", parse.start, min(parse.end, parse.start + LONGEST_LABEL))
    if colon < 0 or colon + 2 >= parse.end or not analysis.shadow[colon + 1].isspace():
        return
    tokens = parse.tokens_in(parse.start, colon)
    if tokens and tokens[0].lower_ in {"said", "says"}:
        tokens = tokens[1:]
    content = clipped(analysis, (colon + 1, parse.end), (parse.start, parse.end))
    if content is None or not _is_name(analysis, tokens, parse.start):
        return
    if analysis.shadow[content[0]] != "“" and _is_topic(analysis, parse.start, colon):
        return
    if analysis.shadow[content[0]] == "“" or parse.sentence.kind == "headline" or _is_person(analysis, parse.start, colon):
        speaker = Voice(parse.begins(tokens[0]), parse.ends(tokens[-1]), parse.begins(tokens[-1]))
        yield Draft("label", (speaker,), (content,), group=(parse.start, colon + 1), cue_stretch=(colon, colon + 1))


def _is_topic(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a state or a place fills [start, end): "Iran: Talks resume in Oslo" tells of what, and not who says it."""
    mention = analysis.mention_at(start)
    return mention is not None and mention.kind in {"state", "place"} and mention.end == end


def _is_person(analysis: Analysis, start: int, end: int) -> bool:
    """Whether one named person fills [start, end)."""
    mention = analysis.mention_at(start)
    return mention is not None and mention.kind == "name" and mention.end == end


def find_signed(analysis: Analysis) -> Iterator[Draft]:
    """A quotation signed with a dash and a name: "“No one asked us.” — Ivan Petrov"."""
    for quotation in analysis.quotations:
        match = _SIGNATURE.match(analysis.shadow, quotation.end)
        if match:
            speaker = Voice(match.start("name"), match.end("name"), match.start("last"))
            dash = (match.start("dash"), match.start("dash") + 1)
            yield Draft("signature", (speaker,), ((quotation.start, quotation.end),), group=match.span(), cue_stretch=dash)


def find_led(analysis: Analysis, parse: Parse) -> Iterator[Draft]:
    """A clause that ends in a colon before a quotation, whatever its verb: "Petrov had a short answer: “…”"."""
    for quotation in touching(analysis.quotations, parse.start, parse.end + _NEXT_LINE):
        before = analysis.shadow[parse.start : quotation.start].rstrip()
        if not before.endswith(":") or "“" in before:
            return
        verb = next(
            (token for token in parse.doc if token.pos_ in {"VERB", "AUX"} and parse.ends(token) <= quotation.start),
            None,
        )
        heads = subjects(verb) if verb is not None else []
        if heads and heads[0].pos_ in {"PROPN", "PRON", "NOUN"}:
            speakers = tuple(phrase(parse, head) for head in heads)
            colon = parse.start + len(before)
            yield Draft(
                "colon",
                speakers,
                ((quotation.start, quotation.end),),
                group=(speakers[0].start, colon),
                cue_stretch=(colon - 1, colon),
            )
        return


def _is_name(analysis: Analysis, tokens: list[Any], start: int) -> bool:
    """Whether capitals, or a mention, make a short label a name."""
    if not 0 < len(tokens) <= 6 or not tokens[0].text[:1].isupper():
        return False
    if any(token.lower_ in {"in", "at", "on"} for token in tokens):  # "Wong in Honiara: a visit to mend fences"
        return False
    if tokens[0].lower_ in analysis.lexicon.table("attribution").get("documents", []):  # "Communiqué: …"
        return False
    named = any(token.pos_ == "PROPN" for token in tokens) or analysis.mention_at(start) is not None
    return named and all(token.pos_ in _IN_NAMES for token in tokens)
