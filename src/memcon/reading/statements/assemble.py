"""Drafts into statements: kind, quotes, stance, parties and evidence."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.reading.analysis import Analysis
from memcon.reading.found import Found
from memcon.reading.issues import find_issues
from memcon.reading.statements.attributors import find_attributed, find_labelled, find_led, find_signed
from memcon.reading.statements.confidence import confidence_of
from memcon.reading.statements.drafts import Draft, Voice, touching
from memcon.reading.statements.nesting import relayed
from memcon.reading.statements.quoted import snapped, with_continuing_quotes, with_signed
from memcon.reading.statements.reported import find_reported
from memcon.reading.statements.stance import negated_of, stance_of
from memcon.reading.statements.transcripts import TURN, find_quoted_turns, find_turns, within_turns
from memcon.reading.statements.who import about_parties, addressees_of, issuers_of, speakers_of
from memcon.reading.times.reading import when_of
from memcon.record import Content, Cue, Evidence, HeldBack, Span, Speaker, Statement, StatementKind, Time

# Layout whose words can be statements; captions, credits and bylines are no speech.
SPOKEN = frozenset({"paragraph", "headline", "heading", "question"})
Issuers = dict[str, tuple[Speaker, ...]]
AHEAD = frozenset({"the following", "as follows"})  # "declare *the following*": the words themselves stand behind it
MOSTLY = 0.9  # share of quoted words from which a statement is direct, as the scorers count


def find_statements(analysis: Analysis) -> Found[Statement]:
    """All statements of the document, one for each cue, and what was said to be unsaid."""
    drafts: list[Draft] = []
    held_back: list[HeldBack] = []
    for parse in analysis.parsed:
        if parse.sentence.kind in SPOKEN:
            reported, unsaid = find_reported(analysis, parse)
            labelled = [draft for draft in find_labelled(analysis, parse) if not _earlier(reported, draft)]
            found = [*reported, *find_attributed(analysis, parse), *labelled]
            found = found or list(find_led(analysis, parse))
            inside = relayed(analysis, found, [draft for draft, _ in unsaid])
            drafts.extend(snapped(analysis, draft) for draft in inside)
            held_back.extend(_held_back(analysis, draft, reason) for draft, reason in unsaid)
    drafts = with_signed(drafts, [*find_signed(analysis), *find_quoted_turns(analysis)])
    turns, questions = find_turns(analysis)
    drafts = within_turns(analysis, with_continuing_quotes(analysis, drafts), turns)
    held_back.extend(questions)
    drafts = [draft for draft in drafts if analysis.shadow[draft.start : draft.end].strip(" :").lower() not in AHEAD]
    drafts.sort(key=lambda draft: (draft.at or (draft.start, draft.end), draft.start))
    issuers = issuers_of(analysis)
    facts = tuple(_statement(analysis, draft, number, issuers) for number, draft in enumerate(drafts, start=1))
    return Found(facts, tuple(held_back))


def _earlier(reported: Sequence[Draft], labelled: Draft) -> bool:
    """Whether a cue stands before the label's colon already: "Said Petrov: “…”"."""
    return any(draft.at and labelled.at and draft.at < labelled.at for draft in reported)


def _held_back(analysis: Analysis, draft: Draft, reason: str) -> HeldBack:
    shown = (analysis.evidence(*draft.at, "cue"),) if draft.at else ()
    return HeldBack(what="statement", reason=reason, evidence=shown)


def _statement(analysis: Analysis, draft: Draft, number: int, issuers: Issuers) -> Statement:
    whole = analysis.span(draft.start, draft.end)
    content = Content(
        start=whole.start,
        end=whole.end,
        exact=whole.exact,
        parts=tuple(analysis.span(*part) for part in draft.parts) if len(draft.parts) > 1 else (),
    )
    quotes = _quotes(analysis, draft)
    speakers = tuple(speaker for voice in draft.speakers for speaker in _spoken_by(analysis, voice, issuers))
    own = [speaker.country for speaker in speakers if speaker.country]
    said = _said_on(analysis, draft)
    about = about_parties(analysis, (*draft.parts, *draft.objects), own)
    return Statement(
        id=f"s{number}",
        kind=_kind(analysis, draft, quotes),
        speakers=speakers,
        relayed_by=tuple(speaker for voice in draft.relayed_by for speaker in speakers_of(analysis, voice)),
        cue=_cue(analysis, draft),
        content=content,
        quotes=quotes,
        addressees=addressees_of(analysis, draft.addressees),
        about=about,
        issues=find_issues(analysis.document, draft.start, draft.end, analysis.lexicon, {*own, *about}),
        stance=stance_of(draft),
        negated=negated_of(draft),
        when=when_of(said) if said else None,
        confidence=confidence_of(draft, speakers),
        rule=draft.rule,
        evidence=_evidence(analysis, draft, said),
    )


def _spoken_by(analysis: Analysis, voice: Voice, issuers: Issuers) -> tuple[Speaker, ...]:
    """The voice's speakers; "we" and "I" are the text's issuers where it says who they are."""
    known = issuers.get(analysis.shadow[voice.start : voice.end].lower())
    if known:
        span = analysis.span(voice.start, voice.end).model_dump()
        return tuple(issuer.model_copy(update=span) for issuer in known)
    return speakers_of(analysis, voice)


def _said_on(analysis: Analysis, draft: Draft) -> Time | None:
    """The date that stands with speaker and cue ("said *on Monday* that"), outside the words themselves."""
    if draft.group is None or draft.at is None:
        return None
    cue = draft.at[0]
    dates = [
        time
        for time in analysis.times_in(*draft.group)
        if time.type in {"DATE", "TIME"} and time.earliest and not draft.covers(time.start, time.end)
    ]
    return min(dates, key=lambda time: abs(time.start - cue), default=None)


def _evidence(analysis: Analysis, draft: Draft, said: Time | None) -> tuple[Evidence, ...]:
    shown = [analysis.evidence(voice.start, voice.end, "speakers") for voice in draft.speakers]
    shown += [analysis.evidence(voice.start, voice.end, "relayed_by") for voice in draft.relayed_by]
    shown += [analysis.evidence(*draft.at, "cue", "stance")] if draft.at else []
    shown += [analysis.evidence(said.start, said.end, "when")] if said else []
    return (*shown, *(analysis.evidence(*part, "content") for part in draft.parts))


def _cue(analysis: Analysis, draft: Draft) -> Cue | None:
    if draft.cue is not None:
        span = analysis.span(draft.cue.start, draft.cue.end)
        return Cue(start=span.start, end=span.end, exact=span.exact, lemma=draft.cue.lemma, sense=draft.cue.signal.sense)
    if draft.cue_stretch is not None:
        span = analysis.span(*draft.cue_stretch)
        return Cue(start=span.start, end=span.end, exact=span.exact, lemma=span.exact.lower())
    return None


def _quotes(analysis: Analysis, draft: Draft) -> tuple[Span, ...]:
    return tuple(
        analysis.span(quotation.inner_start, quotation.inner_end)
        for part in draft.parts
        for quotation in touching(analysis.quotations, *part)
        if quotation.inner_start < quotation.inner_end
    )


def _kind(analysis: Analysis, draft: Draft, quotes: Sequence[Span]) -> StatementKind:
    if draft.rule == TURN:
        return "direct"
    if not quotes:
        return "indirect"
    inside = sum(len(quote.exact.split()) for quote in quotes)
    whole = sum(len(analysis.text[start:end].split()) for start, end in draft.parts)
    return "direct" if inside >= MOSTLY * whole else "partial"
