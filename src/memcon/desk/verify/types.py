"""What verify answers with: a finding for each quotation and attributed claim of a draft, each with its sources' words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from memcon.document import Document
from memcon.record import Model, Record

FindingKind = Literal["quotation", "claim", "field"]
Verdict = Literal[
    "exact",
    "exact but cut mid-sentence",
    "paraphrased",  # of a claim in other words: the source says it
    "altered",
    "polarity flipped",
    "wrong speaker",
    "speaker not settled",  # the words are there; whose they are, source or draft does not make plain
    "wrong date",
    "merged from two quotes",
    "not found",
    "unsupported",  # of a field of somebody else's record
]
FAILING = frozenset({"altered", "polarity flipped", "wrong speaker", "wrong date", "merged from two quotes", "unsupported"})
CAUTIONS = frozenset({"exact but cut mid-sentence", "speaker not settled", "not found"})


@dataclass(frozen=True)
class SourceText:
    """A text to verify against; its record is read only when a speaker or a date has to be looked up."""

    document: Document
    read: Callable[[Document], Record]

    @cached_property
    def record(self) -> Record:
        """What the document says."""
        return self.read(self.document)


class SourceWords(Model):
    """Words of a source: where they stand, in which sentence, who says them there, and whether in quotation marks."""

    document: str
    input_id: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    start: int
    end: int
    exact: str
    sentence: str
    speakers: tuple[str, ...] = ()
    said_on: str | None = None
    in_quotation_marks: bool = False

    @property
    def source(self) -> str:
        """The document in a few words: outlet and day, or what else names it."""
        return f"{self.outlet or self.url or self.input_id or self.document[:19]}, {self.published or 'undated'}"


class WordChange(Model):
    """Words of the draft where the source has others; either may be empty."""

    draft: str
    source: str


class Finding(Model):
    """One quotation or claim of the draft with its verdict. `start` and `end` are code points of the draft's text.

    `fails`: an editor must not let it pass. `caution`: worth a look. `share` (0 to 1) says how much of the words the
    nearest source has."""

    id: str
    kind: FindingKind
    verdict: Verdict
    start: int
    end: int
    exact: str
    speaker: str | None = None
    dated: str | None = None
    share: float = 0.0
    changes: tuple[WordChange, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[SourceWords, ...] = ()

    @property
    def fails(self) -> bool:
        """Is this wrong? A claim in other words that no source is near to is only worth a look."""
        return self.verdict in FAILING or (self.verdict == "not found" and self.kind == "quotation")

    @property
    def caution(self) -> bool:
        """Is this not wrong, but worth a look?"""
        return self.verdict in CAUTIONS and not self.fails


class Verification(Model):
    """All findings of a draft, in its order."""

    draft: str
    document: str
    sources: int
    findings: tuple[Finding, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How often each verdict was given, most frequent first."""
        return dict(Counter(finding.verdict for finding in self.findings).most_common())

    def passes(self, *, strict: bool = False) -> bool:
        """Is nothing wrong? `strict`: and nothing worth a look either."""
        return not any(finding.fails or (strict and finding.caution) for finding in self.findings)
