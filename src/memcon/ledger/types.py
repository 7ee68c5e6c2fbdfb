"""What the ledger answers with: merged items, their sources and disagreements, and the state of a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from pydantic import Field

from memcon.record import (
    Addressee,
    Amount,
    DescribedAs,
    Duration,
    EngagementKind,
    EngagementStatus,
    EventType,
    Format,
    Model,
    Participant,
    Place,
    Reporter,
    Stance,
    StatementKind,
    When,
)

Outcome = Literal["new", "same", "new version", "near-copy", "failed"]
DecisionKind = Literal["confirm", "correct", "reject", "note", "split", "join", "undo"]
Family = Literal["engagements", "statements", "commitments", "events"]


class Source(Model):
    """One document that reports an item, and what it says differently from the item's preferred values."""

    document: str
    input_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    source: str  # near-copies and versions of one address share this
    report: str
    fact: str  # the fact's id in the document's own record
    differs: dict[str, Any] = Field(default_factory=dict)
    also_at: tuple[str, ...] = ()  # other addresses of the very same text


class Version(Model):
    """One value of a field, and the reports that give it."""

    value: Any
    reports: tuple[str, ...]


class Disagreement(Model):
    """A field on which reports differ. The first version is the preferred one; `rule` says why."""

    field: str
    versions: tuple[Version, ...]
    rule: str


class Step(Model):
    """A status that an engagement had: who said so, when it was said, for which days, and why."""

    status: EngagementStatus
    told: str | None = None
    when: When | None = None
    reason: str | None = None
    reports: tuple[str, ...] = ()


class Merged(Model):
    """What all merged items carry."""

    id: str
    reports: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    decision: Literal["confirmed", "corrected", "rejected"] | None = None
    notes: tuple[str, ...] = ()
    confidence: float = 0.5

    @property
    def independent_sources(self) -> int:
        """How many sources there are when near-copies count once."""
        return len({source.source for source in self.sources})


class MergedEngagement(Merged):
    """One engagement, however many report it."""

    kind: EngagementKind
    format: Format | None = None
    status: EngagementStatus
    background: bool = False
    participants: tuple[Participant, ...] = ()
    parties: tuple[str, ...] = ()
    when: When | None = None
    duration: Duration | None = None
    place: Place = Place()
    described_as: tuple[DescribedAs, ...] = ()
    issues: tuple[str, ...] = ()
    reason: str | None = None
    history: tuple[Step, ...] = ()
    part_of: str | None = None
    reported_by: tuple[Reporter, ...] = ()


class SpeakerName(Model):
    """A speaker without a place in a text."""

    name: str | None = None
    country: str | None = None
    office: str | None = None
    anonymous: bool = False


class Wording(Model):
    """One wording of an utterance. `differences` are (words only in the main wording, words only here)."""

    text: str
    reports: tuple[str, ...]
    differences: tuple[tuple[str, str], ...] = ()


class Utterance(Merged):
    """Words said once, with every wording that was reported."""

    kind: StatementKind
    speakers: tuple[SpeakerName, ...] = ()
    words: str
    quotes: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    about: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    stance: Stance = "neutral"
    negated: bool = False
    day: str | None = None


class LifeStep(Model):
    """A status that a commitment had, and who told it when."""

    status: str
    told: str | None = None
    reports: tuple[str, ...] = ()
    engagement: str | None = None  # the engagement that kept it


class MergedCommitment(Merged):
    """One commitment through its life."""

    kind: str
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    what: str | None = None
    amount: Amount | None = None
    due: When | None = None
    due_text: str | None = None
    status: str = "open"
    negated: bool = False
    issues: tuple[str, ...] = ()
    engagement: str | None = None
    life: tuple[LifeStep, ...] = ()
    day: str | None = None  # first told


class MergedEvent(Merged):
    """One PLOVER event."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    date: str | None = None
    quad: int
    score: float
    status: EngagementStatus = "held"
    background: bool = False
    engagement: str | None = None


class DocumentRow(Model):
    """A document of the ledger, without its text."""

    id: str
    input_id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    source: str
    addresses: int = 1
    characters: int = 0
    added_at: str


class DocumentVersion(Model):
    """One of the texts that stood at an address, and what changed since the one before."""

    document: str
    published: str | None = None
    added_at: str
    differences: tuple[tuple[str, str], ...] = ()


class PersonRow(Model):
    """A person whom reports name: under which names and offices, and when."""

    key: str
    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    offices: tuple[str, ...] = ()
    reports: int = 0
    first: str | None = None
    last: str | None = None


class SearchHit(Model):
    """A passage that has the words. `text` marks them; `start` is its place in the document."""

    document: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    start: int
    text: str


class Decision(Model):
    """What a person said of an item, by whom and when. `anchored` counts the reports it holds on to now."""

    id: str
    kind: DecisionKind
    by: str
    at: str
    field: str | None = None
    value: Any = None
    note: str | None = None
    items: tuple[str, ...] = ()
    anchored: int = 0
    targets: int = 0
    undone: bool = False
    undoes: str | None = None


CandidateStatus = Literal["open", "confirmed", "rejected"]


class NewCandidate(Model):
    """A fact that another program proposes, on words of a document: `exact` stands there at [start, end), in code points.

    `fields` are its maker's own; `made_by` names the file or the program."""

    document: str
    kind: str
    start: int
    end: int
    exact: str
    speakers: tuple[str, ...] = ()
    fields: dict[str, Any] = Field(default_factory=dict)
    in_quotation_marks: bool = False
    made_by: str


class Candidate(NewCandidate):
    """A proposed fact in the ledger, and what persons decided of it. Only a confirmed one counts as a fact."""

    id: str
    status: CandidateStatus = "open"


class Why(Model):
    """Why reports are one item: for each, the link with most points, and its grounds."""

    id: str
    family: Family
    reports: tuple[WhyReport, ...]
    apart: tuple[WhyApart, ...] = ()


class WhyReport(Model):
    """One report of a merged item."""

    report: str
    document: str
    says: str
    linked_to: str | None = None
    score: float | None = None
    grounds: tuple[tuple[str, float], ...] = ()
    decided_by: str | None = None


class WhyApart(Model):
    """A neighbouring item that was kept apart, and why."""

    item: str
    says: str
    score: float
    because: str


class Change(Model):
    """What a re-reading does to one fact."""

    change: Literal["gained", "lost", "changed"]
    document: str
    family: str
    fact: str
    says: str
    fields: dict[str, tuple[Any, Any]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document."""

    outcome: Outcome
    document: str | None
    of: str | None = None  # the source, or the earlier version, that it belongs to
    reason: str | None = None


T = TypeVar("T", bound=Model)


@dataclass(frozen=True, slots=True)
class Page(Sequence[T], Generic[T]):
    """One page of an answer. `next` is where the following one starts, None at the end."""

    items: tuple[T, ...]
    next: str | None = None

    def __getitem__(self, index: Any) -> Any:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def to_frame(self) -> Any:
        """The items as a pandas frame, a row an item; nested values stay lists and dicts.

        Raises ImportError where pandas is not installed (`memcon[frames]`)."""
        import pandas

        return pandas.DataFrame([item.model_dump(mode="json") for item in self.items])


Why.model_rebuild()
