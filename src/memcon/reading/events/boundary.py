"""PLOVER's boundaries: which type a predicate has when it is planned, refused or only announced.

The rules stand, each with its reason, in docs/plover.md; every one is a test in tests/reading/events/test_boundary.py."""

from __future__ import annotations

from dataclasses import dataclass, replace

from memcon.lexicon import EventSignal
from memcon.reading.acts import Mood
from memcon.record import EngagementStatus, EventType

COOPERATIVE: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
FORCEFUL: frozenset[EventType] = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
# What a threat is about, by what is threatened.
THREATS: dict[EventType, str] = {
    "PROTEST": "restrict", "SANCTION": "relations", "MOBILIZE": "violence", "COERCE": "restrict", "ASSAULT": "violence",
}  # fmt: skip
THREAT_CODES = {"PROTEST": "133", "SANCTION": "131", "MOBILIZE": "138", "COERCE": "132", "ASSAULT": "138"}
EMBARGOES = frozenset({"163", "191"})
THREATS_BY_MODE = {"arrest": "arrest", "expel": "expel", "deport": "expel", "discontinue": "relations", "seize": "territory"}
# What a refusal is about, by what is refused.
REFUSALS: dict[EventType, str] = {
    "AGREE": "assist", "SUPPORT": "assist", "COOPERATE": "assist", "AID": "assist", "CONSULT": "meet", "CONCEDE": "yield",
    "RETREAT": "yield",
}  # fmt: skip
REFUSAL_CODES = {"assist": "121", "meet": "125", "yield": "124"}
# What a request is about, by what is asked.
REQUESTS: dict[EventType, str] = {
    "AGREE": "assist", "SUPPORT": "assist", "COOPERATE": "assist", "AID": "assist", "CONSULT": "meet", "CONCEDE": "yield",
    "RETREAT": "yield",
}  # fmt: skip
PLEDGES = {"SUPPORT": "032", "COOPERATE": "031", "AID": "033", "CONSULT": "036", "RETREAT": "035"}


# What it is to stop: help withheld is a sanction, force withheld a retreat.
ENDED_HELP = EventSignal(type="SANCTION", mode="discontinue", cameo="162")
ENDED_FORCE = EventSignal(type="RETREAT", mode="ceasefire", cameo="087")


@dataclass(frozen=True, slots=True)
class Coding:
    """An event's type, mode, CAMEO code and the status of what it is about."""

    type: EventType
    mode: str | None = None
    cameo: str | None = None
    status: EngagementStatus = "held"


def with_content(coding: Coding, inner: EventSignal | None, *, meets: bool = False) -> Coding:
    """The coding with the mode that its content gives it: *asked to release*, *refused to meet*, *threatened to invade*."""
    if coding.mode is not None or (inner is None and not meets):
        return coding
    about: EventType = "CONSULT" if inner is None else inner.type
    if coding.type == "REQUEST":
        return replace(coding, mode=REQUESTS.get(about))
    if coding.type == "REJECT":
        return replace(coding, mode=REFUSALS.get(about))
    if coding.type == "THREATEN" and inner is not None and about in FORCEFUL:
        return replace(coding, mode=_threat(inner), cameo=THREAT_CODES[about])
    return coding


def _threat(signal: EventSignal) -> str:
    if signal.cameo in EMBARGOES:
        return "restrict"
    return THREATS_BY_MODE.get(signal.mode or "", THREATS[signal.type])


def coded(signal: EventSignal, mood: Mood, *, declared: bool = False, ended: bool = False) -> Coding | None:
    """The coding of a predicate in this mood; None where it is no event ("did not attack", "could attack").

    `declared`: announced; `ended`: it is done no more ("stopped sending aid")."""
    if ended:
        signal = ENDED_HELP if signal.type in COOPERATIVE else ENDED_FORCE if signal.type in FORCEFUL else signal
    if mood in {"held", "negated"}:
        return _plain(signal, negated=mood == "negated")
    if mood == "planned":
        return _planned(signal, declared)
    if mood == "refused" and signal.type in REFUSALS:
        mode = REFUSALS[signal.type]
        return Coding("REJECT", mode, REFUSAL_CODES[mode], "declined")
    return None


def _plain(signal: EventSignal, *, negated: bool) -> Coding | None:
    if not negated:
        return Coding(signal.type, signal.mode, signal.cameo)
    return Coding(signal.when_negated) if signal.when_negated else None


def _planned(signal: EventSignal, declared: bool) -> Coding:
    kind = signal.type
    if signal.when_planned:
        return Coding(signal.when_planned, status="planned")
    if kind in COOPERATIVE:
        return Coding("AGREE", None, PLEDGES[kind], "planned")
    if kind == "RETREAT":  # announced: a concession by word; promised: an agreement
        return Coding("CONCEDE" if declared else "AGREE", None, PLEDGES[kind], "planned")
    if kind in FORCEFUL:
        return Coding("THREATEN", _threat(signal), THREAT_CODES[kind], "planned")
    return Coding(kind, signal.mode, signal.cameo, "planned")
