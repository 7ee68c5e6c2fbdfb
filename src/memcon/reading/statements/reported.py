"""Reported speech in one sentence: a cue with its speaker and its words, wherever the words stand.

The words follow ("X said that …"), go before ("…, X said"), lie on both sides ("…, X said, …") or are what an act is
about ("X praised …"). Quotations are walls here; `quoted` widens the words to their marks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from memcon.reading.analysis import Analysis
from memcon.reading.parsing import Parse
from memcon.reading.statements.content import addressee_tokens, content_tokens, excluded, hull, object_tokens
from memcon.reading.statements.cues import find_cues
from memcon.reading.statements.drafts import CueWord, Draft, Stretch, Voice, touching
from memcon.reading.statements.parentheses import around, clipped, segment_of
from memcon.reading.statements.saying import negated, why_unsaid
from memcon.reading.statements.speakers import passive, phrase, quoter, speaker_tokens, voices
from memcon.reading.statements.who import can_speak
from memcon.reading.syntax import auxiliaries, forms, governors, possessors, subjects

# Children of a cue that stand with it and not in its words: "told *reporters* *in Rabat* *on Monday*".
_WITH_CUE = frozenset(
    "nsubj nsubjpass aux auxpass neg advmod npadvmod prep dative dobj agent prt expl".split()
)  # fmt: skip


_OWN_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "poss"})
_APART = 24  # characters of a title that the parser may have left out of the speaker after a quotation


def find_reported(analysis: Analysis, parse: Parse) -> tuple[list[Draft], list[tuple[Draft, str]]]:
    """Drafts of this sentence's cues, in text order, nested ones too; and those of what was not said, with the reason."""
    drafts: list[Draft] = []
    unsaid: list[tuple[Draft, str]] = []
    for readings in find_cues(parse, analysis.lexicon):
        draft = next((found for cue in readings if (found := _draft(analysis, cue))), None)
        if draft is None or draft.cue is None:
            continue
        reason = why_unsaid(analysis.lexicon, draft.cue)
        if reason is None:
            drafts.append(draft)
        else:
            unsaid.append((draft, reason))
    taken = [helper.i for draft in drafts if draft.cue for helper in draft.cue.helpers]  # "let him *know* that …"
    return [draft for draft in drafts if draft.cue is None or draft.cue.token.i not in taken], unsaid


def _draft(analysis: Analysis, cue: CueWord) -> Draft | None:
    if _inside_quotation(analysis, cue):
        return None
    own = (voice for voice in voices(cue) if not _quoted_apart(analysis, cue, voice) and not _is_date(analysis, voice))
    speakers = [_undated(analysis, voice) for voice in own]
    speakers = _issuers(analysis, cue) or _people_for(analysis, cue, speakers)
    if any(analysis.shadow[voice.start : voice.end].lower() == "you" for voice in speakers):
        return None  # "you know that": who hears it does not say it
    if not speakers or excluded(cue) or _only_a_topic(analysis, cue):
        return None
    if "person" in cue.signal.needs and not any(can_speak(analysis, voice) for voice in speakers):
        return None
    group = _group(analysis, cue)
    parts, rule = _parts(analysis, cue, group)
    if not parts or ("marks" in cue.signal.needs and not any(touching(analysis.quotations, *part) for part in parts)):
        return None
    if len(parts) == 1 and analysis.shadow[slice(*parts[0])].strip(" .,").lower() in _NOTHING_SAID:
        return None  # "we thank them"
    if len(parts) == 1 and _only_says_who(analysis, cue, parts[0]):
        return None  # "he said this in May, *Anadolu reports*"
    if "thing" in cue.signal.needs and _is_of_a_person(analysis, cue):
        return None  # "welcomed the guest at the airport"
    return Draft(
        rule=f"{rule}.{cue.lemma.replace(' ', '_')}",
        speakers=tuple(speakers),
        parts=tuple(parts),
        cue=replace(cue, helpers=_outside(cue, parts)),
        group=group,
        addressees=tuple(heard for head in addressee_tokens(cue) if can_speak(analysis, heard := phrase(cue.parse, head))),
        objects=tuple(_stretch(cue.parse, head) for head in object_tokens(cue)),
        negated=negated(cue),
        relayed_by=_quoting(cue),
    )


def _only_says_who(analysis: Analysis, cue: CueWord, part: Stretch) -> bool:
    """Whether the words are no more than a name and one more cue behind a comma."""
    tokens = cue.parse.tokens_in(*part)
    if not 1 < len(tokens) <= _NAMED or analysis.shadow[: part[0]].rstrip()[-1:] != ",":
        return False
    last = tokens[-1]
    known = any(p.speech is not None for form in forms(last) for p in analysis.lexicon.predicates_headed(form, "verb"))
    return known and last.lower_.endswith("s") and all(token.pos_ in {"PROPN", "DET"} for token in tokens[:-1])


