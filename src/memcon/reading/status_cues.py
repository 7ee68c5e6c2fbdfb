"""The status cues of `lexicon/data/status.toml`, turned round: from a form, a first word and a place to a status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from memcon.lexicon import Lexicon
from memcon.reading import syntax
from memcon.record import EngagementStatus

PHRASE = 4  # tokens each side of a cue that can make another phrase of it

# What the lexicon's finer senses come to.
SENSES: Mapping[str, EngagementStatus] = {
    "planned": "planned", "expected": "expected", "hoped": "expected", "possible": "expected", "proposed": "proposed",
    "obliged": "proposed", "invited": "invited", "ongoing": "ongoing", "postponed": "postponed", "cancelled": "cancelled",
    "declined": "declined", "denied": "denied",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A cue's other words, the places it governs, its status, and the phrases in which it means something else."""

    rest: tuple[str, ...]
    governs: frozenset[str]
    status: EngagementStatus
    not_in: tuple[str, ...]

    def is_other(self, token: Any) -> bool:
        """Whether the token stands in one of the phrases of `not_in`."""
        around = token.doc[max(0, token.i - PHRASE) : token.i + PHRASE].text.lower()
        return any(phrase in around for phrase in self.not_in)


@dataclass(frozen=True)
class CueWords:
    """The lexicon's status cues, turned round: from a form, a first word and a place to the status.

    Keys of `cues` are (form, first word); rows are those of most words first."""

    cues: Mapping[tuple[str, str], tuple[Row, ...]]
    modals: Mapping[str, EngagementStatus]
    phrases: Mapping[str, EngagementStatus]  # "in the works" → planned
    before: frozenset[str]
    conditions: frozenset[str]
    failures: frozenset[str]
    plans: frozenset[str]  # nouns by which a later clause names what was planned
    reports: frozenset[str]  # nouns of hearsay
    setting_out: frozenset[str]  # verbs over "on a trip"
    departing: frozenset[str]  # verbs by which somebody only sets out: "*headed* to Vienna for talks"
    journeys: frozenset[str]  # nouns: "his *visit* for a summit was cancelled"
    allowing: frozenset[str]  # verbs over an infinitive that say whether it can be: "will not *allow* him to travel"


@lru_cache(maxsize=4)
def cue_words(lexicon: Lexicon) -> CueWords:
    rows: dict[tuple[str, str], list[Row]] = {}
    for cue in lexicon.cues:
        for term in cue.terms if cue.sense in SENSES else ():
            # "be due to": the word itself, as a verb or an adjective over an infinitive
            first, *rest = term.removeprefix("be ").removesuffix(" to").split()
            row = Row(tuple(rest), frozenset(cue.governs), SENSES[cue.sense], cue.not_in)
            for form in ("verb", "adjective") if term.startswith("be ") else (cue.form,):
                # "is *open* to meeting", but not "*opened* its meeting"
                told = replace(row, governs=row.governs & {"infinitive", "gerund", "clause"})
                rows.setdefault((form, first), []).append(told if term.startswith("be ") and form == "verb" else row)
    phrases = {
        term: SENSES[cue.sense] for cue in lexicon.cues if cue.form == "phrase" and cue.sense in SENSES for term in cue.terms
    }
    table = lexicon.table("engagements")
    return CueWords(
        cues={key: tuple(sorted(group, key=lambda row: -len(row.rest))) for key, group in rows.items()},
        modals={term: status for term, status in phrases.items() if term.split()[0] in syntax.MODALS},
        phrases={term: status for term, status in phrases.items() if " the " in term},
        before=frozenset(term.split()[0] for term in phrases if phrases[term] == "planned" and _is_before(term)),
        conditions=frozenset(term for term in lexicon.cue_terms("conditional", "phrase") if " " not in term) - {"until"},
        failures=frozenset(lexicon.cue_terms("negation", "verb")),
        plans=frozenset(table.get("plans", ())),
        reports=frozenset(table.get("reports", ())),
        setting_out=frozenset(table.get("setting_out", ())),
        departing=frozenset(table.get("departing", ())),
        journeys=frozenset(table.get("journeys", ())),
        allowing=frozenset(table.get("allowing", ())),
    )


def _is_before(term: str) -> bool:
    """ "before", "ahead of", "prior to": what stands alone before a noun; not "in the works"."""
    words = term.split()
    return words[0] not in syntax.MODALS and (len(words) == 1 or (len(words) == 2 and words[1] in {"of", "to"}))
