"""Verify a draft: each quotation and attributed claim against the words of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from memcon.desk.verify.claims import Claim, find_claims
from memcon.desk.verify.dates import bounds_of, dates_agree, said_between
from memcon.desk.verify.judging import (
    Judgement,
    cut_words,
    gap_turns_round,
    hides_negation,
    judge_change,
    loses_marks,
    within_one,
)
from memcon.desk.verify.matching import Match, best_match, exact_matches, match_in_pieces, runs_of
from memcon.desk.verify.paraphrase import judge_claim
from memcon.desk.verify.scanning import Candidates, Scan, scan
from memcon.desk.verify.speakers import Agreement, SpeakerCheck, check_speaker
from memcon.desk.verify.types import Finding, SourceText, SourceWords, Verdict, Verification, WordChange
from memcon.desk.verify.words import Senses, Words
from memcon.document import Document
from memcon.ledger import Ledger
from memcon.lexicon import Lexicon
from memcon.record import Published, Record

OF_SPEAKER: dict[Agreement, Verdict] = {"other": "wrong speaker", "unsettled": "speaker not settled"}
SHOWN = 5  # sources shown of a quotation that many have


def verify(draft: Document, record: Record, sources: Iterable[SourceText], lexicon: Lexicon) -> Verification:
    """Every quotation and attributed claim of a draft, with a verdict and the sources' words.

    `record` is the draft's own, read as any document's. The sources are gone through once, in time linear in their
    length; only those that have some of the draft's words are kept, and only where a speaker or a day is to be compared
    are they read.

    Measured by benchmarks/verify_set.py on the quotes of 84 news texts; docs/desk/verify.md has the table."""
    senses = Senses(lexicon)
    claims = find_claims(draft, record, senses)
    seen = scan([claim.words for claim in claims], sources, senses)
    findings = tuple(
        judge(f"q{number}", claim, candidates, seen, draft.text, senses)[0]
        for number, (claim, candidates) in enumerate(zip(claims, seen.candidates, strict=True), start=1)
    )
    return Verification(
        draft=draft.input_id or draft.title or "draft",
        document=draft.id,
        sources=seen.sources,
        findings=findings,
        warnings=record.warnings,
    )


def ledger_sources(ledger: Ledger) -> Iterator[SourceText]:
    """All documents of a ledger as sources; their records are those that the ledger holds."""
    for row in ledger.walk("documents"):
        published = Published(date=row.published, basis="given" if row.published else "unknown")
        yield SourceText(replace(ledger.text(row.id), published=published), lambda document: ledger.record(document.id))


@dataclass(frozen=True)
class _Exact:
    """An exact stretch of a source with what was compared beside the words."""

    match: Match
    speaker: SpeakerCheck
    dated: bool
    left_off: str

    @property
    def rank(self) -> tuple[int, bool, bool, bool]:
        speaker = {"other": 0, "unsettled": 1}.get(self.speaker.agreement, 2)
        return speaker, self.dated, not self.left_off, self.speaker.agreement == "same"


def judge(
    name: str, claim: Claim, candidates: Candidates, seen: Scan, draft: str, senses: Senses
) -> tuple[Finding, Match | None]:
    """The finding on one quotation or claim, and the stretch of a source that it rests on."""
    runs = runs_of(claim.words, candidates, seen.places)
    exact = exact_matches(claim.words, runs) or match_in_pieces(claim.words, claim.pieces, runs)
    if exact:
        return _judge_exact(name, claim, exact, draft, senses)
    if claim.kind == "claim":
        judgement = judge_claim(claim, candidates, seen.places, senses)
    else:
        near = [(seen.places[-index], start, end) for _, index, start, end in sorted(candidates.lines, reverse=True)]
        judgement = judge_change(claim.words, best_match(claim.words, runs, near, senses), runs, senses)
    return _of_judgement(name, claim, judgement, senses), judgement.match


def _compared(claim: Claim, match: Match, senses: Senses) -> _Exact:
    left_off = cut_words(match, claim.shown) if claim.kind == "quotation" else ""
    return _Exact(match, check_speaker(claim, match, senses), dates_agree(claim, match), left_off)


def _judge_exact(name: str, claim: Claim, matches: Sequence[Match], draft: str, senses: Senses) -> tuple[Finding, Match]:
    checked = [_compared(claim, match, senses) for match in matches]
    best = max(checked, key=lambda each: each.rank)  # the first of the best, in the sources' order
    alike = [best, *(each for each in checked if each is not best and each.rank == best.rank)]
    verdict, notes = _verdict_on_exact(claim, best, draft, senses)
    shown = [each.match for each in alike[:SHOWN]]
    return _made(name, claim, verdict, shown, notes=notes, share=1.0, speakers=best.speaker.speakers), best.match


def _verdict_on_exact(claim: Claim, best: _Exact, draft: str, senses: Senses) -> tuple[Verdict, list[str]]:
    match, notes = best.match, [best.speaker.note] if best.speaker.note else []
    if claim.kind == "quotation" and loses_marks(match, claim.words, draft):
        return "merged from two quotes", [*notes, "the source has quotation marks between these words"]
    if claim.kind == "quotation" and match.pieces > 1 and not within_one(match):
        return "merged from two quotes", [*notes, "the draft's pieces stand in two quotations"]
    if match.pieces > 1 and gap_turns_round(claim.words, match, senses):
        return "polarity flipped", ["among the words left out is a “not”"]
    if hides_negation(match, claim.before, senses):
        return "polarity flipped", ["the source has a “not” right beside these words"]
    if best.speaker.agreement == "other":
        return "wrong speaker", [*notes, *_said_by(best.speaker)]
    if not best.dated:
        told = said_between(match)
        return "wrong date", [*notes, f"the source has it said {' to '.join(sorted({str(day) for day in told or ()}))}"]
    if best.speaker.agreement == "unsettled":
        return "speaker not settled", notes
    if claim.kind == "quotation":
        if match.group is None:
            notes.append("in the source these words do not stand in quotation marks")
        if best.left_off:
            return "exact but cut mid-sentence", [*notes, f"left off: “{best.left_off}”"]
    return "exact", notes


def _said_by(check: SpeakerCheck) -> Iterator[str]:
    if check.speakers:
        yield f"in the source it is {' or '.join(check.speakers)}"


def _of_judgement(name: str, claim: Claim, judgement: Judgement, senses: Senses) -> Finding:
    matches = [match for match in (judgement.match, judgement.other) if match]
    verdict, notes = judgement.verdict, list(judgement.notes)
    speakers: tuple[str, ...] = ()
    if matches and verdict != "not found":
        check = check_speaker(claim, matches[0], senses)
        speakers = check.speakers
        if verdict == "paraphrased":
            verdict = OF_SPEAKER.get(check.agreement, verdict)
        if check.agreement == "other":
            notes += [*_said_by(check)]
        elif verdict == "speaker not settled" and check.note:
            notes.append(check.note)
        if verdict == "paraphrased" and not dates_agree(claim, matches[0]):
            verdict = "wrong date"
    changes = _changes(claim, judgement.match) if verdict != "merged from two quotes" else ()
    share = judgement.match.share if judgement.match else 0.0
    return _made(name, claim, verdict, matches, notes=notes, share=share, speakers=speakers, changes=changes)


def _changes(claim: Claim, match: Match | None) -> tuple[WordChange, ...]:
    """The words that differ, as they are written."""
    if match is None:
        return ()
    draft, source = claim.words, match.place.words
    text = match.place.source.document.text
    return tuple(
        WordChange(draft=_written(claim, draft, a, b), source=text[source.starts[c] : source.ends[d - 1]] if d > c else "")
        for tag, a, b, c, d in match.ops
        if tag != "equal"
    )


def _written(claim: Claim, words: Words, first: int, last: int) -> str:
    return claim.exact[words.starts[first] - claim.start : words.ends[last - 1] - claim.start] if last > first else ""


def _made(
    name: str,
    claim: Claim,
    verdict: Verdict,
    matches: Sequence[Match],
    *,
    notes: Sequence[str],
    share: float,
    speakers: tuple[str, ...] = (),
    changes: tuple[WordChange, ...] = (),
) -> Finding:
    days = bounds_of(claim.when)
    return Finding(
        id=name,
        kind="quotation" if claim.kind == "quotation" else "claim",
        verdict=verdict,
        start=claim.start,
        end=claim.end,
        exact=claim.exact,
        speaker=", ".join(speaker.name or speaker.exact for speaker in claim.speakers) or None,
        dated=" to ".join(dict.fromkeys(map(str, days))) if days else None,
        share=round(share, 3),
        changes=changes,
        notes=tuple(notes),
        sources=tuple(_words_of(match, speakers if number == 0 else ()) for number, match in enumerate(matches)),
    )


def _words_of(match: Match, speakers: tuple[str, ...]) -> SourceWords:
    document = match.place.source.document
    start, end = document.stretch(match.start, match.end)
    over = [each for each in match.place.sentences if each.start < end and each.end > start]
    sentence = document.text[over[0].start : over[-1].end] if over else document.text[start:end]
    return SourceWords(
        document=document.id,
        input_id=document.input_id,
        outlet=document.outlet,
        title=document.title,
        url=document.url,
        published=document.published.date,
        start=start,
        end=end,
        exact=document.text[start:end],
        sentence=" ".join(sentence.split()),
        speakers=speakers,
        in_quotation_marks=match.group is not None,
    )