_NAMED = 5  # words of "the Anadolu news agency reports"
_CLAUSES = frozenset({"acl", "advcl", "xcomp", "ccomp"})
_NOTHING_SAID = frozenset("him her them it us me you this that these those he she they themselves himself herself".split())


def _people_for(analysis: Analysis, cue: CueWord, speakers: list[Voice]) -> list[Voice]:
    """Who speaks where the cue borrows a thing for its subject: "called off *a trip* that had been announced, saying"."""
    own = cue.token.dep_ not in {"advcl", "conj"} or any(child.dep_ in _OWN_SUBJECTS for child in cue.token.children)
    if own or not speakers or any(can_speak(analysis, voice) for voice in speakers):
        return speakers
    for above in governors(cue.token):
        found = [phrase(cue.parse, head) for head in subjects(above) if head.i < cue.token.i]
        if found and all(can_speak(analysis, voice) for voice in found):
            return found
    return speakers


def _is_of_a_person(analysis: Analysis, cue: CueWord) -> bool:
    """Whether what the cue is about is somebody and nothing that was done or said."""
    heads = [head for head in content_tokens(cue, right_only=False) if head.i > cue.token.i or head.dep_ == "nsubjpass"]
    if len(heads) > 1 or any(child.dep_ in _CLAUSES for head in heads for child in head.children):
        return False  # "called on him to go"
    mention = analysis.mention_at(cue.parse.begins(heads[0])) if heads else None
    return mention is not None and mention.kind in {"name", "title", "pronoun"} and mention.head_end >= cue.parse.ends(heads[0])


def _quoting(cue: CueWord) -> tuple[Voice, ...]:
    """Who passes the words on in "WAM quoted him as saying"."""
    above = quoter(cue.token)
    return tuple(phrase(cue.parse, head) for head in subjects(above)) if above is not None else ()


def _is_date(analysis: Analysis, voice: Voice) -> bool:
    """ "*last week's* call for an end to the raids": a day is nobody."""
    return any(time.start <= voice.start and voice.end <= time.end + 2 for time in analysis.times_in(voice.start, voice.end))


def _undated(analysis: Analysis, voice: Voice) -> Voice:
    """The phrase without a date that the parser took into it: "the foreign office *on Tuesday*"."""
    for time in analysis.times_in(max(voice.start, voice.head) + 1, voice.end):
        before = analysis.shadow[voice.start : time.start].rstrip().removesuffix(" on").removesuffix(" in").rstrip()
        if voice.start + len(before) > max(voice.start, voice.head):
            return replace(voice, end=voice.start + len(before))
    return voice


def _issuers(analysis: Analysis, cue: CueWord) -> list[Voice]:
    """Who speaks by a document: "*Egypt and Kenya* issued a statement calling for …"."""
    document, verb = cue.token.head, cue.token.head.head
    if cue.token.dep_ != "acl" or cue.token.tag_ != "VBG" or document.dep_ != "dobj":
        return []
    table = analysis.lexicon.table("attribution")
    if document.lemma_ not in table.get("documents", []) or verb.lemma_ not in table.get("light", []):
        return []
    return [phrase(cue.parse, head) for head in subjects(verb)]


def _only_a_topic(analysis: Analysis, cue: CueWord) -> bool:
    """Whether a noun is what somebody spoke about and not what they said: "discussed *concerns* that …"."""
    verb = cue.token.head
    borrowed = cue.token.pos_ == "NOUN" and cue.token.dep_ == "dobj" and not possessors(cue.token)
    return borrowed and verb.lemma_ not in analysis.lexicon.table("attribution").get("light", [])


def _outside(cue: CueWord, parts: list[Stretch]) -> tuple[Any, ...]:
    """The cue's helpers that are not words of the content ("raised *concerns about …*")."""
    places = [(helper, cue.parse.begins(helper)) for helper in cue.helpers]
    return tuple(helper for helper, place in places if not any(start <= place < end for start, end in parts))


def _stretch(parse: Parse, head: Any) -> Stretch:
    return parse.begins(head.left_edge), parse.ends(head.right_edge)


def _quoted_apart(analysis: Analysis, cue: CueWord, voice: Voice) -> bool:
    """Whether the speaker stands in a quotation that the cue is outside of."""
    quotation = analysis.quotation_at(voice.head)
    return quotation is not None and not quotation.start <= cue.start < quotation.end


def _apart_by_marks(analysis: Analysis, cue: CueWord, head: Any) -> bool:
    return _quoted_apart(analysis, cue, Voice(0, 0, cue.parse.begins(head)))


