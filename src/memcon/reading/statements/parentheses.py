"""Parentheses that attribute: "…, X said", "…, said X, …", "According to X, …". The sentence around them holds the words."""

from __future__ import annotations

from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.statements.content import content_tokens, hull
from memcon.reading.statements.drafts import CueWord, Stretch, touching
from memcon.reading.statements.speakers import quoter

_EDGES = " ,:;—–-.\n"
# What opens the reporter's own words again: "…, X said, *as* the talks went on".
_NARRATORS = frozenset({"as", "after", "amid", "when", "hours", "days"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def segment_of(analysis: Analysis, parse: Parse, offset: int) -> Stretch:
    """The sentence, or what lies between semicolons outside quotations, around `offset`."""
    start, end = _after_place(analysis, parse), parse.end
    if analysis.shadow.find(";", start, end) < 0:
        return start, end
    for token in parse.doc:
        if token.text == ";" and analysis.quotation_at(parse.begins(token)) is None:
            place = parse.begins(token)
            if place < offset:
                start = place + 1
            elif place < end:
                end = place
    return start, end


def _after_place(analysis: Analysis, parse: Parse) -> int:
    """Where the sentence starts behind a place that only says where it was filed: "Moscow: The talks were put off"."""
    place = analysis.mention_at(parse.start)
    filed = place is not None and place.kind in {"place", "metonym"} and analysis.shadow[place.end : place.end + 2] == ": "
    return place.end + 2 if place is not None and filed else parse.start


def clipped(analysis: Analysis, stretch: Stretch, segment: Stretch) -> Stretch | None:
    """The stretch inside the segment, without punctuation at its ends."""
    start, end = max(stretch[0], segment[0]), min(stretch[1], segment[1])
    shadow = analysis.shadow
    while start < end and shadow[start] in _EDGES + ")”":
        start += 1
    while end > start and shadow[end - 1] in _EDGES + "(“":
        end -= 1
    return (start, end) if start < end else None


def around(analysis: Analysis, cue: CueWord, group: Stretch, segment: Stretch) -> list[Stretch]:
    """Content before, or on both sides of, a speaker and cue that stand apart from it."""
    if cue.token.tag_ == "VBG" and quoter(cue.token) is None:
        return []  # "“…,” X said, *referring* to the strike": the words before it are not its own
    if _relative(cue):
        return []  # "Oslo, *whose* envoys put it forward, …": a clause about the noun, no parenthesis
    shadow = analysis.shadow
    follows = shadow[group[1] : group[1] + 3].strip()[:1]
    right = clipped(analysis, (group[1], segment[1]), segment)
    if not shadow[segment[0] : group[0]].strip(_EDGES + "“(") or _only_conjunction(cue.parse, segment[0], group[0]):
        # "As X put it, …": a clause of comparison at the start attributes what follows it.
        return [right] if right and follows in {",", ":"} and _compares(cue) else []
    left = shadow[segment[0] : group[0]].rstrip()
    if left[-1] not in ",”—–?!-":
        return []
    if not _has_clause(cue.parse, segment[0], group[0]):
        return _interrupted(analysis, cue, group, segment)
    heads = content_tokens(cue, right_only=True)
    if heads and follows not in {",", "—"}:
        return []
    before = _own_quotation(analysis, segment, group) or clipped(analysis, (segment[0], group[0]), segment)
    parts = [before] if before else []
    if right and follows in {",", "—"}:
        if _resumes(analysis, cue, right):
            parts.append(right)
        else:
            parts.extend(part for part in hull(cue, heads) if analysis.shadow[part[0]] == "“")
    return parts


def _own_quotation(analysis: Analysis, segment: Stretch, group: Stretch) -> Stretch | None:
    """ "The spokesman was blunt: “…,” he said": after a colon only the quotation is the speaker's."""
    found = touching(analysis.quotations, segment[0], group[0])
    if not found or analysis.shadow[found[-1].end : group[0]].strip(" ,"):
        return None
    leads = analysis.shadow[segment[0] : found[-1].start].rstrip().endswith(":")
    return (found[-1].start, found[-1].end) if leads else None


def _interrupted(analysis: Analysis, cue: CueWord, group: Stretch, segment: Stretch) -> list[Stretch]:
    """ "The museum, X said, would open": a clause with the parenthesis between its subject, or an adjunct, and its verb."""
    if analysis.shadow[group[1] : group[1] + 2].strip()[:1] != ",":
        return []
    stretches = ((segment[0], group[0]), (group[1], segment[1]))
    parts = [part for stretch in stretches if (part := clipped(analysis, stretch, segment))]
    if len(parts) < 2 or not _has_clause(cue.parse, *parts[1]) or not _resumes(analysis, cue, parts[1]):
        return []
    adjunct = cue.parse.head_of(*parts[0])
    return (
        parts[1:]
        if adjunct is not None and adjunct.dep_ in {"prep", "npadvmod", "advmod", "cc"} and adjunct.head == cue.token
        else parts
    )


def _relative(cue: CueWord) -> bool:
    """Whether the cue's subject is a relative pronoun or has one for its possessor."""
    own = [child for child in cue.token.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(item.tag_ in {"WDT", "WP", "WP$"} for subject in own for item in (subject, *subject.children))


def _compares(cue: CueWord) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "as" for child in cue.token.children)


def _only_conjunction(parse: Parse, start: int, end: int) -> bool:
    return all(token.dep_ in {"cc", "punct"} for token in parse.tokens_in(start, end))


def _has_clause(parse: Parse, start: int, end: int) -> bool:
    """Whether a finite verb or the end of a quotation stands in [start, end)."""
    tokens = parse.tokens_in(start, end)
    if any(token.text == "”" for token in tokens[-3:]) or (tokens and tokens[0].text == "“"):
        return True
    return any(token.tag_ in _FINITE and token.dep_ != "relcl" for token in tokens)


def _resumes(analysis: Analysis, cue: CueWord, right: Stretch) -> bool:
    """Whether what follows the parenthesis goes on with the words before it."""
    if analysis.shadow[right[0]] == "“":
        return True
    token = cue.parse.token_at(right[0])
    if (
        token is None
        or token.lower_ in _NARRATORS
        or token.tag_ in {"VBN", "WDT", "WP", "WRB"}
        or (token.tag_ == "VBG" and token.dep_ != "csubj")
    ):
        return False
    if token.tag_ in _FINITE:
        return True
    after = [child for child in cue.token.children if child.i > cue.token.i]
    if cue.token.dep_ in {"parataxis", "ccomp"} or any(child.dep_ == "ccomp" for child in after):
        return True
    return any(child.dep_ == "conj" and any(item.dep_.startswith("nsubj") for item in child.children) for child in after)
