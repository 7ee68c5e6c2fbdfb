"""The record: all that one document says, as facts with evidence.

A contract (docs/record.md): other programs read this JSON. Keys may be added later, never renamed.
All models are frozen, compare by value, and print in one fixed order, so equal records are equal bytes.
Offsets count Unicode code points of `Document.text`; `exact` always equals the text there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from memcon.errors import RecordError

CONTRACT = "1"

EngagementKind = Literal[
    "meeting", "talks", "call", "visit", "summit", "breakfast", "lunch", "dinner",
    "trilateral", "conference", "letter", "other",
]  # fmt: skip
EngagementStatus = Literal[
    "planned", "expected", "proposed", "invited", "ongoing", "held", "postponed", "cancelled", "declined", "denied"
]
Format = Literal["in_person", "phone", "video", "written"]
Role = Literal["host", "visitor", "participant", "chair", "witness"]
Level = Literal["leader", "minister", "envoy", "senior_official", "official", "military", "legislator", "other"]
StatementKind = Literal["direct", "partial", "indirect"]
Stance = Literal["supportive", "critical", "demanding", "denying", "committing", "neutral"]
CueSense = Literal["speech", "attitude", "act"]
CommitmentKind = Literal["invitation", "acceptance", "refusal", "agreement", "pledge", "expectation", "demand"]
CommitmentStatus = Literal["open", "kept", "broken", "overdue", "withdrawn"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Precision = Literal["day", "month", "year", "season", "range", "unknown"]
OfficeStatus = Literal["current", "former", "acting", "designate", "elect", "successor", "unknown"]
Basis = Literal["given", "metadata", "dateline", "inferred", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class HasText(Protocol):
    """What `Record.check` needs of a document."""

    @property
    def text(self) -> str: ...


class Model(BaseModel):
    """Base of all record types: frozen, closed, compared by value."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """A stretch of the document: [start, end) in code points, and the words there."""

    start: int
    end: int
    exact: str


class Evidence(Span):
    """Words that show the fields named in `of`."""

    of: tuple[str, ...] = ()


class When(Model):
    """When something happened or is to happen. `start` and `end` are full ISO dates, inclusive."""

    start: str | None = None
    end: str | None = None
    precision: Precision = "unknown"
    text: str | None = None
    anchor: str | None = None  # published | document | a date in the text that this one counts from | None: absolute


class Duration(Model):
    """How long, in minutes. `text` keeps the words ("nearly six hours")."""

    minutes: int
    approximate: bool = False
    text: str


class Place(Model):
    """The most specific place in the text's own words; `country` is alpha-3."""

    name: str | None = None
    city: str | None = None
    country: str | None = None


class Participant(Model):
    """Who took part. `name` is the full name where known, else the text's words ("senior Chinese officials")."""

    name: str | None = None
    country: str | None = None
    office: str | None = None
    level: Level | None = None
    role: Role = "participant"
    id: str | None = None


class DescribedAs(Model):
    """An adjective somebody gave the engagement ("frank"), and which parties used it."""

    text: str
    by: tuple[str, ...] = ()


class StatusChange(Model):
    """An earlier status of an engagement: postponed from when, why."""

    status: EngagementStatus
    when: When | None = None
    reason: str | None = None


class Reporter(Model):
    """Who reports a fact, where it is not the document itself."""

    name: str
    country: str | None = None


class Fact(Model):
    """What every fact carries. `rule` names the construction that found it; `memcon why` explains it."""

    id: str
    confidence: float = Field(default=0.5, ge=0, le=1)
    rule: str = ""
    evidence: tuple[Evidence, ...] = ()


class Engagement(Fact):
    """People of two or more parties in contact, or a trip of a known traveller."""

    kind: EngagementKind
    format: Format | None = None
    status: EngagementStatus = "held"
    background: bool = False
    participants: tuple[Participant, ...] = ()
    parties: tuple[str, ...] = ()  # sorted
    when: When | None = None
    duration: Duration | None = None
    place: Place = Place()
    described_as: tuple[DescribedAs, ...] = ()
    issues: tuple[str, ...] = ()
    reason: str | None = None
    history: tuple[StatusChange, ...] = ()
    part_of: str | None = None
    reported_by: tuple[Reporter, ...] = ()


class Speaker(Span):
    """Whose words they are. The span may be a pronoun; `name` is resolved where it can be."""

    name: str | None = None
    country: str | None = None
    office: str | None = None
    id: str | None = None
    anonymous: bool = False


class Cue(Span):
    """The word that attributes. `sense`: speech (said), attitude (wants, believes), act (praised, lodged a protest)."""

    lemma: str
    sense: CueSense = "speech"


class Content(Span):
    """The whole reported clause; `parts` where it is split (by its cue, or over paragraphs)."""

    parts: tuple[Span, ...] = ()


class Addressee(Model):
    """Who was spoken to."""

    name: str | None = None
    country: str | None = None


