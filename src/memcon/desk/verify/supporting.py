"""Each field of somebody else's fact against the words around its quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from memcon.desk.verify.claims import Claim
from memcon.desk.verify.dates import said_between
from memcon.desk.verify.matching import Match
from memcon.desk.verify.others import OtherFact
from memcon.desk.verify.scanning import scan
from memcon.desk.verify.types import Finding, SourceText
from memcon.desk.verify.verifying import judge
from memcon.desk.verify.words import Senses, words_in
from memcon.intake.documents import shadow_of
from memcon.knowledge import Knowledge
from memcon.ledger.wording import stems
from memcon.lexicon import Lexicon
from memcon.record import Model, Speaker

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CODE = re.compile(r"[A-Z]{2,5}")
_NUMBER = re.compile(r"\d[\d,.]*")


class FieldCheck(Model):
    """One field of a fact: do the words beside the quote support it?"""

    field: str
    value: str
    supported: bool


class CheckedFact(Model):
    """Somebody else's fact: the verdict on its quote, and on each field. `line` is where it stands in their file."""

    line: int
    kind: str
    finding: Finding
    speakers: tuple[str, ...] = ()
    fields: tuple[FieldCheck, ...] = ()

    @property
    def fails(self) -> bool:
        """Is its quote wrong, or a field unsupported?"""
        return self.finding.fails or not all(field.supported for field in self.fields)


class CheckedFacts(Model):
    """All facts of a file, in its order."""

    name: str
    sources: int
    facts: tuple[CheckedFact, ...]

    def passes(self, *, strict: bool = False) -> bool:
        """Is nothing wrong? `strict`: and nothing worth a look either."""
        return not any(fact.fails or (strict and fact.finding.caution) for fact in self.facts)


def verify_facts(
    name: str, facts: Sequence[OtherFact], sources: Iterable[SourceText], knowledge: Knowledge, lexicon: Lexicon
) -> CheckedFacts:
    """Look for each fact's quote in the sources, and for each of its fields in the words around it.

    A speaker is compared as in a draft; a day must be one that the text gives there, or that of its publication; a party's
    code must be named; other values must have their words there."""
    senses = Senses(lexicon)
    claims = [_claim(fact) for fact in facts]
    seen = scan([claim.words for claim in claims], sources, senses)
    checked = []
    for number, (fact, claim, candidates) in enumerate(zip(facts, claims, seen.candidates, strict=True), start=1):
        finding, match = judge(f"f{number}", claim, candidates, seen, fact.quote, senses)
        fields = tuple(
            FieldCheck(field=field, value=value, supported=match is not None and _supports(match, value, knowledge))
            for field, value in fact.fields
        )
        checked.append(CheckedFact(line=fact.line, kind=fact.kind, finding=finding, speakers=fact.speakers, fields=fields))
    return CheckedFacts(name=name, sources=seen.sources, facts=tuple(checked))


def _claim(fact: OtherFact) -> Claim:
    shadow = shadow_of(fact.quote)
    words = words_in(shadow)
    speakers = tuple(Speaker(start=0, end=len(name), exact=name, name=name) for name in fact.speakers)
    return Claim("quotation", 0, len(fact.quote), fact.quote, words, (words,), speakers)


def _supports(match: Match, value: str, knowledge: Knowledge) -> bool:
    """Do the words around a match bear a value out?"""
    start, end, around = _context(match)
    if _DAY.fullmatch(value):
        return _has_day(match, value, start, end)
    named = {entry.code for name in knowledge.find_names(around) for entry in name.entries}
    if _CODE.fullmatch(value) and (value in named or knowledge.is_party(value)):
        return value in named
    if _NUMBER.fullmatch(value):
        return value.replace(",", "") in {number.strip(".,").replace(",", "") for number in _NUMBER.findall(around)}
    return stems(value) <= stems(around)


def _context(match: Match) -> tuple[int, int, str]:
    """The line that the match stands in and the one before it."""
    shadow = match.place.source.document.shadow
    start = shadow.rfind("\n", 0, match.start) + 1
    before = shadow[:start].rstrip()
    start = before.rfind("\n") + 1 if before else start
    end = shadow.find("\n", match.end)
    end = len(shadow) if end < 0 else end
    return start, end, shadow[start:end]


def _has_day(match: Match, value: str, start: int, end: int) -> bool:
    times = match.place.source.record.times
    here = [time for time in times if time.start < end and time.end > start and time.earliest and time.latest]
    if any(time.earliest <= value <= time.latest for time in here if time.earliest and time.latest):
        return True
    told = said_between(match)
    return told is not None and told[1] == date.fromisoformat(value)