def _inside_quotation(analysis: Analysis, cue: CueWord) -> bool:
    """Words inside marks speak for themselves, but where the marks only set in at the cue: X “stressed that …”."""
    quotation = analysis.quotation_at(cue.start)
    if quotation is None:
        return False
    set_in = analysis.shadow[max(0, quotation.start - 2) : quotation.start].rstrip(" ")[-1:].isalnum()
    return not set_in or bool(analysis.shadow[quotation.inner_start : cue.start].strip())


def _group(analysis: Analysis, cue: CueWord) -> Stretch:
    """The stretch of speaker and cue, with what stands between and directly after them."""
    parse, doc = cue.parse, cue.parse.doc
    first = last = int(cue.token.i)
    for head in speaker_tokens(cue):
        beside = head.head == cue.token or head.right_edge.i == cue.token.i - 1
        if beside and head.i < cue.token.i and not _apart_by_marks(analysis, cue, head):
            first = min(first, int(head.left_edge.i))
    for token in auxiliaries(cue.token):
        first = min(first, int(token.i)) if token.i < cue.token.i else first
    for child in sorted(cue.token.children, key=lambda item: int(item.i)):
        if child.i > cue.token.i and child.dep_ in _WITH_CUE and child.left_edge.i <= last + 1:
            last = max(last, int(child.right_edge.i))
    if (above := quoter(cue.token)) is not None:
        first = min(first, int(above.i), *(int(head.left_edge.i) for head in subjects(above)))
    mark = next((child for child in cue.token.children if child.dep_ == "mark" and child.lower_ == "as"), None)
    if mark is not None:
        first = min(first, int(mark.i))
    return parse.begins(doc[first]), parse.ends(doc[last])


def _parts(analysis: Analysis, cue: CueWord, group: Stretch) -> tuple[list[Stretch], str]:
    segment = segment_of(analysis, cue.parse, cue.start)
    if cue.signal.sense != "act" and cue.token.pos_ != "NOUN":
        outside = around(analysis, cue, group, segment)
        if outside:
            return outside, "around"
    heads = content_tokens(cue, right_only=not passive(cue.token))
    stretches = [_without_result(analysis, cue.parse, stretch) for stretch in hull(cue, heads)]
    parts = [part for stretch in stretches if (part := clipped(analysis, stretch, segment))]
    if parts:
        return parts, "clause"
    if cue.token.pos_ == "NOUN":
        return [], ""
    follows = _quotation_after(analysis, cue, segment)
    if follows:
        return [follows], "quote.after"
    before = _quotation_before(analysis, group)
    return ([before], "quote.before") if before else ([], "")


def _quotation_before(analysis: Analysis, group: Stretch) -> Stretch | None:
    """A quotation that ends right before speaker and cue, though a sentence may end with it: "“Why not?” X asked."."""
    nearby = touching(analysis.quotations, max(0, group[0] - _APART), group[0])
    if not nearby or "\n" in analysis.shadow[nearby[-1].end : group[0]]:
        return None
    if (
        analysis.shadow[nearby[-1].start : nearby[-1].end].rstrip("”")[-1:] == "."
        and analysis.shadow[nearby[-1].end : group[0]].strip()[:1] != ","
    ):
        return None  # a finished sentence; what follows is a new one
    between = analysis.shadow[nearby[-1].end : group[0]].strip(" ,")
    return None if set(between) & set(".;:—“”") else (nearby[-1].start, nearby[-1].end)


def _without_result(analysis: Analysis, parse: Parse, stretch: Stretch) -> Stretch:
    """The stretch before a closing participle that tells what came of the words: "…, *prompting* a denial from Rome"."""
    words = analysis.lexicon.table("attribution").get("results", [])
    for token in parse.tokens_in(*stretch):
        start = parse.begins(token)
        before = analysis.shadow[stretch[0] : start].rstrip()
        closes = token.tag_ == "VBG" and token.lemma_ in words and parse.ends(token.right_edge) >= stretch[1]
        if closes and before.endswith(",") and analysis.quotation_at(start) is None:
            return stretch[0], stretch[0] + len(before)
    return stretch


def _quotation_after(analysis: Analysis, cue: CueWord, segment: Stretch) -> Stretch | None:
    """A quotation that the cue leads to without a clause between: "said: “…”", "added, “…”"; after a colon, the next line's."""
    opening = analysis.shadow.find("“", cue.end, segment[1] + 4)
    quotation = analysis.quotation_at(opening) if opening >= 0 else None
    if quotation is None:
        return None
    between = analysis.shadow[cue.end : quotation.start].strip()
    leads = between.endswith(":") or (
        "\n" not in analysis.shadow[cue.end : quotation.start] and (not between or between.endswith((",", "that")))
    )
    return (quotation.start, quotation.end) if leads else None
