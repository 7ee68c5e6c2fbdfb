"""The lexicon's tables as frozen values: titles, status cues, issues, PLOVER's types and contexts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from memcon.lexicon.inflection import plural
from memcon.record import EventType, Level

OfficeType = Literal[
    "head_of_state", "head_of_government", "deputy_head_of_government", "vice_president", "governor_general",
    "supreme_leader", "party_or_dynastic", "foreign_minister", "deputy_foreign_minister",
    "foreign_ministry_permanent_head", "defence_minister", "deputy_defence_minister", "finance_minister",
    "trade_minister", "interior_minister", "other_minister", "deputy_minister", "national_security_adviser",
    "ambassador", "charge_daffaires", "permanent_representative", "special_envoy", "spokesperson", "igo_head",
    "igo_deputy", "parliament_speaker", "legislator", "military_chief", "military_officer", "intelligence_chief",
    "chief_of_staff", "central_bank_head", "governor", "mayor", "judge", "senior_official", "official", "other",
]  # fmt: skip
QualifierStatus = Literal["former", "acting", "designate", "elect", "successor", "deputy"]
CueSense = Literal[
    "planned", "expected", "proposed", "invited", "ongoing", "postponed", "cancelled", "declined", "denied",
    "hoped", "conditional", "possible", "obliged", "negation", "hedge",
]  # fmt: skip
Governed = Literal["object", "subject", "infinitive", "gerund", "clause", "noun", "sentence"]
CueForm = Literal["verb", "noun", "adjective", "phrase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in its many forms and the kind of office it names.

    `forms` are lower case and singular. `parties` limits the reading to these states or organisations. `alone`: it
    stands for its holder without a name ("the premier"), or only beside one ("Senator"). `canonical` is how a record
    names the office where the text's own words are short ("Secretary of State" for "the secretary")."""

    forms: tuple[str, ...]
    office_type: OfficeType
    level: Level
    parties: tuple[str, ...] = ()
    canonical: str | None = None
    alone: bool = True
    gender: Literal["m", "f"] | None = None
    source: str = ""

    @property
    def plurals(self) -> tuple[str, ...]:
        """The forms in the plural ("foreign ministers", "secretaries-general", "chargés d'affaires")."""
        return tuple(plural(form) for form in self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """What stands before a name and names no office ("Mr.", "Her Majesty", "Sheikh"). `gender` where it says."""

    forms: tuple[str, ...]
    gender: Literal["m", "f"] | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """What changes a title: "former" before it, "-elect" after it."""

    forms: tuple[str, ...]
    status: QualifierStatus
    side: Literal["before", "after"] = "before"
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    """Words that change the status of what they govern, all of one sense and form.

    `terms` are lemmas or phrases; a verb's first word inflects. `not_in`: phrases in which it means something else.
    `governs` says where what it changes stands: its "object" (postponed the visit), "subject" (the visit was put off),
    "infinitive" (plans to meet), "clause", or "sentence"."""

    sense: CueSense
    form: CueForm
    terms: tuple[str, ...]
    governs: tuple[Governed, ...] = ("sentence",)
    not_in: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A question that states deal with, known by its words.

    `terms` are phrases, in lower case; a last word's plural and a first verb's inflections are found as well. `cased`
    are found only as written ("AI"). `near`: a word of one list close to a word of the other.
    `not_terms` are longer phrases in which a term does not count."""

    id: str
    label: str
    parent: str | None = None
    terms: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    not_terms: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Two spellings of one piece of a word ("programme", "program")."""

    british: str
    american: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slugs:
    """Party → its short name, for the relations between two parties."""

    names: dict[str, str]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One of PLOVER's 37 contexts: what an event is about, by its words or by the issue that they name."""

    id: str
    terms: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """One of PLOVER's 16 event types: quad class 1 to 4, score from -10 to +10, and its modes with their scores.

    `recipient`: whether an event of this type must have one. `root`: the CAMEO root code."""

    id: EventType
    quad: int
    score: float
    root: str
    recipient: bool = False
    modes: dict[str, float] = field(default_factory=dict)
    meaning: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A CAMEO code (2 to 4 digits) and the PLOVER type and mode it becomes; the longest prefix of a code decides.

    `type` is None for codes that PLOVER drops. `swap`: actor and recipient change places (hosting a visit)."""

    code: str
    label: str
    type: EventType | None = None
    mode: str | None = None
    swap: bool = False
    decision: str = ""
    source: str = ""