class Statement(Fact):
    """Words attributed to a speaker. One cue, one statement."""

    kind: StatementKind
    speakers: tuple[Speaker, ...] = ()
    relayed_by: tuple[Speaker, ...] = ()
    cue: Cue | None = None
    content: Content
    quotes: tuple[Span, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    about: tuple[str, ...] = ()  # parties the words are about, sorted
    issues: tuple[str, ...] = ()
    stance: Stance = "neutral"
    negated: bool = False
    when: When | None = None


class Amount(Span):
    """A sum or a number promised ("$1.2 billion", "31 tanks"). `unit` is an ISO 4217 code or the noun counted."""

    value: float | None = None
    unit: str | None = None


class Commitment(Fact):
    """Invitation, acceptance, refusal, agreement, pledge, expectation or demand."""

    kind: CommitmentKind
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    what: Span | None = None
    amount: Amount | None = None
    due: When | None = None
    due_text: str | None = None
    status: CommitmentStatus = "open"
    negated: bool = False
    issues: tuple[str, ...] = ()
    engagement: str | None = None


class Event(Fact):
    """A fact coded in PLOVER 2.0 (and CAMEO). One event with lists of actors, never one for each pair."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    date: str | None = None
    quad: Literal[1, 2, 3, 4]
    score: float
    status: EngagementStatus = "held"
    background: bool = False
    derived_from: Annotated[str | None, Field(alias="from")] = None

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Office(Fact):
    """An office that the document says a person holds, held or will hold."""

    person: str
    office: str
    country: str | None = None
    status: OfficeStatus = "current"
    person_id: str | None = None


class Time(Span):
    """A time expression with its TIMEX3 value; `earliest` and `latest` bound it in full dates."""

    type: TimexType
    value: str
    mod: str | None = None  # TIMEX3 mod: APPROX, LESS_THAN, MORE_THAN, START, MID, END, ...
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    rule: str = ""


class HeldBack(Model):
    """Something seen and not accepted, with the reason."""

    what: str
    reason: str
    evidence: tuple[Evidence, ...] = ()


class Published(Model):
    """When the document was published, and how that is known. Bounds and reasons where it was inferred."""

    date: str | None = None
    basis: Basis = "unknown"
    earliest: str | None = None
    latest: str | None = None
    reasons: tuple[str, ...] = ()


class MadeBy(Model):
    """What made the record: the versions that decide its bytes."""

    memcon: str
    model: str
    knowledge: str
    lexicon: str


class About(Model):
    """The document that the record is of."""

    id: str
    input_id: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: Published = Published()
    made_by: MadeBy


class Record(Model):
    """All that one document says. `check` proves it against the document; `to_json` prints it."""

    memcon: Literal["1"] = "1"
    document: About
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    offices: tuple[Office, ...] = ()
    times: tuple[Time, ...] = ()
    held_back: tuple[HeldBack, ...] = ()
    warnings: tuple[str, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON: same record, same bytes. One line unless `indent` is given."""
        data = self.model_dump(mode="json", by_alias=True)
        return json.dumps(data, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"))

    @classmethod
    def from_json(cls, text: str | bytes) -> Record:
        """Read back what `to_json` printed. Raises pydantic.ValidationError where it does not fit the contract."""
        return cls.model_validate_json(text)

    def facts(self) -> Iterator[Fact]:
        """All facts, in the record's order."""
        yield from self.engagements
        yield from self.statements
        yield from self.commitments
        yield from self.events
        yield from self.offices

    def fact(self, fact_id: str) -> Fact:
        """The fact with this id. Raises RecordError where there is none."""
        for fact in self.facts():
            if fact.id == fact_id:
                return fact
        raise RecordError(
            f"no fact {fact_id!r} in this record; it has {', '.join(f.id for f in self.facts()) or 'none'}"
        )

    def check(self, document: HasText) -> None:
        """Prove the record against its document: spans, evidence, ids, lists. Raises RecordError naming all that fails."""
        problems = [*_span_problems(self, document.text), *_fact_problems(self)]
        if problems:
            raise RecordError("the record does not hold against its document:\n" + "\n".join(problems))

    def to_frame(self, kind: str = "engagements") -> Any:
        """One kind of fact as a pandas (or, without pandas, a polars) frame, a row a fact; nested values stay lists and dicts.

        Raises ImportError where neither library is installed."""
        rows = [json.loads(fact.model_dump_json(by_alias=True)) for fact in getattr(self, kind)]
        try:
            import pandas
        except ImportError:
            import polars

            return polars.DataFrame(rows)
        return pandas.DataFrame(rows)


def spans_of(node: Any) -> Iterator[Span]:
    """Every span at or below a model or tuple, depth first."""
    if isinstance(node, Span):
        yield node
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from spans_of(getattr(node, name))
    elif isinstance(node, tuple):
        for item in node:
            yield from spans_of(item)


def _span_problems(record: Record, text: str) -> Iterator[str]:
    for span in spans_of(record):
        if not 0 <= span.start < span.end <= len(text):
            yield f"span {span.start}-{span.end} lies outside the text of {len(text)} characters"
        elif text[span.start : span.end] != span.exact:
            yield f"span {span.start}-{span.end} is {text[span.start : span.end]!r}, not {span.exact!r}"


def _fact_problems(record: Record) -> Iterator[str]:
    seen: set[str] = set()
    for fact in record.facts():
        if fact.id in seen:
            yield f"two facts have the id {fact.id}"
        seen.add(fact.id)
        if not fact.evidence:
            yield f"{fact.id} has no evidence"
        if not fact.rule:
            yield f"{fact.id} does not say which rule found it"
    for referrer, target in _references(record):
        if target not in seen:
            yield f"{referrer} refers to {target}, which is not in the record"
    for engagement in record.engagements:
        if list(engagement.parties) != sorted(set(engagement.parties)):
            yield f"{engagement.id}: parties are not sorted and unique"


def _references(record: Record) -> Iterator[tuple[str, str]]:
    for engagement in record.engagements:
        if engagement.part_of:
            yield engagement.id, engagement.part_of
    for commitment in record.commitments:
        if commitment.engagement:
            yield commitment.id, commitment.engagement
    for event in record.events:
        if event.derived_from:
            yield event.id, event.derived_from


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a record, as `memcon schema` prints it."""
    return Record.model_json_schema(by_alias=True, mode="serialization")
